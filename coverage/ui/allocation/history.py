"""The history of the money: a chart with gaps drawn as gaps, and what was not found."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from markupsafe import Markup

from coverage.analysis.allocation.history import GrantGap, Money, MoneyHistory, money_history
from coverage.analysis.allocation.result import Allocation
from coverage.analysis.allocation.runs import Run, runs
from coverage.dataset import Dataset
from coverage.i18n import _, label, number
from coverage.ui.allocation.drift import show_crossings, show_drift
from coverage.ui.allocation.money import amount_words, money_chart, period
from coverage.ui.data.cite import caveats_address, cite
from coverage.ui.html import join, show
from coverage.ui.pieces import BodyRow, subheading, table
from coverage.vocabulary import FigureKind, Scheme


def show_history(ds: Dataset, allocation: Allocation) -> None:
    """Chart, table, what is missing; then how shares drift and what crossed a border."""
    found = money_history(ds)
    stretches = runs(found.amounts)
    money_chart(stretches, found.gaps)
    _table(ds, stretches, found.gaps)
    _not_found(ds, found)
    show_drift(ds, allocation)
    show_crossings(ds, allocation)
    _caveats(found)


def _caveats(found: MoneyHistory) -> None:
    """Where sources disagree about these amounts: the titles here, the texts one click away."""
    if not found.caveats:
        return
    subheading(_("Waar bronnen over deze bedragen botsen of misleiden"))
    links = join(
        Markup('<li><a href="{}">{}</a> {}</li>').format(caveats_address(c.id), c.id, c.title) for c in found.caveats
    )
    show(Markup('<ul class="facts">{}</ul>').format(links))


def _table(ds: Dataset, stretches: tuple[Run, ...], gaps: tuple[GrantGap, ...]) -> None:
    lines: list[tuple[date, BodyRow]] = []
    for r in stretches:
        kind = label(r.kind) + (", " + _("gemiddelde van ons") if r.averaged else "")
        kind = _("raming") if r.kind is FigureKind.ESTIMATE else kind
        lines.append(
            (
                r.begin,
                (
                    period(r.begin, r.end),
                    label(r.scheme),
                    amount_words(r),
                    kind,
                    cite(ds, r.source_id, r.source_detail) + _remark(r.note),
                ),
            )
        )
    lines += [(g.begin, (period(g.begin, g.end), "–", _("onbekend"), _("niet gevonden"), "")) for g in gaps]
    head = (_("Periode"), _("Regeling"), _("Bedrag"), _("Hoe hard"), _("Bron"))
    rows = (line for _begin, line in sorted(lines, key=lambda x: x[0]))
    show(table(head, rows, _("Dezelfde bedragen als in de grafiek"), style="plain left facts-table"))


def _remark(note: str) -> Markup:
    return Markup('<span class="block soft">{}</span>').format(note) if note else Markup("")


def _not_found(ds: Dataset, found: MoneyHistory) -> None:
    """What the sources do not tell, the same gap of several recipients in one line."""
    subheading(_("Gezocht en niet gevonden"))
    centres = len(ds.table("duup_regions"))
    groups: dict[tuple[Scheme, str, str, str], list[Money]] = {}
    for m in found.not_found:
        groups.setdefault((m.scheme, m.item, m.source_id, m.source_detail), []).append(m)
    show(
        _items(
            (_missing(same, centres), cite(ds, same[0].source_id, same[0].source_detail)) for same in groups.values()
        )
    )


def _missing(same: list[Money], centres: int) -> str:
    who = [m.recipient for m in same]
    names = (
        _("alle {count} centrumgemeenten").format(count=number(len(who)))
        if len(set(who)) == centres
        else ", ".join(dict.fromkeys(who))
    )
    begins, ends = [m.begin for m in same if m.begin], [m.end for m in same if m.end]
    when = f", {period(min(begins), max(ends))}" if begins and ends else ""
    return f"{label(same[0].scheme)}{when}: {same[0].item} ({names})"


def _items(lines: Iterable[tuple[str, Markup]]) -> Markup:
    return Markup('<ul class="facts">{}</ul>').format(
        join(Markup("<li>{} {}</li>").format(text, source) for text, source in lines)
    )
