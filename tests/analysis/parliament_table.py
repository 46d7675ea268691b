"""Every sentence that answers a question of parliament, and when it may: part of the table in sentence_table.py.

A check gets the raw rows and the slow twin's weighing of every municipality (``Land``), never what the answers use.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from types import SimpleNamespace
from typing import Any

from region_checks import in_dutch
from slow_status import Slow, first_day, last_day
from turning_checks import in_words

SERVES = ("yes", "emphasis")
BANDS = ("rups_1", "rups_2", "rups_2_extension", "rups_3", "duup")  # with a place on the timeline
COURSE_FROM = date(2011, 6, 30)  # the first report
JUDGED = ("yes", "partly", "not_yet")
EVER = ("evidenced_here", "evidenced_region", "evidenced_earlier")


@dataclass
class Land:
    """The country on a date: statuses and weighed claims by municipality, and the words of codes in Dutch."""

    slow: Slow
    on: date
    max_age: int
    begin: date  # of the DUUP
    statuses: dict[str, str]
    weighed: dict[str, SimpleNamespace]
    regions: dict[str, int]  # municipality -> number of its DUUP region
    names: dict[str, str]
    group_words: dict[str, str]
    grade_words: dict[str, str] = field(default_factory=dict)
    refs: tuple[Any, ...] = ()  # of the answer whose sureness is told: source_id, date, reading

    def verdicts(self, *, dated: bool = True) -> list[dict[str, Any]]:
        """Verdicts on exit programmes up to the date."""
        rows = [v for v in self.slow.rows["verdicts"] if v["scope"] == "exit" and (v["date"] or not dated)]
        return [v for v in rows if first_day(v["date"]) <= self.on]

    def recent(self) -> bool:
        return any(s in EVER[:2] for s in self.statuses.values())

    def serving(self, kind: str) -> set[str]:
        """Groups that a programme with recent evidence, or with evidence of any age, says that it serves."""
        programmes = {c["programme_id"] for w in self.weighed.values() for c in getattr(w, kind)}
        found = set()
        for programme in programmes:
            rows = [r for r in self.slow.rows["target_groups"] if r["programme_id"] == programme]
            rows = [r for r in rows if first_day(r["date"]) <= self.on and r["reach"] != "unknown"]
            for group in {r["group"] for r in rows}:
                newest = max(first_day(r["date"]) for r in rows if r["group"] == group)
                last = [r["reach"] for r in rows if r["group"] == group and first_day(r["date"]) == newest]
                if any(reach in SERVES for reach in last):
                    found.add(group)
        return found

    def in_words(self, groups: set[str]) -> list[str]:
        return [word for code, word in self.group_words.items() if code in groups]

    def findings(self) -> list[dict[str, Any]]:
        rows = [r for r in self.slow.rows["target_groups"] if r["programme_id"] == "LANDELIJK"]
        return [r for r in rows if r["reach"] == "insufficient" and first_day(r["date"]) <= self.on]

    def silent_regions(self) -> set[int]:
        spoken = {self.regions[c] for c, s in self.statuses.items() if s in EVER}
        return set(self.regions.values()) - spoken

    def whole_regions(self) -> set[int]:
        return set(self.regions.values()) - {self.regions[c] for c, s in self.statuses.items() if s not in EVER}

    def schemes(self) -> list[dict[str, Any]]:
        """Those with a band on the timeline that are in force."""
        rows = [s for s in self.slow.rows["schemes"] if first_day(s["valid_from"]) <= self.on]
        return [s for s in rows if not s["valid_to"] or self.on < first_day(s["valid_to"])]

    def promises(self) -> list[dict[str, Any]]:
        return [v for v in self.verdicts() if v["outcome"]]


def _latest(x: Land, v: dict[str, Any]) -> bool:
    """No judgement of the whole country is newer than the one told; its words are those of a row."""
    judged = [row for row in x.verdicts() if row["nationwide"] in JUDGED]
    newest = max(first_day(row["date"]) for row in judged)
    return any(first_day(r["date"]) == newest and (r["who"], r["verdict"]) == (v["who"], v["verdict"]) for r in judged)


def _advice(x: Land, v: dict[str, Any]) -> bool:
    rows = [r for r in x.slow.rows["recommendations"] if r["by"] == v["by"] and first_day(r["date"]) <= x.on]
    groups = [[r for r in rows if r["date"] == when] for when in {r["date"] for r in rows}]

    def counts(rows: list[dict[str, Any]]) -> tuple[str, ...]:
        found = [r["adoption"] for r in rows]
        return tuple(map(str, (len(found), *map(found.count, ("adopted", "partly", "not_adopted", "unknown")))))

    return (v["count"], v["adopted"], v["partly"], v["refused"], v["unknown"]) in map(counts, groups)


def _budget(x: Land, v: dict[str, Any]) -> bool:
    rows = [r for r in x.slow.rows["funding"] if r["scheme"] == "duup" and r["role"] == "national" and r["per_year"]]
    rows = [r for r in rows if r["period_from"] and first_day(r["period_from"]).year == v["year"] <= x.on.year]
    return any(f"{r['value']:,.0f}".replace(",", ".") in v["budget"] for r in rows if r["value"] == r["value"])


def _begin(x: Land) -> date:
    """The day on which the scheme of the date began, or on which the last one before it ended."""
    running = [first_day(s["valid_from"]) for s in x.schemes() if s["scheme"] in BANDS]
    ended = [first_day(s["valid_to"]) for s in x.slow.rows["schemes"] if s["scheme"] in BANDS and s["valid_to"]]
    return max(running or [day for day in ended if day <= x.on] or [date.min])


def _regions_shared(x: Land) -> int:
    """Number of DUUP regions on 1 January of the last final year, by which the rule shares out."""
    year = max(int(y["year"]) for y in x.slow.rows["population_years"] if y["complete"] and not y["provisional"])
    day = date(year, 1, 1)
    return len({
        a["duup_number"] for a in x.slow.rows["duvo_duup"]
        if a["valid_from"] <= day and (not a["valid_to"] or day < a["valid_to"])
    })  # fmt: skip


def _moved(x: Land, name: str) -> bool:
    """Whether a municipality of this name, now or once, has more than one row of memberships or a later merger."""
    codes = {m["code"] for m in x.slow.rows["municipalities"] if m["name"] == name.strip()}
    rows = [m for m in x.slow.rows["memberships"] if m["code"] in codes]
    assigned = Counter(a["duvo_region"] for a in x.slow.rows["duvo_duup"])  # twice when the whole DUVO region moved
    several = len({m["duvo_region"] for m in rows}) > 1 or any(assigned[m["duvo_region"]] > 1 for m in rows)
    return several or any(r["old_code"] in codes for r in x.slow.moves)


def _dates(x: Land) -> dict[str, str]:
    """Source of the answer -> the newest date of what it says, else of itself; empty when neither is known."""
    own = {s["source_id"]: s for s in x.slow.rows["sources"]}
    found: dict[str, str] = {}
    for r in x.refs:
        year = re.match(r"\d{4}", str(own[r.source_id]["year"]))
        said = r.date or own[r.source_id]["date"] or (year[0] if year else "")
        before = found.get(r.source_id, "")
        found[r.source_id] = max(said, before, key=lambda d: last_day(d) if d else date.min)
    return found


def _read(x: Land) -> dict[str, bool]:
    """Source of the answer -> whether the row that it is named for, or else the source, was read in full."""
    own = {s["source_id"]: s["reading"] for s in x.slow.rows["sources"]}
    return {r.source_id: (r.reading.value if r.reading else own[r.source_id]) == "full" for r in x.refs}


def _backed(x: Land) -> bool:
    """Each source with a date is that of some row with this date, or of a region that began on it."""
    begins: dict[Any, str] = {}
    for row in x.slow.rows["duvo_duup"]:
        begins[row["duup_number"]] = min(str(row["valid_from"]), begins.get(row["duup_number"], "9"))
    began = {(row["source_id"], begins.get(row["number"])) for row in x.slow.rows["duup_regions"]}
    return all(
        (r.source_id, r.date) in began
        or any(row.get("source_id") == r.source_id and r.date in row.values() for rows in x.slow.rows.values()
               for row in rows)
        for r in x.refs if r.date
    )  # fmt: skip


def _graded(x: Land, v: dict[str, Any]) -> bool:
    """Firm: two or more recent sources, one read in full. Fair: a recent one. Weak: older ones only."""
    oldest = next(iter(x.weighed.values())).oldest
    dates, full = _dates(x), _read(x)
    recent = [s for s, said in dates.items() if said and last_day(said) >= oldest]
    grade = "firm" if len(recent) > 1 and any(full[s] for s in recent) else "fair" if recent else "weak"
    newest = max(filter(None, dates.values()), key=last_day, default="")
    right = v["grade"] == x.grade_words[grade] and v["date"] == (in_words(newest) if newest else "onbekende datum")
    return right and v["count"] == str(len(dates)) and _backed(x)


PARLIAMENT: dict[str, tuple[str, Any]] = {
    "Ja: op {date} is voor elke gemeente een programma recent aangetoond.":
        ("Every municipality has recent evidence.", lambda x, v: all(s in EVER[:2] for s in x.statuses.values())),
    "Dat er een landelijk dekkend netwerk is, is op {date} niet aangetoond.":
        ("A municipality has no recent evidence.", lambda x, v: any(s not in EVER[:2] for s in x.statuses.values())),
    "Op papier is het land wel verdeeld: sinds {begin} hoort elke gemeente bij een van {count} DUUP-regio's, "
    "elk met een centrumgemeente. Een aanwijzing is nog geen programma.":
        ("The DUUP has begun; the number of its regions.",
         lambda x, v: x.on >= x.begin and v["count"] == str(len(set(x.regions.values())))),
    "Tot {date} vonden we geen oordeel van anderen over het hele land.":
        ("No verdict up to the date answers whether a network covers the country; aims are none.",
         lambda x, v: not [r for r in x.verdicts() if r["nationwide"] in JUDGED]),
    "Het nieuwste oordeel over het hele land dat we vonden, is van {date}, van {who}: {verdict} Op de vraag of er een "
    "landelijk dekkend netwerk is, antwoordt dat: {answer}.":
        ("The newest verdict up to the date that answers the question; aims are none.", _latest),
    "Op {date} woont in {none} van de {all} DUUP-regio's niemand in een gemeente waar een programma is aangetoond, "
    "recent of eerder; in {whole} woont iedereen er. In {part} regio's een deel van de inwoners.":
        ("Regions without, with only and with some municipalities that have evidence which nothing took back.",
         lambda x, v: v["none"] == str(len(x.silent_regions())) and v["whole"] == str(len(x.whole_regions()))
         and int(v["none"]) + int(v["whole"]) + int(v["part"]) == int(v["all"]) == len(set(x.regions.values()))),
    "Wij tellen wat in openbare bronnen staat. Een programma waar geen bron over schrijft, telt niet mee.":
        ("Always.", None),
    "Tot {date} vonden we geen bron over het hele land die zegt welke groepen onvoldoende worden bereikt.":
        ("No national finding of insufficient reach up to the date.", lambda x, v: not x.findings()),
    "Onvoldoende bereikt, volgens bronnen over het hele land: {groups}. Of dat nog zo is, zeggen ze niet.":
        ("The groups of all such findings, and no other.",
         lambda x, v: len(v["groups"].split("; ")) == len({r["group"] for r in x.findings()})
         and all(word in v["groups"] for word in x.in_words({r["group"] for r in x.findings()}))),
    "Op {date} is nergens een programma recent aangetoond, en dus voor geen enkele groep.":
        ("No municipality has recent evidence.", lambda x, v: not x.recent()),
    "Een programma dat op {date} recent is aangetoond, zegt deze groepen te bedienen: {groups}.":
        ("The newest statement of a recently evidenced programme says so; all such groups.",
         lambda x, v: v["groups"].split("; ") == x.in_words(x.serving("recent"))),
    "Alleen een programma dat eerder is aangetoond, zei deze groepen te bedienen: {groups}. Of dat nog zo is, weten we "
    "niet.":
        ("The same of a programme evidenced earlier, and of none evidenced recently.",
         lambda x, v: v["groups"].split("; ") == x.in_words(x.serving("evidence") - x.serving("recent"))),
    "Van geen plaatselijk programma van nu of eerder vonden we dat het deze groepen bedient: {groups}. Zwijgen is geen "
    "nee.":
        ("No programme with evidence of any age, that nothing took back, says so.",
         lambda x, v: v["groups"].split("; ") == x.in_words(set(x.group_words) - x.serving("evidence"))),
    "In elk van de {all} DUUP-regio's is voor ten minste één gemeente een programma aangetoond, recent of eerder.":
        ("Every region has a municipality with evidence that nothing took back.", lambda x, v: not x.silent_regions()),
    "In {count} van de {all} DUUP-regio's vonden we voor geen enkele gemeente een programma dat er nog kan "
    "zijn: {names}. Dat is iets anders dan: er is niets.":
        ("The regions of which no municipality has evidence that nothing took back.",
         lambda x, v: v["count"] == str(len(x.silent_regions()))),
    "Volgens een bron is er geen programma, of stopte het laatste, in: {names}.":
        ("All municipalities that are confirmed none, and no other.",
         lambda x, v: set(v["names"].split(", ")) == {x.names[c] for c, s in x.statuses.items()
                                                       if s == "confirmed_none"}),
    "Volgens de regel wel, als inwoners de maat zijn: elke DUUP-regio krijgt geld naar haar inwonertal.":
        ("The DUUP has begun.", lambda x, v: x.on >= x.begin),
    "Op {date} gold {scheme}. De verdeling over DUUP-regio's naar inwoners begint op {begin}.":
        ("Before the DUUP, a state scheme in force.", lambda x, v: x.on < x.begin and bool(x.schemes())),
    "Op {date} gold geen rijksregeling. De verdeling over DUUP-regio's naar inwoners begint op {begin}.":
        ("Before the DUUP, none in force.", lambda x, v: x.on < x.begin and not x.schemes()),
    "Of de verdeling past bij hoeveel hulp nodig is, weten we niet: de regel kijkt naar inwoners, en een telling van "
    "sekswerkers per regio hebben we niet.":
        ("Always: the package has no such table.", None),
    "Berekend over {budget} ({year}): van {low} voor {lowest} tot {high} voor {highest}, per jaar. Het is een "
    "berekening, geen betaald bedrag.":
        ("A source states the budget of a year up to the date as a fact.", _budget),
    "Berekend over {budget} ({year}, een afgeleid bedrag): van {low} voor {lowest} tot {high} voor {highest}, "
    "per jaar. Het is een berekening, geen betaald bedrag.":
        ("No source does; the budget is an estimate or derived.", _budget),
    "Verdeeld over {count} regio's.":
        ("The regions of the computation.", lambda x, v: v["count"] == str(_regions_shared(x))),
    "{scheme} begon op {date}: er is niets eerders om mee te vergelijken.":
        ("The scheme began on the date.", lambda x, v: x.on == in_dutch(v["date"]) == _begin(x)),
    "Vergelijken kan vanaf {begin}; {date} is niet later.":
        ("The date does not lie after the first day of the course.", lambda x, v: x.on <= COURSE_FROM),
    "Vergeleken is met {date}; toen begon: {scheme}.":
        ("The scheme of the date, or the time without one, began on that day.",
         lambda x, v: in_dutch(v["date"]) == _begin(x) >= COURSE_FROM),
    "Vergeleken is met {date}, de eerste dag met gegevens; toen liep: {scheme}.":
        ("The scheme had begun before the data begin.",
         lambda x, v: _begin(x) < COURSE_FROM == in_dutch(v["date"]) < x.on),
    "Naar een andere regio gingen: {names}.": ("Pieces whose region differs between the two dates.",
         lambda x, v: all(_moved(x, t) for t in re.findall(r"([^,(]+) \(van", v["names"]))),
    "Het landelijk budget per jaar ging van {first} in {from_year} naar {last} in {to_year}.":
        ("The first and the last national total of the DUUP within the period, when they differ.",
         lambda x, v: v["from_year"] < v["to_year"] <= x.on.year and v["first"] != v["last"]),
    "Meer of minder bewijs is iets anders dan meer of minder aanbod: het hangt af van wie erover schreef.":
        ("The rule.", None),
    "Tot {date} vonden we geen toezegging of verzoek aan het Rijk.":
        ("No verdict up to the date promises or asks.", lambda x, v: not x.promises()),
    "Tot {date} vonden we {count} toezeggingen en verzoeken. Naar wat we nu weten: bij {unknown} is niet gevonden wat "
    "ervan kwam, {partly} deels uitgevoerd, {kept} uitgevoerd.":
        ("Counts of the rows with an outcome.",
         lambda x, v: [v["count"], v["unknown"], v["partly"], v["kept"]] == [
             str(len(x.promises())),
             *(str(sum(r["outcome"] == o for r in x.promises())) for o in ("unknown", "partly", "kept"))]),
    "Van {count} aanbevelingen van {by} ({date}) zijn er naar een latere bron {adopted} overgenomen, {partly} deels "
    "en {refused} niet; van {unknown} is dat niet bekend.":
        ("Counts of the recommendations of one report; that with most of them up to the date.", _advice),
    "Aan {to}: {text}. Uitkomst: {adoption}.": ("A row of recommendations, with what became of it.",
         lambda x, v: any((r["to"], r["recommendation"]) == (v["to"], v["text"]) and first_day(r["date"]) <= x.on
                          for r in x.slow.rows["recommendations"])),
    "{date}, {who}: {verdict} Uitkomst: {outcome}.": ("A row of verdicts that promises or asks.",
         lambda x, v: any((r["who"], r["verdict"]) == (v["who"], v["verdict"]) for r in x.promises())),
    "{what} (waar het kan staan: {where}; wie het kan weten: {who}).": ("An open question of the list.", None),
    "Gemaakt uit de gegevens van editie {edition}. Bewijs heet recent als de bron hoogstens {age} oud is.":
        ("Always.", None),
    "Hoe zeker: {grade}; we vonden geen bron.":
        ("The answer names no source.", lambda x, v: not x.refs and v["grade"] == x.grade_words["none"]),
    "Hoe zeker: {grade}. Het antwoord rust op 1 bron, van {date}.":
        ("The answer names one source.", lambda x, v: len(_dates(x)) == 1 and _graded(x, v)),
    "Hoe zeker: {grade}. Het antwoord rust op {count} bronnen, de nieuwste van {date}.":
        ("The sources that the answer names; the grade by their number, age and reading (docs/method.md).",
         lambda x, v: len(_dates(x)) > 1 and _graded(x, v)),
    "Niet geheel gelezen: {count}.":
        ("Those of them that were read in part, or not known how.",
         lambda x, v: v["count"] == str(list(_read(x).values()).count(False)) != "0"),
}  # fmt: skip
