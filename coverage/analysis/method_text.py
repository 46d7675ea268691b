"""The method in a few sentences per page, for readers. docs/ tells the same in full, for developers."""

from __future__ import annotations

from dataclasses import dataclass

from coverage.analysis.population import complete_years
from coverage.analysis.status import DEFAULT_MAX_AGE
from coverage.dataset import Dataset
from coverage.i18n import _


@dataclass(frozen=True, slots=True)
class Method:
    """How one page comes about; ``page`` is its address, ``steps`` are whole sentences."""

    page: str
    title: str
    steps: tuple[str, ...]


def methods(ds: Dataset) -> tuple[Method, ...]:
    """One for each page that shows figures, in the order of the menu."""
    years = ds.table("population_years")
    incomplete = ", ".join(str(y) for y in years.loc[~years["complete"], "year"])
    provisional = ", ".join(str(y.year) for y in complete_years(ds) if y.provisional)
    return (
        Method(
            "dekking", _("Dekking: hoe een status tot stand komt"),
            (
                _("Elke uitspraak in een bron over een gemeente telt vanaf de dag waarvoor de bron haar doet."),
                _(
                    "Een uitspraak van meer dan {years} jaar voor de peildatum telt niet meer als bewijs. Je kunt die "
                    "grens zelf kiezen."
                ).format(years=DEFAULT_MAX_AGE),
                _(
                    "Zit een programma in de gemeente of werkt het ervoor, dan is aanbod daar aangetoond. Staat een "
                    "programma uit de regio open, of doet het alleen veldwerk, dan is aanbod via de regio aangetoond."
                ),
                _(
                    "Zegt een bron uitdrukkelijk dat er niets is of dat het programma is gestopt, dan is dat een "
                    "witte vlek. Zegt geen bron iets, dan is het onbekend: een blinde vlek."
                ),
                _("Geld, een regeling of een aanwijzing is nog geen programma: dat heet op papier."),
                _(
                    "Noemt een bron alleen een gebied, dan krijgen gemeenten daarin geen uitspraak die de bron niet "
                    "doet. Aangetoond aanbod is daarom een ondergrens."
                ),
            ),
        ),
        Method(
            "witte-vlekken", _("Witte en blinde vlekken"),
            (
                _(
                    "Witte vlekken (bevestigd geen) en blinde vlekken (onbekend) staan nooit in één lijst of één "
                    "getal."
                ),
                _(
                    "Het dichtstbijzijnde programma is de dichtstbijzijnde gemeente waar aanbod is aangetoond, "
                    "hemelsbreed tussen een punt in elk van beide gemeenten."
                ),
            ),
        ),
        Method(
            "doelgroepen", _("Doelgroepen en leefgebieden"),
            (
                _(
                    "We tonen wat bronnen over een programma en een groep zeggen. Zwijgt de bron, dan is dat geen "
                    "nee."
                ),
                _("Een programma telt in een gemeente alleen mee als het daar op de peildatum is aangetoond."),
                _("Landelijke bevindingen staan naast de kaart en beslissen over geen enkele gemeente."),
            ),
        ),
        Method(
            "verdeling", _("Verdeling van het geld"),
            (
                _(
                    "De uitgangssituatie verdeelt het landelijke bedrag uit de bronnen naar inwoners over de "
                    "DUUP-regio's."
                ),
                _(
                    "Bedragen zijn hele euro's en tellen op tot het budget: eerst wordt naar beneden afgerond, dan "
                    "krijgen de grootste resten er een euro bij."
                ),
                _("Waar de regio van gemeenten onzeker is, staat het kleinste en het grootste bedrag erbij."),
                _("Wat een centrumgemeente echt krijgt, is in geen openbare bron gevonden."),
            ),
        ),
        Method(
            "programmas", _("Programma's en resultaten"),
            (
                _(
                    "Resultaten staan zoals de bron ze geeft, met meetperiode en voetnoten. We maken geen ranglijst "
                    "en delen geen bedragen door aantallen mensen."
                ),
                _("Percentages uit het rapport van 2013 zijn nagerekend; verschillen staan erbij."),
            ),
        ),
        Method(
            "gegevens", _("Gemeenten, regio's en inwoners"),
            (
                _(
                    "Grenzen van elk jaar zijn opgebouwd uit de 352 gemeenten van 2021. Uitspraken van vóór 2021 "
                    "worden langs de herindelingen overgezet. Geldt iets voor een deel van een gemeente, dan staat er "
                    "deels."
                ),
                _(
                    "Inwoners zijn die van het laatste volledige jaar tot en met de peildatum; voor eerdere datums "
                    "die van {first}. Niet volledig en dus niet gebruikt: {incomplete}. Voorlopig: {provisional}."
                ).format(first=complete_years(ds)[0].year, incomplete=incomplete, provisional=provisional),
            ),
        ),
    )  # fmt: skip
