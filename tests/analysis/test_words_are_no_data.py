"""What a source says in words is shown and never read by code: other words change no status, date, amount or layer."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from small_package import small_tables, write_package

from coverage.analysis.allocation.budget import default_budget
from coverage.analysis.allocation.history import money_history
from coverage.analysis.layers.states import LAYERS
from coverage.analysis.programmes.timeline import lanes
from coverage.analysis.spots.admission import admissions
from coverage.analysis.status import status_at
from coverage.dataset import Dataset
from coverage.dataset.newest import read_dataset

DAYS = (date(2011, 6, 30), date(2014, 6, 1), date(2025, 7, 1))
WORDS = (
    "note", "no_claim_note", "catchment", "executors", "area", "item", "indicator", "unit", "recipient", "value_en",
    "event", "source_detail", "window",
)  # fmt: skip


def followed(ds: Dataset) -> list[Any]:
    """All that once was read out of Dutch notes: begins, who is let in, amounts, and the layers."""
    found: list[Any] = [
        [(lane.programme.id, [(bar.begin, bar.end, bar.funding) for bar in lane.bars]) for lane in lanes(ds, DAYS[-1])],
        default_budget(ds).amount, [(m.scheme, m.value, m.role) for m in money_history(ds).amounts],
    ]  # fmt: skip
    for on in DAYS:
        report = status_at(ds, on)
        found.append([(r.code, r.status) for r in report.rows])
        found.append(admissions(ds, on))
        found += [[(r.row.code, r.state) for r in layer(ds, report).rows] for layer in LAYERS.values()]
    return found


def test_other_words_change_nothing(tmp_path: Path) -> None:
    tables = small_tables()
    before = followed(read_dataset(write_package(tmp_path / "before" / "data", tables)))
    for rows in tables.values():
        for row in rows:
            row |= {column: "Andere woorden" for column in WORDS if row.get(column)}
    after = followed(read_dataset(write_package(tmp_path / "after" / "data", tables)))
    assert after == before
