"""From what a reader types, or a link holds, to a municipality: current, former, or spelt another way."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from difflib import get_close_matches

from babel.lists import format_list

from coverage.dataset import Dataset
from coverage.dataset.memo import per_snapshot
from coverage.geography.lineage import DIVISIONS, PIECES_FROM, Lineage, division_at, lineage
from coverage.i18n import _, day, language

LONGEST = 100  # characters; the longest name has under 40
MOST_SUGGESTIONS = 5
_CODE = re.compile(r"(?:gm)?0*(\d{1,4})")
_SUFFIX = re.compile(r"\s*\([^()]*\)$")


class NameProblem(ValueError):
    """What was typed does not name one municipality; the message, for readers, says what to do."""


class UnknownMunicipality(NameProblem):
    """No municipality of 2011 or later is called so; ``suggestions`` are names that look like it, best first."""

    def __init__(self, text: str, suggestions: tuple[str, ...] = ()) -> None:
        self.suggestions = suggestions
        message = _("Er is geen gemeente gevonden met de naam of code “{text}”.").format(text=text)
        if suggestions:
            message += " " + _("Misschien {names}?").format(names=_listed(suggestions, "or"))
        super().__init__(message if text else _("Typ de naam of de code van een gemeente."))


class AmbiguousMunicipality(NameProblem):
    """More than one municipality is called so; ``candidates`` are their full names."""

    def __init__(self, text: str, candidates: tuple[str, ...]) -> None:
        self.candidates = candidates
        names = _listed(candidates)
        super().__init__(
            _("Er is meer dan één gemeente met de naam “{text}”: {names}. Typ de naam met de toevoeging.").format(
                text=text, names=names
            )
        )


@dataclass(frozen=True, slots=True)
class Match:
    """The municipality meant: the code and name it had, also when it does not exist (any more) on the date.

    ``explanation`` tells readers where a former (or later) municipality is found on the map of the date;
    it is empty when the municipality itself is on that map.
    """

    code: str
    name: str
    explanation: str
    _pieces: tuple[str, ...] = field(repr=False)
    _lineage: Lineage = field(repr=False, compare=False)

    def codes_in(self, division_id: str) -> tuple[str, ...]:
        """The municipality itself, or else those of the division that hold its territory, largest share first."""
        return _codes_in(self._lineage, self.code, self._pieces, division_id)


def resolve(ds: Dataset, text: str, on: date | None = None) -> Match:
    """The municipality that a name, another spelling, a former name or a CBS code means.

    Case, accents, punctuation and spaces do not matter. ``on`` is the date whose borders the explanation
    speaks of; None is the newest division. Raises UnknownMunicipality or AmbiguousMunicipality.
    """
    index = _index(ds)
    typed = _visible(text[:LONGEST])
    key = _key(typed)
    if (number := _CODE.fullmatch(key)) and (code := f"GM{int(number[1]):04}") in index.names:
        return _match(ds, code, on)
    codes = index.exact.get(key) or index.bare.get(key) or () if len(text) <= LONGEST else ()
    if not codes:
        raise UnknownMunicipality(_clipped(typed), _suggestions(index, key))
    if len(codes) > 1:
        raise AmbiguousMunicipality(typed, tuple(index.names[code] for code in codes))
    return _match(ds, codes[0], on)


def sort_key(name: str) -> str:
    """Alphabetical order as in a Dutch register: 's-Hertogenbosch under H, accents ignored."""
    letters = unicodedata.normalize("NFKD", name.removeprefix("'s-").removeprefix("'t ")).casefold()
    return "".join(c for c in letters if not unicodedata.combining(c))


@dataclass(frozen=True, slots=True)
class _Index:
    """Codes by the key of a full spelling, and of one without its addition; names and lives (from, to) by code."""

    exact: dict[str, tuple[str, ...]]
    bare: dict[str, tuple[str, ...]]
    names: dict[str, str]
    lives: dict[str, tuple[date | None, date | None]]


@per_snapshot(maxsize=1)
def _index(ds: Dataset) -> _Index:
    known, variants = ds.table("municipalities"), ds.table("municipality_variants")
    names = dict(zip(known["code"], known["name"], strict=True))
    spellings = [(name, code) for code, name in names.items()]
    spellings += zip(variants["variant"], variants["code"], strict=True)
    return _Index(
        exact=_grouped((_key(name), code) for name, code in spellings),
        bare=_grouped((_key(_SUFFIX.sub("", name)), code) for name, code in spellings),
        names=names,
        lives=dict(zip(known["code"], zip(known["valid_from"], known["valid_to"], strict=True), strict=True)),
    )


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for key, code in pairs:
        found.setdefault(key, set()).add(code)
    return {key: tuple(sorted(codes)) for key, codes in found.items()}


def _key(text: str) -> str:
    """Letters a-z and digits only: ’s-Gravenhage, 'S GRAVENHAGE and sgravenhage are one."""
    letters = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()
    letters = re.sub(r"\bst\b", "sint", re.sub(r"^\s*gemeente\s", "", letters))
    return re.sub(r"[^a-z0-9]", "", letters)


def _visible(text: str) -> str:
    """The text without control characters and direction marks, which would garble a message."""
    kept = (c for c in text if c.isspace() or not unicodedata.category(c).startswith("C"))
    return " ".join("".join(kept).split())


def _clipped(text: str) -> str:
    return text if len(text) <= LONGEST // 2 else text[: LONGEST // 2] + "…"


def _suggestions(index: _Index, key: str) -> tuple[str, ...]:
    """Names that hold what was typed, then names that are spelt like it."""
    if len(key) < 3:
        return ()
    holding = sorted((k for k in index.exact if key in k), key=lambda k: (not k.startswith(key), k))
    alike = get_close_matches(key, index.exact, n=2 * MOST_SUGGESTIONS, cutoff=0.7)
    codes = dict.fromkeys(code for k in [*holding, *alike] for code in index.exact[k])
    return tuple(index.names[code] for code in codes)[:MOST_SUGGESTIONS]


def _match(ds: Dataset, code: str, on: date | None) -> Match:
    index, line = _index(ds), lineage(ds)
    shown = division_at(on) if on else DIVISIONS[-1]
    valid_from, valid_to = index.lives[code]
    pieces = _territory(line, code, valid_from, valid_to)
    holders = _codes_in(line, code, pieces, shown.id)
    explanation = ""
    if code not in holders:
        if valid_to and valid_to <= shown.valid_from:
            moment = valid_to
            words = _(
                "De gemeente {name} bestaat sinds {day} niet meer. "
                "Het gebied hoort bij {holders} (indeling {division})."
            )
        else:
            moment = valid_from or date.min
            words = _("De gemeente {name} bestaat pas sinds {day}. Daarvoor was het {holders} (indeling {division}).")
        names = _listed(index.names[holder] for holder in holders)
        explanation = words.format(name=index.names[code], day=day(moment), holders=names, division=shown.label)
    return Match(code, index.names[code], explanation, pieces, line)


def _territory(line: Lineage, code: str, valid_from: date | None, valid_to: date | None) -> tuple[str, ...]:
    """The pieces that a municipality was, or went into, last; largest share first."""
    last = valid_to - timedelta(days=1) if valid_to else max(valid_from or PIECES_FROM, PIECES_FROM)
    if last >= PIECES_FROM:
        return tuple(sorted(line.territory(code, last).pieces))
    shares = line.pieces(code, last)
    return tuple(sorted(shares, key=lambda piece: (-shares[piece], piece)))


def _codes_in(line: Lineage, code: str, pieces: tuple[str, ...], division_id: str) -> tuple[str, ...]:
    composition = line.composition(division_id)
    return (code,) if code in composition.values() else tuple(dict.fromkeys(composition[p] for p in pieces))


def _listed(names: Iterable[str], style: str = "standard") -> str:
    return format_list(list(names), style=style, locale=language())  # type: ignore[arg-type]
