"""What must hold for sentences on the page of a region, on doors for groups and on the matrix: decided from raw rows.

A check gets a ``Country`` (country_checks.py) with the region, the municipality or the neighbour that was spoken of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from country_checks import DUUP_START, EVIDENCED, SERVES, Country, n, region_evidenced
from slow_status import admits_someone, first_day

from coverage.vocabulary import Status, TargetGroup

MONTHS = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
          "november", "december")  # fmt: skip
BLIND = ("unknown", "assigned_only")
PAPER = ("assignment", "regulation")
LINKS = ("location", "catchment", "regionally_accessible", "planned", "stopped")
OTHERS = {
    r"voor ([\d.]+) eerder ": "evidenced_earlier", r"voor ([\d.]+) noemt alleen ": "announced",
    r"van ([\d.]+) is alleen bekend ": "assigned_only", r"voor ([\d.]+) zegt een bron ": "confirmed_none",
    r"van ([\d.]+) weten we niet ": "unknown",
}  # fmt: skip


def in_dutch(text: str) -> date:
    """1 juli 2013."""
    day, month, year = text.split()
    return date(int(year), MONTHS.index(month) + 1, int(day))


def all_named(x: Country, text: str, codes: Iterable[str]) -> bool:
    """Whether names are those of these municipalities: all of them, or the first with how many more."""
    names = {x.name[c] for c in codes}
    more = re.search(r" en ([\d.]+) andere$", text)
    listed = text[: more.start()].split(", ") if more else text.split(", ")
    return set(listed) <= names and len(listed) + (n(more[1]) if more else 0) == len(names) > 0


def called(x: Country, programme: str) -> str:
    """The name of a programme in its newest source up to the date."""
    said = [p for p in x.slow.rows["programme_periods"] if p["programme_id"] == programme]
    said = [p for p in said if first_day(p["date"]) <= x.on]
    if said:
        return str(max(said, key=lambda p: (first_day(p["date"]), p["programme_id"], p["name"]))["name"])
    return latest(x, programme)


def latest(x: Country, programme: str) -> str:
    """Its name whatever the date."""
    return next(str(p["name"]) for p in x.slow.rows["programmes"] if p["programme_id"] == programme)


def ever(x: Country, codes: Iterable[str]) -> set[str]:
    """Programmes with evidence of any age for one of these municipalities."""
    return {c["programme_id"] for m in codes for c in x.weighed[m].evidence}


def recently(x: Country, codes: Iterable[str]) -> set[str]:
    return {p for m in codes for p in x.now(m)}


def linked(x: Country, codes: Iterable[str]) -> set[str]:
    """Programmes that a claim up to the date connects with these municipalities, or with their centre there."""
    inside = set(codes)
    claims = (c for m in inside for c in x.weighed[m].spoken)
    found = {c["programme_id"] for c in claims if c["relation"] in LINKS and c["programme_id"]}
    described = {p["programme_id"] for p in x.slow.rows["programme_periods"] if first_day(p["date"]) <= x.on}
    return found | {
        p["programme_id"] for p in x.slow.rows["programmes"]
        if p["centre_code"] in inside and p["programme_id"] in described
    }  # fmt: skip


def ruled(x: Country) -> dict[str, list[tuple[str, dict[str, Any]]]]:
    """Source of a local rule -> (municipality of the region, claim) that speak on the date."""
    found: dict[str, list[tuple[str, dict[str, Any]]]] = {}
    for m in x.members:
        for c in x.weighed[m].spoken:
            if c["basis"] == "regulation":
                found.setdefault(c["source_id"], []).append((m, c))
    return found


def holds_still(x: Country, claims: Iterable[dict[str, Any]]) -> bool:
    oldest = x.weighed[x.codes[0]].oldest
    return any(c["last"] is not None or (c["counts_from"] and c["counts_from"] >= oldest) for c in claims)


def a_rule(x: Country, v: dict[str, Any], *, current: bool) -> bool:
    """Whether some rule names exactly these municipalities and is in force, or is not known to be."""
    return any(
        holds_still(x, (c for _m, c in said)) is current and all_named(x, v["names"], {m for m, _c in said})
        for said in ruled(x).values()
    )


def admitting(x: Country) -> set[str]:
    """Programmes recently evidenced in the neighbour with a known executor and a rule that lets in people from here."""
    ours = recently(x, x.members)
    return {p for p in recently(x, x.beside) if admits_someone(x.slow, p, x.on, p in ours)}


def status_on(x: Country, code: str, on: date) -> str:
    return str(x.slow.status(code, on, x.max_age, x.begin, DUUP_START))


def turns_old(x: Country, code: str, on: date) -> bool:
    """Whether evidence is recent until a day and no longer on it."""
    return status_on(x, code, on - timedelta(days=1)) in EVIDENCED and status_on(x, code, on) == "evidenced_earlier"


def grows_old_within(x: Country, years: int) -> bool:
    """Whether a municipality loses its last recent evidence within some years, tried on each day on which one could."""
    last = x.on.replace(year=x.on.year + years, day=min(x.on.day, 28))
    for m in x.members:
        starts = {c["counts_from"] for c in x.slow.claims(m, x.begin) if c["counts_from"]}
        days = {s.replace(year=s.year + x.max_age, day=min(s.day, 28)) + timedelta(days=d)
                for s in starts if s.year + x.max_age < 9000 for d in range(1, 5)}  # fmt: skip
        if any(x.on < d <= last and turns_old(x, m, d) for d in days):
            return True
    return False


def old_on_that_day(x: Country, v: dict[str, Any]) -> bool:
    on = in_dutch(v["date"])
    return any(x.name[m] == v["name"] and on > x.on and turns_old(x, m, on) for m in x.members)


def without(x: Country, table: str, field: str, v: dict[str, Any]) -> bool:
    """Whether some programme of this name with evidence in the region has nothing in a column up to the date."""
    for programme in ever(x, x.members):
        rows = [r for r in x.slow.rows[table] if r["programme_id"] == programme and first_day(r["date"]) <= x.on]
        if table == "programme_periods":
            rows = [r for r in rows if first_day(r["date"]) == max(first_day(r["date"]) for r in rows)]
        if called(x, programme) == v["programme"] and not any(r[field] not in ("", "unknown") for r in rows):
            return True
    return False


def heard(x: Country, group: TargetGroup) -> str:
    """What programmes of the region say of a group: recent, earlier, weak or nobody."""
    now, here = recently(x, x.members), x.members
    others = (linked(x, here) | ever(x, here)) - now
    for programmes, served in ((now, "recent"), (others, "earlier")):
        best = x.best(programmes, group.value)
        if best:
            return served if best in SERVES else "weak"
    return "nobody"


def region_counts(x: Country, v: dict[str, Any]) -> bool:
    """The rest of the answer: each other status that occurs, with its number, and no other."""
    told = {s: n(found[1]) for pattern, s in OTHERS.items() if (found := re.search(pattern, v["rest"]))}
    own = [x.status[m] for m in x.members]
    counts = {s.value: own.count(s.value) for s in Status if s.value not in EVIDENCED and own.count(s.value)}
    years = {c["start"].year for m in x.members if x.status[m] == "evidenced_earlier" for c in x.weighed[m].evidence}
    return told == counts and (
        not years or re.findall(r"nieuwste bron.* van (\d{4})\)", v["rest"]) == [str(max(years))]
    )


def uncertain(x: Country, codes: Iterable[str]) -> set[str]:
    return {c for c in codes if x.duup(c)["duup_uncertain"]}


def perhaps(x: Country) -> set[str]:
    """Municipalities of other regions that may belong to this one."""
    others = uncertain(x, set(x.codes) - set(x.members))
    return {c for c in others if str(x.region) in re.split(r"\s*;\s*", str(x.duup(c)["alternative_duup"]))}


def mine(x: Country, *statuses: str) -> set[str]:
    return {m for m in x.members if x.status[m] in statuses}


def doors(x: Country) -> dict[str, set[str]]:
    """Programmes evidenced for the municipality: doors now and earlier, silent, or falling short of the groups."""
    found: dict[str, set[str]] = {"now": set(), "earlier": set(), "silent": set(), "short": set()}
    for programme in ever(x, [x.code]):
        said = [x.levels.get((programme, g), "") for g in x.groups]
        if all(s in SERVES for s in said):
            found["now" if programme in x.now(x.code) else "earlier"].add(programme)
        elif "no" in said or "insufficient" in said or "" not in said:
            found["short"].add(programme)
        else:
            found["silent"].add(programme)
    return found


def the_doors(x: Country, v: dict[str, Any], kind: str) -> bool:
    names = {re.sub(r" \(laatst bevestigd [^)]*\)$", "", t) for t in v["names"].split("; ")}
    return names == {latest(x, p) for p in doors(x)[kind]}


def cells(x: Country, number: int) -> list[str]:
    """What programmes recently evidenced in a region say of each group; empty for silence."""
    now = recently(x, [c for c in x.codes if x.duup(c)["number"] == number])
    return [x.best(now, g.value) for g in TargetGroup]


def matrix_counts(x: Country, v: dict[str, Any]) -> bool:
    """Only asked of groups by region."""
    rows = [cells(x, number) for number in sorted({x.duup(c)["number"] for c in x.codes})]
    spoken = [c for row in rows for c in row if c]
    return (n(v["rows"]), n(v["all"]), n(v["spoken"]), n(v["cells"]), n(v["refused"])) == (
        sum(any(row) for row in rows), len(rows), len(spoken), len(rows) * len(TargetGroup), spoken.count("no")
    )  # fmt: skip


def _national(x: Country, v: dict[str, Any]) -> bool:
    oldest = x.weighed[x.code].oldest
    known = {latest(x, a["programme_id"]) for a in x.slow.rows["access"]
             if a["national"] and oldest <= first_day(a["date"]) <= x.on}  # fmt: skip
    return set(v["names"].split("; ")) <= known


def _silence(x: Country) -> int:
    return sum(heard(x, g) == "nobody" for g in TargetGroup)


def _nothing_open(x: Country) -> bool:
    return not (mine(x, *BLIND, "evidenced_earlier", "announced") or _silence(x))


REGION_CHECKS: dict[str, Any] = {
    "Op {date} is in de regio {region} voor {recent} van de {all} gemeenten een programma recent aangetoond "
    "({share} van de inwoners){rest}.":
        lambda x, v: n(v["recent"]) == len(region_evidenced(x)) > 0 and n(v["all"]) == len(x.members)
        and region_counts(x, v),
    "Op {date} is in de regio {region} voor geen van de {all} gemeenten een programma recent aangetoond{rest}.":
        lambda x, v: not region_evidenced(x) and n(v["all"]) == len(x.members) and region_counts(x, v),
    "Op {date} was er nog geen DUUP: deze regio's bestaan sinds {begin}. Welke regio's er daarvoor waren, staat niet "
    "in de gegevens. Hier staan de gemeenten die er op {begin} bij hoorden.":
        lambda x, v: x.on < DUUP_START == in_dutch(v["begin"]),
    "DUUP-regio {number} heeft {count} gemeenten en {people} inwoners ({share} van Nederland). De centrumgemeente is "
    "{centre}.":
        lambda x, v: x.on >= DUUP_START and v["number"] == x.region and n(v["count"]) == len(x.members)
        and v["centre"] == next(m["name"] for r in x.slow.rows["duup_regions"] if r["number"] == x.region
                                for m in x.slow.rows["municipalities"] if m["code"] == r["centre_code"]),
    "We vonden tot deze datum geen bron die een programma in deze regio noemt.":
        lambda x, v: all(x.slow.kinds[p] in PAPER for p in linked(x, x.members) | ever(x, x.members)),
    "{name} ({date}) geldt voor {names}. Of er een programma is, staat er niet in.":
        lambda x, v: a_rule(x, v, current=True),
    "{name} ({date}) noemt {names}. Of die regel nu nog geldt, weten we niet.":
        lambda x, v: a_rule(x, v, current=False),
    "We kennen op deze datum geen lokale regel die gemeenten in deze regio noemt.": lambda x, v: not ruled(x),
    "Van geen recent aangetoond programma daar weten we dat mensen van hier er terechtkunnen.":
        lambda x, v: bool(recently(x, x.beside)) and not admitting(x),
    "De toegangsregel sluit mensen van hier niet uit bij: {programmes}.":
        lambda x, v: set(v["programmes"].split("; ")) == {called(x, p) for p in admitting(x)},
    "Over deze regio kennen we op deze datum geen open vragen.": lambda x, v: _nothing_open(x),
    "Van de gemeenten in deze regio is nog geen antwoord overgenomen.":
        lambda x, v: not any(a["subject"] in x.members for a in x.slow.rows["answers"]),
    "{name}: op {date} is het bewijs te oud ({programmes}).": old_on_that_day,
    "In de twee jaar na deze datum wordt hier voor geen gemeente al het recente bewijs te oud.":
        lambda x, v: not grows_old_within(x, 2),
    "Of er een programma is voor: {names}.": lambda x, v: all_named(x, v["names"], mine(x, *BLIND)),
    "Of het aanbod er nog is voor: {names}. De bronnen zijn ouder dan de grens.":
        lambda x, v: all_named(x, v["names"], mine(x, "evidenced_earlier")),
    "Of de aangekondigde hulp er is voor: {names}.": lambda x, v: all_named(x, v["names"], mine(x, "announced")),
    "Of deze gemeenten bij de regio horen: {names}.":
        lambda x, v: x.on >= DUUP_START and all_named(x, v["names"], uncertain(x, x.members)),
    "Of deze gemeenten ook bij de regio horen: {names}. Nu staan ze bij een andere regio.":
        lambda x, v: x.on >= DUUP_START and all_named(x, v["names"], perhaps(x)),
    "Wie {programme} uitvoert.": lambda x, v: without(x, "programme_periods", "executors", v),
    "Of je in de regio moet wonen of werken voor {programme}.": lambda x, v: without(x, "access", "criterion", v),
    "Of er hulp is voor de {count} doelgroepen waarover geen bron over een programma hier iets zegt.":
        lambda x, v: n(v["count"]) == _silence(x) > 0,
    "Welk bedrag de regio echt krijgt en waaraan het wordt besteed.":
        lambda x, v: x.on >= DUUP_START
        and not any(a["duup_number"] == x.region for a in x.slow.rows["amounts_stated"]),
}  # fmt: skip
DOOR_CHECKS: dict[str, Any] = {
    "Op {date} zegt een recent aangetoond programma voor {place} dat het deze groep bedient ({people}): {names}.":
        lambda x, v: the_doors(x, v, "now"),
    "Op {date} is voor {place} geen deur met recent bewijs bekend voor deze groep ({people}).":
        lambda x, v: not doors(x)["now"],
    "Een landelijk programma noemt de groep: {names}.": _national,
    "Eerder aangetoond, en volgens de bron voor deze groep: {names}. Of dat nog zo is, weten we niet.":
        lambda x, v: the_doors(x, v, "earlier"),
    "Wel aangetoond, nu of eerder, zonder een woord over deze groep: {names}. Dat is geen nee.":
        lambda x, v: the_doors(x, v, "silent") and not doors(x)["earlier"],
    "Deze programma's zeggen de groep minder vaak, onvoldoende of niet te bedienen: {names}.":
        lambda x, v: the_doors(x, v, "short") and not doors(x)["earlier"],
    "Ook eerder is er geen programma voor deze gemeente aangetoond.": lambda x, v: not ever(x, [x.code]),
    "Op {date} zegt bij {rows} van de {all} {scope} een recent aangetoond programma iets over {dimension}: {spoken} "
    "van de {cells} vakken zijn gevuld, waarvan {refused} met een nee.": matrix_counts,
    "Groepen waarvan een recent aangetoond programma zegt dat het ze bedient: {recent} van de {all}. Eerder gezegd: "
    "{earlier}.":
        lambda x, v: [n(v["recent"]), n(v["earlier"])] == [
            sum(heard(x, g) == kind for g in TargetGroup) for kind in ("recent", "earlier")],
    "Voor geen gemeente in deze regio is een programma aangetoond, ook niet eerder.":
        lambda x, v: not ever(x, x.members),
}  # fmt: skip
