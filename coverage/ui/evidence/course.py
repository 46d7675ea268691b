"""The course of things as a picture: shares per status by half-year, the schemes above and the sources below it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from coverage.analysis.course import CourseStep, course
from coverage.analysis.moments import Band, bands
from coverage.dataset import Dataset
from coverage.i18n import _, day, label, number, percent
from coverage.ui.html import join
from coverage.ui.map.svg import pattern_fill
from coverage.ui.pieces import row, scrolling, table
from coverage.vocabulary import STATUS_STYLE, Status

WIDTH, PLOT, BAND, SOURCES = 720, 220, 22, 60  # of the viewBox


def course_section(ds: Dataset, last: date, max_age: int) -> Markup:
    """Picture and table; few sources must not read as few programmes, so both stand in one figure."""
    steps = course(ds, last, max_age)
    note = _(
        "Boven: de rijksregelingen. Midden: welk deel van de inwoners in een gemeente met elke status woont. Onder: "
        "hoeveel bronnen er in dat halve jaar spraken. Weinig bronnen is iets anders dan weinig programma's."
    )
    used = [s for s in Status if any(step.shares[s] for step in steps)]
    return Markup('<p class="soft">{}</p>{}{}').format(note, _picture(steps, used, bands(ds)), _table(steps, used))


def _picture(steps: Sequence[CourseStep], used: Sequence[Status], schemes: Sequence[Band]) -> Markup:
    first, last = steps[0].on, steps[-1].on
    begin = date(first.year, 1, 1)
    whole = (last - begin).days or 1

    def at(on: date) -> float:
        return round(WIDTH * (min(max(on, begin), last) - begin).days / whole, 1)

    defs, columns = [], []
    fills = {s: pattern_fill(f"course-{s.value}", STATUS_STYLE[s]) for s in used}
    defs = [definition for definition, _fill in fills.values()]
    most = max(step.sources for step in steps) or 1
    before = begin
    for step in steps:
        left, width, top = at(before), max(at(step.on) - at(before), 1.0), float(BAND + 6)
        for status in used:
            height = PLOT * step.shares[status]
            if height:
                columns.append(
                    Markup('<rect x="{}" y="{:.1f}" width="{:.1f}" height="{:.1f}" fill="{}"/>').format(
                        left, top, width, height, fills[status][1]
                    )
                )
            top += height
        tall = SOURCES * step.sources / most
        columns.append(
            Markup('<rect class="sources" x="{}" y="{:.1f}" width="{:.1f}" height="{:.1f}"/>').format(
                left + 1, BAND + 6 + PLOT + 16 + SOURCES - tall, max(width - 2, 1), tall
            )
        )
        before = step.on
    shown = join(
        Markup('<rect class="{}" x="{}" y="0" width="{:.1f}" height="{}"><title>{}</title></rect>').format(
            "gap" if b.scheme is None else "scheme", at(b.begin), max(at(b.end or last) - at(b.begin), 0), BAND, b.name
        )
        for b in schemes
    )
    names = join(
        Markup('<text x="{:.1f}" y="15">{}</text>').format(at(b.begin) + 4, b.name)
        for b in schemes
        if b.scheme and at(b.end or last) - at(b.begin) > 6 * len(b.name)
    )
    height = BAND + 6 + PLOT + 16 + SOURCES
    years = join(
        Markup('<text class="year" x="{}" y="{}">{}</text>').format(at(date(y, 1, 1)), height + 16, y)
        for y in range(first.year, last.year + 1, 3)
    )
    told = _("Verloop van {first} tot {last}; de getallen staan in de tabel hieronder.").format(
        first=day(first), last=day(last)
    )
    return Markup(
        '<svg class="course" role="img" viewBox="0 0 {} {}" aria-label="{}"><defs>{}</defs>{}{}{}{}</svg>'
    ).format(WIDTH, height + 20, told, join(defs), shown, names, join(columns), years)


def _table(steps: Sequence[CourseStep], used: Sequence[Status]) -> Markup:
    rows = join(
        row(
            day(step.on),
            (
                number(step.sources),
                *(f"{percent(step.shares[s])} ({number(step.municipalities[s])})" for s in used),
            ),
        )
        for step in reversed(steps)
    )
    head = (_("Datum"), _("Bronnen"), *(label(s) for s in used))
    title = _("Aandeel van de inwoners per status (en aantal gemeenten), per half jaar")
    return scrolling(title, "plain", table(head, rows), "window")
