"""From what a reader types, or a link holds, to a municipality: current, former, or spelt another way."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from babel.lists import format_list

from coverage.dataset import Dataset, Geography
from coverage.dataset.divisions import PIECES_FROM
from coverage.dataset.memo import per_geography, per_snapshot
from coverage.dates import today
from coverage.geography.lineage import Lineage, division_at, lineage
from coverage.geography.postcode import is_postcode
from coverage.geography.readings import (
    Place,
    SpellingReading,
    Spellings,
    municipalities_like,
    municipalities_with,
    read_spelling,
    spellings,
)
from coverage.i18n import _, day, label, language
from coverage.vocabulary import PlaceKind

LONGEST = 100  # characters; the longest name has under 40


class NameProblem(ValueError):
    """What was typed does not name one municipality; the message, for readers, says what to do."""


class UnknownMunicipality(NameProblem):
    """No municipality of 2011 or later is called so; ``suggestions`` are names that look like it, best first."""

    def __init__(self, text: str, suggestions: tuple[str, ...] = (), known_as: str = "") -> None:
        self.suggestions = suggestions
        message = known_as or _("Er is geen gemeente gevonden met de naam of code “{text}”.").format(text=text)
        unsaid = tuple(name for name in suggestions if name not in known_as)
        if unsaid:
            message += " " + _("Misschien {names}?").format(names=_listed(unsaid, "or"))
        super().__init__(message if text else _("Typ de naam of de code van een gemeente."))


class NotAMunicipality(UnknownMunicipality):
    """What was typed is known, and is no municipality: ``kind`` says what it is.

    ``suggestions`` are, for a village, the municipalities in which places of this name lie.
    """

    def __init__(self, text: str, kind: PlaceKind, holders: tuple[str, ...] = (), like: tuple[str, ...] = ()) -> None:
        self.kind = kind
        if holders:
            words = _("“{text}” is geen gemeente, maar een plaats in {holders}.").format(
                text=text, holders=_listed(holders)
            )
        else:
            words = _("“{text}” is geen gemeente, maar een {kind}. Typ de naam van een gemeente.").format(
                text=text, kind=label(kind)
            )
        super().__init__(text, tuple(dict.fromkeys([*like, *holders])), words)


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
    """The municipality that a name, another spelling, a former name, an identifier or a CBS code means.

    Case, accents, punctuation and spaces do not matter; neither do additions (gemeente, a province, c.a.), as long as
    what remains is one municipality that the addition does not contradict. ``on`` is the date whose borders the
    explanation speaks of; None is today. Raises UnknownMunicipality (NotAMunicipality when the name
    is known for something else) or AmbiguousMunicipality.
    """
    known = _known(ds)
    typed = _visible(text[:LONGEST])
    if "://" in typed:  # an identifier of a register of names: its last part
        typed = typed.rstrip("/").rpartition("/")[2]
    found = read_spelling(known, typed) if len(text) <= LONGEST else SpellingReading()
    if len(found.codes) == 1:
        return _match(ds, next(iter(found.codes)), on)
    if found.codes:
        raise AmbiguousMunicipality(typed, tuple(known.names[code] for code in sorted(found.codes)))
    if is_postcode(typed):
        raise UnknownMunicipality(typed, (), no_postcodes(typed))
    if found.places:
        raise _not_a_municipality(known, typed, found.places)
    raise UnknownMunicipality(_clipped(typed), tuple(known.names[code] for code in municipalities_like(known, typed)))


def no_postcodes(typed: str) -> str:
    """What there is to say about a postcode."""
    return _(
        "“{text}” is een postcode. We hebben geen tabel die postcodes aan gemeenten koppelt. Typ de naam van de "
        "gemeente of van de plaats."
    ).format(text=typed)


def _not_a_municipality(known: Spellings, typed: str, places: tuple[Place, ...]) -> NotAMunicipality:
    kind = places[0].kind
    if kind is not PlaceKind.VILLAGE:
        return NotAMunicipality(typed, kind)
    holders = tuple(dict.fromkeys(known.names[p.code] for p in places if p.code))
    return NotAMunicipality(typed, kind, holders, tuple(known.names[c] for c in municipalities_with(known, typed)))


def sort_key(name: str) -> str:
    """Alphabetical order as in a Dutch register: 's-Hertogenbosch under H, accents ignored."""
    letters = unicodedata.normalize("NFKD", name.removeprefix("'s-").removeprefix("'t ")).casefold()
    return "".join(c for c in letters if not unicodedata.combining(c))


@per_snapshot(maxsize=1)
def _known(ds: Dataset) -> Spellings:
    """All spellings, where a former municipality lies in the provinces of the ones that hold its territory now."""
    table = ds.table("municipalities")
    province = {r.code: r.province for r in table.itertuples() if r.province}
    lies_in = {code: {p} for code, p in province.items()}
    went_into = {}
    for code in table["code"]:
        holders = _codes_in(lineage(ds), code, _pieces_of(ds, code), division_at(ds, today()).id)
        if holders != (code,):
            went_into[code] = frozenset(holders)
        lies_in.setdefault(code, {province[holder] for holder in holders if holder in province})
    return spellings(ds, lies_in, went_into)


def _visible(text: str) -> str:
    """The text without control characters and direction marks, which would garble a message."""
    kept = (c for c in text if c.isspace() or not unicodedata.category(c).startswith("C"))
    return " ".join("".join(kept).split())


def _clipped(text: str) -> str:
    return text if len(text) <= LONGEST // 2 else text[: LONGEST // 2] + "…"


def _match(ds: Dataset, code: str, on: date | None) -> Match:
    line, names = lineage(ds), _known(ds).names
    shown = division_at(ds, on or today())
    valid_from, valid_to = _lives(ds)[code]
    pieces = _pieces_of(ds, code)
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
        explanation = words.format(
            name=names[code], day=day(moment), holders=_listed(names[h] for h in holders), division=shown.label
        )
    return Match(code, names[code], explanation, pieces, line)


@per_geography(maxsize=1)
def _lives(ds: Geography) -> dict[str, tuple[date | None, date | None]]:
    known = ds.table("municipalities")
    return dict(zip(known["code"], zip(known["valid_from"], known["valid_to"], strict=True), strict=True))


def _pieces_of(ds: Geography, code: str) -> tuple[str, ...]:
    """The pieces that a municipality was, or went into, last; largest share first."""
    line, (valid_from, valid_to) = lineage(ds), _lives(ds)[code]
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
