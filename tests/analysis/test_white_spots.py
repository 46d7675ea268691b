"""White and blind spots, fragile coverage, steps and priority: cases from the sources and plain recounts."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coverage.analysis.spots.admission import admissions
from coverage.analysis.spots.fragile import fragile
from coverage.analysis.spots.priority import over_time, priority
from coverage.analysis.spots.sentences import spots_answer
from coverage.analysis.spots.steps import regions, steps, whom_to_ask
from coverage.analysis.spots.white_spots import SPOTS, white_spots
from coverage.analysis.status import judge, status_at
from coverage.dataset import current
from coverage.dates import years_before
from coverage.geography.areas import places
from coverage.vocabulary import BLIND, EVIDENCED, TO_CONFIRM, WHITE, Status

DS = current()
MID_2013, NOW = date(2013, 7, 1), date(2026, 11, 1)
days = st.dates(date(2009, 1, 1), NOW)


def spots_of(on, status):
    return {s.row.name: s for s in white_spots(DS, on).by_status[status]}


def test_a_national_programme_changes_no_status():
    found = white_spots(DS, MID_2013)
    assert {c.programme_id for c in found.report.national} == {"LEE-ASJA2", "GRO-TERWILLE"}
    assert found.by_status[Status.UNKNOWN]


def test_white_blind_and_to_confirm_do_not_overlap_and_hold_every_spot():
    for on in (MID_2013, date(2018, 12, 31), NOW):
        found = white_spots(DS, on)
        parts = [found.of(*WHITE), found.of(*BLIND), found.of(*TO_CONFIRM)]
        codes = [s.row.code for part in parts for s in part]
        assert len(codes) == len(set(codes)) == sum(r.status not in EVIDENCED for r in found.report.rows)


def test_a_spot_says_when_it_was_last_seen():
    earlier = spots_of(date(2018, 12, 31), Status.EVIDENCED_EARLIER)
    assert earlier["Zwolle"].since == "2013-07"
    assert spots_of(date(2018, 12, 31), Status.UNKNOWN)["Tilburg"].since == ""


def test_no_programme_far_away_is_recommended_to_those_it_does_not_admit():
    for on in (MID_2013, date(2018, 12, 31), NOW):
        admitted = admissions(DS, on)
        for spots in white_spots(DS, on).by_status.values():
            for spot in spots:
                for programme in spot.nearest.programmes if spot.nearest else ():
                    served = programme in {c.claim.programme_id for c in spot.row.decisive}
                    assert admitted[programme].anywhere or served


def test_nothing_is_near_when_nothing_is_evidenced():
    early = white_spots(DS, date(2009, 1, 1))
    assert all(s.nearest is None for rows in early.by_status.values() for s in rows)
    assert "Op 1 januari 2009" in spots_answer(early)


@settings(max_examples=12, deadline=None)
@given(on=days)
def test_spots_and_evidenced_add_up_and_distances_are_those_between_the_places(on):
    found = white_spots(DS, on)
    evidenced = [r for r in found.report.rows if r.status in EVIDENCED]
    assert sum(map(len, found.by_status.values())) + len(evidenced) == len(found.report.rows)
    points = places(DS, found.report.division.id)
    for status in SPOTS:
        for spot in found.by_status[status][:5]:
            if spot.nearest:
                metres = points[spot.row.code].distance(points[spot.nearest.code])
                assert spot.nearest.km == pytest.approx(metres / 1000, abs=0.051)


@settings(max_examples=12, deadline=None)
@given(on=days)
def test_fragile_says_what_taking_the_claims_away_does(on):
    report = status_at(DS, on)
    found = fragile(DS, on)
    assert [d.inhabitants_lost for d in found] == sorted((d.inhabitants_lost for d in found), reverse=True)
    for d in found:
        for row in d.municipalities:
            rest = [c for c in row.claims if c.claim.programme_id != d.programme_id or not c.claim.makes_evidence]
            gone = judge(rest, on, years_before(on, report.max_age)).status not in EVIDENCED
            assert gone == (row in d.lost)


@settings(max_examples=12, deadline=None)
@given(on=days, level=st.sampled_from(["duup", "duvo"]))
def test_steps_cover_everyone_without_evidence_largest_first(on, level):
    report = status_at(DS, on)
    found = steps(DS, report, level)
    missing = sum(r.inhabitants for r in report.rows if r.status not in EVIDENCED)
    assert sum(s.inhabitants for s in found) == missing
    assert [s.inhabitants for s in found] == sorted((s.inhabitants for s in found), reverse=True)
    if found:
        assert found[-1].share == pytest.approx(1)
    for step in found:
        assert (step.programme is None) == (not step.region.programmes)


def test_a_step_extends_the_programme_that_is_there():
    found = {s.region.name: s for s in steps(DS, status_at(DS, MID_2013))}
    assert found["Arnhem"].programme == "ARN-IRIS"
    assert "Zwolle" not in found  # IJssel-Vecht already worked for all of it
    assert found["Breda"].programme is None


def test_whom_to_ask_first_is_where_most_inhabitants_are_unknown():
    report = status_at(DS, date(2018, 12, 31))
    found = whom_to_ask(DS, report)
    assert found[0].of(*BLIND) == max(r.inhabitants(*BLIND) for r in regions(DS, report, "duvo"))
    now = status_at(DS, NOW)
    for status in (*BLIND, *TO_CONFIRM):
        assert sum(a.of(status) for a in whom_to_ask(DS, now)) == now.inhabitants()[status]


def test_regions_with_priority_under_article_4():
    report = status_at(DS, date(2014, 7, 31))  # the closing date of RUPS II
    first = {p.region.name: p for p in priority(DS, report)}
    assert first["Breda"].confirmed == 1
    assert not {"Zwolle", "Rotterdam", "Groningen"} & set(first)
    matrix = over_time(DS, [MID_2013, date(2016, 1, 1)], "duvo")
    assert matrix["Breda"] == (True, False)
    assert len(matrix) == 35
