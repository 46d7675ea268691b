"""What the data say now, as figures: ``make facts`` writes them, a person looks at the difference.

The only place that pins figures of the real data. A correct edit changes this file and no test.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from coverage.analysis.allocation.budget import duup_budgets
from coverage.analysis.population import complete_years
from coverage.analysis.status import status_at
from coverage.dataset import DATA, Dataset, current
from coverage.geography.lineage import divisions

FILE = Path(__file__).with_name("facts_of_edition.toml")
DAYS = ("2011-06-30", "2013-07-01", "2018-12-31", "2021-01-01", "2024-01-01", "2026-11-01")


def facts(ds: Dataset) -> str:
    """The whole file."""
    return "\n".join(_lines(ds)) + "\n"


def _lines(ds: Dataset) -> Iterator[str]:
    yield "# Written by `make facts`. Look at what changed before you commit it."
    yield f'edition = "{ds.edition}"'
    yield "\n[rows]"
    yield from (f"{name} = {len(ds.table(name))}" for name in ds.names)
    yield "\n[municipalities]  # on the first day of each year and of each division"
    towns = ds.table("municipalities")
    days = {date(year, 1, 1) for year in range(2011, 2027)} | {d.valid_from for d in divisions(ds)}
    for on in sorted(days):
        began, ended = (towns[c].map(lambda d, on=on: bool(d) and d <= on) for c in ("valid_from", "valid_to"))
        yield f"{on} = {int(((began | towns['valid_from'].isna()) & ~ended).sum())}"
    yield "\n[uncertain_regions]  # municipalities whose DUUP region may be another"
    for division in divisions(ds):
        rows = status_at(ds, division.valid_from).rows
        yield f"{division.valid_from} = {sum(r.uncertain for r in rows)}"
    yield "\n[programmes]  # of each kind"
    yield from (f"{kind} = {n}" for kind, n in sorted(ds.table("programmes")["kind"].value_counts().items()))
    yield "\n[inhabitants]"
    people = ds.table("population").groupby("year")["inhabitants"].sum()
    yield from (f"{y.year} = {people[y.year]}" for y in complete_years(ds))
    yield "\n[budget]"
    yield from (f'{b.year} = {{ amount = {b.amount}, kind = "{b.kind}" }}' for b in duup_budgets(ds))
    for on in map(date.fromisoformat, DAYS):
        report = status_at(ds, on)
        yield f'\n[status."{on}"]'
        yield f"municipalities = {len(report.rows)}"
        yield from (f"{status} = {n}" for status, n in report.counts().items())


if __name__ == "__main__":
    FILE.write_text(facts(current(DATA)), encoding="utf-8")
