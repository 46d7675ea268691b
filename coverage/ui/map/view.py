"""What the map shows, and the few kilobytes that say so to the browser."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from string import ascii_letters, digits

import xyzservices.providers

from coverage.dataset import current
from coverage.geography.web import geometry_codes, geometry_file
from coverage.ui.web.files import FROM_FRAME
from coverage.vocabulary import Style

ALPHABET = digits + ascii_letters
MARKS = frozenset("dpu")


@dataclass(frozen=True)
class AreaClass:
    """One entry of the legend: its words and how its areas are drawn."""

    label: str
    style: Style


@dataclass(frozen=True)
class MapView:
    """What the map shows at one moment.

    ``values`` gives municipality code -> index in ``classes``; a municipality without a value is drawn
    pale. ``marks`` gives code -> letters: ``u`` (drawn as a dashed outline), ``d`` (ring) and ``p``
    (half disc), whose words are in ``mark_labels``. Borders between municipalities with different
    ``outlines`` are drawn thick. ``notes`` adds a short text per code. ``title`` names the map and
    ``description`` says what it shows, for readers who do not see it.
    """

    division: str
    classes: tuple[AreaClass, ...]
    values: Mapping[str, int]
    title: str
    description: str
    marks: Mapping[str, str] = field(default_factory=dict)
    mark_labels: Mapping[str, str] = field(default_factory=dict)
    outlines: Mapping[str, int | str] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    selected: str | None = None
    background: bool = False


def payload(view: MapView) -> dict[str, object]:
    """What goes to the browser for a view: lists of words, and one character per municipality.

    Raises ValueError for a code that the division does not have, a class, mark or group out of range.
    """
    ds = current()  # the snapshot of this run
    file, codes = geometry_file(ds, view.division), geometry_codes(ds, view.division)
    unknown = (view.values.keys() | view.marks.keys() | view.outlines.keys()) - set(codes)
    if unknown:
        raise ValueError(f"division {view.division} has no municipality {', '.join(sorted(unknown))}")
    if any(not 0 <= index < len(view.classes) for index in view.values.values()):
        raise ValueError(f"a value lies outside the {len(view.classes)} classes of the map")
    if not set().union(*view.marks.values()) <= MARKS & view.mark_labels.keys():
        raise ValueError(f"marks are letters of {''.join(sorted(MARKS))} with a text in mark_labels")
    marks = _distinct(view.marks.values())
    groups = _distinct(view.outlines.values())
    content: dict[str, object] = {
        "geometry": FROM_FRAME + file.url_name,
        "title": view.title,
        "description": view.description,
        "classes": [{"label": c.label, **_drawn_as(c.style)} for c in view.classes],
        "values": _pack(view.values.get(code) for code in codes),
        "marks": marks,
        "marked": _pack(_index(marks, view.marks.get(code)) for code in codes),
        "markLabels": dict(view.mark_labels),
        "groups": _pack(_index(groups, view.outlines.get(code)) for code in codes) if groups else "",
        "notes": _places(view.notes, codes),
        "selected": view.selected,
        "background": _background() if view.background else None,
    }
    return content | {"id": sha256(json.dumps(content).encode()).hexdigest()[:12]}


def _distinct(values: Iterable[int | str]) -> list[int | str]:
    found = sorted(set(values), key=str)
    if len(found) > len(ALPHABET):
        raise ValueError(f"the map can tell {len(ALPHABET)} groups apart, not {len(found)}")
    return found


def _places(notes: Mapping[str, str], codes: tuple[str, ...]) -> dict[str, list[int]]:
    """Note -> places in ``codes``, since many municipalities have the same."""
    found: dict[str, list[int]] = {}
    for place, code in enumerate(codes):
        if note := notes.get(code):
            found.setdefault(note, []).append(place)
    return found


def _index(values: list[int | str], value: int | str | None) -> int | None:
    return None if value is None else values.index(value)


def _drawn_as(style: Style) -> dict[str, str]:
    """A style without what is as usual: no pattern, dark ink."""
    usual = asdict(Style(""))
    return {name: value for name, value in asdict(style).items() if value != usual[name]}


def _pack(indices: Iterable[int | None]) -> str:
    """One character per municipality; ``-`` for none."""
    return "".join("-" if index is None else ALPHABET[index] for index in indices)


def _background() -> dict[str, str]:
    tiles = xyzservices.providers.nlmaps.grijs
    return {"url": tiles.build_url(), "attribution": tiles.attribution}
