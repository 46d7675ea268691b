"""``gaps``, ``programmes`` and ``results`` give the promised shapes, and agree with the analysis."""

import json
from datetime import date

import pytest

from coverage.analysis.groups.gaps import gaps_at
from coverage.analysis.programmes.directory import directory
from coverage.cli import main
from coverage.dataset import current
from coverage.vocabulary import GroupCover, TargetGroup


def run(capsys, *argv):
    code = main(list(argv))
    return code, capsys.readouterr()


def as_json(capsys, *argv):
    code, out = run(capsys, *argv, "--format", "json")
    assert code == 0
    return json.loads(out.out)


@pytest.mark.parametrize("on", ["2013-07-01", "2018-12-31", "2024-01-01"])
@pytest.mark.parametrize("group", ["women", "home_workers", "minors"])
def test_gaps_hold_all_municipalities_once_and_agree_with_the_map(capsys, on, group):
    answer = as_json(capsys, "gaps", "--date", on, "--group", group)
    report = gaps_at(current(), date.fromisoformat(on), (TargetGroup(group),))
    parts = [answer[key] for key in ("served", "not_served", "insufficient", "silent")]
    assert sorted(code for part in parts for code in part) == sorted(r.code for r in report.rows)
    assert set(answer["served"]) == {r.code for r in report.rows if r.cover is GroupCover.SERVED}
    because = answer["silent_because"]
    assert sorted(c for codes in because.values() for c in codes) == answer["silent"]
    assert (answer["date"], answer["group"]) == (on, group)


def test_gaps_of_a_combination_and_by_dutch_name(capsys):
    answer = as_json(capsys, "gaps", "--date", "2018-12-31", "--group", "mannen,own_language")
    assert answer["group"] == "men,own_language"
    both = (TargetGroup.MEN, TargetGroup.OWN_LANGUAGE)
    report = gaps_at(current(), date(2018, 12, 31), both)
    assert answer["served"] == [r.code for r in report.rows if r.cover is GroupCover.SERVED]


def test_an_unknown_group_names_the_choices(capsys):
    code, out = run(capsys, "gaps", "--date", "2013-07-01", "--group", "vikings")
    assert code == 2
    assert "vikings" in out.err
    assert all(g.value in out.err for g in TargetGroup)


def test_gaps_as_a_table(capsys):
    code, out = run(capsys, "gaps", "--date", "2013-07-01", "--group", "men")
    assert code == 0
    assert "dat is geen nee" in out.out
    assert "Rotterdam" in out.out


def test_programmes(capsys):
    answer = as_json(capsys, "programmes", "--date", "2013-07-01")
    by_id = {p["programme_id"]: p for p in answer["programmes"]}
    expected = {e.programme.id: e for e in directory(current(), date(2013, 7, 1))}
    assert {p: len(found["evidenced"]) for p, found in by_id.items()} == {
        p: len(e.evidenced) for p, e in expected.items()
    }
    for p, entry in expected.items():
        told = by_id[p]["state"]
        assert (told and (told["status"], told["date"], told["source"])) == (
            entry.now and (entry.now.status, entry.now.date, entry.now.source_id)
        )
    assert by_id["RTD-PMW"]["moments"][0]["funding"] == "rups_1"
    assert {"topic": "men", "level": "yes"}.items() <= next(
        g for g in by_id["RTD-PMW"]["groups"] if g["topic"] == "men"
    ).items()
    assert run(capsys, "programmes")[0] == 0


def test_results(capsys):
    answer = as_json(capsys, "results")
    assert len(answer["rows"]) == 14
    keys = {"participants", "exits", "percentage_source", "percentage_computed", "estimate", "notes"}
    assert keys <= set(answer["rows"][0])
    assert (answer["totals"]["participants"], answer["totals"]["exits"]) == (1749, 1002)
    assert answer["totals_without_apart"]["percentage_computed"] == 53.6
    arnhem = next(r for r in answer["rows"] if r["name"] == "Arnhem")
    assert (arnhem["percentage_source"], arnhem["percentage_computed"]) == (14, 14.8)
    text = run(capsys, "results")[1].out
    assert "53,6" in text
    assert "schatting" in text
