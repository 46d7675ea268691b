"""The answers as text to paste: numbered notes at the end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from coverage.analysis.answer.brief import Brief
from coverage.analysis.answer.told import Answered, Ref, Sentence, note_words
from coverage.dataset import Dataset
from coverage.i18n import _, label

Notes = Mapping[tuple[Ref, ...], int]


def without_background(whole: Brief) -> Brief:
    """The answers alone: without what others said and the recommendations, and so with fewer notes."""
    return replace(whole, answers=tuple(replace(a, heading="", told=()) for a in whole.answers), advice=())


def short_text(ds: Dataset, whole: Brief) -> str:
    """The answers alone, with the notes that they need."""
    return brief_text(ds, without_background(whole))


def brief_text(ds: Dataset, whole: Brief) -> str:
    """Everything: questions, what others said, recommendations, and all notes at the end."""
    notes = whole.notes()
    parts = [whole.title, whole.basis]
    for answered in whole.answers:
        parts += ["", *_lines(notes, answered)]
    for heading, rows in whole.advice:
        parts += ["", heading, *(f"- {_marked(notes, s)}" for s in rows)]
    return "\n".join([*parts, "", *_listed_notes(ds, notes, whole.said())]) + "\n"


def _lines(notes: Notes, answered: Answered) -> list[str]:
    marked = [_marked(notes, s) for s in answered.said]
    lines = [label(answered.about)]
    lines += [f"- {words}" for words in marked] if answered.listed else marked
    lines += [answered.sure_words] if answered.sure_words else []
    if answered.told:
        lines += ["", answered.heading, *(f"- {_marked(notes, s)}" for s in answered.told)]
    return lines


def _marked(notes: Notes, said: Sentence) -> str:
    return f"{said.text} [{notes[said.refs]}]" if said.refs else said.text


def _listed_notes(ds: Dataset, notes: Notes, said: tuple[Sentence, ...]) -> list[str]:
    used = {s.refs for s in said if s.refs}
    if not used:
        return []
    return [_("Noten"), *(f"[{n}] {note_words(ds, refs)}" for refs, n in notes.items() if refs in used)]
