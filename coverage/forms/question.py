"""One question as choices to tick, and what comes back of it as an answer."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from coverage.forms.known import Known
from coverage.forms.state import Key, Questioned
from coverage.forms.words import choice_in_words
from coverage.i18n import _, definition, label, sentence_case
from coverage.inventory import InventoryError
from coverage.inventory.chain import canonical
from coverage.inventory.questions import CHOICES, Question
from coverage.inventory.screening import text_fault
from coverage.inventory.statements import AnswerStatement, StatementError, checked
from coverage.inventory.subjects import parse_subject
from coverage.vocabulary import AnswerField, AnswerKind, Criterion, TargetGroup

Form = Mapping[str, Sequence[str]]
NOT_OFFERED = frozenset({  # words for what sources leave unsaid, which whoever answers need not
    Criterion.CONTRADICTORY, Criterion.UNSTATED, Criterion.UNKNOWN, TargetGroup.ILLEGAL_UNSPECIFIED,
    TargetGroup.YOUNG_UNSPECIFIED, TargetGroup.ORIGIN,
})  # fmt: skip
_ABOUT_WHAT_RUNS = frozenset({AnswerKind.CONFIRMED, AnswerKind.ENDED})
_TEXTS = frozenset({"text", "municipalities", "groups"})


@dataclass(frozen=True, slots=True)
class Option:
    """A choice; ``more`` says what goes with it: text, municipalities, groups, or nothing. ``since`` asks a date."""

    value: str
    words: str
    hint: str = ""
    more: str = ""
    since: bool = False


def options(state: Questioned, key: Key, known: Known | None) -> list[Option]:
    """What can be answered. What is known can be confirmed or ended; what nobody knows can only be told."""
    question, about = state.question(key), parse_subject(key[0]).kind
    found: list[Option] = []
    for kind in question.kinds:
        if (kind in _ABOUT_WHAT_RUNS and known is None) or (kind is AnswerKind.ADDED and about == "programme"):
            continue
        if kind is AnswerKind.CHANGED and question.form not in _TEXTS:
            codes = [c for c in CHOICES[question.form] if c not in NOT_OFFERED]
            found += [Option(f"{kind.value}:{c.value}", sentence_case(label(c))) for c in codes]
            continue
        takes = kind in {AnswerKind.CHANGED, AnswerKind.ADDED}
        hint = known.words if kind is AnswerKind.CONFIRMED and known else definition(kind)
        if kind is AnswerKind.NOT_OURS:
            hint = _("Een andere organisatie weet dit. Noem die organisatie in de toelichting.")
        since = kind in {AnswerKind.ADDED, AnswerKind.ENDED}
        found.append(
            Option(
                kind.value,
                choice_in_words(kind, key[1], known is not None),
                hint,
                question.form if takes else "",
                since,
            )
        )
    return found


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the fields of a question, sound or not."""

    answer: str = ""
    text: str = ""
    codes: tuple[str, ...] = ()
    others: str = ""
    since: str = ""
    remark: str = ""


def typed_in(form: Form) -> Typed:
    """What a form brought; long texts are cut, since the page shows them again."""
    one = {name: (form.get(name) or [""])[0][:2000] for name in ("answer", "text", "others", "since", "remark")}
    return Typed(codes=tuple(dict.fromkeys(form.get("code", ())))[:400], **one)


def prefilled(state: Questioned, key: Key, known: Known | None) -> Typed:
    """What stands there at first: the draft, else what was sent in this round, else the stable value of what is known.

    Nothing is ticked unless this organisation ticked it: what is known is confirmed by hand, question by question.
    """
    question = state.question(key)
    if draft := state.drafts.get(key):
        return _filled(question, **{n: draft.content.get(n) for n in ("kind", "value", "since", "remark")})
    if sent := state.sent(key):
        return _filled(question, sent.kind.value, sent.value, sent.since, sent.remark)
    if known is None or question.volatile or known.value is True:
        return Typed()
    filled = _filled(question, "", known.value, "", "")
    return filled


def _filled(question: Question, kind: str, value: Any, since: str, remark: str) -> Typed:
    single = kind == AnswerKind.CHANGED and question.form not in _TEXTS
    listed = value if isinstance(value, list) else []
    text = value if isinstance(value, str) and question.form == "text" else ""
    return Typed(f"{kind}:{value}" if single else kind, text, tuple(listed), "", since or "", remark or "")


def fingerprint(known: Known | None) -> str:
    """What a form carries of what was shown beside it, to notice that it changed meanwhile."""
    return sha256(canonical(known.shown() if known else None).encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a form; ``place`` is the id of the field to go to."""

    place: str
    words: str


def read_form(state: Questioned, key: Key, known: Known | None, typed: Typed) -> tuple[Key, dict[str, Any]] | Fault:
    """The answer as a draft keeps it and the key under which, or what is wrong. Everything is checked as when sent."""
    question = state.question(key)
    offered = {o.value: o for o in options(state, key, known)}
    if typed.answer not in offered:
        return Fault("answer-0", _("Kies een antwoord."))
    kind, _colon, code = typed.answer.partition(":")
    value: Any = code or None
    if more := offered[typed.answer].more:
        value = typed.text if more == "text" else list(typed.codes)
        if more == "municipalities":
            value += [name for name in re.split(r"[,;\n]", typed.others) if name.strip()]
    since = typed.since.strip() if offered[typed.answer].since else ""
    if kind == AnswerKind.ADDED:
        key = _new_key(state, key, str(value or ""))
    one = AnswerStatement(key[0], key[1], AnswerKind(kind), value, since, typed.remark)
    try:
        (sound,) = checked([one], state.organisation, state.questions, state.places)
    except StatementError as error:
        what = next(iter(error.faults.values()))
        return Fault(_place(question, typed, what, list(offered)), what)
    except InventoryError as error:
        return Fault("answer-0", str(error))
    shown = known.shown() if known else None
    content = {"kind": kind, "value": sound.value, "since": sound.since, "remark": sound.remark, "shown": shown}
    return key, content


def statement_of(key: Key, content: Mapping[str, Any]) -> AnswerStatement:
    """What is sent of a draft."""
    return AnswerStatement(
        *key, AnswerKind(content["kind"]), content.get("value"), content.get("since", ""), content.get("remark", ""),
        content.get("shown"), content.get("base_seq", 0),
    )  # fmt: skip


def _new_key(state: Questioned, key: Key, name: str) -> Key:
    """A programme that a centre adds is a subject of its own, so that executor, area and groups can be told of it."""
    if state.region is None:
        return key
    words = re.sub(r"[^A-Z0-9]+", "-", name.upper()).strip("-")[:18].strip("-")
    stem = f"{state.organisation}-{words}" if words else state.organisation
    taken = state.places.taken | {d[0].partition(":")[2] for d in state.drafts if d != key}
    found = next(n for n in (stem, *(f"{stem}-{i}" for i in range(2, 1000))) if n not in taken)
    return f"programme:{found}", AnswerField.EXISTENCE


def _place(question: Question, typed: Typed, what: str, offered: list[str]) -> str:
    """The field that a fault is about: a text that is screened, a date, or the choice itself."""
    if text_fault(typed.remark.strip()) == what:
        return "remark"
    if typed.since and (
        _("“Sinds” ligt in de toekomst; noem de dag waarop het begon of stopte.") == what or "jjjj" in what
    ):
        return f"since-{offered.index(typed.answer)}"
    if question.form in _TEXTS and typed.answer in {AnswerKind.CHANGED, AnswerKind.ADDED}:
        return {"text": "text", "municipalities": "others", "groups": "code-0"}[question.form]
    return f"answer-{offered.index(typed.answer)}"
