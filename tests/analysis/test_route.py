"""Which door: every programme evidenced for a municipality stands in exactly one place, decided from the raw rows."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from slow_status import slow_of

from coverage.analysis.evidence import duup_start
from coverage.analysis.groups.gaps import gaps_at
from coverage.analysis.groups.route import route, route_answer, route_question
from coverage.analysis.layers.provision import ever_evidenced_programmes
from coverage.analysis.status import status_at
from coverage.dataset import current
from coverage.dates import start
from coverage.vocabulary import EVIDENCED, GroupCover, TargetGroup

DS = current()
DAYS = st.dates(date(2011, 6, 30), date(2026, 11, 28))
GROUPS = st.lists(st.sampled_from(list(TargetGroup)), min_size=1, max_size=2, unique=True).map(tuple)


def newest_word(programme: str, group: TargetGroup, on: date) -> set[str]:
    """What the newest rows of ``target_groups`` say of one group, straight from the table."""
    table = DS.table("target_groups")
    said = [r for r in table.itertuples() if (r.programme_id, r.group) == (programme, group) and start(r.date) <= on]
    said = [r for r in said if r.reach != "unknown"]
    last = max((start(r.date) for r in said), default=None)
    return {r.reach for r in said if start(r.date) == last}


@settings(max_examples=40, deadline=None)
@given(DAYS, GROUPS, st.integers(0, 400))
def test_each_programme_stands_in_one_place(on: date, groups: tuple[TargetGroup, ...], pick: int) -> None:
    report = status_at(DS, on, 3)
    row = report.rows[pick % len(report.rows)]
    found = route(DS, on, groups, row.code, 3)
    here = {p.programme_id: p for p in ever_evidenced_programmes(DS, on, 3)[row.code]}
    placed = [d.programme_id for kind in (found.now, found.earlier, found.silent, found.falling_short) for d in kind]
    assert sorted(placed) == sorted(here)
    for door in (*found.now, *found.earlier):
        assert all(newest_word(door.programme_id, g, on) & {"yes", "emphasis"} for g in groups)
    for door in found.silent:
        assert any(not newest_word(door.programme_id, g, on) for g in groups)
    assert {d.programme_id for d in found.now} <= {p for p in here if here[p].status in EVIDENCED}
    assert not {d.programme_id for d in found.national} & set(here)
    cover = next(r.cover for r in gaps_at(DS, on, groups).rows if r.code == row.code)
    assert (cover is GroupCover.SERVED) == bool(found.now)  # the map of the groups says the same


@settings(max_examples=25, deadline=None)
@given(DAYS, GROUPS, st.integers(0, 400))
def test_the_words_follow_what_was_found(on: date, groups: tuple[TargetGroup, ...], pick: int) -> None:
    row = status_at(DS, on, 3).rows[pick % 300]
    found = route(DS, on, groups, row.code, 3)
    words, question = route_answer(found), route_question(found)
    assert bool(question) != bool(found.now)
    assert ("Ook eerder is er geen programma" in words) == (
        not any((found.now, found.earlier, found.silent, found.falling_short))
    )
    assert all(d.name in words for d in found.now)
    if not found.now:
        assert all(d.name in words for d in (*found.earlier, *found.national))
        assert ("centrumgemeente" in question) == (on >= duup_start(DS))


def test_no_programme_is_said_only_where_no_claim_makes_evidence() -> None:
    """Against the slow twin, which reads the rows itself."""
    on = date(2018, 12, 31)
    slow = slow_of(DS)
    report = status_at(DS, on, 3)
    for row in report.rows[::7]:
        found = route(DS, on, (TargetGroup.WOMEN,), row.code, 3)
        if "Ook eerder is er geen programma" in route_answer(found):
            assert not slow.weigh(row.code, on, 3, report.division.valid_from).evidence


def test_a_code_that_is_no_municipality_of_the_day() -> None:
    with pytest.raises(KeyError):
        route(DS, date(2026, 1, 1), (TargetGroup.MEN,), "GM9999", 3)
