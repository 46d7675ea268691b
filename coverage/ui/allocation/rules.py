"""What each state scheme asked and left free, and what was recommended beside what became of it."""

from __future__ import annotations

from functools import partial

from markupsafe import Markup

from coverage.analysis.allocation.result import Allocation
from coverage.analysis.schemes import Recommendation, SchemeRule, recommendations, scheme_rules
from coverage.dataset import Dataset
from coverage.i18n import _, label, number, partial_day
from coverage.ui.data.cite import cite, sources_linked
from coverage.ui.html import join, show
from coverage.ui.pieces import answer_line, subheading, table, unfolding
from coverage.vocabulary import Adoption, Scheme


def show_rules(ds: Dataset, _allocation: Allocation) -> None:
    """The rules per scheme, folded, the newest scheme first; then the recommendations."""
    advised = recommendations(ds)
    answer_line(_recommended(advised))
    show(_advice(ds, advised))
    subheading(_("Wat elke regeling vraagt en vrijlaat"))
    for scheme in reversed(Scheme):
        if rules := scheme_rules(ds, scheme):
            title = f"{label(scheme)} ({number(len(rules))})"
            unfolding(f"rules-{scheme}", title, partial(_rules, ds, rules))


def _recommended(advised: tuple[Recommendation, ...]) -> str:
    counts = {a: sum(r.adoption is a for r in advised) for a in Adoption}
    return _(
        "De bronnen noemen {all} adviezen. Een latere bron zegt van {adopted} dat ze zijn overgenomen, van {partly} "
        "deels en van {not_adopted} niet; van {unknown} is dat niet bekend."
    ).format(
        all=number(len(advised)), adopted=number(counts[Adoption.ADOPTED]),
        partly=number(counts[Adoption.PARTLY]),
        not_adopted=number(counts[Adoption.NOT_ADOPTED]), unknown=number(counts[Adoption.UNKNOWN]),
    )  # fmt: skip


def _advice(ds: Dataset, advised: tuple[Recommendation, ...]) -> Markup:
    order = {a: i for i, a in enumerate((Adoption.NOT_ADOPTED, Adoption.PARTLY, Adoption.ADOPTED, Adoption.UNKNOWN))}
    rows = (
        (
            r.text, f"{r.by} → {r.to}", partial_day(r.date), label(r.adoption), sources_linked(ds, r.note),
            cite(ds, r.source_id, r.source_detail, r.reading),
        )
        for r in sorted(advised, key=lambda r: order[r.adoption])
    )  # fmt: skip
    head = (_("Advies"), _("Van wie, aan wie"), _("Wanneer"), _("Overgenomen?"), _("Waarop dat rust"), _("Bron"))
    return table(head, rows, _("Adviezen en wat ervan kwam"), style="plain left facts-table", height="window")


def _rules(ds: Dataset, rules: tuple[SchemeRule, ...]) -> Markup:
    parts = []
    for source_id in dict.fromkeys(r.source_id for r in rules):
        own = join(_rule(r) for r in rules if r.source_id == source_id)
        parts.append(Markup('<ul class="facts">{}</ul><p>{}</p>').format(own, cite(ds, source_id)))
    return join(parts)


def _rule(r: SchemeRule) -> Markup:
    where = ", ".join(filter(None, (label(r.kind), r.article, r.source_detail)))
    return Markup('<li>{} <span class="source">({})</span></li>').format(r.text, where)
