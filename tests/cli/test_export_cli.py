"""The command ``export``: what it writes, and one clear line when it cannot."""

import pytest

from coverage.cli import main

BEGINS = {
    "xlsx": b"PK",
    "csv": b"\xef\xbb\xbf",
    "gpkg": b"SQLite format 3",
    "zip": b"PK",
    "png": b"\x89PNG",
    "svg": b"<?xml",
}


@pytest.mark.parametrize("name", BEGINS)
def test_writes_each_format(name, tmp_path, capsys):
    out = tmp_path / f"dekking.{name}"
    assert main(["export", "--format", name, "--out", str(out), "--date", "2013-07-01"]) == 0
    assert out.read_bytes().startswith(BEGINS[name])
    assert str(out) in capsys.readouterr().out


def test_a_map_of_one_region_with_a_municipality(tmp_path):
    out = tmp_path / "x.svg"
    command = ["export", "--format", "svg", "--out", str(out), "--region", "7", "--municipality", "Zutphen"]
    assert main([*command, "--date", "2013-07-01"]) == 0
    assert "DUUP-regio Apeldoorn" in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["--format", "csv"], "Zeg met --out"),
        (["--format", "csv", "--out", "{}/x", "--region", "3"], "csv kan niet over één regio gaan"),
        (["--format", "png", "--out", "{}/x", "--region", "99"], "geen DUUP-regio 99"),
        (["--format", "png", "--out", "{}/x", "--municipality", "Atlantis"], "Atlantis"),
        (["--static", "{}/site", "--out", "{}/x"], "--static kent geen"),
    ],
)
def test_a_question_that_cannot_be_answered(arguments, line, tmp_path, capsys):
    assert main(["export", *(a.format(tmp_path) for a in arguments)]) == 2
    told = capsys.readouterr().err
    assert line in told
    assert told.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_target_that_cannot_be_written(tmp_path, capsys):
    (tmp_path / "thesis.odt").write_text("")
    assert main(["export", "--format", "csv", "--out", str(tmp_path / "no" / "x.csv")]) == 1
    assert main(["export", "--static", str(tmp_path)]) == 1
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 2
    assert "de map bestaat niet" in told[0]
    assert "Kies een andere map" in told[1]
