"""Check your answers, send them, and the receipt."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID, uuid5

from starlette.responses import Response

from coverage.dates import AMSTERDAM
from coverage.forms.answer_pages import TO_CHECK, flash, question_url
from coverage.forms.question import statement_of
from coverage.forms.state import Answering, Key
from coverage.forms.web import Asked, refused_page
from coverage.forms.words import answer_in_words, task
from coverage.i18n import _, day, sentence_case
from coverage.inventory import InventoryAwayError, InventoryError
from coverage.inventory.actors import Respondent
from coverage.inventory.chain import canonical
from coverage.inventory.screening import text_fault
from coverage.inventory.statements import StatementError
from coverage.inventory.store import Store
from coverage.inventory.submitting import AnswerReceipt, Sending, receipt_of, submit
from coverage.vocabulary import AnswerChannel, AnswerKind

STAYS = frozenset({AnswerKind.CONFIRMED, AnswerKind.UNKNOWN, AnswerKind.NOT_OURS})
MOST_DEPARTMENT = 120  # characters
_NAMESPACE = UUID("6b1f6f5e-3f0c-4c1b-9a36-6e6e0b0f8a11")


def ready(state: Answering) -> list[Key]:
    """The questions that have a draft, in order."""
    return [key for key in state.asked if key in state.drafts]


def submission_of(state: Answering) -> str:
    """Identifier of what would be sent: of the same drafts the same, and of others another.

    So a form that comes back twice is one submission, and one that was made of older drafts is noticed.
    """
    drafts = [
        (k[0], k[1].value, d.version, d.editor, d.at) for k, d in sorted(state.drafts.items()) if k in state.asked
    ]
    return str(uuid5(_NAMESPACE, canonical([state.session.invitation.invitation_id, drafts])))


def check_answers(
    found: Asked, state: Answering, faults: Mapping[str, str] | None = None, notice: str = "", department: str = ""
) -> Response:
    """Before and after of each draft, what changes first; ``faults`` gives what is wrong by place on the page."""
    rows = [(_row(found, state, number, key), state.drafts[key].content) for number, key in enumerate(ready(state))]
    stays = [AnswerKind(content["kind"]) in STAYS for _made, content in rows]
    open_ = [
        (f"{state.name(key[0])}: {task(key[1])}", question_url(found, key)) for key in state.asked if state.is_open(key)
    ]
    return found.render(
        "check.html", 400 if faults else 200, title=_("Controleer je antwoorden"), csrf=state.session.csrf(),
        changed=[row for (row, _c), same in zip(rows, stays, strict=True) if not same],
        same=[row for (row, _c), same in zip(rows, stays, strict=True) if same], open=open_, department=department,
        declare=_("Met de knop verstuur je deze antwoorden namens gemeente {town}.").format(town=state.town),
        submission=submission_of(state), **(flash(found, state) | {"notice": notice}),
        faults=[{"place": place, "words": words} for place, words in (faults or {}).items()],
    )  # fmt: skip


def _row(found: Asked, state: Answering, number: int, key: Key) -> dict[str, str]:
    content, known = state.drafts[key].content, state.known(key)
    question = state.question(key)
    after = answer_in_words(question, content, state.places.names)
    if content["kind"] == AnswerKind.CONFIRMED and known:
        after = _("Klopt nog")
    if question.form != "text" or not content.get("value"):  # what somebody typed stays as it was typed
        after = sentence_case(after)
    return {
        "id": f"rij-{number}", "subject": state.name(key[0]), "question": task(key[1]), "after": after,
        "before": known.words if known else _("nog niets"), "remark": content.get("remark", ""),
        "url": question_url(found, key, naar=TO_CHECK),
    }  # fmt: skip


def send(found: Asked, state: Answering, store: Store) -> Response:
    """Write the answers, once, and on to the receipt; or the page again with what is wrong."""
    who = Respondent(state.session.invitation.invitation_id)
    wanted = found.field("inzending")
    if _earlier(store, who, wanted):
        return found.go("ontvangst", wanted)
    department = " ".join(found.field("department").split())
    if wanted != submission_of(state) or not ready(state):
        told = _("Een collega veranderde intussen iets. Kijk de antwoorden nog eens na en verstuur opnieuw.")
        return check_answers(found, state, notice=told, department=department)
    fault = text_fault(department, MOST_DEPARTMENT) if department else _("Vul in welke functie en afdeling antwoordt.")
    if fault:
        return check_answers(found, state, {"department": fault}, department=department)
    keys = ready(state)
    sheet = all(state.drafts[key].content.get("channel") == AnswerChannel.SHEET for key in keys)
    sending = Sending(
        wanted, state.organisation, state.round.name, AnswerChannel.SHEET if sheet else AnswerChannel.FORM,
        tuple(statement_of(key, state.drafts[key].content) for key in keys), department,
    )  # fmt: skip
    try:
        submit(store, who, sending, state.tables)
    except StatementError as error:
        places = {f"rij-{keys.index(key)}": words for key, words in error.faults.items()}
        return check_answers(found, state, places, department=department)
    except InventoryAwayError:
        raise
    except InventoryError as error:
        return check_answers(found, state, {"department": str(error)}, department=department)
    return found.go("ontvangst", wanted)


def _earlier(store: Store, who: Respondent, submission: str) -> AnswerReceipt | None:
    try:
        return receipt_of(store, who, str(UUID(submission)))
    except ValueError:
        return None


def receipt_page(found: Asked, state: Answering, store: Store) -> Response:
    """What came in, its number, and what happens next and when."""
    made = _earlier(store, Respondent(state.session.invitation.invitation_id), found.parts["submission"])
    if made is None:
        return refused_page(found, 404)
    return found.render(
        "receipt.html", title=_("Je antwoorden zijn ontvangen"), receipt=made, at=_moment(made), then=_then(state),
        pdf=found.url("ontvangst", f"{made.submission_id}.pdf"), csrf=state.session.csrf(),
    )  # fmt: skip


def _moment(made: AnswerReceipt) -> str:
    at = datetime.fromisoformat(made.at).astimezone(AMSTERDAM)
    return _("{day}, {time} uur").format(day=day(at.date()), time=f"{at:%H:%M}")


def _then(state: Answering) -> list[str]:
    """What happens next, with the days of the round that are known."""
    lines = [
        _("Iemand van het ministerie beoordeelt elk antwoord. Tot dan staat het nergens op de kaart."),
        _("Op de bladzijde met je vragen zie je wat ermee gebeurt: overgenomen, niet overgenomen met de reden, of "
          "terug met een vraag."),
    ]  # fmt: skip
    if freeze := state.round.freeze:
        lines.append(_("Op {day} wordt de editie van deze ronde gemaakt.").format(day=day(freeze)))
    if meeting := state.round.meeting:
        lines.append(_("Op {day} is de bijeenkomst waar de uitkomst wordt getoond.").format(day=day(meeting)))
    until = state.session.invitation.expires_on
    lines.append(
        _(
            "Je link werkt tot en met {day}; tot dan kun je een antwoord vervangen, en intrekken wat nog "
            "niet is beoordeeld."
        ).format(day=day(until))
    )
    return lines


def receipt_file(found: Asked, state: Answering, store: Store) -> Response:
    """The receipt as PDF, with the answers."""
    from coverage.exports.answers_pdf import AnswersReceipt, answers_pdf  # drawing libraries, for who asks

    made = _earlier(store, Respondent(state.session.invitation.invitation_id), found.parts["submission"])
    if made is None:
        return refused_page(found, 404)
    lines = []
    for answer in filter(None, map(state.book.answers.get, made.answers)):
        question = state.question(answer.key)
        content = {"kind": answer.kind, "value": answer.value, "since": answer.since}
        said = answer_in_words(question, content, state.places.names)
        lines.append((state.name(answer.subject), question.text(found.speaks), said))
    told = AnswersReceipt(
        made.number, state.town, made.round, _moment(made), made.hash, tuple(lines), tuple(_then(state))
    )
    headers = found.headers() | {"Content-Disposition": f'attachment; filename="ontvangstbewijs-{made.number}.pdf"'}
    return Response(answers_pdf(told), media_type="application/pdf", headers=headers)
