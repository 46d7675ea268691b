"""Names and places of programmes and centre municipalities, looked up once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from coverage.dataset import Dataset, Geography
from coverage.dataset.memo import per_geography, per_snapshot
from coverage.dates import start
from coverage.i18n import _, number


@per_snapshot(maxsize=64)
def programme_names(ds: Dataset, on: date | None = None) -> dict[str, str]:
    """Programme -> its name in the latest source, or in the latest source up to a date where there is one."""
    rows = ds.table("programmes")
    names = dict(zip(rows["programme_id"], rows["name"], strict=True))
    if on:
        spoken = [(start(r.date), r.programme_id, r.name) for r in ds.table("programme_periods").itertuples()]
        names |= {programme: name for begin, programme, name in sorted(spoken) if begin <= on}
    return names


def in_words(ds: Dataset, programmes: Iterable[str], on: date | None = None) -> str:
    """Names of programmes on a date, separated by semicolons; empty when there are none."""
    return "; ".join(programme_names(ds, on)[p] for p in programmes)


@per_geography(maxsize=1)
def municipality_names(ds: Geography) -> dict[str, str]:
    """Municipality code -> name."""
    rows = ds.table("municipalities")
    return dict(zip(rows["code"], rows["name"], strict=True))


@per_geography(maxsize=1)
def duvo_centres(ds: Geography) -> dict[str, str]:
    """DUVO region -> name of its centre municipality."""
    rows = ds.table("duvo_regions")
    return {r: municipality_names(ds)[c] for r, c in zip(rows["name"], rows["centre_code"], strict=True)}


@per_geography(maxsize=1)
def duup_centres(ds: Geography) -> dict[int, str]:
    """DUUP region number -> name of its centre municipality."""
    rows = ds.table("duup_regions")
    return {int(r): municipality_names(ds)[c] for r, c in zip(rows["number"], rows["centre_code"], strict=True)}


def counted(municipalities: int, people: int | None = None) -> str:
    """A number of municipalities in words, with their inhabitants when given: "3 gemeenten (12.345 inwoners)"."""
    if not municipalities:
        return _("geen enkele gemeente")
    count = _("1 gemeente") if municipalities == 1 else _("{count} gemeenten").format(count=number(municipalities))
    return count if people is None else _("{count} ({people} inwoners)").format(count=count, people=number(people))
