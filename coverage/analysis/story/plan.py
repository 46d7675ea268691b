"""The story for the knowledge meeting: which slides, in which order, about which date, region and earlier moment.

Every number on a slide comes from the analysis that the pages show, so that slide and screen cannot differ.
"""

from __future__ import annotations

from collections.abc import Callable

from coverage.analysis.story import country, coverage, heard, region
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
        **coverage.SLIDES, **country.SLIDES, **region.SLIDES, **heard.SLIDES,
    }  # fmt: skip
    at = scene(ds, wish)
    return Story(
        title=clean_title(wish.title) or question(),
        lines=(
            _("Landelijke dekking van uitstapprogramma's op {date}").format(date=day(wish.on)),
            _("Gegevens: editie {edition}. Onbekend is iets anders dan geen.").format(edition=ds.edition),
            help_in_short(),
        ),
        on=wish.on,
        edition=ds.edition,
        slides=tuple(makers[kind](at) for kind in wish.kinds),
    )


def clean_title(text: str) -> str:
    """A title as typed, on one line, without characters that a file cannot hold, of a length that fits."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:LONGEST_TITLE]
