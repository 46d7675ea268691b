"""``region``."""

import json

from coverage.cli import main


def test_json_has_the_region(capsys):
    assert main(["region", "apeldoorn", "--date", "2026-11-28", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["number"], found["name"], found["in_force"]) == (7, "Apeldoorn", True)
    assert sum(found["counts"].values()) == len(found["municipalities"])


def test_text_for_people_and_a_wrong_name(capsys):
    assert main(["region", "regio 10", "--date", "2013-07-01"]) == 0
    out = capsys.readouterr().out
    assert "nog geen DUUP" in out
    assert "Programma's die er zijn of waren" in out
    assert main(["region", "Zutphen"]) == 2
    assert "een gemeente in de regio Apeldoorn" in capsys.readouterr().err
