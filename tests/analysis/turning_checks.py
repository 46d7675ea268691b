"""What must hold for sentences that send somewhere, say who is silent, or name neighbours: decided from raw rows.

A check gets a ``Local`` (sentence_table.py): one municipality on a date. Dates of claims, rules of access and target
groups come from the rows as they stand; borders from the files (borders_apart.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any

from borders_apart import bordering, km_range
from country_checks import n
from money_checks import DUUP_START, name_of_region, own_part, region_of, stated_regions, usual_year
from slow_status import PIECES_FROM, Slow, admits_someone, first_day

from coverage.i18n import label
from coverage.vocabulary import Criterion, Reach, Status, TargetGroup

MONTHS = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
          "november", "december")  # fmt: skip
HERE = ("location", "catchment")
STRENGTH = ("emphasis", "yes", "less_often", "insufficient", "no")
FAR = 50  # kilometres


def in_words(text: str) -> str:
    """2013, juli 2013 or 1 juli 2013."""
    year, *rest = text.split("-")
    month = [MONTHS[int(rest[0]) - 1]] if rest else []
    return " ".join([*([str(int(rest[1]))] if len(rest) > 1 else []), *month, year])


def said_in(slow: Slow, row: dict[str, Any]) -> str:
    """The date of what a source says; where the source has none, the date is an estimate of ours."""
    dated = next(s["date"] for s in slow.rows["sources"] if s["source_id"] == row["source_id"])
    return in_words(row["date"]) if dated else f"{row['date'][:4]}, geschat"


def told_date(claim: dict[str, Any], words: str) -> bool:
    """Whether these words are the date of a claim: as precise as its source, and an estimate only as one."""
    if claim["date_basis"] != "estimated":
        return words == in_words(claim["date"])
    return words.endswith(", geschat") and not re.match(r"\d{1,2} [a-z]", words)


@cache
def status_of(slow: Slow, code: str, on: date, max_age: int, begin: date) -> str:
    """The status by the slow twin, kept: neighbours and regions are asked for again and again."""
    return str(slow.status(code, on, max_age, begin, DUUP_START))


def status(x: Any, code: str) -> str:
    return status_of(x.slow, code, x.on, x.max_age, x.begin)


def of_strength(x: Any, programme: str) -> tuple[str, list[dict[str, Any]]]:
    """How a programme stands in the municipality by its own evidence, and the claims that say so."""
    own = [c for c in x.weighed.evidence if c["programme_id"] == programme]
    recent = [c for c in own if c in x.weighed.recent]
    here = [c for c in recent if not c["area_id"] and c["basis"] == "programme" and c["relation"] in HERE]
    kind = "evidenced_here" if here else "evidenced_region" if recent else "evidenced_earlier"
    return kind, here or recent or own


def rules_of(slow: Slow, programme: str, on: date) -> list[dict[str, Any]]:
    """The criteria for coming in of the newest date on which a source names any."""
    rows = [a for a in slow.rows["access"] if a["programme_id"] == programme and first_day(a["date"]) <= on]
    rows = [a for a in rows if a["criterion"] != "unknown"]
    newest = max((first_day(a["date"]) for a in rows), default=None)
    return [a for a in rows if first_day(a["date"]) == newest]


def access_told(slow: Slow, programme: str, on: date, words: str, *, national: bool = False) -> bool:
    """Whether the words name every criterion of the newest rows with its area, date and limits, and no other."""
    rows = [a for a in rules_of(slow, programme, on) if a["national"] or not national]
    if not rows:
        return words == "tot deze datum noemt geen bron een eis voor wonen of werken"
    said = all(
        a["area"] in words and said_in(slow, a) in words and label(Criterion(a["criterion"])) in words
        and (not a["national"] or re.sub(r" ?\(r\.[\d, r.-]+\)", "", a["note"]).rstrip(".") in words)
        for a in rows
    )  # fmt: skip
    others = {c for c in Criterion if c.value not in {a["criterion"] for a in rows}}
    return said and not any(words.startswith(f"{label(c)}, ") or f"; {label(c)}, " in words for c in others)


def groups_of(slow: Slow, programme: str, on: date, *, anywhere: bool = False) -> dict[str, tuple[str, str]]:
    """Group -> (the strongest of the newest that sources say, the date of it in words)."""
    said: dict[str, list[dict[str, Any]]] = {}
    for row in slow.rows["target_groups"]:
        if row["programme_id"] == programme and row["reach"] != "unknown" and first_day(row["date"]) <= on:
            said.setdefault(row["group"], []).append(row)
    found = {}
    for group, rows in said.items():
        newest = max(first_day(r["date"]) for r in rows)
        last = [r for r in rows if first_day(r["date"]) == newest]
        if not anywhere or any(r["from_anywhere"] for r in last):
            best = next(s for s in STRENGTH if s in {r["reach"] for r in last})
            found[group] = (best, said_in(slow, last[0]))
    return found


def groups_told(found: dict[str, tuple[str, str]], words: str) -> bool:
    """Whether the words say of each group what is found, and nothing else."""
    if not found:
        return words == "tot deze datum zegt geen bron voor wie. Dat is geen nee"
    told = {f"{label(TargetGroup(g))}: {label(Reach(level))} ({day})" for g, (level, day) in found.items()}
    return set(words.split("; ")) == told


def for_whom(x: Any, v: dict[str, Any]) -> bool:
    """Groups and access of a programme that serves the municipality, or of one for the whole country."""
    for programme in x.ids_of(v["name"]):
        if any(c["programme_id"] == programme for c in x.weighed.evidence):
            every = groups_told(groups_of(x.slow, programme, x.on), v["groups"])
            if every and access_told(x.slow, programme, x.on, v["access"]):
                return True
        if any(a["programme_id"] == programme for a in x.national()):
            whole = all(a["national"] for a in rules_of(x.slow, programme, x.on))
            some = groups_told(groups_of(x.slow, programme, x.on, anywhere=not whole), v["groups"])
            if some and access_told(x.slow, programme, x.on, v["access"], national=True):
                return True
    return False


def a_door(x: Any, v: dict[str, Any]) -> bool:
    """A programme with evidence here: its status in this municipality, its newest claim, and who may come in."""
    for programme in x.ids_of(v["name"]):
        kind, claims = of_strength(x, programme)
        if not claims or v["status"] != label(Status(kind)):
            continue
        newest = max(c["start"] for c in claims)
        dated = any(told_date(c, v["date"]) for c in claims if c["start"] == newest)
        runs = [p for p in x.slow.rows["programme_periods"]
                if p["programme_id"] == programme and first_day(p["date"]) <= x.on]  # fmt: skip
        by = not v["by"] or any(p["executors"] and p["executors"] in v["by"] for p in runs)
        if dated and by and access_told(x.slow, programme, x.on, v["access"]):
            return True
    return False


def region(x: Any) -> int:
    """Number of the DUUP region of the municipality."""
    return region_of(x.slow, x.code, max(x.on, x.begin, DUUP_START))


def centre(x: Any) -> str:
    """The municipality that leads the region, as the table of regions names it."""
    return next(str(r["centre_code"]) for r in x.slow.rows["duup_regions"] if r["number"] == region(x))


def named(slow: Slow, code: str) -> str:
    return next(str(m["name"]) for m in slow.rows["municipalities"] if m["code"] == code)


def pieces_of(x: Any, code: str) -> list[str]:
    """Municipalities of 2021 whose territory a municipality of the division holds."""
    return [p for p in x.slow.existed(PIECES_FROM) if code in x.slow.became(p, PIECES_FROM, x.begin)]


def to_centre(x: Any) -> tuple[float, float]:
    """Between which kilometres the centre municipality can be."""
    return km_range(pieces_of(x, x.code), pieces_of(x, centre(x)))


def to_the_centre(x: Any, v: dict[str, Any]) -> bool:
    least, most = to_centre(x)
    near = least - 0.5 <= float(v["km"].replace(".", "").replace(",", ".")) <= most + 0.5
    return x.on >= DUUP_START and v["centre"] == named(x.slow, centre(x)) and centre(x) != x.code and near


@cache
def at_work(slow: Slow, on: date, max_age: int, begin: date) -> dict[str, frozenset[str]]:
    """Municipality -> programmes that recent evidence places or lets work there by its name."""
    found = {}
    for code in slow.existed(max(begin, PIECES_FROM)):
        claims = slow.weigh(code, on, max_age, begin).recent
        here = (c for c in claims if not c["area_id"] and c["basis"] == "programme" and c["relation"] in HERE)
        if programmes := frozenset(c["programme_id"] for c in here):
            found[code] = programmes
    return found


def open_doors(x: Any) -> dict[str, set[str]]:
    """Municipality -> programmes at work there that let in people from here."""
    served = {c["programme_id"] for c in x.weighed.evidence}
    everywhere = at_work(x.slow, x.on, x.max_age, x.begin)
    found = {code: {p for p in ps if admits_someone(x.slow, p, x.on, p in served)} for code, ps in everywhere.items()}
    return {code: ps for code, ps in found.items() if ps}


def nearest(x: Any, v: dict[str, Any]) -> bool:
    """Such a programme is at work in that place, which lies so far; no other place with one is surely nearer."""
    km = float(v["km"].replace(".", "").replace(",", "."))
    doors = open_doors(x)
    names = v["programme"] if "programme" in v else v["programmes"]
    wanted = {p for name in names.split("; ") for p in x.ids_of(name)}
    there = [c for c in doors if named(x.slow, c) == v["place"] and doors[c] & wanted]
    ranges = {c: km_range(pieces_of(x, x.code), pieces_of(x, c)) for c in doors}
    placed = any(ranges[c][0] - 0.1 <= km <= ranges[c][1] + 0.1 for c in there)
    return not x.weighed.recent and placed and not any(most < km for _least, most in ranges.values())


def silent(x: Any, v: dict[str, Any]) -> bool:
    """Whether some programme of this name with evidence here says nothing of these groups, nor of as many others."""
    more = re.search(r" en ([\d.]+) andere groepen$", v["groups"])
    text, others = (v["groups"][: more.start()], int(more[1])) if more else (v["groups"], 0)
    for programme in x.ids_of(v["programme"]) & {c["programme_id"] for c in x.weighed.evidence}:
        said = groups_of(x.slow, programme, x.on)
        quiet = [label(g) for g in TargetGroup if g.value not in said]
        if text == ", ".join(quiet[: len(quiet) - others]):
            return True
    return False


def no_rule(x: Any, v: dict[str, Any]) -> bool:
    """Whether some programme of this name with evidence here has no stated criterion."""
    served = {c["programme_id"] for c in x.weighed.evidence}
    return any(not rules_of(x.slow, p, x.on) for p in x.ids_of(v["programme"]) & served)


def whole(x: Any, claims: Iterable[dict[str, Any]]) -> bool:
    """Whether a claim is about the municipality of the division as it is."""
    return any(not c["area_id"] and c["code"] == x.code and c["start"] >= x.begin for c in claims)


def same_names(text: str, names: set[str]) -> bool:
    """Whether a list in words holds these names and nothing else; a name may hold a comma itself."""
    for name in sorted(names, key=len, reverse=True):
        if not re.search(rf"(?:^|, ){re.escape(name)}(?=, |$)", text):
            return False
        text = re.sub(rf"(?:^|, ){re.escape(name)}(?=, |$)", "", text, count=1)
    return not text.strip(", ")


def neighbours_told(x: Any, v: dict[str, Any]) -> bool:
    """All that share a border, each under its own status."""
    beside = bordering(x.begin, [x.code])
    under: dict[str, set[str]] = {}
    for code in beside:
        under.setdefault(label(Status(status(x, code))), set()).add(named(x.slow, code))
    told = dict(part.split(": ", 1) for part in v["told"].split("; "))
    right = set(told) == set(under) and all(same_names(names, under[words]) for words, names in told.items())
    return n(v["count"]) == len(beside) and right


def region_counted(x: Any, v: dict[str, Any]) -> bool:
    """The municipalities of the region, and those with recent evidence; before the DUUP of the DUVO region."""
    at = max(x.on, x.begin, DUUP_START)
    latest = {}
    for row in sorted(x.slow.rows["memberships"], key=lambda m: m["valid_from"]):
        if row["valid_from"] <= at:
            latest[row["code"]] = row["duvo_region"]
    codes = x.slow.existed(max(x.begin, PIECES_FROM))
    if x.on >= DUUP_START:
        own = [c for c in codes if region_of(x.slow, c, at) == region(x)]
        name = name_of_region(x.slow, region(x))
    else:
        own, name = [c for c in codes if latest[c] == latest[x.code]], latest[x.code]
    recent = sum(status(x, c) in ("evidenced_here", "evidenced_region") for c in own)
    return (v["region"], v["count"], v["all"]) == (name, str(recent), str(len(own)))


TURNING: dict[str, tuple[str, Any]] = {
    "{name}{by}: {status}, laatst bevestigd {date}. Toegang: {access}.": (
        "A programme evidenced for the municipality: its status there, the date of its newest such claim (an estimate "
        "marked as one) and all criteria of the newest source that names any.",
        a_door,
    ),
    "Vraag je eigen gemeente welke hulp er is. De DUUP bestond op deze datum nog niet.": (
        "Before the DUUP.",
        lambda x, v: x.on < DUUP_START,
    ),
    "{centre} is de centrumgemeente van de regio en krijgt er geld van het Rijk voor.": (
        "Since the DUUP began; the municipality is the centre.",
        lambda x, v: x.on >= DUUP_START and centre(x) == x.code and v["centre"] == x.name,
    ),
    "Vraag je gemeente of centrumgemeente {centre} ({km} km hemelsbreed) welke hulp er is.": (
        "It is not; the distance lies within what the boxes around both allow.",
        to_the_centre,
    ),
    "Dat is ver. Of hulp dichter bij je wordt gegeven, weten we niet.": (
        "The centre is 50 km away or more.",
        lambda x, v: to_centre(x)[1] >= FAR,
    ),
}
# Sentences of the table on municipalities whose check lives here.
HERE_CHECKS: dict[str, Any] = {
    "{name}: {groups}. Toegang: {access}.": for_whom,
    "We kennen geen programma elders met een recente bron dat mensen van hier toelaat.":
        lambda x, v: not x.weighed.recent and not open_doors(x),
    "Het dichtstbijzijnde programma dat we kennen en dat mensen van hier niet uitsluit, is {programme} in {place}, "
    "{km} km hemelsbreed.": nearest,
    "{programmes} in {place}, {km} km hemelsbreed.": nearest,
    "Geldt voor een deel van de gemeente.": lambda x, v: any(
        not whole(x, of_strength(x, p)[1]) for p in {c["programme_id"] for c in x.weighed.evidence}),
    "Of het ook geldt voor de rest van de gemeente; de bron gaat over een deel van het huidige gebied.":
        lambda x, v: not whole(x, x.deciding or x.weighed.nones),
    "Of {programme} er ook is voor {groups}.": silent,
    "Of je in de gemeente moet wonen of werken voor {programme}.": no_rule,
    "Welk bedrag DUUP-regio {region} echt krijgt en waaraan het wordt besteed.":
        lambda x, v: x.on >= DUUP_START and v["region"] == name_of_region(x.slow, region(x))
        and region(x) not in stated_regions(x.slow),
    "Niet te berekenen: deze DUUP-regio bestond niet in het jaar waarvan we de inwoners gebruiken.":
        lambda x, v: not any(region_of(x.slow, c, date(usual_year(x.slow), 1, 1)) == region(x)
                             for c in x.slow.existed(date(usual_year(x.slow), 1, 1))),
    "{amount}: zoveel hoort bij het aantal inwoners ({share} van de regio). Het geld gaat naar de centrumgemeente; een "
    "gemeente heeft er geen eigen deel van.": own_part,
    "Buurgemeenten ({count}): {told}.": neighbours_told,
    "De gemeente grenst aan geen andere gemeente.": lambda x, v: not bordering(x.begin, [x.code]),
    "In de regio {region} is voor {count} van de {all} gemeenten een programma recent aangetoond.":
        lambda x, v: x.on >= DUUP_START and region_counted(x, v),
    "In wat later de regio {region} is, is voor {count} van de {all} gemeenten een programma recent aangetoond.":
        lambda x, v: x.on < DUUP_START and region_counted(x, v),
}  # fmt: skip
