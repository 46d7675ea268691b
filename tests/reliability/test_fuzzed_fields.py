"""Whatever is typed in a field, one text after another in one session: no trace, no markup, and the page stands.

Fields and addresses together are tried some thousands of times by ``make test-all``, and a sample by ``make test``.
What addresses hold is tried further in ``tests/pages/test_hostile_addresses.py``.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest
from test_hostile_addresses import OF_PAGE, address_of, hostile, opened, stands

from coverage.ui.params import FIRST_DAY

SAMPLE, MANY = 15, 300
SEARCH = "Zoek een gemeente"
Type = Callable[[AppTest, object], object]


def searching(at: AppTest, typed: object) -> None:
    """Type in the search box and press Enter: a name that is no option is taken too."""
    (box,) = [s for s in at.selectbox if s.label == SEARCH]
    if str(typed) not in box.options:
        box.options.append(str(typed))
    box.set_value(typed)


def text_field(index: int) -> Type:
    """Type in a text field."""
    return lambda at, typed: at.text_input[index].set_value(str(typed))


def number_field(index: int) -> Type:
    """Set a number field to a number that it takes; the browser refuses others."""

    def enter(at: AppTest, typed: object) -> None:
        field = at.number_input[index]
        least, most = field.min, field.max
        assert isinstance(typed, int) and least is not None and most is not None
        field.set_value(int(least) + typed % int(most - least + 1))

    return enter


def day_field(at: AppTest, typed: object) -> None:
    """Choose another day."""
    assert isinstance(typed, date)
    at.date_input[0].set_value(typed)


numbers, days = st.integers(), st.dates(FIRST_DAY, date.today())
FIELDS: dict[str, tuple[str, dict[str, str], Type, st.SearchStrategy[object]]] = {
    "search on the front page": ("overzicht", {}, searching, hostile),
    "search on coverage": ("dekking", {"datum": "2013-07-01"}, searching, hostile),
    "search on white spots": ("witte_vlekken", {}, searching, hostile),
    "search on my municipality": ("mijn_gemeente", {}, searching, hostile),
    "search in programmes": ("programmas", {}, text_field(0), hostile),
    "title of the slides": ("presentatie", {}, text_field(0), hostile),
    "budget": ("verdeling", {}, text_field(0), hostile),
    "floor": ("verdeling", {"sleutel": "bodem"}, text_field(1), hostile),
    "fixed amount": ("verdeling", {"sleutel": "vast-bedrag"}, text_field(1), hostile),
    "earlier budget": ("verdeling", {"sleutel": "demping"}, text_field(1), hostile),
    "greatest loss": ("verdeling", {"sleutel": "demping"}, number_field(0), numbers),
    "weight": ("verdeling", {"sleutel": "mengvorm"}, number_field(0), numbers),
    "another day": ("overzicht", {"datum": "2014-05-06"}, day_field, days),
    "another day on coverage": ("dekking", {"datum": "2014-05-06"}, day_field, days),
}


def tried(examples: int) -> settings:
    """Generated the same way in every run; to shrink what fails would take minutes, and the text says enough."""
    checks = list(HealthCheck)
    return settings(
        max_examples=examples, deadline=None, derandomize=True, phases=[Phase.generate], suppress_health_check=checks
    )


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("examples", [SAMPLE, pytest.param(MANY, marks=pytest.mark.slow)])
def test_a_field_takes_anything(field: str, examples: int) -> None:
    page, address, enter, values = FIELDS[field]
    at = opened(page, address)

    @tried(examples)
    @given(values)
    def check(typed: object) -> None:
        enter(at, typed)
        stands(at.run(), [str(typed)])

    check()


@pytest.mark.slow
@pytest.mark.parametrize("page", OF_PAGE)
def test_many_addresses_in_one_session(page: str) -> None:
    """A reader who follows one link after another: what an earlier address left must not spoil a later one."""
    at = opened(page, {})

    @tried(MANY)
    @given(address_of(page))
    def check(address: dict[str, str]) -> None:
        at.query_params.clear()
        for name, value in address.items():
            at.query_params[name] = value
        stands(at.run(), list(address.values()))

    check()
