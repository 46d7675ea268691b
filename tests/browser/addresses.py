"""Every page and every part of it, as addresses, and waiting until one is complete."""

from __future__ import annotations

from harness import PATIENCE, Visit
from playwright.sync_api import expect

from coverage.ui.pages import PAGES
from coverage.ui.params.allocation import AllocationView
from coverage.ui.params.data import DataView
from coverage.ui.params.evidence import LAYERS, PARTS
from coverage.ui.params.groups import GroupView, ProgrammeView
from coverage.vocabulary import Code


def _parts(path: str, name: str, codes: type[Code]) -> list[str]:
    """Addresses of the parts of a page, without the first, which opens by itself."""
    return [f"/{path}?{name}={code.value}" for code in list(codes)[1:]]


PART_ADDRESSES = [
    *(f"/{page.path}" for page in PAGES),
    *(f"/witte-vlekken?deel={part}" for part in PARTS[1:]),
    *_parts("doelgroepen", "weergave", GroupView),
    *_parts("verdeling", "toon", AllocationView),
    *_parts("programmas", "onderdeel", ProgrammeView),
    *_parts("gegevens", "blad", DataView),
]
ADDRESSES = [
    *PART_ADDRESSES,
    "/?gemeente=Zutphen&datum=2013-07-01",
    "/?datum=gisteren&taal=en",  # a friendly line, and English
    "/mijn-gemeente?gemeente=Zutphen&datum=2013-07-01",
    "/mijn-gemeente?gemeente=Zuthpen&datum=2013-07-01",  # names to click
    "/dekking?datum=2013-07-01&vergelijk=2011-06-30&gemeente=Breda",  # two maps
    *(f"/dekking?laag={layer}&datum=2022-06-01&regio=apeldoorn" for layer in list(LAYERS)[1:]),
    "/witte-vlekken?datum=2013-07-01&gemeente=Zutphen",
    "/doelgroepen?datum=2018-12-31&rij=13&kolom=home_workers",
    "/programmas?programma=AMS-SK",
    "/?per=regio&datum=2018-12-31",
    "/regio?regio=apeldoorn&datum=2018-12-31",
    "/antwoord?datum=2013-07-01",
    "/doelgroepen?weergave=wegwijzer&doelgroep=men,home_workers&gemeente=Zutphen&datum=2018-12-31",  # which door
]


def settle(reader: Visit) -> None:
    """Wait for the last element of the page, the end of the run, widgets whose script is still coming, and the maps."""
    page = reader.page
    expect(page.locator("#first-view")).to_have_count(0, timeout=PATIENCE)
    expect(page.locator(".foot")).to_have_count(1, timeout=PATIENCE)
    expect(page.locator(".foot")).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".stApp[data-test-script-state='notRunning']")).to_be_visible(timeout=PATIENCE)
    expect(page.locator("[data-testid='stSkeleton']")).to_have_count(0, timeout=PATIENCE)
    for index in range(page.locator("iframe[src*='st_folium']").count()):
        reader.map_frame(index)
