"""What a typed name can mean: the municipalities and other places of that name, narrowed by what stands beside it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TypeVar

from coverage.dataset import Dataset
from coverage.geography.spelling import (
    ANNEXES,
    ARTICLES,
    MUNICIPALITY,
    OTHER_KINDS,
    code_in,
    key,
    peel,
    without_article,
)
from coverage.vocabulary import PlaceKind

MOST_ADDITIONS = 3
MOST_SUGGESTIONS = 5
ALIKE = 0.8  # share of letters in common from which a name is suggested: a wrong suggestion is worse than none
_PROVINCE_BEHIND = re.compile(r"\s*\([^()]*\)$")
_FIRST_OF_SEVERAL = re.compile(r"(.+?)(?:, | en |-).+")
_WORD = re.compile(r"\b\w+")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Place:
    """A name that is no municipality; ``code`` is the municipality in which a village lies, else empty."""

    kind: PlaceKind
    code: str


@dataclass(frozen=True, slots=True)
class SpellingReading:
    """The codes and the other places that a text can mean."""

    codes: frozenset[str] = frozenset()
    places: tuple[Place, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.codes or self.places)


Narrow = Callable[[SpellingReading], SpellingReading]


@dataclass(frozen=True, slots=True)
class Spellings:
    """What is known, by the key of a spelling; ``lies_in`` gives the provinces of a code, ``went_into`` the
    municipalities that hold the territory of a former one."""

    names: Mapping[str, str]
    exact: dict[str, frozenset[str]]
    short: tuple[dict[str, frozenset[str]], ...]  # tried in this order when nothing is called exactly so
    annexed: Mapping[str, frozenset[str]]
    places: Mapping[str, tuple[Place, ...]]
    provinces: Mapping[str, str]
    lies_in: Mapping[str, set[str]]
    went_into: Mapping[str, frozenset[str]]

    def one_place(self, one: str, other: str) -> bool:
        """Whether one of the two went into the other: Sneek and Súdwest-Fryslân."""
        return other in self.went_into.get(one, ()) or one in self.went_into.get(other, ())


def spellings(ds: Dataset, lies_in: Mapping[str, set[str]], went_into: Mapping[str, frozenset[str]]) -> Spellings:
    """All spellings of the package; ``lies_in`` gives code -> provinces, for former municipalities too."""
    known, variants, places = ds.table("municipalities"), ds.table("municipality_variants"), ds.table("places")
    names = dict(zip(known["code"], known["name"], strict=True))
    spelt = [(name, code) for code, name in names.items()]
    spelt += zip(variants["variant"], variants["code"], strict=True)
    bare = [(_PROVINCE_BEHIND.sub("", name), code) for name, code in spelt]
    provinces = {key(p): p for p in known["province"] if p}
    provinces |= {key(r.name): r.means for r in places.itertuples() if r.kind == PlaceKind.PROVINCE and r.means}
    return Spellings(
        names=names,
        exact=_codes((key(name), code) for name, code in spelt),
        short=(
            _codes((key(name), code) for name, code in bare),
            _codes((without_article(name), code) for name, code in bare),
        ),
        annexed=_codes((key(m[1]), code) for name, code in bare if (m := _FIRST_OF_SEVERAL.fullmatch(name))),
        places=_grouped(
            [
                *((key(r.name), Place(PlaceKind(r.kind), r.code or "")) for r in places.itertuples()),
                *(
                    (key(_PROVINCE_BEHIND.sub("", name)), Place(PlaceKind.REGION, ""))
                    for name in ds.table("areas")["name"]
                ),
            ]
        ),
        provinces=provinces,
        lies_in=lies_in,
        went_into=went_into,
    )


def read_spelling(known: Spellings, text: str, additions: int = MOST_ADDITIONS) -> SpellingReading:
    """What a text means: a name as it stands, or else a name with additions that choose or do not contradict it."""
    name = key(text)
    if (code := code_in(text)) and code in known.names:
        return SpellingReading(frozenset({code}))
    here = SpellingReading(known.exact.get(name) or known.short[0].get(name) or frozenset(), known.places.get(name, ()))
    if here or not (name and additions):
        return here
    for rest, addition, apart in peel(text):
        if key(addition) in ARTICLES and (turned := read_spelling(known, f"{addition} {rest}", 0)):
            return turned
        narrow = _narrow(known, addition, apart)
        if narrow and (found := narrow(_named(known, rest, addition, additions - 1))):
            return found
    return SpellingReading(known.short[1].get(name, frozenset()))


def _named(known: Spellings, rest: str, addition: str, additions: int) -> SpellingReading:
    """What stands before an addition; "with annexes" also makes Haarlemmerliede of Haarlemmerliede en Spaarnwoude."""
    if key(addition) in ANNEXES and (codes := known.annexed.get(key(rest))) and key(rest) not in known.exact:
        return SpellingReading(codes)
    return read_spelling(known, rest, additions)


def _narrow(known: Spellings, addition: str, apart: bool) -> Narrow | None:
    """What an addition does to the reading of what it was added to; None when it says nothing that we know."""
    words = key(addition)
    if words in MUNICIPALITY or words in ANNEXES:
        return lambda r: SpellingReading(r.codes) if r.codes else r
    if kind := OTHER_KINDS.get(words):
        return lambda r: _of_kind(r, kind)
    province = known.provinces.get(words)
    others = read_spelling(known, addition, 1) if apart or code_in(addition) else SpellingReading()
    codes = others.codes | {p.code for p in others.places if p.code}
    if province is None and not codes:
        return None

    def fits(code: str) -> bool:
        beside = code in codes or any(known.one_place(code, other) for other in others.codes)
        return beside or (bool(code) and province in known.lies_in.get(code, ()))

    return lambda r: SpellingReading(frozenset(filter(fits, r.codes)), tuple(p for p in r.places if fits(p.code)))


def _of_kind(r: SpellingReading, kind: PlaceKind) -> SpellingReading:
    """The places of a kind; one of which only this kind is known when no such place is in the tables."""
    places = tuple(p for p in r.places if p.kind is kind)
    return SpellingReading(places=places or (Place(kind, ""),)) if r else r


def municipalities_like(known: Spellings, text: str) -> tuple[str, ...]:
    """Codes of municipalities with a word that begins with what was typed, then of those that are spelt like it.

    Additions are taken off first, and what they contradict is not among them. Spelt like it is only what begins with
    the same letter: Lutten is not Putten. Letters that sound the same count as one: Zutfen is Zutphen.
    """
    core, fits = _core(known, text)
    if len(core) < 3:
        return ()
    holding = _with_word(known, lambda word: word.startswith(core))
    sounds: dict[str, list[str]] = {}
    for name, named in (known.exact | known.short[0]).items():
        if name.startswith(core[0]):
            sounds.setdefault(_sound(name), []).extend(sorted(named))
    alike = get_close_matches(_sound(core), sounds, n=2 * MOST_SUGGESTIONS, cutoff=ALIKE)
    codes = dict.fromkeys([*holding, *(code for k in alike for code in sounds[k])])
    return tuple(code for code in codes if fits(SpellingReading(frozenset({code}))))[:MOST_SUGGESTIONS]


def _sound(name: str) -> str:
    return name.replace("ph", "f").replace("ij", "y").replace("th", "t").replace("ck", "k")


def municipalities_with(known: Spellings, text: str) -> tuple[str, ...]:
    """Codes of municipalities that have what was typed as a word or words of their name: Alphen aan den Rijn."""
    core, fits = _core(known, text)
    whole = re.compile(rf"\b{re.escape(core)}\b")
    codes = [code for code, name in known.names.items() if whole.search(" ".join(map(key, _WORD.findall(name))))]
    return tuple(code for code in codes if fits(SpellingReading(frozenset({code}))))[:MOST_SUGGESTIONS]


def _with_word(known: Spellings, fits: Callable[[str], bool]) -> list[str]:
    """Codes of names that fit from some word on, those that fit from the first word first."""
    keys = {code: [key(name[m.start() :]) for m in _WORD.finditer(name)] for code, name in known.names.items()}
    found = [code for code, words in keys.items() if any(map(fits, words))]
    return sorted(found, key=lambda code: (not fits(keys[code][0]), keys[code][0]))


def _core(known: Spellings, text: str) -> tuple[str, Narrow]:
    """The key of what remains when additions are taken off, and what these leave of a reading."""
    narrow: Narrow = lambda r: r  # noqa: E731
    for _ in range(MOST_ADDITIONS):
        for rest, addition, apart in peel(text):
            if key(rest) and (added := _narrow(known, addition, apart)):
                text, narrow = rest, _both(narrow, added)
                break
        else:
            break
    return key(text), narrow


def _both(first: Narrow, second: Narrow) -> Narrow:
    return lambda r: second(first(r))


def _codes(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    return {k: frozenset(codes) for k, codes in _grouped(pairs).items()}


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    found: dict[str, list[T]] = {}
    for k, value in pairs:
        if value not in found.setdefault(k, []):
            found[k].append(value)
    return {k: tuple(values) for k, values in found.items()}
