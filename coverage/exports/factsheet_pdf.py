"""The fact sheet of a municipality: one A4 with its status, a map, sources, edition and permanent link."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from io import BytesIO

from coverage.analysis.axis import Axis
from coverage.analysis.profile import text
from coverage.analysis.profile.facts import Profile
from coverage.analysis.profile.history import HISTORY_FROM
from coverage.analysis.profile.own_answers import own_answers
from coverage.analysis.profile.sentences import municipality_answer
from coverage.analysis.turn_now import TurningLine, where_to_turn_now
from coverage.analysis.where_to_turn import help_in_short
from coverage.dataset import Dataset
from coverage.exports.factsheet_layout import (
    BOTTOM,
    BULLET,
    LEFT,
    RIGHT,
    SMALL,
    TEXT,
    TITLES,
    TOP,
    Section,
    Sheet,
    cut,
    fitted,
)
from coverage.exports.map_view import StaticView, status_map_view
from coverage.exports.paper import ACCENT, SOFT
from coverage.exports.static_map import draw
from coverage.i18n import _, day, definition, label
from coverage.vocabulary import ATTRIBUTION, STATUS_STYLE

MAP_WIDTH, MAP_HEIGHT = 66.0, 72.0  # millimetres
INCH = 25.4
BAR, YEARS = 4.0, 3.4  # heights of the history line and of the years under it
FOOT = 15.0
LONGEST_NAME, LONGEST_ANSWER, LONGEST_ADDRESS = 60, 600, 250  # characters; twice what any municipality needs
TURN_ROOM = 75.0  # for where to turn, beside the map


def factsheet_pdf(ds: Dataset, profile: Profile, address: str = "", waiting: str = "") -> bytes:
    """The fact sheet as PDF. ``address`` is the permanent link; the one without host when empty. ``waiting`` says that
    answers of the municipality wait to be judged.

    What does not fit is left out section by section, and says so.
    """
    name, under = text.heading(profile)
    said = municipality_answer(ds, profile)
    sheet = Sheet(f"{name}: {under}", said)
    low = sheet.put(cut(name, LONGEST_NAME), LEFT, TOP, RIGHT - LEFT, 18, bold=True, color=ACCENT)
    low = sheet.put(cut(under, LONGEST_ANSWER), LEFT, low + 0.5, RIGHT - LEFT, 9, color=SOFT) + 2
    turns, lines = where_to_turn_now(ds, profile), _lines(ds, profile)
    cited = (x.sources for x in (*(t.line for t in turns), *(x for _title, found in lines for x in found)))
    notes = note_numbers((*profile.sources, *(key for sources in cited for key in sources)))
    low = max(_left(sheet, profile, said, turns, notes, low), _map(ds, sheet, profile, low)) + 3
    for section in fitted(sheet, _sections(ds, profile, lines, notes, waiting), BOTTOM - FOOT - low):
        if section.extra:
            _line(sheet, profile, low)
        low = sheet.put_section(section, low)
    factsheet_foot(ds, sheet, cut(address or profile.address(), LONGEST_ADDRESS))
    return bytes(sheet.output())


def _left(
    sheet: Sheet, profile: Profile, said: str, turns: tuple[TurningLine, ...], notes: Mapping[str, int], top: float
) -> float:
    """Status, answer and where to turn, beside the map."""
    status = profile.row.status
    width = RIGHT - LEFT - MAP_WIDTH - 4
    sheet.box(LEFT, top, 6, 6, STATUS_STYLE[status])
    low = sheet.put(label(status), LEFT + 8, top + 0.4, width - 8, 12, bold=True) + 1.5
    low = sheet.put(definition(status), LEFT, low, width, SMALL + 0.4, color=SOFT) + 1.5
    low = sheet.put(cut(said, LONGEST_ANSWER), LEFT, low, width, 9) + 2
    low = sheet.put(_("Waar kun je terecht?"), LEFT, low, width, TEXT + 1, bold=True, color=ACCENT) + 0.6
    told = [cited_line(f"{BULLET} {t.line.text}", t.line.sources, notes) for t in turns]
    for line in sheet.shortened(told, width, TURN_ROOM):
        low = sheet.put(line, LEFT, low, width) + 0.5
    return low


def note_numbers(sources: Iterable[str]) -> dict[str, int]:
    """The number of each source in the list at the foot: 1, 2, … in the order in which they come."""
    return {key: number for number, key in enumerate(dict.fromkeys(sources), start=1)}


def cited_line(words: str, sources: Iterable[str], notes: Mapping[str, int]) -> str:
    """A sentence with the numbers of its sources, whose titles stand at the foot."""
    numbers = ", ".join(str(notes[key]) for key in sources)
    return f"{words} [{numbers}]" if numbers else words


def noted_sources(ds: Dataset, notes: Mapping[str, int]) -> tuple[str, ...]:
    """The list at the foot: number, title and year of each source."""
    titles = text.source_lines(ds, notes)
    return tuple(f"[{number}] {line.text}" for number, line in zip(notes.values(), titles, strict=True))


def factsheet_map(ds: Dataset, profile: Profile) -> StaticView:
    """The municipality with its neighbours; the description is the text for who does not see it."""
    row, report = profile.row, profile.report
    near = (row, *profile.neighbours)
    region = (r.code for r in report.rows if r.duup_number == row.duup_number)
    whole = status_map_view(report, ds.edition, selected=row.code)
    only = frozenset(r.code for r in near) if profile.neighbours else frozenset(region)  # an island in its region
    told = _("Kaart van {name} en omgeving op {date}. {name}: {status}. {rest}").format(
        name=row.name,
        date=day(profile.on),
        status=label(row.status),
        rest=" ".join(x.text for x in text.comparison(profile)),
    )
    marks = {c: m for c, m in whole.marks.items() if c in only}
    return replace(whole, only=only, labels={r.code: r.name for r in near}, marks=marks, description=told)


def _map(ds: Dataset, sheet: Sheet, profile: Profile, top: float) -> float:
    view = factsheet_map(ds, profile)
    size = (MAP_WIDTH / INCH, MAP_HEIGHT / INCH)
    picture = draw(ds, view, "png", size=size, dpi=220, title=False, legend=False)
    left = RIGHT - MAP_WIDTH
    sheet.image(BytesIO(picture), left, top, MAP_WIDTH, MAP_HEIGHT, alt_text=view.description, title=view.title)
    return top + MAP_HEIGHT


def _lines(ds: Dataset, profile: Profile) -> tuple[tuple[str, tuple[text.Line, ...]], ...]:
    """Title and sentences of what is told with its sources."""
    facts = (
        text.Line(f"{f.word}{'' if f.word.endswith('?') else ':'} {f.value}", f.sources) for f in text.facts(profile)
    )
    return (
        (_("Voor wie, en wie mag komen?"), text.groups(profile)),
        (_("Wat de gemeente zelf antwoordde (overgenomen)"), own_answers(ds, profile.row.code)),
        (_("Hoe weten we dit?"), text.serving(ds, profile)),
        (_("Sinds 2011"), text.history_lines(ds, profile)),
        (_("Inwoners, regio en geld"), tuple(facts)),
        (_("Regio en buurgemeenten"), text.comparison(profile)),
        (_("Wat is onbekend, en wie weet het?"), text.open_questions(ds, profile)),
    )


def _sections(
    ds: Dataset, profile: Profile, lines: tuple[tuple[str, tuple[text.Line, ...]], ...], notes: Mapping[str, int],
    waiting: str,
) -> tuple[Section, ...]:  # fmt: skip
    groups, own, serving, history, facts, beside, unknown = (
        Section(title, tuple(cited_line(x.text, x.sources, notes) for x in found)) for title, found in lines
    )
    return (
        groups,
        own,
        Section(_("Opgegeven, nog niet beoordeeld"), (waiting,) if waiting else ()),
        serving,
        replace(history, size=SMALL, extra=BAR + YEARS + 0.8),
        replace(facts, weight=0.35),
        beside,
        replace(unknown, weight=0.5),  # what nobody knows is what a reader must not miss
        Section(_("Kanttekeningen"), tuple(c.title for c in profile.caveats), SMALL, inline=True),
        Section(_("Bronnen"), noted_sources(ds, notes), SMALL, inline=True),
    )


def _line(sheet: Sheet, profile: Profile, top: float) -> None:
    """The history as a bar; the same stands under it in words."""
    axis = Axis(HISTORY_FROM, profile.until)

    def place(on: date) -> float:
        return LEFT + TITLES + (RIGHT - LEFT - TITLES) * axis.share(on)

    for segment in profile.history:
        begin, end = place(segment.begin), place(segment.end or axis.last)
        sheet.box(begin, top, max(end - begin, 0.3), BAR, STATUS_STYLE[segment.status])
    for year in axis.years(3):
        sheet.put(str(year), place(date(year, 1, 1)), top + BAR + 0.3, 12, 6, color=SOFT)
    if axis.first <= profile.on <= axis.last:
        sheet.set_draw_color(0, 0, 0)
        sheet.set_line_width(0.6)
        sheet.line(place(profile.on), top - 0.8, place(profile.on), top + BAR + 0.8)


def factsheet_foot(ds: Dataset, sheet: Sheet, address: str) -> None:
    """The permanent link, the edition, and where to turn, under a line at the foot of the page."""
    top = BOTTOM - FOOT + 1
    sheet.rule(top)
    low = sheet.put(
        _("Deze pagina met alle bronnen: {address}").format(address=address), LEFT, top + 1, RIGHT - LEFT, SMALL
    )
    words = _(
        "Gegevens: editie {edition}. Grenzen en inwoners: {attribution}. Onbekend is iets anders "
        "dan geen; geld of een aanwijzing is nog geen programma."
    )
    low = sheet.put(
        words.format(edition=ds.edition, attribution=ATTRIBUTION), LEFT, low, RIGHT - LEFT, SMALL, color=SOFT
    )
    sheet.put(help_in_short(), LEFT, low, RIGHT - LEFT, SMALL, color=SOFT)
