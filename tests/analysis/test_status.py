"""Status at a reference date: examples from the sources, properties, and the slow twin."""

from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from slow_status import slow_of

from coverage.analysis.claim import Claim, LocalClaim
from coverage.analysis.evidence import duup_start
from coverage.analysis.population import complete_years
from coverage.analysis.status import judge, status_at
from coverage.dataset import current
from coverage.dates import years_before
from coverage.geography.areas import membership_on
from coverage.geography.lineage import divisions
from coverage.vocabulary import (
    EVER_EVIDENCED,
    EVIDENCE_KINDS,
    EVIDENCED,
    Basis,
    Certainty,
    DateBasis,
    ExitAim,
    ProgrammeKind,
    Reading,
    Relation,
    Status,
)

DS = current()
SLOW = slow_of(DS)
MID_2011, MID_2013, NOW = date(2011, 6, 30), date(2013, 7, 1), date(2026, 11, 21)


def row(name, on, **options):
    return next(r for r in status_at(DS, on, **options).rows if r.name == name)


def test_since_2021_every_municipality_is_at_least_assigned():
    counts = status_at(DS, date(2021, 1, 1)).counts()
    assert counts[Status.UNKNOWN] == 0
    assert counts[Status.ASSIGNED_ONLY] > 0


def test_an_area_says_through_which_it_speaks():
    served = row("Leidschendam-Voorburg", MID_2013)
    assert served.via_area == "HAAGLANDEN"
    assert {c.claim.programme_id for c in served.decisive} == {"DHG-SHOP"}
    assert row("Den Haag", MID_2013).via_area == ""  # the source names it


def test_a_merged_municipality_is_served_in_part():
    # Groningen of 2013 became part of the larger Groningen of 2019 (with Haren and Ten Boer).
    assert row("Groningen", MID_2013).partial
    assert not row("Zwolle", MID_2013).partial


def test_old_evidence_becomes_earlier_and_keeps_its_date():
    old = row("Zwolle", date(2019, 1, 1))
    assert old.status is Status.EVIDENCED_EARLIER
    assert old.last_confirmed == "2013-07"
    assert row("Zwolle", date(2019, 1, 1), max_age=10).status is Status.EVIDENCED_HERE


def test_a_national_programme_is_a_remark_and_paints_nothing():
    report = status_at(DS, MID_2013)
    assert {c.programme_id for c in report.national} == {"LEE-ASJA2", "GRO-TERWILLE"}
    assert all(r.national == report.national for r in report.rows)
    assert report.counts()[Status.UNKNOWN] > 0


def test_the_age_limit_itself_is_still_fresh():
    assert row("Zwolle", date(2016, 7, 1)).status is Status.EVIDENCED_HERE
    assert row("Zwolle", date(2016, 7, 2)).status is Status.EVIDENCED_EARLIER


def test_uncertain_membership_is_carried():
    for on in (date(2021, 6, 1), NOW):
        members = membership_on(DS, on)
        doubted = set(members[members["duup_uncertain"]]["code"])
        assert {r.code for r in status_at(DS, on).rows if r.uncertain} == doubted


def test_inhabitants_are_those_of_the_latest_complete_year():
    assert status_at(DS, MID_2011).population.year == 2012
    assert status_at(DS, MID_2013).population.year == 2012
    assert status_at(DS, date(2020, 6, 1)).population.year == 2019
    assert status_at(DS, date(2025, 6, 1)).population.year == 2024
    latest = status_at(DS, NOW)
    held = DS.table("population")[DS.table("population")["year"] == latest.population.year]
    assert latest.population.year == max(y.year for y in complete_years(DS) if y.year <= NOW.year)
    assert latest.population.provisional == held["provisional"].any()
    assert sum(latest.inhabitants().values()) == held["inhabitants"].sum()


def test_years_before_a_leap_day():
    assert years_before(date(2024, 2, 29), 3) == date(2021, 2, 28)
    assert years_before(date(2024, 2, 29), 4) == date(2020, 2, 29)
    assert years_before(date(2024, 1, 1), 5000) == date(1, 1, 1)


dates = st.dates(date(2008, 1, 1), date(2027, 1, 1))


@settings(max_examples=30, deadline=None)
@given(on=dates, max_age=st.integers(0, 20), data=st.data())
def test_agrees_with_the_slow_twin(on, max_age, data):
    division = data.draw(st.sampled_from([None, *(d.id for d in divisions(DS))]))
    report = status_at(DS, on, max_age, division)
    with_claims = [r for r in report.rows if any(c.claim.claim_id for c in r.claims)]
    others = [r for r in report.rows if r not in with_claims]
    sample = data.draw(st.lists(st.sampled_from(report.rows), min_size=4, max_size=4))
    if with_claims:
        sample += data.draw(st.lists(st.sampled_from(with_claims), min_size=8, max_size=8))
    sample += others[:2]
    for r in sample:
        expected = SLOW.status(r.code, on, max_age, report.division.valid_from, duup_start(DS))
        assert r.status == expected, (r.name, on, max_age, division)


@settings(max_examples=25, deadline=None)
@given(on=dates, max_age=st.integers(0, 30))
def test_every_municipality_has_one_status_and_counts_add_up(on, max_age):
    report = status_at(DS, on, max_age)
    assert sum(report.counts().values()) == len(report.rows) == len({r.code for r in report.rows})
    assert sum(report.inhabitants().values()) == sum(r.inhabitants for r in report.rows)


@settings(max_examples=20, deadline=None)
@given(on=dates, shorter=st.integers(0, 10), longer=st.integers(0, 10))
def test_a_longer_age_limit_never_takes_evidence_away(on, shorter, longer):
    low, high = sorted((shorter, longer))
    few = {r.code for r in status_at(DS, on, low).rows if r.status in EVIDENCED}
    many = {r.code for r in status_at(DS, on, high).rows if r.status in EVIDENCED}
    assert few <= many


@settings(max_examples=20, deadline=None)
@given(on=dates, shorter=st.integers(0, 10), longer=st.integers(0, 10))
def test_the_age_limit_moves_municipalities_only_between_recent_and_earlier(on, shorter, longer):
    few, many = ({r.code for r in status_at(DS, on, n).rows if r.status in EVER_EVIDENCED} for n in (shorter, longer))
    assert few == many


def claim(
    relation, start, programme="P", basis=Basis.PROGRAMME, certainty=Certainty.EXPLICIT,
    kind=ProgrammeKind.EXIT_PROGRAMME, aim=ExitAim.STATED, **more,
):  # fmt: skip
    made = Claim(
        claim_id="C", programme_id=programme, kind=kind, aim=aim, relation=relation, basis=basis, certainty=certainty,
        date=start.isoformat(), start=start, effective=start, source_id="S1", detail="", reading=Reading.FULL, note="",
        first_possible=start,
    )  # fmt: skip
    return LocalClaim(replace(made, **more))


def test_an_inferred_or_estimated_stop_makes_no_white_spot():
    served = claim(Relation.CATCHMENT, date(2012, 1, 1))
    for unsure in ({"certainty": Certainty.DERIVED}, {"date_basis": DateBasis.ESTIMATED}):
        claims = [served, claim(Relation.STOPPED, date(2013, 1, 1), **unsure)]
        assert judge(claims, date(2013, 6, 1), date(2010, 1, 1)).status is Status.UNKNOWN


def test_a_stop_leaves_another_programme_standing_also_an_old_one():
    claims = [
        claim(Relation.CATCHMENT, date(2012, 1, 1), "P"),
        claim(Relation.CATCHMENT, date(2012, 1, 1), "Q"),
        claim(Relation.STOPPED, date(2013, 1, 1), "P"),
    ]
    assert judge(claims, date(2013, 6, 1), date(2010, 1, 1)).status is Status.EVIDENCED_HERE
    assert judge(claims, date(2015, 6, 1), date(2012, 6, 1)).status is Status.EVIDENCED_EARLIER


def test_a_later_none_outweighs_an_announcement_and_a_later_plan_outweighs_none():
    none, plan = claim(Relation.EXPLICIT_NONE, date(2022, 1, 1)), claim(Relation.PLANNED, date(2021, 1, 1), "Q")
    assert judge([none, plan], date(2022, 6, 1), date(2019, 6, 1)).status is Status.CONFIRMED_NONE
    later = claim(Relation.PLANNED, date(2022, 3, 1), "Q")
    assert judge([none, later], date(2022, 6, 1), date(2019, 6, 1)).status is Status.ANNOUNCED


def test_a_none_outweighs_the_assignment_until_it_is_old():
    none = claim(Relation.EXPLICIT_NONE, date(2020, 1, 1))
    assigned = claim(
        Relation.PLANNED, date(2021, 1, 1), "D", Basis.ASSIGNMENT, kind=ProgrammeKind.ASSIGNMENT, standing=True
    )
    assert judge([none, assigned], date(2021, 6, 1), date(2018, 6, 1)).status is Status.CONFIRMED_NONE
    assert judge([none, assigned], date(2024, 6, 1), date(2021, 6, 1)).status is Status.ASSIGNED_ONLY


def test_outreach_and_areas_are_weaker_than_a_programme_that_names_the_municipality():
    outreach = claim(Relation.CATCHMENT, date(2017, 5, 1), basis=Basis.OUTREACH)
    area = claim(Relation.CATCHMENT, date(2017, 5, 1), area_id="A", area_name="Aa")
    for weaker in (outreach, area):
        assert judge([weaker], date(2018, 1, 1), date(2015, 1, 1)).status is Status.EVIDENCED_REGION


@pytest.mark.parametrize("kind", sorted(set(ProgrammeKind) - EVIDENCE_KINDS))
def test_other_help_than_help_with_leaving_makes_no_evidence(kind):
    claims = [claim(Relation.LOCATION, date(2017, 5, 1), kind=kind)]
    assert judge(claims, date(2018, 1, 1), date(2015, 1, 1)).status is Status.UNKNOWN


def test_an_estimated_date_is_as_old_as_its_earliest_day_and_never_recent_without_one():
    on, oldest = date(2018, 1, 1), date(2015, 1, 1)
    served = partial(claim, Relation.LOCATION, date(2016, 1, 1), date_basis=DateBasis.ESTIMATED)
    assert judge([served(first_possible=date(2015, 6, 1))], on, oldest).status is Status.EVIDENCED_HERE
    assert judge([served(first_possible=date(2014, 6, 1))], on, oldest).status is Status.EVIDENCED_EARLIER
    assert judge([served(first_possible=None)], on, oldest).status is Status.EVIDENCED_EARLIER


def test_a_rule_announces_while_it_is_in_force():
    rule = claim(
        Relation.CATCHMENT, date(2020, 1, 1), basis=Basis.REGULATION, kind=ProgrammeKind.REGULATION,
        until=date(2025, 12, 31), standing=True,
    )  # fmt: skip
    for on, expected in (
        (date(2019, 12, 31), Status.UNKNOWN), (date(2020, 1, 1), Status.ANNOUNCED),
        (date(2025, 12, 31), Status.ANNOUNCED), (date(2026, 1, 1), Status.UNKNOWN),
    ):  # fmt: skip
        assert judge([rule], on, years_before(on, 3)).status is expected


@given(st.permutations([
    claim(Relation.CATCHMENT, date(2012, 1, 1)), claim(Relation.STOPPED, date(2013, 1, 1)),
    claim(Relation.PLANNED, date(2013, 2, 1), "Q"), claim(Relation.REGIONALLY_ACCESSIBLE, date(2011, 1, 1), "R"),
]))  # fmt: skip
def test_the_order_of_claims_does_not_matter(claims):
    expected = judge(sorted(claims, key=lambda c: c.claim.start), date(2013, 6, 1), date(2012, 1, 1)).status
    assert judge(claims, date(2013, 6, 1), date(2012, 1, 1)).status is expected
