"""From moments to bars: open ends, schemes that colour their own dates only, and the gap between schemes."""

import itertools
from dataclasses import replace
from datetime import date

from coverage.analysis.moments import bands
from coverage.analysis.programmes import timeline
from coverage.analysis.programmes.records import programmes
from coverage.analysis.programmes.sentences import timeline_answer
from coverage.analysis.programmes.timeline import bar_ends, events, lanes
from coverage.dataset import current
from coverage.dates import start
from coverage.vocabulary import DateBasis, Funding, ProgrammeStatus, Scheme

DS = current()
TODAY = date(2026, 11, 21)
LANES = {lane.programme.id: lane for lane in lanes(DS, TODAY)}


def test_assignments_on_paper_have_no_lane():
    assert not any(name.startswith("DUUP0") and len(name) == 6 for name in LANES)


def test_rotterdam_starts_in_1992_and_its_silences_stay_visible():
    bars = LANES["RTD-PMW"].bars
    assert bars[0].begin == date(1992, 1, 1)
    assert bars[0].funding is Funding.UNKNOWN  # before the scheme of 2008
    rups = next(b for b in bars if b.funding is Funding.RUPS_I)
    assert (rups.begin, rups.end) == (date(2008, 12, 12), date(2011, 12, 31))  # T35: spending allowed until then
    silences = [(a.end, b.begin) for a, b in itertools.pairwise(bars) if a.end < b.begin]
    assert silences == [(date(2019, 1, 5), date(2022, 1, 21))]
    assert bars[-1].open_end


def test_breda_stops_where_the_source_says_so():
    last = LANES["BRE-IMW"].bars[-1]
    assert (last.end, last.open_end) == (date(2011, 7, 1), False)


def test_no_bar_outlives_today_or_overlaps_the_next():
    for lane in LANES.values():
        for bar in lane.bars:
            assert bar.begin <= bar.end <= TODAY
        for one, other in zip(lane.bars, lane.bars[1:], strict=False):
            assert one.end <= other.begin


def test_between_the_first_two_schemes_there_was_none():
    gaps = [(b.begin, b.end) for b in bands(DS) if b.scheme is None]
    assert gaps == [(date(2011, 7, 1), date(2014, 1, 1))]
    assert bands(DS)[-1].scheme is Scheme.DUUP
    assert bands(DS)[-1].end is None
    assert "1 juli 2011" in timeline_answer(tuple(LANES.values()), bands(DS))


def test_two_sources_of_one_first_day_keep_the_early_start():
    programme = next(p for p in programmes(DS) if any(m.status is ProgrammeStatus.ACTIVE for m in p.moments))
    first = next(m for m in programme.moments if m.status is ProgrammeStatus.ACTIVE)
    twice = replace(programme, began="1990", stopped="", moments=(first, first))
    bars = timeline._lane(twice, "", TODAY, 3, {}).bars
    assert [bar.begin for bar in bars] == [date(1990, 1, 1)]


def test_events_are_all_there_in_order():
    found = events(DS)
    assert len(found) == len(DS.table("timeline"))
    assert [start(e.date) for e in found] == sorted(start(e.date) for e in found)


def test_a_bar_ends_open_at_the_limit_that_the_reader_set():
    short = {lane.programme.id: lane for lane in lanes(DS, TODAY, 1)}
    ends = [(a, b) for name in LANES for a, b in zip(short[name].bars, LANES[name].bars, strict=False)]
    assert any(a.end < b.end for a, b in ends)
    for lane in short.values():
        assert all((bar.end - bar.moment.start).days <= 366 for bar in lane.bars if bar.open_end)


def test_a_bar_is_told_as_precise_as_its_sources() -> None:
    """Kind: a year or an estimate that a text turns into a day."""
    for lane in lanes(DS, TODAY):
        for bar in lane.bars:
            begin, end = bar_ends(lane.programme, bar)
            said = [m for m in lane.programme.moments if m.start == bar.begin]
            if said:
                assert begin == said[-1].told
            if bar.open_end and bar.moment.date_basis is DateBasis.ESTIMATED:
                assert end.endswith(", geschat")
    rotterdam = next(lane for lane in lanes(DS, TODAY) if lane.programme.id == "RTD-PMW")
    assert bar_ends(rotterdam.programme, rotterdam.bars[0])[0] == "1992"
