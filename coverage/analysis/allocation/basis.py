"""What the money is shared out over: regions with their municipalities and inhabitants on one division."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import MAXYEAR, date

from coverage.analysis.allocation.budget import AllocationError
from coverage.analysis.population import complete_years, inhabitants
from coverage.dataset import Geography
from coverage.dataset.divisions import PIECES_FROM
from coverage.dataset.memo import per_geography
from coverage.geography.areas import membership_on
from coverage.geography.lineage import division, division_at, divisions, lineage
from coverage.i18n import _


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality with its region; ``options`` are all regions it may belong to, its own first.

    ``other`` holds its inhabitants in the year of comparison; ``estimated`` says that some of
    ``inhabitants`` was shared out over later borders by area.
    """

    code: str
    name: str
    inhabitants: int
    other: int
    options: tuple[int, ...]
    estimated: bool = False

    @property
    def region(self) -> int:
        """Number of the region it counts for."""
        return self.options[0]


@dataclass(frozen=True, eq=False)
class AllocationBasis:
    """All municipalities of a division. Compared by identity, so that it may key a cache.

    ``names`` maps region number to name, in order of number; every region has a municipality.
    """

    year: int
    other_year: int
    division_id: str
    names: dict[int, str]
    municipalities: tuple[Municipality, ...]
    provisional: bool = False
    source_id: str = ""
    other_source_id: str = ""

    @property
    def uncertain(self) -> tuple[Municipality, ...]:
        """Municipalities that may belong to more than one region."""
        return tuple(m for m in self.municipalities if len(m.options) > 1)

    def of_region(self, number: int) -> tuple[Municipality, ...]:
        """Municipalities that count for a region, in order of code."""
        return tuple(m for m in self.municipalities if m.region == number)


def usual_division(ds: Geography, year: int) -> str:
    """The division of 1 January of a year, also of one that no calendar has; that of 2021 for earlier years."""
    return division_at(ds, date(min(max(year, PIECES_FROM.year), MAXYEAR), 1, 1)).id


@per_geography(maxsize=32)  # two per year for one choice; what is drawn of one may be 14 MB (drawings.joint)
def basis(ds: Geography, year: int, other_year: int, division_id: str) -> AllocationBasis:
    """The municipalities of a division with inhabitants of two complete population years.

    Memberships are those of 1 January of ``year`` when the division was in force then, and those of the
    first day of the division otherwise. Raises :class:`AllocationError` for an unknown year or division.
    """
    years = {y.year: y for y in complete_years(ds)}
    for wanted in (year, other_year):
        if wanted not in years:
            raise AllocationError(
                _("Voor {year} zijn geen volledige inwoneraantallen; kies uit {years}.").format(
                    year=wanted, years=", ".join(map(str, years))
                )
            )
    try:
        borders = division(ds, division_id)
    except KeyError:
        raise AllocationError(
            _("“{text}” is geen gemeentelijke indeling; kies uit {known}.").format(
                text=division_id, known=", ".join(d.id for d in divisions(ds))
            )
        ) from None
    usual = usual_division(ds, year) == division_id and year >= PIECES_FROM.year
    on = date(year, 1, 1) if usual else borders.valid_from
    members = membership_on(ds, on).sort_values("code")
    in_force = set(members["duup_number"])
    regions = ds.table("duup_regions").sort_values("number")
    municipalities = ds.table("municipalities")
    names = dict(zip(municipalities["code"], municipalities["name"], strict=True))
    counts, others = inhabitants(ds, year, division_id), inhabitants(ds, other_year, division_id)
    estimated = _estimated(ds, year, division_id)
    sources = ds.table("population_years").set_index("year")["source_id"]
    return AllocationBasis(
        year=year,
        other_year=other_year,
        division_id=division_id,
        names={int(n): str(name) for n, name in zip(regions["number"], regions["name"], strict=True) if n in in_force},
        municipalities=tuple(
            Municipality(
                code=m.code,
                name=names[m.code],
                inhabitants=counts[m.code],
                other=others[m.code],
                options=(int(m.duup_number), *(n for n in _alternatives(m) if n in in_force)),
                estimated=m.code in estimated,
            )
            for m in members.itertuples()
        ),
        provisional=years[year].provisional,
        source_id=str(sources[year]),
        other_source_id=str(sources[other_year]),
    )


def _alternatives(membership: object) -> list[int]:
    """Other regions of a membership row (``alternative_duup``, separated by ';') when its region is uncertain."""
    if not membership.duup_uncertain:  # type: ignore[attr-defined]
        return []
    numbers = [int(n) for n in str(membership.alternative_duup).split(";") if n.strip()]  # type: ignore[attr-defined]
    return [n for n in numbers if n != membership.duup_number]  # type: ignore[attr-defined]


def _estimated(ds: Geography, year: int, division_id: str) -> set[str]:
    pieces = ds.table("population_pieces")
    rows = pieces[(pieces["year"] == year) & pieces["estimated"]]
    return {lineage(ds).municipality(piece, division_id) for piece in rows["piece"]}
