"""The one dictionary of the product: codes in the data, words and colours on the screen.

Every code that a table, an address or an export may hold is a member of an enum here, with its
Dutch and English label and, where readers need it, its definition. Map, legend, table, tooltip,
profile and export take words and colours from here and nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

ATTRIBUTION = "CBS / Kadaster (PDOK), CC BY 4.0"  # of boundaries and inhabitants, on every map and in every export

Language = Literal["nl", "en"]
Pattern = Literal["", "hatch", "falling", "dots", "lines"]


@dataclass(frozen=True, slots=True)
class Term:
    """Label and definition of a code in both languages."""

    nl: str
    en: str
    definition_nl: str = ""
    definition_en: str = ""


@dataclass(frozen=True, slots=True)
class Style:
    """How an area is drawn: fill (hex), pattern over it, and the colour of text upon it."""

    fill: str
    pattern: Pattern = ""
    ink: str = "#1b1f24"


# What each pattern draws on a tile of 8 by 8, as the d of an SVG path. The map in the browser has the same (drawing.js).
PATTERN_TILES = {
    "hatch": "M-2,2 l4,-4 M0,8 l8,-8 M6,10 l4,-4",
    "falling": "M-2,6 l4,4 M0,0 l8,8 M6,-2 l4,4",
    "lines": "M0,3.5 h8",
    "dots": "M2,2 h0.01 M6,6 h0.01",
}


# The colour of each pattern, at least 3:1 on every fill under it; style sheets and scripts repeat it (tests/accessibility).
PATTERN_LINE: dict[Pattern, str] = {"hatch": "#6b7580", "falling": "#2f6f9f", "dots": "#8a6d12", "lines": "#7e4166"}


class Code(StrEnum):
    """A code with words; subclasses give each member its :class:`Term`."""

    _term: Term

    # The words have defaults only so that looking a code up by its value, Status("unknown"), passes a type checker.
    def __new__(cls, value: str, nl: str = "", en: str = "", definition_nl: str = "", definition_en: str = "") -> Code:
        member = str.__new__(cls, value)
        member._value_ = value
        member._term = Term(nl, en, definition_nl, definition_en)
        return member

    def label(self, language: Language = "nl") -> str:
        """What a reader sees."""
        return self._term.nl if language == "nl" else self._term.en

    def definition(self, language: Language = "nl") -> str:
        """What the code means, in one or two sentences; empty when the label says it all."""
        return self._term.definition_nl if language == "nl" else self._term.definition_en


class Status(Code):
    """Is there a programme for people from this municipality on the reference date? Strongest evidence first."""

    EVIDENCED_HERE = (
        "evidenced_here", "recent aangetoond in de gemeente", "recently evidenced here",
        "Een recente bron noemt deze gemeente. Volgens die bron zit hier een programma dat helpt bij stoppen met sekswerk, "
        "of werkt zo'n programma hier.",
        "A recent source names this municipality: a programme that helps people leave sex work is located or works here.",
    )
    EVIDENCED_REGION = (
        "evidenced_region", "recent aangetoond via de regio", "recently evidenced through the region",
        "Een recente bron zegt dat mensen van hier terechtkunnen bij een programma dat ergens anders zit, of dat er alleen "
        "veldwerk is. De bron noemt de gemeente zelf, of een gebied waar zij bij hoort. Welk van de twee, staat erbij.",
        "A recent source says that people from here can turn to a programme elsewhere, or that it only does outreach here. "
        "The source names the municipality itself or an area that it lies in; which of the two is stated.",
    )
    EVIDENCED_EARLIER = (
        "evidenced_earlier", "eerder aangetoond, niet recent bevestigd", "evidenced earlier, not confirmed recently",
        "Er is een oudere bron over een programma voor deze gemeente. Daarna vonden we geen bericht dat het er nog "
        "is, en ook niet dat het is gestopt. Misschien bestaat het nog. Dat weten we niet.",
        "An older source speaks of a programme for this municipality. We found no later report that it runs, nor one that "
        "it stopped. It may still exist; we do not know.",
    )
    ANNOUNCED = (
        "announced", "aangekondigd in een regel of plan", "announced in a rule or plan",
        "Een geldende regel van een gemeente noemt hulp bij stoppen voor deze gemeente of dit gebied, of een bron noemt een "
        "plan. Of de hulp er al is, en wie die geeft, staat er niet in.",
        "A local rule in force names help with leaving for this municipality or area, or a source names a plan. Whether "
        "the help exists, and who gives it, it does not say.",
    )
    ASSIGNED_ONLY = (
        "assigned_only", "alleen aangewezen door het Rijk", "only assigned by the state",
        "Het Rijk heeft een gemeente in de regio aangewezen. Die krijgt geld met als doel hulp bij stoppen. Of er een "
        "programma is, is niet bekend.",
        "The state assigned a municipality in the region, which gets money meant for help with leaving. Whether there is a "
        "programme is not known.",
    )
    CONFIRMED_NONE = (
        "confirmed_none", "volgens een bron niet", "none, according to a source",
        "Een bron zegt zelf dat hier geen programma is, of dat het laatste programma hier is gestopt. We zetten dit niet "
        "neer als een bron alleen zegt dat er geen geld, geen kennis of geen probleem is.",
        "A source says in so many words that there is no programme here, or that the last one stopped. No money, no "
        "knowledge or no problem is not enough.",
    )
    UNKNOWN = (
        "unknown", "geen bron die het zegt", "no source that says",
        "We vonden geen bron die zegt of er op deze datum hulp bij stoppen is. Dat is iets anders dan: er is niets.",
        "We found no source that says whether there is help with leaving on this date. That is not the same as none.",
    )


class FormerStatus(Code):
    """Statuses of the rule before November 2026, which editions of that time hold."""

    REMOTE_ONLY = ("remote_only", "alleen landelijk of op afstand", "only remote or national")
    ON_PAPER = ("on_paper", "op papier", "on paper")


EVIDENCED = frozenset({Status.EVIDENCED_HERE, Status.EVIDENCED_REGION})
EVER_EVIDENCED = EVIDENCED | {Status.EVIDENCED_EARLIER}
# Three kinds of spot without recent evidence, never added up under one word.
WHITE = (Status.CONFIRMED_NONE,)
BLIND = (Status.UNKNOWN, Status.ASSIGNED_ONLY)
TO_CONFIRM = (Status.EVIDENCED_EARLIER, Status.ANNOUNCED)

# Okabe-Ito hues, so that the seven stay apart for colour-blind readers; the pattern repeats the difference.
STATUS_STYLE: dict[Status, Style] = {
    Status.EVIDENCED_HERE: Style("#00558c", ink="#ffffff"),
    Status.EVIDENCED_REGION: Style("#56b4e9"),
    Status.EVIDENCED_EARLIER: Style("#dbe9f4", "falling"),
    Status.ANNOUNCED: Style("#ead2df", "lines"),
    Status.ASSIGNED_ONLY: Style("#f7e3a1", "dots"),
    Status.CONFIRMED_NONE: Style("#c4451c", ink="#ffffff"),
    Status.UNKNOWN: Style("#d3d8de", "hatch"),
}


class ShareStep(Code):
    """Which part of the inhabitants of a region, in steps that a map can show."""

    NONE = ("none", "niemand", "nobody")
    UP_TO_A_THIRD = ("up_to_a_third", "hoogstens een derde", "at most a third")
    UP_TO_TWO_THIRDS = ("up_to_two_thirds", "een derde tot twee derde", "a third to two thirds")
    MOST = ("most", "meer dan twee derde", "more than two thirds")
    ALL = ("all", "iedereen", "everyone")


SHARE_STYLE: dict[ShareStep, Style] = {
    ShareStep.NONE: Style("#e9f2f7"),
    ShareStep.UP_TO_A_THIRD: Style("#a5c9dc"),
    ShareStep.UP_TO_TWO_THIRDS: Style("#6aa0bf"),
    ShareStep.MOST: Style("#2f7395", ink="#ffffff"),
    ShareStep.ALL: Style("#0a3f57", ink="#ffffff"),
}


class ProgrammeKind(Code):
    """What a programme is by the words of its source; only those in :data:`EVIDENCE_KINDS` are help with leaving."""

    EXIT_PROGRAMME = (
        "exit_programme", "uitstapprogramma", "exit programme",
        "Een bron zegt dat het doel is om mensen te helpen die willen stoppen met sekswerk.",
        "A source says that the aim is to help people who want to leave sex work.",
    )
    EXIT_SUPPORT = (
        "exit_support", "hulp bij stoppen, binnen breder werk", "help with leaving, within wider work",
        "Bredere hulp aan sekswerkers. Een bron zegt dat hulp bij stoppen daar een deel van is.",
        "Wider help to sex workers; a source says that help with leaving is a part of it.",
    )
    SOCIAL_WORK = (
        "social_work", "maatschappelijk werk", "social work",
        "Hulp aan sekswerkers. De bron noemt stoppen niet als doel.",
        "Help to sex workers; the source does not name leaving as an aim.",
    )
    SHELTER_CARE = (
        "shelter_care", "opvang of behandeling", "shelter or treatment",
        "Opvang, bescherming of behandeling. De bron noemt stoppen niet als doel.",
        "Shelter, protection or treatment; the source does not name leaving as an aim.",
    )
    ENFORCEMENT_CONTACT = (
        "enforcement_contact", "hulp aangeboden bij controles", "help offered during inspections",
        "Een gesprek of hulp rond een controle. Dat is geen uitstapprogramma.",
        "A talk or help around an inspection; no exit programme.",
    )
    PLAN = (
        "plan", "plan", "plan",
        "Een voornemen. Dat het er kwam, is niet gevonden.", "An intention; that it came about was not found.",
    )
    REGULATION = (
        "regulation", "lokale regel", "local rule",
        "Een regel van een gemeente die geld geeft voor hulp bij stoppen. Wie de hulp geeft staat er niet in.",
        "A municipal rule that grants money for help with leaving; it does not say who gives the help.",
    )
    ASSIGNMENT = (
        "assignment", "aanwijzing door het Rijk", "assignment by the state",
        "Het Rijk heeft een gemeente aangewezen, die geld krijgt met als doel hulp bij stoppen.",
        "The state assigned a municipality, which gets money meant for help with leaving.",
    )
    FIGURE = (
        "figure", "alleen cijfers", "figures only",
        "Geen programma: een verzamelplaats voor cijfers over meer programma's samen.",
        "No programme: a place for figures on several programmes together.",
    )


EVIDENCE_KINDS = frozenset({ProgrammeKind.EXIT_PROGRAMME, ProgrammeKind.EXIT_SUPPORT})
ANNOUNCING_KINDS = EVIDENCE_KINDS | {ProgrammeKind.PLAN, ProgrammeKind.REGULATION}


class ExitAim(Code):
    """What the source says of leaving sex work as an aim."""

    STATED = ("stated", "bron noemt stoppen als doel", "source names leaving as an aim")
    NOT_STATED = ("not_stated", "bron noemt stoppen niet als doel", "source does not name leaving as an aim")
    STATED_NOT = ("stated_not", "bron zegt dat stoppen niet het doel is", "source says that leaving is not the aim")


class DateBasis(Code):
    """Where the date of a row comes from."""

    STATED = ("stated", "staat in de bron", "stated in the source")
    PUBLISHED = ("published", "datum van het bericht", "date of publication")
    ESTIMATED = (
        "estimated", "geschat", "estimated",
        "De bron heeft geen datum. De maker van de gegevens schatte die; waar het kan staan de vroegste en laatste datum erbij.",
        "The source has no date. The maker of the data estimated it, with the earliest and latest date where possible.",
    )


class AreaReading(Code):
    """How sure it is which area the source means with its words."""

    EXACT = ("exact", "het gebied is duidelijk", "the area is clear")
    LIKELY = ("likely", "waarschijnlijk dit gebied", "probably this area")
    VAGUE = ("vague", "te vaag om gemeenten te noemen", "too vague to name municipalities")


class AreaKind(Code):
    """What makes an area an area."""

    PROVINCE = ("province", "provincie", "province")
    OFFICIAL_REGION = ("official_region", "officiële regio", "official region")
    LISTED = ("listed", "in een bron opgesomd", "listed in a source")
    DUVO_REGION = ("duvo_region", "DUVO-regio", "DUVO region")
    DUUP_REGION = ("duup_region", "DUUP-regio", "DUUP region")


class NoClaimReason(Code):
    """Why an active period of a programme says nothing about any municipality."""

    AREA_IN_WORDS = ("area_in_words", "alleen een gebied in woorden, te vaag voor gemeenten", "only an area in words, too vague for municipalities")
    NO_PLACE = ("no_place", "de bron noemt geen plaats", "the source names no place")
    NATIONAL = ("national", "landelijk, zonder plaats", "national, without a place")
    NOT_EXIT = ("not_exit", "deze bron noemt geen hulp bij stoppen", "this source names no help with leaving")
    UNDATED = ("undated", "de bron heeft geen datum", "the source has no date")
    RULE_EXPIRED = ("rule_expired", "de regel is vervallen", "the rule has expired")


class VerdictSubject(Code):
    """What a verdict is about."""

    COVERAGE = ("coverage", "dekking", "coverage")
    GROUPS = ("groups", "doelgroepen", "target groups")
    MONEY = ("money", "geld", "money")
    COMMITMENT = ("commitment", "toezegging of opdracht", "promise or request")


class VerdictScope(Code):
    """Which help a verdict speaks of; only the first is about exit programmes and may stand beside their coverage."""

    EXIT = ("exit", "uitstapprogramma's", "exit programmes")
    VICTIM_CARE = ("victim_care", "zorg voor slachtoffers van mensenhandel", "care for victims of trafficking")
    SEX_WORK_ACT = ("sex_work_act", "wetsvoorstel over sekswerk", "bill on sex work")
    HEALTH_CARE = ("health_care", "zorg voor seksuele gezondheid", "sexual health care")


class VerdictStrength(Code):
    """What kind of saying a verdict is."""

    FINDING = (
        "finding", "bevinding", "finding",
        "Uit onderzoek, of door een minister doorgegeven onderzoek.", "From research, or research that a minister passed on.",
    )
    OPINION = (
        "opinion", "mening of advies", "opinion or advice",
        "Van een partij, uitvoerder, adviseur of één persoon.", "Of a party, provider, adviser or one person.",
    )
    DECISION = ("decision", "besluit", "decision", "Geld, regel of stemming.", "Money, rule or vote.")
    AIM = ("aim", "doel of belofte", "aim or promise", "Een doel, voornemen of belofte.", "A goal, intention or promise.")
    QUESTION = (
        "question", "vraag, uitkomst niet gevonden", "question, outcome not found",
        "Gevraagd of toegezegd; wat ervan kwam is niet gevonden.", "Asked or due; what came of it was not found.",
    )


class Nationwide(Code):
    """What a verdict answers to the question whether there is a network that covers the whole country."""

    YES = ("yes", "ja", "yes", "Zegt dat het er is.", "Says that there is one.")
    PARTLY = (
        "partly", "deels", "in part",
        "Noemt delen van het land, en zegt niet of het geheel gedekt is.", "Names parts of the country, not whether all of it is covered.",
    )
    NOT_YET = ("not_yet", "nog niet", "not yet", "Zegt dat het er (nog) niet volledig is.", "Says that it is not complete (yet).")
    AIMED = ("aimed", "is het doel", "is the aim", "Noemt het als doel; dat is geen oordeel.", "Names it as an aim, which is no verdict.")


# Of marks in a lane of their own, which has the word.
NATIONWIDE_STYLE: dict[Nationwide, Style] = {
    Nationwide.YES: Style("#00558c", ink="#ffffff"),
    Nationwide.PARTLY: Style("#56b4e9"),
    Nationwide.NOT_YET: Style("#c4451c", ink="#ffffff"),
    Nationwide.AIMED: Style("#d3d8de", "hatch"),
}


class PromiseOutcome(Code):
    """What became of a promise or a request, by a later source that was found."""

    KEPT = ("kept", "uitgevoerd", "carried out")
    PARTLY = ("partly", "deels uitgevoerd", "carried out in part")
    UNKNOWN = ("unknown", "niet gevonden wat ervan kwam", "what came of it was not found")


class ParliamentQuestion(Code):
    """A question that is asked in parliament; the label is the question."""

    NETWORK = ("network", "Is er een landelijk dekkend netwerk?", "Is there a network that covers the whole country?")
    MISSED = ("missed", "Wie wordt gemist?", "Who is missed?")
    FAIRNESS = ("fairness", "Is het geld eerlijk verdeeld?", "Is the money shared out fairly?")
    SINCE = ("since", "Wat veranderde er onder de regeling van nu?", "What changed under the present scheme?")
    UNKNOWN = ("unknown", "Wat weten we niet?", "What is not known?")
    PROMISES = ("promises", "Wat is er toegezegd of gevraagd?", "What was promised or asked?")


class Sureness(Code):
    """How sure an answer is, by the number, age and reading of the sources it rests on (docs/method.md)."""

    FIRM = ("firm", "vrij zeker", "fairly sure")
    FAIR = ("fair", "redelijk zeker", "reasonably sure")
    WEAK = ("weak", "onzeker", "unsure")
    NONE = ("none", "niet te zeggen", "cannot be told")


class Phase(Code):
    """Phase of a programme in which an activity falls, by its source or by the reading of it."""

    CONTACT = ("contact", "contact leggen", "making contact")
    ORIENTATION = ("orientation", "oriënteren", "orientation")
    EXECUTION = ("execution", "uitvoeren", "execution")
    AFTERCARE = ("aftercare", "nazorg", "aftercare")
    UNSPECIFIED = ("unspecified", "fase niet genoemd", "phase not named")


class FeatureKind(Code):
    """What a source tells of how a programme works."""

    AIM = ("aim", "doel", "aim")
    INTAKE = ("intake", "aanmelding en instroom", "intake")
    METHOD = ("method", "werkwijze", "method")
    DURATION = ("duration", "duur", "duration")
    AGE = ("age", "leeftijd", "age")
    LANGUAGE = ("language", "taal", "language")
    STAFF = ("staff", "inzet van medewerkers", "staff")
    COOPERATION = ("cooperation", "samenwerking", "cooperation")
    COFINANCING = ("cofinancing", "eigen bijdrage", "co-financing")
    REGISTRATION = ("registration", "registratie", "registration")
    BOTTLENECK = ("bottleneck", "knelpunt", "bottleneck")
    SUCCESS_FACTOR = ("success_factor", "succesfactor", "success factor")
    CONTINUATION = ("continuation", "voortzetting", "continuation")


# What is found about programmes together beside their results, rather than what helps: how many came, how long it took,
# what was counted, what became of them.
HOW_IT_GOES = (
    FeatureKind.AIM, FeatureKind.INTAKE, FeatureKind.DURATION, FeatureKind.REGISTRATION, FeatureKind.COFINANCING,
    FeatureKind.CONTINUATION,
)  # fmt: skip


class RuleKind(Code):
    """What a rule of a scheme is about."""

    CRITERION = ("criterion", "inhoud", "content")
    ELIGIBILITY = ("eligibility", "wie kan aanvragen", "who may apply")
    PRIORITY = ("priority", "voorrang", "priority")
    REFUSAL = ("refusal", "weigering", "refusal")
    AMOUNT = ("amount", "bedrag", "amount")
    COFINANCING = ("cofinancing", "eigen bijdrage", "co-financing")
    DEADLINE = ("deadline", "termijn", "deadline")
    REPORTING = ("reporting", "verantwoording", "reporting")


class Adoption(Code):
    """What became of a recommendation, by a later source."""

    ADOPTED = ("adopted", "overgenomen", "adopted")
    PARTLY = ("partly", "deels overgenomen", "adopted in part")
    NOT_ADOPTED = ("not_adopted", "niet overgenomen", "not adopted")
    UNKNOWN = ("unknown", "niet bekend", "not known")


class Relation(Code):
    """What a claim says about programme and municipality."""

    LOCATION = ("location", "vestiging", "location", "Het programma zit hier.", "The programme is located here.")
    CATCHMENT = ("catchment", "werkgebied", "catchment", "Het programma zegt hier te werken.", "The programme says it works here.")
    REGIONALLY_ACCESSIBLE = (
        "regionally_accessible", "regionaal toegankelijk", "regionally accessible",
        "Het programma zit ergens anders. Mensen van hier kunnen er terecht, of zijn er al geholpen.",
        "The programme is elsewhere. People from here can go there, or were helped there.",
    )
    NATIONAL = (
        "national", "landelijk toegankelijk", "nationally accessible",
        "Open voor mensen uit het hele land, vaak voor een deel van de doelgroep.",
        "Open to people from the whole country, often for part of the target group.",
    )
    PLANNED = ("planned", "gepland", "planned", "Een plan of aanwijzing.", "A plan or an assignment.")
    EXPLICIT_NONE = ("explicit_none", "uitdrukkelijk geen", "explicitly none", "De bron zegt dat er niets is.", "The source says there is none.")
    STOPPED = ("stopped", "gestopt", "stopped", "Het programma is hier gestopt.", "The programme stopped here.")


class Basis(Code):
    """On what a claim rests; outreach alone is weaker than a programme, paper is no programme."""

    PROGRAMME = ("programme", "programma", "programme")
    OUTREACH = ("outreach", "alleen veldwerk", "outreach only")
    REGULATION = ("regulation", "lokale regeling", "local regulation")
    ASSIGNMENT = ("assignment", "aanwijzing door het rijk", "assignment by the state")


class Certainty(Code):
    """Does the source name the municipality, or was it inferred?"""

    EXPLICIT = ("explicit", "bron noemt de gemeente of het gebied", "source names the municipality or the area")
    DERIVED = ("derived", "afgeleid", "derived")


class Reading(Code):
    """How the source was read."""

    FULL = ("full", "geheel gelezen", "read in full")
    EXCERPT = ("excerpt", "fragment gelezen", "read as an excerpt")
    UNSTATED = ("unstated", "niet vastgelegd hoe gelezen", "reading not recorded")


class ProgrammeStatus(Code):
    """State of a programme in a period."""

    ACTIVE = ("active", "actief", "active")
    STOPPED = ("stopped", "gestopt", "stopped")
    PLANNED = ("planned", "gepland", "planned")
    UNKNOWN = ("unknown", "onbekend", "unknown")


class Funding(Code):
    """Who pays for a programme in a period."""

    RUPS_I = ("rups_1", "RUPS I", "RUPS I")
    RUPS_II = ("rups_2", "RUPS II", "RUPS II")
    RUPS_III = ("rups_3", "RUPS III", "RUPS III")
    DUUP = ("duup", "DUUP", "DUUP")
    MUNICIPAL_EARMARKED = ("municipal_earmarked", "gemeente, geoormerkt", "municipality, earmarked")
    MUNICIPAL = ("municipal", "gemeente, niet geoormerkt", "municipality, not earmarked")
    STATE = ("state", "rijk", "state")
    UNKNOWN = ("unknown", "onbekend", "unknown")


class Period(Code):
    """The periods in which the sources describe programmes."""

    RUPS_I = ("rups_1", "RUPS I (tot 1 juli 2011)", "RUPS I (until 1 July 2011)")
    MID_2013 = ("mid_2013", "medio 2013", "mid 2013")
    RUPS_II = ("rups_2", "RUPS II 2014-2018", "RUPS II 2014-2018")
    RUPS_II_EXTENSION = ("rups_2_extension", "verlenging RUPS II 2018/2019", "extension of RUPS II 2018/2019")
    RUPS_III = ("rups_3", "RUPS III 2019-2020", "RUPS III 2019-2020")
    DUUP = ("duup", "DUUP vanaf 2021", "DUUP since 2021")


class Reach(Code):
    """What a source says on a programme and a target group or life domain."""

    YES = ("yes", "ja", "yes")
    EMPHASIS = ("emphasis", "nadruk in de praktijk", "emphasis in practice")
    LESS_OFTEN = ("less_often", "minder vaak", "less often")
    INSUFFICIENT = ("insufficient", "onvoldoende", "insufficient")
    NO = ("no", "nee", "no")
    UNKNOWN = ("unknown", "onbekend", "unknown")


class TargetGroup(Code):
    """Groups that sources distinguish; sectors are marked in :data:`SECTORS`."""

    WOMEN = ("women", "vrouwen", "women")
    MEN = ("men", "mannen", "men")
    TRANSGENDER = ("transgender", "transgender personen", "transgender people")
    HOME_WORKERS = ("home_workers", "thuiswerkers", "home-based workers")
    WITHOUT_PERMIT = ("without_permit", "werkt zonder vergunning", "works without a permit")
    WITHOUT_RESIDENCE = ("without_residence", "zonder verblijfsrecht", "without a right of residence")
    ILLEGAL_UNSPECIFIED = ("illegal_unspecified", "bron zegt ‘illegaal’, zonder uitleg", "source says 'illegal', unexplained")
    STREET = ("street", "straat", "street")
    WINDOW = ("window", "raam", "window")
    CLUB = ("club", "clubs en privéhuizen", "clubs and private houses")
    ESCORT = ("escort", "escort", "escort")
    TRAFFICKING_VICTIMS = ("trafficking_victims", "slachtoffers van mensenhandel of uitbuiting", "victims of trafficking or exploitation")
    LOVERBOY_VICTIMS = ("loverboy_victims", "slachtoffers van loverboys", "victims of 'loverboys'")
    MINORS = ("minors", "minderjarigen", "minors")
    YOUNG_ADULTS = ("young_adults", "jongvolwassenen (ongeveer 18-23)", "young adults (some 18-23)")
    YOUNG_UNSPECIFIED = ("young_unspecified", "jongeren, leeftijd niet genoemd", "young people, age not named")
    RISK_OF_EXPLOITATION = ("risk_of_exploitation", "risico op uitbuiting", "at risk of exploitation")
    RISK_OF_ENTERING = ("risk_of_entering", "risico om te beginnen", "at risk of starting")
    ADDICTED = ("addicted", "mensen met een verslaving", "people with an addiction")
    MILD_DISABILITY = ("mild_disability", "verstandelijke beperking", "intellectual disability")
    OWN_LANGUAGE = ("own_language", "hulp in de eigen taal", "help in their own language")
    NOT_DUTCH_SPEAKING = ("not_dutch_speaking", "spreekt geen Nederlands", "does not speak Dutch")
    ORIGIN = ("origin", "herkomst genoemd, taal niet", "origin named, language not")
    NO_BENEFITS = ("no_benefits", "geen recht op een uitkering", "no right to benefits")
    STARTERS = ("starters", "wie begint", "those who start")
    STAYERS = ("stayers", "wie blijft", "those who stay")


SECTORS = frozenset({TargetGroup.HOME_WORKERS, TargetGroup.STREET, TargetGroup.WINDOW, TargetGroup.CLUB, TargetGroup.ESCORT})


class LifeDomain(Code):
    """Domains in which a programme helps."""

    WORK = ("work", "werk en dagbesteding", "work and daytime activity")
    DEBT = ("debt", "schulden en financiën", "debt and finances")
    INCOME = ("income", "inkomen en uitkering", "income and benefits")
    HOUSING = ("housing", "wonen", "housing")
    SHELTER = ("shelter", "opvang", "shelter")
    EDUCATION = ("education", "opleiding en training", "education and training")
    MENTAL_HEALTH = ("mental_health", "psychische gezondheid", "mental health")
    PHYSICAL_HEALTH = ("physical_health", "lichamelijke gezondheid", "physical health")
    ADDICTION = ("addiction", "verslaving", "addiction")
    SOCIAL_NETWORK = ("social_network", "sociaal netwerk", "social network")
    SAFETY = ("safety", "slachtofferschap en veiligheid", "victim support and safety")
    LEGAL = ("legal", "juridisch", "legal")
    LANGUAGE = ("language", "taal", "language")
    MEANING = ("meaning", "zingeving", "meaning and belief")
    RESIDENCE = ("residence", "verblijf en terugkeer", "residence and return")
    PRACTICAL = ("practical", "praktisch functioneren", "practical functioning")


class Criterion(Code):
    """Who may come in: the residence or work criterion."""

    LIVE = ("live", "wonen", "live")
    WORK = ("work", "werken", "work")
    LIVE_OR_WORK = ("live_or_work", "wonen of werken", "live or work")
    LIVE_AND_WORK = ("live_and_work", "wonen en werken", "live and work")
    LIVE_WORK_OR_WORKED = ("live_work_or_worked", "wonen, werken of gewerkt hebben", "live, work or have worked")
    NONE = ("none", "geen eis", "no criterion")
    CONTRADICTORY = ("contradictory", "bron spreekt zichzelf tegen", "source contradicts itself")
    UNSTATED = ("unstated", "wonen of werken niet genoemd", "live or work not mentioned")
    UNKNOWN = ("unknown", "onbekend", "unknown")


class FigureKind(Code):
    """How hard a figure is."""

    REPORTED = ("reported", "gerapporteerd", "reported")
    ESTIMATE = ("estimate", "schatting", "estimate")
    INDICATION = ("indication", "indicatie", "indication")
    DERIVED = ("derived", "afgeleid", "derived")
    TARGET = ("target", "doel", "target")
    NOT_FOUND = ("not_found", "niet gevonden", "not found")


class Scheme(Code):
    """State schemes, and the money streams beside them."""

    RUPS_I = ("rups_1", "RUPS I", "RUPS I")
    RUPS_II = ("rups_2", "RUPS II", "RUPS II")
    RUPS_II_EXTENSION = ("rups_2_extension", "verlenging RUPS II", "extension of RUPS II")
    RUPS_III = ("rups_3", "RUPS III", "RUPS III")
    SPRING_2019 = ("spring_2019", "Voorjaarsnota 2019", "Spring Memorandum 2019")
    DUUP = ("duup", "DUUP", "DUUP")
    MUNICIPAL = ("municipal", "gemeente", "municipality")
    STATE = ("state", "rijk", "state")


class FundingRole(Code):
    """What a row of funding is: one national amount a scheme and period is drawn, and never added to the others."""

    NATIONAL = ("national", "landelijk bedrag", "national amount")
    CONDITION = ("condition", "voorwaarde", "condition")
    OTHER = ("other", "ander bedrag", "other amount")


class MembershipEvidence(Code):
    """How strong the evidence is that a municipality belongs to a DUVO region."""

    NAMED = ("named", "gemeente genoemd in bron", "municipality named in the source")
    REGION_AND_COUNT = ("region_and_count", "regio en aantal gemeenten genoemd in bron; ledenlijst volgens CBS", "region and number of municipalities named; list of members from CBS")
    CENTRE = ("centre", "is zelf een centrumgemeente", "is itself a centre municipality")
    REGION_ONLY = ("region_only", "regio genoemd in bron, zonder ledenlijst of aantal; ledenlijst volgens CBS", "region named without members or number; list of members from CBS")
    CBS_REGION = ("cbs_region", "afgeleid uit Veilig Thuis-/jeugdregio (CBS)", "derived from Safe at Home or youth region (CBS)")
    OTHER_COOPERATION = ("other_cooperation", "afgeleid uit andere regionale samenwerking", "derived from other regional cooperation")
    OWN_KNOWLEDGE = ("own_knowledge", "eigen kennis, niet in een gelezen bron gevonden", "own knowledge, not found in a source that was read")


class ReorganisationKind(Code):
    """What happened to a municipality."""

    MERGER = ("merger", "fusie", "merger")
    SPLIT = ("split", "splitsing", "split")
    RENAMED = ("renamed", "naamswijziging met nieuwe code", "renamed with a new code")
    BOUNDARY_CORRECTION = ("boundary_correction", "grenscorrectie", "boundary correction")


class PlaceKind(Code):
    """What a name is that is not the name of a municipality."""

    PROVINCE = ("province", "provincie", "province")
    PUBLIC_BODY = ("public_body", "openbaar lichaam in Caribisch Nederland", "public body in the Caribbean Netherlands")
    COUNTRY = ("country", "land", "country")
    REGION = ("region", "gebied", "area")
    VILLAGE = ("village", "plaats", "place")


class MembershipCertainty(Code):
    """Does a source support that a municipality belongs to a DUVO region?"""

    SOURCE = ("source", "volgens een bron", "according to a source")
    DERIVED = ("derived", "afgeleid", "derived")


class TimelineDomain(Code):
    """What an event on the timeline is about."""

    PROGRAMME = ("programme", "programma", "programme")
    SCHEME = ("scheme", "regeling", "scheme")
    EVALUATION = ("evaluation", "evaluatie", "evaluation")
    POLITICS = ("politics", "politiek", "politics")


class ContradictionKind(Code):
    """In what way sources disagree, or a figure misleads."""

    WITHIN_SOURCE = ("within_source", "tegenspraak binnen één bron", "contradiction within one source")
    BETWEEN_SOURCES = ("between_sources", "tegenspraak tussen bronnen", "contradiction between sources")
    MISLEADING = ("misleading", "geen fout, wel misleidend als het kaal getoond wordt", "no error, but misleading when shown bare")
    CHECKED = ("checked", "controle geslaagd", "check passed")


class ChangeKind(Code):
    """What happened to a municipality between two dates, as far as sources tell."""

    OPENED = (
        "opened", "erbij gekomen", "opened",
        "Op de eerste datum was er geen bewijs van een programma, ook geen ouder bewijs. Op de tweede datum wel. "
        "Het programma kan eerder zijn begonnen dan de bron zegt.",
        "No evidence of provision on the first date, nor older evidence; evidence on the second. "
        "The programme may have begun before the source says so.",
    )
    CLOSED = (
        "closed", "gestopt", "closed",
        "Er was recent een programma aangetoond. Een bron zegt dat het is gestopt of dat er geen programma is.",
        "Provision was evidenced; a source says that it stopped or that there is none any more.",
    )
    CHANGED = (
        "changed", "ander programma", "changed programme",
        "Op beide datums is een programma recent aangetoond, maar met andere programma's of op een andere manier.",
        "Evidenced on both dates, by other programmes or in another way.",
    )
    AGED = (
        "aged", "niet meer recent bevestigd", "no longer confirmed recently",
        "Er was recent een programma aangetoond. Daarna zegt geen bron dat het er nog is of dat het stopte: stilte is geen stop.",
        "Provision was evidenced; since then no source says that it runs or that it stopped. Silence is no stop.",
    )
    RENEWED = (
        "renewed", "opnieuw recent aangetoond", "recently evidenced again",
        "Op de eerste datum was een programma eerder aangetoond, niet recent; op de tweede is er weer recent bewijs.",
        "Evidenced earlier on the first date, not recently; recent evidence on the second.",
    )
    OTHER = (
        "other", "andere status", "other status",
        "Op geen van beide datums is een programma recent aangetoond, maar de status verschilt.",
        "Not recently evidenced on either date, but the status differs.",
    )
    SAME = ("same", "gelijk", "the same")


class Lapse(Code):
    """What a municipality loses by the passing of time alone."""

    EVIDENCE = ("evidence_old", "bewijs te oud", "evidence too old")
    ANNOUNCEMENT = ("announcement_over", "regel of plan afgelopen of te oud", "rule or plan over or too old")
    NONE = ("none_old", "bericht van geen programma te oud", "word that there is none too old")


class Layer(Code):
    """What the map of coverage shows; money is not provision, and provision is not use."""

    MONEY = (
        "money", "geld", "money",
        "Welke rijksregeling gold, en wie kreeg daar geld uit? Geld is nog geen programma.",
        "Which state scheme was in force, and who got money from it? Money is not a programme.",
    )
    RULE = (
        "rule", "regels", "rules",
        "Noemt een lokale regeling deze gemeente? Een regeling is nog geen programma.",
        "Does a local regulation name this municipality? A regulation is not a programme.",
    )
    PROVISION = (
        "provision", "aanbod", "provision",
        "Is er een programma voor mensen uit deze gemeente, en hoe weten we dat?",
        "Is there a programme for people from this municipality, and how do we know?",
    )
    USE = (
        "use", "gebruik", "use",
        "Is bekend dat mensen die hier wonen of werken aan een programma meededen?",
        "Are people who live or work here known to have taken part in a programme?",
    )
    NATIONAL = (
        "national", "landelijk", "national",
        "Is er een programma dat mensen uit het hele land aanneemt? Vaak is dat maar voor een deel van de mensen.",
        "Is there a programme that takes people from the whole country? Often it is for some people only.",
    )


class MoneyState(Code):
    """Money of the state scheme in force, or other money where a source names it."""

    REGION = ("region", "ligt in een regio met DUUP-geld", "in a region with DUUP money")
    SCHEME = ("scheme", "programma met geld uit de regeling", "programme paid by the scheme")
    OTHER_MONEY = ("other_money", "programma met ander geld", "programme paid otherwise")
    NOT_NAMED = ("not_named", "geen bron noemt geld voor hier", "no source names money for here")


class RuleState(Code):
    """Whether a local regulation covers a municipality."""

    NAMED = ("named", "bij naam genoemd in een geldende regeling", "named in a regulation in force")
    AREA = ("area", "ligt in het gebied van een geldende regeling", "in the area of a regulation in force")
    ANNOUNCED = ("announced", "genoemd in een regeling die nog moet ingaan", "named in a regulation yet to begin")
    NOT_FOUND = ("not_found", "geen regeling gevonden", "no regulation found")


class UseState(Code):
    """Whether people from a municipality are known to have taken part."""

    TAKEN_PART = ("taken_part", "deelname bekend van mensen van hier", "people from here took part")
    ORIGIN_UNKNOWN = (
        "origin_unknown", "deelname bekend, herkomst niet", "participants known, where from not",
        "Een programma dat hier werkt had deelnemers. De bron zegt niet uit welke gemeente zij kwamen.",
        "A programme that works here had participants; the source does not say from which municipality.",
    )
    NO_FIGURE = ("no_figure", "geen cijfer over deelname", "no figure on participation")


class NationalState(Code):
    """Whether a recent source names a programme that takes people from the whole country."""

    FOR_SOME = ("for_some", "landelijk programma, voor een deel van de mensen", "national programme, for some people")
    NONE_NAMED = ("none_named", "geen recente bron noemt een landelijk programma", "no recent source names one")


LAYER_STYLE: dict[Code, Style] = {
    MoneyState.REGION: Style("#9dc6a7"),
    MoneyState.SCHEME: Style("#1f6b4f", ink="#ffffff"),
    MoneyState.OTHER_MONEY: Style("#b9a6d3", "lines"),
    MoneyState.NOT_NAMED: Style("#d3d8de", "hatch"),
    RuleState.NAMED: Style("#6a3d8f", ink="#ffffff"),
    RuleState.AREA: Style("#b9a6d3"),
    RuleState.ANNOUNCED: Style("#f7e3a1", "dots"),
    RuleState.NOT_FOUND: Style("#d3d8de", "hatch"),
    UseState.TAKEN_PART: Style("#7a4a00", ink="#ffffff"),
    UseState.ORIGIN_UNKNOWN: Style("#e0b070", "lines"),
    UseState.NO_FIGURE: Style("#d3d8de", "hatch"),
    NationalState.FOR_SOME: Style("#ead2df", "lines"),
    NationalState.NONE_NAMED: Style("#d3d8de", "hatch"),
}


class Dimension(Code):
    """What a matrix asks of programmes."""

    GROUPS = ("groups", "doelgroepen", "target groups")
    SECTORS = ("sectors", "sectoren", "sectors")
    DOMAINS = ("domains", "leefgebieden", "life domains")
    ACCESS = ("access", "toegang", "access")


class Scope(Code):
    """What the rows of a matrix are."""

    REGIONS = ("regions", "DUUP-regio's", "DUUP regions")
    PROGRAMMES = ("programmes", "programma's", "programmes")
    CENTRES = ("centres", "centrumgemeenten", "centre municipalities")


class Said(Code):
    """What is known in one cell of a matrix. Nothing said is not a no."""

    EMPHASIS = ("emphasis", "nadruk in de praktijk", "emphasis in practice", "Een bron zegt dat het programma in de praktijk vooral hierop is gericht.", "A source says that the programme focuses on this in practice.")
    YES = ("yes", "ja", "yes", "Een bron zegt dat het programma dit biedt of deze groep bedient.", "A source says that the programme offers this or serves this group.")
    LESS_OFTEN = ("less_often", "minder vaak", "less often", "Een bron zegt dat dit minder vaak voorkomt.", "A source says that this occurs less often.")
    INSUFFICIENT = ("insufficient", "onvoldoende", "insufficient", "Een bron zegt dat het programma hierin tekortschiet, bijvoorbeeld de groep niet bereikt.", "A source says that the programme falls short here, for example does not reach the group.")
    NO = ("no", "nee", "no", "Een bron zegt dat het programma dit niet biedt of deze groep niet bedient.", "A source says that the programme does not offer this or does not serve this group.")
    SILENT = ("silent", "niets gezegd", "nothing said", "Geen gelezen bron zegt hier iets over. Dat is geen nee.", "No source that was read says anything about this. That is not a no.")
    NO_PROGRAMME = ("no_programme", "geen recent aangetoond programma", "no recently evidenced programme", "Op deze datum is hier geen programma recent aangetoond, en over eerdere programma's is niets gezegd.", "No programme is evidenced here on this date, and nothing was said about earlier ones.")


class GroupCover(Code):
    """Is a target group served in a municipality on the reference date? From the fourth on no recent word, in four kinds."""

    SERVED = (
        "served", "een programma zegt de groep te bedienen", "a programme says it serves the group",
        "Een programma dat voor deze gemeente recent is aangetoond, zegt deze groep te bedienen.",
        "A programme recently evidenced for this municipality says it serves this group.",
    )
    INSUFFICIENT = (
        "insufficient", "een programma zegt: onvoldoende", "a programme says: insufficient",
        "Geen recent aangetoond programma zegt ja; een zegt dat het de groep onvoldoende bereikt.",
        "No recently evidenced programme says yes; one says it does not reach the group sufficiently.",
    )
    NOT_SERVED = (
        "not_served", "een programma zegt: niet", "a programme says: not",
        "Een recent aangetoond programma zegt deze groep niet te bedienen, en geen ander zegt van wel.",
        "A recently evidenced programme says it does not serve this group, and no other says it does.",
    )
    SERVED_EARLIER = (
        "served_earlier", "een eerder aangetoond programma bediende de groep", "a programme evidenced earlier served the group",
        "Een programma dat eerder is aangetoond en niet recent bevestigd, zei deze groep te bedienen. Of dat nog zo is, "
        "weten we niet.",
        "A programme that was evidenced earlier and not confirmed recently said it served this group. Whether it still does "
        "we do not know.",
    )
    ONLY_NATIONAL = (
        "only_national", "alleen een landelijk programma noemt de groep", "only a national programme names the group",
        "Geen programma van hier noemt de groep; een landelijk programma zegt die te bedienen.",
        "No programme here names the group; a national programme says it serves it.",
    )
    PROGRAMME_SILENT = (
        "programme_silent", "een programma, maar het zwijgt over de groep", "a programme, but silent about the group",
        "Er is recent een programma aangetoond; geen gelezen bron zegt of het deze groep bedient. Dat is geen nee.",
        "A programme is recently evidenced; no source says whether it serves this group. That is not a no.",
    )
    NO_PROGRAMME = (
        "no_programme", "geen recent aangetoond programma", "no recently evidenced programme",
        "Er is geen programma recent aangetoond, en geen eerder aangetoond programma zei deze groep te bedienen.",
        "No programme is recently evidenced, and none evidenced earlier said it served this group.",
    )


class PictureKind(Code):
    """Pictures that are drawn by themselves: on a page, as a file and on a slide."""

    SMALL_MAPS = ("small_maps", "de regio's als kleine kaarten", "the regions as small maps")
    HEAT = ("heat", "bewijs per jaar en regio", "evidence by year and region")
    STEPS = ("steps", "kleinste stappen", "smallest steps")
    CHAIN = ("chain", "van Rijk tot gemeente", "from state to municipality")


class SlideKind(Code):
    """The slides of the story for the knowledge meeting, in the order in which they are told by default."""

    NATIONAL = ("national", "landelijk beeld", "national picture")
    COURSE = ("course", "verloop sinds 2011", "course since 2011")
    CHANGES = ("changes", "wat er veranderde", "what changed")
    SPOTS = ("spots", "witte en blinde vlekken", "white and blind spots")
    ASK = ("ask", "wie kan het weten", "who may know")
    GROUPS = ("groups", "doelgroepen", "target groups")
    MONEY = ("money", "geld", "money")
    REGION = ("region", "stand van de regio", "where the region stands")
    REGION_OFFER = ("region_offer", "programma's in de regio", "programmes in the region")
    REGION_COURSE = ("region_course", "verloop van de regio", "course of the region")
    QUESTIONS = ("questions", "vragen aan de zaal", "questions to the room")
    METHOD = ("method", "hoe we dit weten", "how we know")
    RESPONSE = ("response", "respons deze ronde", "response this round")
    HEARD = ("heard", "wat we van jullie leerden", "what we learned from you")
    SMALL_MAPS = ("small_maps", "alle regio's als kleine kaarten", "all regions as small maps")
    HEAT = ("heat", "bewijs per jaar en regio", "evidence by year and region")
    STEPS = ("steps", "de kleinste stappen", "the smallest steps")
    REGION_CHAIN = ("region_chain", "van Rijk tot gemeente in de regio", "from state to municipality in the region")


SILENCE = frozenset({GroupCover.SERVED_EARLIER, GroupCover.ONLY_NATIONAL, GroupCover.PROGRAMME_SILENT, GroupCover.NO_PROGRAMME})

COVER_STYLE: dict[GroupCover, Style] = {
    GroupCover.SERVED: Style("#00558c", ink="#ffffff"),
    GroupCover.INSUFFICIENT: Style("#e69f00"),
    GroupCover.NOT_SERVED: Style("#c4451c", ink="#ffffff"),
    GroupCover.SERVED_EARLIER: Style("#dbe9f4", "falling"),
    GroupCover.ONLY_NATIONAL: Style("#ead2df", "lines"),
    GroupCover.PROGRAMME_SILENT: Style("#f7e3a1", "dots"),
    GroupCover.NO_PROGRAMME: Style("#d3d8de", "hatch"),
}


class Agrees(Code):
    """What a municipality answers on a correction sheet to the question whether a row is right."""

    YES = ("yes", "ja", "yes")
    NO = ("no", "nee", "no")
    PARTLY = ("partly", "deels", "partly")
    UNSURE = ("unsure", "weet ik niet", "I do not know")


class ProposalKind(Code):
    """What a row of a correction sheet proposes; nothing of it is applied by itself."""

    CONFIRMED = ("confirmed", "klopt volgens de gemeente", "right according to the municipality")
    CHANGED = ("changed", "wijziging", "change")
    WRONG = ("wrong", "klopt niet, zonder beter gegeven", "wrong, without a better fact")
    ADDED = ("added", "nieuw gegeven", "new fact")
    REMARK = ("remark", "alleen een opmerking", "remark only")


class AnswerKind(Code):
    """What an organisation answers to one question of the inventory."""

    CONFIRMED = ("confirmed", "klopt nog", "still right")
    CHANGED = ("changed", "is veranderd", "has changed")
    ADDED = ("added", "is erbij gekomen", "is new")
    ENDED = ("ended", "is gestopt", "has ended")
    NONE = ("none", "is er niet", "there is none", "Wij weten dat het er niet is.", "We know that there is none.")
    UNKNOWN = ("unknown", "weten wij niet", "we do not know", "Dit is ook een antwoord. Het verandert de kaart niet.", "This is an answer too. It does not change the map.")
    NOT_OURS = ("not_ours", "niet aan ons", "not ours to answer", "Een andere organisatie weet dit.", "Another organisation knows this.")


class AnswerField(Code):
    """What one question of the inventory is about; decided, aged and compared one by one."""

    EXISTENCE = ("existence", "bestaat het programma", "does the programme exist")
    EXECUTOR = ("executor", "wie voert het uit", "who runs it")
    AREA = ("area", "voor welke gemeenten", "for which municipalities")
    GROUPS = ("groups", "voor wie", "for whom")
    ACCESS = ("access", "wie mag meedoen", "who may take part")
    CAPACITY_CLASS = ("capacity_class", "is er plaats", "is there room")
    WAITING_CLASS = ("waiting_class", "hoe lang is de wachttijd", "how long is the wait")
    PROFESSIONAL_ROUTE = ("professional_route", "hoe verwijst een hulpverlener", "how a professional refers")
    LEGAL_BASIS = ("legal_basis", "op welk besluit rust het", "on which decision it rests")
    NEXT_CONTACT = ("next_contact", "wie antwoordt de volgende keer", "who answers next time")
    RECOGNITION = ("recognition", "kent en verwijst de gemeente", "does the municipality know and refer")


class CapacityClass(Code):
    """Whether a programme has room: a class, never a number of people."""

    OPEN = ("open", "er is plaats", "there is room")
    LIMITED = ("limited", "beperkt plaats", "limited room")
    WAITING_LIST = ("waiting_list", "er is een wachtlijst", "there is a waiting list")
    CLOSED = ("closed", "tijdelijk geen instroom", "temporarily closed to new people")
    ASSESSMENT = ("assessment", "blijkt na een gesprek", "after an assessment")


class WaitingClass(Code):
    """How long people wait, as a class."""

    NO_WAIT = ("no_wait", "geen wachttijd", "no wait")
    UNDER_4_WEEKS = ("under_4_weeks", "korter dan 4 weken", "under 4 weeks")
    WEEKS_4_TO_12 = ("weeks_4_to_12", "4 tot 12 weken", "4 to 12 weeks")
    OVER_12_WEEKS = ("over_12_weeks", "langer dan 12 weken", "over 12 weeks")


class Recognition(Code):
    """What a municipality says of a programme that names it as served."""

    REFERS = ("refers", "kennen wij, en wij verwijzen", "we know it, and we refer")
    KNOWS = ("knows", "kennen wij, maar wij verwijzen niet", "we know it, but we do not refer")
    DID_NOT_KNOW = ("did_not_know", "kenden wij nog niet", "we did not know it")


class Handshake(Code):
    """Whether a programme and a municipality both speak of each other."""

    CLAIMED = ("claimed", "genoemd door het programma", "claimed by the programme", "Het programma noemt de gemeente; de gemeente zei er nog niets over.", "The programme names the municipality, which has not spoken yet.")
    RECOGNISED = ("recognised", "genoemd door de gemeente", "recognised by the municipality", "De gemeente kent het programma; het programma noemt de gemeente niet.", "The municipality knows the programme, which does not name it.")
    MUTUAL = ("mutual", "door beide genoemd", "mutual", "Het programma noemt de gemeente, en de gemeente kent het of gaf het zelf op.", "The programme names the municipality, which knows it or stated it itself.")
    NOT_RECOGNISED = ("not_recognised", "niet bekend bij de gemeente", "not known to the municipality", "Het programma noemt de gemeente, maar die kende het niet.", "The programme names the municipality, which did not know it.")


class AnswerChannel(Code):
    """By which way an answer came in."""

    FORM = ("form", "formulier", "form")
    SHEET = ("sheet", "correctieblad", "correction sheet")
    PHONE = ("phone", "telefoon", "telephone")


class AnswerState(Code):
    """What became of an answer: an organisation states, a reviewer judges."""

    STATED = ("stated", "opgegeven", "stated", "Opgegeven, nog niet beoordeeld.", "Stated, not judged yet.")
    ACCEPTED = ("accepted", "overgenomen", "accepted")
    RETURNED = ("returned", "terug met een vraag", "returned with a question")
    REJECTED = ("rejected", "niet overgenomen", "not accepted")
    WITHDRAWN = ("withdrawn", "ingetrokken", "withdrawn")
    SUPERSEDED = ("superseded", "vervangen door een nieuwer antwoord", "replaced by a later answer")


class AnswerConflict(Code):
    """Whether something changed since the respondent saw it."""

    NONE = ("none", "geen", "none")
    SOFT = ("soft", "iets anders van hetzelfde onderwerp is veranderd", "something else of the same subject changed")
    HARD = ("hard", "dit is intussen anders, of een ander zegt iets anders", "this changed meanwhile, or another says otherwise")


class ResponseState(Code):
    """How far an organisation, or a region, is in a round; kindly worded, since it is public per region."""

    NOT_ASKED = ("not_asked", "niet gevraagd", "not asked")
    ASKED = ("asked", "gevraagd", "asked", "De vraag is gesteld; de termijn loopt nog.", "The question was put; there is still time.")
    PARTLY_IN = ("partly_in", "deels binnen", "partly in")
    IN = ("in", "binnen", "in", "Alle vragen zijn beantwoord; de beoordeling loopt.", "All questions are answered; they are being judged.")
    ACCEPTED = ("accepted", "overgenomen", "accepted", "Alle antwoorden zijn beoordeeld.", "All answers have been judged.")
    NO_ANSWER = ("no_answer", "nog geen antwoord", "no answer yet", "De termijn is voorbij; een antwoord is nog welkom.", "The term is over; an answer is still welcome.")


RESPONSE_STYLE: dict[ResponseState, Style] = {
    ResponseState.NOT_ASKED: Style("#f1f3f5"),
    ResponseState.ASKED: Style("#d3d8de", "hatch"),
    ResponseState.PARTLY_IN: Style("#dbe9f4", "dots"),
    ResponseState.IN: Style("#56b4e9"),
    ResponseState.ACCEPTED: Style("#00558c", ink="#ffffff"),
    ResponseState.NO_ANSWER: Style("#f7e3a1", "lines"),
}


HANDSHAKE_STYLE: dict[Handshake, Style] = {
    Handshake.CLAIMED: Style("#d3d8de", "hatch"),
    Handshake.RECOGNISED: Style("#56b4e9"),
    Handshake.MUTUAL: Style("#00558c", ink="#ffffff"),
    Handshake.NOT_RECOGNISED: Style("#f7e3a1", "lines"),
}


class DeskRole(Code):
    """What someone at the desk may do; checked where it is written."""

    ORGANISER = ("organiser", "uitvraag", "organiser", "Opent rondes, nodigt uit en noteert antwoorden.", "Opens rounds, invites and records answers.")
    REVIEWER = ("reviewer", "beoordelaar", "reviewer", "Beoordeelt antwoorden; nooit die zij zelf noteerde.", "Judges answers; never those recorded by the same person.")
