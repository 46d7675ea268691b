"""For every test: the package alone. An inventory that a developer keeps in ``var/`` must not change what is tested."""

import gc
import os
import sys
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

os.environ["COVERAGE_INVENTORY"] = "none"


def pytest_collection_finish() -> None:
    """What costs more the more tests there are, and gives nothing, is done once or seldom.

    The collector of garbage goes through four million objects that all stay, a sixth of the time of a whole run; and
    AppTest looks for components at each start, in the metadata of every installed package.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
    if "streamlit" in sys.modules:
        from streamlit.components.v2 import manifest_scanner

        manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)


@pytest.fixture(scope="session", autouse=True)
def inspected_once() -> Iterator[deque[Any]]:
    """A step of an inspection gives for the same tables what it gave before, in whatever directory they stand.

    That is how a process goes on with new data (``Steps``); here it serves the many copies of the made-up country, of
    which most differ in a row. A fifth of the time of a whole run went into checking the same tables again.
    What a test clears is inspected again.
    """
    from coverage.dataset.steps import Step, Steps

    begin = Steps.__init__
    known: deque[dict[tuple[str, str], Step]] = deque(maxlen=5)

    def remembering(
        steps: Steps, root: Path | None = None, earlier: Sequence[Mapping[tuple[str, str], Step]] = ()
    ) -> None:
        begin(steps, root, [*earlier, *known])
        known.appendleft(steps.done)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Steps, "__init__", remembering)
        yield known


@pytest.fixture
def laptop_desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The surroundings of a desk for one person on this computer, on a made-up country: the address of its database."""
    from small_package import write_package
    from streamlit import config

    from coverage.dataset.newest import add_to_snapshots

    address = f"sqlite:///{tmp_path / 'inventory.sqlite'}"
    monkeypatch.setenv("COVERAGE_DATA", str(write_package(tmp_path / "data")))
    monkeypatch.setenv("COVERAGE_INVENTORY", address)
    monkeypatch.setenv("COVERAGE_DESK", "laptop")
    before = config.get_option("server.address")
    config.set_option("server.address", "127.0.0.1")
    yield address
    add_to_snapshots(None)
    config.set_option("server.address", before)
