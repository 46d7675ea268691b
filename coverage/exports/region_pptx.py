"""The slide of one region as a file."""

from __future__ import annotations

from coverage.analysis.region_profile.facts import RegionProfile
from coverage.analysis.region_profile.sections import region_heading
from coverage.analysis.story.plan import story
from coverage.analysis.story.scene import Wish
from coverage.dataset import Dataset
from coverage.exports.deck_pptx import pptx_bytes
from coverage.vocabulary import SlideKind


def region_pptx(ds: Dataset, p: RegionProfile) -> bytes:
    """The slide of the region as PowerPoint, behind a title: the same as in the slides for the meeting."""
    title, _under = region_heading(p)
    wish = Wish(p.on, (SlideKind.REGION,), (p.number,), title=title, max_age=p.report.max_age)
    return pptx_bytes(ds, story(ds, wish))
