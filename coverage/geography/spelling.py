"""How names of municipalities are written: one key for every spelling of a name, and the words that stand beside it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from coverage.vocabulary import PlaceKind

# Words of the language, by their key. What is known about a place is in the tables, not here.
MUNICIPALITY = frozenset({
    "gemeente", "degemeente", "gemeentevan", "gem", "stad", "destad", "municipality", "municipalityof", "city",
    "cityof", "nl", "nederland", "netherlands", "thenetherlands",
})  # fmt: skip
ANNEXES = frozenset({"ca", "ac", "ea", "eo", "cumannexis", "omstreken", "omgeving", "deomgeving"})
ARTICLES = frozenset({"de", "den", "het", "it", "s", "t", "ten", "ter", "the"})
_REGION = (
    "regio", "deregio", "region", "streek", "gebied", "veiligheidsregio", "ggd", "ggdregio", "duupregio", "duvoregio",
    "arbeidsmarktregio", "jeugdregio", "zorgregio", "politieregio", "metropoolregio", "stadsregio", "noord",
    "noordoost", "oost", "zuidoost", "zuid", "zuidwest", "west", "noordwest", "midden", "centraal",
)  # fmt: skip
OTHER_KINDS = {
    **dict.fromkeys(("provincie", "prov", "province", "provinceof", "provincievan"), PlaceKind.PROVINCE),
    **dict.fromkeys(_REGION, PlaceKind.REGION),
    **dict.fromkeys(("dorp", "plaats", "woonplaats", "kern", "village"), PlaceKind.VILLAGE),
}
_IDENTIFIER = re.compile(r"(?:nl)?(?:imbag)?(?:gemeente|gm)?0*(\d{1,4})")
_ALIKE = tuple(
    (re.compile(pattern), word)
    for pattern, word in (
        (r"_", " "),
        (r"[&+]|\b(?:en|and)\b", " "),
        (r"\baan\s+de[nr]?\b|\ba\s*[/.]?\s*d(?:en|e)?\b\.?|\ba/", " aan "),
        (r"\bbij\s+de[nr]?\b|\bb\s*/\s*(?:d(?:en|e)?\b\.?)?|\bb\.\s*d\b\.?", " bij "),
        (r"\bo\s*/", " op "),
        (r"\bst\b", "sint"),
        (r"\bv\b(?!\w)", "van"),
    )
)
_BRACKETS = re.compile(r"(?P<rest>.*\S)\s*[(\[](?P<addition>[^()\[\]]+)[)\]]\.?")
_SEPARATOR = re.compile(r"\s*[,;:|]\s*|\s+[-–—/]\s+|(?<=\w{3})/(?=\w{3})")
_WORD_END = re.compile(r"[\s\-]+|(?<=\w\.)(?=\w{2})")
MOST_WORDS = 3  # words of an addition without a sign before it: "Bergen Noord Holland"


def key(text: str) -> str:
    """Letters a-z and digits only: ’s-Gravenhage, 'S GRAVENHAGE and sgravenhage are one, as are a/d and aan den."""
    letters = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()
    for pattern, word in _ALIKE:
        letters = pattern.sub(word, letters)
    return re.sub(r"[^a-z0-9]", "", letters).replace("ij", "y")


def code_in(text: str) -> str | None:
    """The CBS code that an identifier holds: GM0301, 301, NLGM0301, NL.IMBAG.GM0301, .../id/gemeente/gm0301."""
    found = _IDENTIFIER.fullmatch(key(text))
    return f"GM{int(found[1]):04}" if found else None


def without_article(text: str) -> str:
    """The key of a name without the article before it: De Bilt gives bilt."""
    first, _blank, rest = text.partition(" ")
    return key(rest) if rest and key(first) in ARTICLES else key(text.removeprefix("'s-").removeprefix("'t "))


def peel(text: str) -> Iterator[tuple[str, str, bool]]:
    """Ways to read a text as a name with one addition: (name, addition, whether a sign sets it apart).

    Brackets first, then what a comma or dash sets apart, behind or before the name, then words at either end.
    """
    if bracketed := _BRACKETS.fullmatch(text):
        yield bracketed["rest"], bracketed["addition"].strip(), True
    signs = [m for m in _SEPARATOR.finditer(text) if text[: m.start()].strip() and text[m.end() :].strip()]
    for sign in dict.fromkeys([*signs[-1:], *signs[:1]]):
        yield text[: sign.start()], text[sign.end() :], True
        yield text[sign.end() :], text[: sign.start()], True
    ends = [m for m in _WORD_END.finditer(text) if m.start() and m.end() < len(text)]
    for end in ends[: -MOST_WORDS - 1 : -1]:
        yield text[: end.start()], text[end.end() :], False
    for end in ends[:MOST_WORDS]:
        yield text[end.end() :], text[: end.start()], False
