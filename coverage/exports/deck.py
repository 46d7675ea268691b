"""What every form of the slides shares: maps, legend, footer, notes and colours."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import shorten

from coverage.analysis.status import status_at
from coverage.analysis.story.slides import Drawing, Picture, Slide, Story
from coverage.analysis.story.spoken import spoken
from coverage.dataset import Dataset
from coverage.dataset.memo import per_language
from coverage.exports.deck_layout import Box
from coverage.exports.map_view import StaticView, region_view, status_map_view
from coverage.exports.pictures.make import drawn_picture
from coverage.exports.static_map import Kind, draw
from coverage.i18n import _, day, number
from coverage.sender import sender
from coverage.vocabulary import ATTRIBUTION

DPI = 240  # twice what a beamer of 1600 pixels wide shows
SMALLER = {
    True: 0.68,
    False: 0.85,
}  # maps of a region, of the country: drawn smaller and enlarged, so that words can be read
NO_BREAK = "\N{NO-BREAK SPACE}"
WHITE, PANEL = "#ffffff", "#f1f5f7"
Progress = Callable[[int, int], None]


def view(ds: Dataset, picture: Picture) -> StaticView:
    """The map of a picture."""
    if picture.region is None:
        return status_map_view(picture.report, ds.edition)
    return region_view(picture.report, ds.edition, picture.region)


def map_picture(ds: Dataset, picture: Picture, box: Box) -> bytes:
    """The map as PNG for a box; title and legend stand beside it on the slide."""
    scale = SMALLER[picture.region is not None]
    return _of(ds, picture, "png", (box.w * scale, box.h * scale), round(DPI / scale))


def map_drawing(ds: Dataset, picture: Picture, size: tuple[float, float]) -> bytes:
    """The map as SVG of ``size`` inches, without title and legend."""
    return _of(ds, picture, "svg", size)


def drawing_file(ds: Dataset, drawing: Drawing, kind: Kind, size: tuple[float, float]) -> bytes:
    """The picture that fills a slide, without its title, which stands on the slide."""
    return drawn_picture(ds, drawing.subject, kind, size, title=False)


def _of(ds: Dataset, picture: Picture, kind: Kind, size: tuple[float, float], dpi: int = DPI) -> bytes:
    r = picture.report
    return _drawn(ds, r.on, r.max_age, r.division.id, picture.region, (kind, size, dpi))


@per_language(maxsize=64)  # by what is seen: never by the words of who asks, such as the title of the slides
def _drawn(ds, on, max_age, division, region, form) -> bytes:  # type: ignore[no-untyped-def]
    picture = Picture(status_at(ds, on, max_age, division), "", "", region)
    kind, size, dpi = form
    return draw(ds, view(ds, picture), kind, size=size, dpi=dpi, title=False, legend=False)


SENDER_WIDTH = 40  # characters of the sender in a footer


def footer(story: Story) -> str:
    """Edition, date and attribution, at the foot of every slide."""
    said = _("Editie {edition} · peildatum {date} · grenzen, inwoners: {attribution}").format(
        edition=story.edition, date=day(story.on), attribution=ATTRIBUTION
    )
    who = sender().sender
    return f"{said} · {shorten(who, SENDER_WIDTH, placeholder='…')}" if who else said


def notes(ds: Dataset, story: Story, slide: Slide) -> str:
    """What the presenter can say or look up: a suggestion, remarks, the figures of a chart, and the sources."""
    parts = [spoken(slide.kind), *(["", *slide.notes] if slide.notes else [])]
    if slide.chart:
        parts.append(f"{slide.chart.caption}:")
        for i, category in enumerate(slide.chart.categories):
            parts.append(
                f"{category}: "
                + ", ".join(f"{s.name} {number(s.values[i])}" for s in slide.chart.series if s.values[i])
            )
    if slide.sources:
        parts += ["", _("Bronnen:"), *(source(ds, i) for i in slide.sources)]
    return "\n".join(clean(part) for part in [*parts, "", footer(story)])


def source(ds: Dataset, source_id: str) -> str:
    """A source in one line: title, publisher, year, address and identifier."""
    s = ds.source(source_id)
    words = ", ".join(str(w) for w in (s.title, s.publisher, s.year, s.url) if w)
    return f"{words} [{source_id}]"


def clean(text: str) -> str:
    """Text as text: on one line, without characters that a file cannot hold; an amount stays with its euro sign."""
    kept = "".join(c if c.isprintable() or c == NO_BREAK else " " for c in text)
    return " ".join(word for word in kept.split(" ") if word)
