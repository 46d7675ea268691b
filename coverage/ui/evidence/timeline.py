"""Time as a control: schemes as bands, evidence as ticks, and stepping from moment to moment."""

from __future__ import annotations

from datetime import date

import streamlit as st
from markupsafe import Markup

from coverage import dates
from coverage.analysis.axis import Axis
from coverage.analysis.moments import Band, band_on, bands, last_day, moments, moments_beside, stops
from coverage.dataset import Dataset
from coverage.i18n import _, day, number, partial_day
from coverage.ui.bound import bound, pick_day
from coverage.ui.html import join, show
from coverage.ui.params import DATE, FIRST_DAY


def moment_slider(ds: Dataset) -> date:
    """Show the course of time and let the reader slide along its moments; returns the reference date."""
    chosen, today = DATE.get(), dates.today()
    show(timeline_picture(ds, today))
    show(now_line(ds, chosen, today))
    days = sorted({*stops(ds, today, FIRST_DAY), chosen})
    bound(st.select_slider, _("Moment"), DATE, options=days, format_func=short)
    return chosen


def short(value: date) -> str:
    """1-7-2013: there are many moments, and all are sent with every step."""
    return f"{value.day}-{value.month}-{value.year}"


def stepping(ds: Dataset) -> None:
    """Buttons to the moment before and after, and any day; in the container that is open."""
    chosen, today = DATE.get(), dates.today()
    earlier, later = moments_beside(ds, chosen, today, FIRST_DAY)
    st.button(
        _("Vorige"),
        key="tl-earlier",
        icon=":material/chevron_left:",
        disabled=earlier is None,
        on_click=DATE.set,
        args=(earlier,),
    )
    st.button(
        _("Volgende"),
        key="tl-later",
        icon=":material/chevron_right:",
        disabled=later is None,
        on_click=DATE.set,
        args=(later,),
    )
    pick_day(_("Of kies een dag"), DATE, min_value=FIRST_DAY, max_value=today, width=160)


def timeline_picture(ds: Dataset, today: date) -> Markup:
    """Bands of the schemes with a tick for every day on which evidence begins; the same for every date."""

    axis = Axis(FIRST_DAY, today)
    shown = join(
        Markup('<li class="{}" style="{}" title="{}"><span>{}</span></li>').format(
            "gap" if band.scheme is None else "scheme",
            axis.span(band.begin, band.end or today),
            band_in_words(band),
            band.name,
        )
        for band in bands(ds)
    )
    ticks = join(
        Markup('<i style="{};height:{}px"></i>').format(axis.left(m.on), 5 + min(m.claims, 40) // 3)
        for m in moments(ds)
        if m.on <= today
    )
    return Markup(
        '<figure class="timeline" aria-label="{}"><div class="track"><ol>{}</ol>'
        '<div class="ticks" aria-hidden="true">{}</div></div></figure>'
    ).format(_("Tijdlijn van regelingen en uitspraken"), shown, ticks)


def now_line(ds: Dataset, chosen: date, today: date) -> Markup:
    """The date on the picture above, and in words."""
    return Markup('<div class="now"><b style="{}" aria-hidden="true"></b><p>{}</p></div>').format(
        Axis(FIRST_DAY, today).left(chosen), caption(ds, chosen)
    )


def caption(ds: Dataset, chosen: date) -> str:
    """The date, the scheme in force, and on how many days claims began up to and after it."""
    known = [m for m in moments(ds) if m.on <= chosen]
    return _("{date}: {scheme}. Uitspraken tot deze dag: van {known} van de {count} momenten.").format(
        date=day(chosen),
        scheme=band_in_words(band_on(ds, chosen)),
        count=number(len(moments(ds))),
        known=number(len(known)),
    )


def band_in_words(band: Band) -> str:
    """A band with its dates."""
    if band.begin == date.min:
        return _("{name} (tot {end})").format(name=band.name, end=day(band.end or date.min))
    end = last_day(band)
    if end is None:
        return _("{name} (vanaf {begin})").format(name=band.name, begin=day(band.begin))
    text = _("{name} ({begin} tot en met {end})").format(name=band.name, begin=day(band.begin), end=day(end))
    if band.spending_to:
        text += _(", geld te besteden tot en met {end}").format(end=partial_day(band.spending_to))
    return text
