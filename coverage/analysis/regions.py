"""The DUUP regions with their DUVO regions, municipalities and inhabitants."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coverage.analysis.population import complete_years, inhabitants
from coverage.dataset import Dataset
from coverage.dataset.divisions import PIECES_FROM, duup_of
from coverage.geography.areas import membership_on
from coverage.geography.lineage import division_at


@dataclass(frozen=True, slots=True)
class Region:
    """A DUUP region; ``municipalities`` and ``uncertain`` are counts."""

    number: int
    name: str
    duvo: tuple[str, ...]
    municipalities: int
    inhabitants: int
    uncertain: int


def regions_in(ds: Dataset, year: int) -> tuple[Region, ...]:
    """The regions with municipalities on 1 January of a complete population year (of 2021 for earlier years).

    Raises ValueError, with the years to choose from, when the year is not complete.
    """
    known = [y.year for y in complete_years(ds)]
    if year not in known:
        raise ValueError(f"Voor {year} zijn geen volledige inwoneraantallen; kies uit {', '.join(map(str, known))}.")
    on = max(date(year, 1, 1), PIECES_FROM)
    counts = inhabitants(ds, year, division_at(ds, on).id)
    members = membership_on(ds, on)
    names = ds.table("duvo_regions")["name"]
    duup = duup_of(ds.table("duvo_duup"), on)
    found = []
    for r in ds.table("duup_regions").itertuples():
        own = members[members["duup_number"] == r.number]
        if own.empty:
            continue
        found.append(
            Region(
                number=int(r.number),
                name=r.name,
                duvo=tuple(name for name in names if duup.get(name) == r.number and name in set(own["duvo_region"])),
                municipalities=len(own),
                inhabitants=sum(counts[code] for code in own["code"]),
                uncertain=int(own["duup_uncertain"].sum()),
            )
        )
    return tuple(found)
