"""What is said of an area or a province that was typed for a municipality, and which names there are to choose from."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from coverage.dataset import Dataset
from coverage.geography.areas import division_areas
from coverage.geography.lineage import division_at
from coverage.geography.names import sort_key
from coverage.geography.region_names import region_names
from coverage.geography.wider import wider_place
from coverage.i18n import _, label, number


class WiderChoice(NamedTuple):
    """A sentence, and the names of the municipalities and of the DUUP regions that a reader may mean."""

    sentence: str
    municipalities: tuple[str, ...]
    regions: tuple[str, ...]


def wider_choice(ds: Dataset, typed: str, on: date) -> WiderChoice | None:
    """What there is to choose from on a date; None when no table has the members of what was typed."""
    place = wider_place(ds, typed, on)
    if place is None:
        return None
    areas, regions = division_areas(ds, division_at(ds, on).id), region_names(ds)
    names = dict(zip(areas["code"], areas["name"], strict=True))
    whole = _("{name} is een {kind} met {count} gemeenten. Kies een gemeente, of bekijk de regio.")
    part = _(
        "Welke gemeenten in {typed} liggen, staat niet in onze gegevens. Dit zijn de {count} gemeenten van {name} "
        "({kind}). Kies een gemeente, of bekijk de regio."
    )
    sentence = (part if place.part else whole).format(
        name=place.name, typed=typed, kind=label(place.kind), count=number(len(place.codes))
    )
    chosen = tuple(sorted((names[code] for code in place.codes), key=sort_key))
    return WiderChoice(sentence, chosen, tuple(regions[n] for n in place.regions))
