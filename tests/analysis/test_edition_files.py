"""Files of editions: nobody can change them unseen, and nothing half stands there."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from small_package import write_package

from coverage.analysis.editions.edition import REFERENCE_DAYS, editions, freeze
from coverage.analysis.status import status_at
from coverage.dataset import DATA, Dataset, DatasetError, current
from coverage.dataset.editions import EditionError, checksum, edition_files
from coverage.dataset.problems import check
from coverage.dates import today

ON = date(2024, 11, 1)


@pytest.fixture
def ds(tmp_path: Path) -> Dataset:
    return current(write_package(tmp_path / "data"))


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dataset]:
    """A package in which nothing may be frozen."""
    ds = current(write_package(tmp_path_factory.mktemp("untouched") / "data"))
    yield ds
    assert edition_files(ds.path) == []


@pytest.fixture(scope="module")
def once_frozen(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """A package with one edition, to copy."""
    ds = current(write_package(tmp_path_factory.mktemp("frozen") / "data"))
    freeze(ds, "2024-najaar", ON)
    return ds


@pytest.fixture
def frozen(once_frozen: Dataset, tmp_path: Path) -> Path:
    """The only edition of a package of its own."""
    root = shutil.copytree(once_frozen.path, tmp_path / "frozen")
    return Path(root) / "editions" / "2024-najaar.json"


def test_the_file_has_one_line_for_each_municipality(frozen: Path, once_frozen: Dataset) -> None:
    lines = frozen.read_text(encoding="utf-8").splitlines()
    days = (*REFERENCE_DAYS, ON)
    assert sum('"status"' in line for line in lines) == sum(len(status_at(once_frozen, on).rows) for on in days)


@pytest.mark.parametrize(
    "name", ["", "ab", "x" * 41, "Najaar", "../x", "a b c", "najaar.json", "é-2026", "2026_najaar"]
)
def test_names_that_cannot_be(untouched: Dataset, name: str) -> None:
    with pytest.raises(EditionError, match="kleine letters"):
        freeze(untouched, name, ON)
    assert edition_files(untouched.path) == []


def test_an_edition_is_never_overwritten(ds: Dataset) -> None:
    freeze(ds, "2024-najaar", ON)
    before = (ds.path / "editions" / "2024-najaar.json").read_bytes()
    with pytest.raises(EditionError, match="bestaat al"):
        freeze(ds, "2024-najaar", date(2024, 12, 1))
    assert (ds.path / "editions" / "2024-najaar.json").read_bytes() == before


def test_the_future_cannot_be_frozen(untouched: Dataset) -> None:
    with pytest.raises(EditionError, match="toekomst"):
        freeze(untouched, "straks", today() + timedelta(days=1))


def test_freezing_again_gives_the_same_bytes(ds: Dataset, frozen: Path) -> None:
    freeze(ds, "2024-najaar", ON)
    assert (ds.path / "editions" / "2024-najaar.json").read_bytes() == frozen.read_bytes()


def test_tampering_is_found_and_names_the_file(frozen: Path) -> None:
    text = frozen.read_text(encoding="utf-8")
    frozen.write_text(text.replace('"assigned_only"', '"unknown"', 1), encoding="utf-8")
    root = frozen.parents[1]
    (problem,) = check(root)
    assert problem.file == "editions/2024-najaar.json"
    assert "controlesom" in str(problem)
    with pytest.raises(DatasetError, match=r"editions/2024-najaar\.json"):
        current(root)


def test_layout_alone_is_no_tampering(frozen: Path) -> None:
    frozen.write_text(json.dumps(json.loads(frozen.read_text(encoding="utf-8"))), encoding="utf-8")
    assert check(frozen.parents[1]) == []


@pytest.mark.parametrize(
    ("content", "word"), [("{", "JSON"), ("", "leeg"), ("[]", "velden"), ('{"name": "a-b"}', "velden")]
)
def test_a_broken_edition_is_a_problem(frozen: Path, content: str, word: str) -> None:
    frozen.with_name("stuk.json").write_text(content, encoding="utf-8")
    (problem,) = check(frozen.parents[1])
    assert problem.file == "editions/stuk.json"
    assert word in problem.message


def test_a_renamed_edition_is_a_problem(frozen: Path) -> None:
    frozen.rename(frozen.with_name("2025-najaar.json"))
    assert "2024-najaar" in check(frozen.parents[1])[0].message


def test_a_full_disk_leaves_nothing_behind(ds: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        freeze(ds, "2024-najaar", ON)
    assert list((ds.path / "editions").iterdir()) == []


def test_a_killed_process_leaves_the_old_editions_whole(ds: Dataset) -> None:
    freeze(ds, "2024-voorjaar", date(2024, 5, 1))
    killer = (
        "import os, signal; os.fsync = lambda handle: os.kill(os.getpid(), signal.SIGKILL)\n"
        "from datetime import date; from pathlib import Path\n"
        "from coverage.dataset import current; from coverage.analysis.editions.edition import freeze\n"
        f"freeze(current(Path({str(ds.path)!r})), '2024-najaar', date(2024, 11, 1))"
    )
    ended = subprocess.run(
        [sys.executable, "-c", killer], cwd=DATA.parent, env={**os.environ, "PYTHONPATH": "."}, check=False
    )
    assert ended.returncode == -signal.SIGKILL
    assert [p.name for p in edition_files(ds.path)] == ["2024-voorjaar.json"]
    assert check(ds.path) == []
    assert freeze(ds, "2024-najaar", ON).on == ON


def test_the_committed_editions_are_whole() -> None:
    for one in editions(current()):
        content = json.loads((DATA / "editions" / f"{one.name}.json").read_text(encoding="utf-8"))
        assert checksum(content) == one.sha256
        assert len(one.taken.now.rows) == sum(one.taken.now.counts().values())
