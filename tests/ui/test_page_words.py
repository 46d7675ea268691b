"""Every English word that we replace is one that Streamlit writes; after an upgrade this says which to read again."""

from __future__ import annotations

import re

import pytest

from coverage.ui.web.page_words import PATTERNS, WORDS, lists
from coverage.ui.web.streamlit_inside import STATIC


@pytest.fixture(scope="module")
def code() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in (STATIC / "static" / "js").glob("*.js"))


@pytest.mark.parametrize("word", WORDS)
def test_streamlit_still_writes_it(code: str, word: str) -> None:
    assert f"`{word}`" in code or f'"{word}"' in code


@pytest.mark.parametrize(("_pattern", "_ours", "in_code"), PATTERNS)
def test_so_it_does_what_we_know_the_start_or_end_of(code: str, _pattern: str, _ours: str, in_code: str) -> None:
    assert in_code in code


@pytest.mark.parametrize(
    ("shown", "ours"),
    [
        ("Add: Sneek", "Toevoegen: Sneek"),
        ("Remove Leeuwarden", "Weghalen: Leeuwarden"),
        ("5MB per file", "Hoogstens 5 MB per bestand"),
        ("application/pdf files are not allowed.", "Een bestand van de soort application/pdf kan hier niet."),
        ("File must be 5MB or smaller.", "Het bestand mag hoogstens 5MB zijn."),
        ("Request failed with status code 403", "Het is niet gelukt (fout 403)."),
    ],
)
def test_what_streamlit_fills_in_stays(shown: str, ours: str) -> None:
    pattern, words = next((p, w) for p, w, _in_code in PATTERNS if re.search(p, shown))
    assert re.sub(pattern, re.sub(r"\$(\d)", r"\\\1", words), shown) == ours


def test_the_script_gets_the_list() -> None:
    assert b'"Choose date": "Kies een datum"' in lists()
