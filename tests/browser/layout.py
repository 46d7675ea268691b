"""What falls outside the window, or is cut off by the box around it."""

from __future__ import annotations

from playwright.sync_api import Page

# Lines of text count, not boxes; a box that scrolls sideways by itself (a wide table) may hold wider content. Hidden on
# purpose is what only screen readers get.
CUT_OFF = """() => {
  const skipped = "[aria-hidden=true], .hidden, .unseen, .matrix caption, .time caption, script, style";
  const scrolls = (value) => value === "auto" || value === "scroll";
  const seen = (e) => {
    const box = e.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && e.checkVisibility({visibilityProperty: true});
  };
  const page = [document.documentElement, document.querySelector(".stMain")];
  const found = new Set(page.some((e) => e.scrollWidth > innerWidth) ? ["the page scrolls sideways"] : []);
  for (const e of document.querySelectorAll(".stMain *, header *")) {
    const words = [...e.childNodes].filter((n) => n.nodeType === 3 && n.textContent.trim());
    if (!words.length || e.closest(skipped) || !seen(e)) continue;
    const tell = (how) => found.add(`${how}: «${e.textContent.trim().slice(0, 60)}»`);
    if (e.matches("textarea")) {  // its words are drawn elsewhere than where they stand in the page
      if (e.scrollWidth > e.clientWidth) tell("cut sideways");
      continue;
    }
    const range = document.createRange();
    range.setStartBefore(words[0]);
    range.setEndAfter(words.at(-1));
    const text = range.getBoundingClientRect();
    let sideways = true, downwards = true;  // until a box around the text scrolls that way
    for (let holder = e; holder && !holder.matches(".stMain"); holder = holder.parentElement) {
      const {overflowX, overflowY} = getComputedStyle(holder), box = holder.getBoundingClientRect();
      if (scrolls(overflowX) && holder.scrollWidth > holder.clientWidth) sideways = false;
      if (scrolls(overflowY)) downwards = false;
      const wide = text.right > box.right + 2 || text.left < box.left - 2;
      const high = text.bottom > box.bottom + 2 || text.top < box.top - 2;
      if (sideways && wide && overflowX !== "visible") tell("cut sideways");
      if (downwards && high && overflowY !== "visible") tell("cut downwards");
    }
    if (sideways && (text.right > innerWidth + 1 || text.left < -1)) tell("outside the window");
  }
  return [...found];
}"""


def cut_off(page: Page) -> list[str]:
    """Every text that cannot be read whole,."""
    found: list[str] = page.evaluate(CUT_OFF)
    return found


# Looks are counted beside the time: on a machine that is busy little is drawn in half a second. Not in every frame:
# measuring all elements keeps the browser from drawing them.
STILL = """([ms, looks]) => new Promise((done) => {
  let last = "", since = 0, count = 0;
  const place = (e) => { const {x, y, width, height} = e.getBoundingClientRect(); return [x, y, width, height]; };
  const look = (now) => {
    const parts = document.querySelectorAll(".stMain, .stMain *, header *");
    const seen = JSON.stringify([innerWidth, innerHeight, ...[...parts].flatMap(place)]);
    if (seen !== last) [last, since, count] = [seen, now, 0];
    if (now - since > ms && ++count > looks) done(true);
    else setTimeout(() => requestAnimationFrame(look), 50);
  };
  requestAnimationFrame(look);
})"""


def still(page: Page) -> None:
    """Wait until nothing has moved for a while: tables and maps draw themselves again after another size or medium."""
    page.evaluate(STILL, [400, 5])


def resize(page: Page, width: int, height: int) -> None:
    """Another window, in which everything has found its place."""
    page.set_viewport_size({"width": width, "height": height})
    still(page)
