"""The correction sheet by the same door: what it answers to a question of the round becomes a draft.

A sheet is about claims, a round about questions, so not every row answers one. What does not is listed, never guessed.
"""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from coverage.analysis.profile.facts import profile
from coverage.analysis.status import DEFAULT_MAX_AGE
from coverage.dataset import Dataset
from coverage.dates import today
from coverage.exports.correction_xlsx import correction_xlsx, known
from coverage.forms.question import Fault, Typed, read
from coverage.forms.state import Answering, Key
from coverage.forms.web import Asked
from coverage.forms.words import answer_in_words, task
from coverage.i18n import _
from coverage.inventory.actors import Respondent
from coverage.inventory.standing import POSITIVE
from coverage.inventory.store import Store
from coverage.inventory.submitting import save_draft
from coverage.sheets.corrections import read_corrections
from coverage.sheets.proposals import Proposal
from coverage.sheets.unpack import SheetError
from coverage.vocabulary import AnswerChannel, AnswerField, AnswerKind, ProposalKind, Relation

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def sheet(
    found: Asked, state: Answering, read_: list[str] | None = None,
    left: list[str] | None = None, fault: str = "",
) -> Response:  # fmt: skip
    """Where the sheet is fetched and brought back, and what was read from it."""
    return found.render(
        "sheet.html", 400 if fault else 200, title=_("Antwoorden met het correctieblad"), csrf=state.session.csrf(),
        read=read_, left=left or [], faults=(Fault("file", fault),) if fault else (),
    )  # fmt: skip


def file(found: Asked, state: Answering) -> Response:
    """The sheet of this municipality."""
    content = correction_xlsx(state.ds, profile(state.ds, state.organisation, today(), DEFAULT_MAX_AGE))
    name = f"correctieblad-{state.organisation}.xlsx"
    headers = found.headers() | {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=XLSX, headers=headers)


def take_sheet(found: Asked, state: Answering, store: Store) -> Response:
    """A sheet that comes back: drafts of what answers a question, and a list of all the rest."""
    if not found.file:
        return sheet(found, state, fault=_("Kies eerst het bestand."))
    try:
        corrections = read_corrections(found.file, known(state.ds))
    except SheetError as error:
        return sheet(found, state, fault=str(error))
    who, left = Respondent(state.session.invitation.invitation_id), [str(problem) for problem in corrections.problems]
    made: dict[Key, object] = {}
    for row in corrections.proposals:
        drafted = _as_draft(state, row)
        if isinstance(drafted, str):
            left.append(_("rij {row}: {why}").format(row=row.row, why=drafted))
            continue
        key, content = drafted
        if key in made and made[key] != content["kind"]:
            left.append(_("rij {row}: het blad antwoordt verschillend op dezelfde vraag").format(row=row.row))
            continue
        made[key] = content["kind"]
        content |= {"channel": AnswerChannel.SHEET.value, "base_seq": state.book.seq}
        before = save_draft(store, who, key, content, state.session.editor)
        if before is not None and before.content["kind"] != content["kind"]:
            left.append(_("rij {row}: dit kwam in plaats van een ander antwoord van een collega").format(row=row.row))
    told = state.with_draft(store)
    lines = [
        f"{told.name(key[0])}: {task(key[1])}. "
        + answer_in_words(state.questions.questions[key[1]], told.drafts[key].content, state.places.names)
        for key in made
    ]
    left += [str(problem) for problem in corrections.unread]
    return sheet(found, state, read_=lines, left=left)


def _as_draft(state: Answering, row: Proposal) -> tuple[Key, dict[str, object]] | str:
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
    made = read(state, key, state.known(key), typed)
    return made.words if isinstance(made, Fault) else made


def _kind(row: Proposal, claimed: Relation | None) -> AnswerKind | None:
    """What a row says of whether there is a programme; None when it says something else, or not what."""
    if row.kind is ProposalKind.CONFIRMED and claimed in POSITIVE:
        return AnswerKind.CONFIRMED
    if row.kind is ProposalKind.ADDED and row.subject and row.relation in POSITIVE:
        return AnswerKind.ADDED
    said = claimed if row.kind is ProposalKind.CONFIRMED else row.relation
    return {Relation.STOPPED: AnswerKind.ENDED, Relation.EXPLICIT_NONE: AnswerKind.NONE}.get(said) if said else None


def _question(state: Answering, programme: str, row: Proposal) -> Key | None:
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
