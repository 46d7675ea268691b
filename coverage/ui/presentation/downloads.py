"""Buttons that make the slides as a file: one click, with progress while they are made."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from coverage.analysis.region_profile.facts import region_profile
from coverage.analysis.story.plan import story
from coverage.analysis.story.scene import Wish
from coverage.analysis.story.slides import Story
from coverage.dataset import Dataset
from coverage.forms import PATH as FORM
from coverage.i18n import _, in_this_language
from coverage.inventory import is_configured

if TYPE_CHECKING:
    from coverage.exports.deck import Progress

PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
PATIENCE, LONGEST = 2.0, 60.0  # seconds until the making must have begun, and ended
STEP = 0.1


@dataclass
class Track:
    """How far a file is; written by the thread that makes it, read by the run of the page that the click caused."""

    share: float = 0.0
    begun: bool = False
    done: bool = False


def deck_downloads(ds: Dataset, wish: Wish) -> None:
    """Three buttons: PowerPoint, PDF, and the slides as one web page."""
    name = f"kennisbijeenkomst-{wish.on.isoformat()}"
    kinds: list[tuple[str, str, str, Callable[[Story, Progress], bytes]]] = [
        (_("PowerPoint (PPTX)"), "pptx", PPTX, lambda told, hear: _file(ds, "pptx", told, hear)),
        (_("PDF"), "pdf", "application/pdf", lambda told, hear: _file(ds, "pdf", told, hear)),
        (_("Webpagina (HTML)"), "html", "text/html", lambda told, hear: _file(ds, "html", told, hear)),
    ]
    clicked: Track | None = None
    with st.container(horizontal=True, key="deck-downloads"):
        for words, extension, mime, make in kinds:
            track: Track = st.session_state.setdefault(f"deck-track-{extension}", Track())

            def made(make: Callable[[Story, Progress], bytes] = make, track: Track = track) -> bytes:
                track.share, track.begun, track.done = 0.0, True, False
                try:
                    return make(story(ds, wish), lambda n, total: setattr(track, "share", n / total))
                finally:
                    track.done = True

            pressed = st.download_button(
                _("Download {kind}").format(kind=words),
                in_this_language(made),
                f"{name}.{extension}",
                mime,
                key=f"deck-{extension}",
                icon=":material/download:",
            )
            if pressed:
                clicked = track
    if clicked:
        _follow(clicked)


def _file(ds: Dataset, kind: str, told: Story, hear: Progress) -> bytes:
    from coverage.exports import deck_html, deck_pdf, deck_pptx  # drawing libraries, for who asks

    if kind == "html":
        return deck_html.html_page(ds, told).encode()
    return (deck_pptx.pptx_bytes if kind == "pptx" else deck_pdf.pdf_bytes)(ds, told, hear)


def worksheet_download(ds: Dataset, wish: Wish) -> None:
    """A worksheet for each region of the slides; nothing when none of them is there on the date."""
    found = (region_profile(ds, number, wish.on, wish.max_age) for number in wish.regions)
    regions = tuple(p for p in found if p)
    site = (st.context.url or "").partition("/presentatie")[0]
    answer_at = f"{site}/{FORM}" if site and is_configured() else ""

    def made() -> bytes:
        from coverage.exports.worksheet_pdf import worksheets_pdf  # for who asks

        return worksheets_pdf(ds, regions, answer_at)

    if regions:
        st.download_button(
            _("Werkbladen om uit te delen (PDF, één A4 per regio)"), in_this_language(made),
            f"werkbladen-{wish.on.isoformat()}.pdf", "application/pdf", key="worksheets", on_click="ignore",
            icon=":material/edit_note:",
        )  # fmt: skip


def _follow(track: Track) -> None:
    """Show how far the file is until it is there."""
    bar = st.progress(0.0, _("De dia's worden gemaakt…"))
    start = time.monotonic()
    while not track.done and time.monotonic() - start < (LONGEST if track.begun else PATIENCE):
        bar.progress(track.share, _("De dia's worden gemaakt…"))
        time.sleep(STEP)
    bar.empty()
    track.begun = track.done = False
