"""Nothing on a slide runs over: every kind, at the sizes of a beamer, in letters that a hall can read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from harness import Visit
from playwright.sync_api import Page

from coverage.analysis.story.plan import story
from coverage.analysis.story.scene import Wish
from coverage.dataset import current
from coverage.exports.deck_html import html_page
from coverage.i18n import use_language
from coverage.vocabulary import Language, SlideKind

DS = current()
SCREENS = ((1280, 720), (1400, 788), (1920, 1080))
LEAST_LETTER, LEAST_DRAWING = 24, 150  # pixels at 1280 x 720
ALL_REGIONS = tuple(sorted(int(n) for n in DS.table("duup_regions")["number"]))
# What each slide does wrong: words over the foot or beside the text, a page to scroll, small letters, tiny drawings.
FAULTS = """([letter, drawing]) => {
  const slides = [...document.querySelectorAll('.slide')];
  return slides.flatMap((slide, n) => {
    slides.forEach(other => other.classList.toggle('now', other === slide));
    const foot = slide.querySelector('.foot').getBoundingClientRect();
    const seen = [...slide.querySelectorAll('h1, h2, .body *, .foot *')]
      .filter(e => e.offsetParent && !e.closest('.sr') && e.getBoundingClientRect().width);
    const scroll = document.documentElement.scrollHeight - window.innerHeight;
    const low = seen.filter(e => !e.closest('.foot') && e.getBoundingClientRect().bottom > foot.top + .5);
    const wide = seen.filter(e => e.getBoundingClientRect().right > foot.right + .5);
    const small = seen.filter(e => !e.children.length && e.textContent.trim())
      .filter(e => parseFloat(getComputedStyle(e).fontSize) < letter - .01);
    const tiny = seen.filter(e => e.matches('img:not(.logo), .pillar') && e.getBoundingClientRect().height < drawing);
    const said = (found, fault) => found.length ? [`${fault}: ${found[0].textContent.slice(0, 40)}`] : [];
    const faults = [...said(low, 'over the foot'), ...said(wide, 'beside the text'), ...said(small, 'small'),
      ...said(tiny, 'tiny'), ...(scroll > 0 ? [`scrolls ${scroll} px`] : [])];
    return faults.map(fault => `slide ${n + 1}, ${slide.querySelector('h1, h2').textContent}: ${fault}`);
  });
}"""


def faults(page: Page, file: Path, wish: Wish) -> list[str]:
    """What the slides of a wish do wrong on any of the screens."""
    file.write_text(html_page(DS, story(DS, wish)), encoding="utf-8")
    page.goto(file.as_uri())
    found = []
    for width, height in SCREENS:
        page.set_viewport_size({"width": width, "height": height})
        scale = width / SCREENS[0][0]
        found += [f"{width}: {f}" for f in page.evaluate(FAULTS, [LEAST_LETTER * scale, LEAST_DRAWING * scale])]
    return found


@pytest.fixture(autouse=True)
def _language() -> Iterator[None]:
    yield
    use_language("nl")


@pytest.mark.parametrize(
    ("on", "regions", "language"),
    [(date(2013, 7, 1), (1, 9), "nl"), (date(2026, 11, 28), (7, 13), "nl"),
     *(pytest.param(on, ALL_REGIONS, "nl", marks=pytest.mark.slow) for on in
       (date(2011, 6, 30), date(2015, 3, 1), date(2018, 12, 31), date(2020, 6, 15), date(2021, 1, 1), date(2023, 7, 1),
        date(2024, 12, 31), date(2026, 11, 28))),
     *(pytest.param(on, ALL_REGIONS, "en", marks=pytest.mark.slow) for on in (date(2013, 7, 1), date(2026, 11, 28)))],
)  # fmt: skip
def test_nothing_runs_over(
    reader: Visit, tmp_path: Path, on: date, regions: tuple[int, ...], language: Language
) -> None:
    use_language(language)
    wish = Wish(on, kinds=tuple(SlideKind), regions=regions, place="Utrecht, Jaarbeurs", meeting=date(2027, 1, 21))
    assert faults(reader.page, tmp_path / "dias.html", wish) == []
