"""What is measured: the empty page, the docs-style app, and each page of ours with a typical interaction."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

AREAS = 342  # municipalities since 2023; a map with fewer is not complete
BOUNDARIES = "data/boundaries/gemeenten_2024_cbs_gegeneraliseerd_dashboard3.geojson"
DRAWN = f"p.drawn >= {AREAS}"  # in the page as the server sent it
OPENED = "p.opened"  # the same of a page without a map: heading and answer, main table or list
MAP = f"p.ready && p.areas >= {AREAS}"  # ready: the map's own word, when it can be clicked
WHOLE = "p.settled && p.foot"  # the last element is there, the script has ended and nothing waits for its own script
STANDS = "p.stands"  # a page without the app


@dataclass(frozen=True, slots=True)
class Click:
    """A choice by its words."""

    text: str


@dataclass(frozen=True, slots=True)
class Type:
    """Text in the field with this label, and Enter."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Target:
    """A page to visit. The conditions are JavaScript on a paint ``p``.

    ``complete``: the reader sees what the page is about; ``live``: it answers to the reader; ``whole``: so is all that
    stands beside and below it. ``interaction`` says in words what ``steps`` do.
    """

    name: str
    path: str
    complete: str
    live: str
    whole: str
    interaction: str = ""
    steps: tuple[Click | Type, ...] = ()
    has_map: bool = False


EMPTY = Target("empty page", "", "p.heading", "p.heading", "p.settled")
MOMENTS = (Click("medio 2013"), Click("medio 2011"))
_THEIRS = f"p.areas >= {AREAS}"
DOCS_STYLE = Target("docs-style app", "", _THEIRS, _THEIRS, f"p.settled && {_THEIRS}", "another date", MOMENTS, True)


def _map(name: str, path: str, interaction: str, *steps: Click | Type, first: str = DRAWN) -> Target:
    return Target(name, path, f"({first} || {MAP})", MAP, f"{MAP} && {WHOLE}", interaction, steps, True)


def _plain(name: str, path: str, interaction: str, *steps: Click | Type, live: str = WHOLE) -> Target:
    return Target(name, path, f"({OPENED} || {live})", live, live, interaction, steps)


def _without_app(name: str, path: str) -> Target:
    return Target(name, path, STANDS, STANDS, STANDS)


PAGES: tuple[Target, ...] = (
    _map("Overzicht", "/", "another date", *MOMENTS),
    _map("Dekking", "/dekking?datum=2013-07-01", "step in time", Click("Volgende"), Click("Volgende")),
    _map("Dekking, layers", "/dekking?datum=2018-12-31", "another layer", Click("geld"), Click("gebruik")),
    _map("Witte vlekken", "/witte-vlekken", "another date", *MOMENTS),
    _plain("Doelgroepen", "/doelgroepen", "another date", *MOMENTS),
    _plain(
        "Doelgroepen, who says what", "/doelgroepen?weergave=matrix", "another question",
        Click("sectoren"), Click("leefgebieden"),
    ),
    _map("Doelgroepen, map", "/doelgroepen?weergave=kaart", "another date", *MOMENTS),
    _map(
        "Verdeling", "/verdeling", "another budget",
        Type("Budget per jaar", "7000000"), Type("Budget per jaar", "8000000"),
    ),
    _map("Mijn gemeente, none chosen", "/mijn-gemeente", "another date", *MOMENTS),
    _plain(
        "Mijn gemeente", "/mijn-gemeente?gemeente=Breda", "another municipality",
        Type("Zoek een gemeente", "Tilburg"), Type("Zoek een gemeente", "Utrecht"),
    ),
    _map("Regio's", "/regio", "another date", *MOMENTS, first=OPENED),
    _plain("Regio", "/regio?regio=Apeldoorn", "another date", *MOMENTS),
    _plain("Programma's", "/programmas", "a search", Type("Zoek", "Humanitas"), Type("Zoek", "Utrecht")),
    _plain("Gegevens", "/gegevens", "another part", Click("Bronnen"), Click("Wat we niet weten")),
    _plain("Presentatie", "/presentatie", "another date", *MOMENTS, live=f"{WHOLE} && p.slides > 0"),
    _plain("Voor de Kamer", "/antwoord", "another date", *MOMENTS),
    _plain("Wijzigingen", "/wijzigingen?editie=2026-najaar", "another date", *MOMENTS),
    replace(  # its other parts have no map
        _map(
            "Uitvraag", "/uitvraag", "another part", Click("Wat wanneer weer gevraagd wordt"), Click("Wie noemt wie"),
            first=OPENED,
        ),
        has_map=False,
    ),
    _without_app("Begrippen", "/begrippen"),
    _without_app("Hulp", "/hulp"),
    _without_app("Toegankelijkheid", "/toegankelijkheid"),
)  # fmt: skip


def docs_style_environment(shared: Path) -> dict[str, str] | None:
    """What the docs-style app needs to know; None when the boundaries that it reads are not there."""
    boundaries = shared / BOUNDARIES
    return {"BOUNDARIES": str(boundaries.resolve())} if boundaries.is_file() else None
