"""What a respondent sends: answers as they come in, checked and brought to one form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from coverage.dates import start, today
from coverage.i18n import _, label
from coverage.inventory import InventoryError
from coverage.inventory.questions import CHOICES, Question, QuestionSet
from coverage.inventory.screening import text_fault
from coverage.inventory.subjects import Places, parse_subject
from coverage.vocabulary import AnswerField, AnswerKind

WITH_VALUE = frozenset({AnswerKind.CHANGED, AnswerKind.ADDED})


@dataclass(frozen=True, slots=True)
class AnswerStatement:
    """One answer as it comes in.

    ``value`` is text, a code, or a list of codes, by the form of the question; names of municipalities and words of
    the vocabulary are understood too, in a text with commas. ``since`` is a day, month or year. ``shown`` is what the
    respondent saw (anything JSON can hold) and ``base_seq`` the number of the log at that moment.
    """

    subject: str
    field: AnswerField
    kind: AnswerKind
    value: Any = None
    since: str = ""
    remark: str = ""
    shown: Any = None
    base_seq: int = 0


class StatementError(InventoryError):
    """Answers that cannot be taken; ``faults`` gives (subject, field) -> what is wrong and what to do."""

    def __init__(self, faults: Mapping[tuple[str, AnswerField], str]) -> None:
        self.faults = dict(faults)
        super().__init__("\n".join(f"{subject}, {label(f)}: {what}" for (subject, f), what in self.faults.items()))


def checked(
    statements: Sequence[AnswerStatement], organisation: str, questions: QuestionSet, places: Places
) -> list[AnswerStatement]:
    """The statements in one form; StatementError with every fault when there is one."""
    faults: dict[tuple[str, AnswerField], str] = {}
    made: list[AnswerStatement] = []
    for one in sorted(
        statements, key=lambda s: s.kind is not AnswerKind.ADDED
    ):  # what is new before what is said of it
        key = (one.subject, one.field)
        try:
            if key in {(m.subject, m.field) for m in made}:
                raise InventoryError(_("Deze vraag is twee keer beantwoord; laat één antwoord staan."))
            made.append(_checked(one, organisation, questions, places))
        except InventoryError as error:
            faults[key] = str(error)
    if not statements:
        raise InventoryError(_("Er is geen antwoord om te sturen."))
    if faults:
        raise StatementError(faults)
    return made


def _checked(one: AnswerStatement, organisation: str, questions: QuestionSet, places: Places) -> AnswerStatement:
    subject = parse_subject(one.subject)
    question = questions.questions[one.field]
    if one.field not in questions.sets[subject.kind]:
        raise InventoryError(_("Deze vraag hoort niet bij dit onderwerp."))
    if one.kind not in question.kinds:
        choices = ", ".join(label(k) for k in question.kinds)
        raise InventoryError(
            _("“{kind}” kan hier niet; kies uit {choices}.").format(kind=label(one.kind), choices=choices)
        )
    if why := places.may_speak(organisation, subject, one.kind):
        raise InventoryError(why)
    value = _value(one.value, question, places) if one.kind in WITH_VALUE else None
    if one.kind is AnswerKind.ADDED and subject.kind == "programme":
        places.add(subject.programme, organisation, str(value))
    if fault := text_fault(one.remark.strip()):
        raise InventoryError(fault)
    return AnswerStatement(
        one.subject, one.field, one.kind, value, _since(one.since), one.remark.strip(), one.shown, one.base_seq
    )  # fmt: skip


def _since(text: str) -> str:
    if not text:
        return ""
    try:
        first = start(text)
    except ValueError:
        raise InventoryError(
            _("“{text}” is geen datum; schrijf jjjj, jjjj-mm of jjjj-mm-dd.").format(text=text[:40])
        ) from None
    if first > today():
        raise InventoryError(_("“Sinds” ligt in de toekomst; noem de dag waarop het begon of stopte."))
    return text


def _value(given: Any, question: Question, places: Places) -> Any:
    """The value by the form of its question."""
    if question.form == "text":
        text = " ".join(str(given or "").split())
        if not text:
            raise InventoryError(_("Vul een antwoord in."))
        if fault := text_fault(text, question.most):
            raise InventoryError(fault)
        return text
    parts = given.split(",") if isinstance(given, str) else list(given or ())
    parts = [str(p).strip() for p in parts if str(p).strip()]
    if not parts:
        raise InventoryError(_("Kies een antwoord."))
    if question.form == "municipalities":
        return sorted({places.code(p) for p in parts})
    codes = CHOICES[question.form]
    known = {name.casefold(): c.value for c in codes for name in (c.value, c.label("nl"), c.label("en"))}
    if wrong := [p for p in parts if p.casefold() not in known]:
        raise InventoryError(
            _("“{value}” is geen keuze; kies uit {choices}.").format(
                value=wrong[0][:40], choices=", ".join(label(c) for c in codes)
            )
        )
    found = sorted({known[p.casefold()] for p in parts})
    if question.form == "groups":
        return found
    if len(found) > 1:
        raise InventoryError(_("Kies één antwoord."))
    return found[0]
