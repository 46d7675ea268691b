"""What a presenter may say or ask with each slide: never what already stands on it."""

from __future__ import annotations

from coverage.i18n import _
from coverage.vocabulary import SlideKind


def spoken(kind: SlideKind) -> str:
    """A suggestion for one kind of slide."""
    return {
        SlideKind.NATIONAL: _(
            "Begin met wat dit niet is: geen telling van programma's, maar wat openbare bronnen zeggen. Vraag daarna: "
            "wie kent een programma dat hier niet staat?"
        ),
        SlideKind.COURSE: _(
            "Noem bij elk jaar ook hoeveel bronnen er spraken. Vraag wat er volgens de zaal liep in de stille jaren."
        ),
        SlideKind.CHANGES: _("Noem een gemeente die in de zaal zit, en vraag of dit klopt."),
        SlideKind.SPOTS: _(
            "Leg eerst de woorden uit: wit betekent dat een bron zegt dat er niets is, blind dat niemand iets zegt, en "
            "te bevestigen dat een bron oud is of over een plan gaat."
        ),
        SlideKind.ASK: _("Wie hier staat, kan met één antwoord veel duidelijk maken. Vraag wie dat deze maand doet."),
        SlideKind.GROUPS: _("Zwijgen is geen nee. Vraag wie deze groepen wel ziet, en waar dat is opgeschreven."),
        SlideKind.MONEY: _("Dit zijn bedragen volgens de regel. Vraag de centrumgemeenten wat zij echt kregen."),
        SlideKind.REGION: _("Laat wie uit deze regio komt als eerste zeggen of dit beeld klopt."),
        SlideKind.REGION_OFFER: _("Vraag per programma: loopt het nog, wie voert het uit, en voor wie is het?"),
        SlideKind.REGION_COURSE: _("Vraag wat er was in de jaren waarover geen bron iets zegt."),
        SlideKind.QUESTIONS: _("Schrijf bij elk antwoord bron en datum op; zonder bron komt het niet op de kaart."),
        SlideKind.METHOD: _("Zeg dat onbekend iets anders is dan geen, en waar iemand een fout kan doorgeven."),
        SlideKind.RESPONSE: _("Bedank wie antwoordde. Noem wie nog kan antwoorden zonder verwijt."),
        SlideKind.HEARD: _("Vraag de gemeente die dit vertelde of zij er iets bij wil zeggen."),
        SlideKind.SMALL_MAPS: _("Vraag per regio wie er in de zaal zit, en of het kaartje klopt."),
        SlideKind.HEAT: _(
            "Wijs eerst op de jaren zonder getal: daar sprak geen bron. Vraag wie uit die jaren iets heeft."
        ),
        SlideKind.STEPS: _(
            "Dit is geen raming van kosten of behoefte. Vraag welke regio als eerste kan nagaan wat er loopt."
        ),
        SlideKind.REGION_CHAIN: _("Vraag bij elke gestreepte lijn of iemand in de zaal weet hoe het zit."),
    }[kind]
