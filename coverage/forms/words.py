"""Words of the form: names of tasks, values of answers, and what an answer changes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from coverage.i18n import _, label, partial_day
from coverage.inventory.questions import CHOICES, Question
from coverage.vocabulary import AnswerField, AnswerKind


def task(field: AnswerField) -> str:
    """A question as something to do."""
    return {
        AnswerField.EXISTENCE: _("Zeg of het er is"),
        AnswerField.EXECUTOR: _("Controleer wie het uitvoert"),
        AnswerField.AREA: _("Controleer het werkgebied"),
        AnswerField.GROUPS: _("Controleer voor welke groepen het is"),
        AnswerField.ACCESS: _("Controleer wie mag meedoen"),
        AnswerField.CAPACITY_CLASS: _("Zeg of er nu plaats is"),
        AnswerField.WAITING_CLASS: _("Zeg hoe lang de wachttijd is"),
        AnswerField.PROFESSIONAL_ROUTE: _("Zeg hoe een hulpverlener verwijst"),
        AnswerField.LEGAL_BASIS: _("Noem het besluit waarop het rust"),
        AnswerField.NEXT_CONTACT: _("Zeg welke afdeling de volgende keer antwoordt"),
        AnswerField.RECOGNITION: _("Zeg of jullie dit programma kennen"),
    }[field]


def choice_in_words(kind: AnswerKind, field: AnswerField, is_known: bool) -> str:
    """An answer as a choice: what somebody says by ticking it."""
    if kind is AnswerKind.CONFIRMED:
        return _("Klopt nog")
    if kind is AnswerKind.CHANGED:
        return _("Het is anders, namelijk:") if is_known else _("Het antwoord is:")
    if kind is AnswerKind.ADDED:
        return _("Ja, er is een programma:")
    if kind is AnswerKind.ENDED:
        return _("Het is gestopt")
    if kind is AnswerKind.NONE:
        return _("Er is er geen") if field is AnswerField.EXISTENCE else _("Dat is er niet")
    return _("Dat weten wij niet") if kind is AnswerKind.UNKNOWN else _("Dat is niet aan ons")


def value_in_words(question: Question, value: Any, towns: Mapping[str, str]) -> str:
    """The value of an answer, for people."""
    if value is None or value is True:
        return ""
    if question.form == "municipalities":
        return ", ".join(sorted((towns.get(code, code) for code in value), key=str.casefold))
    if question.form in CHOICES:
        codes = CHOICES[question.form]
        return ", ".join(label(codes(v)) for v in ([value] if isinstance(value, str) else value))
    return str(value)


def answer_in_words(question: Question, content: Mapping[str, Any], towns: Mapping[str, str]) -> str:
    """An answer (kind, value, since) in words."""
    kind = AnswerKind(content["kind"])
    said = value_in_words(question, content.get("value"), towns) or label(kind)
    since = content.get("since")
    return _("{said}, sinds {since}").format(said=said, since=partial_day(since)) if since else said
