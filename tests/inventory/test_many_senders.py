"""Organisations that send at once to two processes: 0 lost, 0 doubled. How fast is for ``benchmarks.form_senders``."""

from pathlib import Path

import pytest

from benchmarks.form_senders import measure, told


@pytest.mark.slow
def test_342_to_two_processes_on_postgresql(postgres_url: str) -> None:
    load = measure(postgres_url, 342, minutes=0)
    told(load)
    assert (load.receipts, load.lost, load.doubled, load.faults) == (342, 0, 0, ())


@pytest.mark.slow
def test_50_at_once_on_sqlite(tmp_path: Path) -> None:
    load = measure(f"sqlite:///{tmp_path / 'inventory.sqlite'}", 50, minutes=0)
    told(load)
    assert (load.receipts, load.lost, load.doubled, load.faults) == (50, 0, 0, ())
