"""The command line gives the shapes that the issues promise, and clear messages."""

import json

import pytest

from coverage.cli import main


def run(capsys, *argv):
    code = main(list(argv))
    return code, capsys.readouterr()


def test_status_as_json(capsys):
    code, out = run(capsys, "status", "--date", "2013-07-01", "--format", "json")
    assert code == 0
    answer = json.loads(out.out)
    assert (answer["date"], answer["division"], answer["max_age_years"]) == ("2013-07-01", "2021", 3)
    assert set(answer["counts"]) == {
        "evidenced_here", "evidenced_region", "evidenced_earlier", "announced", "assigned_only", "confirmed_none",
        "unknown",
    }  # fmt: skip
    assert sum(answer["counts"].values()) == len(answer["municipalities"]) == 352
    assert sum(answer["inhabitants"].values()) == 16_730_345
    breda = next(m for m in answer["municipalities"] if m["name"] == "Breda")
    assert breda["status"] == "confirmed_none"
    assert {"programme", "relation", "date", "source", "area"} <= set(breda["claims"][0])
    served = next(m for m in answer["municipalities"] if m["name"] == "Leidschendam-Voorburg")
    assert (served["status"], served["via_area"]) == ("evidenced_region", "HAAGLANDEN")
    assert served["last_confirmed"] <= "2013-07"
    assert set(served["national"]) == {"LEE-ASJA2", "GRO-TERWILLE"}


def test_status_of_one_municipality_by_an_old_spelling(capsys):
    code, out = run(capsys, "status", "--date", "2013-07-01", "--municipality", "'s-Gravenhage", "--format", "json")
    assert code == 0
    assert [m["code"] for m in json.loads(out.out)["municipalities"]] == ["GM0518"]


def test_status_as_a_dutch_table(capsys):
    code, out = run(capsys, "status", "--date", "2013-07-01", "--municipality", "Breda")
    assert code == 0
    assert "Op 1 juli 2013 is voor" in out.out
    assert "volgens een bron niet" in out.out


def test_a_typing_error_gets_suggestions(capsys):
    code, out = run(capsys, "status", "--municipality", "Zuthpen")
    assert code == 2
    assert "Zutphen" in out.err


@pytest.mark.parametrize(
    "argv", [("status", "--date", "gisteren"), ("status", "--max-age", "-1"), ("status", "--max-age", "1.5")]
)
def test_bad_options_get_a_line_not_a_trace(capsys, argv):
    with pytest.raises(SystemExit) as stop:
        main(list(argv))
    assert stop.value.code == 2
    assert "Traceback" not in capsys.readouterr().err


def test_regions_as_json(capsys):
    code, out = run(capsys, "regions", "--year", "2024", "--format", "json")
    assert code == 0
    answer = json.loads(out.out)
    regions = answer["regions"]
    assert answer["year"] == 2024
    assert [r["number"] for r in regions] == list(range(1, 19))
    assert sum(r["inhabitants"] for r in regions) == 17_942_942
    assert sum(r["municipalities"] for r in regions) == 342
    assert sum(len(r["duvo"]) for r in regions) == 35
    assert sum(r["uncertain"] for r in regions) == 15
    assert set(regions[0]) == {"number", "name", "duvo", "municipalities", "inhabitants", "uncertain"}


def test_a_year_without_complete_figures_says_which_to_choose(capsys):
    code, out = run(capsys, "regions", "--year", "2025")
    assert code == 2
    assert "2024" in out.err


def test_check_is_in_order(capsys):
    code, out = run(capsys, "check")
    assert code == 0
    assert "In orde" in out.out


@pytest.mark.parametrize(
    ("option", "value", "line"),
    [("--date", "2199-01-01", "ligt in de toekomst"), ("--max-age", "21", "van 0 tot en met 20")],
)
def test_the_command_line_refuses_what_the_pages_refuse(capsys, option, value, line):
    try:
        code = main(["status", option, value])
    except SystemExit as stopped:  # argparse refuses what no command understands
        code = int(stopped.code or 0)
    assert code == 2
    assert line in capsys.readouterr().err
