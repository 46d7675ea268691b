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
                    "Recent is een bron die op de peildatum hoogstens {years} jaar oud is. Je kunt die grens zelf "
                    "kiezen. Een datum die we schatten, is zo oud als haar vroegste mogelijke dag."
                ).format(years=DEFAULT_MAX_AGE),
                _(
                    "Noemt een recente bron de gemeente zelf, omdat een programma er zit of er werkt, dan is "
                    "het recent "
                    "aangetoond in de gemeente. Gaat het om toegang uit de regio, alleen veldwerk, of een "
                    "gebied waar de "
                    "gemeente bij hoort, dan is het recent aangetoond via de regio."
                ),
                _(
                    "Wordt die bron ouder dan de grens, dan heet het eerder aangetoond, niet recent bevestigd. Dat is "
                    "stilte, geen stop."
                ),
                _(
                    "Een geldende lokale regel of een recent plan heet aangekondigd. Is er alleen de aanwijzing "
                    "van het "
                    "Rijk, dan heet het zo."
                ),
                _(
                    "Alleen als een recente bron zelf zegt dat er niets is of dat het laatste programma stopte, is het "
                    "een witte vlek. Is er geen bron die iets zegt, dan is het onbekend: een blinde vlek."
                ),
                _(
                    "Maatschappelijk werk, opvang en hulp bij controles tellen niet als hulp bij stoppen. Een "
                    "landelijk "
                    "programma staat als opmerking bij elke gemeente en kleurt de kaart niet."
                ),
                _("Aangetoond is een ondergrens: wat geen bron noemt, kan er toch zijn."),
            ),
        ),
        Method(
            "witte-vlekken", _("Witte en blinde vlekken"),
            (
                _(
                    "Wit (een bron zegt dat er niets is), blind (geen bron zegt of er een programma is) en te "
                    "bevestigen "
                    "(eerder aangetoond of aangekondigd) zijn drie verschillende dingen. We tellen ze nooit bij elkaar "
                    "op."
                ),
                _(
                    "Het dichtstbijzijnde programma is recent aangetoond, heeft een bekende uitvoerder, en zijn regels "
                    "sluiten mensen van hier niet uit; hemelsbreed tussen een punt in elk van beide gemeenten. Voldoet "
                    "er geen, dan noemen we er geen."
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
                _("Een programma telt in een gemeente als bediend als het daar op de peildatum recent is aangetoond."),
                _(
                    "Zei een eerder aangetoond programma dat het de groep bediende, dan staat dat er lichter bij, met "
                    "het jaar."
                ),
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
                _("Wat een centrumgemeente echt kreeg, staat er alleen bij als een bron dat noemt."),
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
