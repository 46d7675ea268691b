"""The survey of 2018 among municipalities, in words that keep to those who answered.

Contradiction T18 and T38: how many municipalities answered is not in the summary, so no figure may
be read as a share of all municipalities, and none is shown with decimals.
"""

from __future__ import annotations

from dataclasses import dataclass

from coverage.dataset import Dataset
from coverage.i18n import _, language, number, partial_day, percent
from coverage.vocabulary import FigureKind

NAMED = "naam"  # the unit of a finding that is a name


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding, in the language of the reader: what, how much, and of whom.

    ``value`` is empty for findings in words; ``when`` is in words.
    """

    what: str
    value: str
    of_whom: str
    source_id: str
    detail: str
    note: str
    when: str


def findings(ds: Dataset) -> tuple[Finding, ...]:
    """What the survey itself reported, in the order of the source; derived figures are left out."""
    return tuple(_finding(r) for r in ds.table("survey").itertuples() if r.among_municipalities)


def conclusions(ds: Dataset) -> tuple[Finding, ...]:
    """What sources beside the answers of municipalities say of the programmes in the country; none is derived."""
    return tuple(
        _finding(r)
        for r in ds.table("survey").itertuples()
        if not r.among_municipalities and FigureKind(r.kind) is not FigureKind.DERIVED
    )


def _finding(r) -> Finding:  # type: ignore[no-untyped-def]
    what, of_whom, note = (
        (r.indicator_en, r.denominator_en, r.note_en) if language() == "en" else (r.indicator, r.denominator, r.note)
    )
    value = r.value if r.unit == NAMED else _value(r.value, r.unit)
    return Finding(what, value, of_whom, r.source_id, r.source_detail, note, partial_day(r.date))


def _value(value: str, unit: str) -> str:
    if not value.isdecimal():
        return ""
    return percent(int(value) / 100).replace(",0", "").replace(".0", "") if unit == "procent" else number(int(value))


def caution() -> str:
    """How these figures may be read."""
    return _(
        "Deze cijfers gaan alleen over de gemeenten die antwoordden. Hoeveel dat er waren, staat niet in de "
        "samenvatting. Ze zeggen dus niets over alle gemeenten, en de gemeenten zijn niet bij naam bekend: daarom "
        "staan zij niet op de kaart."
    )
