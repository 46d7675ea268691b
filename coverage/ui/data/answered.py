"""What municipalities answered, in the change log: accepted answers per sending, and how many wait to be judged."""

from __future__ import annotations

from coverage.analysis.naming import municipality_names
from coverage.analysis.round_words import waiting_words
from coverage.dataset import Dataset
from coverage.i18n import _, label, number, partial_day
from coverage.inventory.overlay import book_of_readers
from coverage.ui.html import hint, join, show
from coverage.ui.pieces import row, subheading, table
from coverage.vocabulary import AnswerKind


def municipal_answers(ds: Dataset) -> None:
    """Who answered when, and with what kinds of answer; "we do not know" is one. Nothing before the first answer."""
    rows = ds.table("answers")
    book = book_of_readers()
    waiting = len(book.open_answers()) if book else 0
    if rows.empty and not waiting:
        return
    subheading(_("Wat gemeenten antwoordden"))
    hint(
        " ".join((_("Overgenomen antwoorden, met hun soort: “weten wij niet” is er ook een."), waiting_words(waiting)))
    )
    if rows.empty:
        return
    names = municipality_names(ds)
    lines = join(
        row(names.get(town, town), (partial_day(str(on)), _kinds([AnswerKind(a) for a in found["answer"]]), source))
        for (on, town, source), found in sorted(
            rows.groupby(["date", "organisation", "source_id"], sort=False), key=lambda pair: str(pair[0]), reverse=True
        )
    )  # fmt: skip
    head = (_("Gemeente"), _("Dag"), _("Antwoorden"), _("Bron"))
    show(table(head, [lines], _("Overgenomen antwoorden, nieuwste bovenaan"), style="stated", height="window"))


def _kinds(found: list[AnswerKind]) -> str:
    return ", ".join(f"{number(found.count(kind))} {label(kind)}" for kind in AnswerKind if kind in found)
