"""A cloud of points: the amount of each region beside the share of its inhabitants for whom provision is evidenced."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from coverage.analysis.allocation.gaps import RegionGap
from coverage.i18n import _, euro, percent
from coverage.ui.html import join

STEP = 200_000  # euros between two lines
LINE, LETTER = 4.6, 0.95  # height and width of letters, in percent of the plane
BESIDE = 1.1  # between a dot and its name


def scatter(rows: Sequence[RegionGap], chosen: int) -> Markup:
    """A dot a region: filled for recent evidence, open for recent and earlier together. The table has the numbers."""
    most = max((r.amount for r in rows), default=0)
    top = max(STEP, -(-most // STEP) * STEP)
    levels = join(
        Markup('<span class="level" style="bottom:{}%">{}</span>').format(share, percent(share / 100))
        for share in range(0, 101, 25)
    )
    marks = join(
        Markup('<span class="upright" style="left:{}%">{}</span>').format(round(100 * value / top, 1), euro(value))
        for value in range(0, top + 1, STEP)
    )
    told = _("Puntenwolk: het bedrag van elke regio naast het deel van de inwoners met aangetoond aanbod; de getallen "
             "staan in de tabel.")  # fmt: skip
    return Markup(
        '<figure class="scatter" tabindex="0"><div class="cloud" role="img" aria-label="{}">{}{}{}</div>'
        "<figcaption>{}</figcaption></figure>"
    ).format(
        told, levels, marks, join(_dots(rows, top, chosen)),
        _("Naar rechts: het bedrag per jaar volgens de verdeling. Omhoog: het deel van de inwoners in een gemeente met "
          "recent bewijs (dicht rondje) of met recent of ouder bewijs (open rondje)."),
    )  # fmt: skip


def _dots(rows: Sequence[RegionGap], top: int, chosen: int) -> list[Markup]:
    """Points from high to low, each with its name on the nearest line where none stands yet."""
    places = {r.number: (100 * r.amount / top, 100 * float(r.ever_evidenced)) for r in rows}
    taken = [(y, x - BESIDE, x + BESIDE) for x, y in places.values()]
    found = []
    for r in sorted(rows, key=lambda r: (-r.ever_evidenced, r.amount)):
        x, high = places[r.number]
        left, right = x + BESIDE, x + BESIDE + LETTER * len(r.name)
        free = (y for y in _lines(high) if not any(abs(y - b) < LINE and a < right and left < c for b, a, c in taken))
        y = next(free, high)
        taken.append((y, left, right))
        mark = Markup(" chosen") if r.number == chosen else ""
        drawn = {"ever": r.ever_evidenced, "recent": r.evidenced} if r.evidenced < r.ever_evidenced else {}
        for kind, share in (drawn or {"recent" if r.evidenced else "ever": r.ever_evidenced}).items():
            if share or kind == "ever":
                found.append(
                    Markup('<i class="{}{}" style="left:{:.1f}%;bottom:{:.1f}%"></i>').format(
                        kind, mark, x, 100 * float(share)
                    )
                )
        found.append(Markup('<b class="{}" style="left:{:.1f}%;bottom:{:.1f}%">{}</b>').format(mark, left, y, r.name))
    return found


def _lines(y: float) -> list[float]:
    """Places for a name beside a dot: on its height, then ever further above and below."""
    return [y + step * LINE for step in (0, 1, -1, 2, -2, 3)]
