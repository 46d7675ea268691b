"""The story for the knowledge meeting: which slides, in which order, about which date, region and earlier moment.

Every number on a slide comes from the analysis that the pages show, so that slide and screen cannot differ.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby

from coverage.analysis.editions.sentences import presented
from coverage.analysis.story import country, coverage, drawn, heard, room
from coverage.analysis.story.region import SLIDES as OF_A_REGION
from coverage.analysis.story.region import region_slide
from coverage.analysis.story.scene import Scene, Wish, scene
from coverage.analysis.story.slides import Slide, Story
from coverage.analysis.summary import question
from coverage.analysis.where_to_turn import help_in_short
from coverage.dataset import Dataset
from coverage.i18n import _, day
from coverage.vocabulary import SlideKind

LONGEST_TITLE = 90


def story(ds: Dataset, wish: Wish) -> Story:
    """The slides of a wish; EditionError when the edition asked for does not exist."""
    makers: dict[SlideKind, Callable[[Scene], Slide]] = {
        **coverage.SLIDES, **country.SLIDES, **room.SLIDES, **heard.SLIDES, **drawn.SLIDES,
    }  # fmt: skip
    at = scene(ds, wish)
    return Story(
        title=clean_title(wish.title) or question(),
        lines=(
            *_meeting(wish),
            _("Landelijke dekking van uitstapprogramma's op {date}").format(date=day(wish.on)),
            _("Gegevens: {edition}. Onbekend is iets anders dan geen.").format(edition=presented(ds)),
            help_in_short(),
        ),
        on=wish.on,
        edition=ds.edition,
        slides=tuple(
            made
            for regional, kinds in groupby(wish.kinds, OF_A_REGION.__contains__)
            for made in (_of_regions(at, tuple(kinds)) if regional else (makers[kind](at) for kind in kinds))
        ),
    )


def slide_count(wish: Wish) -> int:
    """How many slides a wish gives, the title included."""
    return 1 + sum(len(wish.regions) if kind in OF_A_REGION else 1 for kind in wish.kinds)


def _of_regions(at: Scene, kinds: tuple[SlideKind, ...]) -> Iterator[Slide]:
    """Region by region, the slides about it."""
    return (region_slide(at, kind, number) for number in at.wish.regions for kind in kinds)


def _meeting(wish: Wish) -> Iterator[str]:
    """Where and when the slides are shown, as far as that was filled in."""
    if said := ", ".join(filter(None, (clean_title(wish.place), day(wish.meeting) if wish.meeting else ""))):
        yield said


def clean_title(text: str) -> str:
    """A title as typed, on one line, without characters that a file cannot hold, of a length that fits."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:LONGEST_TITLE]
