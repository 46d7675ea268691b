"""Values in the addresses of the pages on coverage and on white and blind spots."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TypeVar

from coverage.analysis.spots.steps import Level
from coverage.analysis.spots.white_spots import SPOTS
from coverage.dataset import current
from coverage.dates import today
from coverage.geography.lineage import divisions
from coverage.geography.region_names import UnknownRegion, region_names, resolve_region
from coverage.i18n import _
from coverage.ui.params import parse_date
from coverage.ui.state import BadValue, Param
from coverage.vocabulary import Layer, Status

C = TypeVar("C")

LAYERS = {"aanbod": Layer.PROVISION, "geld": Layer.MONEY, "regels": Layer.RULE, "gebruik": Layer.USE,
    "landelijk": Layer.NATIONAL,
}  # fmt: skip
OUTLINES = ("duup", "duvo", "provincie", "geen")
LISTS = {
    "landelijk": Status.UNKNOWN, "papier": Status.ASSIGNED_ONLY,  # words of addresses before November 2026
    **dict(zip(("wit", "blind", "aangewezen", "eerder", "regel"), SPOTS, strict=True)),
}  # fmt: skip
ORDERS = ("inwoners", "afstand", "regio")
LEVELS: tuple[Level, ...] = ("duup", "duvo")
PARTS = ("lijst", "regio", "kwetsbaar", "stappen", "voorrang")
SAME_AS_DATE = ""


def _choice(name: str, words: Mapping[str, C], default: str) -> Param[C]:
    """A value that is one of some words in the address."""

    def parse(text: str) -> C:
        if text not in words:
            raise BadValue(
                _("“{text}” kennen we niet bij {name}; kies uit {words}. We tonen nu {default}.").format(
                    text=text, name=name, words=", ".join(w for w in words if w), default=default or _("alles")
                )
            )
        return words[text]

    back = {value: word for word, value in words.items()}
    return Param(name, parse, lambda value: back[value], lambda: words[default])


def _same(words: tuple[str, ...]) -> dict[str, str]:
    return {w: w for w in words}


def _parse_region(text: str) -> str:
    ds = current()
    names = region_names(ds)
    try:
        return names[resolve_region(ds, text)]
    except UnknownRegion as problem:
        which = problem.suggestions or tuple(names.values())
        raise BadValue(
            _("“{text}” is geen DUUP-regio; kies uit {names}. We tonen nu heel Nederland.").format(
                text=text, names=", ".join(which)
            )
        ) from None


def _parse_division(text: str) -> str:
    words = (SAME_AS_DATE, *(d.id for d in divisions(current())))
    return _choice("indeling", _same(words), SAME_AS_DATE).parse(text)


def half_years_ahead() -> tuple[date, ...]:
    """30 June and 31 December of the coming five years: how far ahead evidence can be seen to grow old."""
    now = today()
    days = (date(year, month, last) for year in range(now.year, now.year + 6) for month, last in ((6, 30), (12, 31)))
    return tuple(day for day in days if day > now)[:10]


def _parse_ahead(text: str) -> date:
    known = {day.isoformat(): day for day in half_years_ahead()}
    if text not in known:
        raise BadValue(
            _("“{text}” is geen dag om naar vooruit te kijken; kies uit {days}.").format(
                text=text, days=", ".join(known)
            )
        )
    return known[text]


def _parse_earlier(text: str) -> date | None:
    if not text:
        return None
    try:
        return parse_date(text)
    except BadValue:
        message = _(
            "“{text}” is geen datum om mee te vergelijken; schrijf bijvoorbeeld 2013-07-01. We vergelijken nu niet."
        )
        raise BadValue(message.format(text=text)) from None


LAYER: Param[Layer] = _choice("laag", LAYERS, "aanbod")
OUTLINE: Param[str] = _choice("grens", _same(OUTLINES), "duup")
DIVISION: Param[str] = Param("indeling", _parse_division, str, lambda: SAME_AS_DATE)
REGION: Param[str] = Param("regio", _parse_region, str, str)
AHEAD: Param[date] = Param("vooruit", _parse_ahead, date.isoformat, lambda: half_years_ahead()[2])
EARLIER: Param[date | None] = Param("vergelijk", _parse_earlier, lambda d: d.isoformat() if d else "", lambda: None)
LIST: Param[Status | None] = _choice("lijst", {"": None, **LISTS}, "")
ORDER: Param[str] = _choice("volgorde", _same(ORDERS), "inwoners")
PART: Param[str] = _choice("deel", _same(PARTS), "lijst")
LEVEL: Param[str] = _choice("regios", _same(LEVELS), "duup")
