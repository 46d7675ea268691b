"""Who names whom on the map: a municipality with more programmes shows the state that asks most of a meeting."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from coverage.analysis.status import status_at
from coverage.dataset import Dataset
from coverage.dates import today
from coverage.i18n import _, definition, label, number
from coverage.inventory.handshakes import Pair
from coverage.ui.map.view import AreaClass, MapView
from coverage.ui.pieces import legend, swatched
from coverage.vocabulary import HANDSHAKE_STYLE, Handshake

# What most asks for a talk comes first.
_FIRST = (Handshake.NOT_RECOGNISED, Handshake.CLAIMED, Handshake.RECOGNISED, Handshake.MUTUAL)


def handshake_words(pairs: Sequence[Pair]) -> str:
    """How many pairs of a programme and a municipality have each state."""
    if not pairs:
        return _("Nog geen programma gaf gemeenten op; zodra dat is overgenomen staat hier wie wie noemt.")
    states = [p.state for p in pairs]
    counts = "; ".join(f"{label(s)}: {number(states.count(s))}" for s in Handshake if states.count(s))
    return _("Zo noemen programma's en gemeenten elkaar: {counts}.").format(counts=counts)


def handshake_legend(pairs: Sequence[Pair]) -> Markup:
    """The states, what they mean, and how many pairs have each."""
    states = [p.state for p in pairs]
    entries = ((swatched(HANDSHAKE_STYLE[s], label(s)), number(states.count(s)), definition(s)) for s in _FIRST)
    return legend(_("Legenda"), (_("Stand"), _("Aantal"), _("Betekenis")), entries, style="legend words")


def handshake_view(ds: Dataset, pairs: Sequence[Pair]) -> MapView:
    """The map of today; a municipality that nobody named is left pale."""
    report = status_at(ds, today())
    known = {r.code for r in report.rows}
    values: dict[str, int] = {}
    for pair in pairs:
        if pair.municipality in known:
            place = _FIRST.index(pair.state)
            values[pair.municipality] = min(place, values.get(pair.municipality, place))
    return MapView(
        division=report.division.id,
        classes=tuple(AreaClass(label(s), HANDSHAKE_STYLE[s]) for s in _FIRST),
        values=values,
        outlines={r.code: r.duup_number for r in report.rows},
        title=_("Kaart: wie noemt wie"),
        description=handshake_words(pairs),
    )
