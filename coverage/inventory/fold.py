"""From accepted answers to rows of the data package: a pure function of its tables and of the log.

The rows are those that a person would have added by hand: a source "Opgave …", and what it says. So the rule that
decides a status, the map and every export follow by themselves. ``confirmed`` makes a new claim with the old value;
``unknown`` and ``not_ours`` make none. An answer that was published already is in the tables and is passed over.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from coverage.dataset.frames import TRUE, string_frame
from coverage.dataset.tables import TABLES
from coverage.dates import start
from coverage.inventory.answer_rows import Row, answer_row, detail, source_id, source_row
from coverage.inventory.book import Answer, Book
from coverage.inventory.standing import POSITIVE, latest, pieces_of_today, standing_rows
from coverage.inventory.subjects import Places, Subject, parse_subject
from coverage.vocabulary import (
    AnswerField,
    AnswerKind,
    AreaKind,
    AreaReading,
    Basis,
    Certainty,
    Criterion,
    DateBasis,
    ExitAim,
    Funding,
    MembershipCertainty,
    Period,
    ProgrammeKind,
    ProgrammeStatus,
    Reach,
    Reading,
    Relation,
)

Strings = Mapping[str, pd.DataFrame]
PRIVATE = frozenset({AnswerField.NEXT_CONTACT})  # for the next round, not for readers
_STATUS = {
    (False, True): ProgrammeStatus.ACTIVE, (False, False): ProgrammeStatus.UNKNOWN,
    (True, True): ProgrammeStatus.STOPPED, (True, False): ProgrammeStatus.STOPPED,
}  # fmt: skip
SILENT = frozenset({AnswerKind.UNKNOWN, AnswerKind.NOT_OURS})


def fold(strings: Strings, book: Book) -> dict[str, pd.DataFrame]:
    """The tables of a package (strings, as in its files) with what was accepted; untouched ones are the same object."""
    known = set(strings["answers"]["answer_id"])
    fresh = [a for a in book.accepted() if a.answer_id not in known and a.field not in PRIVATE]
    return _Folding(strings, book).tables(fresh) if fresh else dict(strings)


class _Folding:
    """Gathers the rows that answers add, and the cells of programmes that they change."""

    def __init__(self, strings: Strings, book: Book) -> None:
        self._strings, self._places = strings, Places(strings, book)
        self._pieces = pieces_of_today(strings)
        self._added: dict[str, list[Row]] = {name: [] for name in TABLES}

    def tables(self, answers: Iterable[Answer]) -> dict[str, pd.DataFrame]:
        """All tables, with these answers folded in, in this order."""
        for answer in answers:
            self._source(answer)
            self._added["answers"].append(answer_row(answer))
            subject = parse_subject(answer.subject)
            if answer.kind not in SILENT and not answer.erased:
                self._rows(answer, subject)
        made = dict(self._strings)
        for name, rows in self._added.items():
            if rows:
                full = [dict.fromkeys(TABLES[name].columns, "") | row for row in rows]
                made[name] = pd.concat([made[name], string_frame(TABLES[name], full)], ignore_index=True)
        return made

    def _rows(self, answer: Answer, subject: Subject) -> None:
        if answer.field is AnswerField.EXISTENCE:
            self._existence(answer, subject)
        elif answer.field is AnswerField.AREA:
            self._area(answer, subject)
        elif answer.field is AnswerField.GROUPS:
            self._groups(answer, subject)
        elif answer.field is AnswerField.ACCESS:
            self._access(answer, subject)
        if subject.kind == "programme" and answer.field in {AnswerField.EXISTENCE, AnswerField.EXECUTOR}:
            self._period(answer, subject.programme)

    def _existence(self, answer: Answer, subject: Subject) -> None:
        centre = self._centre(answer, subject)
        if answer.kind is AnswerKind.ADDED:
            programme = self._new_programme(answer, subject)
            self._claim(answer, programme, Relation.CATCHMENT, code=centre)
        elif answer.kind is AnswerKind.CONFIRMED and subject.programme:
            places = self._standing(subject.programme, (Relation.LOCATION,)) or [{"code": centre}]
            relation = Relation.LOCATION if "claim_id" in places[0] else Relation.CATCHMENT
            for place in places:
                self._claim(answer, subject.programme, relation, **_place(place))
        elif answer.kind is AnswerKind.ENDED and subject.programme:
            for place in self._standing(subject.programme, POSITIVE) or [{"code": centre}]:
                self._claim(answer, subject.programme, Relation.STOPPED, **_place(place))
        elif answer.kind is AnswerKind.NONE:
            # About the municipality that speaks, also when it was asked about its region: for the others it is no
            # explicit statement. A claim needs a programme; that of the state's assignment stands for "any".
            programme = subject.programme or self._places.assignments[self._places.region_of[centre]]
            self._claim(answer, programme, Relation.EXPLICIT_NONE, code=centre)

    def _centre(self, answer: Answer, subject: Subject) -> str:
        return str(self._places.programmes.get(subject.programme) or answer.organisation)

    def _new_programme(self, answer: Answer, subject: Subject) -> str:
        programme = subject.programme or f"{answer.organisation}-{answer.seq}"
        row = {
            "programme_id": programme, "name": answer.value, "centre": self._places.names[answer.organisation],
            "centre_code": answer.organisation, "national_scope": False, "kind": ProgrammeKind.EXIT_PROGRAMME,
            "exit_aim": ExitAim.STATED, "name_is_ours": False,
            "began": answer.since, "began_source_id": source_id(answer) if answer.since else "",
            "kind_source_id": source_id(answer), "kind_detail": detail(answer),
        }  # fmt: skip
        self._added["programmes"].append(row)
        return programme

    def _area(self, answer: Answer, subject: Subject) -> None:
        if answer.kind is AnswerKind.CONFIRMED:
            relations = (Relation.CATCHMENT, Relation.REGIONALLY_ACCESSIBLE)
            for place in self._standing(subject.programme, relations):
                self._claim(answer, subject.programme, Relation(place["relation"]), **_place(place))
            return
        area_id = f"{source_id(answer)}-{answer.seq}"
        name = self._places.programme_names[subject.programme]
        towns = [self._places.names[code] for code in answer.value]
        self._added["areas"].append({
            "area_id": area_id, "name": f"Werkgebied van {name}", "name_en": f"Area of {name}", "kind": AreaKind.LISTED,
            "valid_from": min(self._effective(answer), answer.on), "certainty": MembershipCertainty.SOURCE,
            "source_id": source_id(answer), "source_detail": detail(answer), "reading": Reading.FULL,
            "note": f"Opgegeven gemeenten: {', '.join(towns)}",
        })  # fmt: skip
        for piece in sorted({piece for code in answer.value for piece in self._pieces[code]}):
            member = {"area_id": area_id, "piece": piece, "basis": Certainty.EXPLICIT, "source_id": source_id(answer)}
            self._added["area_members"].append(dict(member))
        self._claim(answer, subject.programme, Relation.CATCHMENT, area_id=area_id, name=f"Werkgebied van {name}")

    def _groups(self, answer: Answer, subject: Subject) -> None:
        if answer.kind is AnswerKind.CONFIRMED:
            before = self._latest("target_groups", subject.programme)
            said = [(r.group, r.subgroup, r.reach, r.from_anywhere) for r in before]
        else:
            said = [(group, "", Reach.YES, False) for group in answer.value]
        for group, subgroup, reach, anywhere in said:
            row = {"programme_id": subject.programme, "group": group, "subgroup": subgroup, "reach": reach}
            row |= {"stated": True, "from_anywhere": anywhere}
            self._added["target_groups"].append(row | self._provenance(answer, "target_groups"))

    def _access(self, answer: Answer, subject: Subject) -> None:
        before = self._latest("access", subject.programme)
        if answer.kind is AnswerKind.CONFIRMED:
            rows = [_admission(r) for r in before]
        else:  # on living and working alone: that only one town or the whole country may come stays as it was
            bounds = next((_admission(r) for r in before if r.only_code or r.national == TRUE), {})
            kept = {"area": "werkgebied van het programma", "national": False} | bounds
            rows = [kept | {"criterion": Criterion(answer.value)}]
        for row in rows:
            row |= {"programme_id": subject.programme}
            self._added["access"].append(row | self._provenance(answer, "access"))

    def _latest(self, table: str, programme: str, telling: str = "programme_id") -> list[Any]:
        known = self._with_added(table)
        return latest(known[known[telling] != ""], programme)

    def _standing(self, programme: str, relations: tuple[Relation, ...]) -> list[dict[str, Any]]:
        return standing_rows(self._with_added("claims"), programme, relations)

    def _with_added(self, table: str) -> pd.DataFrame:
        """A table with what was folded before the answer at hand."""
        rows = [{c: r.get(c, "") for c in TABLES[table].columns} for r in self._added[table]]
        return pd.concat([self._strings[table], string_frame(TABLES[table], rows)], ignore_index=True)

    def _claim(self, answer: Answer, programme: str, relation: Relation, **place: str) -> None:
        code, area = place.get("code", ""), place.get("area_id", "")
        row = {
            "claim_id": f"{source_id(answer)}-{answer.seq}-{code or area}", "code": code, "area_id": area,
            "area_reading": place.get("area_reading", "") or (AreaReading.EXACT if area else ""),
            "name": place.get("name") or self._places.names.get(code, code), "programme_id": programme,
            "relation": relation, "basis": place.get("basis", "") or Basis.PROGRAMME, "certainty": Certainty.EXPLICIT,
            "effective": self._effective(answer) if answer.kind is not AnswerKind.CONFIRMED else answer.on,
        }  # fmt: skip
        if row["claim_id"] not in {r["claim_id"] for r in self._added["claims"]}:
            self._added["claims"].append(row | self._provenance(answer, "claims"))

    def _effective(self, answer: Answer) -> Any:
        return min(start(answer.since), answer.on) if answer.since else answer.on

    def _provenance(self, answer: Answer, table: str) -> Row:
        row: Row = {
            "date": answer.on,
            "source_id": source_id(answer),
            "source_detail": detail(answer),
            "reading": Reading.FULL,
        }
        return row | ({"date_basis": DateBasis.STATED} if "date_basis" in TABLES[table].columns else {})

    def _period(self, answer: Answer, programme: str) -> None:
        """What an answer on existence or executor says of the programme on its day, and no more than that."""
        executors = answer.value if answer.field is AnswerField.EXECUTOR else ""
        if answer.field is AnswerField.EXECUTOR and answer.kind is AnswerKind.CONFIRMED:
            named = self._latest("programme_periods", programme, telling="executors")
            executors = named[-1].executors if named else ""
        claims = self._with_added("claims")  # what the same answers claimed may have been published before
        same = (claims["programme_id"] == programme) & (claims["source_id"] == source_id(answer))
        claimed = bool((same & (claims["date"] == answer.on.isoformat())).any())
        over = answer.kind in {AnswerKind.ENDED, AnswerKind.NONE}
        row = {
            "programme_id": programme, "name": self._places.programme_names[programme],
            "executors": executors,
            "centre": self._places.names.get(self._places.programmes[programme], ""), "period": Period.DUUP,
            "status": _STATUS[over, claimed], "funding": Funding.UNKNOWN,
        }  # fmt: skip
        self._added["programme_periods"].append(row | self._provenance(answer, "programme_periods"))

    def _source(self, answer: Answer) -> None:
        known = set(self._strings["sources"]["source_id"]) | {r["source_id"] for r in self._added["sources"]}
        if source_id(answer) not in known:
            town = self._places.names.get(answer.organisation, answer.organisation)
            self._added["sources"].append(source_row(answer, town))


def _admission(row: Any) -> Row:
    """Who may come in by a row of ``access``, with what limits a national reach; not what its source remarked."""
    limits = ("note", "note_en") if row.national == TRUE else ()
    return {name: getattr(row, name) for name in ("criterion", "area", "only_code", "national", *limits)}


def _place(row: Mapping[str, Any]) -> dict[str, str]:
    return {name: str(row.get(name, "")) for name in ("code", "area_id", "area_reading", "name", "basis")}
