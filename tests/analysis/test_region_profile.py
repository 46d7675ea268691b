"""A region: counted again from the statuses, on a made-up country and on the real one."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from small_package import NAMES, code, small_tables, write_package

from coverage.analysis.allocation.result import allocate
from coverage.analysis.allocation.scenario import baseline
from coverage.analysis.allocation.uncertainty import over_memberships
from coverage.analysis.course import course
from coverage.analysis.profile.facts import profile
from coverage.analysis.region_profile.beside import adjoining
from coverage.analysis.region_profile.compared import beside_others
from coverage.analysis.region_profile.facts import region_profile, region_profiles
from coverage.analysis.region_profile.gaps_here import open_in, perhaps_here
from coverage.analysis.region_profile.offered import local_rules, programmes_of
from coverage.analysis.region_profile.sections import region_sources, sections
from coverage.analysis.region_profile.sentences import in_a_line, region_answer, who_leads
from coverage.analysis.region_profile.served import Heard, groups_of
from coverage.analysis.status import status_at
from coverage.cli.region import region_as_json
from coverage.dataset import Dataset, current
from coverage.geography.region_names import UnknownRegion, resolve_region
from coverage.vocabulary import EVIDENCED, Status, TargetGroup

NOW = date(2025, 9, 1)
DS = current()


@pytest.fixture(scope="module")
def ds(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return current(write_package(tmp_path_factory.mktemp("small") / "data"))


def test_the_counts_are_those_of_its_municipalities(ds: Dataset) -> None:
    p = region_profile(ds, 1, NOW)
    assert p is not None
    assert [r.name for r in p.rows] == [NAMES[n] for n in (1, 2, 3, 4, 5, 6)]  # 's-Duinhuizen under D
    assert p.counts() == {
        **dict.fromkeys(Status, 0), Status.EVIDENCED_HERE: 3, Status.EVIDENCED_REGION: 2, Status.CONFIRMED_NONE: 1,
    }  # fmt: skip
    assert "voor 5 van de 6 gemeenten" in region_answer(p)
    assert "voor 1 zegt een bron dat er geen programma is" in region_answer(p)
    assert in_a_line(p).startswith("recent aangetoond voor 5 van de 6 gemeenten")
    assert (p.centre, p.centre_code, p.in_force) == ("Aardeveld", code(1), True)


def test_programmes_are_told_current_first_with_whom_they_serve(ds: Dataset) -> None:
    p = region_profile(ds, 1, NOW)
    assert p is not None
    found = {x.programme.id: x for x in programmes_of(ds, p)}
    assert list(found) == ["P-EIK", "P-AARDE", "P-OUD"]
    assert found["P-EIK"].recent == (NAMES[4],)
    assert set(found["P-AARDE"].recent) == {NAMES[n] for n in (1, 2, 3, 6)}
    assert found["P-OUD"].earlier == (NAMES[3],)  # two fifths of Midden went there; the stop was told of the rest
    heard = {g.group: g.heard for g in groups_of(ds, p)}
    assert heard[TargetGroup.WOMEN] is Heard.RECENT
    assert heard[TargetGroup.MEN] is Heard.WEAK
    assert heard[TargetGroup.WINDOW] is Heard.NOBODY


def test_rules_neighbours_and_doubt(ds: Dataset) -> None:
    south = region_profile(ds, 2, NOW)
    assert south is not None
    (rule,) = local_rules(south)
    assert (rule.municipalities, rule.current) == ((NAMES[7],), True)
    (beside,) = adjoining(ds, south)
    assert (beside.region.number, beside.km) == (1, 14.1)  # one square down, one to the left
    assert beside.admits == ()  # P-AARDE lets in who lives or works in Aardeveld; P-EIK states no rule
    assert [r.name for r in perhaps_here(ds, south)] == [NAMES[6]]
    questions = " ".join(u.what for u in open_in(ds, south))
    assert NAMES[6] in questions
    assert "Welk bedrag" in questions


def test_before_the_duup_it_says_so(ds: Dataset) -> None:
    p = region_profile(ds, 1, date(2013, 7, 1))
    assert p is not None
    assert not p.in_force
    assert "nog geen DUUP" in who_leads(p)
    assert all(section.lines for section in sections(ds, p))


def test_a_region_that_is_not_there_yet_is_none(tmp_path: Path) -> None:
    tables = small_tables()
    extra = next(r for r in tables["duup_regions"] if r["number"] == 2) | {"number": 3, "programme_id": "DUUP03"}
    tables["duup_regions"].append(extra | {"name": "Ijsveen", "centre_code": code(8)})
    tables["programmes"].append(
        next(r for r in tables["programmes"] if r["programme_id"] == "DUUP02") | {"programme_id": "DUUP03"}
    )
    without = current(write_package(tmp_path / "data", tables))
    assert region_profile(without, 3, NOW) is None
    assert [p.number for p in region_profiles(without, NOW)] == [1, 2]


@pytest.mark.parametrize("text", ["Súdhaven", "sudhaven", "regio Sudhaven", "DUUP-regio 2", "2", " SUD-HAVEN "])
def test_a_region_is_found_by_name_and_number(ds: Dataset, text: str) -> None:
    assert resolve_region(ds, text) == 2


def test_a_name_that_is_no_region_gives_regions_to_choose(ds: Dataset) -> None:
    with pytest.raises(UnknownRegion, match="een gemeente in de regio Aardeveld") as problem:
        resolve_region(ds, NAMES[6])
    assert problem.value.suggestions == ("Aardeveld",)
    with pytest.raises(UnknownRegion, match="Lijkt op: Aardeveld"):
        resolve_region(ds, "Aardevelt")
    for text in ("", "99", "x" * 500, "<b>"):
        with pytest.raises(UnknownRegion, match="Kies een regio"):
            resolve_region(ds, text)


@pytest.mark.parametrize(
    "on",
    [date(2026, 11, 28), *(pytest.param(date(*day), marks=pytest.mark.slow)
                           for day in ((2013, 7, 1), (2018, 12, 31), (2021, 1, 1), (2024, 12, 1)))],
)  # fmt: skip
def test_every_region_says_what_map_profile_and_allocation_say(on: date) -> None:
    report = status_at(DS, on)
    twin = Counter((r.duup_number, r.status) for r in report.rows)
    allocation = allocate(DS, baseline(DS))
    ranges = over_memberships(allocation)
    for p in region_profiles(DS, on):
        found = region_as_json(DS, p)
        assert found["counts"] == {s.value: twin[p.number, s] for s in Status}
        shared = p.number in allocation.basis.names  # not a region that began later
        if shared:
            assert found["money"]["amount"] == allocation.region(p.number).amount
            assert found["money"]["amount_max"] == ranges.by_region[p.number].high
        assert found["course"][-1]["counts"] == found["counts"]
        assert beside_others(DS, p).own.shares == {s: p.share(s) for s in Status}
        row = p.rows[0]
        own = profile(DS, row.code, on)
        assert bool(own.money) == bool(found["money"]) == shared
        assert not own.money or own.money.region.amount == found["money"]["amount"]
        if p.in_force:
            assert {r.code for r in own.region.rows} == p.codes
        names = {s.programme_id for r in p.rows for s in profile(DS, r.code, on).serving}
        assert names == {x["programme"] for x in found["programmes"] if x["recent"] or x["earlier"]}
        recent = sum(twin[p.number, s] for s in EVIDENCED)
        assert (f"voor {recent} van de {len(p.rows)} gemeenten" if recent else "voor geen van de") in region_answer(p)
        assert all(DS.source(s) for s in region_sources(DS, p))
    assert sum(len(p.rows) for p in region_profiles(DS, on)) == len(report.rows)


def test_the_course_of_all_regions_is_that_of_the_country() -> None:
    every = frozenset(int(n) for n in DS.table("duup_regions")["number"])
    assert course(DS, NOW, 3, every) == course(DS, NOW, 3)
    one, rest = (course(DS, NOW, 3, part) for part in (frozenset({7}), every - {7}))
    for a, b, whole in zip(one, rest, course(DS, NOW, 3), strict=True):
        assert {s: a.municipalities[s] + b.municipalities[s] for s in Status} == whole.municipalities
        assert max(a.sources, b.sources) <= whole.sources <= a.sources + b.sources
