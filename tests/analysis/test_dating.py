"""Dates as they are told: an estimate never as a day, and never with brackets of its own: most stand in brackets."""

from __future__ import annotations

from datetime import date as Day

import pytest

from coverage.analysis.dating import claim_day, dated
from coverage.analysis.groups.route import route, route_answer
from coverage.analysis.layers.provision import ever_evidenced_programmes
from coverage.analysis.statements import access_words, group_words, stances, statements
from coverage.dataset import current
from coverage.i18n import use_language
from coverage.vocabulary import DateBasis, Dimension, TargetGroup

DS, LATER = current(), Day(2026, 11, 28)


@pytest.mark.parametrize(
    ("date", "earliest", "latest", "told"),
    [
        ("2021-07-01", "", "", "2021, geschat"),
        ("2021-07-01", "2019", "2021", "tussen 2019 en 2021, geschat"),
        ("2021-07-01", "2020", "", "2020 of later, geschat"),
        ("2021-07-15", "2021-07-01", "2021-07-31", "juli 2021, geschat"),
        ("2021-07-15", "2021-02", "2021-11", "2021, geschat"),
    ],
)
def test_an_estimate_is_told_as_coarse_as_it_is(date: str, earliest: str, latest: str, told: str) -> None:
    use_language("nl")
    assert dated(date, DateBasis.ESTIMATED, earliest, latest) == told


@pytest.mark.parametrize("basis", [b for b in DateBasis if b is not DateBasis.ESTIMATED])
def test_any_other_date_is_told_as_precise_as_it_is_written(basis: DateBasis) -> None:
    use_language("nl")
    assert [dated(d, basis) for d in ("2021", "2021-07", "2021-07-15")] == ["2021", "juli 2021", "15 juli 2021"]


@pytest.mark.parametrize(("dimension", "words"), [(Dimension.GROUPS, group_words), (Dimension.ACCESS, access_words)])
def test_what_an_undated_source_says_carries_no_date_of_ours_as_if_it_were_the_source_s(dimension, words) -> None:
    use_language("nl")
    undated = {s["source_id"] for s in DS.table("sources").to_dict("records") if not s["date"]}
    assert any(s.source_id in undated for s in statements(DS, dimension))
    for stance in stances(DS, dimension, LATER).values():
        if stance.statements:
            assert (stance.statements[0].source_id in undated) == ("geschat" in words(stance)), stance


def test_an_estimate_of_ours_does_not_make_evidence_of_a_door_exact() -> None:
    use_language("nl")
    code, newest = next(
        (code, p.newest)
        for code, found in ever_evidenced_programmes(DS, LATER, 3).items()
        for p in found
        if p.newest.date_basis is DateBasis.ESTIMATED
    )
    told = {route_answer(route(DS, LATER, (group,), code, 3)) for group in TargetGroup}
    assert any(f"laatst bevestigd {claim_day(newest)}" in words for words in told)
