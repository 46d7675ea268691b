"""Every day on which municipalities or regions change, the day before and after: nothing breaks, totals stay whole."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from small_package import code, small_tables, write_package
from walked import NEW_YEAR, walk

from coverage.analysis.planned import planned_changes, planned_in_words
from coverage.analysis.profile.facts import profile
from coverage.analysis.profile.sentences import municipality_answer
from coverage.analysis.spots.priority import over_time
from coverage.analysis.status import status_at
from coverage.dataset.read import read_table
from coverage.dataset.tables import TABLES
from coverage.derive import DeriveError, derive
from coverage.derive.reorganisation import READ, MunicipalMove, record_reorganisation
from coverage.derive.write import put_files, table_bytes
from coverage.exports.formats import FORMATS, Request, make
from coverage.geography.areas import duup_regions
from coverage.geography.lineage import divisions, lineage
from coverage.vocabulary import ReorganisationKind

Tables = dict[str, list[dict[str, object]]]
EVE = NEW_YEAR - timedelta(days=1)


def _package(root: Path, change: Callable[[Tables], None] = lambda tables: None) -> Path:
    tables = small_tables()
    change(tables)
    return write_package(root / "data", tables)


def _record(root: Path, old: list[str], new: dict[str, float], on: date = NEW_YEAR, **names: str) -> None:
    tables = {name: read_table(root, TABLES[name])[0] for name in READ}
    kind = ReorganisationKind.SPLIT if len(new) > 1 else ReorganisationKind.MERGER
    moves = [
        MunicipalMove(on, before, after, kind, share, "Q-1", "full") for before in old for after, share in new.items()
    ]
    made = record_reorganisation(tables, moves, names).tables
    put_files(root, {f"{name}.csv": table_bytes(frame) for name, frame in made.items()})
    derive(root)


def test_a_plan_is_told_and_the_map_waits(tmp_path: Path) -> None:
    ds = walk(_package(tmp_path))
    (before,) = planned_changes(ds, NEW_YEAR - timedelta(days=1), code(7))
    assert (before.old, before.new, before.decided, before.undrawn) == (code(8), (code(7),), False, False)
    (after,) = planned_changes(ds, NEW_YEAR, code(8))
    assert after.undrawn and "nog niet verwerkt" in planned_in_words(ds, after)
    assert planned_changes(ds, NEW_YEAR, code(1)) == ()
    for municipality, told in ((8, True), (7, True), (1, False)):  # on the page of each that it concerns
        answer = municipality_answer(ds, profile(ds, code(municipality), EVE))
        assert ("Er is een plan om" in answer) == told


def test_a_merger_that_was_recorded_is_there_on_the_day(tmp_path: Path) -> None:
    root = _package(tmp_path)
    _record(root, [code(8)], {code(7): 1})
    ds = walk(root, EVE)
    assert [d.id for d in divisions(ds)][-1] == "2027"
    assert code(8) in {r.code for r in status_at(ds, NEW_YEAR - timedelta(days=1)).rows}
    assert code(8) not in {r.code for r in status_at(ds, NEW_YEAR).rows}
    assert planned_changes(ds, NEW_YEAR) == ()


def test_a_split_keeps_the_old_borders_until_the_new_ones_are_known(tmp_path: Path) -> None:
    root = _package(tmp_path)
    _record(root, [code(6)], {code(1): 0.25, "GM9020": 0.75}, GM9020="Nieuwstad")
    ds = walk(root, EVE)
    assert lineage(ds).undrawn("2027") == {code(6): (code(1), "GM9020")}
    (told,) = planned_changes(ds, NEW_YEAR, "GM9020")
    assert "de kaart toont de oude" in planned_in_words(ds, told)


def test_a_new_name_with_and_without_a_new_code(tmp_path: Path) -> None:
    root = _package(tmp_path, lambda tables: tables["municipalities"][1].update(name="Anders"))
    _record(root, [code(2)], {"GM9021": 1}, GM9021="Nog anders")
    assert "GM9021" in {r.code for r in status_at(walk(root, EVE), NEW_YEAR).rows}


def _other_region(tables: Tables) -> None:
    """GM9005 goes to a DUVO region in the other DUUP region; the DUVO region Eikenbosch gets a third one of its own."""
    (own,) = [m for m in tables["memberships"] if m["code"] == code(5)]
    tables["memberships"].append(own | {"valid_from": "2027-01-01", "duvo_region": "Súdhaven"})
    own["valid_to"] = "2027-01-01"
    (held,) = [a for a in tables["duvo_duup"] if a["duvo_region"] == "Eikenbosch"]
    tables["duvo_duup"].append(held | {"valid_from": "2028-01-01", "duup_number": 3})
    held["valid_to"] = "2028-01-01"
    tables["duup_regions"].append(
        tables["duup_regions"][0] | {"number": 3, "name": "Eikenbosch", "centre_code": code(4)}
    )


def test_a_municipality_moves_and_a_region_begins(tmp_path: Path) -> None:
    ds = walk(_package(tmp_path, _other_region))
    assert status_at(ds, date(2026, 12, 31)).row(code(5)).duup_number == 1
    assert status_at(ds, NEW_YEAR).row(code(5)).duup_number == 2
    assert set(duup_regions(ds, date(2027, 6, 1))["number"]) == {1, 2}
    assert set(duup_regions(ds, date(2028, 1, 1))["number"]) == {1, 2, 3}
    course = over_time(ds, [date(2027, 6, 1), date(2028, 1, 1)], "duup")
    assert [was is None for was in course["Eikenbosch"]] == [True, False] and None not in course["Aardeveld"]


def _region_ends(tables: Tables) -> None:
    for held in [a for a in tables["duvo_duup"] if a["duup_number"] == 2]:
        tables["duvo_duup"].append(held | {"valid_from": "2027-01-01", "duup_number": 1})
        held["valid_to"] = "2027-01-01"
    for member in tables["memberships"]:
        member.update(duup_uncertain=False, alternative_duup="")


def test_a_region_ends(tmp_path: Path) -> None:
    ds = walk(_package(tmp_path, _region_ends), EVE)
    assert list(duup_regions(ds, NEW_YEAR)["number"]) == [1]
    for name in (name for name, kind in FORMATS.items() if "region" in kind.takes):
        with pytest.raises(ValueError, match="2"):  # in words, on the page and in the command
            make(ds, name, Request(NEW_YEAR, region=2))


def test_what_cannot_be_recorded_is_told(tmp_path: Path) -> None:
    root = _package(tmp_path)
    for old, new, words in (("GM9013", code(1), "bestaat niet op 2027"), (code(1), "GM9099", "noem de naam")):
        with pytest.raises(DeriveError, match=words):
            _record(root, [old], {new: 1})
