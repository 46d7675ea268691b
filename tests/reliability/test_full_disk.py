"""A disk that is full while a file is written: one line that says what and where, and the earlier file as it was.

A real full disk: a small one in memory, mounted in a namespace of its own, which needs no rights on most systems.
Elsewhere the system limits the size of a file, which stops a write half way just the same.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from coverage.dataset import DATA
from coverage.dataset.problems import check

ROOT = Path(__file__).parents[2]
SMALL = """
place=$1; shift
mount -t tmpfs -o size=40k tmpfs "$place" && echo "earlier" > "$place/file" && "$@"
code=$?
ls -A "$place"; cat "$place/file"
exit $code
"""
LIMIT = 20_000  # bytes
WRITERS = {
    "csv": ["export", "--format", "csv", "--date", "2013-07-01", "--out"],
    "gpkg": ["export", "--format", "gpkg", "--date", "2013-07-01", "--out"],
    "fact sheet": ["profile", "Zutphen", "--date", "2013-07-01", "--pdf"],
}


@cache
def can_mount() -> bool:
    """Whether this system lets us mount a disk of our own."""
    tool = shutil.which("unshare")
    script = 'mount -t tmpfs tmpfs "$0"'
    with_disk = [str(tool), "--mount", "--map-root-user", "sh", "-c", script, str(ROOT / "docs")]
    return bool(tool) and subprocess.run(with_disk, capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize("writer", ["csv", pytest.param("fact sheet", marks=pytest.mark.slow)])
def test_a_full_disk(writer: str, tmp_path: Path) -> None:
    if not can_mount():
        pytest.skip("this system mounts no disk without rights; see the test with a limit on the size of files")
    place = tmp_path / "disk"
    place.mkdir()
    command = [sys.executable, "-m", "coverage", *WRITERS[writer], str(place / "file")]
    done = subprocess.run(
        ["unshare", "--mount", "--map-root-user", "sh", "-c", SMALL, "sh", str(place), *command],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == (
        f"{place / 'file'} is niet geschreven: de schijf is vol. Maak ruimte of kies een andere plek."
    )
    assert "Traceback" not in done.stderr
    assert done.stdout.splitlines() == ["file", "earlier"]  # nothing beside it, and as it was


def limited(*command: str, data: Path = DATA) -> subprocess.CompletedProcess[str]:
    """A command that may write no file larger than ``LIMIT``."""
    import resource  # not on every system

    return subprocess.run(
        [sys.executable, "-m", "coverage", *command], cwd=ROOT, capture_output=True, text=True, check=False,
        env={**os.environ, "COVERAGE_DATA": str(data), "PYTHONDONTWRITEBYTECODE": "1"},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (LIMIT, LIMIT)),
    )  # fmt: skip


@pytest.mark.parametrize(
    "writer",
    ["freeze", *(pytest.param(w, marks=pytest.mark.slow) for w in ("gpkg", "derive", "fact sheet", "static edition"))],
)
def test_a_write_that_stops_half_way(writer: str, tmp_path: Path) -> None:
    target = tmp_path / "out" / "file"
    target.parent.mkdir()
    data = Path(shutil.copytree(DATA, tmp_path / "data"))
    if writer == "derive":
        description = data / "datapackage.json"
        description.write_text(description.read_text("utf-8") + "\n", encoding="utf-8")
        command = ["derive", "--data", str(data)]
    elif writer == "freeze":
        command = ["edition", "freeze", "proef", "--date", "2013-07-01"]
    elif writer == "static edition":
        command = ["export", "--date", "2013-07-01", "--static", str(target)]
    else:
        target.write_text("earlier")
        command = [*WRITERS[writer], str(target)]
    done = limited(*command, data=data)
    assert done.returncode == 1, done.stderr
    assert "is niet geschreven: " in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr
    assert not target.exists() or target.read_text() == "earlier"
    assert not [p for p in target.parent.iterdir() if p != target]
    assert not [p for p in tmp_path.iterdir() if p.name not in {"out", "data"}]
    assert not [p for p in (data / "editions").iterdir() if p.name.startswith((".", "proef"))]
    assert check(data) == []


@pytest.mark.skipif(sys.platform == "win32", reason="no such file there")
def test_a_device_is_no_place_for_a_file(tmp_path: Path) -> None:
    """Putting a file in its place would take the device away from everyone."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    command = [*WRITERS["csv"], str(pipe)]
    done = limited(*command)
    assert done.returncode == 1
    assert "dat is geen bestand" in done.stderr
    assert pipe.is_fifo()
