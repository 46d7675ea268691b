"""The fixed words of the form's pages, by the names that the templates use."""

from __future__ import annotations

from coverage.analysis.where_to_turn import help_doubt, help_line, help_list_link, help_question
from coverage.i18n import _
from coverage.sender import site_name


def texts() -> dict[str, str]:
    """All of them, in the language in use."""
    return {
        "site": _("Dekking van uitstapprogramma's voor sekswerkers"),
        "site_short": site_name(),
        "error": _("Fout"),
        "skip": _("Naar de inhoud"),
        "wrong": _("Er is iets niet goed"),
        "help": help_question(),
        "help_how": help_line(),
        "help_list": help_list_link(),
        "help_doubt": help_doubt(),
        "privacy": _("Noem geen personen, geen telefoonnummers of e-mailadressen, en geen adressen van opvang of werkplekken."),
        "to_tasks": _("Naar het overzicht van je vragen"),
        "leave": _("Afsluiten op dit apparaat"),
        # the door
        "code": _("Code"),
        "code_hint": _("Acht letters en cijfers. De code staat niet in de link, maar in de brief of in een apart bericht. Hoofdletters en streepjes maken niet uit."),
        "enter": _("Naar de vragen"),
        "door": _("Met deze link antwoord je namens jouw gemeente op de vragen over uitstapprogramma's. Wie de link en de code heeft, kan antwoorden: stuur ze dus alleen aan collega's die hierover gaan. Er verandert niets door de link te openen."),
        "cookie": _("Wij plaatsen één cookie, dat onthoudt dat je binnen bent. Na acht uur werkt het niet meer."),
        # tasks
        "tasks_how": _("Eén vraag per bladzijde. Wat je invult wordt bij elk “Verder” bewaard; je kunt stoppen en later verder gaan, ook op een ander apparaat. Collega's met dezelfde uitnodiging werken in hetzelfde concept. Pas als je verstuurt, ziet het ministerie je antwoorden."),
        "unknown_is_fine": _("“Dat weten wij niet” is ook een antwoord."),
        "begin": _("Begin"),
        "go_on": _("Ga verder"),
        "to_check": _("Controleer je antwoorden en verstuur"),
        "add": _("Een programma toevoegen dat hier niet bij staat"),
        "sheet": _("Liever een spreadsheet? Antwoord met het correctieblad"),
        "told": _("Vraag of reden van de beoordelaar:"),
        "withdraw": _("Trek in"),
        # a question
        "known": _("Wat nu bekend is"),
        "known_nothing": _("Hierover is nog niets bekend."),
        "source": _("Bron:"),
        "next": _("Verder"),
        "since": _("Sinds wanneer? (mag leeg blijven)"),
        "since_hint": _("Een jaar, maand of dag, bijvoorbeeld 2026, 2026-03 of 2026-03-15."),
        "remark": _("Toelichting (mag leeg blijven)"),
        "remark_hint": _("Hooguit 300 tekens. Een beoordelaar leest dit; het staat niet op de site. Noem geen personen, telefoonnummers of e-mailadressen."),
        "your_answer": _("Jouw antwoord"),
        "text": _("In woorden"),
        "groups": _("Vink alle groepen aan waarvoor het programma is."),
        "towns": _("Vink alle gemeenten aan waarvan inwoners mee kunnen doen."),
        "others": _("Andere gemeenten, gescheiden door komma's (mag leeg blijven)"),
        "map": _("De kaart kleurt mee met wat je aanvinkt. Wat de kaart laat zien, staat ook in de lijst."),
        "colleague": _("Een collega beantwoordde deze vraag intussen anders. Jouw antwoord is bewaard; dat van je collega was:"),
        # adding
        "new_name": _("Hoe heet het programma?"),
        "new_hint": _("De naam zoals jullie die gebruiken, niet die van een persoon. Daarna vragen wij wie het uitvoert, voor wie het is en voor welke gemeenten."),
        # checking
        "check_how": _("Bij elke vraag staat wat nu bekend is en wat jij antwoordt. Wat verandert staat bovenaan."),
        "question": _("Vraag"),
        "before": _("Nu bekend"),
        "after": _("Jouw antwoord"),
        "change": _("Wijzig"),
        "changes": _("Wat verandert"),
        "stays": _("Wat blijft, of niet bekend is"),
        "open": _("Nog niet beantwoord"),
        "open_how": _("Je kunt nu versturen wat je hebt, en de rest later."),
        "nothing": _("Er is nog niets om te versturen."),
        "department": _("Welke functie en afdeling antwoordt?"),
        "department_hint": _("Bijvoorbeeld: beleidsmedewerker zorg en veiligheid. Geen naam van een persoon."),
        "send": _("Stuur naar het ministerie"),
        # receipt
        "number": _("Ontvangstbewijs"),
        "at": _("Ontvangen op"),
        "count": _("Antwoorden"),
        "seal": _("Controlegetal van het logboek"),
        "seal_hint": _("Met dit getal kan later worden nagerekend dat je antwoorden niet zijn veranderd."),
        "then": _("Wat gebeurt er nu?"),
        "pdf": _("Download het ontvangstbewijs (PDF)"),
        "keep": _("Bewaar het nummer of de PDF; wij sturen geen e-mail."),
        # sheet
        "sheet_how": _("Haal het blad op, vul het in en stuur het hier terug. Wat wij als antwoord op een vraag kunnen lezen, komt in je concept; je controleert het en verstuurt het zelf."),
        "sheet_get": _("Haal het correctieblad op (XLSX)"),
        "sheet_file": _("Ingevuld correctieblad (XLSX, ODS of CSV)"),
        "sheet_send": _("Lees het blad"),
        "sheet_read": _("In je concept gekomen"),
        "sheet_none": _("Er stond niets op dat wij als antwoord op een vraag kunnen lezen."),
        "sheet_left": _("Dit konden wij niet als antwoord lezen. Beantwoord het bij de vraag zelf, of zet het in een toelichting:"),
        # without an invitation
        "start": _("Geef door hoe het zit in jouw gemeente of regio"),
        "start_how": _("Gemeenten antwoorden met een uitnodiging: een link en een code voor de hele organisatie. De centrumgemeenten krijgen die twee keer per jaar; elke andere gemeente kan erom vragen."),
        "start_have": _("Heb je een uitnodiging? Open dan de link in de brief of het bericht. De code staat er niet in, maar in een apart bericht."),
        "start_ask": _("Nog geen uitnodiging? Vraag erom met het functionele e-mailadres van jullie afdeling, niet met dat van een persoon. Noem de gemeente en wat er volgens jullie anders is."),
        "start_where": _("Vragen kan bij:"),
        "start_letter": _("Het adres staat in de brief van het ministerie over de uitvraag."),
        "start_sheet": _("Zonder uitnodiging kun je het correctieblad van je gemeente invullen; dat staat op de bladzijde van je gemeente, onder “Klopt dit?”."),
        "to_site": _("Naar het dashboard"),
    }  # fmt: skip
