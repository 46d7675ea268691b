"""The timeline: schemes as bands, programmes as bars coloured by who pays, and the same as tables."""

from __future__ import annotations

from datetime import date

import pandas as pd
from markupsafe import Markup

from coverage.analysis.axis import Axis
from coverage.analysis.moments import Band, last_day
from coverage.analysis.programmes.records import Programme
from coverage.analysis.programmes.timeline import Bar, Event, Lane, bar_ends
from coverage.dataset import Dataset
from coverage.i18n import _, day, in_years, label
from coverage.ui.data.cite import programme_address
from coverage.ui.html import join, show
from coverage.ui.pieces import scrolling
from coverage.ui.tables import plain_table
from coverage.vocabulary import Funding, TimelineDomain

BREAK = date(2008, 1, 1)  # before it there are two programmes; the axis is shortened there, and says so
FIRST = date(1992, 1, 1)
SHORT = 10.0  # percent of the width for 1992-2007
FUNDING_FILL = {
    Funding.RUPS_I: "#00558c", Funding.RUPS_II: "#3b82b5", Funding.RUPS_III: "#56b4e9", Funding.DUUP: "#7a3b69",
    Funding.MUNICIPAL_EARMARKED: "#2f7d4f", Funding.MUNICIPAL: "#8cc59f", Funding.STATE: "#b35c00",
    Funding.UNKNOWN: "#8a949e",
}  # fmt: skip


def _place(when: date, today: date) -> float:
    """Position on the axis in percent."""
    early, late = Axis(FIRST, BREAK), Axis(BREAK, today)
    return SHORT * early.share(when) + (100 - SHORT) * late.share(when)


def _span(begin: date, end: date, today: date) -> str:
    left, right = _place(begin, today), _place(end, today)
    return f"left:{left:.2f}%;width:{max(right - left, 0.35):.2f}%"


def timeline(lanes: tuple[Lane, ...], bands: tuple[Band, ...], today: date, max_age: int) -> None:
    """Schemes on top, a row per programme; every bar has its words for those who do not see it.

    ``max_age`` is the age limit in years after which the bars of these lanes end open.
    """
    years = join(
        Markup('<span style="left:{:.2f}%">{}</span>').format(_place(date(y, 1, 1), today), y)
        for y in (1992, 2008, *range(2010, today.year + 1, 2))
    )
    scheme_row = join(_band(b, today) for b in bands)
    body = join(_lane(lane, today) for lane in lanes)
    title = _("Tijdlijn van programma's en regelingen, 1992 tot nu")
    inside = Markup(
        '<thead><tr><th scope="col">{}</th><td class="axis" aria-hidden="true">{}</td></tr>'
        '<tr><th scope="row">{}</th><td><div class="track bands">{}</div></td></tr></thead><tbody>{}</tbody>'
    ).format(_("Programma"), years, _("Regelingen van het rijk"), scheme_row, body)
    show(scrolling(title, "time", inside))
    _key(max_age)


def _key(max_age: int) -> None:
    """What colours, fading ends and marks mean."""
    keys = join(
        Markup('<li><span class="swatch" style=--c:{}></span>{}</li>').format(fill, label(f))
        for f, fill in FUNDING_FILL.items()
    )
    show(
        Markup(
            '<ul class="keys">{}<li><span class="swatch open"></span>{}</li><li>◆ {}</li></ul><p class="source">{}</p>'
        ).format(
            keys, _("open einde: daarna zegt geen bron nog iets binnen {limit}").format(limit=in_years(max_age)),
            _("genoemd als gepland, gestopt of met onbekende stand"),
            _("De as is vóór 2008 ingekort. Een balk loopt van de ene bron naar de volgende; begint hij eerder, dan "
              "noemt een bron het begin of telt het rapport van 2013 vanaf toen deelnemers. Geld van een regeling "
              "kleurt een balk alleen zolang het besteed mocht worden."),
        )
    )  # fmt: skip


def _band(band: Band, today: date) -> Markup:
    end = last_day(band)
    words = f"{band.name}: {day(band.begin)} – " + (day(end) if end else _("nu"))
    return Markup('<span class="band {}" style="{}" title="{}">{}<span class="hidden">{}</span></span>').format(
        "" if band.scheme else "none",
        _span(band.begin, band.end or today, today),
        words,
        Markup('<span aria-hidden="true">{}</span>').format(band.name),
        words,
    )


def _lane(lane: Lane, today: date) -> Markup:
    p = lane.programme
    bars = join(_bar(p, b, today) for b in lane.bars)
    points = join(
        Markup('<span class="point" style="left:{:.2f}%" title="{}">◆<span class="hidden">{}</span></span>').format(
            _place(m.start, today), w := f"{label(m.status)}, {m.told}", w
        )
        for m in lane.points
    )
    return Markup('<tr><th scope="row"><a href="{}">{}</a></th><td><div class="track">{}{}</div></td></tr>').format(
        programme_address(p.id), p.name, bars, points
    )


def _bar(programme: Programme, bar: Bar, today: date) -> Markup:
    begin, end = bar_ends(programme, bar)
    words = _("{funding}: {begin} – {end}").format(
        funding=label(bar.funding), begin=begin, end=end + (" " + _("(open)") if bar.open_end else "")
    )
    return Markup(
        '<span class="bar {}" style="{};background-color:{}" title="{}"><span class="hidden">{}</span></span>'
    ).format("open" if bar.open_end else "", _span(bar.begin, bar.end, today), FUNDING_FILL[bar.funding], words, words)


def event_table(ds: Dataset, events: tuple[Event, ...]) -> None:
    """The events behind the timeline, with their sources; sortable and searchable."""
    frame = pd.DataFrame(
        {
            _("Datum"): [e.date for e in events],
            _("Soort"): pd.Categorical([label(e.domain) for e in events], [label(d) for d in TimelineDomain]),
            _("Gebeurtenis"): [e.text for e in events],
            _("Bron"): pd.Categorical([ds.source(e.source_id).title for e in events]),
            _("Waar in de bron"): [e.detail for e in events],
        }
    )
    plain_table(frame, key="events", alt=_("Tabel met alle gebeurtenissen van de tijdlijn"), height=420)
