"""The choices on the page on coverage: layer, outlines, region and borders; each is in the address."""

from __future__ import annotations

from datetime import date

from coverage.analysis.layers.states import LAYERS
from coverage.analysis.status import status_at
from coverage.dataset import Dataset
from coverage.dataset.memo import per_snapshot
from coverage.geography.lineage import divisions
from coverage.i18n import _, label
from coverage.ui.bound import pick, pick_from
from coverage.ui.params.evidence import DIVISION, LAYER, OUTLINE, REGION, SAME_AS_DATE
from coverage.ui.quiet import say_why_silent, telling
from coverage.vocabulary import Code, Layer


def layer_choice(ds: Dataset, on: date, max_age: int) -> Layer:
    """What the map shows; a layer that is the same everywhere is no choice, unless the address asks for it."""
    layer: Layer = pick(
        _("Wat toont de kaart?"), LAYER, telling(LAYER, _layer_words(), silent_layers(ds, on, max_age), LAYER.get())
    )
    return layer


def why_no_layer(ds: Dataset, on: date, max_age: int) -> None:
    """One line on the layers that were left out."""
    say_why_silent(LAYER, _layer_words(), silent_layers(ds, on, max_age), LAYER.get())


def _layer_words() -> dict[Layer, str]:
    return {x: label(x) for x in (Layer.PROVISION, Layer.MONEY, Layer.RULE, Layer.USE, Layer.NATIONAL)}


def silent_layers(ds: Dataset, on: date, max_age: int) -> dict[Layer, str]:
    """Layers in which every municipality has the same state, each with the reason in words."""
    return {
        layer: _("overal hetzelfde: {state}").format(state=label(state))
        for layer, state in _same_everywhere(ds, on, max_age).items()
    }


@per_snapshot(maxsize=128)
def _same_everywhere(ds: Dataset, on: date, max_age: int) -> dict[Layer, Code]:
    report = status_at(ds, on, max_age)
    found = {layer: [s for s, count in made(ds, report).counts().items() if count] for layer, made in LAYERS.items()}
    return {layer: states[0] for layer, states in found.items() if len(states) == 1}


def outline_choice() -> str:
    """Whose borders are drawn thick."""
    words = {"duup": _("DUUP-regio"), "duvo": _("DUVO-regio"), "provincie": _("provincie"), "geen": _("geen")}
    outline: str = pick(_("Dikke grenzen"), OUTLINE, words)
    return outline


def region_choice(ds: Dataset) -> str:
    """One DUUP region, or all of the country."""
    words = {"": _("heel Nederland"), **{n: n for n in ds.table("duup_regions")["name"]}}
    region: str = pick_from(_("Regio"), REGION, words)
    return region


def boundaries(ds: Dataset) -> str | None:
    """The municipal borders; None for those in force on the date."""
    words = {SAME_AS_DATE: _("zoals op de peildatum"), **{d.id: d.label for d in divisions(ds)}}
    return pick_from(_("Gemeentelijke indeling"), DIVISION, words) or None
