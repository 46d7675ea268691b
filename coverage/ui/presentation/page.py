"""Choosing the slides: which, in which order, about which region and since when; and a preview of them."""

from __future__ import annotations

from datetime import date

import streamlit as st
from markupsafe import Markup

from coverage.analysis.editions.edition import editions
from coverage.analysis.editions.sentences import named
from coverage.analysis.story.plan import LONGEST_TITLE, slide_count
from coverage.analysis.story.scene import Wish, scene
from coverage.dataset import Dataset
from coverage.i18n import _, day, label, number
from coverage.ui.bound import bound, multiselect, pick_day, pick_from, type_in
from coverage.ui.html import show
from coverage.ui.opening import Opening
from coverage.ui.params import DATE, FIRST_DAY
from coverage.ui.params.evidence import EARLIER
from coverage.ui.params.slides import EDITION, MEETING, PLACE, REGIONS, SLIDES, TITLE, last_meeting_day, region_words
from coverage.ui.pieces import answered
from coverage.ui.web.slides import slides_address, wish_here
from coverage.vocabulary import SlideKind

PREVIEW = 760  # pixels; 16:9 on a wide page, with the buttons
USUAL, EARLIER_DAY = "", "#"  # choices of a moment to compare with that are no edition


def choose_story(ds: Dataset, on: date) -> Wish:
    """The controls of the story; what they hold is in the address."""
    left, middle, right = st.columns(3)
    with left:
        _title()
    with middle:
        _region(ds)
    with right:
        _moment(ds, on)
    with st.expander(_("Plaats en dag op de eerste dia")):
        _where_and_when()
    with st.expander(_("Dia's en volgorde ({count})").format(count=len(SLIDES.get()))):
        _order(SLIDES.get())
    return wish_here(ds, on)


def title() -> str:
    """Over the page."""
    return _("Dia's voor de kennisbijeenkomst")


def opening(ds: Dataset) -> Opening:
    """What the first view shows of this page; the slides themselves need no session."""
    wish = wish_here(ds, DATE.get())
    link = _open_slides("." + slides_address(ds, wish))
    return Opening(title(), article=answered(summary(ds, wish)) + link)


def _open_slides(path: str) -> Markup:
    return Markup('<p><a class="slides" href="{}" target="_blank" rel="noopener">{}</a> {}</p>').format(
        path,
        _("Open de dia's in een eigen venster"),
        _("Pijltjes, Home en End bladeren; f is volledig scherm, Esc sluit dat, n toont notities en bronnen."),
    )


def summary(ds: Dataset, wish: Wish) -> str:
    """What the slides are about, in one sentence."""
    at = scene(ds, wish)
    words = _("{count} dia's over {date}, vergeleken met {earlier}. Elk getal is hetzelfde als op de pagina's.")
    earlier = named(at.before) if at.before else day(at.earlier)
    return words.format(count=number(slide_count(wish)), date=day(wish.on), earlier=earlier)


def preview(ds: Dataset, wish: Wish, base: str) -> None:
    """The slides in a frame, and the way to show them on the whole screen."""
    path = base + slides_address(ds, wish)
    show(_open_slides(path))
    # A frame that goes to another address is a step of its own for the back button; a new frame is none.
    with st.container(key=path):
        st.iframe(path, height=PREVIEW, alt=_("Voorbeeld van de dia's"))


def _title() -> None:
    type_in(_("Eigen titel"), TITLE, _("bijvoorbeeld Kennisdag najaar 2026"), LONGEST_TITLE)


def _where_and_when() -> None:
    left, right = st.columns(2)
    with left:
        type_in(_("Plaats"), PLACE, _("bijvoorbeeld Utrecht"), LONGEST_TITLE)
    with right:
        pick_day(_("Dag van de bijeenkomst"), MEETING, min_value=FIRST_DAY, max_value=last_meeting_day())


def _region(ds: Dataset) -> None:
    """Any set of regions; chosen by themselves, by province, or all."""
    bound(
        multiselect, _("Regio's, of een provincie"), REGIONS, value=list(REGIONS.get()), words=region_words(ds),
        take=lambda chosen: REGIONS.set(tuple(chosen)), placeholder=_("één regio: die van de andere pagina's"),
    )  # fmt: skip


def _moment(ds: Dataset, on: date) -> None:
    """Compare with an edition, or with a date."""
    known = {e.name: named(e) for e in editions(ds) if e.on < on}
    words = {USUAL: _("de vorige bijeenkomst, of een half jaar eerder"), **known, EARLIER_DAY: _("een eerdere datum")}
    chosen = EARLIER_DAY if EARLIER.get() or st.session_state.get("slides-day") else EDITION.get()

    def change(picked: str) -> None:
        st.session_state["slides-day"] = picked == EARLIER_DAY
        EDITION.set(picked if picked in known else "")
        if picked != EARLIER_DAY:
            EARLIER.set(None)

    value = chosen if chosen in words else USUAL
    if pick_from(_("Vergelijk met"), EDITION, words, value=value, take=change) == EARLIER_DAY:
        latest = max(on, EARLIER.get() or on)  # a later day, by the address, is told about on the slide
        pick_day(_("Eerdere datum"), EARLIER, min_value=FIRST_DAY, max_value=latest)


def _order(kinds: tuple[SlideKind, ...]) -> None:
    """The slides in their order, each to be moved up or left out; those left out can be added at the end."""
    for place, kind in enumerate(kinds):
        with st.container(horizontal=True, vertical_alignment="center", key=f"slide-{kind}"):
            st.text(f"{place + 1}. {label(kind)}", width=240)
            st.button(
                _("Omhoog"),
                key=f"up-{kind}",
                disabled=place == 0,
                on_click=SLIDES.set,
                args=(_moved_up(kinds, place),),
                help=_("Zet “{slide}” een plaats hoger").format(slide=label(kind)),
            )
            st.button(
                _("Weglaten"),
                key=f"out-{kind}",
                disabled=len(kinds) == 1,
                on_click=SLIDES.set,
                args=(tuple(k for k in kinds if k is not kind),),
                help=_("Laat “{slide}” weg").format(slide=label(kind)),
            )
    for kind in (k for k in SlideKind if k not in kinds):
        st.button(
            _("Toevoegen: {slide}").format(slide=label(kind)),
            key=f"in-{kind}",
            on_click=SLIDES.set,
            args=((*kinds, kind),),
        )


def _moved_up(kinds: tuple[SlideKind, ...], place: int) -> tuple[SlideKind, ...]:
    order = list(kinds)
    if place:
        order[place - 1], order[place] = order[place], order[place - 1]
    return tuple(order)
