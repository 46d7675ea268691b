"""The layers of money, rules and use in sentences."""

from __future__ import annotations

from coverage.analysis.layers.states import LayerReport
from coverage.analysis.moments import band_on
from coverage.dataset import Dataset
from coverage.i18n import _, day, label, number, sentence_case
from coverage.vocabulary import Layer


def layer_answer(ds: Dataset, found: LayerReport) -> str:
    """What a layer says on its date, in words; also the description of its map."""
    counts, total = found.counts(), len(found.rows)
    if found.layer is Layer.MONEY:
        band = band_on(ds, found.on)
        first = (
            _("Op {date} gold {scheme}.").format(date=day(found.on), scheme=label(band.scheme))
            if band.scheme
            else _("Op {date} gold geen rijksregeling.").format(date=day(found.on))
        )
    else:
        first = _("Stand op {date}.").format(date=day(found.on))
    parts = [
        _("{state}: {count} van de {all} gemeenten.").format(
            state=sentence_case(label(s)),
            count=number(counts[s]),
            all=number(total),
        )
        for s in found.states
        if counts[s]
    ]
    return " ".join([first, *parts, _note(found.layer)])


def _note(layer: Layer) -> str:
    return {
        Layer.MONEY: _("Geld is nog geen programma."),
        Layer.RULE: _("Een regeling is nog geen programma."),
        Layer.USE: _("Geen cijfer betekent niet dat niemand meedeed."),
        Layer.NATIONAL: _("Dat zegt niets over hulp in een gemeente zelf."),
    }[layer]
