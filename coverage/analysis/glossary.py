"""The hard words of the pages, each with what it means: shown at ``/begrippen``, and linked at their first use.

Meanings follow docs/method.md, the definitions of ``coverage/vocabulary.py`` and the sources named there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from coverage.i18n import _, definition, label
from coverage.vocabulary import Status


@dataclass(frozen=True, slots=True)
class HardWord:
    """A word: its place on the page of words, how it is written (the first form is its name), and its meaning."""

    slug: str
    forms: tuple[str, ...]
    meaning: str


def hard_words() -> list[HardWord]:
    """All of them in the language in use, in the order of their names."""
    known = {
        "peildatum": (_("peildatum"), _("De dag waarvoor een antwoord geldt. Je kiest hem zelf. Wat daarna gebeurde, telt niet mee.")),
        "uitstapprogramma": (_("uitstapprogramma|uitstapprogramma's"), _("Begeleiding van sekswerkers die willen stoppen, naar ander werk of een andere dagbesteding.")),
        "recent": (_("recent aangetoond"), _("Een bron noemt een programma, en die bron is niet ouder dan de grens die je kiest.")),
        "leeftijdsgrens": (_("leeftijdsgrens"), _("Hoe oud een bron mag zijn om nog als recent te tellen.")),
        "witte-vlek": (_("witte vlek|witte vlekken"), _("Een gemeente waarvan een bron zelf zegt dat er geen programma is, of dat het laatste is gestopt.")),
        "blinde-vlek": (_("blinde vlek|blinde vlekken"), _("Een gemeente waarvan wij niet weten of er een programma is. Dat is iets anders dan: er is niets.")),
        "te-bevestigen": (_("te bevestigen"), _("Er was eerder een programma, of er is een regel of plan. Of er nu een programma draait, zegt geen recente bron.")),
        "op-papier": (_("op papier"), _("Oud woord van deze site voor: er is een regel of een aanwijzing, en geen bron die een programma noemt. Nu heet dat aangekondigd of alleen aangewezen.")),
        "aanwijzing": (_("aanwijzing|aangewezen"), _("Het Rijk wees gemeenten aan die geld krijgen voor hulp bij stoppen in hun hele regio. Een aanwijzing is nog geen programma.")),
        "duup": ("DUUP", _("Decentralisatie-uitkering Uitstapprogramma's voor Prostituees: geld van het Rijk voor de gemeenten die het aanwees. Zij hoeven het Rijk niet te verantwoorden waaraan zij het uitgeven.")),
        "duup-regio": (_("DUUP-regio|DUUP-regio's"), _("Het gebied waarvoor een centrumgemeente het geld van de DUUP krijgt.")),
        "duvo": (_("DUVO-regio|DUVO-regio's|DUVO"), _("Regio van de decentralisatie-uitkering vrouwenopvang. Een of meer ervan vormen samen een DUUP-regio.")),
        "rups": ("RUPS|RUPS I|RUPS II|RUPS III", _("Regelingen van het Rijk van vóór de DUUP, waarmee gemeenten geld konden vragen voor uitstapprogramma's.")),
        "centrumgemeente": (_("centrumgemeente|centrumgemeenten"), _("Gemeente die het geld voor een hele regio krijgt en de hulp in die regio afstemt.")),
        "werkgebied": (_("werkgebied"), _("De gemeenten waarvoor een programma zegt te werken.")),
        "vestiging": (_("vestiging"), _("De plaats waar een programma zit. Wie er terechtkan, staat daarmee niet vast.")),
        "uitvoerder": (_("uitvoerder|uitvoerders"), _("De organisatie die een programma doet.")),
        "indeling": (_("indeling"), _("De grenzen van gemeenten in een jaar. Gemeenten gaan samen; daarom hoort bij elke datum een indeling.")),
        "hemelsbreed": (_("hemelsbreed"), _("In een rechte lijn op de kaart, en niet over de weg. De reis is dus langer.")),
        "geoormerkt": (_("geoormerkt"), _("Geld dat alleen voor één doel gebruikt mag worden. Het geld van de DUUP is dat niet.")),
        "verdeelsleutel": (_("verdeelsleutel|sleutel"), _("De regel waarmee een bedrag over de regio's wordt verdeeld, zoals naar inwoners.")),
        "kassabon": (_("kassabon"), _("De berekening van een bedrag, stap voor stap, zodat je haar kunt narekenen.")),
        "leefgebied": (_("leefgebied|leefgebieden"), _("Een deel van het leven waarbij hulp nodig kan zijn: werk, schulden, wonen, verslaving, gezondheid, taal.")),
        "uitstapper": (_("uitstapper|uitstappers"), _("Iemand die volgens de uitvoerder met sekswerk is gestopt. Elke bron bedoelt er iets anders mee.")),
        "editie": (_("editie"), _("De gegevens zoals ze op één moment waren. Een editie verandert niet meer.")),
        "uitvraag": (_("uitvraag"), _("De vraag aan gemeenten of wat er staat nog klopt.")),
    }  # fmt: skip
    found = [HardWord(slug, tuple(forms.split("|")), meaning) for slug, (forms, meaning) in known.items()]
    found += [HardWord(s.value.replace("_", "-"), (label(s),), definition(s)) for s in Status]
    return sorted(found, key=lambda word: word.forms[0].casefold())


def split_at_hard_words(text: str) -> list[tuple[str, HardWord | None]]:
    """The text in pieces, the hard words apart; each word only where it is used first."""
    words = {form.casefold(): word for word in hard_words() for form in word.forms}
    longest_first = "|".join(re.escape(form) for form in sorted(words, key=len, reverse=True))
    pieces: list[tuple[str, HardWord | None]] = []
    used: set[str] = set()
    at = 0
    for found in re.finditer(rf"(?<![\w-])(?:{longest_first})(?![\w-])", text, re.IGNORECASE):
        word = words[found[0].casefold()]
        if word.slug not in used:
            used.add(word.slug)
            pieces += [(text[at : found.start()], None), (found[0], word)]
            at = found.end()
    return [*pieces, (text[at:], None)]
