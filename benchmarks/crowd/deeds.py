"""What an active reader does, and how to tell that the answer is right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from random import Random
from urllib.parse import parse_qs

from markupsafe import escape
from streamlit.proto.ButtonGroup_pb2 import ButtonGroup
from streamlit.proto.WidgetStates_pb2 import WidgetState

from benchmarks.crowd.protocol import View
from coverage.analysis.status import status_at
from coverage.analysis.summary import answer
from coverage.dataset import current

DATE, MUNICIPALITY = "Peildatum", "Zoek een gemeente"  # labels of the two widgets
OTHER_DATE = "andere datum"  # opens a field, and changes no date yet
OPENED = "page opened"
CHOSE_DATE, CHOSE_MUNICIPALITY, MOVED = "date chosen", "municipality chosen", "other page"
DEEDS = (CHOSE_DATE, CHOSE_MUNICIPALITY, MOVED)


@dataclass(frozen=True, slots=True)
class Deed:
    """Something to do: the message to send, and what is wrong with the page afterwards (empty: nothing)."""

    what: str
    message: bytes
    fault: Callable[[View], str]


def choose(view: View, rng: Random) -> Deed:
    """Something that the page has: most often another date, else a municipality or another page."""
    able = [(CHOSE_DATE, 6)] if view.widget("button_group", DATE) else []
    able += [(CHOSE_MUNICIPALITY, 2)] if not view.path and view.widget("selectbox", MUNICIPALITY) else []
    kinds, weights = zip(*able, (MOVED, 2), strict=True)
    what = rng.choices(kinds, weights)[0]
    return {CHOSE_DATE: _date, CHOSE_MUNICIPALITY: _municipality, MOVED: _move}[what](view, rng)


def fault(view: View) -> str:
    """What is wrong with a page by itself: a message of an error, or the wrong answer on the front page."""
    if view.errors:
        return view.errors[0]
    if not view.path and not view.shows(expected(chosen_date(view))):
        return f"the answer is not that of {chosen_date(view)}"
    return ""


def chosen_date(view: View) -> date:
    """The date that the address holds."""
    values = parse_qs(view.query).get("datum")
    return date.fromisoformat(values[0]) if values else date.today()


@cache
def expected(on: date) -> str:
    """The answer of the front page on a date, as it stands in the HTML."""
    return str(escape(answer(status_at(current(), on))))


def _date(view: View, rng: Random) -> Deed:
    found = view.widget("button_group", DATE)
    assert found
    group, fragment = found
    name = rng.choice([name for name in _names(group) if name not in {OTHER_DATE, *_chosen(group)}])
    state = WidgetState(id=group.id)
    state.string_array_value.data.append(name)
    view.set(state)
    before = view.query

    def wrong(after: View) -> str:
        shown = after.widget("button_group", DATE)
        if shown is None or _chosen(shown[0]) != [name] or after.query == before:
            return f"asked for {name}, the address says {after.query!r}"
        return fault(after)

    return Deed(CHOSE_DATE, view.rerun(fragment), wrong)


def _names(group: ButtonGroup) -> list[str]:
    return [option.content for option in group.options]


def _chosen(group: ButtonGroup) -> list[str]:
    return [_names(group)[index] for index in group.default]


def _municipality(view: View, rng: Random) -> Deed:
    found = view.widget("selectbox", MUNICIPALITY)
    assert found
    box, fragment = found
    before = parse_qs(view.query).get("gemeente", [""])[0]
    name = rng.choice([option for option in box.options if option != before])
    view.set(WidgetState(id=box.id, string_value=name))

    def wrong(after: View) -> str:
        there = parse_qs(after.query).get("gemeente", [before])[0] != before
        return fault(after) if there else f"asked for {name}, the address says {after.query!r}"

    return Deed(CHOSE_MUNICIPALITY, view.rerun(fragment), wrong)


def _move(view: View, rng: Random) -> Deed:
    """To another page; half of the moves lead to the front page."""
    others = [path for path in view.pages if path != view.path]
    path = "" if view.path and rng.random() < 0.5 else rng.choice(others)

    def wrong(after: View) -> str:
        return fault(after) if after.path == path else f"asked for /{path}, got /{after.path}"

    return Deed(MOVED, view.rerun(page=view.pages[path]), wrong)
