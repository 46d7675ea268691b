"""From what a reader types, or a link holds, to a DUUP region: its name, its centre municipality or its number."""

from __future__ import annotations

import re
from difflib import get_close_matches

from coverage.dataset import Dataset, Geography
from coverage.dataset.memo import per_geography
from coverage.dates import today
from coverage.geography.areas import membership_on
from coverage.geography.lineage import division_at
from coverage.geography.names import LONGEST, NameProblem, no_postcodes, resolve
from coverage.geography.postcode import is_postcode
from coverage.geography.readings import ALIKE, MOST_SUGGESTIONS
from coverage.geography.spelling import key
from coverage.geography.wider import wider_place
from coverage.i18n import _

_BEFORE = re.compile(r"^(?:de)?(?:duup)?(?:regio|region)(?:nr|nummer|number)?")  # of a key: "regio 7", "DUUP-regio X"


class UnknownRegion(NameProblem):
    """No DUUP region is called so; ``suggestions`` are names of regions that may be meant, best first."""

    def __init__(self, text: str, suggestions: tuple[str, ...], belongs: bool, wider: bool = False) -> None:
        self.suggestions = suggestions
        words = (
            _("“{text}” is geen DUUP-regio, maar een gemeente in de regio {names}.")
            if belongs
            else _("“{text}” is geen DUUP-regio. Gemeenten daar horen bij: {names}.")
            if wider
            else no_postcodes(text)
            if is_postcode(text)
            else _("“{text}” is geen DUUP-regio. Lijkt op: {names}.")
            if suggestions
            else _("“{text}” is geen DUUP-regio. Kies een regio uit de lijst.")
        )
        super().__init__(words.format(text=text[:LONGEST], names=", ".join(suggestions)))


def resolve_region(ds: Dataset, text: str) -> int:
    """The number of the region that is meant; capitals, accents, hyphens and the word "regio" do not matter.

    A name or number of the table, or another spelling of the centre municipality. UnknownRegion for anything else:
    for a municipality that leads no region it suggests the region that it belongs to today.
    """
    known, names = _spellings(ds), region_names(ds)
    typed = key(text[:LONGEST])
    for spelling in (typed, _BEFORE.sub("", typed)):
        if spelling in known:
            return known[spelling]
        if spelling.isdecimal() and int(spelling) in names:
            return int(spelling)
    if place := wider_place(ds, text[:LONGEST], today()):
        raise UnknownRegion(text, tuple(names[n] for n in place.regions), False, wider=True)
    like = get_close_matches(_BEFORE.sub("", typed), known, n=MOST_SUGGESTIONS, cutoff=ALIKE)
    suggested = tuple(dict.fromkeys(names[known[k]] for k in like))
    try:
        match = resolve(ds, text)
    except NameProblem:
        raise UnknownRegion(text, suggested, False) from None
    if (number := _led_by(ds).get(match.code)) is not None:
        return number
    members = membership_on(ds, today())
    of = dict(zip(members["code"], members["duup_number"], strict=True))
    holders = (of.get(code) for code in match.codes_in(division_at(ds, today()).id))
    inside = tuple(dict.fromkeys(names[int(n)] for n in holders if n is not None))
    raise UnknownRegion(text, inside or suggested, bool(inside))


@per_geography(maxsize=1)
def region_names(ds: Geography) -> dict[int, str]:
    """Number -> name, in the order of the table."""
    table = ds.table("duup_regions")
    return {int(n): str(name) for n, name in zip(table["number"], table["name"], strict=True)}


@per_geography(maxsize=1)
def _led_by(ds: Geography) -> dict[str, int]:
    """Centre municipality -> its region."""
    table = ds.table("duup_regions")
    return {str(code): int(n) for code, n in zip(table["centre_code"], table["number"], strict=True)}


@per_geography(maxsize=1)
def _spellings(ds: Geography) -> dict[str, int]:
    return {key(name): number for number, name in region_names(ds).items()}
