"""Whatever stands in an address or is typed in a field: no trace, no markup from outside, the page stands."""

from __future__ import annotations

import importlib
import json
import pkgutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import app_pages
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

import coverage.ui
from coverage.analysis.allocation.address import from_address, parse_weights
from coverage.analysis.allocation.budget import AllocationError, parse_budget
from coverage.analysis.allocation.result import allocate
from coverage.dataset import current
from coverage.geography.names import NameProblem, resolve
from coverage.i18n import use_language
from coverage.ui.pages import PAGES
from coverage.ui.state import BadValue, Param, readable
from coverage.ui.web.slides import wish_from

MARKUP = (
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    '" onmouseover="alert(1)',
    "' style='display:none",
    "</p></section><h1>Gehackt</h1>",
    "![plaatje](https://voorbeeld.invalid/x.png)",
    "[klik](javascript:alert(1))",
    "{0.__class__} {text} %s %(x)s",
    '=HYPERLINK("https://voorbeeld.invalid")',
)
OTHER = (
    "", " ", ",", "=", "a=1,b=", "\x00", "\r\n\r\nSet-Cookie: x=1", "\u202e\u2066gnidrew", "\ufeff", "🏛️" * 40,
    "²", "٣", "x" * 10_000, "9" * 10_000, "-1", "1e308", "nan", "inf", "0x10", "9" * 30 + " mln", "€ -5", "1/0",
    "..", "None", "true", "0001-01-01", "9999-12-31", "2013-02-30", "2013-7-1", "２０１３-０７-０１",
    "-2013-07-01", "2013", "2007-12-31", "2026-W05-1", "GM0301", "zutphen", "Zutphen,Deventer",
    "population=1,population=2", "equal=0", "equal=-5", "../../etc/passwd",
)  # fmt: skip
GOOD = (
    "2013-07-01", "2011-06-30", "2026-03-01", "en", "Zutphen", "Arnhem", "0", "1", "3", "13", "2021", "2023", "6 mln",
    "men", "bodem", "mengvorm", "demping", "inwoners", "population=60,equal=40", "home_workers",
    "landelijk,geld", "AMS-SK",
)  # fmt: skip


def parameters() -> dict[str, list[Param[Any]]]:
    """Everything that an address may hold, by name; a name may mean different things on different pages."""
    found: dict[str, list[Param[Any]]] = {}
    for module in pkgutil.walk_packages(coverage.ui.__path__, "coverage.ui."):
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, Param) and value not in found.setdefault(value.name, []):
                found[value.name].append(value)
    return found


def _words(param: Param[Any]) -> list[str]:
    """Words that a parameter understands, read from its own refusal."""
    try:
        param.parse("?")
    except BadValue as problem:
        return str(problem).replace(";", ",").replace(".", ",").replace("kies uit", ",").split(", ")
    return []


PARAMETERS = parameters()
ALL = [param for same in PARAMETERS.values() for param in same]
OF_PAGE = {page.file.removesuffix(".py"): sorted({"taal", *(param.name for param in page.params)}) for page in PAGES}
CHOICES = {name: sorted({w.strip() for p in same for w in _words(p)}) for name, same in PARAMETERS.items()}

hostile = st.one_of(
    st.sampled_from(MARKUP + OTHER + GOOD), st.text(max_size=250), st.text("0123456789-.,€= ", max_size=20),
    st.dates().map(str), st.integers().map(str),
)  # fmt: skip


def tried(examples: int) -> settings:
    """Generated the same way in every run; to shrink what fails would take minutes, and the text says enough."""
    checks = list(HealthCheck)
    return settings(
        max_examples=examples, deadline=None, derandomize=True, phases=[Phase.generate], suppress_health_check=checks
    )


def value_of(name: str) -> st.SearchStrategy[str]:
    """Something for this parameter: hostile more often than not, but now and then a choice that opens another part."""
    choices = CHOICES[name]
    return st.one_of(st.sampled_from(MARKUP), hostile, *([st.sampled_from(choices)] * 2 if choices else []))


def address_of(page: str) -> st.SearchStrategy[dict[str, str]]:
    names = OF_PAGE[page]
    return st.fixed_dictionaries({}, optional={name: value_of(name) for name in names})


def opened(page: str, address: dict[str, str]) -> AppTest:
    return app_pages.page(page, (), **address)


def stands(at: AppTest, values: list[str]) -> None:
    """The page shows its title and no trace, and what came from outside is text wherever it appears."""
    assert not at.exception, at.exception[0].value
    assert not at.error
    assert len(at.title) == 1
    assert at.title[0].value
    html = app_pages.html_of(at)
    assert "<script" not in html
    for text in (*values, *(readable(v) for v in values)):
        if any(mark in text for mark in MARKUP[:5]):
            assert text not in html
    for element in (*at.markdown, *at.title, *at.header, *at.subheader, *at.caption, *at.info):
        assert not any(mark in str(element.value) for mark in MARKUP), element.value


def test_every_page_and_every_parameter_is_tried() -> None:
    assert {page.stem for page in Path("pages").glob("*.py")} == set(OF_PAGE)
    assert {name for names in OF_PAGE.values() for name in names} == set(PARAMETERS)


def goes_to(at: AppTest, address: dict[str, str]) -> None:
    app_pages.goes_to(at, address)
    use_language("en" if 'hreflang="nl"' in app_pages.html_of(at) else "nl")  # AppTest words choices in our thread


@pytest.mark.parametrize("page", OF_PAGE)
@pytest.mark.parametrize("examples", [9, pytest.param(300, marks=pytest.mark.slow)])
def test_a_page_stands_whatever_its_address_holds(page: str, examples: int) -> None:
    """As the first address of a reader, and one after another: what an earlier one left must not spoil a later one."""
    for mark in MARKUP[:2]:
        at = opened(page, dict.fromkeys(OF_PAGE[page], mark))
        stands(at, [mark])

    @tried(examples)
    @given(address_of(page))
    def check(address: dict[str, str]) -> None:
        goes_to(at, address)
        stands(at, list(address.values()))

    try:
        check()
    finally:
        use_language("nl")


def test_a_day_to_compare_with_that_is_not_earlier() -> None:
    address = {"datum": "2012-01-01", "vergelijk": "2013-01-01"}
    for page in ("dekking", "presentatie"):
        stands(opened(page, address), list(address.values()))


@pytest.mark.parametrize("param", ALL, ids=lambda p: p.name)
@pytest.mark.parametrize("examples", [50, pytest.param(300, marks=pytest.mark.slow)])
def test_a_parameter_understands_or_says_why_not(param: Param[Any], examples: int) -> None:
    use_language("nl")
    choices = CHOICES[param.name] or [""]

    @tried(examples)
    @given(st.one_of(hostile, st.sampled_from(choices)))
    def check(text: str) -> None:
        try:
            value = param.parse(readable(text))
        except BadValue as problem:
            assert len(str(problem)) > 10
        else:
            assert param.parse(readable(param.write(value))) == value  # the link gives the same view

    check()


def answers_or_refuses(ask: Callable[[], object], refusal: type[Exception]) -> None:
    """The function gives a result, or the one error that has a line for the reader."""
    try:
        ask()
    except refusal as problem:
        assert str(problem)


@tried(1000)
@given(hostile)
def test_amounts_and_weights(text: str) -> None:
    answers_or_refuses(lambda: parse_budget(text), AllocationError)
    answers_or_refuses(lambda: parse_weights(text), AllocationError)


few_or_many = pytest.mark.parametrize("examples", [100, pytest.param(1000, marks=pytest.mark.slow)])


@few_or_many
def test_names_of_municipalities(examples: int) -> None:
    @tried(examples)
    @given(hostile, st.dates(date(2008, 1, 1), date(2030, 1, 1)))
    def check(text: str, on: date) -> None:
        answers_or_refuses(lambda: resolve(current(), text, on), NameProblem)

    check()


@tried(300)
@given(address_of("verdeling"))
def test_scenarios(values: dict[str, str]) -> None:
    answers_or_refuses(lambda: allocate(current(), from_address(current(), values)), AllocationError)


@few_or_many
def test_wishes_for_slides(examples: int) -> None:
    @tried(examples)
    @given(address_of("presentatie"))
    def check(query: dict[str, str]) -> None:
        wish = wish_from(current(), {name: readable(value) for name, value in query.items()})
        assert wish.kinds
        assert json.dumps(wish.title)

    check()
