"""A round that is open, in a process that shows what is accepted."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from played import Played, play
from small_package import write_package

from coverage.dataset.newest import DATA_VARIABLE, add_to_snapshots
from coverage.inventory.overlay import show_accepted


@pytest.fixture(scope="session")
def country(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package, which no test changes."""
    return write_package(tmp_path_factory.mktemp("country") / "data")


@pytest.fixture
def played(country: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Played]:
    monkeypatch.setenv(DATA_VARIABLE, str(country))
    made = play(country, tmp_path)
    show_accepted(made.store)
    yield made
    add_to_snapshots(None)
    made.store.close()
