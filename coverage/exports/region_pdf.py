"""A region on one A4: the answer, a map of its own, and the sections of its page, shortened until they fit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO

from coverage.analysis.region_profile.facts import RegionProfile
from coverage.analysis.region_profile.newest_said import newest_said
from coverage.analysis.region_profile.sections import RegionSection, region_heading, region_sources, sections
from coverage.analysis.region_profile.sentences import region_answer, who_leads
from coverage.dataset import Dataset
from coverage.exports.factsheet_layout import BOTTOM, GAP, LEFT, RIGHT, SMALL, TOP, Section, Sheet, cut, fitted
from coverage.exports.factsheet_pdf import cited_line, factsheet_foot, note_numbers, noted_sources
from coverage.exports.paper import ACCENT, SOFT
from coverage.exports.static_map import draw, region_view
from coverage.i18n import _, label, number, percent
from coverage.vocabulary import STATUS_STYLE, Status

MAP_WIDTH, MAP_HEIGHT, INCH = 74.0, 74.0, 25.4  # millimetres
FOOT = 15.0
LONGEST, LONGEST_ADDRESS = 700, 250  # characters
SIZE = 7.2  # points
WEIGHTS = {"open": 1.2, "programmes": 0.6, "groups": 1.2}  # how soon a section is shortened
PAGE_ONLY = frozenset({"compared"})  # figures side by side need the width of a table
MOST_NAMES = 24  # on the map; of more municipalities only those with most inhabitants are named


def region_pdf(ds: Dataset, p: RegionProfile, address: str = "") -> bytes:
    """The page of a region as PDF. ``address`` is the permanent link; the one without host when empty.

    What does not fit is left out section by section, and says so.
    """
    name, under = region_heading(p)
    said = region_answer(p)
    sheet = Sheet(f"{name}: {under}", said)
    low = sheet.put(cut(name, LONGEST_ADDRESS), LEFT, TOP, RIGHT - LEFT, 18, bold=True, color=ACCENT)
    low = sheet.put(cut(under, LONGEST), LEFT, low + 0.5, RIGHT - LEFT, 9, color=SOFT) + 2
    notes = note_numbers((*region_sources(ds, p), *newest_said(p).sources))
    low = max(_left(sheet, p, said, notes, low), _map(ds, sheet, p, low)) + GAP
    for section in fitted(sheet, _paper(ds, p, notes), BOTTOM - FOOT - low):
        low = sheet.put_section(section, low)
    factsheet_foot(ds, sheet, cut(address or p.address(), LONGEST_ADDRESS))
    return bytes(sheet.output())


def _left(sheet: Sheet, p: RegionProfile, said: str, notes: Mapping[str, int], top: float) -> float:
    """The answer, who leads, how recent it is, and the statuses with their colours, beside the map."""
    width = RIGHT - LEFT - MAP_WIDTH - 4
    low = sheet.put(cut(said, LONGEST), LEFT, top, width, 9.5, bold=True) + 1.5
    newest = newest_said(p)
    low = sheet.put(who_leads(p), LEFT, low, width, color=SOFT)
    low = sheet.put(cited_line(newest.text, newest.sources, notes), LEFT, low, width, color=SOFT) + 2
    counts = p.counts()
    for status in (s for s in Status if counts[s]):
        sheet.box(LEFT, low + 0.4, 3.4, 3.4, STATUS_STYLE[status])
        words = _("{status}: {count} ({share} van de inwoners)").format(
            status=label(status), count=number(counts[status]), share=percent(p.share(status))
        )
        low = sheet.put(words, LEFT + 5.5, low, width - 5.5) + 0.8
    return low


def _map(ds: Dataset, sheet: Sheet, p: RegionProfile, top: float) -> float:
    view = region_view(p.report, ds.edition, p.number, selected=p.centre_code if p.centre_code in p.codes else None)
    named = sorted(p.rows, key=lambda r: (r.code != p.centre_code, -r.inhabitants))[:MOST_NAMES]
    view = replace(view, labels={r.code: r.name for r in named})
    size = (MAP_WIDTH / INCH, MAP_HEIGHT / INCH)
    picture = draw(ds, view, "png", size=size, dpi=220, title=False, legend=False)
    left = RIGHT - MAP_WIDTH
    sheet.image(BytesIO(picture), left, top, MAP_WIDTH, MAP_HEIGHT, alt_text=view.description, title=view.title)
    return top + MAP_HEIGHT


def _paper(ds: Dataset, p: RegionProfile, notes: Mapping[str, int]) -> tuple[Section, ...]:
    found = tuple(_section(s, notes) for s in sections(ds, p) if s.name not in PAGE_ONLY)
    return (*found, Section(_("Bronnen"), noted_sources(ds, notes), SMALL, inline=True))


def _section(s: RegionSection, notes: Mapping[str, int]) -> Section:
    lines = tuple(cited_line(x.text, x.sources, notes) for x in s.lines)
    return Section(s.title, lines, SIZE, inline=s.name == "disputed", weight=WEIGHTS.get(s.name, 1.0))
