"""Everything that a package should render: each part of every page, each command and each file."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from streamlit.testing.v1 import AppTest

from coverage.analysis.status import status_at
from coverage.cli import main
from coverage.dataset import Dataset, current
from coverage.exports.formats import FORMATS, Request, make
from coverage.i18n import use_language
from coverage.ui.pages import PAGES
from coverage.ui.params.allocation import AllocationView
from coverage.ui.params.data import DataView
from coverage.ui.params.evidence import LAYERS, PARTS
from coverage.ui.params.groups import GroupView, ProgrammeView

sys.path.append(str(Path(__file__).parent / "pages"))
from app_pages import page

Address = tuple[str, dict[str, str]]
EARLIER, BETWEEN = "2013-07-01", "2022-06-01"
COMMANDS = (
    ["status"], ["status", "--date", EARLIER, "--format", "json"], ["white-spots"], ["fragile"],
    ["gaps", "--group", "men"], ["expires", "--from", EARLIER, "--to", "2026-01-01"],
    ["programmes"], ["results"], ["compare", "--from", EARLIER, "--to", "2026-01-01"], ["allocate"],
    ["allocate", "--key", "equal", "--format", "json"], ["edition", "list"], ["check"],
)  # fmt: skip


def addresses(ds: Dataset, on: date) -> Iterator[Address]:
    """(page, address) of every page and every part of it; those about one thing are about one of this package."""
    rows = status_at(ds, on).rows
    some, region = rows[0].name, str(rows[-1].duup_number)
    programmes = ds.table("programmes")["programme_id"]
    for one in PAGES:
        yield one.file.removesuffix(".py"), {}
    for day in (EARLIER, BETWEEN):
        yield "overzicht", {"datum": day, "gemeente": some}
        yield "mijn_gemeente", {"datum": day, "gemeente": some}
        yield "witte_vlekken", {"datum": day, "gemeente": some}
        yield "presentatie", {"datum": day, "regio": region}
    yield "dekking", {"datum": BETWEEN, "vergelijk": EARLIER, "gemeente": some}
    yield from (("dekking", {"laag": str(layer), "datum": BETWEEN}) for layer in LAYERS)
    yield from (("witte_vlekken", {"deel": str(part)}) for part in PARTS)
    yield from (("doelgroepen", {"weergave": str(view)}) for view in GroupView)
    yield from (("verdeling", {"toon": str(view)}) for view in AllocationView)
    yield from (("programmas", {"onderdeel": str(view)}) for view in ProgrammeView)
    yield from (("gegevens", {"blad": str(view)}) for view in DataView)
    yield from (("programmas", {"programma": programme}) for programme in programmes)
    yield from (("mijn_gemeente", {"gemeente": row.name}) for row in rows[:3])


def stands(name: str, address: dict[str, str]) -> AppTest:
    """The page at that address; AssertionError when it does not stand."""
    at = page(name, (), **address)
    assert not at.error, (name, address, at.error[0].value)
    assert at.title[0].value
    use_language("nl")
    return at


def files(ds: Dataset, on: date) -> Iterator[tuple[str, bytes]]:
    """(format, content) of a file of every kind."""
    for name, kind in FORMATS.items():
        region = int(ds.table("duup_regions")["number"][0]) if "region" in kind.takes else None
        yield name, make(ds, name, Request(on, region=region))


def answers(package: Path) -> Iterator[tuple[list[str], int]]:
    """(command, exit code) of every command that reads the package in use."""
    for command in COMMANDS:
        yield command, main([*command, "--data", str(package)] if command == ["check"] else command)
    ds = current(package)
    code = ds.table("municipalities")["code"].iloc[0]
    yield ["profile"], main(["profile", code])
