"""The list of questions, one question a page, and adding a programme. Each "Verder" keeps a draft."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from starlette.responses import Response

from coverage.dates import today
from coverage.forms.area_map import colours, drawn_area, nearby
from coverage.forms.known import Known, division_of_today, named_of
from coverage.forms.question import NOT_OFFERED, Fault, Typed, fingerprint, options, prefilled, read_form, typed_in
from coverage.forms.state import Answering, Key
from coverage.forms.web import Asked, refused_page
from coverage.forms.words import answer_in_words, task
from coverage.i18n import _, day, label, language
from coverage.inventory import InventoryAwayError, InventoryError
from coverage.inventory.actors import Respondent
from coverage.inventory.book import OPEN, Answer
from coverage.inventory.screening import MOST_REMARK
from coverage.inventory.store import Store
from coverage.inventory.submitting import save_draft, withdraw
from coverage.vocabulary import AnswerField, AnswerState, TargetGroup

TO_CHECK = "controle"


def tasks(found: Asked, state: Answering, refusal: str = "") -> Response:
    """What is asked, by subject, with how far each question is; ``refusal`` says why something was not done."""
    groups: dict[str, list[dict[str, str]]] = {}
    for key in state.asked:
        answer = state.sent(key)
        told = answer.told if answer and key not in state.drafts and answer.state in _TOLD else ""
        tone = "kept" if key in state.drafts else "todo" if answer is None else "back" if told else ""
        groups.setdefault(state.name(key[0]), []).append({
            "url": question_url(found, key), "words": task(key[1]), "status": state.status(key), "tone": tone,
            "told": told, "withdraw": _withdrawal(found, answer) if key not in state.drafts else "",
        })  # fmt: skip
    left = [key for key in state.asked if state.is_open(key)]
    said = _("Nog {left} van {all} vragen te doen.").format(left=len(left), all=len(state.asked))
    about = _("Gemeente {town}, uitvraag {round}. Antwoorden kan tot en met {deadline}.")
    return found.render(
        "tasks.html", title=_("Jouw vragen"), csrf=state.session.csrf(), progress=said if left else _all_said(state),
        about=about.format(town=state.town, round=state.round.name, deadline=day(state.round.deadline)),
        notice=refusal or _late(state), first=question_url(found, left[0]) if left else "",
        begun=len(left) < len(state.asked),
        drafted=bool(state.drafts), may_add=state.region is not None, **flash(found, state),
        groups=[{"name": n, "tasks": t, "number": i} for i, (n, t) in enumerate(groups.items())],
        taken_back=_("Ingetrokken. Je kunt de vraag opnieuw beantwoorden.") if "ingetrokken" in found.query else "",
    )  # fmt: skip


_TOLD = frozenset({AnswerState.RETURNED, AnswerState.REJECTED})


def _all_said(state: Answering) -> str:
    if state.drafts:
        return _("Je hebt alles ingevuld. Controleer je antwoorden en verstuur ze.")
    return _("Alles is verstuurd. Bedankt. Is er iets veranderd? Je kunt elk antwoord opnieuw geven.")


def _late(state: Answering) -> str:
    if state.round.closed:
        return _("Deze ronde is gesloten. Wat je nu stuurt, hoort bij de volgende editie.")
    if today() > state.round.deadline:
        return _("De termijn is voorbij. Je antwoord is nog welkom; het kan in een volgende editie komen.")
    return ""


def _withdrawal(found: Asked, answer: Answer | None) -> str:
    """Where an answer that waits is taken back; empty when there is none."""
    return found.url("intrekken", answer.answer_id) if answer and answer.state in OPEN else ""


def take_back(found: Asked, state: Answering, store: Store) -> Response:
    """Take an answer back that was not judged; what was judged in between stays, and the page says so."""
    try:
        withdraw(store, Respondent(state.session.invitation.invitation_id), found.parts["answer"])
    except InventoryAwayError:
        raise
    except InventoryError as error:
        return tasks(found, state.anew(store), str(error))
    return found.go(ingetrokken="ja")


def question_url(found: Asked, key: Key, **query: str) -> str:
    """Address of the page of a question."""
    return found.url("vraag", key[0], key[1].value, **query)


def flash(found: Asked, state: Answering) -> dict[str, Any]:
    """When the question before was kept, and what a colleague had answered to it in between."""
    subject, _sep, name = found.query.get("bewaard", "").rpartition("~")
    draft = next((d for (s, f), d in state.drafts.items() if (s, f.value) == (subject, name)), None)
    if draft is None:
        return {"saved": "", "replaced": ""}
    at = datetime.fromisoformat(draft.at)
    replaced = draft.content.get("replaced", "") if draft.editor == state.session.editor else ""
    return {"saved": _("Opgeslagen om {time}.").format(time=f"{at:%H:%M}"), "replaced": replaced}


def asked_key(found: Asked, state: Answering) -> Key | None:
    """The question of the address, if it is put to this organisation."""
    name = (found.parts.get("subject", ""), found.parts.get("field", ""))
    return next((key for key in state.asked if (key[0], key[1].value) == name), None)


def question_page(found: Asked, state: Answering, typed: Typed | None = None, fault: Fault | None = None) -> Response:
    """The page of one question; ``typed`` and ``fault`` are of a form that could not be taken."""
    key = asked_key(found, state)
    if key is None:
        return refused_page(found, 404)
    known, one = state.known(key), state.question(key)
    shown = typed or prefilled(state, key, known)
    sent, draft = state.sent(key), state.drafts.get(key)
    values: dict[str, Any] = {
        "title": one.text(language()), "subject": state.name(key[0]), "known": known, "typed": shown,
        "options": options(state, key, known), "most": one.most or MOST_REMARK, "most_remark": MOST_REMARK,
        "action": question_url(found, key, naar=found.query.get("naar", "")), "csrf": state.session.csrf(),
        "base_seq": state.book.seq, "seen": fingerprint(known), "version": draft.version if draft else 0,
        "told": sent.told if sent and sent.state in _TOLD else "", "faults": (fault,) if fault else (),
        "place": _("vraag {n} van {all}").format(n=state.asked.index(key) + 1, all=len(state.asked)),
        "choices": [(g.value, label(g)) for g in TargetGroup if g not in NOT_OFFERED or g.value in shown.codes],
        "style": "", "drafted": bool(state.drafts), **flash(found, state),
    }  # fmt: skip
    if one.form == "municipalities":
        values |= _towns(found, state, key, known, shown)
    return found.render("question.html", 400 if fault else 200, **values)


def _towns(found: Asked, state: Answering, key: Key, known: Known | None, shown: Typed) -> dict[str, Any]:
    """Boxes for the region, then for what lies around it, a source names or is ticked already; and a map of all."""
    names = state.places.names
    region = {c for c, number in state.places.region_of.items() if number == state.region and c in names}
    ds, division = state.ds, division_of_today(state.ds)
    near = (nearby(ds, division, region) | named_of(ds, state.places, state.organisation)) & names.keys()
    ticked = {c for c in (*shown.codes, *(known.value if known else ())) if c in names}
    if found.query.get("vink") == "alle" and not shown.answer:
        shown = Typed("changed", codes=tuple(sorted(region | set(shown.codes))))

    def sorted_names(codes: set[str]) -> list[tuple[str, str]]:
        return sorted(((c, names[c]) for c in codes), key=lambda pair: pair[1].casefold().lstrip("'"))

    boxes = region | near | ticked
    title = _("Kaart van de regio en de gemeenten daaromheen; wat is aangevinkt, is gekleurd")
    name = state.places.region_names.get(state.region or 0, "")
    return {
        "lists": [(_("Gemeenten in de regio {name}").format(name=name), sorted_names(region)),
                  (_("Gemeenten daarbuiten"), sorted_names(boxes - region))],
        "typed": shown, "map": drawn_area(ds, division, sorted(boxes), title), "style": colours(sorted(boxes)),
        "fill": question_url(found, key, vink="alle", naar=found.query.get("naar", "")),
        "fill_words": _("Vink alle {count} gemeenten van de regio aan").format(count=len(region)),
    }  # fmt: skip


def keep(found: Asked, state: Answering, store: Store) -> Response:
    """A question that comes back: kept as a draft and on to the next, or the page again with what is wrong."""
    key = asked_key(found, state)
    if key is None:
        return refused_page(found, 404)
    known, typed = state.known(key), typed_in(found.form)
    if found.field("seen") != fingerprint(known):
        told = _(
            "Wat bekend is veranderde terwijl je antwoordde. Kijk of je antwoord nog klopt en kies opnieuw “Verder”."
        )
        return question_page(found, state, typed, Fault("answer-0", told))
    made = read_form(state, key, known, typed)
    if isinstance(made, Fault):
        return question_page(found, state, typed, made)
    at, content = made
    _save(store, state, at, content, found)
    state = state.anew(store)
    further = None if found.query.get("naar") == TO_CHECK else state.after(key)
    kept = f"{at[0]}~{at[1].value}"
    if further is None:
        return found.go(TO_CHECK, bewaard=kept)
    return found.go("vraag", further[0], further[1].value, bewaard=kept)


def _save(store: Store, state: Answering, at: Key, content: dict[str, Any], found: Asked) -> None:
    """Keep a draft; when a colleague wrote there since this page was made, that is kept with it to be told."""
    content["base_seq"] = min(_number(found.field("base_seq")), state.book.seq)
    who, editor = Respondent(state.session.invitation.invitation_id), state.session.editor
    before = save_draft(store, who, at, content, editor, _number(found.field("version")))
    if before is not None:
        told = answer_in_words(state.questions.questions[at[1]], before.content, state.places.names)
        save_draft(store, who, at, content | {"replaced": told}, editor)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 12 else 0


def new(found: Asked, state: Answering, typed: Typed | None = None, fault: Fault | None = None) -> Response:
    """A name for a programme that is not asked about yet."""
    if state.region is None:
        return refused_page(found, 404)
    return found.render(
        "new.html", 400 if fault else 200, title=_("Een programma toevoegen"), csrf=state.session.csrf(),
        base_seq=state.book.seq, typed=typed or Typed(), faults=(fault,) if fault else (),
    )  # fmt: skip


def add(found: Asked, state: Answering, store: Store) -> Response:
    """A programme that a centre adds; on to the questions about it."""
    if state.region is None:
        return refused_page(found, 404)
    typed = typed_in({**found.form, "answer": ["added"]})
    made = read_form(state, (f"region:{state.region}", AnswerField.EXISTENCE), None, typed)
    if isinstance(made, Fault):
        return new(found, state, typed, made)
    at, content = made
    _save(store, state, at, content, found)
    state = state.anew(store)
    further = next((q for q in state.asked if q[0] == at[0] and state.is_open(q)), at)
    return found.go("vraag", further[0], further[1].value, bewaard=f"{at[0]}~{at[1].value}")
