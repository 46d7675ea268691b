"""The story for the knowledge meeting: which slides, in which order, about which date, region and earlier moment.

Every number on a slide comes from the analysis that the pages show, so that slide and screen cannot differ.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from coverage.analysis.editions import Edition, edition, previous
from coverage.analysis.slides import Slide, Story
from coverage.analysis.status import DEFAULT_MAX_AGE, StatusReport, status_at
from coverage.dataset import Dataset
from coverage.i18n import _, day
from coverage.vocabulary import SlideKind

DEFAULT_KINDS = tuple(SlideKind)
MONTHS_BETWEEN_MEETINGS = 6
LONGEST_TITLE = 90


@dataclass(frozen=True, slots=True)
class Wish:
    """What the presenter chose. ``region`` is a DUUP number; ``edition`` a name and ``earlier`` a date to compare with:
    without either, the last edition before ``on``, or else half a year earlier."""

    on: date
    kinds: tuple[SlideKind, ...] = DEFAULT_KINDS
    region: int = 1
    title: str = ""
    edition: str = ""
    earlier: date | None = None
    max_age: int = DEFAULT_MAX_AGE


@dataclass(frozen=True, slots=True)
class Scene:
    """What every slide is made from."""

    ds: Dataset
    wish: Wish
    report: StatusReport
    before: Edition | None
    earlier: date


def scene(ds: Dataset, wish: Wish) -> Scene:
    """The figures behind a wish; EditionError when the edition asked for does not exist."""
    before = edition(ds, wish.edition) if wish.edition else None if wish.earlier else previous(ds, wish.on)
    earlier = before.on if before else wish.earlier or months_before(wish.on, MONTHS_BETWEEN_MEETINGS)
    return Scene(ds, wish, status_at(ds, wish.on, wish.max_age), before, earlier)


def story(ds: Dataset, wish: Wish) -> Story:
    """The slides of a wish; EditionError when the edition asked for does not exist."""
    from coverage.analysis import story_country, story_coverage, story_region  # they need Scene

    makers: dict[SlideKind, Callable[[Scene], Slide]] = {
        **story_coverage.SLIDES, **story_country.SLIDES, **story_region.SLIDES,
    }  # fmt: skip
    at = scene(ds, wish)
    return Story(
        title=clean_title(wish.title) or _("Waar kan een sekswerker die wil stoppen terecht?"),
        lines=(
            _("Landelijke dekking van uitstapprogramma's op {date}").format(date=day(wish.on)),
            _("Gegevens: editie {edition}. Onbekend is iets anders dan geen.").format(edition=ds.edition),
        ),
        on=wish.on,
        edition=ds.edition,
        slides=tuple(makers[kind](at) for kind in wish.kinds),
    )


def clean_title(text: str) -> str:
    """A title as typed, on one line, without characters that a file cannot hold, of a length that fits."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:LONGEST_TITLE]


def months_before(on: date, months: int) -> date:
    """The same day some months earlier, or the last day of that month."""
    index = on.year * 12 + on.month - 1 - months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(on.day, calendar.monthrange(year, month + 1)[1]))
