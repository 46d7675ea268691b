"""How a programme works, as its sources tell: what it does in each phase, how, with whom, and where people went."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from coverage.dataset import Dataset
from coverage.dataset.frames import rows
from coverage.dates import start
from coverage.i18n import _, label, language, partial_day
from coverage.vocabulary import FeatureKind, Phase, Reading


@dataclass(frozen=True, slots=True)
class Practice:
    """One thing that a source says of how a programme works. ``stated``: the source itself puts it under ``heading``;
    otherwise that is our reading."""

    heading: str
    text: str
    stated: bool
    when: str
    source_id: str
    detail: str
    reading: Reading


def practice(ds: Dataset, programme_id: str, on: date) -> dict[str, tuple[Practice, ...]]:
    """Heading -> what sources up to a date say under it, phases first; empty when none says anything."""
    told: dict[str, list[Practice]] = {}
    for line, day in _lines(ds, programme_id):
        if day <= on:
            told.setdefault(line.heading, []).append(line)
    order = [*map(_phase, Phase), *(_capital(label(k)) for k in FeatureKind), _partners(), _afterwards()]
    return {heading: tuple(told[heading]) for heading in order if heading in told}


def phases_told(ds: Dataset, programme_id: str, on: date) -> bool:
    """Whether a source up to a date tells what the programme did in a phase with a name."""
    found = practice(ds, programme_id, on)
    return any(_phase(phase) in found for phase in Phase if phase is not Phase.UNSPECIFIED)


def _lines(ds: Dataset, programme_id: str) -> Iterator[tuple[Practice, date]]:
    dutch = language() == "nl"

    def line(row, heading: str, text: str, stated: bool = True) -> tuple[Practice, date]:  # type: ignore[no-untyped-def]
        told = partial_day(row.date), row.source_id, row.source_detail, Reading(row.reading)
        return Practice(heading, text, stated, *told), start(row.date)

    for table in ("activities", "features", "partners", "exit_destinations"):
        for r in rows(ds.table(table)):
            if r.programme_id != programme_id:
                continue
            if table == "activities":
                yield line(r, _phase(Phase(r.phase)), r.activity if dutch else r.activity_en, bool(r.stated))
            elif table == "features":
                yield line(r, _capital(label(FeatureKind(r.kind))), r.value if dutch else r.value_en)
            elif table == "partners":
                yield line(r, _partners(), f"{r.partner}: {r.role}" if r.role else r.partner)
            else:
                yield line(r, _afterwards(), r.value if dutch else r.value_en)


def _phase(phase: Phase) -> str:
    words = _capital(label(phase))
    return words if phase is Phase.UNSPECIFIED else _("Fase: {phase}").format(phase=label(phase))


def _partners() -> str:
    return _("Samenwerkingspartners")


def _afterwards() -> str:
    return _("Waar mensen daarna heen gingen")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
