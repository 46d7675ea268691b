"""A worksheet per region to hand out: what we know, what we do not, and room to write what the room knows."""

from __future__ import annotations

from collections.abc import Sequence

import segno

from coverage.analysis.region_profile import text
from coverage.analysis.region_profile.facts import RegionProfile
from coverage.analysis.region_profile.gaps_here import open_in
from coverage.analysis.region_profile.sentences import region_answer
from coverage.dataset import Dataset
from coverage.exports.factsheet_layout import BOTTOM, LEFT, LINE, RIGHT, TOP, Sheet, cut
from coverage.exports.paper import ACCENT, SOFT
from coverage.i18n import _, day

SIZE, SMALLER = 9.0, 8.0  # points
KNOWN_ROOM, OPEN_ROOM = 46.0, 36.0  # millimetres
ROW, WORDS = 9.0, 46.0  # height of a line to write on, and width of what is asked before it
CODE = 26.0  # side of the QR code
QUIET = 4  # modules of white around it, as its standard asks
BLOCKS = 2


def worksheets_pdf(ds: Dataset, regions: Sequence[RegionProfile], answer_at: str = "") -> bytes:
    """One A4 a region, in this order. ``answer_at`` is the address where answers are given, as a QR code.

    Without an address there is no code. ValueError without regions.
    """
    if not regions:
        raise ValueError("a worksheet is about at least one region")
    sheet = Sheet(_("Werkbladen per regio"), _("Gegevens: editie {edition}").format(edition=ds.edition))
    for p in sheet.a_page_each(regions):
        _worksheet(ds, sheet, p, answer_at)
    return bytes(sheet.output())


def _worksheet(ds: Dataset, sheet: Sheet, p: RegionProfile, answer_at: str) -> None:
    wide = RIGHT - LEFT
    title = _("Werkblad regio {name}").format(name=p.name)
    low = sheet.put(cut(title, 60), LEFT, TOP, wide, 18, bold=True, color=ACCENT)
    low = sheet.put(region_answer(p), LEFT, low + 1, wide, SIZE, bold=True) + 3
    known = [line.text for line in text.programme_lines(ds, p)]
    low = _listed(sheet, _("Dit weten wij"), known, low, KNOWN_ROOM)
    low = _listed(sheet, _("Dit weten wij niet"), [u.what for u in open_in(ds, p)], low, OPEN_ROOM)
    low = sheet.put(_("Wat weet jij?"), LEFT, low, wide, 12, bold=True, color=ACCENT) + 1
    asked = (
        _("Programma"), _("Wie voert het uit?"), _("Voor welke gemeenten?"), _("Voor wie, en wie mag komen?"),
        _("Loopt het nu? Sinds wanneer?"), _("Bron, met datum"),
    )  # fmt: skip
    for _block in range(BLOCKS):
        for words in asked:
            low += ROW
            sheet.put(words, LEFT, low - 4.2, WORDS, SMALLER)
            sheet.set_draw_color(LINE)
            sheet.set_line_width(0.3)
            sheet.line(LEFT + WORDS, low, RIGHT, low)
        low += 3
    _foot(ds, sheet, p, answer_at)


def _listed(sheet: Sheet, title: str, texts: Sequence[str], low: float, room: float) -> float:
    """As many of the texts as fit in a height, under a title; it says how many are left out."""
    wide = RIGHT - LEFT - 4
    low = sheet.put(title, LEFT, low, wide, 11, bold=True, color=ACCENT) + 0.5
    end = low + room
    for index, words in enumerate(texts):
        if low + sheet.height(words, wide, SMALLER) > end - 4:
            more = _("… en nog {count}: zie de pagina van de regio.").format(count=len(texts) - index)
            return sheet.put(more, LEFT + 4, low, wide, SMALLER, color=SOFT) + 2
        sheet.put("–", LEFT, low, 4, SMALLER)
        low = sheet.put(words, LEFT + 4, low, wide, SMALLER) + 0.6
    return low + 2


def _foot(ds: Dataset, sheet: Sheet, p: RegionProfile, answer_at: str) -> None:
    top = BOTTOM - CODE
    wide = RIGHT - LEFT - (CODE + 6 if answer_at else 0)
    low = sheet.put(
        _("“Weten wij niet” is ook een antwoord. Noem geen namen, telefoonnummers of gegevens van personen."),
        LEFT, top, wide, SIZE, bold=True,
    )  # fmt: skip
    if answer_at:
        said = _("Liever meteen invullen? Scan de code, of ga naar {address}. Daar staat hoe je antwoordt.")
        low = sheet.put(said.format(address=answer_at), LEFT, low + 1.5, wide, SIZE)
        _qr(sheet, answer_at, RIGHT - CODE, top)
    about = _("Gegevens: editie {edition}, peildatum {date}. {address}")
    words = about.format(edition=ds.edition, date=day(p.on), address=cut(p.address(), 120))
    sheet.put(words, LEFT, low + 1.5, wide, 7, color=SOFT)


def _qr(sheet: Sheet, address: str, x: float, y: float) -> None:
    """The address as squares, so that it is as sharp on paper as the letters; it can be clicked as well."""
    rows = segno.make(address, error="m", micro=False).matrix
    side = CODE / (len(rows) + 2 * QUIET)
    sheet.set_fill_color("#000000")
    for i, row in enumerate(rows):
        for j, dark in enumerate(row):
            if dark:
                sheet.rect(x + (j + QUIET) * side, y + (i + QUIET) * side, side, side, style="F")
    sheet.link(x, y, CODE, CODE, address)
