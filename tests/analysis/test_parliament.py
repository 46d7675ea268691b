"""Answers for parliament: every sentence on many dates against the raw tables; their sources; what they leave out."""

from __future__ import annotations

import re
from datetime import date

import pytest
from parliament_table import PARLIAMENT, Land
from sentence_table import DUUP_START
from slow_status import slow_of
from test_sentences import Form

from coverage.analysis import region_share
from coverage.analysis.answer import brief as brief_module
from coverage.analysis.answer import fairness, missed, network, promises, since, sureness
from coverage.analysis.answer.brief import Brief, brief
from coverage.analysis.answer.plain_text import brief_text, short_text
from coverage.analysis.answer.told import Ref
from coverage.analysis.known_gaps import known_gaps
from coverage.analysis.status import status_at
from coverage.dataset import current
from coverage.i18n import use_language
from coverage.vocabulary import ParliamentQuestion, Sureness, TargetGroup

DS = current()
SLOW = slow_of(DS)
DATES = (
    date(2008, 6, 1), date(2011, 6, 30), date(2013, 7, 1), date(2014, 5, 10), date(2016, 12, 31), date(2018, 12, 31),
    date(2020, 6, 20), date(2021, 1, 1), date(2022, 6, 1), date(2024, 12, 1), date(2026, 11, 28),
)  # fmt: skip


def land(on: date, max_age: int) -> Land:
    report = status_at(DS, on, max_age)
    begin = report.division.valid_from
    return Land(
        SLOW, on, max_age, DUUP_START,
        {r.code: SLOW.status(r.code, on, max_age, begin, DUUP_START) for r in report.rows},
        {r.code: SLOW.weigh(r.code, on, max_age, begin) for r in report.rows},
        {r.code: r.duup_number for r in report.rows},
        {r.code: r.name for r in report.rows},
        {g.value: g.label("nl") for g in TargetGroup},
        {s.value: s.label("nl") for s in Sureness},
    )  # fmt: skip


@pytest.mark.parametrize("on", DATES)
@pytest.mark.parametrize("max_age", [3, 10])
def test_every_sentence_holds(monkeypatch: pytest.MonkeyPatch, on: date, max_age: int) -> None:
    use_language("nl")
    for module in (region_share, brief_module, fairness, missed, network, promises, since, sureness):
        monkeypatch.setattr(module, "_", Form)
    Form.said.clear()
    whole = brief(DS, on, max_age)
    report = status_at(DS, on, max_age)
    by_region = region_share.told_by_region(report, region_share.region_shares_of(DS, report))
    words = "\n".join([by_region] + [s.text for s in whole.said()])
    said = [(pattern, values) for pattern, values, made in Form.said if pattern in PARLIAMENT and made in words]
    assert len(said) > 10
    x = land(on, max_age)
    wrong = [(p, v) for p, v in said if PARLIAMENT[p][1] and not PARLIAMENT[p][1](x, v)]
    assert not wrong
    plain = [p for p in PARLIAMENT if "{" not in p and p in words and PARLIAMENT[p][1]]
    assert all(PARLIAMENT[p][1](x, {}) for p in plain)
    for answer in whole.answers:
        x.refs = tuple(r for s in answer.said for r in s.refs)
        graded = [(p, v) for p, v, made in Form.said if p in PARLIAMENT and made in answer.sure_words]
        assert bool(graded) is bool(answer.sure_words)
        assert [(p, v) for p, v in graded if not PARLIAMENT[p][1](x, v)] == []


def test_another_grade_or_date_is_noticed() -> None:
    x = land(date(2013, 7, 1), 3)
    answer = brief(DS, date(2013, 7, 1)).answers[0]
    x.refs = tuple(r for s in answer.said for r in s.refs)
    words = re.fullmatch(r"Hoe zeker: (.+?)\. Het antwoord rust op (\d+) bronnen, de nieuwste van (.+?)\..*",
                         answer.sure_words)  # fmt: skip
    assert words
    told = {"grade": words[1], "count": words[2], "date": words[3]}
    check = PARLIAMENT["Hoe zeker: {grade}. Het antwoord rust op {count} bronnen, de nieuwste van {date}."][1]
    assert check(x, told)
    for key, other in (("grade", Sureness.WEAK.label("nl")), ("count", "1"), ("date", "1999")):
        assert not check(x, {**told, key: other})


def test_a_check_can_fail() -> None:
    x = land(date(2013, 7, 1), 3)
    assert not PARLIAMENT["Op {date} is nergens een programma recent aangetoond, en dus voor geen enkele groep."][1](
        x, {}
    )


@pytest.mark.parametrize("on", DATES[1:])
def test_all_questions_have_an_answer_and_all_sources_a_footnote(on: date) -> None:
    whole = brief(DS, on)
    assert [a.about for a in whole.answers] == list(ParliamentQuestion)
    assert all(a.said for a in whole.answers)
    notes = whole.notes()
    assert sorted(notes.values()) == list(range(1, len(notes) + 1))
    text = brief_text(DS, whole)
    assert {int(n) for n in re.findall(r" \[(\d+)\]", text)} == set(notes.values())
    assert len(short_text(DS, whole)) < len(text)


def test_nothing_of_later_and_no_cost_per_person() -> None:
    on = date(2018, 12, 31)
    whole: Brief = brief(DS, on)
    told = [r for s in whole.said() for r in s.refs if r.date]
    assert told
    claims = DS.table("claims")
    looking_back = set(claims["source_id"][claims["effective"] <= on])  # of later, about what was there by then
    assert {r.source_id for r in told if r.date[:4] > "2018"} <= looking_back
    for on in DATES:
        assert not re.search(r"per (deelnemer|persoon)", brief_text(DS, brief(DS, on)))


def test_no_codes_in_the_words() -> None:
    words = " ".join(s.text for s in brief(DS, date(2026, 11, 28)).said())
    assert not re.search(r"\b(T\d\d|S[0-4]|W-[A-Z]+\d*)\b", words)


def test_how_sure_follows_number_age_and_reading() -> None:
    recent, old = date(2013, 7, 1), date(2020, 1, 1)
    first = next(s for s in DS.table("sources")["source_id"])

    def grade(refs: tuple[Ref, ...], on: date) -> Sureness:
        return sureness.sureness(DS, refs, on, 3)

    ids = list(DS.table("sources")["source_id"][:2])
    full = [Ref(i, "", DS.source(ids[0]).reading, "2013-01") for i in ids]
    assert grade((), recent) is Sureness.NONE
    assert grade((Ref(first, "", None, "2013-01"),), old) is Sureness.WEAK
    assert grade((Ref(first, "", None, "2013-01"),), recent) is Sureness.FAIR
    assert grade(tuple(full), recent) is Sureness.FIRM


def test_in_english_nothing_is_left_in_dutch() -> None:
    use_language("en")
    try:
        words = short_text(DS, brief(DS, date(2026, 11, 28)))
    finally:
        use_language("nl")
    assert "Is there a network" in words
    assert not re.search(r"\b(Hoe zeker|gemeenten zonder|weten we niet)\b", words)


def test_what_is_not_known_is_told_in_english() -> None:
    use_language("en")
    try:
        listed = known_gaps(DS, status_at(DS, date(2026, 11, 28)))
    finally:
        use_language("nl")
    ours = [g for g in listed if not g.source_id]  # those of the funding table have an item in words of the data
    assert len(ours) > 5
    assert not any(re.search(r"\b(de|het|van|een|niet|bij)\b", f"{g.what} {g.where} {g.who}") for g in ours[3:])
