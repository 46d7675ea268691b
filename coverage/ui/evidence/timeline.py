"""Time as a control: schemes as bands, evidence as ticks, and stepping from moment to moment."""

from __future__ import annotations

from datetime import date

import streamlit as st
from markupsafe import Markup

from coverage import dates
from coverage.analysis.moments import Band, band_on, bands, last_day, moments, neighbours, stops
from coverage.dataset import Dataset
from coverage.i18n import _, day, number, partial_day
from coverage.ui.bound import bound, pick_day
from coverage.ui.html import join, show
from coverage.ui.params import DATE, FIRST_DAY


def timeline(ds: Dataset) -> date:
    """Show the course of time and let the reader slide along its moments; returns the reference date."""
    chosen, today = DATE.get(), dates.today()
    show(picture(ds, today))
    show(now(ds, chosen, today))
    days = sorted({*stops(ds, today), chosen})
    bound(st.select_slider, _("Moment"), DATE, options=days, format_func=short)
    return chosen


def short(value: date) -> str:
    """1-7-2013: there are many moments, and all are sent with every step."""
    return f"{value.day}-{value.month}-{value.year}"


def stepping(ds: Dataset) -> None:
    """Buttons to the moment before and after, and any day; in the container that is open."""
    chosen, today = DATE.get(), dates.today()
    earlier, later = neighbours(ds, chosen, today)
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


def _place(on: date, today: date) -> float:
    """Where a day lies between the first day and today, in percent."""
    return round(100 * (min(max(on, FIRST_DAY), today) - FIRST_DAY).days / (today - FIRST_DAY).days, 2)


def picture(ds: Dataset, today: date) -> Markup:
    """Bands of the schemes with a tick for every day on which evidence begins; the same for every date."""

    def place(on: date) -> str:
        return f"{_place(on, today)}%"

    def width(band: Band) -> str:
        return f"{_place(band.end or today, today) - _place(band.begin, today):.2f}%"

    shown = join(
        Markup('<li class="{}" style="left:{};width:{}" title="{}"><span>{}</span></li>').format(
            "gap" if band.scheme is None else "scheme", place(band.begin), width(band), in_words(band), band.name
        )
        for band in bands(ds)
    )
    ticks = join(
        Markup('<i style="left:{};height:{}px"></i>').format(place(m.on), 5 + min(m.claims, 40) // 3)
        for m in moments(ds)
        if m.on <= today
    )
    return Markup(
        '<figure class="timeline" aria-label="{}"><div class="track"><ol>{}</ol>'
        '<div class="ticks" aria-hidden="true">{}</div></div></figure>'
    ).format(_("Tijdlijn van regelingen en bewijs"), shown, ticks)


def now(ds: Dataset, chosen: date, today: date) -> Markup:
    """The date on the picture above, and in words."""
    return Markup('<div class="now"><b style="left:{}%" aria-hidden="true"></b><p>{}</p></div>').format(
        _place(chosen, today), caption(ds, chosen)
    )


def caption(ds: Dataset, chosen: date) -> str:
    """The date, the scheme in force, and how much evidence began up to and after it."""
    known = [m for m in moments(ds) if m.on <= chosen]
    return _("{date}: {scheme}. Bewijs tot deze dag: van {known} van de {count} momenten.").format(
        date=day(chosen), scheme=in_words(band_on(ds, chosen)), count=number(len(moments(ds))), known=number(len(known))
    )


def in_words(band: Band) -> str:
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
