"""Status at a reference date: examples from the sources, properties, and the slow twin."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from slow_status import status as slow_status

from coverage.analysis.evidence import Claim, LocalClaim
from coverage.analysis.status import judge, status_at, years_before
from coverage.dataset import current
from coverage.geography.lineage import DIVISIONS
from coverage.vocabulary import EVIDENCED, Basis, Certainty, Reading, Relation, Status

DS = current()
MID_2011, MID_2013, NOW = date(2011, 6, 30), date(2013, 7, 1), date(2026, 11, 21)


def row(name, on, **options):
    return next(r for r in status_at(DS, on, **options).rows if r.name == name)


@pytest.mark.parametrize(
    ("name", "on", "expected"),
    [
        ("Breda", MID_2011, Status.EVIDENCED_HERE),  # S1: ran until 1 July 2011
        ("Breda", date(2011, 7, 1), Status.CONFIRMED_NONE),  # S1 r.669: stopped on that day
        ("Breda", MID_2013, Status.CONFIRMED_NONE),
        ("Breda", date(2016, 1, 1), Status.EVIDENCED_HERE),  # W-NUBREDA: takes part in RUPS II
        ("Zutphen", MID_2013, Status.CONFIRMED_NONE),  # S1 r.756: says it has no need, pays nothing
        ("Zutphen", NOW, Status.ON_PAPER),  # W-APD2026: named by a regulation, no programme yet
        ("Hattem", MID_2013, Status.EVIDENCED_HERE),  # S1 A.5: catchment of IJssel-Vecht
        ("Hattem", NOW, Status.ON_PAPER),
        ("Deventer", date(2012, 6, 1), Status.CONFIRMED_NONE),  # W-AH1402: subsidy ended 1 January 2012
        ("Deventer", date(2013, 1, 1), Status.EVIDENCED_HERE),  # S1 A.5: De Kern since that day
        ("Apeldoorn", MID_2013, Status.REMOTE_ONLY),  # its stop was inferred: no white spot
        ("Zoetermeer", date(2018, 1, 1), Status.EVIDENCED_REGION),  # W-TROUW2017
        ("Delft", date(2018, 1, 1), Status.EVIDENCED_REGION),  # S3: outreach only
        ("Haarlemmermeer", MID_2013, Status.REMOTE_ONLY),  # plan only; Asja II is national
        ("Ede", date(2020, 1, 1), Status.CONFIRMED_NONE),  # W-OGLD-EDE
        ("Ede", NOW, Status.ON_PAPER),
    ],
)
def test_known_cases(name, on, expected):
    assert row(name, on).status is expected


def test_ijssel_vecht_has_twelve_municipalities_in_2013():
    served = {
        r.name
        for r in status_at(DS, MID_2013).rows
        if any(c.claim.programme_id == "IJV-DEKERN" and c.claim.relation is Relation.CATCHMENT for c in r.decisive)
    }
    assert served == {
        "Zwolle", "Kampen", "Zwartewaterland", "Staphorst", "Dalfsen", "Olst-Wijhe", "Raalte", "Ommen", "Hardenberg",
        "Hattem", "Steenwijkerland", "Deventer",
    }  # fmt: skip


def test_deventer_counts_once_with_two_programmes():
    rows = [r for r in status_at(DS, MID_2013).rows if r.name == "Deventer"]
    assert len(rows) == 1
    assert {c.claim.programme_id for c in rows[0].decisive} == {"DEV-UP", "IJV-DEKERN"}


def test_since_2021_every_municipality_is_at_least_on_paper_and_few_are_evidenced():
    counts = status_at(DS, date(2021, 1, 1)).counts()
    assert counts[Status.UNKNOWN] == counts[Status.CONFIRMED_NONE] == 0
    assert sum(counts.values()) == 352
    assert 0 < sum(counts[s] for s in EVIDENCED) < 30


def test_a_merged_municipality_is_served_in_part():
    # Groningen of 2013 became part of the larger Groningen of 2019 (with Haren and Ten Boer).
    assert row("Groningen", MID_2013).partial
    assert not row("Zwolle", MID_2013).partial


def test_aged_evidence_is_marked_and_no_longer_counts():
    old = row("Zwolle", date(2019, 1, 1))
    assert old.status is Status.UNKNOWN
    assert old.dated
    assert old.last_confirmed == "2013-07"
    assert row("Zwolle", date(2019, 1, 1), max_age=10).status is Status.EVIDENCED_HERE


def test_the_age_limit_itself_is_still_fresh():
    assert row("Zwolle", date(2016, 7, 1)).status is Status.EVIDENCED_HERE
    assert row("Zwolle", date(2016, 7, 2)).status is not Status.EVIDENCED_HERE


def test_uncertain_membership_is_carried():
    assert sum(r.uncertain for r in status_at(DS, date(2021, 6, 1)).rows) == 8
    assert sum(r.uncertain for r in status_at(DS, NOW).rows) == 15


def test_inhabitants_are_those_of_the_latest_complete_year():
    assert status_at(DS, MID_2011).population.year == 2012
    assert status_at(DS, MID_2013).population.year == 2012
    assert status_at(DS, date(2020, 6, 1)).population.year == 2019
    assert status_at(DS, date(2025, 6, 1)).population.year == 2024
    latest = status_at(DS, NOW)
    assert (latest.population.year, latest.population.provisional) == (2026, True)
    assert sum(latest.inhabitants().values()) == 18_130_231


def test_years_before_a_leap_day():
    assert years_before(date(2024, 2, 29), 3) == date(2021, 2, 28)
    assert years_before(date(2024, 2, 29), 4) == date(2020, 2, 29)
    assert years_before(date(2024, 1, 1), 5000) == date(1, 1, 1)


dates = st.dates(date(2008, 1, 1), date(2027, 1, 1))


@settings(max_examples=12, deadline=None)
@given(on=dates, max_age=st.integers(0, 20), data=st.data())
def test_agrees_with_the_slow_twin(on, max_age, data):
    division = data.draw(st.sampled_from([None, *(d.id for d in DIVISIONS)]))
    report = status_at(DS, on, max_age, division)
    with_claims = [r for r in report.rows if any(c.claim.claim_id for c in r.claims)]
    others = [r for r in report.rows if r not in with_claims]
    sample = data.draw(st.lists(st.sampled_from(report.rows), min_size=4, max_size=4))
    if with_claims:
        sample += data.draw(st.lists(st.sampled_from(with_claims), min_size=8, max_size=8))
    sample += others[:2]
    for r in sample:
        expected = slow_status(DS, r.code, on, max_age, report.division.valid_from, r.duup_number)
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


def claim(relation, start, programme="P", basis=Basis.PROGRAMME, certainty=Certainty.EXPLICIT):
    return LocalClaim(
        Claim("", programme, relation, basis, certainty, start.isoformat(), start, start, "S1", "", Reading.FULL, "")
    )


def test_an_inferred_stop_makes_no_white_spot():
    claims = [
        claim(Relation.CATCHMENT, date(2012, 1, 1)),
        claim(Relation.STOPPED, date(2013, 1, 1), certainty=Certainty.DERIVED),
    ]
    assert judge(claims, date(2013, 6, 1), date(2010, 1, 1)).status is Status.UNKNOWN


def test_a_stop_leaves_another_programme_standing():
    claims = [
        claim(Relation.CATCHMENT, date(2012, 1, 1), "P"),
        claim(Relation.CATCHMENT, date(2012, 1, 1), "Q"),
        claim(Relation.STOPPED, date(2013, 1, 1), "P"),
    ]
    assert judge(claims, date(2013, 6, 1), date(2010, 1, 1)).status is Status.EVIDENCED_HERE


def test_a_later_none_outweighs_paper_and_a_later_plan_outweighs_none():
    none, plan = claim(Relation.EXPLICIT_NONE, date(2022, 1, 1)), claim(Relation.PLANNED, date(2021, 1, 1), "Q")
    assert judge([none, plan], date(2022, 6, 1), date(2019, 6, 1)).status is Status.CONFIRMED_NONE
    later = claim(Relation.PLANNED, date(2022, 3, 1), "Q")
    assert judge([none, later], date(2022, 6, 1), date(2019, 6, 1)).status is Status.ON_PAPER


def test_outreach_alone_is_weaker_than_a_programme():
    outreach = claim(Relation.CATCHMENT, date(2017, 5, 1), basis=Basis.OUTREACH)
    assert judge([outreach], date(2018, 1, 1), date(2015, 1, 1)).status is Status.EVIDENCED_REGION


@given(st.permutations([
    claim(Relation.CATCHMENT, date(2012, 1, 1)), claim(Relation.STOPPED, date(2013, 1, 1)),
    claim(Relation.PLANNED, date(2013, 2, 1), "Q"), claim(Relation.REGIONALLY_ACCESSIBLE, date(2011, 1, 1), "R"),
]))  # fmt: skip
def test_the_order_of_claims_does_not_matter(claims):
    expected = judge(sorted(claims, key=lambda c: c.claim.start), date(2013, 6, 1), date(2012, 1, 1)).status
    assert judge(claims, date(2013, 6, 1), date(2012, 1, 1)).status is expected
