"""Slides that hold one picture."""

from __future__ import annotations

from collections.abc import Callable

from coverage.analysis.pictures.told import PictureSubject, picture_text
from coverage.analysis.story.coverage import report_sources
from coverage.analysis.story.scene import Scene
from coverage.analysis.story.slides import Drawing, Slide
from coverage.vocabulary import PictureKind, SlideKind


def drawn_slide(at: Scene, kind: SlideKind, picture: PictureKind, region: int | None = None) -> Slide:
    """A slide with one picture under its words."""
    subject = PictureSubject(picture, at.wish.on, at.wish.max_age, region)
    text = picture_text(at.ds, subject)
    here = {c.claim.source_id for r in at.report.rows if r.duup_number == region for c in r.claims}
    sources = report_sources(at.report) if region is None else sorted(here)
    return Slide(
        kind, text.title, (text.told,), drawing=Drawing(subject, text.title, text.told), sources=tuple(sources)
    )


SLIDES: dict[SlideKind, Callable[[Scene], Slide]] = {
    SlideKind.SMALL_MAPS: lambda at: drawn_slide(at, SlideKind.SMALL_MAPS, PictureKind.SMALL_MAPS),
    SlideKind.HEAT: lambda at: drawn_slide(at, SlideKind.HEAT, PictureKind.HEAT),
    SlideKind.STEPS: lambda at: drawn_slide(at, SlideKind.STEPS, PictureKind.STEPS),
}
