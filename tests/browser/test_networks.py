"""What readers sit behind: proxies that stop websockets, browsers without cookies, a base path, another language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from addresses import settle
from harness import BROWSER_ARGS, PATIENCE, Visit, chromium, serve, until, visit
from playwright.sync_api import Browser, FileChooser, Page, expect

from coverage.ui.pages import PAGES

BASE = "/uitstap"


@pytest.fixture(scope="module")
def behind() -> Iterator[str]:
    """Address of the application under a base path."""
    with serve("app.py", env={"STREAMLIT_SERVER_BASE_URL_PATH": BASE.strip("/")}, health=f"{BASE}/gezondheid") as url:
        yield url + BASE


@pytest.mark.parametrize(
    "paths",
    [["", "witte-vlekken", "regio"], pytest.param([p.path for p in PAGES if p.shown()], marks=pytest.mark.slow)],
    ids=["three", "every"],  # what the first view of every page holds: tests/pages/test_without_the_app.py
)
def test_without_websockets_a_page_has_its_content_and_says_what_to_do(
    new_reader: Visit, behind: str, paths: list[str]
) -> None:
    page = new_reader.page
    page.route_web_socket("**/*", lambda socket: socket.close())
    page.clock.install()  # for the whole window
    for one in (p for p in PAGES if p.path in paths):
        page.goto(f"{behind}/{one.path}")
        expect(page).to_have_title(
            f"{one.title()} – Dekking uitstapprogramma's" if one.path else "Dekking uitstapprogramma's"
        )
        expect(page.locator("#first-view h1")).to_be_visible()
        expect(page.locator("#first-view :is(.answer, table, article)").first).to_be_visible()
        page.clock.fast_forward(9000)
        expect(page.locator("#first-view .no-session")).to_contain_text("Probeer een ander netwerk")
        expect(page.get_by_role("link", name="Geld", exact=True).first).to_be_visible()
        expect(page.locator("#first-view .foot")).to_be_visible()
    page.get_by_label("Zoek een gemeente").fill("Zutphen")
    page.get_by_role("button", name="Zoek").click()
    expect(page.locator("#first-view h1")).to_have_text("Zutphen")
    assert page.url == f"{behind}/mijn-gemeente?gemeente=Zutphen"
    assert new_reader.external == []


def test_wrong_addresses_have_a_way_back_under_a_base_path(reader: Visit, behind: str) -> None:
    page = reader.page
    answer = page.goto(f"{behind}/verdeling/x")
    assert answer and answer.status == 404
    page.get_by_role("link", name="Verdeling van het geld").click()
    expect(page).to_have_url(f"{behind}/verdeling")
    reader.open(f"{behind}/Mijn-Gemeente?Gemeente=Zutphen&amp;datum=2013-07-01&foo=1")
    expect(page.locator("h1")).to_have_text("Zutphen")
    expect(page).to_have_title("Zutphen – Mijn gemeente – Dekking uitstapprogramma's")
    expect(page.locator(".notice", has_text="foo")).to_be_visible()
    page.get_by_role("link", name="Overzicht", exact=True).first.click()
    expect(page).to_have_title("Zutphen – Dekking uitstapprogramma's")


@pytest.fixture(scope="module")
def no_cookies(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A browser that refuses cookies, as its settings let a reader or an administrator do."""
    profile = tmp_path_factory.mktemp("profile")
    (profile / "Default").mkdir()
    refused = {"profile": {"default_content_setting_values": {"cookies": 2}}}
    (profile / "Default" / "Preferences").write_text(json.dumps(refused), encoding="utf-8")
    context = browser.browser_type.launch_persistent_context(
        profile, executable_path=chromium(), args=BROWSER_ARGS, locale="nl-NL"
    )
    context.set_default_timeout(PATIENCE)
    yield context.pages[0]
    context.close()


@pytest.mark.parametrize(
    "paths", [["", "verdeling"], pytest.param([p.path for p in PAGES], marks=pytest.mark.slow)], ids=["two", "every"]
)
def test_without_cookies_pages_open_and_what_cannot_be_is_said(no_cookies: Page, behind: str, paths: list[str]) -> None:
    """Under a base path as well: pages by the app itself, a download, and an upload that cannot arrive."""
    page = no_cookies
    reader = Visit(page)
    for path in paths:
        reader.open(f"{behind}/{path}")
        expect(page.locator("h1").first).to_be_visible()
    assert page.evaluate("document.cookie") == "" and page.context.cookies() == []
    reader.open(f"{behind}/mijn-gemeente?gemeente=Zutphen")
    settle(reader)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download het correctieblad (XLSX)").click()
    assert download.value.suggested_filename.endswith(".xlsx")
    page.get_by_text("Een ingevuld blad bekijken").click()
    expect(page.get_by_text("Je browser bewaart geen cookies")).to_be_visible()


@pytest.mark.parametrize("locale", ["en-US", pytest.param("de-CH", marks=pytest.mark.slow)])
def test_numbers_and_words_are_dutch_whatever_the_browser(browser: Browser, server: str, locale: str) -> None:
    with visit(browser, locale=locale) as reader:
        page = reader.open(f"{server}/witte-vlekken?datum=2013-07-01&gemeente=Zutphen")
        settle(reader)
        assert page.evaluate("new Intl.NumberFormat(navigator.languages).format(122600)") == "122.600"
        assert _english(page) == []
        expect(page.locator("[aria-label^='Download as CSV']").first).to_be_attached()
        expect(page.locator("[aria-label^='Download as CSV']").first).to_be_hidden()


def _english(page: Page) -> list[str]:
    names = page.eval_on_selector_all("[aria-label]", "all => all.map((e) => e.getAttribute('aria-label'))")
    known = {
        "Skip to main content",
        "App pages",
        "Choose date",
        "Search",
        "Fullscreen",
        "Show/hide columns",
        "Clear value",
    }
    return [name for name in names if name.partition(": ")[0] in known]


def test_a_page_in_a_frame_has_no_menu_and_neither_has_what_it_links_to(reader: Visit, server: str) -> None:
    page = reader.open(f"{server}/dekking?embed=true")
    settle(reader)
    expect(page.locator("[data-testid=stTopNav]")).to_be_hidden()
    expect(page.locator("h1")).to_have_text("Dekking door de tijd")
    reader.open(f"{server}/gegevens?blad=methode&embed=true")
    settle(reader)
    page.get_by_role("link", name="Naar die pagina").first.click()
    expect(page).to_have_url(re.compile(r"(?<!gegevens)\?(.*&)?embed=true"))
    settle(reader)
    expect(page.locator("[data-testid=stTopNav]")).to_be_hidden()


def test_a_sheet_can_be_uploaded_by_keyboard(reader: Visit, server: str) -> None:
    """The button of the field is reached by Tab and opened by Enter, without a pointer."""
    page = reader.open(f"{server}/mijn-gemeente?gemeente=Zutphen")
    settle(reader)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download het correctieblad (XLSX)").press("Enter")
    opening = page.get_by_text("Een ingevuld blad bekijken")
    opening.locator("xpath=ancestor-or-self::summary").press("Enter")
    settle(reader)
    button = page.get_by_test_id("stFileUploader").get_by_role("button", name="Bestand kiezen", exact=True)
    expect(button).to_be_visible()
    for _step in range(4):
        if button.evaluate("one => one === document.activeElement"):
            break
        page.keyboard.press("Tab")
    expect(button).to_be_focused()
    chosen: list[FileChooser] = []

    def hear(chooser: FileChooser) -> None:
        chosen.append(chooser)

    page.on("filechooser", hear)

    def asked() -> bool:  # a field that was drawn just now does not listen to its key yet
        if not chosen:
            page.keyboard.press("Enter")
            page.wait_for_timeout(1000)
        return bool(chosen)

    until(page, asked, "Enter opens no choice of a file")
    content = Path(download.value.path()).read_bytes()
    chosen[0].set_files({"name": "blad.xlsx", "mimeType": "application/octet-stream", "buffer": content})
    expect(page.get_by_text("Fouten in het blad: 0")).to_be_visible()
