"""The values that the address of the page on data may hold."""

from __future__ import annotations

from coverage.dataset.tables import TABLES
from coverage.i18n import _
from coverage.ui.state import BadValue, Param
from coverage.vocabulary import Code


class DataView(Code):
    """Parts of the page on data."""

    DOWNLOADS = ("downloads", "Downloads", "Downloads")
    SOURCES = ("bronnen", "Bronnen", "Sources")
    METHOD = ("methode", "Methode", "Method")
    MEMBERSHIP = ("indeling", "Hoe zeker is de indeling", "How sure are the regions")
    GAPS = ("gaten", "Wat we niet weten", "What we do not know")
    CAVEATS = ("tegenstrijdigheden", "Tegenstrijdigheden", "Contradictions")


def _parse_view(text: str) -> Code:
    if text not in {v.value for v in DataView}:
        choices = ", ".join(v.value for v in DataView)
        raise BadValue(_("“{text}” is hier geen keuze; kies uit {choices}.").format(text=text, choices=choices))
    return DataView(text)


def _parse_table(text: str) -> str:
    if text not in TABLES:
        raise BadValue(_("“{text}” is geen tabel van het pakket.").format(text=text))
    return text


DATA_VIEW: Param[Code] = Param("blad", _parse_view, str, lambda: DataView.DOWNLOADS)
TABLE: Param[str] = Param("tabel", _parse_table, str, lambda: "claims")
