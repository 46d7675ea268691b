"""What must hold for what slides say of borders, the course and comparing, and pages of programmes: from raw rows.

A check gets a ``Country`` (country_checks.py) with the region or programme that was spoken of.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from borders_apart import bordering
from country_checks import DUUP_START, EVIDENCED, NO_RECENT, Country, n, nowhere
from money_checks import name_of_region
from region_checks import in_dutch
from slow_status import PIECES_FROM, first_day

from coverage.dates import today

BANDS = ("rups_1", "rups_2", "rups_2_extension", "rups_3", "duup")


def on_day(x: Country, day: date) -> Country:
    """The country on another day, in the borders of that day."""
    begin = max([PIECES_FROM, *(m["date"] for m in x.slow.moves if m["date"] <= day)])
    codes = sorted(x.slow.existed(begin))
    found = Country(x.slow, day, x.max_age, codes, begin)
    found.region, found.name = x.region, x.name
    return found


def share_recent(x: Country, codes: Iterable[str]) -> int:
    return sum(x.status[c] in EVIDENCED for c in codes)


def regions_beside(x: Country) -> set[int]:
    """Numbers of the regions of which a municipality shares a border with one of the region."""
    return {int(x.duup(c)["number"]) for c in bordering(x.begin, x.members)}


def beside_told(x: Country, v: dict[str, Any]) -> bool:
    """All adjoining regions by name, and those of them with recent evidence."""
    beside = {name_of_region(x.slow, r): r for r in regions_beside(x)}
    served = {name for name, r in beside.items()
              if share_recent(x, [c for c in x.codes if x.duup(c)["number"] == r])}  # fmt: skip
    return set(v["names"].split(", ")) == set(beside) and set(filter(None, v["served"].split(", "))) == served


def half_years(text: str) -> list[tuple[date, int]]:
    """1 juli 2013: 4; 31 december 2013: 2."""
    return [(in_dutch(part.split(": ")[0]), n(part.split(": ")[1])) for part in text.split("; ") if ": " in part]


def spoke(x: Country, after: date, last: date, regional: bool) -> int:
    """Sources with a claim or rule about these municipalities of after one day up to and including another."""
    there = on_day(x, last)
    codes = there.members if regional else there.codes
    return len({c["source_id"] for m in codes for c in x.slow.claims(m, there.begin) if after < c["start"] <= last})


def sources_counted(x: Country, text: str, regional: bool) -> bool:
    """The number of each half-year that is told; for a region those without are left out."""
    days = [date(y, m, d) for y in range(2011, x.on.year + 1) for m, d in ((6, 30), (12, 31)) if date(y, m, d) < x.on]
    steps = [*days, x.on]
    counts = {on: spoke(x, before, on, regional) for before, on in zip([date.min, *steps], steps, strict=False)}
    told = dict(half_years(text))
    return told == {on: count for on, count in counts.items() if count or not regional}


def _recent_then(x: Country, day: date) -> int:
    """Municipalities with recent evidence on another day, in the borders of that day."""
    then = on_day(x, day)
    return share_recent(then, then.codes)


def region_then(x: Country, v: dict[str, Any]) -> bool:
    then = on_day(x, in_dutch(v["date"]))
    return n(v["all"]) == len(then.members) and n(v["count"]) == share_recent(then, then.members)


def asked_first(x: Country, v: dict[str, Any]) -> bool:
    """The region with this centre, and how many of its municipalities are blind or to be confirmed; before the DUUP of
    a DUVO region."""
    table, key, own = (
        ("duup_regions", "number", "number") if x.on >= DUUP_START else ("duvo_regions", "name", "duvo_region")
    )
    centres = {m["code"] for m in x.slow.rows["municipalities"] if m["name"] == v["centre"]}
    led = {r[key] for r in x.slow.rows[table] if r["centre_code"] in centres}
    members = [c for c in x.codes if x.duup(c)[own] in led]
    return n(v["count"]) == sum(x.status[c] in NO_RECENT for c in members)


def without_scheme(x: Country, v: dict[str, Any]) -> bool:
    """No state scheme was in force between the two days."""
    rows = [s for s in x.slow.rows["schemes"] if s["scheme"] in BANDS]
    begin, end = in_dutch(v["begin"]), in_dutch(v["end"])
    return not any(
        first_day(s["valid_from"]) < end and (not s["valid_to"] or first_day(s["valid_to"]) > begin) for s in rows
    )


SLIDE_CHECKS: dict[str, Any] = {
    "Buren: {names}. Recent bewijs is er in {served}.": lambda x, v: bool(v["served"]) and beside_told(x, v),
    "Buren: {names}. Ook daar is geen recent bewijs.": lambda x, v: not v["served"] and beside_told(x, v),
    "Deze regio grenst aan geen andere regio.": lambda x, v: not regions_beside(x),
    "Bronnen die over deze regio spraken, per half jaar: {spoken}.":
        lambda x, v: sources_counted(x, v["spoken"], regional=True),
    "Bronnen die spraken, per half jaar: {spoken}.": lambda x, v: sources_counted(x, v["spoken"], regional=False),
    "{date}: recent bewijs voor {count} van de {all} gemeenten, waar {share} van de inwoners woont.": region_then,
    "{date}: recent aangetoond voor {count}, waar {share} van de inwoners woont.":
        lambda x, v: n(v["count"]) == _recent_then(x, in_dutch(v["date"])),
    "Loopt er in de regio {centre} een programma? Voor {count} gemeenten daar is dat niet recent bevestigd.":
        asked_first,
    "Voor 1 groep zei alleen een eerder aangetoond programma dat; of dat nog zo is, weten we niet.":
        lambda x, v: sum(bool(x.earlier_served(g.value)) for g in nowhere(x)) == 1,
    "Er is geen eerder moment om mee te vergelijken: {base} ligt niet voor {on}.":
        lambda x, v: in_dutch(v["base"]) >= in_dutch(v["on"]) == x.on,
    "Vergeleken met {date}, zoals wij dat nu weten.": lambda x, v: in_dutch(v["date"]) < x.on,
    "Er is geen editie van drie maanden eerder. Vergeleken is met {date}, zoals wij dat nu weten.":
        lambda x, v: in_dutch(v["date"]) < x.on,
    "Dit is een aanwijzing door het Rijk: dat zegt niet of er een programma is.":
        lambda x, v: x.slow.kinds[x.programme] == "assignment",
    "Bronnen noemen {count} programma's, het oudste vanaf {year}.": lambda x, v: n(v["count"]) == len(
        {p["programme_id"] for p in x.slow.rows["programme_periods"]
         if x.slow.kinds[p["programme_id"]] != "assignment"}),
    "Van {begin} tot {end} was er geen regeling van het rijk.": without_scheme,
    "Bevestigt niemand iets, dan is een programma op {last} niet meer recent aangetoond voor {count}.":
        lambda x, v: in_dutch(v["last"]) > today() and n(v["count"]) == x.changed("aged") > 0,
}  # fmt: skip
