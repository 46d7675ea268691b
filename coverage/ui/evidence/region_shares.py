"""How many inhabitants of each region have which status: a stacked bar with its numbers beside it."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from coverage.analysis.spots.steps import RegionRows
from coverage.i18n import _, label, number, percent
from coverage.ui.html import join, show, swatch
from coverage.ui.pieces import cells, stacked
from coverage.vocabulary import STATUS_STYLE, Status


def region_shares(regions: Sequence[RegionRows]) -> None:
    """A row for each region: inhabitants, a bar, and the share of each status that occurs."""
    used = [s for s in Status if any(r.inhabitants(s) for r in regions)]
    head = join(Markup("<th scope=col>{}{}</th>").format(swatch(STATUS_STYLE[s]), label(s)) for s in used)
    rows = join(_row(region, used) for region in sorted(regions, key=lambda r: -_evidenced(r)))
    show(
        Markup(
            '<div class="scroll" tabindex="0" role="region" aria-label="{}"><table class="plain"><caption>{}</caption>'
            "<thead><tr><th scope=col>{}</th><th scope=col>{}</th><td></td>{}</tr></thead>"
            "<tbody>{}</tbody></table></div>"
        ).format(
            _("Aandeel per regio"),
            _("Aandeel van de inwoners van elke regio naar status"),
            _("Regio"),
            _("Inwoners"),
            head,
            rows,
        )
    )


def _evidenced(region: RegionRows) -> float:
    return region.inhabitants(Status.EVIDENCED_HERE, Status.EVIDENCED_REGION) / max(region.inhabitants(), 1)


def _row(region: RegionRows, used: Sequence[Status]) -> Markup:
    total = region.inhabitants()
    shares = {s: region.inhabitants(s) / total if total else 0.0 for s in used}
    bar = join(stacked(STATUS_STYLE[s], share) for s, share in shares.items() if share)
    words = cells(percent(share) if share else "–" for share in shares.values())
    return Markup(
        '<tr><th scope=row>{}</th><td>{}</td><td><div class="stack" aria-hidden="true">{}</div></td>{}</tr>'
    ).format(region.name, number(total), bar, words)
