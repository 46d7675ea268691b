"""Parts that distinguish nothing on the date are no choice, say why, and keep their address."""

from __future__ import annotations

import re
from datetime import date

import pytest
from app_pages import html_of, page

from coverage.analysis.layers.states import LAYERS
from coverage.analysis.spots.fragile import fragile
from coverage.analysis.status import DEFAULT_MAX_AGE, status_at
from coverage.dataset import current
from coverage.dates import today
from coverage.i18n import label
from coverage.vocabulary import Layer


def test_a_silent_part_that_was_opened_keeps_its_place_when_it_is_left() -> None:
    """Other choices would be another control, and the keyboard would lose it."""
    at = page("witte_vlekken", deel="kwetsbaar")
    (choice,) = (group for group in at.button_group if group.label == "Wat wil je zien?")
    offered = set(choice.options)
    choice.set_value("lijst").run()
    (after,) = (group for group in at.button_group if group.label == "Wat wil je zien?")
    assert "Kwetsbaar" in offered and set(after.options) == offered
    assert not at.exception


@pytest.mark.parametrize("on", [date(2013, 7, 1), date(2026, 3, 1)])
def test_layers_that_are_the_same_everywhere_are_named_and_no_choice(on: date) -> None:
    ds = current()
    silent = {
        layer for layer, made in LAYERS.items()
        if sum(count > 0 for count in made(ds, status_at(ds, on)).counts().values()) == 1
    }  # fmt: skip
    at = page("dekking", datum=on.isoformat())
    (choice,) = (group for group in at.button_group if group.label == "Wat toont de kaart?")
    offered = set(choice.options)
    assert offered == {label(layer) for layer in (Layer.PROVISION, *LAYERS) if layer not in silent}
    named = set(re.findall(r">([^<]+)</a> \(overal hetzelfde", html_of(at)))
    assert named == {label(layer) for layer in silent}


def test_its_address_still_shows_it() -> None:
    at = page("dekking", datum="2026-03-01", laag="geld")
    (choice,) = (group for group in at.button_group if group.label == "Wat toont de kaart?")
    assert label(Layer.MONEY) in set(choice.options)
    assert "Legenda: geld" in html_of(at)


def test_fragile_places_are_a_choice_only_where_there_are_some() -> None:
    for on in (date(2013, 7, 1), today()):
        at = page("witte_vlekken", datum=on.isoformat())
        (choice,) = (group for group in at.button_group if group.label == "Wat wil je zien?")
        there = bool(fragile(current(), on, DEFAULT_MAX_AGE))
        assert ("Kwetsbaar" in set(choice.options)) is there
        assert ('deel=kwetsbaar"' in html_of(at)) is not there
