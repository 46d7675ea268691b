"""Pages as Streamlit runs them, without a browser: what the tests of pages share."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from coverage.ui.state import TOLD

APP = Path(__file__).parents[2] / "app.py"


@cache
def _registered() -> Any:
    """The pages as a first run tells them to AppTest; asked once, so that a test does not open the front page first."""
    return AppTest.from_file(str(APP), default_timeout=60).run()._registered_pages


def page(name: str, unfolded: tuple[str, ...] = (), **address: str) -> AppTest:
    """A page that stands, at an address, with these sections unfolded: what is folded away is only sent then."""
    at = AppTest.from_file(str(APP), default_timeout=60)
    if name != "overzicht":  # the page that an app opens with
        at._registered_pages = _registered()
        at.switch_page(f"pages/{name}.py")
    for section in unfolded:
        at.session_state[f"unfolding-{section}"] = True
    for key, value in address.items():
        at.query_params[key] = value
    at.run()
    assert not at.exception, at.exception[0].value
    return at


def goes_to(at: AppTest, address: Mapping[str, str]) -> None:
    """The reader follows a link to the same page, or goes back to it: all that the address then holds."""
    at.query_params.clear()
    for name, value in address.items():
        at.query_params[name] = value
    at.session_state[TOLD] = {}
    at.run()


def html_of(at: AppTest) -> str:
    """Our own markup on the page, its hard words without their links."""
    return without_term_links(" ".join(element.proto.body for element in at.get("html")))


def without_term_links(markup: str) -> str:
    """Markup in which a word that links to its meaning is that word."""
    return re.sub(r'<a class="term"[^>]*>(.*?)</a>', r"\1", markup)


def address_to_copy(at: AppTest) -> str:
    """The one address on the page that is there to copy."""
    (address,) = re.findall(r"<textarea readonly[^>]*>(.*?)</textarea>", html_of(at))
    return html.unescape(address)


def maps(at: AppTest) -> list[dict[str, Any]]:
    """What each map on the page was given."""
    return [json.loads(element.proto.json_args) for element in at.get("component_instance")]
