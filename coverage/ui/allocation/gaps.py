"""Money next to gaps: euros per inhabitant beside evidenced provision and groups that nobody says to serve."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from coverage.analysis.allocation.gaps import RegionGap, money_next_to_gaps
from coverage.analysis.allocation.result import Allocation
from coverage.analysis.allocation.words import gap_answer, per_head
from coverage.analysis.groups.gaps import questions
from coverage.analysis.status import status_at
from coverage.dataset import Dataset
from coverage.i18n import _, day, euro, label, number, percent
from coverage.ui import choose
from coverage.ui.allocation.bars import bar
from coverage.ui.allocation.region import region_in_use
from coverage.ui.html import join, show
from coverage.ui.params import MAX_AGE
from coverage.ui.pieces import answer_line, row, stacked, swatched, table, unfolding
from coverage.vocabulary import STATUS_STYLE, Status, TargetGroup


def show_gaps(ds: Dataset, allocation: Allocation) -> None:
    """One row a region: money, share of the inhabitants by status, groups that no programme says to serve."""
    on, max_age = choose.reference_date(), MAX_AGE.get()
    report = status_at(ds, on, max_age)
    unmet = {n: tuple(q.group for q in asked) for n, asked in questions(ds, on, max_age).items()}
    rows = money_next_to_gaps(allocation, report, unmet)
    answer_line(gap_answer(rows))
    used = [s for s in Status if any(r.by_status[s] for r in rows)]
    keys = join(Markup("<li>{}</li>").format(swatched(STATUS_STYLE[s], label(s))) for s in used)
    most = max(float(r.per_inhabitant) for r in rows)
    chosen = region_in_use(allocation).number
    body = (_row(r, most, chosen=r.number == chosen) for r in sorted(rows, key=_order))
    caption = _("Geld per regio naast wat op {date} bekend is over aanbod").format(date=day(on))
    head = Markup(
        "<th scope=col>{}</th><th scope=col colspan=2>{}</th><th scope=col>{}</th>"
        "<th scope=col colspan=2>{}</th><th scope=col>{}</th>"
    ).format(
        _("DUUP-regio"), _("Euro per inwoner"), _("Bedrag"), _("Inwoners met aangetoond aanbod"),
        _("Geen programma zegt deze groepen te bedienen"),
    )  # fmt: skip
    show(
        Markup('<ul class="keys">{}</ul>{}<p class="source">{}</p>').format(
            keys, table(head, body, caption, style="plain bars two"), _note(max_age)
        )
    )
    _groups(ds, unmet)


def _note(max_age: int) -> str:
    return _(
        "De gekleurde balk verdeelt de inwoners van de regio naar status. Een groep telt als niet bediend als geen "
        "recent aangetoond programma in de regio zegt haar te bedienen; zwijgen is geen nee. Bewijs ouder dan "
        "{years} jaar "
        "telt niet mee."
    ).format(years=number(max_age))


def _order(r: RegionGap) -> tuple[float, int]:
    return -float(r.per_inhabitant), r.number


def _row(r: RegionGap, most: float, chosen: bool) -> Markup:
    stack = stacked((STATUS_STYLE[s], people / r.inhabitants) for s, people in r.by_status.items())
    unmet = r.unmet or ()
    served = ", ".join(label(g) for g in TargetGroup if g not in unmet)
    groups = _("{count} van de {all}; wel: {served}") if served else _("alle {count}")
    words = groups.format(count=number(len(unmet)), all=number(len(TargetGroup)), served=served)
    values = (
        Markup("<td {}></td>").format(bar(float(r.per_inhabitant), most)), per_head(r.per_inhabitant), euro(r.amount),
        stack, percent(float(r.evidenced)), Markup("<td class=note>{}</td>").format(words),
    )  # fmt: skip
    return row(r.name, values, chosen=chosen)


def _groups(ds: Dataset, unmet: Mapping[int, tuple[TargetGroup, ...]]) -> None:
    """The groups by name: first what is missing everywhere, then what each region lacks besides."""
    common = [g for g in TargetGroup if all(g in groups for groups in unmet.values())]
    names = dict(zip(ds.table("duup_regions")["number"], ds.table("duup_regions")["name"], strict=True))
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
