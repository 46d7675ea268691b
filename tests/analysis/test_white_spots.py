"""White and blind spots, fragile coverage, steps and priority: cases from the sources and plain recounts."""

from datetime import date
from math import hypot

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coverage.analysis.spots.fragile import fragile
from coverage.analysis.spots.priority import over_time, priority
from coverage.analysis.spots.sentences import answer
from coverage.analysis.spots.steps import regions, steps, whom_to_ask
from coverage.analysis.spots.white_spots import SPOTS, white_spots
from coverage.analysis.status import POSITIVE, judge, status_at, years_before
from coverage.dataset import current
from coverage.geography.areas import places
from coverage.vocabulary import EVIDENCED, Status

DS = current()
MID_2013, NOW = date(2013, 7, 1), date(2026, 11, 1)
days = st.dates(date(2009, 1, 1), NOW)


def spots_of(on, status):
    return {s.row.name: s for s in white_spots(DS, on).by_status[status]}


def test_the_white_spots_of_2013_with_their_reasons():
    white = spots_of(MID_2013, Status.CONFIRMED_NONE)
    assert set(white) == {"Breda", "Zutphen"}
    assert white["Breda"].since == "2011-07-01"
    assert white["Zutphen"].since == "2013-07"
    assert "geen prostitutieproblemen" in white["Zutphen"].reasons[0].claim.note
    assert white["Zutphen"].reasons[0].claim.source_id == "S1"


def test_the_nearest_programme_of_zutphen_was_in_deventer():
    near = spots_of(MID_2013, Status.CONFIRMED_NONE)["Zutphen"].nearest
    assert (near.name, near.programmes) == ("Deventer", ("DEV-UP", "IJV-DEKERN"))
    points = places(DS, "2021")
    here, there = points["GM0301"], points["GM0150"]
    assert near.km == round(hypot(here.x - there.x, here.y - there.y) / 1000, 1)


def test_a_national_programme_is_neither_white_nor_blind():
    found = white_spots(DS, MID_2013)
    assert not found.by_status[Status.UNKNOWN]
    assert len(found.by_status[Status.REMOTE_ONLY]) > 300
    assert {c.claim.programme_id for c in found.national} == {"LEE-ASJA2", "GRO-TERWILLE"}


def test_ede_barneveld_and_nijkerk_are_white_in_2019_and_on_paper_since_2021():
    assert set(spots_of(date(2019, 12, 31), Status.CONFIRMED_NONE)) == {"Ede", "Barneveld", "Nijkerk"}
    found = white_spots(DS, NOW)
    assert not found.by_status[Status.CONFIRMED_NONE]
    assert not found.by_status[Status.UNKNOWN]
    assert {"Ede", "Zutphen", "Hattem"} <= {s.row.name for s in found.by_status[Status.ON_PAPER]}


def test_a_blind_spot_says_when_it_was_last_seen():
    blind = spots_of(date(2018, 12, 31), Status.UNKNOWN)
    assert blind["Arnhem"].since == "2013-07"
    assert blind["Tilburg"].since == ""


def test_where_to_turn_is_the_centre_municipality():
    zutphen = spots_of(NOW, Status.ON_PAPER)["Zutphen"]
    assert (zutphen.duvo_centre, zutphen.duup_centre) == ("Apeldoorn", "Apeldoorn")
    assert spots_of(MID_2013, Status.CONFIRMED_NONE)["Zutphen"].duup_centre == ""


def test_nothing_is_near_when_nothing_is_evidenced():
    early = white_spots(DS, date(2009, 1, 1))
    assert all(s.nearest is None for rows in early.by_status.values() for s in rows)
    assert "Op 1 januari 2009" in answer(early)


@settings(max_examples=12, deadline=None)
@given(on=days)
def test_spots_and_evidenced_add_up_and_the_nearest_is_nearest(on):
    found = white_spots(DS, on)
    evidenced = [r for r in found.report.rows if r.status in EVIDENCED]
    assert sum(map(len, found.by_status.values())) + len(evidenced) == len(found.report.rows)
    points = places(DS, found.report.division.id)
    here = [r.code for r in evidenced if r.status is Status.EVIDENCED_HERE]
    for status in SPOTS:
        for spot in found.by_status[status][:5]:
            if here:
                shortest = min(points[spot.row.code].distance(points[c]) for c in here)
                assert spot.nearest
                assert spot.nearest.km == pytest.approx(shortest / 1000, abs=0.051)


def test_ijssel_vecht_is_a_single_point_of_failure_but_deventer_has_a_second_programme():
    found = {d.programme_id: d for d in fragile(DS, MID_2013)}
    kern = found["IJV-DEKERN"]
    assert len(kern.municipalities) == 12
    assert len(kern.lost) == 11
    assert [(b.row.name, b.others) for b in kern.backed] == [("Deventer", ("DEV-UP",))]
    assert found["AMS-SK"].inhabitants_lost == 0
    assert found["DHG-SHOP"].name == "Uitstapprogramma Den Haag (Spot 46 / SHOP)"  # its name of that time


@settings(max_examples=12, deadline=None)
@given(on=days)
def test_fragile_says_what_taking_the_claims_away_does(on):
    report = status_at(DS, on)
    found = fragile(DS, on)
    assert [d.inhabitants_lost for d in found] == sorted((d.inhabitants_lost for d in found), reverse=True)
    for d in found:
        for row in d.municipalities:
            rest = [c for c in row.claims if c.claim.programme_id != d.programme_id or c.claim.relation not in POSITIVE]
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
    assert found[0].unknown == max(r.inhabitants(Status.UNKNOWN) for r in regions(DS, report, "duvo"))
    assert sum(a.unknown for a in found) == report.inhabitants()[Status.UNKNOWN]
    now = status_at(DS, NOW)
    assert sum(a.paper for a in whom_to_ask(DS, now)) == now.inhabitants()[Status.ON_PAPER]


def test_regions_with_priority_under_article_4():
    report = status_at(DS, date(2014, 7, 31))  # the closing date of RUPS II
    first = {p.region.name: p for p in priority(DS, report)}
    assert first["Breda"].confirmed == 1
    assert not {"Zwolle", "Rotterdam", "Groningen"} & set(first)
    matrix = over_time(DS, [MID_2013, date(2016, 1, 1)], "duvo")
    assert matrix["Breda"] == (True, False)
    assert len(matrix) == 35
