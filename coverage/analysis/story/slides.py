"""Slides as data: what they say, apart from whether a browser, PowerPoint or a PDF shows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from coverage.analysis.pictures.told import PictureSubject
from coverage.analysis.status import StatusReport
from coverage.vocabulary import SlideKind, Style


@dataclass(frozen=True, slots=True)
class Picture:
    """A map of statuses: of the country, or of one DUUP region. ``alt`` says in words what it shows."""

    report: StatusReport
    caption: str
    alt: str
    region: int | None = None


@dataclass(frozen=True, slots=True)
class SlideTable:
    """A table to show as a table. Cells are text as printed; columns of which the number is in ``numeric`` align right.
    ``styles`` gives row number -> colour of a small square before its first cell."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: frozenset[int] = frozenset()
    styles: Mapping[int, Style] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Series:
    """One colour of a chart: a value for each category."""

    name: str
    values: tuple[int, ...]
    style: Style


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars, stacked when there is more than one series; ``money``: values are euros, ``years``: they are of years."""

    caption: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    alt: str
    money: bool = False
    years: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture that fills the slide under its text; ``alt`` says in words what it shows."""

    subject: PictureSubject
    caption: str
    alt: str


@dataclass(frozen=True, slots=True)
class SlideText:
    """A text on a slide: a paragraph, or an item of a list."""

    text: str
    bullet: bool = False


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide. ``paragraphs`` stand on it, ``bullets`` under them; ``notes`` are what the presenter can say or
    look up, ``sources`` the identifiers of the sources that the slide rests on."""

    kind: SlideKind
    title: str
    paragraphs: tuple[str, ...] = ()
    bullets: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()
    table: SlideTable | None = None
    chart: Chart | None = None
    drawing: Drawing | None = None
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def texts(self) -> tuple[SlideText, ...]:
        """Paragraphs and bullets in the order in which they stand on the slide."""
        return (*map(SlideText, self.paragraphs), *(SlideText(bullet, True) for bullet in self.bullets))


@dataclass(frozen=True, slots=True)
class Story:
    """All slides after the title. ``edition`` is that of the data, ``lines`` stand under the title."""

    title: str
    lines: tuple[str, ...]
    on: date
    edition: str
    slides: tuple[Slide, ...]
