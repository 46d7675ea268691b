"""The build as a whole: the same bytes every time, and never half a package."""

from pathlib import Path

import pandas as pd
import pytest

from coverage.build import BuildError, BuildReport, build
from coverage.build.write import replacing
from coverage.dataset import DATA
from coverage.derive.write import write_csv

SHARED = Path(__file__).parents[3] / "shared"


def files(root: Path) -> dict[str, bytes]:
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()}


@pytest.mark.skipif(not (SHARED / "facts").is_dir(), reason="the raw sources are not beside this clone")
def test_a_rebuild_gives_the_committed_package(tmp_path: Path) -> None:
    report = build(SHARED, tmp_path / "data")
    made, committed = files(tmp_path / "data"), files(DATA)
    assert made.keys() == {name for name in committed if not name.endswith(".md") and not name.startswith("editions/")}
    assert [name for name in made if made[name] != committed[name]] == []
    assert "dekking_gemeenten.csv: 181 rijen, 181 opgenomen" in report.lines
    assert [p.name for p in tmp_path.iterdir()] == ["data"]


def test_rows_that_get_lost_stop_the_build(tmp_path: Path) -> None:
    raw = tmp_path / "raw.csv"
    raw.write_text("a\n1\n2\n3\n", encoding="utf-8")
    report = BuildReport()
    report.account([raw], 2, 1, "opvulling")
    assert report.lines == ["raw.csv: 3 rijen, 2 opgenomen, 1 niet (opvulling)"]
    with pytest.raises(BuildError, match=r"raw\.csv: 3 rows in, 2 stored"):
        report.account([raw], 2)


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


def test_a_missing_raw_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match=r"bronnen\.csv: file not found"):
        build(tmp_path, tmp_path / "data")
    assert not (tmp_path / "data").exists()
