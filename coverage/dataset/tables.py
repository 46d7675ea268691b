"""What the tables of the data package hold: fields, types, keys and references, stated once.

``schemas`` turns these definitions into pandera checks, and ``datapackage.json`` is generated from them, so that the
three cannot disagree.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from coverage import vocabulary as v
from coverage.named_rows import Cited

Kind = Literal["text", "integer", "number", "boolean", "date", "partial_date", "municipality", "piece"]


@dataclass(frozen=True, slots=True)
class Field:
    """One column. ``partial_date`` is YYYY, YYYY-MM or YYYY-MM-DD; ``municipality`` is a CBS code, GM + 4 digits."""

    name: str
    kind: Kind
    description: str
    required: bool = True
    values: type[StrEnum] | None = None
    refers: str = ""  # "table.field" that must hold the value


@dataclass(frozen=True, slots=True)
class Table:
    """One CSV file in ``data/``."""

    name: str
    description: str
    fields: tuple[Field, ...]
    key: tuple[str, ...] = field(default=())
    may_be_empty: bool = False

    @property
    def columns(self) -> list[str]:
        return [f.name for f in self.fields]

    @property
    def targets(self) -> list[str]:
        """Tables that it refers to."""
        return sorted({f.refers.partition(".")[0] for f in self.fields if f.refers})


SOURCE = Field("source_id", "text", "Source of this row", refers="sources.source_id")
DETAIL = Field("source_detail", "text", "Section, table or line in the source", required=False)
DATE = Field("date", "partial_date", "Reference date: the date for which the fact holds, as precise as the source")
READING = Field("reading", "text", "How the source of this row was read", values=v.Reading)
NOTE = Field("note", "text", "Remark, in Dutch, from the collection of facts", required=False)
ALSO_IN = Field("also_in", "text", "Tables that hold the same fact, separated by ';'; who shows both says it once", required=False)
PROGRAMME = Field("programme_id", "text", "Programme", refers="programmes.programme_id")
PROVENANCE = (DATE, SOURCE, DETAIL, READING, NOTE)
DATED = (
    DATE,
    Field("date_basis", "text", "Where the date comes from", values=v.DateBasis),
    Field("date_earliest", "partial_date", "Earliest possible date of an estimate; empty when not known", required=False),
    Field("date_latest", "partial_date", "Latest possible date of an estimate; empty when not known", required=False),
    SOURCE, DETAIL, READING, NOTE,
)  # fmt: skip


def _table(name: str, description: str, *fields: Field, key: str = "", may_be_empty: bool = False) -> Table:
    return Table(name, description, fields, tuple(key.split()), may_be_empty)


TABLES: dict[str, Table] = {
    t.name: t
    for t in (
        _table(
            "sources", "Every source, used or only consulted",
            Field("source_id", "text", "Identifier"),
            Field("title", "text", "Title"),
            Field("publisher", "text", "Publisher", required=False),
            Field("year", "integer", "Year of publication", required=False),
            Field("date", "partial_date", "Date of publication", required=False),
            Field("url", "text", "Public address; empty when none is known", required=False),
            READING,
            Field("used", "boolean", "Whether a row of the package rests on it"),
            Field("licence", "text", "Licence or terms, where known", required=False),
            NOTE, key="source_id",
        ),
        _table(
            "municipalities", "Municipality codes with the years that each existed",
            Field("code", "municipality", "CBS code"),
            Field("name", "text", "Name, as shown to readers"),
            Field("valid_from", "date", "First day; empty when before 2011", required=False),
            Field("valid_to", "date", "First day on which it no longer existed; empty when it still does", required=False),
            Field("province", "text", "Province, for codes since 2021", required=False),
            SOURCE, key="code",
        ),
        _table(
            "municipality_variants", "Other spellings under which a municipality is looked for",
            Field("variant", "text", "Spelling"),
            Field("code", "municipality", "Municipality meant", refers="municipalities.code"),
            SOURCE, NOTE, key="variant",
        ),
        _table(
            "places", "Names that are typed for a municipality and are none, and short names of provinces",
            Field("name", "text", "Name or short name"),
            Field("kind", "text", "What it is", values=v.PlaceKind),
            Field("means", "text", "Name in full; empty when that is the name itself", required=False),
            Field("code", "municipality", "Municipality in which a village lies; empty for other kinds", required=False, refers="municipalities.code"),
            SOURCE, NOTE, key="name kind code",
        ),
        _table(
            "reorganisations", "Mergers, splits, renamings and boundary corrections, 2011-2026, and planned ones",
            Field("date", "date", "Day on which it took effect"),
            Field("old_code", "municipality", "Municipality that gave territory", refers="municipalities.code"),
            Field("new_code", "municipality", "Municipality that received it", refers="municipalities.code"),
            Field("kind", "text", "What happened", values=v.ReorganisationKind),
            Field("area_share", "number", "Share of the old municipality's area; empty for boundary corrections", required=False),
            Field("date_certain", "boolean", "Whether the date is known, not only bounded"),
            Field("planned", "boolean", "Announced, adoption not read"),
            SOURCE, READING, NOTE,
        ),
        _table(
            "population", "Inhabitants per municipality on 1 January, by the codes of that year",
            Field("year", "integer", "1 January of this year", refers="population_years.year"),
            Field("code", "municipality", "Municipality", refers="municipalities.code"),
            Field("inhabitants", "integer", "Inhabitants"),
            Field("provisional", "boolean", "Provisional value"),
            SOURCE, READING, key="year code",
        ),
        _table(
            "population_years", "What is known of each population year",
            Field("year", "integer", "1 January of this year"),
            Field("complete", "boolean", "Every municipality has a value; only complete years are used"),
            Field("provisional", "boolean", "May still be revised by CBS"),
            Field("municipalities", "integer", "Municipalities with a value"),
            Field("total", "integer", "Sum of the values", required=False),
            Field("official_total", "integer", "CBS's national figure", required=False),
            SOURCE, NOTE, key="year",
        ),
        _table(
            "population_pieces", "Inhabitants of the complete years on the lineage pieces (municipalities of 2021, or parts of one that was split since)",
            Field("year", "integer", "Population year", refers="population_years.year"),
            Field("piece", "piece", "Lineage piece: GM0788, or GM0788-GM0757 for what went from the one to the other"),
            Field("inhabitants", "integer", "Inhabitants; sums to the population table per municipality"),
            Field("estimated", "boolean", "Shared out by area (before 2021) or by the shares of 2021, since the source gives only a whole that was split"),
            key="year piece",
        ),
        _table(
            "duvo_regions", "The regions of the grant for women's shelters (DUVO)",
            Field("name", "text", "Region, named after its centre municipality"),
            Field("centre_code", "municipality", "Centre municipality", refers="municipalities.code"),
            DATE, SOURCE, DETAIL, READING, key="name",
        ),
        _table(
            "duup_regions", "The regions of the DUUP; which exist on a date follows from duvo_duup",
            Field("number", "integer", "Number in the folder of June 2020"),
            Field("name", "text", "Region, named after its centre municipality"),
            Field("centre_code", "municipality", "Centre municipality", refers="municipalities.code"),
            Field("programme_id", "text", "The assignment, as a programme of its own kind", refers="programmes.programme_id"),
            DATE, SOURCE, DETAIL, READING, key="number",
        ),
        _table(
            "duvo_duup", "To which DUUP region a DUVO region belongs, and from when until when",
            Field("duvo_region", "text", "DUVO region", refers="duvo_regions.name"),
            Field("duup_number", "integer", "DUUP region", refers="duup_regions.number"),
            Field("valid_from", "date", "First day"),
            Field("valid_to", "date", "First day on which it no longer holds; empty when it still does", required=False),
            SOURCE, DETAIL, READING, NOTE, key="duvo_region valid_from",
        ),
        _table(
            "memberships", "To which DUVO region a municipality belongs (its DUUP region follows by duvo_duup), and how sure that is",
            Field("code", "municipality", "Municipality", refers="municipalities.code"),
            Field("valid_from", "date", "First day"),
            Field("valid_to", "date", "First day on which it no longer holds; empty when it still does", required=False),
            Field("duvo_region", "text", "DUVO region", refers="duvo_regions.name"),
            Field("certainty", "text", "source when a source supports it, derived otherwise", values=v.MembershipCertainty),
            Field("evidence", "text", "Strength of the evidence", values=v.MembershipEvidence),
            Field("alternatives", "text", "Other regions that sources suggest, in words", required=False),
            Field("alternative_duup", "text", "Numbers of other possible DUUP regions, separated by ';'", required=False),
            Field("duup_uncertain", "boolean", "Whether the DUUP region itself is uncertain"),
            SOURCE, READING, NOTE, key="code valid_from",
        ),
        _table(
            "rule_areas", "Municipalities named by local DUUP regulations as their area",
            Field("code", "municipality", "Municipality", refers="municipalities.code"),
            Field("duup_number", "integer", "DUUP region whose centre municipality made the regulation", refers="duup_regions.number"),
            Field("area", "text", "Area in the words of the regulation"),
            Field("named", "boolean", "Whether the regulation names the municipality itself"),
            Field("valid_from", "partial_date", "Start of validity"),
            Field("valid_to", "partial_date", "End of validity; empty when open", required=False),
            SOURCE, DETAIL, READING, NOTE, key="code duup_number source_id",
        ),
        _table(
            "amounts_stated", "What a centre municipality got from the DUUP in a year, as a source states it",
            Field("duup_number", "integer", "DUUP region", refers="duup_regions.number"),
            Field("year", "integer", "Budget year"),
            Field("amount", "integer", "Euro in that year"),
            *PROVENANCE, key="duup_number year source_id", may_be_empty=True,
        ),
        _table(
            "schemes", "State schemes with their dates",
            Field("scheme", "text", "Scheme", values=v.Scheme),
            Field("valid_from", "partial_date", "Start"),
            Field("valid_to", "partial_date", "End (first day after); empty when it still runs", required=False),
            Field("spending_to", "partial_date", "Last moment of spending when later than the end", required=False),
            SOURCE, DETAIL, READING, NOTE, key="scheme",
        ),
        _table(
            "programmes", "Programmes and assignments",
            Field("programme_id", "text", "Identifier"),
            Field("name", "text", "Name, as shown to readers"),
            Field("centre", "text", "Place or centre municipality in the words of the source", required=False),
            Field("centre_code", "municipality", "The same as a municipality, where it is one", required=False, refers="municipalities.code"),
            Field("national_scope", "boolean", "Pseudo-entries for national or joint figures are true"),
            Field("began", "partial_date", "Earliest start that a source mentions", required=False),
            Field("began_source_id", "text", "Source of that", required=False, refers="sources.source_id"),
            Field("began_detail", "text", "Section, table or line in that source", required=False),
            Field("kind", "text", "What it is by the words of its source; only exit programmes and exit support make evidence", values=v.ProgrammeKind),
            Field("exit_aim", "text", "What the source says of leaving as an aim", values=v.ExitAim),
            Field("name_is_ours", "boolean", "Whether the name was given by this collection, since no source has one"),
            Field("kind_source_id", "text", "Source on which kind and aim rest", refers="sources.source_id"),
            Field("kind_detail", "text", "Section, table or line in that source", required=False),
            Field("kind_note", "text", "Why it is of this kind, in Dutch", required=False),
            key="programme_id",
        ),
        _table(
            "programme_periods", "What a source says on a programme at a date",
            PROGRAMME,
            Field("name", "text", "Name in this source"),
            Field("executors", "text", "Organisations; empty when the source names none", required=False),
            Field("organisation_kind", "text", "Kind of organisation; empty when the source does not say", required=False),
            Field("centre", "text", "Place in the words of the source; empty when it names none", required=False),
            Field("catchment", "text", "Service area in the words of the source; empty when it names none", required=False),
            Field("period", "text", "Period", values=v.Period),
            Field("status", "text", "State", values=v.ProgrammeStatus),
            Field("funding", "text", "Who pays", values=v.Funding),
            *DATED,
            Field("no_claim_reason", "text", "Why no row of claims rests on this; empty when one does, or when nothing is active", required=False, values=v.NoClaimReason),
            Field("no_claim_note", "text", "The same in full, in Dutch", required=False),
        ),
        _table(
            "areas", "Areas that sources speak of in words, with the days between which their members hold",
            Field("area_id", "text", "Identifier"),
            Field("name", "text", "Name, as shown to readers"),
            Field("name_en", "text", "The same in English"),
            Field("kind", "text", "What makes it an area", values=v.AreaKind),
            Field("valid_from", "date", "First day on which these members hold"),
            Field("valid_to", "date", "First day on which they no longer hold; empty when they still do", required=False),
            Field("certainty", "text", "source when a source lists the members, derived otherwise", values=v.MembershipCertainty),
            SOURCE, DETAIL, READING, NOTE, key="area_id",
        ),
        _table(
            "area_members", "Members of each area, as lineage pieces",
            Field("area_id", "text", "Area", refers="areas.area_id"),
            Field("piece", "piece", "Municipality of 1 January 2021 with all its parts, or one part: GM0788-GM0757"),
            Field("basis", "text", "Named in the source, or derived", values=v.Certainty),
            SOURCE, NOTE, key="area_id piece",
        ),
        _table(
            "claims", "Municipality or area x programme x relation x date x source",
            Field("claim_id", "text", "Identifier"),
            Field("code", "municipality", "Municipality named, by the codes of that date; empty when an area is", required=False, refers="municipalities.code"),
            Field("area_id", "text", "Area named; empty when a municipality is", required=False, refers="areas.area_id"),
            Field("area_reading", "text", "How sure it is which area is meant; only with an area", required=False, values=v.AreaReading),
            Field("name", "text", "Municipality or area in the words of the source"),
            PROGRAMME,
            Field("relation", "text", "What is claimed", values=v.Relation),
            Field("basis", "text", "On what it rests", values=v.Basis),
            Field("certainty", "text", "Named or derived", values=v.Certainty),
            Field("effective", "date", "First day on which the claim holds; the start of date unless the source says otherwise"),
            *DATED, key="claim_id",
        ),
        _table(
            "target_groups", "What a source says on a programme and a target group; silence is not stored",
            PROGRAMME,
            Field("group", "text", "Target group", values=v.TargetGroup),
            Field("subgroup", "text", "Language group or other part, in Dutch", required=False),
            Field("reach", "text", "What the source says", values=v.Reach),
            Field("stated", "boolean", "Whether the source says it explicitly"),
            Field("from_anywhere", "boolean", "Whether it holds for people from the whole country, where access is local too"),
            *PROVENANCE,
        ),
        _table(
            "life_domains", "What a source says on a programme and a life domain; silence is not stored",
            PROGRAMME,
            Field("domain", "text", "Life domain", values=v.LifeDomain),
            Field("reach", "text", "What the source says", values=v.Reach),
            Field("stated", "boolean", "Whether the source says it explicitly"),
            *PROVENANCE,
        ),
        _table(
            "access", "Residence and work criteria of programmes",
            PROGRAMME,
            Field("criterion", "text", "Criterion", values=v.Criterion),
            Field("area", "text", "Area in the words of the source"),
            Field("only_code", "municipality", "The only municipality whose people may come in", required=False, refers="municipalities.code"),
            Field("national", "boolean", "Whether people from the whole country may come in"),
            *PROVENANCE,
            Field("note_en", "text", "The remark in English, with what limits a national reach", required=False),
        ),
        _table(
            "results_2013", "Tables 1.2 and 1.3 of the report of 2013, whole",
            PROGRAMME,
            Field("name", "text", "Name in the tables"),
            Field("participants", "integer", "Participants since the start of RUPS"),
            Field("participants_notes", "text", "Footnote marks", required=False),
            Field("window", "text", "Measuring window in the words of the source"),
            Field("window_from", "partial_date", "Start of the window"),
            Field("window_to", "partial_date", "End of the window"),
            Field("participants_2011", "text", "Participants at the evaluation of 2011, or the word in the source"),
            Field("participants_2011_notes", "text", "Footnote marks", required=False),
            Field("in_programme_2013", "text", "Still in programme in July 2013: a number or the word in the source"),
            Field("exits", "integer", "People who exited since the start of RUPS"),
            Field("exits_notes", "text", "Footnote marks", required=False),
            Field("percentage_source", "integer", "Percentage printed in the source"),
            Field("exits_2011", "text", "Exits at the evaluation of 2011: a number or the word in the source"),
            Field("exits_2011_notes", "text", "Footnote marks", required=False),
            Field("estimate", "boolean", "Whether the number of exits is an estimate (T34)"),
            Field("apart", "boolean", "Whether exits mean something else here, so that totals are given without it too"),
            *PROVENANCE, key="programme_id",
        ),
        _table(
            "results_2013_totals", "Totals as printed under tables 1.2 and 1.3, to check the rows against",
            Field("quantity", "text", "Column of results_2013"),
            Field("value", "integer", "Total printed"),
            SOURCE, DETAIL, READING, key="quantity",
        ),
        _table(
            "outcomes", "All other outcome figures; amounts of money are in funding",
            PROGRAMME,
            Field("indicator", "text", "What was counted, in Dutch"),
            Field("series", "text", "Title of the table of figures in which it is shown beside the results, in Dutch", required=False),
            Field("value", "text", "Value, or the word in the source"),
            Field("unit", "text", "Unit, in Dutch"),
            Field("participants", "boolean", "Whether it counts people who take part in the programme or left through it"),
            Field("period_from", "partial_date", "Start of the window", required=False),
            Field("period_to", "partial_date", "End of the window", required=False),
            Field("kind", "text", "How hard the figure is", values=v.FigureKind),
            Field("footnote", "text", "Footnote in the source", required=False),
            *PROVENANCE,
        ),
        _table(
            "funding", "Amounts and conditions; what was not found is a row of kind not_found",
            Field("scheme", "text", "Scheme or money stream", values=v.Scheme),
            Field("period_from", "partial_date", "Start", required=False),
            Field("period_to", "partial_date", "End", required=False),
            Field("item", "text", "What the amount or condition is, in Dutch"),
            Field("role", "text", "Whether it is the national amount of its scheme", values=v.FundingRole),
            Field("value", "number", "Value", required=False),
            Field("unit", "text", "Unit, in Dutch", required=False),
            Field("per_year", "boolean", "Whether the amount is for each year"),
            Field("recipient", "text", "Recipient or area", required=False),
            Field("kind", "text", "How hard the figure is", values=v.FigureKind),
            *PROVENANCE,
        ),
        _table(
            "survey", "Survey among municipalities and regional findings of the evaluation of 2018/2019",
            Field("indicator", "text", "What was found, in Dutch"),
            Field("indicator_en", "text", "The same in English"),
            Field("value", "text", "Value or name", required=False),
            Field("unit", "text", "Unit, in Dutch"),
            Field("denominator", "text", "Of whom, in Dutch", required=False),
            Field("denominator_en", "text", "The same in English", required=False),
            Field("kind", "text", "How hard the figure is", values=v.FigureKind),
            Field("among_municipalities", "boolean", "Whether municipalities answered this themselves"),
            *PROVENANCE,
            Field("note_en", "text", "The remark in English", required=False),
        ),
        _table(
            "activities", "What programmes do, by phase",
            PROGRAMME,
            Field("phase", "text", "Phase", values=v.Phase),
            Field("activity", "text", "Activity, in Dutch"),
            Field("activity_en", "text", "The same in English"),
            Field("stated", "boolean", "Whether the source itself names the phase for this programme"),
            ALSO_IN, DATE, SOURCE, DETAIL, READING,
        ),
        _table(
            "features", "How programmes work: aims, intake, method, staff, bottlenecks, success factors, continuation",
            PROGRAMME,
            Field("kind", "text", "What it tells", values=v.FeatureKind),
            Field("value", "text", "What the source says, in Dutch"),
            Field("value_en", "text", "The same in English"),
            ALSO_IN, DATE, SOURCE, DETAIL, READING,
        ),
        _table(
            "partners", "Organisations that a programme worked with",
            PROGRAMME,
            Field("partner", "text", "Organisation, in the words of the source"),
            Field("role", "text", "What it did, in Dutch; empty when the source names no role", required=False),
            ALSO_IN, DATE, SOURCE, DETAIL, READING,
        ),
        _table(
            "exit_destinations", "Where people went after a programme, in words",
            PROGRAMME,
            Field("value", "text", "What the source says, in Dutch"),
            Field("value_en", "text", "The same in English"),
            ALSO_IN, DATE, SOURCE, DETAIL, READING,
        ),
        _table(
            "scheme_rules", "Rules of the state schemes",
            Field("scheme", "text", "Scheme", values=v.Scheme, refers="schemes.scheme"),
            Field("article", "text", "Article", required=False),
            Field("kind", "text", "What the rule is about", values=v.RuleKind),
            Field("rule", "text", "The rule, in Dutch"),
            Field("rule_en", "text", "The same in English"),
            ALSO_IN, SOURCE, DETAIL, READING,
        ),
        _table(
            "recommendations", "What researchers, ministers and others recommended, and what became of it",
            Field("recommendation_id", "text", "Identifier"),
            Field("by", "text", "Who recommended it, in Dutch"),
            Field("to", "text", "To whom, in Dutch"),
            Field("recommendation", "text", "The recommendation, in Dutch"),
            Field("recommendation_en", "text", "The same in English"),
            Field("adoption", "text", "What became of it, by a later founding document", values=v.Adoption),
            Field("adoption_note", "text", "On what that rests, in Dutch", required=False),
            DATE, SOURCE, DETAIL, READING, key="recommendation_id",
        ),
        _table(
            "verdicts", "What others said of coverage, target groups, money and promises",
            Field("verdict_id", "text", "Identifier"),
            Field("date", "partial_date", "When it was said; empty when the source has no date", required=False),
            Field("subject", "text", "What it is about", values=v.VerdictSubject),
            Field("scope", "text", "Which help it speaks of", values=v.VerdictScope),
            Field("who", "text", "Who said it, in Dutch"),
            Field("verdict", "text", "What was said, in Dutch"),
            Field("verdict_en", "text", "The same in English"),
            Field("strength", "text", "What kind of saying it is", values=v.VerdictStrength),
            Field(
                "nationwide", "text", "Its answer to whether a network covers the whole country; empty when it gives none",
                required=False, values=v.Nationwide,
            ),
            Field("about_from", "partial_date", "Start of the period it is about; empty when open or not named", required=False),
            Field("about_to", "partial_date", "End of that period; empty when open or not named", required=False),
            Field(
                "outcome", "text", "What became of what it promises or asks; empty when it does neither",
                required=False, values=v.PromiseOutcome,
            ),
            Field(
                "outcome_source_id", "text", "Source of that; empty when nothing was found",
                required=False, refers="sources.source_id",
            ),
            SOURCE, DETAIL, READING, NOTE, key="verdict_id",
        ),
        _table(
            "timeline", "Events 1992-2026",
            DATE,
            Field("domain", "text", "What the event is about", values=v.TimelineDomain),
            Field("event", "text", "What happened, in Dutch"),
            SOURCE, DETAIL, READING,
        ),
        _table(
            "answers", "Answers of municipalities that were accepted; what they say of programmes is in the other tables too",
            Field("answer_id", "text", "Identifier of the answer in the log of the inventory"),
            Field("subject", "text", "What it is about: programme:…, region:…, municipality:… or handshake:…"),
            Field("field", "text", "Which question", values=v.AnswerField),
            Field("answer", "text", "Kind of answer", values=v.AnswerKind),
            Field("value", "text", "Value: a text, a code, or codes separated by ';'", required=False),
            Field("since", "partial_date", "Since when, in the words of the municipality", required=False),
            Field("organisation", "municipality", "Municipality that answered", refers="municipalities.code"),
            Field("channel", "text", "By which way it came in", values=v.AnswerChannel),
            Field("date", "date", "Day on which it was answered"),
            SOURCE,
            Field("log", "integer", "Number in the log of the acceptance"),
            key="answer_id", may_be_empty=True,
        ),
        _table(
            "contradictions", "The places where sources disagree or a bare figure misleads",
            Field("contradiction_id", "text", "Identifier, such as T01"),
            Field("kind", "text", "In what way", values=v.ContradictionKind),
            Field("section", "text", "Subject, in Dutch"),
            Field("title", "text", "Title, in Dutch"),
            Field("text", "text", "What disagrees and why, in Dutch"),
            Field("advice", "text", "What the product does with it, in Dutch", required=False),
            key="contradiction_id",
        ),
        _table(
            "contradiction_subjects", "Which programmes, sources, municipalities or schemes a contradiction concerns",
            Field("contradiction_id", "text", "Identifier, such as T01", refers="contradictions.contradiction_id"),
            Field("subject_kind", "text", "programme, municipality, scheme, table, duup, or place: a part of a page"),
            Field("subject", "text", "Identifier of the subject"),
            key="contradiction_id subject_kind subject",
        ),
        _table(
            "citations", "On which source a fixed sentence of the interface rests",
            Field("place", "text", "Which sentence", values=Cited),
            SOURCE, DETAIL, key="place",
        ),
    )
}

# What maps, names, regions and amounts rest on. It changes about once a year, and snapshots share it till then.
GEOGRAPHY = (
    "municipalities", "municipality_variants", "places", "reorganisations", "duvo_duup", "memberships", "duvo_regions", "duup_regions",
    "population", "population_years", "population_pieces",
)  # fmt: skip
