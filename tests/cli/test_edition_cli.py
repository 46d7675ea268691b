"""The command ``edition``: freeze, list and diff, and what it answers to what cannot be."""

import json
import shutil
from pathlib import Path

import pytest

from coverage.cli import main
from coverage.dataset import DATA


@pytest.fixture(autouse=True)
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "data"
    shutil.copytree(DATA, root, ignore=shutil.ignore_patterns("editions"))
    monkeypatch.setenv("COVERAGE_DATA", str(root))
    return root


def test_freeze_list_and_diff(own_data, capsys):
    assert main(["edition", "freeze", "2011-zomer", "--date", "2011-06-30"]) == 0
    assert main(["edition", "freeze", "2013-zomer", "--date", "2013-07-01"]) == 0
    assert "sha256" in capsys.readouterr().out
    assert main(["edition", "list", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [(e["name"], e["date"]) for e in found] == [("2011-zomer", "2011-06-30"), ("2013-zomer", "2013-07-01")]
    assert found[1]["counts"]["confirmed_none"] == 1
    stored = json.loads((own_data / "editions" / "2013-zomer.json").read_text(encoding="utf-8"))
    assert stored["sha256"] == found[1]["sha256"]
    assert main(["edition", "diff", "2011-zomer", "2013-zomer", "--format", "json"]) == 0
    diff = json.loads(capsys.readouterr().out)
    assert [c["name"] for c in diff["closed"]] == ["Breda"]
    assert [c["name"] for c in diff["changed"]] == ["Deventer"]
    assert diff["learned"] == diff["corrected"] == diff["amounts"] == []
    assert main(["edition", "diff", "2011-zomer", "--date", "2013-07-01", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == {**diff, "second": None}


def test_in_words(capsys):
    main(["edition", "freeze", "2011-zomer", "--date", "2011-06-30"])
    assert main(["edition", "diff", "2011-zomer", "--date", "2013-07-01"]) == 0
    said = capsys.readouterr().out
    assert (
        "kwam er bewijs van een programma bij voor geen enkele gemeente, en stopte het volgens een bron in 1 gemeente"
        in said
    )
    assert "gestopt: Breda" in said
    assert main(["edition", "list"]) == 0
    assert "2011-zomer" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["freeze", "Najaar 2026"], "kleine letters"),
        (["diff", "bestaat-niet"], "nog geen enkele editie"),
    ],
)
def test_what_cannot_be(capsys, arguments, word):
    assert main(["edition", *arguments]) == 2
    assert word in capsys.readouterr().err


def test_the_wrong_order(capsys):
    main(["edition", "freeze", "2011-zomer", "--date", "2011-06-30"])
    main(["edition", "freeze", "2013-zomer", "--date", "2013-07-01"])
    assert main(["edition", "diff", "2013-zomer", "2011-zomer"]) == 2
    assert "draai de twee om" in capsys.readouterr().err
