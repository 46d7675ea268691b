"""A slow, obvious twin of the status rule: one question after the other, straight from the tables.

Written from docs/method.md. Shares nothing with coverage.analysis: where the fast version brings claims to pieces
through the lineage graph, this one walks the reorganisation rows one by one.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import cache
from types import SimpleNamespace

EXIT = ("exit_programme", "exit_support")
ANNOUNCING = (*EXIT, "plan", "regulation")
PIECES_FROM = date(2021, 1, 1)


def first_day(text):
    parts = [int(p) for p in text.split("-")]
    return date(*[*parts, 1, 1][:3])


def last_day(text):
    parts = [int(p) for p in text.split("-")]
    if len(parts) == 1:
        return date(parts[0], 12, 31)
    if len(parts) == 2:
        return date(parts[0], parts[1], monthrange(*parts)[1])
    return date(*parts)


class Slow:
    """The tables of a package as plain rows, read once."""

    def __init__(self, ds):
        self.rows = {name: ds.table(name).to_dict("records") for name in ds.names}
        self.kinds = {p["programme_id"]: p["kind"] for p in self.rows["programmes"]}
        self.aims = {p["programme_id"]: p["exit_aim"] for p in self.rows["programmes"]}
        self.moves = [
            r for r in self.rows["reorganisations"] if r["kind"] != "boundary_correction" and not r["planned"]
        ]
        self.planned = {
            (p["programme_id"], p["date"], p["source_id"])
            for p in self.rows["programme_periods"]
            if p["status"] == "planned"
        }
        # What was asked before is kept; that shares nothing but the answer to the very same question.
        self.existed = cache(self._existed)
        self.became = cache(self._became)
        self.touched = cache(self._touched)
        self.of_area = cache(self._of_area)
        self.claims = cache(self._bearing)

    def _existed(self, on):
        return {
            m["code"]
            for m in self.rows["municipalities"]
            if (m["valid_from"] is None or m["valid_from"] <= on) and (m["valid_to"] is None or on < m["valid_to"])
        }

    def _became(self, code, start, end):
        """Codes on `end` that hold territory of `code` as of `start`; one calendar step at a time."""
        held = {code}
        for when in sorted({r["date"] for r in self.moves if start < r["date"] <= end}):
            after = set()
            for c in held:
                after |= {r["new_code"] for r in self.moves if r["date"] == when and r["old_code"] == c} or {c}
            held = after
        return held

    def _touched(self, code, start, division_start):
        """Municipalities of the division that hold territory of a municipality as of a day."""
        found = self.became(code, start, max(PIECES_FROM, start, division_start))
        if start > division_start:  # a claim later than the borders: go back to the pieces
            found = {m for m in self.existed(division_start) if code in self.became(m, division_start, start)}
        return found

    def _of_area(self, area, division_start):
        found = set()
        for member in self.rows["area_members"]:
            if member["area_id"] == area:
                found |= self.became(member["piece"], PIECES_FROM, division_start)
        return found

    def _bearing(self, municipality, division_start):
        """Everything that bears on a municipality, as plain rows with what the rule asks of them."""
        found = []
        for row in self.rows["claims"]:
            c = dict(row)
            c["start"] = first_day(c["date"])
            if c["area_id"]:
                if c["area_reading"] == "vague":
                    continue
                bears = municipality in self.of_area(c["area_id"], division_start)
            else:
                bears = municipality in self.touched(c["code"], c["start"], division_start)
            if not bears:
                continue
            c["kind"], c["aim"] = self.kinds[c["programme_id"]], self.aims[c["programme_id"]]
            c["plan"] = c["relation"] == "planned" or (c["programme_id"], c["date"], c["source_id"]) in self.planned
            c["counts_from"] = c["start"]
            if c["date_basis"] == "estimated":
                c["counts_from"] = first_day(c["date_earliest"]) if c["date_earliest"] else None
            c["last"] = None
            if c["basis"] == "regulation":
                ends = [
                    last_day(r["valid_to"])
                    for r in self.rows["rule_areas"]
                    if r["source_id"] == c["source_id"] and r["valid_to"]
                ]
                c["last"] = max(ends, default=None)
            found.append(c)
        for r in self.rows["rule_areas"]:
            stated = any(c["source_id"] == r["source_id"] and c["basis"] == "regulation" for c in found)
            start = first_day(r["valid_from"])
            if stated or municipality not in self.touched(r["code"], start, division_start):
                continue
            found.append({
                "relation": "catchment", "basis": "regulation", "kind": "regulation", "plan": False,
                "programme_id": None, "aim": "stated",
                "source_id": r["source_id"],
                "start": start, "effective": start, "counts_from": start, "area_id": "", "certainty": "explicit",
                "date_basis": "stated", "last": last_day(r["valid_to"]) if r["valid_to"] else None,
            })  # fmt: skip
        return found

    def weigh(self, municipality, on, max_age, division_start):  # noqa: PLR0912 one question a line
        """What the claims that speak come to: evidence that stands, what of it is recent, announcements, sure nones."""
        oldest = on
        for _ in range(max_age):  # year by year, a leap day falls back to the 28th
            try:
                oldest = oldest.replace(year=oldest.year - 1)
            except ValueError:
                oldest = oldest.replace(year=oldest.year - 1, day=28)
        if on.month == 2 and on.day == 29:
            oldest = date(on.year - max_age, 3, 1) - timedelta(days=1)

        spoken = []
        for c in self.claims(municipality, division_start):
            if c["effective"] <= on and (c["last"] is None or on <= c["last"]):
                spoken.append(c)
        endings = [c for c in spoken if c["relation"] in ("explicit_none", "stopped")]

        def taken_back(c):
            for e in endings:
                same = c["programme_id"] is not None and e["programme_id"] == c["programme_id"]
                if e["effective"] > c["start"] and (e["relation"] == "explicit_none" or same):
                    return True
            return False

        def is_recent(c):
            if c["last"] is not None:
                return True
            return c["counts_from"] is not None and c["counts_from"] >= oldest

        evidence = []
        for c in spoken:
            if c["relation"] not in ("location", "catchment", "regionally_accessible"):
                continue
            if c["basis"] not in ("programme", "outreach") or c["kind"] not in EXIT or c["plan"]:
                continue
            if not taken_back(c):
                evidence.append(c)
        recent = [c for c in evidence if is_recent(c)]
        announced = []
        for c in spoken:
            if c["relation"] in ("explicit_none", "stopped") or c["kind"] not in ANNOUNCING or c["aim"] != "stated":
                continue
            if c["basis"] == "assignment":
                continue
            if (c["plan"] or c["basis"] == "regulation") and is_recent(c) and not taken_back(c):
                announced.append(c)
        nones = [c for c in endings if c["certainty"] == "explicit" and c["date_basis"] != "estimated" and is_recent(c)]
        return SimpleNamespace(
            spoken=spoken, evidence=evidence, recent=recent, announced=announced, nones=nones, oldest=oldest
        )

    def status(self, municipality, on, max_age, division_start, assigned_from):  # noqa: PLR0911 one question a line
        """Status of a municipality of the division that began on `division_start`; `assigned_from`: its region."""
        found = self.weigh(municipality, on, max_age, division_start)
        for c in found.recent:
            if not c["area_id"] and c["basis"] == "programme" and c["relation"] != "regionally_accessible":
                return "evidenced_here"
        if found.recent:
            return "evidenced_region"
        if found.evidence:
            return "evidenced_earlier"

        for c in found.nones:
            if all(c["start"] >= a["start"] for a in found.announced):
                return "confirmed_none"
        if found.announced:
            return "announced"
        named = any(c["basis"] == "assignment" for c in found.spoken)
        if named or (assigned_from is not None and on >= assigned_from):
            return "assigned_only"
        return "unknown"


@cache
def slow_of(ds):
    """The twin of a snapshot, one for all tests that ask."""
    return Slow(ds)


def admits_someone(slow, programme, on, from_its_area):
    """Whether a programme has a known executor and a stated access rule that lets in anybody, or people of its area."""
    row = next(p for p in slow.rows["programmes"] if p["programme_id"] == programme)
    executed = any(p["executors"] for p in slow.rows["programme_periods"] if p["programme_id"] == programme)
    rules = [a for a in slow.rows["access"] if a["programme_id"] == programme and first_day(a["date"]) <= on]
    newest = max((first_day(a["date"]) for a in rules), default=None)
    last = [a for a in rules if first_day(a["date"]) == newest]
    stated = any(a["criterion"] not in ("contradictory", "unstated", "unknown") for a in last)
    anyone = all(a["national"] or a["criterion"] == "none" for a in last)
    return bool(executed and row["kind"] in EXIT and stated and (anyone or from_its_area))
