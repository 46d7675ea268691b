"""What a municipality itself answered in the inventory, as far as it was accepted; "we do not know" is an answer."""

from __future__ import annotations

from typing import Any

from coverage.analysis.naming import programme_names
from coverage.analysis.profile.text import Line
from coverage.dataset import Dataset
from coverage.dataset.memo import per_snapshot
from coverage.i18n import _, label, partial_day
from coverage.vocabulary import AnswerField, AnswerKind


def own_answers(ds: Dataset, municipality: str) -> tuple[Line, ...]:
    """One sentence per question, of the last accepted answer to it, newest first."""
    last = {(r.subject, r.field): r for r in _by_organisation(ds).get(municipality, ())}
    names = programme_names(ds)
    return tuple(
        Line(
            _("{day}, {about}: {question} – {answer}.").format(
                day=partial_day(str(r.date)), about=_about(str(r.subject), names),
                question=label(AnswerField(r.field)), answer=label(AnswerKind(r.answer)),
            ),
            (str(r.source_id),),
        )
        for r in sorted(last.values(), key=lambda r: str(r.date), reverse=True)
    )  # fmt: skip


@per_snapshot(maxsize=1)
def _by_organisation(ds: Dataset) -> dict[str, list[Any]]:
    """Organisation -> its rows, in order; a region asks for each of its municipalities."""
    found: dict[str, list[Any]] = {}
    for row in ds.table("answers").itertuples(index=False):
        found.setdefault(str(row.organisation), []).append(row)
    return found


def _about(subject: str, names: dict[str, str]) -> str:
    kind, _sep, rest = subject.partition(":")
    if kind == "region":
        return _("de regio")
    return names.get(rest.partition(":")[0], _("de gemeente"))
