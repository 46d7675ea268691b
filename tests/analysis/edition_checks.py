"""What must hold for sentences on the time since an edition: its file against the statuses of the twin."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from country_checks import EVIDENCED, SERVES, Country, n
from money_checks import usual_amounts

from coverage.vocabulary import TargetGroup

EVER = (*EVIDENCED, "evidenced_earlier")


class Frozen:
    """The file of an edition, and the country on the same day by what is known now (``then``) and on a later one."""

    def __init__(self, path: Path, then: Country, now: Country) -> None:
        self.content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        self.then, self.now = then, now
        self.now.before = then
        self.rows: dict[str, dict[str, Any]] = self.content["moments"][then.on.isoformat()]["municipalities"]

    def differ(self) -> dict[str, int]:
        """How many municipalities were learned, corrected or only reworded, and where the groups alone differ."""
        found = dict.fromkeys(("learned", "corrected", "reworded", "groups"), 0)
        for code in self.then.codes:
            row, status = self.rows[code], self.then.status[code]
            named, known = set(row.get("programmes", [])), self.programmes(code)
            sure = row["status"] in (*EVIDENCED, "confirmed_none"), status in (*EVIDENCED, "confirmed_none")
            if (row["status"], named) == (status, known):
                found["groups"] += set(row.get("groups", [])) != self.served(code)
            elif self.content.get("rule", 1) == 1 and sure[0] == sure[1] and named == known:
                found["reworded"] += 1
            elif row["status"] not in (*EVER, "confirmed_none"):
                found["learned" if status in (*EVER, "confirmed_none") else "corrected"] += 1
            else:
                found["learned" if row["status"] == status and named < known else "corrected"] += 1
        return found

    def amounts_differ(self) -> int:
        """Regions of which the rule, computed apart, now gives another amount than the file has."""
        now = usual_amounts(self.then.slow)
        then = {int(number): row["amount"] for number, row in self.content["amounts"]["regions"].items()}
        return sum(then[number] != now[number] for number in then.keys() & now.keys())

    def programmes(self, code: str) -> set[str]:
        """Those of the deciding claims; only recent evidence is kept in an edition."""
        return self.then.deciding(code) if self.then.status[code] in EVIDENCED else set()

    def served(self, code: str) -> set[str]:
        return {g.value for g in TargetGroup if self.then.best(self.then.now(code), g.value) in SERVES}


def _changed(kind: str) -> Any:
    return lambda x, v: n(v["count"]) == x.now.changed(kind)


EDITION_CHECKS: dict[str, Any] = {
    "Vergeleken wordt wat editie {name} van {date} zei met wat we daar nu van weten.":
        lambda x, v: x.now.on <= date.fromisoformat(x.content["date"]) and v["name"] == x.content["name"],
    "Sinds editie {name} ({date}) kwam er bewijs van een programma bij voor {opened}, en stopte het volgens een bron "
    "in {closed}.":
        lambda x, v: (n(v["opened"]), n(v["closed"])) == (x.now.changed("opened"), x.now.changed("closed")),
    "Niet meer recent bevestigd is het in {count}: dat is stilte, geen stop.": _changed("aged"),
    "Opnieuw recent aangetoond is het in {count}.": _changed("renewed"),
    "Een ander programma, of een andere manier, is er aangetoond voor {count}.": _changed("changed"),
    "Over {date} zelf weten we nu meer in {learned}, en zeggen we iets anders dan de editie in {corrected}.":
        lambda x, v: (n(v["learned"]), n(v["corrected"])) == (x.differ()["learned"], x.differ()["corrected"]),
    "Over {date} zelf is niets bijgeleerd en niets gecorrigeerd.":
        lambda x, v: not x.differ()["learned"] and not x.differ()["corrected"],
    "De editie is gemaakt met een eerdere regel voor de status; daardoor is het woord anders voor {count}.":
        lambda x, v: x.content.get("rule", 1) == 1 and n(v["count"]) == x.differ()["reworded"],
    "Welke doelgroepen worden bediend, is anders in {count}.": lambda x, v: n(v["count"]) == x.differ()["groups"],
    "De berekende bedragen verschillen in {count} regio's.": lambda x, v: v["count"] == x.amounts_differ() > 0,
}  # fmt: skip
