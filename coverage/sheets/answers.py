"""What people answer on a sheet, in their own words: ja, klopt, x, gedeeltelijk."""

from __future__ import annotations

from coverage.vocabulary import Agrees, Code

_WORDS: dict[Agrees, tuple[str, ...]] = {
    Agrees.YES: (
        "ja", "j", "y", "x", "v", "✓", "✔", "ok", "oke", "okay", "klopt", "dit klopt", "het klopt", "juist", "correct",
        "akkoord", "goed", "waar", "true", "1",
    ),
    Agrees.NO: (
        "nee", "n", "neen", "klopt niet", "dit klopt niet", "het klopt niet", "onjuist", "niet juist", "incorrect",
        "fout", "niet akkoord", "onwaar", "false", "0",
    ),
    Agrees.PARTLY: (
        "deels", "gedeeltelijk", "ten dele", "voor een deel", "partially", "grotendeels", "niet helemaal",
        "niet volledig", "half",
    ),
    Agrees.UNSURE: (
        "weet ik niet", "weet niet", "weten wij niet", "weten we niet", "onbekend", "niet bekend", "geen idee", "?",
        "unknown", "unsure",
    ),
}  # fmt: skip
_AGREES = {word: code for code, words in _WORDS.items() for word in words}
_ENDS = ",;:-–(."


def agreement(typed: str) -> tuple[Agrees | None, bool]:
    """The answer, and whether the text says more than that ("ja, sinds 2024"); None when it is not understood."""
    text = _bare(typed)
    if code := _AGREES.get(text) or _own_words(text, Agrees):
        return code, False  # type: ignore[return-value]
    places = [i for i, c in enumerate(text) if c in _ENDS]
    heads = (_AGREES.get(_bare(text[:i])) for i in places)
    return next((code for code in heads if code), None), True


def chosen(typed: str, codes: type[Code]) -> Code | None:
    """A code by its words in Dutch or English, or by itself, whatever the capitals, spaces and full stop."""
    return _own_words(_bare(typed), codes)


def _own_words(text: str, codes: type[Code]) -> Code | None:
    return {_bare(name): c for c in codes for name in (c.value, c.label("nl"), c.label("en"))}.get(text)


def _bare(text: str) -> str:
    words = " ".join(text.casefold().split())
    return words.strip(" .,;:!\"'’“”()") or words
