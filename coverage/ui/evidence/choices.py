"""The choices on the page on coverage: layer, outlines, region and borders; each is in the address."""

from __future__ import annotations

from coverage.dataset import Dataset
from coverage.geography.lineage import divisions
from coverage.i18n import _, label
from coverage.ui.bound import pick, pick_from
from coverage.ui.params.evidence import DIVISION, LAYER, OUTLINE, REGION, SAME_AS_DATE
from coverage.vocabulary import Layer


def layer_choice() -> Layer:
    """What the map shows."""
    words = {x: label(x) for x in (Layer.PROVISION, Layer.MONEY, Layer.RULE, Layer.USE, Layer.NATIONAL)}
    layer: Layer = pick(_("Wat toont de kaart?"), LAYER, words)
    return layer


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
