"""The map by region: every DUUP region in one colour, by the share of its inhabitants that evidence reaches."""

from __future__ import annotations

from markupsafe import Markup

from coverage.analysis.evidence import duup_start
from coverage.analysis.region_share import RegionShare, region_shares_of, told_by_region
from coverage.analysis.status import StatusReport
from coverage.dataset import Dataset
from coverage.i18n import _, day, label, number, percent
from coverage.ui.map.pictured import Pictured
from coverage.ui.map.view import AreaClass, MapView
from coverage.ui.pieces import legend, row, swatched, table
from coverage.vocabulary import SHARE_STYLE, ShareStep


def region_pictured(ds: Dataset, report: StatusReport, *, selected: str | None) -> Pictured:
    """The map of the regions under its sentence, beside a legend that says what the steps are of."""
    shares = region_shares_of(ds, report)
    sentence = told_by_region(report, shares)
    order = {step: i for i, step in enumerate(ShareStep)}
    steps = {r.code: order[share.step] for share in shares for r in share.region.rows}
    view = MapView(
        division=report.division.id,
        classes=tuple(AreaClass(label(s), SHARE_STYLE[s]) for s in ShareStep),
        values=steps,
        outlines={r.code: r.duup_number for r in report.rows},
        selected=selected,
        title=_("Kaart: aanbod per DUUP-regio op {date}").format(date=day(report.on)),
        description=sentence,
    )
    return Pictured(sentence, view, _legend(shares) + _before(ds, report))


def _legend(shares: tuple[RegionShare, ...]) -> Markup:
    entries = (
        (swatched(SHARE_STYLE[step], label(step)), number(sum(s.step is step for s in shares))) for step in ShareStep
    )
    told = _(
        "Deel van de inwoners van de regio dat in een gemeente woont waar een programma recent of eerder is "
        "aangetoond. Het zegt niet hoeveel mensen hulp krijgen."
    )
    return Markup('{}<p class="source">{}</p>').format(
        legend(_("Legenda: per regio"), (_("Deel van de inwoners"), _("Regio's")), entries), told
    )


def _before(ds: Dataset, report: StatusReport) -> Markup:
    begin = duup_start(ds)
    if report.on >= begin:
        return Markup("")
    words = _("De DUUP-regio's bestaan sinds {begin}; op deze datum is dit hun latere indeling.").format(
        begin=day(begin)
    )
    return Markup('<p class="source">{}</p>').format(words)


def region_table(shares: tuple[RegionShare, ...]) -> Markup:
    """The same as rows."""
    head = (_("Regio"), _("Gemeenten"), _("Inwoners"), _("Recent aangetoond"), _("Recent of eerder"))
    rows = (
        row(
            s.region.name,
            (number(len(s.region.rows)), number(s.region.inhabitants()), percent(s.recent), percent(s.ever)),
        )
        for s in sorted(shares, key=lambda s: (-s.ever, s.region.name))
    )
    return table(head, rows, _("Deel van de inwoners per DUUP-regio"))
