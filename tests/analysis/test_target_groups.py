"""Groups, matrix and gaps: examples from the sources, and silence that never becomes a no."""

import itertools
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coverage.analysis.groups.gaps import gaps_at, group_steps, questions
from coverage.analysis.groups.matrix import matrix
from coverage.analysis.groups.summary import group_gap_answer
from coverage.analysis.layers.provision import evidenced_programmes
from coverage.analysis.statements import SERVES, combined, strongest
from coverage.analysis.status import status_at
from coverage.dataset import current
from coverage.geography.areas import membership_on
from coverage.vocabulary import (
    EVIDENCED,
    SILENCE,
    Dimension,
    GroupCover,
    Reach,
    Said,
    Scope,
    TargetGroup,
)

DS = current()
MID_2013, END_2018, NOW = date(2013, 7, 1), date(2018, 12, 31), date(2026, 11, 21)
dates = st.dates(date(2008, 1, 1), date(2027, 1, 1))
groups = st.sampled_from(list(TargetGroup))


@pytest.mark.parametrize(
    ("levels", "together", "any_of"),
    [
        ([], None, None),
        ([None], None, None),
        ([Reach.YES, None], None, Reach.YES),
        ([Reach.EMPHASIS, Reach.YES], Reach.YES, Reach.EMPHASIS),
        ([Reach.YES, Reach.NO], Reach.NO, Reach.YES),
        ([Reach.INSUFFICIENT, None], Reach.INSUFFICIENT, Reach.INSUFFICIENT),
        ([Reach.NO, Reach.INSUFFICIENT], Reach.NO, Reach.INSUFFICIENT),
    ],
)
def test_levels(levels, together, any_of):
    assert combined(levels) is together
    assert strongest(levels) is any_of


@settings(max_examples=30, deadline=None)
@given(on=dates, max_age=st.integers(0, 20), wanted=st.lists(groups, min_size=1, max_size=3, unique=True))
def test_every_municipality_once_and_no_service_without_evidence(on, max_age, wanted):
    report = gaps_at(DS, on, tuple(wanted), max_age)
    codes = [r.code for r in report.rows]
    assert sorted(codes) == sorted(r.code for r in report.status.rows)
    assert sum(report.counts().values()) == len(set(codes))
    evidenced = {r.code for r in report.status.rows if r.status in EVIDENCED}
    spoken = {r.code for r in report.rows if r.cover not in SILENCE}
    assert spoken <= evidenced
    for r in report.rows:
        assert bool(r.programmes) == (r.code in evidenced)
        if r.cover is GroupCover.NOT_SERVED:  # a no needs a source that says no
            assert any(s.level is Reach.NO and s.statements for s in r.deciding)
    assert str(len(report.rows)) in group_gap_answer(report).replace(".", "")


@settings(max_examples=20, deadline=None)
@given(on=dates, wanted=st.lists(groups, min_size=2, max_size=4, unique=True))
def test_combining_never_adds_municipalities(on, wanted):
    served = [set(r.codes(GroupCover.SERVED)) for r in group_steps(DS, on, tuple(wanted))]
    assert all(later <= earlier for earlier, later in itertools.pairwise(served))


@settings(max_examples=20, deadline=None)
@given(on=dates, max_age=st.integers(0, 20))
def test_the_union_of_programmes_is_the_status_map(on, max_age):
    local = evidenced_programmes(DS, on, max_age)
    assert {code for code, here in local.items() if here} == {
        r.code for r in status_at(DS, on, max_age).rows if r.status in EVIDENCED
    }


@settings(max_examples=30, deadline=None)
@given(on=dates, dimension=st.sampled_from(list(Dimension)), scope=st.sampled_from(list(Scope)))
def test_silence_never_reads_as_no(on, dimension, scope):
    table = matrix(DS, on, dimension, scope)
    for row in table.rows:
        assert [c.topic for c in row.cells] == list(table.topics)
        for cell in row.cells:
            levels = [s.level for s in cell.stances]
            if cell.said in {Said.SILENT, Said.NO_PROGRAMME}:
                assert not any(levels)
            else:
                assert cell.since <= on.isoformat()
                assert cell.said.value in [level.value for level in levels if level]
            if cell.said is Said.NO:
                assert any(s.reach is Reach.NO for stance in cell.stances for s in stance.statements)


@pytest.mark.parametrize("on", [date(2011, 6, 30), MID_2013, END_2018, date(2021, 6, 1), date(2024, 1, 1), NOW])
def test_matrix_and_gaps_agree_for_every_group(on):
    regions = matrix(DS, on, Dimension.GROUPS, Scope.REGIONS)
    centres = matrix(DS, on, Dimension.GROUPS, Scope.CENTRES)
    for group in TargetGroup:
        report = gaps_at(DS, on, (group,))
        order = [GroupCover.SERVED, GroupCover.INSUFFICIENT, GroupCover.NOT_SERVED]
        for region in regions.rows:
            covers = {r.cover for r in report.rows if str(r.duup_number) == region.key}
            best = next((c for c in order if c in covers), None)
            cell = regions.cell(region.key, group)
            assert (cover_of(cell) if cell.current else None) is best, (region.title, group)
        by_code = {r.code: r.cover for r in report.rows}
        for centre in centres.rows:
            cell = centres.cell(centre.key, group)
            spoken = by_code[centre.key] if by_code[centre.key] in order else None
            assert (cover_of(cell) if cell.current else None) is spoken


def cover_of(cell):
    return {
        Said.EMPHASIS: GroupCover.SERVED, Said.YES: GroupCover.SERVED, Said.INSUFFICIENT: GroupCover.INSUFFICIENT,
        Said.NO: GroupCover.NOT_SERVED,
    }.get(cell.said)  # fmt: skip


def test_matrix_has_all_rows_of_its_scope():
    members = membership_on(DS, NOW)
    assert len(matrix(DS, NOW, Dimension.GROUPS, Scope.REGIONS).rows) == members["duup_number"].nunique()
    assert len(matrix(DS, NOW, Dimension.GROUPS, Scope.CENTRES).rows) == members["duvo_region"].nunique()


def test_no_question_about_a_group_that_is_served():
    for asked in questions(DS, END_2018).values():
        assert not any(q.level in SERVES for q in asked)
