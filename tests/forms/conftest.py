"""A round that is open, in a process that shows what is accepted."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from played import Played, play
from small_package import write_package

from coverage.dataset.newest import DATA_VARIABLE, add_to_snapshots
from coverage.inventory.overlay import show_accepted


@pytest.fixture
def played(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Played]:
    monkeypatch.setenv(DATA_VARIABLE, str(write_package(tmp_path / "data")))
    made = play(tmp_path)
    show_accepted(made.store)
    yield made
    add_to_snapshots(None)
    made.store.close()
