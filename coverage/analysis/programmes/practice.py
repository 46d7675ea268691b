"""How programmes work, as sources tell: what they do in each phase, how, with whom, and where people went.

Of one programme, or of the country as a whole: sources also speak of no programme in particular.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from coverage.analysis.statements import NATIONAL
from coverage.dataset import Dataset
from coverage.dataset.frames import rows
from coverage.dates import start
from coverage.i18n import _, label, language, partial_day, sentence_case
from coverage.vocabulary import FeatureKind, Phase, Reading


@dataclass(frozen=True, slots=True)
class Practice:
    """One thing that a source says of how a programme works.

    ``stated``: the source itself puts it under ``heading``; otherwise that is our reading. ``of`` names the programme,
    or the programmes together, that it is about, where the place does not; empty for the country as a whole.
    """

    heading: str
    text: str
    stated: bool
    when: str
    source_id: str
    detail: str
    reading: Reading
    of: str = ""


def practice(ds: Dataset, programme_id: str, on: date) -> dict[str, tuple[Practice, ...]]:
    """Heading -> what sources up to a date say under it, phases first; empty when none says anything."""
    return _by_heading(line for line, day in _lines(ds, {programme_id: ""}) if day <= on)


def _by_heading(lines: Iterable[Practice]) -> dict[str, tuple[Practice, ...]]:
    told: dict[str, list[Practice]] = {}
    for line in lines:
        told.setdefault(line.heading, []).append(line)
    order = [*map(_phase, Phase), *map(_feature, FeatureKind), _partners(), _afterwards()]
    return {heading: tuple(told[heading]) for heading in order if heading in told}


def phases_told(ds: Dataset, programme_id: str, on: date) -> bool:
    """Whether a source up to a date tells what the programme did in a phase with a name."""
    found = practice(ds, programme_id, on)
    return any(_phase(phase) in found for phase in Phase if phase is not Phase.UNSPECIFIED)


def told_nationwide(ds: Dataset, on: date, kinds: Collection[FeatureKind | Phase]) -> dict[str, tuple[Practice, ...]]:
    """Heading -> what sources up to a date say of no programme in particular, of these subjects."""
    headings = {_phase(k) if isinstance(k, Phase) else _feature(k) for k in kinds}
    programmes = ds.table("programmes")
    named = {
        p.programme_id: "" if p.programme_id == NATIONAL else p.name
        for p in programmes[programmes["national_scope"]].itertuples()
    }
    return _by_heading(line for line, day in _lines(ds, named) if day <= on and line.heading in headings)


def told_by_programmes(ds: Dataset, on: date, kind: FeatureKind) -> tuple[Practice, ...]:
    """What sources up to a date say on one subject of single programmes, each with the name of its programme."""
    programmes = ds.table("programmes")
    named = {p.programme_id: p.name for p in programmes[~programmes["national_scope"]].itertuples()}
    return tuple(line for line, day in _lines(ds, named) if day <= on and line.heading == _feature(kind))


def _lines(ds: Dataset, named: Mapping[str, str]) -> Iterator[tuple[Practice, date]]:
    dutch = language() == "nl"

    def line(row, heading: str, text: str, stated: bool = True) -> tuple[Practice, date]:  # type: ignore[no-untyped-def]
        told = partial_day(row.date), row.source_id, row.source_detail, Reading(row.reading)
        return Practice(heading, text, stated, *told, named[row.programme_id]), start(row.date)

    for table in ("activities", "features", "partners", "exit_destinations"):
        for r in rows(ds.table(table)):
            if r.programme_id not in named:
                continue
            if table == "activities":
                yield line(r, _phase(Phase(r.phase)), r.activity if dutch else r.activity_en, bool(r.stated))
            elif table == "features":
                yield line(r, _feature(FeatureKind(r.kind)), r.value if dutch else r.value_en)
            elif table == "partners":
                yield line(r, _partners(), f"{r.partner}: {r.role}" if r.role else r.partner)
            else:
                yield line(r, _afterwards(), r.value if dutch else r.value_en)


def _feature(kind: FeatureKind) -> str:
    return sentence_case(label(kind))


def _phase(phase: Phase) -> str:
    words = sentence_case(label(phase))
    return words if phase is Phase.UNSPECIFIED else _("Fase: {phase}").format(phase=label(phase))


def _partners() -> str:
    return _("Samenwerkingspartners")


def _afterwards() -> str:
    return _("Waar mensen daarna heen gingen")
