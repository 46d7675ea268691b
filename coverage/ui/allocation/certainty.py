"""How sure is an amount? Bands over memberships, years and keys, and what an uncertain municipality takes along."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from coverage.analysis.allocation.definitions import definitions
from coverage.analysis.allocation.drift import KeyMove, moves
from coverage.analysis.allocation.result import Allocation
from coverage.analysis.allocation.uncertainty import Range, Ranges, over_keys, over_memberships, over_years
from coverage.analysis.allocation.words import range_answer
from coverage.dataset import Dataset
from coverage.geography.areas import membership_on
from coverage.geography.lineage import division
from coverage.i18n import _, euro, label, number
from coverage.ui.allocation.bars import BarRow, band, bar_table
from coverage.ui.allocation.region import choose_region, region_in_use
from coverage.ui.bound import pick
from coverage.ui.data.cite import cite
from coverage.ui.html import join, show
from coverage.ui.params.allocation import OVER, Over
from coverage.ui.pieces import answer_line, subheading


def show_certainty(ds: Dataset, allocation: Allocation) -> None:
    """One kind of uncertainty at a time, of the reader's choice."""
    left, right = st.columns([4, 9], vertical_alignment="bottom")
    with left:
        choose_region(allocation)
    with right:
        choose_over()
    told_certainty(ds, allocation)


def choose_over() -> None:
    """What makes the amounts uncertain, to look at."""
    pick(_("Onzeker door"), OVER, Over)


def told_certainty(ds: Dataset, allocation: Allocation) -> None:
    """One kind of uncertainty, with all three for the region in use."""
    own, over = region_in_use(allocation), Over(OVER.get())
    found = {
        Over.MEMBERSHIPS: over_memberships(allocation),
        Over.YEARS: over_years(ds, allocation.scenario),
        Over.KEYS: over_keys(ds, allocation.scenario),
    }
    answer_line(range_answer(allocation, found[over]))
    _own(own.name, {o: r.by_region[own.number] for o, r in found.items()})
    _bands(allocation, found[over], over, own.number)
    if over is Over.MEMBERSHIPS:
        _moves(ds, allocation)


def _own(name: str, bands: dict[Over, Range]) -> None:
    """The three ranges of the region in use."""
    items = join(
        Markup("<div><dt>{}</dt><dd>{} – {}</dd></div>").format(label(o), euro(b.low), euro(b.high))
        for o, b in bands.items()
    )
    title = _("DUUP-regio {region}").format(region=name)
    show(Markup('<section class="detail" aria-label="{}"><h2>{}</h2><dl>{}</dl></section>').format(title, title, items))


def _bands(allocation: Allocation, found: Ranges, over: Over, chosen: int) -> None:
    bands = found.by_region
    most = max((b.high for b in bands.values()), default=0)
    rows = []
    for r in sorted(allocation.regions, key=lambda r: (bands[r.number].low - bands[r.number].high, r.number)):
        b = bands[r.number]
        cells = [euro(r.amount), euro(b.low), euro(b.high), euro(b.high - b.low)]
        if over is not Over.MEMBERSHIPS:
            cells += [_named(over, b.low_at), _named(over, b.high_at)]
        rows.append(BarRow(r.name, band(b.low, r.amount, b.high, most), cells, chosen=r.number == chosen))
    headings = [_("Bedrag"), _("Laagste"), _("Hoogste"), _("Verschil")]
    if over is not Over.MEMBERSHIPS:
        headings += [_("Laagste bij"), _("Hoogste bij")]
    note = found.method
    if found.skipped:
        names = ", ".join(_named(over, s) for s in found.skipped)
        note += " " + _("Niet meegerekend, want dit budget is er te klein voor: {names}.").format(names=names)
    bar_table(_("Bereik per DUUP-regio, het breedste eerst; het streepje is het bedrag nu"), headings, rows, note=note)


def _named(over: Over, name: str) -> str:
    return definitions()[name].label if over is Over.KEYS else name


def _moves(ds: Dataset, allocation: Allocation) -> None:
    """Which municipalities may belong elsewhere, why, and what a group takes along when it moves together."""
    found = moves(allocation)
    if not found:
        return
    subheading(_("Om welke gemeenten gaat het?"))
    rows = join(_move(ds, allocation, m) for m in found)
    explanation = _(
        "Achter elke groep staat wat verschuift als alle gemeenten ervan samen naar de andere regio gaan. Het bereik "
        "hierboven "
        "plaatst elke gemeente los van de andere; wat er ook gebeurt, het bedrag valt dus binnen dat bereik."
    )
    show(Markup('<p>{}</p><ul class="moves">{}</ul>').format(explanation, rows))


def _move(ds: Dataset, allocation: Allocation, move: KeyMove) -> Markup:
    names = allocation.basis.names
    people = sum(m.inhabitants for m in move.municipalities)
    text = _("{names} ({people} inwoners). Gaan zij samen, dan verschuift {amount}.").format(
        names=", ".join(m.name for m in move.municipalities), people=number(people),
        amount=euro(max(move.shifts.gained, move.shifts.lost)),
    )  # fmt: skip
    title = _("Nu bij {origin}, misschien bij {goal}").format(origin=names[move.origin], goal=names[move.goal])
    return Markup("<li><strong>{}:</strong> {} {}</li>").format(title, text, _why(ds, allocation, move))


def _why(ds: Dataset, allocation: Allocation, move: KeyMove) -> Markup:
    """What the data say about these municipalities, each reason once."""
    rows = membership_on(ds, division(ds, allocation.basis.division_id).valid_from).set_index("code")
    reasons: dict[str, Markup] = {}
    for m in move.municipalities:
        row = rows.loc[m.code]
        reasons.setdefault(str(row["note"]), cite(ds, str(row["source_id"])))
    return join(
        Markup('<span class="block soft">{}. {}</span>').format(note.rstrip("."), source)
        for note, source in reasons.items()
    )
