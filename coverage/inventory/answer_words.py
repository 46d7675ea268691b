"""What an answer is about, in the words of a reader."""

from __future__ import annotations

from coverage.i18n import _, number
from coverage.inventory.subjects import Places, parse_subject


def counted_answers(count: int) -> str:
    """A number of answers in words."""
    return _("1 antwoord") if count == 1 else _("{count} antwoorden").format(count=number(count))


def subject_in_words(subject: str, places: Places) -> str:
    """What an answer is about, by name."""
    told = parse_subject(subject)
    if told.kind == "region":
        return _("regio {number}, {name}").format(number=told.region, name=places.region_names.get(told.region, ""))
    programme = places.programme_names.get(told.programme, told.programme)
    if told.kind == "programme":
        return programme
    town = places.names.get(told.municipality, told.municipality)
    if told.kind == "municipality":
        return _("gemeente {name}").format(name=town)
    return _("{programme} en {name}").format(programme=programme, name=town)
