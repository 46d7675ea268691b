"""Every step of the benchmark finds its control: a page that changes must not stop ``make bench`` after minutes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from benchmarks.one_round import one_round
from benchmarks.views import PAGES, Click, Target, Type
from coverage.dataset import current
from coverage.inventory import VARIABLE
from coverage.inventory.subjects import tables_of

sys.path.append(str(Path(__file__).parents[1] / "pages"))
from app_pages import page

APP_PAGES = [target for target in PAGES if target.steps]


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Target], AppTest]:
    """Opens the page of a target; with an inventory, as the benchmark has."""

    def opened(target: Target) -> AppTest:
        if target.path.startswith("/uitvraag"):
            made = one_round(tmp_path, tables_of(current()))
            made.store.close()
            monkeypatch.setenv(VARIABLE, made.url)
        parts = urlsplit(target.path)
        return page(parts.path.strip("/").replace("-", "_") or "overzicht", (), **dict(parse_qsl(parts.query)))

    return opened


def controls(at: AppTest) -> set[Click | Type]:
    """What a reader can press, by its words, and where they can type, by its label, as far as it is unfolded."""
    found: set[Click | Type] = {Click(button.label) for button in at.button}
    for group in at.get("button_group"):
        found |= {Click(option.content) for option in group.proto.options}
    return found | {Type(field.label, "") for field in (*at.text_input, *at.selectbox, *at.number_input)}


@pytest.mark.parametrize("target", APP_PAGES, ids=lambda target: target.name)
def test_every_step_finds_its_control(target: Target, asked: Callable[[Target], AppTest]) -> None:
    there = controls(asked(target))
    for step in target.steps:
        assert (step if isinstance(step, Click) else Type(step.label, "")) in there
