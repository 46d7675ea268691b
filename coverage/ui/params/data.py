"""The values that the address of the page on data may hold."""

from __future__ import annotations

from coverage.dataset.tables import TABLES
from coverage.i18n import _
from coverage.ui.params import choice
from coverage.ui.state import BadValue, Param
from coverage.vocabulary import Code


class DataView(Code):
    """Parts of the page on data."""

    DOWNLOADS = ("downloads", "Downloads", "Downloads")
    READ = ("inlezen", "Zelf inlezen", "Read it yourself")
    ROWS = ("rijen", "Alle gegevens", "All data")
    SOURCES = ("bronnen", "Bronnen", "Sources")
    METHOD = ("methode", "Methode", "Method")
    MEMBERSHIP = ("indeling", "Hoe zeker is de indeling", "How sure are the regions")
    GAPS = ("gaten", "Wat we niet weten", "What we do not know")
    CAVEATS = ("tegenstrijdigheden", "Tegenstrijdigheden", "Contradictions")


class SourcesShown(Code):
    """Which sources the list shows."""

    ALL = ("alle", "alle", "all")
    USED = ("gebruikt", "gebruikt", "used")
    LOOK_UP = ("naslaan", "niet geheel gelezen", "not read in full")
    CONSULTED = ("geraadpleegd", "geraadpleegd", "consulted")


def _parse_sheet(text: str) -> int:
    if not (text.isdecimal() and int(text)):
        raise BadValue(_("“{text}” is geen nummer van een bladzijde; we tonen de eerste.").format(text=text))
    return int(text)


def _parse_table(text: str) -> str:
    if text not in TABLES:
        raise BadValue(_("“{text}” is geen tabel van het pakket.").format(text=text))
    return text


DATA_VIEW: Param[Code] = choice("blad", DataView)
TABLE: Param[str] = Param("tabel", _parse_table, str, lambda: "claims")
SOURCE: Param[str] = Param("bron", str.strip, str, str)  # words, or the identifier of one source
SOURCES_SHOWN: Param[Code] = choice("soort", SourcesShown)
WORD: Param[str] = Param("woord", str.strip, str, str)  # what a row of a table must hold
SHEET: Param[int] = Param("bladzijde", _parse_sheet, str, lambda: 1)
CAVEAT: Param[str] = Param("punt", str.strip, str, str)  # a number such as T12
