"""That a municipality answered and the answer waits to be judged: stated is not accepted, and is not shown as such."""

from __future__ import annotations

from coverage.analysis.round_words import waiting_here
from coverage.inventory.overlay import book_of_readers
from coverage.ui.html import hint


def waiting_answers(municipality: str) -> None:
    """One line when answers of this municipality wait; what they say is for a reviewer first."""
    if words := waiting_here(book_of_readers(), municipality):
        hint(words)
