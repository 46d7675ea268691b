"""Putting a package in its place: never half of one."""

from pathlib import Path

import pandas as pd
import pytest

from coverage.build.write import replacing
from coverage.derive.write import write_csv


def files(root: Path) -> dict[str, bytes]:
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()}


def test_a_build_that_fails_leaves_the_old_data(tmp_path: Path) -> None:
    out = tmp_path / "data"
    out.mkdir()
    (out / "claims.csv").write_text("old", encoding="utf-8")
    with pytest.raises(RuntimeError), replacing(out) as fresh:
        (fresh / "claims.csv").write_text("half", encoding="utf-8")
        raise RuntimeError
    assert files(tmp_path) == {"data/claims.csv": b"old"}


def test_a_build_that_ends_well_takes_the_place_of_the_old_data(tmp_path: Path) -> None:
    out = tmp_path / "data"
    out.mkdir()
    (out / "gone.csv").write_text("old", encoding="utf-8")
    (out / "README.md").write_text("kept", encoding="utf-8")
    (out / "editions").mkdir()
    (out / "editions" / "2026-najaar.json").write_text("kept too", encoding="utf-8")
    with replacing(out) as fresh:
        (fresh / "claims.csv").write_text("new", encoding="utf-8")
    assert files(tmp_path) == {
        "data/claims.csv": b"new",
        "data/README.md": b"kept",
        "data/editions/2026-najaar.json": b"kept too",
    }


def test_data_put_aside_by_a_killed_build_come_back(tmp_path: Path) -> None:
    previous = tmp_path / ".data.previous"
    previous.mkdir()
    (previous / "claims.csv").write_text("old", encoding="utf-8")
    with pytest.raises(RuntimeError), replacing(tmp_path / "data"):
        raise RuntimeError
    assert files(tmp_path) == {"data/claims.csv": b"old"}


def test_csv_files(tmp_path: Path) -> None:
    frame = pd.DataFrame({"a": ["x, y", ""], "b": ['"z"', "é"]}, dtype=object)
    write_csv(frame, tmp_path / "f.csv")
    assert (tmp_path / "f.csv").read_bytes() == 'a,b\n"x, y","""z"""\n,é\n'.encode()
