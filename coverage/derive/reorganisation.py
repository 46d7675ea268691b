"""Recording that municipalities merge, split or are renamed with a new code, and what follows for their regions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import attrgetter

import pandas as pd

from coverage.dataset.frames import FALSE, TRUE
from coverage.derive.errors import DeriveError
from coverage.vocabulary import MembershipCertainty, ReorganisationKind

Strings = Mapping[str, pd.DataFrame]
Row = dict[str, str]
WRITTEN = ("reorganisations", "municipalities", "memberships")
READ = (*WRITTEN, "duvo_duup")


@dataclass(frozen=True, slots=True)
class MunicipalMove:
    """Municipality ``old`` (code) went into ``new`` on a day, with a share of its area (a merger: 1).

    A municipality that is split and goes on moves into itself as well. A boundary correction has no share.
    """

    on: date
    old: str
    new: str
    kind: ReorganisationKind
    share: float | None
    source_id: str
    reading: str
    note: str = ""
    date_certain: bool = True


@dataclass(frozen=True, slots=True)
class Recording:
    """The tables ``WRITTEN`` (strings, as in the files) after a recording, and what a person must look at, in words."""

    tables: dict[str, pd.DataFrame]
    told: tuple[str, ...]


def record_reorganisation(tables: Strings, moves: Sequence[MunicipalMove], names: Mapping[str, str]) -> Recording:
    """Record moves in the tables ``READ``; ``names`` names codes that the package does not have yet.

    A row that planned the same becomes a fact. What begins gets the DUVO region and province of what went into it;
    when those differ, the ones of the municipality that is named first, with the other regions as alternatives, and
    that is told. DeriveError says what does not fit.
    """
    made = {name: tables[name].copy() for name in READ}
    told: list[str] = []
    for on, of_day in groupby(sorted(moves, key=attrgetter("on")), key=attrgetter("on")):
        told += _Day(made, on, list(of_day), names).record()
    return Recording({name: made[name] for name in WRITTEN}, tuple(told))


class _Day:
    """All moves of one day, on tables that are changed in place."""

    def __init__(
        self, tables: dict[str, pd.DataFrame], on: date, moves: list[MunicipalMove], names: Mapping[str, str]
    ) -> None:
        self._tables, self._moves, self._day = tables, moves, on.isoformat()
        towns = tables["municipalities"]
        self._names = {**names, **dict(zip(towns["code"], towns["name"], strict=True))}
        self._province = dict(zip(towns["code"], towns["province"], strict=True))
        real = [m for m in moves if m.kind is not ReorganisationKind.BOUNDARY_CORRECTION]
        lasting = towns[self._lasts(towns)]
        alive = set(lasting.loc[lasting["valid_from"] < self._day, "code"])
        self._waiting = set(lasting.loc[lasting["valid_from"] == self._day, "code"])  # planned, or of an earlier file
        self._into: dict[str, list[str]] = {}
        for move in real:
            self._into.setdefault(move.new, []).append(move.old)
        self._begun = [code for code in self._into if code not in alive]
        self._ended = list(dict.fromkeys(m.old for m in real if m.old not in self._into.get(m.old, ())))
        self._refuse(alive)

    def record(self) -> list[str]:
        """Change the tables; what a person must look at."""
        self._reorganise()
        regions, told = self._regions()
        towns, members = self._tables["municipalities"], self._tables["memberships"]
        towns.loc[towns["code"].isin(self._ended), "valid_to"] = self._day
        known = set(towns["code"])
        by_new = {move.new: move.source_id for move in reversed(self._moves)}
        rows = [
            {"code": code, "name": self._names[code], "valid_from": self._day, "valid_to": "",
             "province": self._province[self._into[code][0]], "source_id": by_new[code]}
            for code in self._begun if code not in known
        ]  # fmt: skip
        self._tables["municipalities"] = _with(towns, rows).sort_values("code", ignore_index=True)
        members.loc[members["code"].isin(self._ended) & self._lasts(members), "valid_to"] = self._day
        made = _with(members, regions).sort_values(["code", "valid_from"], ignore_index=True)
        self._tables["memberships"] = made
        return told

    def _refuse(self, alive: set[str]) -> None:
        codes = {code: None for move in self._moves for code in (move.old, move.new)}
        corrected = ReorganisationKind.BOUNDARY_CORRECTION
        old = dict.fromkeys(m.old for m in self._moves if not (m.kind is corrected and m.old in self._waiting))
        if gone := [code for code in old if code not in alive]:
            raise DeriveError(f"{', '.join(gone)} bestaat niet op {self._day}; verbeter de gemeente of de datum")
        if nameless := [code for code in codes if not self._names.get(code)]:
            raise DeriveError(
                f"{', '.join(nameless)} staat niet in municipalities.csv; noem de naam van de nieuwe gemeente"
            )
        towns, members = self._tables["municipalities"], self._tables["memberships"]
        if again := [code for code in self._begun if code in set(towns["code"]) - self._waiting]:
            raise DeriveError(
                f"{', '.join(again)} heeft al een rij in municipalities.csv en bestaat niet op {self._day}"
            )
        later = members[members["code"].isin(self._ended) & (members["valid_from"] >= self._day)]
        if not later.empty:
            raise DeriveError(f"memberships.csv: {', '.join(later['code'])} heeft regels na {self._day}; haal ze weg")

    def _lasts(self, table: pd.DataFrame) -> pd.Series:
        return (table["valid_to"] == "") | (table["valid_to"] > self._day)

    def _reorganise(self) -> None:
        table = self._tables["reorganisations"]
        keys = set(zip(table["date"], table["old_code"], table["new_code"], strict=True))
        moved = {(self._day, move.old, move.new) for move in self._moves}
        if moved & keys:
            rest = [key not in moved for key in zip(table["date"], table["old_code"], table["new_code"], strict=True)]
            table = table[rest]
        rows = [
            {"date": self._day, "old_code": m.old, "new_code": m.new, "kind": str(m.kind),
             "area_share": "" if m.share is None else f"{m.share:g}", "date_certain": TRUE if m.date_certain else FALSE,
             "planned": FALSE, "source_id": m.source_id, "reading": m.reading, "note": m.note}
            for m in self._moves
        ]  # fmt: skip
        self._tables["reorganisations"] = _with(table, rows).sort_values("date", kind="stable", ignore_index=True)

    def _regions(self) -> tuple[list[Row], list[str]]:
        """Membership of each municipality that begins, and of which the region or province is not sure."""
        made: list[Row] = []
        told: list[str] = []
        for code, olds in self._into.items():
            before = [self._held(old) for old in olds]
            regions = list(dict.fromkeys(row["duvo_region"] for row in before))
            if code in self._begun:
                if code in self._waiting and not self._tables["memberships"].query("code == @code").empty:
                    continue
                made.append(self._membership(code, olds, before))
                if len(regions) > 1:
                    told.append(
                        f"{code} {self._names[code]} is gemaakt uit gemeenten van {' en '.join(regions)}: genomen is "
                        f"{regions[0]}, de andere staan als alternatief in "
                        "memberships.csv; verbeter dat zodra het vaststaat"
                    )
                if len({self._province[old] for old in olds}) > 1:
                    told.append(
                        f"{code} {self._names[code]} ligt in twee provincies; verbeter zo nodig municipalities.csv"
                    )
            elif moved := [(o, r["duvo_region"]) for o, r in zip(olds, before, strict=True) if o in self._ended]:
                own = self._held(code)["duvo_region"]
                told += [
                    f"{self._names[old]} gaat van DUVO-regio {region} naar {own}, die van {self._names[code]}"
                    for old, region in moved if region != own
                ]  # fmt: skip
        return made, told

    def _held(self, code: str) -> Row:
        """The membership of a municipality on the day before."""
        members = self._tables["memberships"]
        begun = members[(members["code"] == code) & (members["valid_from"] < self._day)]
        last = begun[(begun["valid_to"] == "") | (begun["valid_to"] >= self._day)]
        if last.empty:
            raise DeriveError(
                f"memberships.csv: {code} heeft geen regio op de dag voor {self._day}; voeg een regel toe"
            )
        return {str(column): str(value) for column, value in last.iloc[-1].items()}

    def _membership(self, code: str, olds: list[str], before: list[Row]) -> Row:
        region = before[0]["duvo_region"]
        # The least sure of those in the region says how sure the whole is.
        weakest = min(
            (row for row in before if row["duvo_region"] == region),
            key=lambda row: (row["duup_uncertain"] != TRUE, row["certainty"] != MembershipCertainty.DERIVED),
        )
        others = [row["duvo_region"] for row in before if row["duvo_region"] != region]
        row = weakest | {
            "code": code, "valid_from": self._day, "valid_to": "",
            "note": ("samengesteld uit " if len(olds) > 1 else "uit ")
            + ", ".join(f"{self._names[o]} ({r['duvo_region']})" for o, r in zip(olds, before, strict=True)),
        }  # fmt: skip
        if not others:
            return row
        duup = self._duup()
        doubt = {duup[other] for other in others if other in duup} - {duup.get(region, "")}
        doubt |= set(filter(None, row["alternative_duup"].split(";")))
        return row | {
            "certainty": MembershipCertainty.DERIVED.value,
            "alternatives": " of ".join(dict.fromkeys([*filter(None, [row["alternatives"]]), *others])),
            "alternative_duup": ";".join(sorted(doubt, key=int)),
            "duup_uncertain": TRUE if doubt else FALSE,
        }

    def _duup(self) -> dict[str, str]:
        """DUVO region -> number of its DUUP region on the day."""
        table = self._tables["duvo_duup"]
        held = table[self._lasts(table) & (table["valid_from"] <= self._day)]
        return dict(zip(held["duvo_region"], held["duup_number"], strict=True))


def _with(table: pd.DataFrame, rows: Sequence[Row]) -> pd.DataFrame:
    return pd.concat([table, pd.DataFrame(rows, columns=table.columns, dtype=object)], ignore_index=True)
