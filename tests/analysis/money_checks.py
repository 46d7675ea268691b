"""What the rule of the DUUP gives, computed apart: one loop over raw rows, and what may be said of the result."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any

from slow_status import Slow, first_day

DUUP_START = date(2021, 1, 1)


def euros(text: str) -> int:
    """€ 6.000.000."""
    return int(re.sub(r"\D", "", text))


def national_totals(slow: Slow) -> list[dict[str, Any]]:
    """Rows with an amount for the whole country in one year, oldest first."""
    rows = (r for r in slow.rows["funding"] if r["scheme"] == "duup" and r["role"] == "national")
    found = [r for r in rows if r["per_year"] and r["period_from"] and r["value"] == r["value"]]
    return sorted(found, key=lambda r: str(r["period_from"]))


def usual_budget(slow: Slow) -> dict[str, Any]:
    """The newest that a source states as a fact."""
    return [r for r in national_totals(slow) if r["kind"] == "reported"][-1]


def usual_year(slow: Slow) -> int:
    """The newest year of which all inhabitants are known and final."""
    return max(y["year"] for y in slow.rows["population_years"] if y["complete"] and not y["provisional"])


@cache
def membership_of(slow: Slow, code: str, on: date) -> dict[str, Any]:
    """The row of a municipality in force on a day, with the number of its DUUP region."""
    rows = [m for m in slow.rows["memberships"] if m["code"] == code and m["valid_from"] <= on]
    row = max(rows, key=lambda m: m["valid_from"])
    links = [
        d for d in slow.rows["duvo_duup"]
        if d["duvo_region"] == row["duvo_region"] and first_day(str(d["valid_from"])) <= on
    ]  # fmt: skip
    return {**row, "number": max(links, key=lambda d: str(d["valid_from"]))["duup_number"]}


def region_of(slow: Slow, code: str, on: date) -> int:
    """The DUUP region of a municipality on a day."""
    return int(membership_of(slow, code, on)["number"])


@cache
def counted_people(slow: Slow, year: int) -> dict[str, int]:
    """Municipality -> inhabitants on the first day of a year, as the statistics have them."""
    return {r["code"]: int(r["inhabitants"]) for r in slow.rows["population"] if r["year"] == year}


@cache
def by_the_rule(slow: Slow, budget: int, year: int) -> dict[int, int]:
    """Region -> whole euros, by inhabitants; what rounding down leaves goes to the largest remainders."""
    people: dict[int, int] = {}
    for code, count in counted_people(slow, year).items():
        region = region_of(slow, code, date(year, 1, 1))
        people[region] = people.get(region, 0) + count
    exact = {r: Fraction(budget) * n / sum(people.values()) for r, n in people.items()}
    given = {r: int(share) for r, share in exact.items()}
    order = sorted(exact, key=lambda r: (given[r] - exact[r], -exact[r], r))
    for r in order[: budget - sum(given.values())]:
        given[r] += 1
    return given


def usual_amounts(slow: Slow) -> dict[int, int]:
    """What the slides and pages show unless asked otherwise."""
    return by_the_rule(slow, int(usual_budget(slow)["value"]), usual_year(slow))


def name_of_region(slow: Slow, number: int) -> str:
    """As the table of regions calls it."""
    return next(str(r["name"]) for r in slow.rows["duup_regions"] if r["number"] == number)


def an_extreme(slow: Slow, amount: str, name: str, most: bool) -> bool:
    """Whether no region gets more (or less), and the one that is named gets this."""
    found = usual_amounts(slow)
    wanted = (max if most else min)(found.values())
    return euros(amount) == wanted and any(a == wanted and name_of_region(slow, r) == name for r, a in found.items())


def both_extremes(x: Any, v: dict[str, Any]) -> bool:
    """The lowest and the highest amount, each with its region."""
    return an_extreme(x.slow, v["low"], v["lowest"], False) and an_extreme(x.slow, v["high"], v["highest"], True)


def own_part(x: Any, v: dict[str, Any]) -> bool:
    """A yardstick by inhabitants, to the euro that rounding decides, and the share of the region in a tenth of a %."""
    year, budget = usual_year(x.slow), int(usual_budget(x.slow)["value"])
    people = counted_people(x.slow, year)
    own, region = people[x.code], region_of(x.slow, x.code, date(year, 1, 1))
    all_there = sum(n for c, n in people.items() if region_of(x.slow, c, date(year, 1, 1)) == region)
    told = float(v["share"].rstrip("%").replace("\xa0", "").replace(",", "."))
    return (
        x.on >= DUUP_START
        and abs(euros(v["amount"]) - budget * own / sum(people.values())) <= 1
        and abs(told - 100 * own / all_there) <= 0.05 + 1e-9
    )


def stated_regions(slow: Slow) -> set[int]:
    """Regions of which a source says what the centre municipality really got."""
    return {int(a["duup_number"]) for a in slow.rows["amounts_stated"]}


def _beside(x: Any, difference: int | None, v: dict[str, Any]) -> bool:
    """Whether some row differs so much from the rule for its own year."""
    for row in x.slow.rows["amounts_stated"]:
        budget = [int(r["value"]) for r in national_totals(x.slow) if first_day(r["period_from"]).year == row["year"]]
        final = [y["year"] for y in x.slow.rows["population_years"] if y["complete"] and not y["provisional"]]
        if not budget:
            if difference is None:
                return True
            continue
        year = row["year"] if row["year"] in final else max(final)
        computed = by_the_rule(x.slow, budget[-1], year).get(int(row["duup_number"]))
        if computed is None or difference is None:
            continue
        if int(row["amount"]) - computed == difference and euros(v.get("computed", str(computed))) == computed:
            return True
    return False


MONEY_CHECKS: dict[str, Any] = {
    "De DUUP verdeelt {budget} per jaar ({year}) naar inwoners ({people}) over {count} regio's.":
        lambda x, v: euros(v["budget"]) == int(usual_budget(x.slow)["value"])
        and v["year"] == first_day(usual_budget(x.slow)["period_from"]).year
        and v["people"] == usual_year(x.slow) and int(v["count"]) == len(usual_amounts(x.slow)),
    "Berekend: van {low} voor {lowest} tot {high} voor {highest}.": both_extremes,
    "Bedragen van {high} ({highest}) tot {low} ({lowest}).": both_extremes,
    "Kanttekeningen bij de bedragen, op de pagina Gegevens: {titles}.":
        lambda x, v: set(v["titles"].split("; ")) == {
            c["title"] for c in x.slow.rows["contradictions"] for s in x.slow.rows["contradiction_subjects"]
            if s["contradiction_id"] == c["contradiction_id"] and s["subject"] == "money_history"},
    "Wat elke centrumgemeente echt kreeg, staat in geen bron die wij hebben.":
        lambda x, v: not stated_regions(x.slow),
    "Van {known} van de {all} regio's noemt een bron wat de centrumgemeente echt kreeg.":
        lambda x, v: int(v["known"]) == len(stated_regions(x.slow)) > 0
        and int(v["all"]) == len(x.slow.rows["duup_regions"]),
    "In {year} kreeg de centrumgemeente volgens de bron {amount}.":
        lambda x, v: any((r["year"], int(r["amount"])) == (v["year"], euros(v["amount"]))
                         for r in x.slow.rows["amounts_stated"]),
    "Wat de regel voor dat jaar geeft, is niet te berekenen.": lambda x, v: _beside(x, None, v),
    "Dat is wat de regel geeft.": lambda x, v: _beside(x, 0, v),
    "Dat is {difference} meer dan de regel geeft ({computed}).": lambda x, v: _beside(x, euros(v["difference"]), v),
    "Dat is {difference} minder dan de regel geeft ({computed}).": lambda x, v: _beside(x, -euros(v["difference"]), v),
}  # fmt: skip
