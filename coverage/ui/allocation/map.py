"""The map of amounts: municipalities coloured by their DUUP region, with its legend."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from markupsafe import Markup

from coverage.analysis.allocation.classes import Interval, diverging, place, rounded, sequential
from coverage.analysis.allocation.result import Allocation
from coverage.dataset import Dataset
from coverage.i18n import _, number
from coverage.ui.map.component import clicked_area
from coverage.ui.map.legend import legend_marks
from coverage.ui.map.view import AreaClass, MapView
from coverage.ui.pieces import legend, swatched
from coverage.vocabulary import Style

HEIGHT = 560  # pixels, of the map
LIGHT, DARK = "#1b1f24", "#ffffff"
SCALE = (
    Style("#e9f2f7", "", LIGHT), Style("#a5c9dc", "", LIGHT), Style("#6aa0bf", "", LIGHT),
    Style("#2f7395", "", DARK), Style("#0a3f57", "", DARK),
)  # fmt: skip
AROUND = (  # lines for less: without colour it is as light as more
    Style("#a4480f", "", DARK), Style("#f0bd93", "lines", LIGHT), Style("#f4f4f1", "", LIGHT),
    Style("#a2cae0", "", LIGHT), Style("#08435a", "", DARK),
)  # fmt: skip


@dataclass(frozen=True)
class Choropleth:
    """A value per region (number), its classes, and how values and borders are printed."""

    values: Mapping[int, Fraction]
    words: Mapping[int, str]
    classes: Sequence[Interval]
    styles: Sequence[Style]
    border: Callable[[Fraction], str]
    around: bool = False

    def style(self, region: int) -> Style:
        """How a region is drawn."""
        return self.styles[place(self.values[region], self.classes)]


def by_size(
    values: Mapping[int, Fraction], words: Mapping[int, str], places: int, border: Callable[[Fraction], str]
) -> Choropleth:
    """From light to dark; ``places`` is the number of decimals with which values are printed."""
    printed = dict(zip(values, rounded(list(values.values()), places), strict=True))
    classes = sequential(list(printed.values()))
    styles = SCALE if len(classes) > 3 else SCALE[2:] if len(classes) == 3 else (SCALE[1], SCALE[3])
    return Choropleth(printed, words, classes, styles, border)


def by_sign(values: Mapping[int, Fraction], words: Mapping[int, str], border: Callable[[Fraction], str]) -> Choropleth:
    """Brown for less, blue for more, pale for the same."""
    return Choropleth(values, words, diverging(list(values.values())), AROUND, border, around=True)


def amounts_view(
    ds: Dataset, allocation: Allocation, picture: Choropleth, *, region: int, title: str, description: str
) -> MapView:
    """What the map shows of the regions; a choice on it is for :func:`clicked_before` of the run that follows.

    Every region is a class of its own, so that pointing at a municipality names its region and amount.
    """
    basis = allocation.basis
    index = {n: i for i, n in enumerate(basis.names)}
    centres = ds.table("duup_regions").set_index("number")["centre_code"]
    return MapView(
        division=basis.division_id,
        classes=tuple(AreaClass(f"{name}: {picture.words[n]}", picture.style(n)) for n, name in basis.names.items()),
        values={m.code: index[m.region] for m in basis.municipalities},
        marks={m.code: "u" for m in basis.uncertain},
        mark_labels={"u": legend_marks()["u"]},
        outlines={m.code: m.region for m in basis.municipalities},
        selected=str(centres[region]),
        title=title,
        description=description,
    )


def clicked_before(allocation: Allocation, key: str) -> int | None:
    """The region that the click asks for which caused this run, known before the map itself is drawn again."""
    code = clicked_area(key)
    return next((m.region for m in allocation.basis.municipalities if m.code == code), None)


def region_legend(allocation: Allocation, picture: Choropleth, title: str) -> Markup:
    """Colours with their borders and the number of regions in each."""
    count = [sum(place(v, picture.classes) == i for v in picture.values.values()) for i in range(len(picture.classes))]
    entries = (
        (swatched(style, _words(c, picture)), number(n))
        for c, style, n in zip(picture.classes, picture.styles, count, strict=False)
    )
    uncertain = len(allocation.basis.uncertain)
    note = Markup('<ul class="marks"><li><span class="mark mark-u" aria-hidden="true"></span>{} ({})</li></ul>').format(
        legend_marks()["u"], number(uncertain)
    )
    return legend(title, (_("Klasse"), _("Regio's")), entries) + (note if uncertain else Markup(""))


def _words(c: Interval, picture: Choropleth) -> str:
    """The borders of a class; around nothing they are said as more and less."""
    low, high, border = c.low, c.high, picture.border
    if low is not None and low == high:
        return border(low) if low else _("gelijk")
    if low is None:
        return _("meer dan {border} eraf").format(border=border(abs(high or Fraction(0))))
    if high is None:
        return _("{border} of meer erbij").format(border=border(low))
    if picture.around:
        return (_("tot {border} erbij") if low == 0 else _("tot en met {border} eraf")).format(
            border=border(max(-low, high))
        )
    return _("{low} tot {high}").format(low=border(low), high=border(high))
