"""Whatever is typed in a field of the desk, by whatever button it is sent: no trace, no markup, and the page stands.

Fields and buttons are those that stand on the page, so a new one is tried by itself.
"""

from __future__ import annotations

from typing import Any

import pytest
from app_pages import page
from streamlit.testing.v1 import AppTest
from test_hostile_addresses import MARKUP, stands

from coverage.inventory.store_setup import init_store
from coverage.ui.params.inventory import DeskTask

TEXTS = (MARKUP[1], MARKUP[7], MARKUP[8], "\u202e\x00", "9" * 300)
NAMES = ("markup", "template", "formula", "turned", "long")
CENTRE = "GM9001"


@pytest.fixture
def laptop(laptop_desk: str) -> None:
    """With a database in which there is no round yet."""
    init_store(laptop_desk).close()


def opened(task: str) -> AppTest:
    return page("werkbank", (), taak=task, organisatie=CENTRE)


def typed_in(at: AppTest) -> list[Any]:
    """Everything on the page in which something can be typed."""
    return [*at.text_input, *at.text_area]


def buttons(at: AppTest) -> list[str]:
    """Words of the buttons that can be pressed."""
    return list(dict.fromkeys(button.label for button in at.button if not button.disabled))


def press(at: AppTest, label: str) -> None:
    next(button for button in at.button if button.label == label).click().run()


@pytest.mark.parametrize("text", [TEXTS[0], *(pytest.param(t, marks=pytest.mark.slow) for t in TEXTS[1:])], ids=NAMES)
def test_every_field_of_the_desk_by_every_button(laptop: None, text: str) -> None:
    seen = 0
    for begun in (False, True):
        if begun:
            press(opened("start"), "Open de ronde")
        for task in DeskTask:
            for label in buttons(opened(task.value)):
                at = opened(task.value)
                fields = typed_in(at)
                seen += len(fields)
                for field in fields:
                    field.set_value(text)
                at.run()
                stands(at, [text])
                if label in buttons(at):
                    press(at, label)
                    stands(at, [text])
    assert seen > 20
