"""Money next to gaps: amounts beside evidenced provision, how far a region stretches, and groups nobody serves."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from coverage.analysis.allocation.gaps import RegionGap, money_next_to_gaps
from coverage.analysis.allocation.result import Allocation
from coverage.analysis.allocation.words import gap_answer
from coverage.analysis.groups.gaps import questions
from coverage.analysis.population import inhabitants_source
from coverage.analysis.status import status_at
from coverage.dataset import Dataset
from coverage.geography.region_names import region_names
from coverage.i18n import _, day, euro, label, number, percent
from coverage.ui import choose
from coverage.ui.allocation.region import region_in_use
from coverage.ui.allocation.scatter import scatter
from coverage.ui.bound import pick
from coverage.ui.data.cite import source_link
from coverage.ui.html import join, show
from coverage.ui.params import DATE, MAX_AGE
from coverage.ui.params.allocation import GAP_ORDER, GapOrder
from coverage.ui.pieces import answer_line, row, stacked, swatched, table, unfolding
from coverage.vocabulary import STATUS_STYLE, Status, TargetGroup


def show_gaps(ds: Dataset, allocation: Allocation) -> None:
    """On the date and in the order that the reader chooses."""
    choose.reference_date()
    told_gaps(ds, allocation)


def told_gaps(ds: Dataset, allocation: Allocation) -> None:
    """The cloud of points, and one row a region."""
    on, max_age = DATE.get(), MAX_AGE.get()
    report = status_at(ds, on, max_age)
    unmet = {n: tuple(q.group for q in asked) for n, asked in questions(ds, on, max_age).items()}
    rows = money_next_to_gaps(ds, allocation, report, unmet)
    chosen = region_in_use(allocation).number
    answer_line(gap_answer(rows))
    show(scatter(rows, chosen))
    order = GapOrder(pick(_("Volgorde van de tabel"), GAP_ORDER, GapOrder))
    used = [s for s in Status if any(r.by_status[s] for r in rows)]
    keys = join(Markup("<li>{}</li>").format(swatched(STATUS_STYLE[s], label(s))) for s in used)
    head = (
        _("DUUP-regio"), _("Bedrag"), _("Inwoners"), _("Oppervlakte (km²)"), _("Gemiddeld van de centrumgemeente (km)"),
        _("Verste gemeente"), _("Inwoners naar status"), _("Recent bewijs"), _("Recent of ouder bewijs"),
    )  # fmt: skip
    body = (_row(r, chosen=r.number == chosen) for r in sorted(rows, key=lambda r: (_rank(r, order), r.number)))
    caption = _("Geld per regio naast wat op {date} bekend is over aanbod").format(date=day(on))
    show(
        Markup('<ul class="keys">{}</ul>{}<p class="source">{} {}: {}.</p>').format(
            keys, table(head, body, caption), _note(max_age), _("Inwoners"),
            source_link(ds, inhabitants_source(ds, report.population)),
        )
    )  # fmt: skip
    _groups(ds, unmet)


def _note(max_age: int) -> str:
    return _(
        "Bewijs ouder dan {years} jaar is niet recent. Oppervlakte en afstand zijn gemeten op de vereenvoudigde kaart, "
        "hemelsbreed, van een punt in de centrumgemeente naar een punt in elke gemeente; het gemiddelde telt elke "
        "inwoner even zwaar. Dit zijn geen reistijden, en geen maat voor de behoefte."
    ).format(years=number(max_age))


def _rank(r: RegionGap, order: GapOrder) -> float:
    if order is GapOrder.LEAST_EVIDENCE:
        return float(r.ever_evidenced)
    if order is GapOrder.FARTHEST:
        return -r.reach.distance if r.reach else 1.0
    return -float(r.amount)


def _row(r: RegionGap, chosen: bool) -> Markup:
    stack = stacked((STATUS_STYLE[s], people / r.inhabitants) for s, people in r.by_status.items() if r.inhabitants)
    far = f"{r.reach.farthest} ({number(r.reach.farthest_km)} km)" if r.reach else "–"
    values = (
        euro(r.amount), number(r.inhabitants), number(r.reach.area) if r.reach else "–",
        number(r.reach.distance) if r.reach else "–", far, stack, percent(float(r.evidenced)),
        percent(float(r.ever_evidenced)),
    )  # fmt: skip
    return row(r.name, values, chosen=chosen)


def _groups(ds: Dataset, unmet: Mapping[int, tuple[TargetGroup, ...]]) -> None:
    """The groups by name: first what is missing everywhere, then what each region lacks besides."""
    common = [g for g in TargetGroup if all(g in groups for groups in unmet.values())]
    names = region_names(ds)
    rest = {n: [g for g in groups if g not in common] for n, groups in unmet.items()}
    by_rest: dict[str, list[str]] = {}
    for n, groups in rest.items():
        by_rest.setdefault(", ".join(label(g) for g in groups) or _("geen andere"), []).append(names[n])
    items = join(
        Markup("<li><strong>{}:</strong> {}</li>").format(", ".join(regions), groups)
        for groups, regions in by_rest.items()
    )
    everywhere = ", ".join(label(g) for g in common) or _("geen enkele groep")
    unfolding(
        "groups", _("Welke groepen?"),
        lambda: Markup("<p><strong>{}</strong> {}</p><p>{}</p><ul>{}</ul>").format(
            _("In geen enkele regio zegt een recent aangetoond programma deze groepen te bedienen:"), everywhere,
            _("Daarnaast ontbreken:"), items,
        ),
    )  # fmt: skip
