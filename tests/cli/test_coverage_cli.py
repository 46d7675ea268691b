"""white-spots, compare and fragile give the shapes that issue 3 promises."""

import json
from datetime import date

import pytest

from coverage.analysis.comparison.compare import compare
from coverage.analysis.spots.fragile import fragile
from coverage.cli import main
from coverage.dataset import current
from coverage.vocabulary import ChangeKind


def answer(capsys, *argv):
    assert main([*argv, "--format", "json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_white_spots(capsys):
    found = answer(capsys, "white-spots", "--date", "2013-07-01")
    assert found["date"] == "2013-07-01"
    assert [w["name"] for w in found["white"]] == ["Breda"]
    assert {s["status"] for s in found["blind"]} == {"unknown"}
    assert {s["status"] for s in found["to_confirm"]} <= {"evidenced_earlier", "announced"}
    assert {"code", "name", "inhabitants", "duup_region", "nearest_programme", "distance_km"} <= set(found["white"][0])


def test_expires_says_what_turns_old_when(capsys):
    found = answer(capsys, "expires", "--from", "2016-01-01", "--to", "2016-12-31")
    turn = next(t for t in found["turns"] if t["name"] == "Zwolle")
    assert (turn["date"], turn["before"], turn["after"]) == ("2016-07-02", "evidenced_here", "evidenced_earlier")
    assert (turn["turn"], turn["turn_in_words"]) == ("evidence_old", "bewijs te oud")
    longer = answer(capsys, "expires", "--from", "2011-01-01", "--to", "2019-12-31")["turns"]
    assert not [t for t in longer if t["after"] in ("evidenced_here", "confirmed_none") or t["before"] == "unknown"]
    assert [t["date"] for t in found["turns"]] == sorted(t["date"] for t in found["turns"])
    assert main(["expires", "--from", "2017-01-01", "--to", "2016-12-31"]) == 2


def test_white_spots_before_any_evidence(capsys):
    found = answer(capsys, "white-spots", "--date", "1991-12-31")
    assert len(found["blind"]) == 352
    assert found["blind"][0]["nearest_programme"] is None
    assert found["blind"][0]["distance_km"] is None


def test_compare(capsys):
    found = answer(capsys, "compare", "--from", "2011-06-30", "--to", "2013-07-01")
    expected = compare(current(), date(2011, 6, 30), date(2013, 7, 1))
    assert "Breda" in [c["name"] for c in found["closed"]]
    for kind in (ChangeKind.OPENED, ChangeKind.CLOSED, ChangeKind.CHANGED):
        assert sorted(c["name"] for c in found[kind]) == sorted(r.after.name for r in expected.of(kind))


def test_compare_in_the_wrong_order_or_without_dates(capsys):
    assert main(["compare", "--from", "2014-01-01", "--to", "2013-01-01"]) == 2
    assert "eerdere datum" in capsys.readouterr().err
    with pytest.raises(SystemExit) as stop:
        main(["compare", "--from", "2014-01-01"])
    assert stop.value.code == 2


def test_fragile(capsys):
    found = answer(capsys, "fragile", "--date", "2013-07-01")
    expected = fragile(current(), date(2013, 7, 1))
    assert [p["programme"] for p in found["programmes"]] == [d.programme_id for d in expected]
    for told, d in zip(found["programmes"], expected, strict=True):
        assert [m["name"] for m in told["lost"]] == [r.name for r in d.lost]
        assert [m["name"] for m in told["second_programme"]] == [b.row.name for b in d.backed]
        assert told["inhabitants_lost"] == sum(m["inhabitants"] for m in told["lost"])


@pytest.mark.parametrize(
    "argv",
    [
        ("white-spots", "--date", "2019-12-31"),
        ("white-spots", "--date", "2026-11-01"),
        ("compare", "--from", "2013-02-01", "--to", "2013-07-01"),
        ("compare", "--from", "2018-01-01", "--to", "2022-01-01"),
        ("fragile", "--date", "2013-07-01"),
        ("fragile", "--date", "2009-01-01"),
    ],
)
def test_as_tables(capsys, argv):
    assert main(list(argv)) == 0
    assert capsys.readouterr().out.strip()


def test_expires_looks_ahead(capsys):
    """It refused days to come, which is what it is for."""
    assert main(["expires", "--from", "2018-12-31", "--to", "2099-12-31"]) == 0
    text = capsys.readouterr().out
    assert "Bevestigt niemand iets" in text
    assert main(["expires", "--from", "2016-01-01", "--to", "2016-12-31"]) == 0
    assert "Bevestigt niemand iets" not in capsys.readouterr().out


def test_white_spots_as_text_keep_the_three_kinds_apart(capsys):
    assert main(["white-spots", "--date", "2013-07-01"]) == 0
    text = capsys.readouterr().out
    order = [text.index(word) for word in ("== Witte vlek", "== Blinde vlek", "== Te bevestigen")]
    assert order == sorted(order)
    assert "DUVO-regio" in text and "DUUP-regio" not in text
