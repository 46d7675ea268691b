"""Hard words in a sentence as links to their meaning."""

from __future__ import annotations

from markupsafe import Markup

from coverage.analysis.glossary import split_at_hard_words
from coverage.i18n import language
from coverage.ui.html import join
from coverage.ui.params import LANGUAGE

GLOSSARY = "begrippen"


def with_meanings(text: str) -> Markup:
    """The sentence, in which each hard word links to its meaning where it is used first."""
    link = Markup('<a class="term" href="./{}{}#{}" title="{}">{}</a>')
    elsewhere = "" if language() == LANGUAGE.default() else f"?{LANGUAGE.name}={language()}"
    return join(
        link.format(GLOSSARY, elsewhere, word.slug, word.meaning, piece) if word else Markup("{}").format(piece)
        for piece, word in split_at_hard_words(text)
    )
