"""Every sentence that the product says of a municipality, the country, spots, a region or groups, and when it may.

`holds` is the condition in words; docs/sentences.md is generated from it (`python tests/analysis/sentence_table.py`).
`check` decides the condition from the raw tables and the slow twin (slow_status.py), never by the code that speaks;
test_sentences.py says every sentence about every municipality and compares. A sentence without a row fails that test.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from country_checks import CHECKS
from edition_checks import EDITION_CHECKS
from money_checks import MONEY_CHECKS
from parliament_table import PARLIAMENT
from region_checks import DOOR_CHECKS, REGION_CHECKS
from slide_checks import SLIDE_CHECKS
from slow_status import Slow, first_day
from turning_checks import HERE_CHECKS, TURNING

ROOT = Path(__file__).parents[2]
DUUP_START = date(2021, 1, 1)
OTHER_HELP = ("social_work", "shelter_care", "enforcement_contact")
HERE = ("location", "catchment")


@dataclass
class Local:
    """One municipality on a date: the raw rows, weighed by the slow twin, and where the sentence stood."""

    slow: Slow
    code: str
    name: str
    on: date
    max_age: int
    begin: date  # of the division
    weighed: SimpleNamespace

    def name_of(self, programme: str) -> str:
        """Its name in the newest source up to the date."""
        said = [p for p in self.slow.rows["programme_periods"] if p["programme_id"] == programme]
        said = [p for p in said if first_day(p["date"]) <= self.on]
        if said:
            return max(said, key=lambda p: (first_day(p["date"]), p["programme_id"], p["name"]))["name"]
        return next(p["name"] for p in self.slow.rows["programmes"] if p["programme_id"] == programme)

    def named(self, claims: list[dict[str, Any]]) -> set[str]:
        return {self.name_of(c["programme_id"]) for c in claims if c["programme_id"]}

    def ids_of(self, name: str) -> set[str]:
        rows = (*self.slow.rows["programmes"], *self.slow.rows["programme_periods"])
        return {r["programme_id"] for r in rows if r["name"] == name}

    @property
    def here(self) -> list[dict[str, Any]]:
        """Recent evidence that names the municipality as location or catchment of a programme."""
        found = self.weighed.recent
        return [c for c in found if not c["area_id"] and c["basis"] == "programme" and c["relation"] in HERE]

    @property
    def deciding(self) -> list[dict[str, Any]]:
        return self.here or self.weighed.recent or self.weighed.evidence

    @property
    def sure_none(self) -> bool:
        latest = max((c["start"] for c in self.weighed.announced), default=date.min)
        return not self.weighed.evidence and any(c["start"] >= latest for c in self.weighed.nones)

    @property
    def membership(self) -> dict[str, Any]:
        at = max(self.on, self.begin, DUUP_START)
        rows = [m for m in self.slow.rows["memberships"] if m["code"] == self.code and m["valid_from"] <= at]
        return max(rows, key=lambda m: m["valid_from"])

    def national(self) -> list[dict[str, Any]]:
        rows = (a for a in self.slow.rows["access"] if a["national"])
        return [a for a in rows if self.weighed.oldest <= first_day(a["date"]) <= self.on]


Check = Callable[[Any, dict[str, Any]], bool]  # of a Local, or of the statuses of the whole country


@dataclass(frozen=True)
class Pattern:
    holds: str
    check: Check | None = None


def split(names: str) -> set[str]:
    return set(names.split("; "))


def nothing_known(x: Local) -> bool:
    return not x.weighed.evidence and not x.weighed.announced and not x.sure_none


def says_year(text: str, claims: list[dict[str, Any]]) -> bool:
    """Whether a date in words is that of the newest of these claims, or a marked estimate."""
    newest = max(claims, key=lambda c: c["start"])
    return str(newest["start"].year) in text or ", geschat" in text


def plain(*_: object) -> bool:
    """Holds by the meaning of the words alone."""
    return True


MUNICIPALITY: dict[str, Pattern] = {
    "Op {date} is in {name} een programma recent aangetoond: {programmes}.": Pattern(
        "Recent evidence names the municipality as location or catchment; named are the programmes of that evidence.",
        lambda x, v: bool(x.here) and split(v["programmes"]) == x.named(x.here),
    ),
    "Op {date} is voor {name} een programma recent aangetoond via de regio: {programmes}.": Pattern(
        "Recent evidence, none of it naming the municipality as location or catchment; not outreach alone.",
        lambda x, v: not x.here and split(v["programmes"]) == x.named(x.weighed.recent)
        and any(c["basis"] == "programme" for c in x.weighed.recent),
    ),
    "Op {date} is voor {name} recent alleen veldwerk aangetoond van: {programmes}.": Pattern(
        "All recent evidence is outreach.",
        lambda x, v: bool(x.weighed.recent) and {c["basis"] for c in x.weighed.recent} == {"outreach"},
    ),
    "Voor {name} was er eerder een programma, volgens een oudere bron: {programmes}.": Pattern(
        "Evidence that nothing took back, none of it recent; named are its programmes.",
        lambda x, v: not x.weighed.recent and split(v["programmes"]) == x.named(x.weighed.evidence),
    ),
    "Op {date} noemt een regel of plan hulp bij stoppen voor {name}: {paper}. Of die hulp er is, staat daar niet in.":
    Pattern(
        "No evidence; a local rule in force or a recent plan, newer than any none.",
        lambda x, v: not x.weighed.evidence and bool(x.weighed.announced) and not x.sure_none,
    ),
    "Op {date} is er in {name} volgens een bron geen programma: een witte vlek.": Pattern(
        "No evidence; a recent, explicit 'none' that is not older than the newest announcement.",
        lambda x, v: x.sure_none and any(c["relation"] == "explicit_none" for c in x.weighed.nones),
    ),
    "Volgens een bron is het programma voor {name} gestopt ({stopped}): een witte vlek op {date}.": Pattern(
        "The same with a stop; named are the programmes that stopped.",
        lambda x, v: x.sure_none and split(v["stopped"]) == x.named(x.weighed.nones),
    ),
    "Op {date} is van {name} niet bekend of er een programma is. Het Rijk heeft wel {centre} aangewezen voor de regio "
    "{region}.": Pattern(
        "No evidence, announcement or none that counts; the DUUP has begun, or a source names it as a centre.",
        lambda x, v: nothing_known(x)
        and (x.on >= DUUP_START or any(c["basis"] == "assignment" for c in x.weighed.spoken)),
    ),
    "De bronnen over {name} zeggen niet of er op {date} een programma is: een blinde vlek. Dat is iets anders dan: er "
    "is niets.": Pattern(
        "The same before the DUUP, where sources speak of something else, or of too long ago.",
        lambda x, v: nothing_known(x) and x.on < DUUP_START and bool(x.weighed.spoken),
    ),
    "Op {date} vonden we voor {name} geen bron die zegt of er een programma is: een blinde vlek. Dat is iets anders "
    "dan: er is niets.": Pattern(
        "The same where no claim speaks of the municipality at all.",
        lambda x, v: not [c for c in x.weighed.spoken if c.get("claim_id")] and x.on < DUUP_START,
    ),
    "Het dichtstbijzijnde programma dat we kennen en dat mensen van hier niet uitsluit, is {programme} in "
    "{place}, {km} "
    "km hemelsbreed.": Pattern(
        "No recent evidence here; the programme is recently evidenced there, its executor is known, a stated access "
        "rule does not exclude the municipality, and no such place is nearer.",
    ),
    "{programmes} in {place}, {km} km hemelsbreed.": Pattern("The same; all such programmes of that place."),
    "We kennen geen programma elders met een recente bron dat mensen van hier toelaat.": Pattern(
        "No recent evidence here, and no such programme anywhere.",
    ),
    "Vraag de gemeente zelf of centrumgemeente {centre} welke hulp er is.": Pattern(
        "No recent evidence here. It promises no help.", lambda x, v: not x.weighed.recent
    ),
    "De bron noemt niet de gemeente zelf, maar een gebied waar zij bij hoort: {area}.": Pattern(
        "All deciding evidence is about areas; the municipality lies in the one named.",
        lambda x, v: all(c["area_id"] for c in x.deciding)
        and any(
            a["name"] == v["area"] and x.code in x.slow.of_area(a["area_id"], x.begin) for a in x.slow.rows["areas"]
        ),
    ),
    "De nieuwste bron daarover is van {date}.": Pattern(
        "Recent evidence; the date is that of the newest deciding claim.",
        lambda x, v: bool(x.weighed.recent) and says_year(v["date"], x.deciding),
    ),
    "De nieuwste bron daarover is van {date}. Daarna vonden we geen bericht dat het er nog is, en ook niet dat het is "
    "gestopt.": Pattern(
        "Older evidence only; the date is that of the newest, and no later stop or none took it back.",
        lambda x, v: bool(x.weighed.evidence) and not x.weighed.recent and says_year(v["date"], x.weighed.evidence),
    ),
    "Dit geldt voor een deel van de gemeente: de bron gaat over een kleiner gebied.": Pattern(
        "No deciding claim covers the whole present municipality.",
        lambda x, v: not any(
            c["code"] == x.code and c["start"] >= x.begin for c in x.deciding or x.weighed.nones if not c["area_id"]
        ),
    ),
    "Geldt voor een deel van de gemeente.": Pattern("The same, for the claims of one programme."),
    "Een lokale regel noemt ook hulp bij stoppen ({date}); of die er is, staat er niet in.": Pattern(
        "A local rule in force, beside a stronger status.",
        lambda x, v: any(c["basis"] == "regulation" for c in x.weighed.announced),
    ),
    "Een bron noemt ook een plan ({date}); of het er is gekomen, staat er niet in.": Pattern(
        "A recent plan and no local rule, beside a stronger status.",
        lambda x, v: bool(x.weighed.announced) and all(c["basis"] != "regulation" for c in x.weighed.announced),
    ),
    "Bij welke DUUP-regio de gemeente hoort, is onzeker.": Pattern(
        "The row of memberships in force says so.", lambda x, v: x.membership["duup_uncertain"]
    ),
    "Lokale regel: {name} ({date}). Of er een programma is, staat er niet in.": Pattern(
        "A local rule in force.", lambda x, v: any(c["basis"] == "regulation" for c in x.weighed.announced)
    ),
    "Plan: {name} ({date}). Of het er is gekomen, staat er niet in.": Pattern(
        "A recent plan.", lambda x, v: any(c["basis"] != "regulation" for c in x.weighed.announced)
    ),
    "Het Rijk heeft {centre} aangewezen voor de regio {region}. Of er een programma is, zegt dat niet.": Pattern(
        "The DUUP has begun, or a source names it as a centre.",
        lambda x, v: x.on >= DUUP_START or any(c["basis"] == "assignment" for c in x.weighed.spoken),
    ),
    "Bij welke regio deze gemeente hoort, hebben we afgeleid.": Pattern(
        "The row of memberships is not from a source that names it.", lambda x, v: x.membership["certainty"] != "source"
    ),
    "Ander werk: {name} ({date}). {kind}: dat telt hier niet als hulp bij stoppen.": Pattern(
        "A claim of social work, shelter, or help offered during inspections.",
        lambda x, v: any(c["kind"] in OTHER_HELP for c in x.weighed.spoken),
    ),
    "Ook gezegd: {relation}, {name} ({date}). Dat bepaalt op deze datum de status niet.": Pattern(
        "A claim that speaks and does not decide: an older plan or rule, a stop, evidence that was taken back.",
        lambda x, v: any(c not in x.deciding for c in x.weighed.spoken),
    ),
    "We vonden geen bron over hulp bij stoppen in deze gemeente op deze datum.": Pattern(
        "No claim, rule or assignment speaks, and no recent source names a national programme.",
        lambda x, v: not x.weighed.spoken and not x.national() and x.on < DUUP_START,
    ),
    "Er was ook een landelijk programma, voor een deel van de mensen: {name} ({date}). {limits}. Dat zegt niets over "
    "hulp in deze gemeente.": Pattern(
        "A recent source gives the programme national reach, with limits.",
        lambda x, v: any(a["programme_id"] in x.ids_of(v["name"]) and a["note"] for a in x.national()),
    ),
    "Er was ook een landelijk programma: {name} ({date}). Dat zegt niets over hulp in deze gemeente.": Pattern(
        "The same where the source names no limits.",
        lambda x, v: any(a["programme_id"] in x.ids_of(v["name"]) for a in x.national()),
    ),
    "{name}: {groups}. Toegang: {access}.": Pattern(
        "A programme with evidence here, or with national reach: the groups and criteria of the newest rows, and no "
        "other; 'no source says' only where no row does.",
    ),
    "Op deze peildatum was er nog geen DUUP.": Pattern(
        "The date lies before 2021.", lambda x, v: x.on < DUUP_START
    ),
    "Niet te berekenen: deze DUUP-regio bestond niet in het jaar waarvan we de inwoners gebruiken.": Pattern(
        "The region has no inhabitants in the population year."
    ),
    "{amount}: zoveel hoort bij het aantal inwoners ({share} van de regio). Het geld gaat naar de centrumgemeente; een "
    "gemeente heeft er geen eigen deel van.": Pattern(
        "Since the DUUP began: a yardstick, called one; by inhabitants, to the euro."
    ),
    "Hoe zeker is dat?": Pattern("A heading.", plain),
    "{what} Wie weet het: {who}.": Pattern("Always: an open question and who may answer it.", plain),
    "In de regio {region} is voor {count} van de {all} gemeenten een programma recent aangetoond.": Pattern(
        "A count of the statuses of the DUUP region, since the DUUP began."
    ),
    "In wat later de regio {region} is, is voor {count} van de {all} gemeenten een programma recent "
    "aangetoond.": Pattern(
        "The same of the DUVO region, before the DUUP began."
    ),
    "Buurgemeenten ({count}): {told}.": Pattern(
        "The statuses of all municipalities that share a stretch of border, by name."
    ),
    "De gemeente grenst aan geen andere gemeente.": Pattern("It shares no border."),
    "Of het aanbod er nu nog is: de nieuwste bron gaat over {date}.": Pattern(
        "Evidence of any age.", lambda x, v: bool(x.weighed.evidence) and says_year(v["date"], x.deciding)
    ),
    "Of mensen uit {name} echt bij een programma terechtkunnen, en bij welk.": Pattern(
        "No evidence of any age.", lambda x, v: not x.weighed.evidence
    ),
    "Of inwoners in een andere gemeente terechtkunnen, en of er later iets is begonnen.": Pattern(
        "Confirmed none.", lambda x, v: x.sure_none
    ),
    "Of het ook geldt voor de rest van de gemeente; de bron gaat over een deel van het huidige gebied.": Pattern(
        "As for 'in part'."
    ),
    "Bij welke DUUP-regio {name} hoort.": Pattern(
        "The row of memberships is marked uncertain.", lambda x, v: x.membership["duup_uncertain"]
    ),
    "Of {name} formeel bij DUVO-regio {region} hoort; dat is afgeleid.": Pattern(
        "The row of memberships is derived.", lambda x, v: x.membership["certainty"] == "derived"
    ),
    "Of {programme} er ook is voor {groups}.": Pattern("A programme with evidence here is silent on them."),
    "Of je in de gemeente moet wonen of werken voor {programme}.": Pattern(
        "No stated access rule of the programme."
    ),
    "Welk bedrag DUUP-regio {region} echt krijgt en waaraan het wordt besteed.": Pattern(
        "Since the DUUP began, where no row of amounts_stated is about the region."
    ),
}  # fmt: skip
MUNICIPALITY = {m: Pattern(p.holds, p.check or HERE_CHECKS.get(m)) for m, p in MUNICIPALITY.items()}


def counted_as(status: str) -> Check:
    """The number in the sentence is that of the municipalities to which the slow twin gives the status."""

    def check(x: Any, values: dict[str, Any]) -> bool:
        return str(values.get("count", "1")).split(" ")[0].replace(".", "") == str(x.statuses.count(status))

    return check


def evidenced(x: Any) -> int:
    return x.statuses.count("evidenced_here") + x.statuses.count("evidenced_region")


COUNTRY: dict[str, Pattern] = {
    "Op {date} is voor {evidenced} van de {all} gemeenten (indeling {division}) een programma recent aangetoond; daar "
    "woont {share} van de inwoners. Recent is: de bron is hoogstens {years} jaar oud.": Pattern(
        "The number of municipalities with recent evidence, which is not zero.",
        lambda x, v: v["evidenced"] == str(evidenced(x)) != "0" and v["all"] == str(len(x.statuses)),
    ),
    "Op {date} is voor geen van de {all} gemeenten (indeling {division}) een programma recent aangetoond. "
    "Recent is: de "
    "bron is hoogstens {years} jaar oud.": Pattern("None has recent evidence.", lambda x, v: evidenced(x) == 0),
    "Waar kan een sekswerker die wil stoppen terecht?": Pattern("The question of the front page.", plain),
}  # fmt: skip
for one, many, status, holds in (
    ("Voor 1 gemeente ({share} van de inwoners) is eerder een programma aangetoond, maar niet recent bevestigd.",
     "Voor {count} gemeenten ({share} van de inwoners) is eerder een programma aangetoond, maar niet recent bevestigd.",
     "evidenced_earlier", "Older evidence only."),
    ("Voor 1 gemeente noemt een lokale regel of een plan hulp bij stoppen; of die er is, staat daar niet in.",
     "Voor {count} gemeenten noemt een lokale regel of een plan hulp bij stoppen; of die er is, staat daar niet in.",
     "announced", "No evidence; a rule in force or a recent plan."),
    ("In 1 gemeente is er volgens een bron geen programma, of stopte het laatste.",
     "In {count} gemeenten is er volgens een bron geen programma, of stopte het laatste.",
     "confirmed_none", "No evidence; a recent, explicit none or stop."),
    ("Van 1 gemeente weten we niet of er een programma is; het Rijk heeft wel haar regio aangewezen.",
     "Van {count} gemeenten weten we niet of er een programma is; het Rijk heeft wel hun regio aangewezen.",
     "assigned_only", "Nothing but the assignment counts."),
    ("Voor 1 gemeente vonden we geen bron die zegt of er op die dag een programma is. Dat is iets anders dan: er is "
     "niets.",
     "Voor {count} gemeenten vonden we geen bron die zegt of er op die dag een programma is. Dat is iets anders "
     "dan: er "
     "is niets.",
     "unknown", "Nothing counts, before the DUUP."),
):  # fmt: skip
    COUNTRY[one] = Pattern(f"{holds} One municipality.", counted_as(status))
    COUNTRY[many] = Pattern(f"{holds} The number is that of the slow twin.", counted_as(status))

SPOTS: dict[str, Pattern] = {
    "Op {date} is voor {count} geen programma recent aangetoond.": Pattern(
        "The number without recent evidence; why follows, by kind.",
        lambda x, v: v["count"].split(" ")[0] == str(len(x.statuses) - evidenced(x)),
    ),
    "Op {date} is voor elke gemeente een programma recent aangetoond.": Pattern(
        "All have recent evidence.", lambda x, v: evidenced(x) == len(x.statuses)
    ),
    "Te bevestigen: voor {count} was er eerder een programma, volgens een oudere bron.": Pattern(
        "Older evidence only.", counted_as("evidenced_earlier")
    ),
    "Te bevestigen: voor {count} noemt een lokale regel of een plan hulp bij stoppen.": Pattern(
        "No evidence; a rule or plan.", counted_as("announced")
    ),
    "Blinde vlek: van {count} weten we niet of er een programma is; het Rijk heeft de regio aangewezen.": Pattern(
        "Nothing but the assignment counts.", counted_as("assigned_only")
    ),
    "Blinde vlek: voor {count} vonden we geen bron die zegt of er op die dag een programma is.": Pattern(
        "Nothing counts, before the DUUP.", counted_as("unknown")
    ),
    "Witte vlek: in {count} is er volgens een bron geen programma, of stopte het laatste.": Pattern(
        "A recent, explicit none or stop.", counted_as("confirmed_none")
    ),
    "Een witte vlek, waar een recente bron zelf zegt dat er niets is, kennen we op die dag niet.": Pattern(
        "No municipality is confirmed none.", lambda x, v: "confirmed_none" not in x.statuses
    ),
}

# Checked by country_checks.py on a whole country; without a check: a heading, a question, a rule, or said always.
REGION = {
    "Loopt er in de regio {centre} een programma? Voor {count} gemeenten daar is dat niet recent bevestigd.":
        "The count is of municipalities to be confirmed or blind.",
    "Voor {count} gemeenten was er eerder een programma, zoals {names}. Loopt het nog?": "Evidenced earlier.",
    "Van {count} gemeenten is de DUUP-regio onzeker, zoals {name}. Wie weet waar zij bij horen?":
        "Memberships marked uncertain.",
    "Wie bedient in onze regio deze groep: {group}?": "A question.",
    "Wat kreeg je centrumgemeente dit jaar werkelijk uit de DUUP, en wat is daarmee gedaan?": "A question.",
    "Een bron met een datum is genoeg: een jaarverslag, een beschikking, een webpagina.": "Always.",
    "Geld is geen programma, en een regel of aanwijzing ook niet.": "The rule.",
    "Zegt een bron dat er geen programma is, dan is dat een witte vlek. Weten we het niet: een blinde vlek.":
        "The rule.",
    "Klopt er iets niet? Op de pagina van je gemeente staat hoe je het doorgeeft.": "Always.",
    "{claims} uitspraken en {sources} gebruikte bronnen; elke uitspraak heeft een bron en een datum.": "Counts.",
    "Bewijs heet recent als de bron hoogstens {years} jaar oud is.": "The limit that was chosen.",
    "Gegevens: editie {edition}, peildatum {date}.": "Always.",
}  # fmt: skip
REGION_PAGE = {
    "Op {date} is in de regio {region} voor {recent} van de {all} gemeenten een programma recent aangetoond "
    "({share} van de inwoners){rest}.": "Recent evidence in the region; the rest counts each other status that occurs.",
    "Op {date} is in de regio {region} voor geen van de {all} gemeenten een programma recent aangetoond{rest}.":
        "No recent evidence in the region; the rest counts each status that occurs.",
    "Op {date} was er nog geen DUUP: deze regio's bestaan sinds {begin}. Welke regio's er daarvoor waren, staat niet "
    "in de gegevens. Hier staan de gemeenten die er op {begin} bij hoorden.":
        "The date lies before the first day of duvo_duup; the rows are those of 1 January 2021.",
    "DUUP-regio {number} heeft {count} gemeenten en {people} inwoners ({share} van Nederland). De centrumgemeente is "
    "{centre}.": "Since the DUUP began.",
    "Op {date} bestaat de DUUP-regio {region} niet.": "The region has no municipalities on the date.",
    "We vonden tot deze datum geen bron die een programma in deze regio noemt.":
        "No claim, and no description with its centre in the region, of anything but assignments and rules.",
    "{name} ({date}) geldt voor {names}. Of er een programma is, staat er niet in.":
        "A local rule that names them, in force or not older than the limit.",
    "{name} ({date}) noemt {names}. Of die regel nu nog geldt, weten we niet.":
        "A local rule without a known end, older than the limit.",
    "We kennen op deze datum geen lokale regel die gemeenten in deze regio noemt.": "None speaks on the date.",
    "Deze regio grenst aan geen andere regio.": "Its municipalities share no border with those of another.",
    "Van geen recent aangetoond programma daar weten we dat mensen van hier er terechtkunnen.":
        "Recent evidence in the other region; no programme of it has a known executor and a stated rule that admits "
        "people from here.",
    "De toegangsregel sluit mensen van hier niet uit bij: {programmes}.":
        "Recently evidenced in the other region, with a known executor and a stated rule that admits people from "
        "anywhere, or the programme is evidenced here too.",
    "Vergelijkbaar zijn de {count} regio's die het meest lijken in aantal inwoners en aantal gemeenten. Het is geen "
    "ranglijst: verschil kan ook komen doordat bronnen ontbreken.": "The rule.",
    "Over deze regio kennen we op deze datum geen open vragen.": "None of those below applies.",
    "Van de gemeenten in deze regio is nog geen antwoord overgenomen.": "No row of answers of its municipalities.",
    "{name}: op {date} is het bewijs te oud ({programmes}).":
        "Recent evidence that becomes older than the limit on that day, by what is known now.",
    "In de twee jaar na deze datum wordt hier voor geen gemeente al het recente bewijs te oud.":
        "No municipality loses its last recent evidence by the passing of time.",
    "Voor wie?": "A heading.",
    "Wat weten we niet?": "A heading.",
    "Wie antwoordde zelf?": "A heading.",
    "Wat wordt te oud?": "A heading.",
    "Of er een programma is voor: {names}.": "Unknown or assigned only.",
    "Of het aanbod er nog is voor: {names}. De bronnen zijn ouder dan de grens.": "Evidenced earlier.",
    "Of de aangekondigde hulp er is voor: {names}.": "Announced.",
    "Of deze gemeenten bij de regio horen: {names}.": "Memberships of the region marked uncertain.",
    "Of deze gemeenten ook bij de regio horen: {names}. Nu staan ze bij een andere regio.":
        "Memberships of other regions marked uncertain, with this region among the alternatives.",
    "Wie {programme} uitvoert.": "A programme with evidence in the region of which no source names who runs it.",
    "Of je in de regio moet wonen of werken voor {programme}.": "No stated access rule of such a programme.",
    "Of er hulp is voor de {count} doelgroepen waarover geen bron over een programma hier iets zegt.":
        "No programme linked to the region says anything on them.",
    "Welk bedrag de regio echt krijgt en waaraan het wordt besteed.":
        "Since the DUUP began, where no row of amounts_stated is about the region.",
}  # fmt: skip
GROUPS = {
    "Op {date} zegt voor {served} van de {all} gemeenten een recent aangetoond programma dat het deze groep bedient: "
    "{group}. Daar woont {share} van de inwoners.": "Municipalities with cover 'served', which is not zero.",
    "Op {date} zegt voor geen van de {all} gemeenten een recent aangetoond programma dat het deze groep bedient: "
    "{group}.": "None is served.",
    "Onvoldoende bereik meldt een programma in {count}.": "Cover 'insufficient'.",
    "Dat het de groep niet bedient, zegt een programma in {count}.": "Cover 'not served'.",
    "Voor {count} zegt geen recent aangetoond programma er iets over: dat is geen nee.": "The four kinds of silence.",
    "Voor {count} daarvan zei een programma dat het de groep bediende; dat is niet recent bevestigd.":
        "A programme evidenced earlier said so.",
    "Voor {count} daarvan noemt alleen een landelijk programma de groep.": "Only national reach.",
    "Op {date} zegt voor {served} van de {all} groepen een recent aangetoond programma dat het die bedient.":
        "Groups with cover 'served' in some municipality.",
    "Op {date} zegt voor geen van de {all} groepen een recent aangetoond programma dat het die bedient.":
        "No group is served anywhere.",
    "Voor {count} groepen zei alleen een eerder aangetoond programma dat; of dat nog zo is, weten we niet.":
        "Groups served nowhere, with cover 'served earlier' somewhere.",
    "Voor 1 groep zei alleen een eerder aangetoond programma dat; of dat nog zo is, weten we niet.":
        "One such group.",
    "Zwijgen is geen nee.": "The rule.",
    "Op {date} zegt een recent aangetoond programma voor {place} dat het deze groep bedient ({people}): {names}.":
        "Programmes with recent evidence for the municipality that say they serve each of the groups.",
    "Op {date} is voor {place} geen deur met recent bewijs bekend voor deze groep ({people}).": "There is none.",
    "Een landelijk programma noemt de groep: {names}.": "National reach that counts, and the groups served.",
    "Eerder aangetoond, en volgens de bron voor deze groep: {names}. Of dat nog zo is, weten we niet.":
        "Programmes evidenced earlier that said they serve each of the groups.",
    "Wel aangetoond, nu of eerder, zonder een woord over deze groep: {names}. Dat is geen nee.":
        "None of those; programmes evidenced that say nothing of one of the groups.",
    "Deze programma's zeggen de groep minder vaak, onvoldoende of niet te bedienen: {names}.":
        "None of those; programmes evidenced that say so.",
    "Ook eerder is er geen programma voor deze gemeente aangetoond.":
        "No claim that makes evidence stands for the municipality.",
    "Aan {whom}: welk programma helpt nu iemand uit {place} die wil stoppen met sekswerk en bij deze groep hoort: "
    "{people}? Wie voert het uit, en wat moet iemand doen om erin te komen?": "A question.",
    "Op {date} zegt bij {rows} van de {all} {scope} een recent aangetoond programma iets over {dimension}: "
    "{spoken} van "
    "de {cells} vakken zijn gevuld, waarvan {refused} met een nee.": "Cells by programmes recently evidenced.",
    "Een streepje betekent dat we er geen bron over vonden; dat is geen nee. Tussen haakjes staat wat eerder is "
    "gezegd, "
    "met het jaar.": "The notation of the table.",
    "Over {spoken} van de {all} doelgroepen zegt een recent aangetoond programma iets. Zwijgen is geen "
    "nee.": "A count.",
    "Het vaakst bediend: {group}, in {count}.": "Some group is served.",
    "De lichte balken: een eerder aangetoond programma zei dat. Of het er nog is, weten we niet.":
        "Some group has cover 'served earlier'.",
    "Geen programma van nu of eerder zegt deze groepen te bedienen: {groups}.": "Neither served nor served earlier.",
    "Van {count} groepen zegt geen programma van nu of eerder dat het die bedient.": "Too many such groups to name.",
    "Voor wie zijn de programma's?": "A heading.",
}  # fmt: skip
CHANGES = {
    "Tussen {first} en {second} (indeling {division}) kwam er bewijs van een programma bij voor {count}.":
        "No evidence of any age on the first date, recent evidence on the second.",
    "Volgens een bron stopte het in {count}.": "Recent evidence, then a stop or none that took it back.",
    "Een ander programma, of een andere manier, is er aangetoond voor {count}.": "Evidenced on both, differently.",
    "Niet meer recent bevestigd is het in {count}: dat is stilte, geen stop.": "Recent, then earlier.",
    "Opnieuw recent aangetoond is het in {count}.": "Earlier, then recent.",
    "Over {count} werd pas na {first} bekend hoe het er op die dag voor stond.":
        "Judged otherwise by what was known then.",
    "Vergeleken wordt wat editie {name} van {date} zei met wat we daar nu van weten.": "The same day.",
    "Sinds editie {name} ({date}) kwam er bewijs van een programma bij voor {opened}, en stopte het volgens een "
    "bron in "
    "{closed}.": "As above, since an edition.",
    "Over {date} zelf weten we nu meer in {learned}, en zeggen we iets anders dan de editie in {corrected}.":
        "Some municipality was learned or corrected.",
    "Over {date} zelf is niets bijgeleerd en niets gecorrigeerd.": "None was.",
    "De editie is gemaakt met een eerdere regel voor de status; daardoor is het woord anders voor {count}.":
        "The edition holds an earlier rule.",
    "Welke doelgroepen worden bediend, is anders in {count}.": "Groups differ.",
    "De berekende bedragen verschillen in {count} regio's.": "Amounts differ.",
    "Er is geen eerder moment om mee te vergelijken: {base} ligt niet voor {on}.": "No earlier moment.",
    "Vergeleken met {date}, zoals wij dat nu weten.": "A date was chosen.",
    "Er is geen editie van drie maanden eerder. Vergeleken is met {date}, zoals wij dat nu weten.":
        "No edition of three months before the date.",
}  # fmt: skip
SLIDES = {
    "Groepen waarvan een recent aangetoond programma zegt dat het ze bedient: {recent} van de {all}. Eerder gezegd: "
    "{earlier}.": "Groups of the region as its page counts them.",
    "Voor geen gemeente in deze regio is een programma aangetoond, ook niet eerder.":
        "No programme has evidence of any age for a municipality of the region.",
    "Bronnen die over deze regio spraken, per half jaar: {spoken}.": "The course of the region.",
    "{date}: recent bewijs voor {count} van de {all} gemeenten, waar {share} van de inwoners woont.":
        "Municipalities of the region on that day, by the status of that day.",
    "Buren: {names}. Recent bewijs is er in {served}.": "Adjoining regions; those with a municipality evidenced.",
    "Buren: {names}. Ook daar is geen recent bewijs.": "None of them has one; the region itself may have.",
    "Wit, blind en te bevestigen zijn drie verschillende dingen. We tellen ze nooit bij elkaar op.": "The rule.",
    "Waar is geen recent bewijs, en waarom?": "A heading.",
    "Of er een programma loopt, is voor {count} niet recent bevestigd.": "Blind or to be confirmed.",
    "De getallen zijn inwoners. Hoeveel sekswerkers er wonen, weten we niet.": "Always.",
    "Wie kan het weten?": "A heading.",
    "De DUUP verdeelt {budget} per jaar ({year}) naar inwoners ({people}) over {count} regio's.": "The baseline.",
    "Berekend: van {low} voor {lowest} tot {high} voor {highest}.": "The baseline.",
    "Wat elke centrumgemeente echt kreeg, staat in geen bron die wij hebben.": "`amounts_stated` has no row.",
    "Van {known} van de {all} regio's noemt een bron wat de centrumgemeente echt kreeg.":
        "Regions with a row in `amounts_stated`.",
    "In {year} kreeg de centrumgemeente volgens de bron {amount}.": "A row of `amounts_stated`.",
    "Wat de regel voor dat jaar geeft, is niet te berekenen.": "No budget is known for that year.",
    "Dat is wat de regel geeft.": "The amount of the baseline with the budget of that year.",
    "Dat is {difference} meer dan de regel geeft ({computed}).": "More than that.",
    "Dat is {difference} minder dan de regel geeft ({computed}).": "Less than that.",
    "Op {date} bestond de DUUP nog niet; dit is de verdeling van nu.": "Before 2021.",
    "Bedragen van {high} ({highest}) tot {low} ({lowest}).": "The baseline.",
    "Kanttekeningen bij de bedragen, op de pagina Gegevens: {titles}.": "Contradictions about the money, by title.",
    "Geld of een aanwijzing is nog geen programma: sinds 2021 hoort elke gemeente bij een aangewezen "
    "regio.": "The rule.",
    "{date}: recent aangetoond voor {count}, waar {share} van de inwoners woont.": "Recent evidence on that day.",
    "Minder recent bewijs is iets anders dan minder aanbod: het hangt ook af van hoeveel bronnen er spreken.":
        "The rule.",
    "Bronnen die spraken, per half jaar: {spoken}.": "Counts.",
    "Elk jaar staat in de gemeentegrenzen van die dag, zoals op het overzicht.": "Always.",
    "Weinig bronnen is iets anders dan weinig programma's.": "The rule.",
}  # fmt: skip
LAYERS = {
    "Geld is nog geen programma.": "The rule.",
    "Een regeling is nog geen programma.": "The rule.",
    "Geen cijfer betekent niet dat niemand meedeed.": "The rule.",
    "Dat zegt niets over hulp in een gemeente zelf.": "The rule.",
    "Stand op {date}.": "Always.",
    "{state}: {count} van de {all} gemeenten.": "Municipalities per state.",
    "Op {date} gold {scheme}.": "A state scheme was in force.",
    "Op {date} gold geen rijksregeling.": "None was.",
}
HELP = {
    "Wil je stoppen met sekswerk of zoek je ander werk?": "Always.",
    "Er is niet één adres voor iedereen. Je kunt je gemeente vragen welke hulp er in jouw regio is.":
        "Always: S4 has 18 municipalities coordinate help; no source names one place for everyone.",
    "Wij weten niet zeker of ze nu nog plek hebben of jou kunnen helpen. Bij direct gevaar bel je 112.": "Always.",
    "Wil je stoppen met sekswerk? Vraag je gemeente welke hulp er in de regio is; er is niet één adres voor iedereen. "
    "Bij direct gevaar: 112.": "Always.",
    "Deze namen komen uit openbare bronnen. De datum zegt wanneer een bron dit schreef. Sommige helpen alleen mensen "
    "uit één stad of regio, of één groep. Staat een organisatie er niet bij? Dan kan zij toch bestaan.": "Always.",
}  # fmt: skip

PROGRAMME = {
    "Dit is een aanwijzing door het Rijk: dat zegt niet of er een programma is.": "An assignment of the DUUP.",
    "Tot {date} vonden we geen bron die dit noemt.": "No description and no claim of it up to the date.",
    "Soort werk: {kind}. Dat telt hier niet als hulp bij stoppen.": "Neither exit programme nor exit support.",
    "Op {date} recent aangetoond voor {count}.": "Municipalities with recent evidence of the programme.",
    "Volgens een bron is dit programma gestopt: {date}.": "No recent evidence; a source says that it stopped.",
    "Op {date} is dit programma niet recent aangetoond.": "Older evidence only.",
    "Op {date} is dit programma voor geen enkele gemeente aangetoond, ook niet eerder.": "No evidence of any age.",
    "Volgens een oudere bron was het er voor {count}.": "Municipalities with older evidence only.",
    "Een bron noemt het landelijk; dat zegt niets over hulp in een gemeente zelf.":
        "A recent source: national reach, without limits.",
    "Een bron noemt het landelijk, voor een deel van de mensen; dat zegt niets over hulp in een gemeente zelf.":
        "The same with limits.",
    "Van dit programma hebben we tot deze datum geen fasen vastgelegd. De regeling RUPS II vroeg om een plan met vier "
    "fasen: contact, oriëntatie, uitvoering en nazorg.": "No row of activities up to the date names a phase.",
    "Bronnen noemen {count} programma's, het oudste vanaf {year}.": "A count.",
    "Van {begin} tot {end} was er geen regeling van het rijk.": "A stretch between two schemes.",
    "Bevestigt niemand iets, dan is een programma op {last} niet meer recent aangetoond voor {count}.":
        "Recent today, earlier on a day to come, by the passing of time.",
    "Geen gemeente met recent bewijs op {first} heeft op {last} alleen nog bewijs dat te oud werd.":
        "There is none.",
    "Recent aangetoond op {first} en niet meer op {last}, want geen bron bevestigde het: {count}.":
        "Recent on the first day, earlier on the last; both have passed.",
}  # fmt: skip


def told_of(words: dict[str, str]) -> dict[str, Pattern]:
    """Conditions in words, with the check from the raw rows where one of the tables of checks has one."""
    checks = EDITION_CHECKS | CHECKS | REGION_CHECKS | DOOR_CHECKS | SLIDE_CHECKS | MONEY_CHECKS
    return {pattern: Pattern(holds, checks.get(pattern)) for pattern, holds in words.items()}


TABLE: dict[str, dict[str, Pattern]] = {
    "A municipality": MUNICIPALITY,
    "The country": COUNTRY,
    "Spots": SPOTS,
    "A region": told_of(REGION),
    "The page of a region": told_of(REGION_PAGE),
    "Groups": told_of(GROUPS),
    "Changes": told_of(CHANGES),
    "Slides": told_of(SLIDES),
    "Layers": told_of(LAYERS),
    "A programme, and what grows old": told_of(PROGRAMME),
    "Where to turn": {m: Pattern(h, check) for m, (h, check) in TURNING.items()} | told_of(HELP),
    "Answers for parliament": {m: Pattern(h, check) for m, (h, check) in PARLIAMENT.items()},
}
DOCUMENT = ROOT / "docs" / "sentences.md"


def document() -> str:
    """docs/sentences.md."""
    parts = [
        "# Sentences, and when they may be said",
        "Generated by `PYTHONPATH=. python tests/analysis/sentence_table.py` from the table in that file. "
        "Sentences with a "
        "tick are said about every municipality (or the country, a region, an edition) on many dates and compared "
        "with the raw tables by `tests/analysis/test_sentences.py`, `test_country_sentences.py`, "
        "`test_region_sentences.py`, `test_edition_sentences.py` and `test_parliament.py`; a sentence of these "
        "modules without a row "
        "here fails that test.",
    ]
    for about, rows in TABLE.items():
        lines = [f"| {m} | {p.holds} | {'✓' if p.check not in (None, plain) else ''} |" for m, p in rows.items()]
        parts.append("\n".join([f"## {about}\n", "| sentence | holds when | checked |", "|---|---|---|", *lines]))
    return "\n\n".join(parts) + "\n"


if __name__ == "__main__":
    DOCUMENT.write_text(document(), encoding="utf-8")
