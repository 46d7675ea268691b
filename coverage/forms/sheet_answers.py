"""What a correction sheet answers to the questions of a round, for the form and for the desk alike.

A sheet is about claims, a round about questions, so not every row answers one. What does not is listed, never guessed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from coverage.analysis.profile.facts import profile
from coverage.analysis.status import DEFAULT_MAX_AGE
from coverage.dataset import Dataset
from coverage.dates import today
from coverage.exports.correction_xlsx import correction_xlsx, known
from coverage.forms.question import Fault, Typed, read_form
from coverage.forms.state import Key, Questioned
from coverage.forms.words import answer_in_words, task
from coverage.i18n import _
from coverage.inventory.standing import POSITIVE
from coverage.sheets.corrections import read_corrections
from coverage.sheets.proposals import Proposal
from coverage.vocabulary import AnswerChannel, AnswerField, AnswerKind, ProposalKind, Relation

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class SheetAnswers:
    """``made`` are answers as a draft keeps them, by question, with the row that gave each; ``left`` says of all else
    that was filled in why it answers nothing."""

    made: dict[Key, tuple[int, dict[str, Any]]]
    left: tuple[str, ...]


def sheet_to_answer(state: Questioned) -> bytes:
    """The correction sheet of the organisation, as XLSX."""
    return correction_xlsx(state.ds, profile(state.ds, state.organisation, today(), DEFAULT_MAX_AGE))


def sheet_answers(state: Questioned, content: bytes) -> SheetAnswers:
    """What a sheet that came back answers; SheetError when it cannot be read."""
    corrections = read_corrections(content, known(state.ds))
    left = [str(problem) for problem in corrections.problems]
    made: dict[Key, tuple[int, dict[str, Any]]] = {}
    for row in corrections.proposals:
        drafted = _as_draft(state, row)
        if isinstance(drafted, str):
            left.append(_("rij {row}: {why}").format(row=row.row, why=drafted))
            continue
        key, answer = drafted
        if key in made and made[key][1]["kind"] != answer["kind"]:
            left.append(_("rij {row}: het blad antwoordt verschillend op dezelfde vraag").format(row=row.row))
            continue
        more = {"channel": AnswerChannel.SHEET.value, "base_seq": state.book.seq}
        made[key] = row.row, answer | more
    return SheetAnswers(made, (*left, *map(str, corrections.unread)))


def read_in_words(state: Questioned, found: SheetAnswers) -> list[str]:
    """Each answer that was read: about what, and what it says."""
    towns = state.places.names
    return [
        f"{state.name(subject)}: {task(about)}. {answer_in_words(state.questions.questions[about], content, towns)}"
        for (subject, about), (_row, content) in found.made.items()
    ]


def _as_draft(state: Questioned, row: Proposal) -> tuple[Key, dict[str, object]] | str:
    """The draft that a row makes, or why it answers no question of this round."""
    if not row.complete:
        return _("hierin is iets niet goed; zie de regel hierboven")
    claim = _claim(state.ds, row.claim_id)
    key = _question(state, str(claim.programme_id) if claim else "", row)
    if key is None:
        return _("dit gaat over iets waarnaar deze ronde niet vraagt")
    kind = _kind(row, Relation(claim.relation) if claim else None)
    if kind is not AnswerKind.ADDED and key not in state.asked:
        return _("dit gaat over iets waarnaar deze ronde niet vraagt")
    if kind is None:
        return _("wij kunnen hier geen antwoord op een vraag uit lezen; beantwoord de vraag zelf")
    remark = "; ".join(part for part in (row.remark, row.source, row.source_link) if part)
    since = row.date if kind in {AnswerKind.ADDED, AnswerKind.ENDED} else ""
    typed = Typed(kind.value, text=row.subject if kind is AnswerKind.ADDED else "", since=since, remark=remark)
    made = read_form(state, key, state.known(key), typed)
    return made.words if isinstance(made, Fault) else made


def _kind(row: Proposal, claimed: Relation | None) -> AnswerKind | None:
    """What a row says of whether there is a programme; None when it says something else, or not what."""
    if row.kind is ProposalKind.CONFIRMED and claimed in POSITIVE:
        return AnswerKind.CONFIRMED
    if row.kind is ProposalKind.ADDED and row.subject and row.relation in POSITIVE:
        return AnswerKind.ADDED
    said = claimed if row.kind is ProposalKind.CONFIRMED else row.relation
    return {Relation.STOPPED: AnswerKind.ENDED, Relation.EXPLICIT_NONE: AnswerKind.NONE}.get(said) if said else None


def _question(state: Questioned, programme: str, row: Proposal) -> Key | None:
    """The question that a row bears on: the programme of a claim for its centre, else the municipality itself."""
    if programme and state.region is not None:
        mine = (f"programme:{programme}", AnswerField.EXISTENCE)
        at_home = state.places.programmes.get(programme) == state.organisation
        return mine if mine in state.asked and at_home else None
    if state.region is not None:
        return f"region:{state.region}", AnswerField.EXISTENCE  # a programme that is added, or that there is none
    own = (f"municipality:{state.organisation}", AnswerField.EXISTENCE)
    return own if own in state.asked else None


def _claim(ds: Dataset, claim_id: str) -> Any:
    """The row of ``claims``, or None for a membership and for what is new."""
    claims = ds.table("claims")
    return next(claims[claims["claim_id"] == claim_id].itertuples(), None) if claim_id else None
