"""Sentences are checked as facts: each is said about every municipality and compared with the raw tables."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any, ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sentence_table import COUNTRY, DOCUMENT, DUUP_START, MUNICIPALITY, SPOTS, TABLE, Local, document
from slow_status import slow_of
from turning_checks import HERE_CHECKS, TURNING

from coverage.analysis import remarks, summary, turn_now
from coverage.analysis.profile import region_money, sentences, text, unknowns
from coverage.analysis.profile.facts import Profile, profile
from coverage.analysis.spots import sentences as spot_sentences
from coverage.analysis.spots.white_spots import white_spots
from coverage.analysis.status import status_at
from coverage.dataset import current
from coverage.i18n import use_language

SPEAKING = (
    "remarks", "summary", "turn_now", "profile/sentences", "profile/text", "profile/region_money", "profile/unknowns",
    "spots/sentences", "groups/summary", "groups/route", "allocation/stated",
    "comparison/sentences", "editions/sentences", "layers/sentences",
    "story/country", "story/coverage", "story/region", "story/room", "known_gaps", "where_to_turn",
    "region_profile/sentences",
    "region_profile/text", "region_profile/sections", "region_profile/gaps_here",
    "answer/network", "answer/missed", "answer/fairness", "answer/since", "answer/promises", "answer/sureness",
    "answer/brief", "answer/verdicts", "programmes/sentences", "forecast", "region_share",
)  # fmt: skip
ANALYSIS = Path(summary.__file__).parent
DS = current()
SLOW = slow_of(DS)
LOCAL = {**MUNICIPALITY, **TABLE["Where to turn"]}
SPEAKERS = (remarks, summary, turn_now, region_money, sentences, text, unknowns, spot_sentences)
EVERY, THIRD = slice(None), 3
FIRST, LAST = date(2011, 1, 1), date(2027, 12, 31)


class Form(str):
    """A sentence pattern that remembers with what it was filled in."""

    said: ClassVar[list[tuple[str, dict[str, Any], str]]] = []

    def format(self, *args: Any, **values: Any) -> str:
        made = str.format(self, *args, **values)
        Form.said.append((str(self), values, made))
        return made


def listen_to(monkeypatch: pytest.MonkeyPatch, *modules: ModuleType) -> None:
    """Patterns of these modules remember."""
    use_language("nl")
    for module in modules:
        monkeypatch.setattr(module, "_", Form)


@pytest.fixture
def overheard(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those that speak about municipalities."""
    listen_to(monkeypatch, *SPEAKERS)


def told(words: str, table: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Which patterns of a table were said in these words, and with what."""
    for pattern, values, made in Form.said:
        if pattern in table and made in words:
            yield pattern, values
    for pattern in table:
        if "{" not in pattern and pattern in words:
            yield pattern, {}


def words_of(found: Profile) -> str:
    lines = (
        *text.serving(DS, found), *text.groups(found), *text.nearest_lines(DS, found), *text.open_questions(DS, found),
        *text.comparison(found), *(turning.line for turning in turn_now.where_to_turn_now(DS, found)),
    )  # fmt: skip
    facts = (part for fact in text.facts(found) for part in (fact.word, fact.value))
    return "\n".join([sentences.municipality_answer(DS, found), *(line.text for line in lines), *facts])


def each_said(on: date, max_age: int, some: slice) -> Iterator[tuple[Local, list[tuple[str, dict[str, Any]]]]]:
    """Some municipalities on a moment, each with the patterns that are said about it and what fills them in."""
    report = status_at(DS, on, max_age)
    begin = report.division.valid_from
    for row in report.rows[some]:
        Form.said.clear()
        words = words_of(profile(DS, row.code, on, max_age))
        local = Local(SLOW, row.code, row.name, on, max_age, begin, SLOW.weigh(row.code, on, max_age, begin))
        yield local, list(told(words, LOCAL))


def wrong(on: date, max_age: int, some: slice = EVERY) -> list[tuple[str, str, dict[str, Any]]]:
    """What is said wrongly about some municipalities: (name, pattern, what it was filled in with)."""
    found = []
    for local, said in each_said(on, max_age, some):
        for pattern, values in said:
            check = LOCAL[pattern].check
            if check and not check(local, values):
                found.append((local.name, pattern, values))
    return found


MOMENTS = (
    (date(2011, 6, 30), 3), (date(2013, 7, 1), 3), (date(2018, 12, 31), 3), (date(2020, 12, 31), 3),
    (date(2022, 6, 1), 1), (date(2024, 12, 1), 3), (date(2026, 11, 28), 3), (date(2026, 11, 28), 20),
)  # fmt: skip


# Each municipality on two or three of the moments; ``make test-all`` takes each on every one.
@pytest.mark.parametrize(
    ("on", "max_age", "some"),
    [
        *((*moment, slice(number % THIRD, None, THIRD)) for number, moment in enumerate(MOMENTS)),
        *(pytest.param(*moment, EVERY, marks=pytest.mark.slow) for moment in MOMENTS),
    ],
)
def test_every_sentence_about_every_municipality_holds(overheard: None, on: date, max_age: int, some: slice) -> None:
    assert wrong(on, max_age, some) == []


@pytest.mark.parametrize(("examples", "step"), [(6, 10), pytest.param(12, 1, marks=pytest.mark.slow)])
def test_on_any_date(examples: int, step: int) -> None:
    @settings(max_examples=examples, deadline=None)
    @given(on=st.dates(FIRST, LAST), max_age=st.integers(0, 20), first=st.integers(0, step - 1))
    def holds(on: date, max_age: int, first: int) -> None:
        with pytest.MonkeyPatch.context() as patch:
            use_language("nl")
            for module in SPEAKERS:
                patch.setattr(module, "_", Form)
            assert wrong(on, max_age, slice(first, None, step)) == []
            country(on, max_age)

    holds()


def country(on: date, max_age: int) -> None:
    """What is said of the country and its spots, against the statuses that the slow twin gives."""
    report = status_at(DS, on, max_age)
    begin = report.division.valid_from
    statuses = [SLOW.status(r.code, on, max_age, begin, DUUP_START) for r in report.rows]
    x = SimpleNamespace(statuses=statuses)
    Form.said.clear()
    words = summary.country_answer(report) + spot_sentences.spots_answer(white_spots(DS, on, max_age))
    said = {**dict(told(words, COUNTRY)), **dict(told(words, SPOTS))}
    assert said
    for pattern, values in said.items():
        check = {**COUNTRY, **SPOTS}[pattern].check
        if check:
            assert check(x, values), (on, max_age, pattern, values)


def patterns(module: str) -> Iterator[str]:
    """Whole sentences in a module: texts for a reader that end as a sentence does."""
    for node in ast.walk(ast.parse((ANALYSIS / f"{module}.py").read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_":
            argument = node.args[0]
            if isinstance(argument, ast.Constant) and str(argument.value).rstrip()[-1:] in {".", "?"}:
                yield str(argument.value).strip()


def test_every_sentence_has_a_row_and_every_row_a_sentence() -> None:
    spoken = {p for module in SPEAKING for p in patterns(module)}
    known = {p for rows in TABLE.values() for p in rows}
    assert spoken - known == set(), "add a row to tests/analysis/sentence_table.py: when may this be said?"
    assert known - spoken == set(), "nobody says this any more"


def test_the_document_is_that_table() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == document(), "run tests/analysis/sentence_table.py"


def test_a_sentence_that_says_too_much_is_noticed(overheard: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The test can fail: a programme that is not there, and 'no source' where one speaks."""
    pattern = "Op {date} is in {name} een programma recent aangetoond: {programmes}."
    monkeypatch.setattr(sentences, "_form", lambda _profile: Form(pattern))
    assert any(p == pattern for _name, p, _values in wrong(date(2026, 11, 28), 3, slice(0, 20)))


def other_than(value: Any) -> Any:
    """Another value of the same kind: a number that is far off, a text that says something else."""
    if not isinstance(value, str):
        return value + 1
    far = re.sub(r"\d+", lambda found: str(9 * int(found[0]) + 1), value)
    return far if far != value else f"{value} niet"


def test_every_check_of_where_to_turn_can_fail(overheard: None) -> None:
    """Each value that such a sentence is filled in with is changed by turns; somewhere that must be noticed."""
    unmoved: dict[str, set[str]] = {}
    for on, max_age, some in ((date(2013, 7, 1), 3, slice(0, 60, 3)), (date(2024, 12, 1), 12, slice(0, 100, 4))):
        for local, said in each_said(on, max_age, some):
            for pattern, values in said:
                check = LOCAL[pattern].check
                if values and check and pattern in {**HERE_CHECKS, **TURNING}:
                    held = {k for k, v in values.items() if v and check(local, {**values, k: other_than(v)})}
                    unmoved.setdefault(pattern, set(values)).intersection_update(held)
    assert len(unmoved) > 8
    assert {pattern: keys for pattern, keys in unmoved.items() if keys} == {}
