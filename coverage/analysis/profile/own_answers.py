"""What a municipality itself answered in the inventory, as far as it was accepted; "we do not know" is an answer."""

from __future__ import annotations

from coverage.analysis.naming import programme_names
from coverage.analysis.profile.text import Line
from coverage.dataset import Dataset
from coverage.i18n import _, label, partial_day
from coverage.vocabulary import AnswerField, AnswerKind


def own_answers(ds: Dataset, municipality: str) -> tuple[Line, ...]:
    """One sentence per question, of the last accepted answer to it, newest first."""
    table = ds.table("answers")
    rows = table[table["organisation"] == municipality]
    last = {(r.subject, r.field): r for r in rows.itertuples(index=False)}
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


def _about(subject: str, names: dict[str, str]) -> str:
    kind, _sep, rest = subject.partition(":")
    if kind == "region":
        return _("de regio")
    return names.get(rest.partition(":")[0], _("de gemeente"))
