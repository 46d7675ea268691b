"""That a municipality answered and the answer waits to be judged: stated is not accepted, and is not shown as such."""

from __future__ import annotations

from coverage.i18n import _, number
from coverage.inventory.overlay import book_of_readers
from coverage.ui.html import hint


def waiting_answers(municipality: str) -> None:
    """One line when answers of this municipality wait; what they say is for a reviewer first."""
    book = book_of_readers()
    waiting = [a for a in book.open_answers() if a.organisation == municipality] if book else []
    if waiting:
        hint(
            _("De gemeente gaf {count} antwoorden op die nog niet beoordeeld zijn. Ze staan pas hierboven en op de "
              "kaart als ze zijn overgenomen.").format(count=number(len(waiting)))
        )  # fmt: skip
