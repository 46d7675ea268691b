"""What must hold for sentences on regions, groups, changes, slides, layers and programmes: decided from the raw rows.

`Country` is the slow, obvious twin of a whole country on a date: statuses by slow_status.py, groups straight from the
rows of target_groups, regions from memberships. `CHECKS` has a check per sentence of sentence_table.py; what is not
here is a heading, a question, a rule, or said always.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cached_property
from typing import Any

from money_checks import membership_of
from slow_status import Slow, first_day

from coverage.i18n import label
from coverage.vocabulary import TargetGroup

DUUP_START = date(2021, 1, 1)
SERVES = ("emphasis", "yes")
STRENGTH = ("emphasis", "yes", "less_often", "insufficient", "no")
EVIDENCED = ("evidenced_here", "evidenced_region")
NO_RECENT = ("evidenced_earlier", "announced", "assigned_only", "unknown")  # white is known: it is not asked about


class Then(Slow):
    """Only what had been said by a day: what could be known then. Rules and assignments speak from their first day."""

    def __init__(self, ds: Any, said_by: date) -> None:
        super().__init__(ds)
        self.rows["claims"] = [c for c in self.rows["claims"] if first_day(c["date"]) <= said_by]


class Country:
    """All municipalities of one division on a date, from the raw rows."""

    def __init__(self, slow: Slow, on: date, max_age: int, codes: list[str], begin: date) -> None:
        self.slow, self.on, self.max_age, self.codes, self.begin = slow, on, max_age, codes, begin
        self.groups: tuple[str, ...] = ()
        self.region = 0
        self.before: Country | None = None
        self.then: Country | None = None
        self.programme = ""
        self.layer = ""
        self.code = ""  # the municipality spoken of
        self.name: dict[str, str] = {}
        self.beside: list[str] = []  # municipalities of an adjoining region

    @cached_property
    def weighed(self) -> dict[str, Any]:
        return {c: self.slow.weigh(c, self.on, self.max_age, self.begin) for c in self.codes}

    @cached_property
    def status(self) -> dict[str, str]:
        return {c: self.slow.status(c, self.on, self.max_age, self.begin, DUUP_START) for c in self.codes}

    def now(self, code: str) -> set[str]:
        return {c["programme_id"] for c in self.weighed[code].recent}

    def once(self, code: str) -> set[str]:
        return {c["programme_id"] for c in self.weighed[code].evidence} - self.now(code)

    def deciding(self, code: str) -> set[str]:
        """Programmes by which the municipality is recently evidenced: those that name it, else the others."""
        recent = self.weighed[code].recent
        here = [c for c in recent if not c["area_id"] and c["basis"] == "programme"
                and c["relation"] in ("location", "catchment")]  # fmt: skip
        return {c["programme_id"] for c in here or recent}

    @cached_property
    def levels(self) -> dict[tuple[str, str], str]:
        """(programme, group) -> the strongest of the newest statements up to the date."""
        said: dict[tuple[str, str], list[dict[str, Any]]] = {}
        for row in self.slow.rows["target_groups"]:
            if first_day(row["date"]) <= self.on and row["reach"] != "unknown":
                said.setdefault((row["programme_id"], row["group"]), []).append(row)
        found = {}
        for key, rows in said.items():
            last = max(first_day(r["date"]) for r in rows)
            newest = {r["reach"] for r in rows if first_day(r["date"]) == last}
            found[key] = next(s for s in STRENGTH if s in newest)
        return found

    def best(self, programmes: set[str], group: str) -> str:
        """The strongest that these programmes say of a group; empty when all are silent."""
        said = {self.levels[p, group] for p in programmes if (p, group) in self.levels}
        return next((s for s in STRENGTH if s in said), "")

    def municipalities(self, group: str, *levels: str) -> list[str]:
        return [c for c in self.codes if self.best(self.now(c), group) in levels]

    def earlier_served(self, group: str) -> list[str]:
        """Where only a programme of earlier said that it served the group."""
        silent = self.municipalities(group, "", "less_often")
        return [c for c in silent if self.best(self.once(c), group) in SERVES]

    def duup(self, code: str) -> dict[str, Any]:
        """The row of memberships of a municipality in force, with the number of its DUUP region."""
        return membership_of(self.slow, code, max(self.on, self.begin, DUUP_START))

    @cached_property
    def members(self) -> list[str]:
        return [c for c in self.codes if self.duup(c)["number"] == self.region]

    def of(self, *statuses: str) -> int:
        return sum(s in statuses for s in self.status.values())

    def changed(self, kind: str) -> int:
        """Municipalities of a kind of change, by the two statuses alone."""
        assert self.before
        found = 0
        for c in self.codes:
            was, now = self.before.status[c], self.status[c]
            if was in EVIDENCED and now in EVIDENCED:
                same = was == now and self.before.deciding(c) == self.deciding(c)
                this = "same" if same else "changed"
            elif was in EVIDENCED:
                this = "aged" if now == "evidenced_earlier" else "closed"
            elif now in EVIDENCED:
                this = "renewed" if was == "evidenced_earlier" else "opened"
            else:
                this = "other"
            found += this == kind
        return found

    def learned(self) -> int:
        """Where the first date would have been told otherwise with what had been said by then."""
        assert self.before
        assert self.then
        return sum(
            self.before.status[c] != self.then.status[c]
            or (self.before.status[c] in EVIDENCED and self.before.deciding(c) != self.then.deciding(c))
            for c in self.codes
        )


def n(text: Any) -> int:
    """The number of municipalities in words: "12 gemeenten (1.234 inwoners)", "geen enkele gemeente", 12."""
    found = re.match(r"[\d.]+", str(text))
    return int(found[0].replace(".", "")) if found else 0


def _label(group: TargetGroup) -> str:
    return label(group)


def nowhere(x: Country) -> list[TargetGroup]:
    return [g for g in TargetGroup if not x.municipalities(g.value, *SERVES)]


def spoken(x: Country) -> list[TargetGroup]:
    return [g for g in TargetGroup if x.municipalities(g.value, *SERVES, "insufficient", "no")]


def most(x: Country) -> int:
    return max(len(x.municipalities(g.value, *SERVES)) for g in TargetGroup)


def region_evidenced(x: Country) -> list[str]:
    return [c for c in x.members if x.status[c] in EVIDENCED]


def scheme_on(x: Country) -> bool:
    timeline = ("rups_1", "rups_2", "rups_2_extension", "rups_3", "duup")
    return any(
        s["scheme"] in timeline and first_day(s["valid_from"]) <= x.on
        and (not s["valid_to"] or x.on < first_day(s["valid_to"]))
        for s in x.slow.rows["schemes"]
    )  # fmt: skip


def one(x: Country) -> str:
    return x.groups[0]


def where(x: Country) -> tuple[list[str], list[str]]:
    """Municipalities of a programme: recently evidenced, and evidenced earlier only."""
    recent = [c for c in x.codes if x.programme in x.now(c)]
    return recent, [c for c in x.codes if x.programme in x.once(c)]


def kind(x: Country) -> str:
    return str(x.slow.kinds[x.programme])


def named(x: Country) -> bool:
    """Whether a row of up to the date describes the programme or claims something of it."""
    rows = (*x.slow.rows["programme_periods"], *x.slow.rows["claims"])
    return any(r["programme_id"] == x.programme and first_day(r["date"]) <= x.on for r in rows)


def national_notes(x: Country) -> set[str]:
    """The limits that sources up to the date set to the national reach of the programme; empty words for none."""
    rows = (a for a in x.slow.rows["access"] if a["programme_id"] == x.programme and a["national"])
    return {a["note"] for a in rows if first_day(a["date"]) <= x.on}


def regulated(x: Country, *, found: bool) -> int:
    """Municipalities for which a local rule in force speaks, or none."""
    has = [any(c["basis"] == "regulation" for c in x.weighed[m].announced) for m in x.codes]
    return sum(h is found for h in has)


CHECKS: dict[str, Any] = {
    # groups
    "Op {date} zegt voor {served} van de {all} gemeenten een recent aangetoond programma dat het deze groep bedient: "
    "{group}. Daar woont {share} van de inwoners.":
        lambda x, v: n(v["served"]) == len(x.municipalities(one(x), *SERVES)) > 0 and n(v["all"]) == len(x.codes),
    "Op {date} zegt voor geen van de {all} gemeenten een recent aangetoond programma dat het deze groep bedient: "
    "{group}.": lambda x, v: not x.municipalities(one(x), *SERVES),
    "Onvoldoende bereik meldt een programma in {count}.":
        lambda x, v: n(v["count"]) == len(x.municipalities(one(x), "insufficient")),
    "Dat het de groep niet bedient, zegt een programma in {count}.":
        lambda x, v: n(v["count"]) == len(x.municipalities(one(x), "no")),
    "Voor {count} zegt geen recent aangetoond programma er iets over: dat is geen nee.":
        lambda x, v: n(v["count"]) == len(x.municipalities(one(x), "")),
    "Voor {count} daarvan zei een programma dat het de groep bediende; dat is niet recent bevestigd.":
        lambda x, v: n(v["count"]) == len(x.earlier_served(one(x))),
    "Voor {count} daarvan noemt alleen een landelijk programma de groep.":
        lambda x, v: any(a["national"] and first_day(a["date"]) <= x.on for a in x.slow.rows["access"]),
    "Op {date} zegt voor {served} van de {all} groepen een recent aangetoond programma dat het die bedient.":
        lambda x, v: n(v["served"]) == len(TargetGroup) - len(nowhere(x)) and n(v["all"]) == len(TargetGroup),
    "Op {date} zegt voor geen van de {all} groepen een recent aangetoond programma dat het die bedient.":
        lambda x, v: len(nowhere(x)) == len(TargetGroup),
    "Voor {count} groepen zei alleen een eerder aangetoond programma dat; of dat nog zo is, weten we niet.":
        lambda x, v: n(v["count"]) == sum(bool(x.earlier_served(g.value)) for g in nowhere(x)),
    "Over {spoken} van de {all} doelgroepen zegt een recent aangetoond programma iets. Zwijgen is geen nee.":
        lambda x, v: n(v["spoken"]) == len(spoken(x)) and n(v["all"]) == len(TargetGroup),
    "Het vaakst bediend: {group}, in {count}.": lambda x, v: n(v["count"]) == most(x),
    "De lichte balken: een eerder aangetoond programma zei dat. Of het er nog is, weten we niet.":
        lambda x, v: any(x.earlier_served(g.value) for g in TargetGroup),
    "Geen programma van nu of eerder zegt deze groepen te bedienen: {groups}.":
        lambda x, v: all(not x.municipalities(g.value, *SERVES) and not x.earlier_served(g.value)
                         for g in TargetGroup if _label(g) in v["groups"].split(", ")),
    "Van {count} groepen zegt geen programma van nu of eerder dat het die bedient.":
        lambda x, v: n(v["count"]) == sum(not x.municipalities(g.value, *SERVES) and not x.earlier_served(g.value)
                                          for g in TargetGroup),
    # a region
    "Voor {count} gemeenten was er eerder een programma, zoals {names}. Loopt het nog?":
        lambda x, v: n(v["count"]) == x.of("evidenced_earlier"),
    "Van {count} gemeenten is de DUUP-regio onzeker, zoals {name}. Wie weet waar zij bij horen?":
        lambda x, v: n(v["count"]) == sum(bool(x.duup(c)["duup_uncertain"]) for c in x.codes),
    "{claims} uitspraken en {sources} gebruikte bronnen; elke uitspraak heeft een bron en een datum.":
        lambda x, v: n(v["claims"]) == len(x.slow.rows["claims"])
        and all(c["source_id"] and c["date"] for c in x.slow.rows["claims"]),
    # slides
    "Of er een programma loopt, is voor {count} niet recent bevestigd.": lambda x, v: n(v["count"]) == x.of(*NO_RECENT),
    "Op {date} bestond de DUUP nog niet; dit is de verdeling van nu.": lambda x, v: x.on < DUUP_START,
    # changes
    "Tussen {first} en {second} (indeling {division}) kwam er bewijs van een programma bij voor {count}.":
        lambda x, v: n(v["count"]) == x.changed("opened"),
    "Volgens een bron stopte het in {count}.": lambda x, v: n(v["count"]) == x.changed("closed"),
    "Een ander programma, of een andere manier, is er aangetoond voor {count}.":
        lambda x, v: n(v["count"]) == x.changed("changed"),
    "Niet meer recent bevestigd is het in {count}: dat is stilte, geen stop.":
        lambda x, v: n(v["count"]) == x.changed("aged"),
    "Opnieuw recent aangetoond is het in {count}.": lambda x, v: n(v["count"]) == x.changed("renewed"),
    "Over {count} werd pas na {first} bekend hoe het er op die dag voor stond.":
        lambda x, v: n(v["count"]) == x.learned(),
    "Geen gemeente met recent bewijs op {first} heeft op {last} alleen nog bewijs dat te oud werd.":
        lambda x, v: x.changed("aged") == 0,
    "Recent aangetoond op {first} en niet meer op {last}, want geen bron bevestigde het: {count}.":
        lambda x, v: n(v["count"]) == x.changed("aged") > 0,
    # layers
    "Op {date} gold {scheme}.": lambda x, v: scheme_on(x),
    "Op {date} gold geen rijksregeling.": lambda x, v: not scheme_on(x),
    "{state}: {count} van de {all} gemeenten.": lambda x, v: x.layer != "rule"
        or not v["state"].lower().startswith("geen") or n(v["count"]) == regulated(x, found=False),
    # a programme
    "Op {date} recent aangetoond voor {count}.": lambda x, v: n(v["count"]) == len(where(x)[0]) > 0,
    "Op {date} is dit programma niet recent aangetoond.": lambda x, v: not where(x)[0] and bool(where(x)[1]),
    "Volgens een oudere bron was het er voor {count}.": lambda x, v: n(v["count"]) == len(where(x)[1]) > 0,
    "Op {date} is dit programma voor geen enkele gemeente aangetoond, ook niet eerder.":
        lambda x, v: where(x) == ([], []),
    "Volgens een bron is dit programma gestopt: {date}.": lambda x, v: not where(x)[0] and any(
        p["programme_id"] == x.programme and (p["status"] == "stopped" if "status" in p else p["relation"] == "stopped")
        for p in (*x.slow.rows["programme_periods"], *x.slow.rows["claims"])),
    "Tot {date} vonden we geen bron die dit noemt.": lambda x, v: not named(x),
    "Soort werk: {kind}. Dat telt hier niet als hulp bij stoppen.":
        lambda x, v: named(x) and kind(x) not in ("exit_programme", "exit_support"),
    "Een bron noemt het landelijk; dat zegt niets over hulp in een gemeente zelf.":
        lambda x, v: national_notes(x) == {""},
    "Een bron noemt het landelijk, voor een deel van de mensen; dat zegt niets over hulp in een gemeente zelf.":
        lambda x, v: any(national_notes(x)),
    "Van dit programma hebben we tot deze datum geen fasen vastgelegd. De regeling RUPS II vroeg om een plan met vier "
    "fasen: contact, oriëntatie, uitvoering en nazorg.": lambda x, v: not any(
        a["programme_id"] == x.programme and a["phase"] != "unspecified" and first_day(a["date"]) <= x.on
        for a in x.slow.rows["activities"]),
}  # fmt: skip
