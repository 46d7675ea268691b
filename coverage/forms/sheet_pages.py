"""The correction sheet by the same door: what it answers to a question of the round becomes a draft.

A sheet is about claims, a round about questions, so not every row answers one. What does not is listed, never guessed.
"""

from __future__ import annotations

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
from coverage.inventory.screening import MOST_REMARK
from coverage.inventory.store import Store
from coverage.inventory.submitting import save_draft
from coverage.sheets.corrections import read_corrections
from coverage.sheets.proposals import Answer, Corrections
from coverage.sheets.unpack import SheetError
from coverage.vocabulary import AnswerChannel, AnswerField, AnswerKind, ProposalKind, Relation

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_BY_RELATION = {
    Relation.LOCATION.value: AnswerKind.CONFIRMED, Relation.CATCHMENT.value: AnswerKind.CONFIRMED,
    Relation.REGIONALLY_ACCESSIBLE.value: AnswerKind.CONFIRMED, Relation.STOPPED.value: AnswerKind.ENDED,
    Relation.EXPLICIT_NONE.value: AnswerKind.NONE,
}  # fmt: skip


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


def take(found: Asked, state: Answering, store: Store) -> Response:
    """A sheet that comes back: drafts of what answers a question, and a list of all the rest."""
    if not found.file:
        return sheet(found, state, fault=_("Kies eerst het bestand."))
    try:
        corrections = read_corrections(found.file, known(state.ds))
    except SheetError as error:
        return sheet(found, state, fault=str(error))
    who, left = Respondent(state.session.invitation.invitation_id), [str(problem) for problem in corrections.problems]
    made: dict[Key, object] = {}
    for answer in _complete(corrections):
        drafted = _as_draft(state, answer)
        if isinstance(drafted, str):
            left.append(f"{answer.cell}: {drafted}")
            continue
        key, content = drafted
        if key in made and made[key] != content["kind"]:
            left.append(_("{cell}: het blad antwoordt verschillend op dezelfde vraag").format(cell=answer.cell))
            continue
        made[key] = content["kind"]
        content |= {"channel": AnswerChannel.SHEET.value, "base_seq": state.book.seq}
        save_draft(store, who, key, content, state.session.editor)
    told = state.with_draft(store)
    lines = [
        f"{told.name(key[0])}: {task(key[1])}. "
        + answer_in_words(state.questions.questions[key[1]], told.drafts[key].content, state.places.names)
        for key in made
    ]
    left += [str(problem) for problem in corrections.unread]
    return sheet(found, state, read_=lines, left=left)


def _complete(corrections: Corrections) -> list[Answer]:
    broken = {(problem.row, problem.tab) for problem in corrections.problems}
    rows = {p.cells[c]: p.row for p in corrections.proposals for c in p.cells}
    return [a for a in corrections.answers() if (rows.get(a.cell, 0), "") not in broken]


def _as_draft(state: Answering, answer: Answer) -> tuple[Key, dict[str, object]] | str:
    """The draft that a row makes, or why it answers no question of this round."""
    key = _question(state, answer)
    if key is None:
        return _("dit gaat over iets waarnaar deze ronde niet vraagt")
    kind: AnswerKind | None = None
    if answer.field == "relation":
        kind = _BY_RELATION.get(answer.value)
    elif answer.kind is ProposalKind.CONFIRMED:
        kind = AnswerKind.CONFIRMED
    text = ""
    if answer.field == "subject" and answer.kind is ProposalKind.ADDED:
        kind, text = AnswerKind.ADDED, answer.value
    if kind is None:
        return _("er staat dat iets anders is, maar niet wat; beantwoord de vraag zelf")
    remark = "; ".join(part for part in (answer.remark, answer.source, answer.source_link) if part)
    typed = Typed(kind.value, text=text, since=answer.since if kind is not AnswerKind.CONFIRMED else "",
                  remark=remark[:MOST_REMARK])  # fmt: skip
    made = read(state, key, state.known(key), typed)
    return made.words if isinstance(made, Fault) else made


def _question(state: Answering, answer: Answer) -> Key | None:
    """The question that a row bears on: the programme of a claim for a centre, else the municipality itself."""
    programme = _programme(state.ds, answer.subject)
    mine = (f"programme:{programme}", AnswerField.EXISTENCE)
    if programme and mine in state.asked:
        return mine
    own = [q for q in state.asked if q[1] is AnswerField.EXISTENCE and not q[0].startswith("programme:")]
    if state.region is not None and not answer.subject:
        return f"region:{state.region}", AnswerField.EXISTENCE  # a programme that is added
    return own[0] if own and (programme or not answer.subject) else None


def _programme(ds: Dataset, claim_id: str) -> str:
    claims = ds.table("claims")
    found = claims.loc[claims["claim_id"] == claim_id, "programme_id"] if claim_id else ()
    return str(next(iter(found), ""))
