"""Every day on which municipalities or regions change, the day before, the day after and a year on, in one package."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from coverage.analysis.allocation.result import allocate
from coverage.analysis.allocation.scenario import baseline
from coverage.analysis.planned import planned_changes, planned_in_words
from coverage.analysis.population import inhabitants, population_year
from coverage.analysis.profile.facts import profile
from coverage.analysis.profile.text import facts
from coverage.analysis.status import status_at
from coverage.dataset import Dataset
from coverage.dataset.newest import read_dataset
from coverage.dataset.problems import check
from coverage.exports.formats import FORMATS, Request, make
from coverage.geography.areas import duup_regions, duvo_regions, municipalities, provinces
from coverage.geography.lineage import division_at, divisions
from coverage.geography.picture import picture
from coverage.geography.web import compressed

NEW_YEAR = date(2027, 1, 1)  # the day on which the tests let things change
LIGHT = ("csv", "json", "geojson", "svg")  # files to make on each day from then on; the others on one


def walk(root: Path, since: date = date.min) -> Dataset:
    """Status, maps, profiles, allocation and files of the package in ``root``: they stand and totals stay whole.

    ``since``: days before it are left out, and files that take long; where another test walks the whole.
    """
    assert check(root) == []
    ds = read_dataset(root)
    dated = [ds.table(name)[column] for name in ("memberships", "duvo_duup") for column in ("valid_from", "valid_to")]
    changes = {day for column in dated for day in column if day} | {d.valid_from for d in divisions(ds)} | {NEW_YEAR}
    whole = float(municipalities(ds, date(2021, 1, 1)).area.sum())
    days = {day + timedelta(days=step) for day in changes for step in (-1, 0, 1, 400)}
    for on in sorted(day for day in days if day >= since):
        report = status_at(ds, on)
        year = population_year(ds, on).year
        people = sum(r.inhabitants for r in report.rows)
        assert people == sum(inhabitants(ds, year, "2021").values())
        for areas in (municipalities(ds, on), duvo_regions(ds, on), duup_regions(ds, on), provinces(ds, on)):
            assert float(areas.area.sum()) == pytest.approx(whole)
        assert set(picture(ds, report.division.id).areas) == {r.code for r in report.rows}
        assert compressed(ds, report.division.id)
        for row in report.rows:
            told = profile(ds, row.code, on)
            assert told.row.code == row.code and facts(told)
        shared = allocate(ds, baseline(ds, 1_000_000, year, division_at(ds, on).id))
        assert sum(r.amount for r in shared.regions) == 1_000_000
        assert all(planned_in_words(ds, change) for change in planned_changes(ds, on))
    for on in sorted({day + timedelta(days=step) for day in changes if day >= NEW_YEAR for step in (-1, 0)}):
        for name in LIGHT:
            assert make(ds, name, Request(on)), (name, on)
    last = max(changes)
    for name, kind in FORMATS.items() if since == date.min else ():
        assert make(ds, name, Request(NEW_YEAR)), name
        for on in {NEW_YEAR, last} if "region" in kind.takes else ():
            assert make(ds, name, Request(on, region=int(duup_regions(ds, on)["number"].iloc[-1]))), (name, on)
    return ds
