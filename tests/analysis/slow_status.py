"""A slow, obvious twin of the status rule: one question after the other, straight from the tables.

Shares nothing with coverage.analysis but the vocabulary of codes. Where the fast version brings claims
to pieces through the lineage graph, this one walks the reorganisation rows one by one.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache


def first_day(text):
    parts = [int(p) for p in text.split("-")]
    return date(*[*parts, 1, 1][:3])


@cache
def rows_of(ds, name):
    return ds.table(name).to_dict("records")


@cache
def moves(ds):
    rows = rows_of(ds, "reorganisations")
    return sorted((r for r in rows if r["kind"] != "boundary_correction" and not r["planned"]), key=lambda r: r["date"])


@cache
def existed(ds, on):
    found = set()
    for m in rows_of(ds, "municipalities"):
        if (m["valid_from"] is None or m["valid_from"] <= on) and (m["valid_to"] is None or on < m["valid_to"]):
            found.add(m["code"])
    return found


@cache
def became(ds, code, start, end):
    """Codes on `end` that hold territory of `code` as of `start`; one calendar step at a time."""
    held = {code}
    when = start
    steps = sorted({r["date"] for r in moves(ds) if start < r["date"] <= end})
    for when in steps:
        after = set()
        for c in held:
            targets = {r["new_code"] for r in moves(ds) if r["date"] == when and r["old_code"] == c}
            after |= targets or {c}
        held = after
    return held


def status(ds, municipality, on, max_age, division_start, duup_number):  # noqa: PLR0912 one question after the other
    """Status of one municipality of the division that began on `division_start`."""
    fresh_from = on
    for _ in range(max_age):  # year by year, a leap day falls back to the 28th
        year = fresh_from.year - 1
        try:
            fresh_from = fresh_from.replace(year=year)
        except ValueError:
            fresh_from = fresh_from.replace(year=year, day=28)
    if on.month == 2 and on.day == 29:
        fresh_from = date(on.year - max_age, 3, 1) - timedelta(days=1)

    planned = {
        (p["programme_id"], p["date"], p["source_id"])
        for p in rows_of(ds, "programme_periods")
        if p["status"] == "planned"
    }
    own = []
    for c in [dict(row) for row in rows_of(ds, "claims")]:
        c["start"] = first_day(c["date"])
        c["on_paper"] = (
            c["relation"] == "planned"
            or c["basis"] in ("regulation", "assignment")
            or (c["programme_id"], c["date"], c["source_id"]) in planned
        )
        if c["effective"] > on:
            continue
        pieces_end = max(date(2021, 1, 1), c["start"])
        touched = became(ds, c["code"], c["start"], max(pieces_end, division_start))
        if c["start"] > division_start:  # a claim later than the borders: go back to the pieces
            touched = {m for m in existed(ds, division_start) if c["code"] in became(ds, m, division_start, c["start"])}
        if municipality in touched:
            own.append(c)

    endings = [c for c in own if c["relation"] in ("explicit_none", "stopped")]
    alive = []
    for c in own:
        if c["relation"] not in ("location", "catchment", "regionally_accessible") or c["on_paper"]:
            continue
        if c["start"] < fresh_from:
            continue
        taken_back = False
        for e in endings:
            same = e["relation"] == "explicit_none" or e["programme_id"] == c["programme_id"]
            if same and e["effective"] > c["start"]:
                taken_back = True
        if not taken_back:
            alive.append(c)
    strong = [c for c in alive if c["relation"] in ("location", "catchment") and c["basis"] == "programme"]
    if strong:
        return "evidenced_here"
    if alive:
        return "evidenced_region"

    papers = [c["start"] for c in own if c["on_paper"] and c["relation"] == "planned" and c["start"] >= fresh_from]
    papers += [
        c["start"]
        for c in own
        if c["on_paper"]
        and c["relation"] in ("location", "catchment", "regionally_accessible")
        and c["start"] >= fresh_from
    ]
    if on >= date(2021, 1, 1) and duup_number:
        papers.append(date(2021, 1, 1))
    for c in endings:
        if c["certainty"] == "explicit" and c["start"] >= fresh_from and all(c["start"] >= p for p in papers):
            return "confirmed_none"
    for a in rows_of(ds, "access"):
        if a["national"] and fresh_from <= first_day(a["date"]) <= on:
            return "remote_only"
    return "on_paper" if papers else "unknown"
