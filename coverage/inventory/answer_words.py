"""Answers, subjects and values in the words of a reader: at the desk, on letters and in lists."""

from __future__ import annotations

from typing import Any

from coverage.i18n import _, label
from coverage.inventory.book import Answer
from coverage.inventory.questions import CHOICES, question_set, versions
from coverage.inventory.subjects import Places, parse_subject
from coverage.vocabulary import AnswerField


def subject_in_words(subject: str, places: Places) -> str:
    """What an answer is about, by name."""
    told = parse_subject(subject)
    if told.kind == "region":
        return _("regio {number}, {name}").format(number=told.region, name=places.region_names.get(told.region, ""))
    programme = places.programme_names.get(told.programme, told.programme)
    if told.kind == "programme":
        return f"{programme} ({told.programme})"
    town = places.names.get(told.municipality, told.municipality)
    if told.kind == "municipality":
        return _("gemeente {name}").format(name=town)
    return _("{programme} en {name}").format(programme=programme, name=town)


def said_in_words(value: Any, about: AnswerField, places: Places) -> str:
    """A value by the form of its question; empty when there is none."""
    if value is None or value == "":
        return ""
    form = question_set(versions()[-1]).questions[about].form
    if form == "text":
        return str(value)
    parts = value.split(";") if isinstance(value, str) else list(value)
    if form == "municipalities":
        return ", ".join(sorted(places.names.get(str(p), str(p)) for p in parts))
    return ", ".join(label(CHOICES[form](str(p))) for p in parts)


def answer_in_words(answer: Answer, places: Places) -> str:
    """Kind and value of an answer, with since when."""
    value = _("(tekst gewist)") if answer.erased else said_in_words(answer.value, answer.field, places)
    said = f"{label(answer.kind)}: {value}" if value else label(answer.kind)
    return _("{said}, sinds {since}").format(said=said, since=answer.since) if answer.since else said
