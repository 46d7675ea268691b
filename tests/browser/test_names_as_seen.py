"""2.5.3 Label in name: who speaks to the computer says what is seen, so the name of a control holds the words on it.

Names come from the accessibility tree of the browser, words from what is drawn. Signs without letters (+, ×, arrows)
have no words, and an icon is no word.
"""

from __future__ import annotations

import re
from typing import Any

import pytest
from addresses import ADDRESSES, settle
from harness import Visit
from playwright.sync_api import Frame

MARK = "data-test-seen"
SEEN = """mark => {
  const icon = "[data-testid=stIconMaterial], [translate=no], svg, style, script";
  const words = (e) => {
    const walk = document.createTreeWalker(e, NodeFilter.SHOW_TEXT), found = [];
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const holder = node.parentElement, range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect(), style = getComputedStyle(holder);
      const clipped = holder.closest(".sr-only, .visually-hidden") || style.clipPath === "inset(50%)";
      if (box.width > 1 && box.height > 1 && style.visibility === "visible" && !holder.closest(icon) && !clipped)
        found.push(node.textContent);
    }
    return found.join(" ");
  };
  const controls = `a[href], button, summary, input:not([type=hidden]), select, textarea, [role=button], [role=link],
    [role=tab], [role=radio], [role=checkbox], [role=switch], [role=slider], [role=combobox], [role=menuitem]`;
  const there = [...document.querySelectorAll(controls)].filter(e => e.checkVisibility() && !e.closest("[inert]"));
  return there.map((e, n) => {
    e.setAttribute(mark, n);
    const labelled = e.matches("input, select, textarea") && !e.matches("[type=submit], [type=button]");
    const seen = labelled ? [...(e.labels ?? [])].map(words).join(" ") : e.matches("input") ? e.value : words(e);
    return {seen, html: e.outerHTML.slice(0, 200)};
  });
}"""


def letters(text: str) -> str:
    """The words of a text: letters and digits in small letters, with one space between."""
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


def named(frame: Frame) -> list[tuple[str, str, str]]:
    """Of each control that is there: the words on it, its name, and its markup."""
    seen: list[dict[str, str]] = frame.evaluate(SEEN, MARK)
    session = frame.page.context.new_cdp_session(frame.page)
    session.send("DOM.enable")
    session.send("Accessibility.enable")
    nodes = session.send("DOM.getFlattenedDocument", {"depth": -1, "pierce": True})["nodes"]
    numbers: dict[int, int] = {}
    for node in nodes:
        held = node.get("attributes", [])
        pairs = dict(zip(held[::2], held[1::2], strict=True))
        if MARK in pairs:
            numbers[node["backendNodeId"]] = int(pairs[MARK])
    names: dict[int, str] = {}
    for one in _tree(session, frame):
        number = numbers.get(one.get("backendDOMNodeId", 0))
        if number is not None and not one["ignored"]:
            names[number] = str(one.get("name", {}).get("value", ""))
    session.detach()
    frame.evaluate("mark => document.querySelectorAll(`[${mark}]`).forEach(e => e.removeAttribute(mark))", MARK)
    return [(seen[number]["seen"], name, seen[number]["html"]) for number, name in sorted(names.items())]


def _tree(session: Any, frame: Frame) -> list[dict[str, Any]]:
    tree = session.send("Page.getFrameTree")["frameTree"]
    ids = {f["frame"]["url"]: f["frame"]["id"] for f in [tree, *tree.get("childFrames", [])]}
    nodes: list[dict[str, Any]] = session.send(
        "Accessibility.getFullAXTree", {"frameId": ids[frame.url.partition("#")[0]]}
    )["nodes"]
    return nodes


def without_its_words(frame: Frame) -> list[str]:
    """The controls of a frame whose name lacks the words that are seen on them."""
    return [
        f"sees “{letters(seen)}”, is named “{name}”: {html}"
        for seen, name, html in named(frame)
        if letters(seen) not in letters(name)
    ]


CASES = ["/", *(pytest.param(a, marks=pytest.mark.slow) for a in ADDRESSES if a != "/")]


@pytest.mark.parametrize("address", CASES)
def test_2_5_3_a_control_is_named_as_it_is_seen(reader: Visit, server: str, address: str) -> None:
    page = reader.open(server + address)
    settle(reader)
    assert len(named(page.main_frame)) > 10
    assert [line for frame in page.frames for line in without_its_words(frame)] == []


def test_it_would_notice(reader: Visit, demo: str) -> None:
    page = reader.open(demo)
    spoil = "document.body.insertAdjacentHTML('beforeend', '<button aria-label=\"Sluiten\">Bewaar</button>')"
    for frame in (page.main_frame, reader.map_frame()):
        frame.evaluate(spoil)
        assert [line.partition(":")[0] for line in without_its_words(frame)] == ["sees “bewaar”, is named “Sluiten”"]
