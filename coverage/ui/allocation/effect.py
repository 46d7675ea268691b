"""What a scenario shifts (herverdeeleffect): winners and losers against the rule, and every key side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st
from markupsafe import Markup

from coverage.analysis.allocation.definitions import definitions
from coverage.analysis.allocation.drift import alternatives, key_rule
from coverage.analysis.allocation.effects import Effects, effects
from coverage.analysis.allocation.result import Allocation, allocate
from coverage.analysis.allocation.scenario import Scenario
from coverage.analysis.allocation.words import effect_answer, per_head, signed, signed_per_head
from coverage.dataset import Dataset
from coverage.i18n import _, euro, number
from coverage.ui.allocation.bars import BarRow, bar_table, both_ways
from coverage.ui.allocation.downloads import tables
from coverage.ui.allocation.map import HEIGHT, amounts_view, by_sign, region_legend
from coverage.ui.allocation.region import choose_region, region_in_use
from coverage.ui.allocation.result import MAP
from coverage.ui.html import join, show
from coverage.ui.map.component import coverage_map
from coverage.ui.params.allocation import KEY, OF_KEYS
from coverage.ui.pieces import answer_line, row, table
from coverage.ui.state import here


def show_effect(ds: Dataset, allocation: Allocation) -> None:
    """Map and bars of the differences; the other keys under them."""
    _compared(ds, allocation, _differences)


def told_effect(ds: Dataset, allocation: Allocation) -> None:
    """The same without the map: its numbers stand in the bars."""
    _compared(ds, allocation, _told_differences)


def _compared(
    ds: Dataset, allocation: Allocation, differences: Callable[[Dataset, Allocation, Effects, str], None]
) -> None:
    """What differs from the rule, or that this is the rule; then the other keys."""
    start = key_rule(ds, allocation.scenario)
    if start == allocation.scenario:
        text = _("Je kijkt naar de uitgangssituatie: de regel, met {year} als bevolkingsjaar. "
                 "Kies boven een andere sleutel of een ander jaar, of begin hieronder.")  # fmt: skip
        answer_line(text.format(year=start.year))
    else:
        found = effects(allocation, allocate(ds, start))
        differences(ds, allocation, found, _against(found, start))
    _keys(ds, allocation)


def _told_differences(_ds: Dataset, allocation: Allocation, found: Effects, _sentence: str) -> None:
    _sums(found)
    _bars(found, region_in_use(allocation).number)


def _against(found: Effects, start: Scenario) -> str:
    """The answer, and with what it compares; returns the answer."""
    against = _(
        "Vergeleken met de regel: naar inwoners van 1 januari {year}, indeling {division}, met hetzelfde budget."
    ).format(year=start.year, division=start.division_id)
    sentence = effect_answer(found)
    show(Markup('<p class="answer">{}</p><p class="source">{}</p>').format(sentence, against))
    return sentence


def _differences(ds: Dataset, allocation: Allocation, found: Effects, sentence: str) -> None:
    words = {
        e.number: _("{amount}, {per} per inwoner").format(
            amount=signed(e.difference), per=signed_per_head(e.per_inhabitant)
        )
        for e in found.regions
    }
    picture = by_sign({e.number: e.per_inhabitant for e in found.regions}, words, per_head)
    left, right = st.columns([8, 5], gap="medium")
    with right:
        own = choose_region(allocation, MAP)
        show(region_legend(allocation, picture, _("Legenda: verschil in euro per inwoner")))
        _sums(found)
    with left:
        title = _("Kaart: herverdeeleffect per DUUP-regio in euro per inwoner")
        view = amounts_view(ds, allocation, picture, region=own.number, title=title, description=sentence)
        coverage_map(view, key=MAP, height=HEIGHT)
    _bars(found, own.number)
    tables(ds, allocation)


def _sums(found: Effects) -> None:
    facts = (
        (_("Regio's die meer krijgen"), f"{number(len(found.winners))}: {euro(found.gained)}"),
        (_("Regio's die minder krijgen"), f"{number(len(found.losers))}: {euro(found.lost)}"),
        (_("Som van de verschuivingen"), euro(max(found.gained, found.lost))),
    )
    items = join(Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(t, v) for t, v in facts)
    show(
        Markup('<section class="detail" aria-label="{}"><dl>{}</dl></section>').format(
            _("Som van de verschuivingen"), items
        )
    )


def _bars(found: Effects, chosen: int) -> None:
    most = max(abs(e.difference) for e in found.regions)
    rows = [
        BarRow(
            e.name, both_ways(e.difference, most),
            [signed(e.difference), signed_per_head(e.per_inhabitant), euro(e.before), euro(e.after)],
            chosen=e.number == chosen,
        )
        for e in sorted(found.regions, key=lambda e: (-e.difference, e.number))
    ]  # fmt: skip
    bar_table(
        _("Herverdeeleffect per DUUP-regio, de grootste winst eerst"),
        [_("Verschil"), _("Per inwoner"), _("Volgens de regel"), _("In dit scenario")],
        rows,
        [signed(found.gained - found.lost) if found.gained != found.lost else euro(0), "",
         euro(sum(e.before for e in found.regions)), euro(sum(e.after for e in found.regions))],
    )  # fmt: skip


def _keys(ds: Dataset, allocation: Allocation) -> None:
    """Every key against the rule, with the way to it."""
    head = (_("Sleutel"), _("Som van de verschuivingen"), _("Grootste winst"), _("Grootste verlies"))
    rows = (
        _key_row(key, found, key == allocation.scenario.key)
        for key, found in alternatives(ds, allocation.scenario).items()
    )
    show(
        Markup('{}<p class="source">{}</p>').format(
            table(head, rows, _("Alle sleutels naast de regel, met hetzelfde budget")),
            _("De gekozen sleutel telt zoals je hem hebt ingesteld; de andere met de instelling waarmee ze beginnen."),
        )
    )


def _key_row(key: str, found: Effects | None, chosen: bool) -> Markup:
    definition = definitions()[key]
    nothing = dict.fromkeys((p.name for p in OF_KEYS), "")
    link = Markup('<a href="{}" target="_self">{}</a>').format(
        here({**nothing, KEY.name: definition.slug}), definition.label
    )
    if found is None:
        words = _("Kan niet van dit budget betaald worden.")
        rest: Sequence[str] = (Markup('<td class="wide" colspan="3">{}</td>').format(words),)
    else:
        rest = (
            euro(max(found.gained, found.lost)),
            f"{found.winners[0].name} {signed(found.winners[0].difference)}" if found.winners else "–",
            f"{found.losers[0].name} {signed(found.losers[0].difference)}" if found.losers else "–",
        )
    return row(definition.label if chosen else link, rest, chosen=chosen)
