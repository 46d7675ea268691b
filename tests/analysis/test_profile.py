"""A profile says what the other analyses say, for every municipality; and what it adds holds together."""

from datetime import date
from functools import cache

import pytest

from coverage.analysis.allocation.result import allocate
from coverage.analysis.allocation.scenario import baseline
from coverage.analysis.allocation.within import within
from coverage.analysis.profile.claimed import all_claimed, claimed
from coverage.analysis.profile.facts import profile, profile_address
from coverage.analysis.profile.sentences import municipality_answer
from coverage.analysis.profile.text import facts, groups, history_lines, nearest_lines, serving
from coverage.analysis.profile.unknowns import unknowns
from coverage.analysis.spots.white_spots import white_spots
from coverage.analysis.status import status_at
from coverage.dataset import current
from coverage.geography.areas import membership_on, neighbours
from coverage.geography.names import resolve
from coverage.i18n import euro, label, number
from coverage.vocabulary import EVER_EVIDENCED, EVIDENCED, Status

ds = current()
DAYS = (date(2013, 7, 1), date(2026, 7, 1))
MORE = (date(2011, 6, 30), date(2018, 12, 31), date(2021, 6, 1), date(2022, 2, 1))
each_day = pytest.mark.parametrize("on", [*DAYS, *(pytest.param(day, marks=pytest.mark.slow) for day in MORE)])


@cache
def everywhere(on: date):
    """The report of a day, and the profile of each of its rows."""
    report = status_at(ds, on)
    return report, [profile(ds, row.code, on) for row in report.rows]


def of(name: str, on: date, max_age: int = 3):
    report = status_at(ds, on, max_age)
    return profile(ds, resolve(ds, name, on).codes_in(report.division.id)[0], on, max_age)


@each_day
def test_every_municipality_has_the_same_values_as_the_other_analyses(on):
    report, profiles = everywhere(on)
    allocation = allocate(ds, baseline(ds))
    members = membership_on(ds, on).set_index("code")
    parts = {m.code: m for r in allocation.regions for m in within(allocation, r.number)}
    spots = {s.row.code: s for found in white_spots(ds, on).by_status.values() for s in found}
    for row, p in zip(report.rows, profiles, strict=True):
        assert p.row == row
        assert (p.membership.duvo_region, p.membership.duup_number) == (row.duvo_region, row.duup_number)
        assert p.membership.uncertain == bool(members.loc[row.code, "duup_uncertain"]) == row.uncertain
        assert bool(p.money) == (row.duup_number in allocation.basis.names)  # not for a region that began later
        if p.money:
            assert p.money.region == allocation.region(row.duup_number)
            assert p.money.range.low <= p.money.region.amount <= p.money.range.high
            assert p.money.own in (None, parts.get(row.code))
        assert any(s.status in EVIDENCED for s in p.serving) == (row.status in EVIDENCED)
        assert bool(p.serving) == (row.status in EVER_EVIDENCED)
        assert p.spot == spots.get(row.code)
        assert row in p.region.rows
        assert next(s for s in p.history if s.holds(on)).status is row.status


@each_day
def test_the_words_hold_the_values(on):
    report, profiles = everywhere(on)
    for row, p in zip(report.rows, profiles, strict=True):
        said = {f.word: f.value for f in facts(p)}
        assert number(row.inhabitants) in said["Inwoners"]
        amount = euro(p.money.region.amount) if p.money else "Niet te berekenen"
        assert amount in said["Bedrag van de DUUP-regio"]
        assert row.name in municipality_answer(ds, p)
        assert any(label(row.status) in line.text for line in history_lines(ds, p))
        assert unknowns(ds, p)
        lines = [x.sources for x in facts(p)]
        lines += [
            x.sources for part in (serving(ds, p), groups(p), history_lines(ds, p), nearest_lines(ds, p)) for x in part
        ]
        shown = {s for found in lines for s in found}
        assert shown <= set(p.sources), row.name


def test_region_amounts_add_up_to_the_budget_once():
    regions = {p.money.region.number: p.money for p in everywhere(DAYS[-1])[1] if p.money}
    assert sum(m.region.amount for m in regions.values()) == next(iter(regions.values())).budget.amount


def test_breda_2013_is_a_white_spot_with_its_reason():
    p = of("Breda", date(2013, 7, 1))
    assert "Volgens een bron is het programma voor Breda gestopt" in municipality_answer(ds, p)
    assert serving(ds, p)[0].text.startswith("Gestopt (juli 2013): ")
    assert serving(ds, p)[0].sources == ("S1",)


def test_hattem_2013_is_served_through_its_catchment_with_who_runs_it():
    (programme,) = of("Hattem", date(2013, 7, 1)).serving
    assert programme.programme_id == "IJV-DEKERN"
    assert "Verian (Hattem)" in programme.executors
    assert {c.claim.relation.value for c in programme.claims} >= {"catchment"}
    assert {s.topic for s in programme.groups}.isdisjoint(programme.silent)


def test_an_uncertain_region_is_explained_and_asked_about():
    p = of("Doetinchem", date(2024, 1, 1))
    assert p.membership.uncertain
    assert "De DUUP-regio is onzeker: het kan ook Apeldoorn zijn." in p.membership.sentence
    assert any("Bij welke DUUP-regio" in u.what for u in unknowns(ds, p))
    assert p.money.range.low < p.money.range.high


def test_a_derived_membership_says_so():
    assert of("Assen", DAYS[-1]).membership.sentence.startswith("De DUVO-regio is afgeleid")


def test_before_the_duup_the_region_compared_is_the_duvo_region():
    assert of("Weesp", date(2018, 1, 1)).region.name == "Hilversum"
    assert of("Weesp", date(2021, 6, 1)).region.name == "Utrecht"


def test_weesp_has_no_part_of_an_amount_that_is_shared_out_after_it_was_merged():
    assert of("Weesp", date(2021, 6, 1)).money.own is None


def test_neighbours_share_a_border_and_an_island_has_none():
    p = of("Zutphen", DAYS[-1])
    assert [n.code for n in p.neighbours] == neighbours(ds, p.report.division.id)[p.row.code]
    assert of("Texel", DAYS[-1]).neighbours == ()


def test_everything_claimed_is_listed_once_also_of_municipalities_that_went_into_it():
    for row in status_at(ds, DAYS[-1]).rows:
        rows = claimed(ds, row.code, "2023")
        ids = [s.id for s in rows]
        assert len(ids) == len(set(ids))
        assert {c.claim.claim_id for c in row.claims if c.claim.claim_id} <= set(ids)
    assert "LID-GM0457-20210101" in {s.id for s in claimed(ds, "GM0363", "2023")}
    assert len(all_claimed(ds)) == len(ds.table("claims")) + len(ds.table("memberships"))


def test_the_link_reproduces_the_view():
    assert (
        profile_address("'s-Hertogenbosch", date(2013, 7, 1))
        == "/mijn-gemeente?gemeente=%27s-Hertogenbosch&datum=2013-07-01"
    )
    assert of("Zutphen", date(2013, 7, 1), 5).address().endswith("&leeftijd=5")


def test_an_unknown_code_is_refused():
    with pytest.raises(KeyError):
        profile(ds, "GM9999", date(2013, 7, 1))


def test_every_status_has_a_sentence():
    found = {p.row.status: p for on in DAYS for p in everywhere(on)[1]}
    assert len(found) >= len(Status) - 1
    for p in found.values():
        assert p.row.name in municipality_answer(ds, p)


def test_an_executor_is_that_of_the_part_that_the_source_speaks_of() -> None:
    """Kind: who carries out one part of a programme, told of another part."""
    named = {name: of(name, date(2018, 12, 31)).serving[0].executors for name in ("Breda", "Goes")}
    assert named == {"Breda": "GGD West-Brabant (West-Brabant)", "Goes": "GGD Zeeland (Zeeland)"}
    assert of("Ameland", date(2021, 6, 1)).serving[1].executors == "Leger des Heils"  # with whom in Groningen: not here
