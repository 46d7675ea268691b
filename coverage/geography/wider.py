"""From what a reader types to what is wider than a municipality: a province, or an area that sources speak of.

Each leads to its municipalities and the DUUP regions that they are in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from coverage.dataset import Dataset
from coverage.dataset.frames import rows
from coverage.dataset.memo import per_snapshot
from coverage.geography.areas import division_areas, membership_on
from coverage.geography.lineage import division_at, lineage
from coverage.geography.spelling import key
from coverage.vocabulary import PlaceKind

_WORD = re.compile(r"^(?:(?:de|het|the)\s+)?(?:provincie|province of|province|regio|region|streek|gebied)\s+", re.I)
_BEHIND = re.compile(r"\s*\([^()]*\)$|\s+(?:region|province|provincie)$", re.IGNORECASE)
_PART = re.compile(r"^(?:(?:noord|zuid)?(?:oost|west)|noord|zuid|midden|north|east|south)[\s-]+", re.I)


@dataclass(frozen=True, slots=True)
class WiderPlace:
    """A province or an area: its municipalities on the map of a date, wholly or partly in it, and the numbers of the
    DUUP regions that they are in. ``part``: what was typed is a part of it, whose own members are not known.
    """

    name: str
    kind: PlaceKind
    codes: tuple[str, ...]
    regions: tuple[int, ...]
    part: bool = False


def wider_place(ds: Dataset, text: str, on: date) -> WiderPlace | None:
    """The province or area that is meant; None when no table of the package has its members."""
    held = _areas(ds, on) | _provinces(ds, on)
    for part, typed in ((False, text), (False, _WORD.sub("", text)), (True, _PART.sub("", _WORD.sub("", text)))):
        if found := held.get(key(typed)):
            name, kind, codes = found
            members = membership_on(ds, on)
            numbers = members[members["code"].isin(codes)]["duup_number"]
            return WiderPlace(name, kind, codes, tuple(sorted({int(n) for n in numbers})), part)
    return None


@per_snapshot(maxsize=1)
def area_pieces(ds: Dataset) -> dict[str, frozenset[str]]:
    """Area -> the lineage pieces (municipalities of 2021) that it is made of."""
    found: dict[str, set[str]] = {area: set() for area in ds.table("areas")["area_id"]}
    for member in rows(ds.table("area_members")):
        found[member.area_id] |= set(lineage(ds).parts(member.piece))
    return {area: frozenset(pieces) for area, pieces in found.items()}


Held = dict[str, tuple[str, PlaceKind, tuple[str, ...]]]  # key of a spelling -> name, kind, codes of municipalities


def _areas(ds: Dataset, on: date) -> Held:
    """Areas by their Dutch and English names; of several of one name, the one of the date."""
    composition, found = lineage(ds).composition(division_at(ds, on).id), {}
    for r in sorted(rows(ds.table("areas")), key=lambda r: _holds(r, on)):
        codes = tuple(sorted({composition[piece] for piece in area_pieces(ds)[r.area_id] if piece in composition}))
        if not codes:
            continue
        for name in (r.name_en, r.name):
            bare = _WORD.sub("", _BEHIND.sub("", name))
            found[key(name)] = found[key(bare)] = (bare, PlaceKind.REGION, codes)
    return found


def _holds(area, on: date) -> bool:  # type: ignore[no-untyped-def]
    return bool(area.valid_from <= on and (not area.valid_to or on < area.valid_to))


def _provinces(ds: Dataset, on: date) -> Held:
    """Provinces with other ways to write them, by the municipalities that are on the map of the date."""
    codes: dict[str, list[str]] = {}
    for r in division_areas(ds, division_at(ds, on).id).itertuples():
        codes.setdefault(r.province, []).append(r.code)
    found: Held = {key(name): (name, PlaceKind.PROVINCE, tuple(own)) for name, own in codes.items()}
    for r in ds.table("places").itertuples():
        if r.kind == PlaceKind.PROVINCE and key(r.means or "") in found:
            found[key(r.name)] = found[key(r.means)]
    return found
