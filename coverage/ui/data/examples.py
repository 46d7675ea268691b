"""How to read the files at fixed addresses in R, Python, QGIS and Excel, and how each of these was tried."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from coverage.i18n import _

BASE = "{base}"  # stands in the code for the folder of the newest files
PYTHON = """import pandas as pd

base = "{base}"
status = pd.read_csv(base + "status/today.csv")
print(status["status"].value_counts())

claims = pd.read_csv(base + "claims.csv")
sources = pd.read_csv(base + "sources.csv")
print(claims.merge(sources, on="source_id", suffixes=("", "_of_source"))[["claim_id", "name", "date", "title"]])
"""
R = """base <- "{base}"
status <- read.csv(paste0(base, "status/today.csv"), encoding = "UTF-8", na.strings = "")
table(status$status)

claims <- read.csv(paste0(base, "claims.csv"), encoding = "UTF-8", na.strings = "")
sources <- read.csv(paste0(base, "sources.csv"), encoding = "UTF-8", na.strings = "")
head(merge(claims, sources, by = "source_id", suffixes = c("", ".of.source"))[c("claim_id", "name", "date", "title")])
"""


@dataclass(frozen=True, slots=True)
class Example:
    """A program with code to copy or steps to take, and in words how it was tried."""

    program: str
    code: str
    steps: Callable[[str, str], tuple[str, ...]]  # of the folder of the newest files, and the newest division
    tried: Callable[[], str]


def _no_steps(_base: str, _division: str) -> tuple[str, ...]:
    return ()


def _qgis(base: str, division: str) -> tuple[str, ...]:
    return (
        _("Kies Laag > Laag toevoegen > Vectorlaag toevoegen, en als brontype Protocol: HTTP(S)."),
        _("Geef het adres van de grenzen: {address}").format(address=f"{base}borders/{division}.geojson"),
        _("Voeg op dezelfde manier de status toe: {address}").format(address=f"{base}status/today.csv"),
        _("Koppel de twee lagen in de eigenschappen van de grenzen (Koppelingen), beide op het veld code."),
    )


def _excel(base: str, _division: str) -> tuple[str, ...]:
    return (
        _("Kies Gegevens > Gegevens ophalen > Van web, en geef het adres: {address}").format(
            address=f"{base}status/today.csv"
        ),
        _("Kies bij herkomst UTF-8 en als scheidingsteken komma."),
        _(
            "Alleen kijken of rekenen? Neem dan de CSV of XLSX van het onderdeel Downloads: "
            "die zijn voor een Nederlands rekenblad gemaakt."
        ),
    )


EXAMPLES = (
    Example("Python", PYTHON, _no_steps, lambda: _("Een test van dit project voert deze regels uit.")),
    Example(
        "R", R, _no_steps,
        lambda: _("Uitgevoerd met R 4.2, zonder extra pakketten; een test herhaalt dat waar R staat."),
    ),
    Example(
        "QGIS", "", _qgis,
        lambda: _("Uitgevoerd met QGIS 3.22, zonder het venster; een test herhaalt dat waar QGIS staat."),
    ),
    Example(
        "Excel", "", _excel,
        lambda: _(
            "Niet in Excel zelf geprobeerd. LibreOffice opent het bestand met deze keuzes; dat doet een test. "
            "Laat het weten als een stap in Excel anders is."
        ),
    ),
)  # fmt: skip
