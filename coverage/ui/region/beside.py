"""Tables of a region beside others: the regions that border on it, the country, and regions of its size."""

from __future__ import annotations

from markupsafe import Markup

from coverage.analysis.region_profile import text
from coverage.analysis.region_profile.beside import adjoining
from coverage.analysis.region_profile.compared import Standing, beside_others
from coverage.analysis.region_profile.facts import RegionProfile
from coverage.analysis.region_profile.sentences import in_a_line
from coverage.dataset import Dataset
from coverage.i18n import _, label, number, percent
from coverage.ui.data.cite import region_link
from coverage.ui.pieces import row, table
from coverage.vocabulary import Status


def beside_table(ds: Dataset, p: RegionProfile) -> Markup:
    """Adjoining regions, nearest centre first."""
    found = adjoining(ds, p)
    if not found:
        return Markup("<p>{}</p>").format(*(line.text for line in text.neighbour_lines(ds, p)))
    head = (_("Regio"), _("Van centrum tot centrum"), _("Stand"), _("Kunnen mensen van hier er terecht?"))
    rows = (
        (
            Markup('<a href="{}">{}</a>').format(region_link(a.region.name), a.region.name),
            f"{number(a.km)} km" if a.km is not None else _("onbekend"),
            in_a_line(a.region), text.admitted(ds, p, a) or "–",
        )
        for a in found
    )  # fmt: skip
    return table(head, rows, _("Regio's ernaast, hemelsbreed gemeten"), style="plain left")


def comparison_table(ds: Dataset, p: RegionProfile) -> Markup:
    """Figures of the region, the country and the regions most like it."""
    found = beside_others(ds, p)
    used = [s for s in Status if any(x.shares[s] for x in (found.own, found.country, *found.alike))]
    head = (_("Gebied"), _("Gemeenten"), _("Inwoners"), _("Programma's, recent aangetoond"), *(label(s) for s in used))
    rows = [
        row(found.own.name, _figures(found.own, used), chosen=True),
        row(_("Heel Nederland"), _figures(found.country, used)),
        *(
            row(Markup('<a href="{}">{}</a>').format(region_link(s.name), s.name), _figures(s, used))
            for s in found.alike
        ),
    ]
    title = _("Aandeel van de inwoners per status, naast Nederland en vergelijkbare regio's")
    return Markup('<p class="soft">{}</p>{}').format(text.how_compared(), table(head, rows, title, style="figures"))


def _figures(s: Standing, used: list[Status]) -> tuple[str, ...]:
    counts = (number(s.municipalities), number(s.inhabitants), number(s.programmes))
    return (*counts, *(percent(s.shares[x]) for x in used))
