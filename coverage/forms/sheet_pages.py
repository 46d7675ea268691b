"""The correction sheet by the same door: what it answers to a question of the round becomes a draft."""

from __future__ import annotations

from starlette.responses import Response

from coverage.forms.question import Fault
from coverage.forms.sheet_answers import XLSX, read_in_words, sheet_answers, sheet_to_answer
from coverage.forms.state import Answering
from coverage.forms.web import Asked
from coverage.i18n import _
from coverage.inventory.actors import Respondent
from coverage.inventory.store import Store
from coverage.inventory.submitting import save_draft
from coverage.sheets.unpack import SheetError


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
    name = f"correctieblad-{state.organisation}.xlsx"
    headers = found.headers() | {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(sheet_to_answer(state), media_type=XLSX, headers=headers)


def take_sheet(found: Asked, state: Answering, store: Store) -> Response:
    """A sheet that comes back: drafts of what answers a question, and a list of all the rest."""
    if not found.file:
        return sheet(found, state, fault=_("Kies eerst het bestand."))
    try:
        answers = sheet_answers(state, found.file)
    except SheetError as error:
        return sheet(found, state, fault=str(error))
    who, left = Respondent(state.session.invitation.invitation_id), []
    for key, (row, content) in answers.made.items():
        before = save_draft(store, who, key, content, state.session.editor)
        if before is not None and before.content["kind"] != content["kind"]:
            left.append(_("rij {row}: dit kwam in plaats van een ander antwoord van een collega").format(row=row))
    lines = read_in_words(state.anew(store), answers)
    return sheet(found, state, read_=lines, left=[*answers.left, *left])
