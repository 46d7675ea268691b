"""The municipalities of a map by name, under each entry of its legend: what a reader without the app has of it."""

from __future__ import annotations

from markupsafe import Markup

from coverage.analysis.naming import municipality_names
from coverage.dataset import Dataset
from coverage.geography.names import sort_key
from coverage.i18n import _, number
from coverage.ui.html import join
from coverage.ui.map.view import MapView


def named_areas(ds: Dataset, view: MapView) -> Markup:
    """Each class of the map folded, with its municipalities in the order of a register; empty classes are left out."""
    names = municipality_names(ds)
    found: list[list[str]] = [[] for _class in view.classes]
    for code, index in view.values.items():
        found[index].append(names[code])
    lists = join(
        Markup("<details><summary>{} ({})</summary><p>{}</p></details>").format(
            entry.label, number(len(inside)), ", ".join(sorted(inside, key=sort_key))
        )
        for entry, inside in zip(view.classes, found, strict=True)
        if inside
    )
    return Markup('<section class="named"><h2>{}</h2>{}</section>').format(_("Alle gemeenten"), lists)
