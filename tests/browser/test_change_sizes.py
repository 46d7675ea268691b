"""What goes over the websocket, in both directions, when a reader changes something: at most 20 kB.

Two pages send more, because what the change is about is more: a matrix of all groups, and the story of a municipality
with many programmes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from harness import PATIENCE, Visit, visit
from playwright.sync_api import Browser, Page, expect

from benchmarks.traffic import Traffic
from coverage.analysis.moments import moments_beside
from coverage.dataset import current
from coverage.dates import today
from coverage.i18n import day

MOST = 20_000  # bytes
MORE = {"/doelgroepen": 24_000, "/mijn-gemeente": 30_000}
QUIET = 250  # milliseconds without a message after which a change is complete
Change = Callable[[Page], None]
FROM = date(2014, 1, 1)
NEXT = moments_beside(current(), FROM, today())[1] or FROM  # the moment after it in the data


def _press(label: str) -> Change:
    """Press one of a row of buttons or of a choice."""
    return lambda page: page.get_by_test_id("stMain").get_by_text(label, exact=True).first.click()


def _choose(title: str, option: str) -> Change:
    def act(page: Page) -> None:
        box = page.get_by_test_id("stSelectbox").filter(has_text=title).get_by_role("combobox")
        box.fill(option)
        page.get_by_role("option", name=option, exact=True).click()

    return act


def _type(title: str, text: str) -> Change:
    def act(page: Page) -> None:
        box = page.get_by_test_id("stMain").get_by_label(title, exact=True).first
        box.fill(text)
        box.press("Enter")

    return act


def _click_on_map(code: str) -> Change:
    return lambda page: page.frame_locator("iframe").first.locator(f"[data-code={code}]").dispatch_event("click")


def _unfold(title: str, then: Change = lambda page: None) -> Change:
    def act(page: Page) -> None:
        page.locator("summary", has_text=title).first.click()
        then(page)

    return act


def _wait(page: Page, traffic: Traffic) -> None:
    """Wait until the script has run and nothing comes any more."""
    expect(page.locator("[data-testid=stApp][data-test-script-state=notRunning]")).to_be_attached(timeout=PATIENCE)
    seen = -1
    while seen != traffic.socket_bytes:
        seen = traffic.socket_bytes
        page.wait_for_timeout(QUIET)


def _slow(address: str, changes: list[tuple[Change, str]]) -> Any:
    """A page that ``make test-all`` takes: ``make bench`` counts the bytes of each as well."""
    return pytest.param(address, changes, marks=pytest.mark.slow)


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Iterator[tuple[Visit, Traffic]]:
    """One reader for all: what a browser keeps is not what is measured here."""
    with visit(browser) as one:
        traffic = Traffic()
        traffic.watch(one.page)
        yield one, traffic


@pytest.mark.parametrize(
    ("address", "changes"),
    [
        ("/?datum=2013-07-01", [
            (_press("medio 2011"), "Op 30 juni 2011"),
            (_choose("Zoek een gemeente", "Utrecht"), "Wat zeggen de bronnen?"),
        ]),
        (f"/dekking?datum={FROM}", [(_press("Volgende"), f"Op {day(NEXT)}")]),
        _slow("/witte-vlekken?datum=2013-07-01", [(_click_on_map("GM0301"), "Waar intussen terecht?")]),
        _slow("/doelgroepen?rijen=centres&weergave=gaten", [
            (_press("medio 2013"), "Op 1 juli 2013"),
            (_press("Wie zegt wat"), "Wat betekenen de woorden en het streepje?"),
        ]),
        _slow("/verdeling", [
            (_choose("Verdeelsleutel", "gelijke delen"), "de sleutel “gelijke delen”"),
            (_type("Budget per jaar", "7000000"), "Met € 7.000.000"),
        ]),
        ("/mijn-gemeente?gemeente=Breda", [
            (_choose("Zoek een gemeente", "Amsterdam"), "Amsterdam was er eerder"),
            (_press("eind 2018"), "Op 31 december 2018"),
            (_unfold("Alles wat de gegevens"), "Gemeente in de bron"),
        ]),
        _slow("/programmas?zoek=Utrecht", [
            (_press("medio 2013"), "Utrecht"),
            (_type("Zoek", "Humanitas"), "Humanitas"),
            (_press("Tegenstrijdigheden"), "6,0 mln per jaar"),
            (_unfold("Wat er staat"), "Wat wij ermee doen:"),
        ]),
        ("/gegevens", [
            (_press("Bronnen"), "Bronnen 1 tot en met 20"),
            (_press("Volgende"), "Bronnen 21 tot en met 40"),
            (_press("Tegenstrijdigheden"), "6,0 mln per jaar"),
            (_press("Hoe zeker is de indeling"), "is de DUVO-regio afgeleid"),
        ]),
        _slow("/presentatie", [(_press("medio 2013"), "1 juli 2013")]),
        _slow("/wijzigingen", [(_unfold("Een peildatum lezen", _press("medio 2013")), "Vergelijk met")]),
    ],
    ids=lambda value: value.strip("/") if isinstance(value, str) else "",
)  # fmt: skip
def test_each_change_stays_small(
    reader: tuple[Visit, Traffic], server: str, address: str, changes: list[tuple[Change, str]]
) -> None:
    one, traffic = reader
    one.open(server + address)
    _wait(one.page, traffic)
    if one.page.locator("iframe[src*='st_folium']").count():
        one.map_frame()
        _wait(one.page, traffic)
    sent = {}
    for change, outcome in changes:
        traffic.reset()
        change(one.page)
        expect(one.page.get_by_test_id("stMain")).to_contain_text(outcome, timeout=PATIENCE)
        _wait(one.page, traffic)
        sent[outcome] = traffic.socket_bytes
    most = MORE.get(address.partition("?")[0], MOST)
    assert all(0 < size <= most for size in sent.values()), sent
