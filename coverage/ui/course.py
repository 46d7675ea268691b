"""The course of things as a picture: shares per status by half-year, the schemes above and the sources below it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from coverage.analysis.axis import Axis
from coverage.analysis.course import CourseStep, course
from coverage.analysis.moments import Band, bands
from coverage.dataset import Dataset
from coverage.dataset.memo import per_language
from coverage.i18n import _, day, label, number, percent
from coverage.ui.html import join
from coverage.ui.pieces import folded_on_phone, swatched, table, years_under
from coverage.vocabulary import STATUS_STYLE, Status, Style


@per_language()
def course_section(
    ds: Dataset, last: date, max_age: int, regions: frozenset[int] | None = None, folded: bool = False
) -> Markup:
    """Picture and table, of the country or of some DUUP regions; few sources must not read as few programmes, so both
    stand in one figure. Nothing when the regions never had a municipality.

    ``folded``: the table unfolds when a reader asks for it.
    """
    steps = course(ds, last, max_age, regions)
    if not steps:
        return Markup("")
    note = _(
        "Boven: de rijksregelingen. Midden: welk deel van de inwoners in een gemeente met elke status woont. Onder: "
        "hoeveel bronnen er in dat halve jaar spraken. Weinig bronnen is iets anders dan weinig programma's."
    )
    used = [s for s in Status if any(step.shares[s] for step in steps)]
    rows = _table(steps, used)
    if folded:
        rows = Markup('<details class="more"><summary>{}</summary>{}</details>').format(
            _("Het verloop als tabel"), rows
        )
    key = join(Markup("<span>{}</span>").format(swatched(STATUS_STYLE[s], label(s))) for s in used)
    schemes = [b for b in bands(ds) if b.begin <= steps[-1].on]
    above = folded_on_phone(
        _("Wanneer begon welke regeling?"), Markup('<p class="soft">{}</p>').format(_above(schemes))
    )
    form = Markup('<p class="soft">{}</p>{}<p class="key-line">{}</p>{}{}')
    return form.format(note, _picture(steps, used, schemes), key, above, rows)


def _above(schemes: Sequence[Band]) -> str:
    """The schemes above the picture with their first days: a narrow band has no room for its name."""
    begun = _("{name} vanaf {date}")
    names = (begun.format(name=b.name, date=day(b.begin)) if b.begin > date.min else b.name for b in schemes)
    return _("Boven staan: {schemes}.").format(schemes="; ".join(names))


def _picture(steps: Sequence[CourseStep], used: Sequence[Status], schemes: Sequence[Band]) -> Markup:
    axis = Axis(date(steps[0].on.year, 1, 1), steps[-1].on)
    most = max(step.sources for step in steps) or 1
    begins = [axis.first, *(step.on for step in steps[:-1])]
    columns, spoken = [], []
    for begin, step in zip(begins, steps, strict=True):
        width = round(100 * axis.width(begin, step.on), 2)
        parts = join(_part(STATUS_STYLE[s], step.shares[s]) for s in used if step.shares[s])
        columns.append(Markup("<div style=width:{}%>{}</div>").format(width, parts))
        spoken.append(
            Markup("<div style=width:{}%><i style=height:{}%></i></div>").format(
                width, round(100 * step.sources / most)
            )
        )
    bands_shown = join(
        Markup('<span class="{}" style="{}" title="{}"><b>{}</b></span>').format(
            "gap" if b.scheme is None else "scheme",
            axis.span(b.begin, b.end or axis.last),
            b.name,
            b.name,
        )
        for b in schemes
    )
    told = _("Verloop van {first} tot {last}; de getallen staan in de tabel hieronder.").format(
        first=day(axis.first), last=day(axis.last)
    )
    return Markup(
        '<figure class="course" role="img" aria-label="{}"><div class="bands" aria-hidden="true">{}</div>'
        '<div class="columns">{}</div><div class="spoke">{}</div>{}</figure>'
    ).format(told, bands_shown, join(columns), join(spoken), years_under(axis, 3))


def _part(style: Style, share: float) -> Markup:
    pattern = Markup(" class={}").format(style.pattern) if style.pattern else Markup("")
    return Markup("<i{} style=height:{}%;--c:{}></i>").format(pattern, round(100 * share, 2), style.fill)


def _table(steps: Sequence[CourseStep], used: Sequence[Status]) -> Markup:
    rows = (
        (
            day(step.on), number(step.sources),
            *(f"{percent(step.shares[s])} ({number(step.municipalities[s])})" for s in used),
        )
        for step in reversed(steps)
    )  # fmt: skip
    head = (_("Datum"), _("Bronnen"), *(label(s) for s in used))
    title = _("Aandeel van de inwoners per status (en aantal gemeenten), per half jaar")
    return table(head, rows, title, height="window")
