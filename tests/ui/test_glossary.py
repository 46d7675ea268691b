"""Hard words have one page with their meaning, and a sentence links to it where a word is used first."""

from __future__ import annotations

import re

import pytest
from asgi_client import get
from starlette.applications import Starlette

from coverage.analysis.glossary import hard_words, split_at_hard_words
from coverage.analysis.status import status_at
from coverage.analysis.summary import country_answer
from coverage.dataset import current
from coverage.dates import today
from coverage.i18n import use_language
from coverage.ui.hard_words import GLOSSARY, with_meanings
from coverage.ui.pieces import answered
from coverage.ui.web.glossary_page import glossary_route
from coverage.vocabulary import Status

APP = Starlette(routes=[glossary_route("/base")])


@pytest.mark.parametrize(("query", "language"), [("", "nl"), ("?taal=en", "en")])
def test_the_page_has_each_word_once_with_its_meaning(query: str, language: str) -> None:
    found = get(APP, f"/base/{GLOSSARY}{query}")
    assert f'<html lang="{language}">' in found.text
    use_language(language)  # type: ignore[arg-type]
    try:
        slugs = [word.slug for word in hard_words()]
        assert len(set(slugs)) == len(slugs) > len(Status)
        assert re.findall(r'<dt id="([^"]+)">', found.text) == slugs
        assert all(word.meaning for word in hard_words())
        forms = [form.casefold() for word in hard_words() for form in word.forms]
        assert len(set(forms)) == len(forms)
    finally:
        use_language("nl")


def test_only_the_first_use_is_a_link_and_no_part_of_a_word_is() -> None:
    found = with_meanings("Elke DUUP-regio heeft een centrumgemeente. Een DUUP-regio is geen indelingswoord <b>.")
    assert found.count('class="term"') == 2
    assert "&lt;b&gt;" in found and ">DUUP-regio</a>" in found and ">DUUP</a>" not in found


def test_pieces_are_the_whole_text() -> None:
    text = country_answer(status_at(current(), today()))
    assert "".join(piece for piece, _word in split_at_hard_words(text)) == text
    assert re.sub(r"<[^>]*>", "", answered("Geld van de DUUP is niet geoormerkt.")).startswith("Geld van de DUUP")


def test_a_link_leads_to_a_word_that_is_there() -> None:
    slugs = {word.slug for word in hard_words()}
    assert set(re.findall(r"#([\w-]+)", with_meanings("witte vlekken, blinde vlek, hemelsbreed en kassabon"))) <= slugs
