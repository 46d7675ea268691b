"""Which share of each DUUP region's inhabitants lives where a programme is evidenced, recently or earlier, in steps."""

from __future__ import annotations

from dataclasses import dataclass

from coverage.analysis.spots.steps import RegionRows, regions
from coverage.analysis.status import StatusReport
from coverage.dataset import Dataset
from coverage.i18n import _, day, number
from coverage.vocabulary import EVER_EVIDENCED, EVIDENCED, ShareStep


@dataclass(frozen=True, slots=True)
class RegionShare:
    """A region; ``ever`` and ``recent`` are shares (0 to 1) of its inhabitants, recent being part of ever."""

    region: RegionRows
    recent: float
    ever: float

    @property
    def step(self) -> ShareStep:
        """The step of ``ever``."""
        return share_step(self.ever)


def share_step(share: float) -> ShareStep:
    """The step of a share (0 to 1): none and all are steps of their own."""
    if not share:
        return ShareStep.NONE
    if share == 1:
        return ShareStep.ALL
    return ShareStep.UP_TO_A_THIRD if 3 * share <= 1 else (
        ShareStep.UP_TO_TWO_THIRDS if 3 * share <= 2 else ShareStep.MOST
    )  # fmt: skip


def region_shares_of(ds: Dataset, report: StatusReport) -> tuple[RegionShare, ...]:
    """Every DUUP region of the date; before the DUUP, its regions as they were divided later."""
    found = []
    for region in regions(ds, report, "duup"):
        total = region.inhabitants() or 1
        found.append(
            RegionShare(region, region.inhabitants(*EVIDENCED) / total, region.inhabitants(*EVER_EVIDENCED) / total)
        )
    return tuple(found)


def told_by_region(report: StatusReport, shares: tuple[RegionShare, ...]) -> str:
    """In how many regions everyone, some and nobody lives where a programme is evidenced, recently or earlier."""
    count = {s: sum(r.step is s for r in shares) for s in ShareStep}
    return _(
        "Op {date} woont in {none} van de {all} DUUP-regio's niemand in een gemeente waar een programma is aangetoond, "
        "recent of eerder; in {whole} woont iedereen er. In {part} regio's een deel van de inwoners."
    ).format(
        date=day(report.on), none=number(count[ShareStep.NONE]), all=number(len(shares)),
        whole=number(count[ShareStep.ALL]),
        part=number(len(shares) - count[ShareStep.NONE] - count[ShareStep.ALL]),
    )  # fmt: skip
