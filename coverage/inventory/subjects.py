"""What an answer can be about, who may speak about it, and what was known of it: read from the tables of a package."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any, TypeVar, cast

import pandas as pd

from coverage.dataset import Dataset
from coverage.dataset.memo import per_snapshot
from coverage.dates import today
from coverage.i18n import _
from coverage.inventory import InventoryError
from coverage.inventory.book import OPEN, Book
from coverage.vocabulary import AnswerKind, AnswerState

Tables = Mapping[str, pd.DataFrame]  # table -> strings as in the files, or typed: only codes, names and days are read
F = TypeVar("F", bound=Callable[..., Any])
NEW_PROGRAMME = re.compile(r"[A-Z][A-Z0-9-]{2,30}")


@dataclass(frozen=True, slots=True)
class Subject:
    """``kind`` is programme, region, municipality or handshake; a handshake is between ``programme`` and
    ``municipality``, others have one of ``programme``, ``region`` (a number) and ``municipality``."""

    text: str
    kind: str
    programme: str = ""
    region: int = 0
    municipality: str = ""


def parse_subject(text: str) -> Subject:
    """A subject as written: programme:DHG-SHOP, region:7, municipality:GM0518, handshake:DHG-SHOP:GM1926."""
    kind, _sep, rest = text.partition(":")
    if kind == "programme" and NEW_PROGRAMME.fullmatch(rest):
        return Subject(text, kind, programme=rest)
    if kind == "region" and re.fullmatch(r"[1-9]\d?", rest):
        return Subject(text, kind, region=int(rest))
    if kind == "municipality" and re.fullmatch(r"GM\d{4}", rest):
        return Subject(text, kind, municipality=rest)
    if kind == "handshake" and (m := re.fullmatch(rf"({NEW_PROGRAMME.pattern}):(GM\d{{4}})", rest)):
        return Subject(text, kind, programme=m[1], municipality=m[2])
    raise InventoryError(
        _(
            "“{text}” is geen onderwerp; schrijf bijvoorbeeld programme:DHG-SHOP, region:7, municipality:GM0518 of "
            "handshake:DHG-SHOP:GM1926."
        ).format(text=text[:80])
    )


class SnapshotTables(dict[str, pd.DataFrame]):
    """The tables of a snapshot: they never change, so what follows from them is kept on them."""


def tables_of(ds: Dataset) -> Tables:
    """The tables of a snapshot, for what asks for tables: the fast way in a server, which holds one already."""
    return _kept_tables(ds)


@per_snapshot(maxsize=1)
def _kept_tables(ds: Dataset) -> SnapshotTables:
    return SnapshotTables({name: ds.table(name) for name in ds.names})


def per_tables(maxsize: int) -> Callable[[F], F]:
    """Keep what a pure function makes of the tables of a snapshot (its first argument); of other tables it is made
    each time. The other arguments must be hashable, and nobody may change the result."""

    def decorate(function: F) -> F:
        kept = per_snapshot(maxsize)(function)

        @wraps(function)
        def of_tables(tables: Tables, *more: Any) -> Any:
            return (kept if isinstance(tables, SnapshotTables) else function)(tables, *more)

        return cast(F, of_tables)

    return decorate


@dataclass(frozen=True, slots=True)
class _Ground:
    """What the tables alone say of places on a day."""

    names: dict[str, str]
    codes: dict[str, str]
    centres: dict[int, str]
    region_names: dict[int, str]
    assignments: dict[int, str]
    region_of: dict[str, int]
    programmes: dict[str, str]
    programme_names: dict[str, str]


@per_tables(maxsize=2)
def _ground(tables: Tables, now: str) -> _Ground:
    towns = tables["municipalities"]
    alive = [not str(last or "") or str(last) > now for last in towns["valid_to"]]
    names: dict[str, str] = dict(zip(towns["code"][alive], towns["name"][alive], strict=True))
    codes = {name.casefold(): code for code, name in names.items()}
    variants = tables["municipality_variants"]
    for variant, code in zip(variants["variant"], variants["code"], strict=True):
        if code in names:
            codes.setdefault(variant.casefold(), code)
    regions = tables["duup_regions"]
    numbers = [int(n) for n in regions["number"]]
    members = tables["memberships"]
    assigned = tables["duvo_duup"]
    columns = (assigned["valid_from"].map(str), assigned["duvo_region"], assigned["duup_number"])
    duup = {region: int(number) for first, region, number in sorted(zip(*columns, strict=True)) if first <= now}
    held = [
        str(first) <= now and (not str(last or "") or str(last) > now)
        for first, last in zip(members["valid_from"], members["valid_to"], strict=True)
    ]
    programmes = tables["programmes"]
    return _Ground(
        names, codes,
        centres=dict(zip(numbers, regions["centre_code"], strict=True)),
        region_names=dict(zip(numbers, regions["name"], strict=True)),
        assignments=dict(zip(numbers, regions["programme_id"], strict=True)),
        region_of={c: duup[r] for c, r in zip(members["code"][held], members["duvo_region"][held], strict=True)},
        programmes=dict(zip(programmes["programme_id"], programmes["centre_code"], strict=True)),
        programme_names=dict(zip(programmes["programme_id"], programmes["name"], strict=True)),
    )  # fmt: skip


class Places:
    """Municipalities, regions and programmes of a package, and what a book adds to them, on the day of today."""

    def __init__(self, tables: Tables, book: Book | None = None) -> None:
        ground = _ground(tables, str(today()))
        self.names, self._codes = ground.names, ground.codes
        self.centres, self.region_names, self.region_of = ground.centres, ground.region_names, ground.region_of
        self.assignments = ground.assignments
        self.programmes, self.programme_names = dict(ground.programmes), dict(ground.programme_names)
        self.taken = set(self.programmes)  # identifiers that no new programme can have
        for a in book.answers.values() if book else ():
            if a.kind is AnswerKind.ADDED and a.state in OPEN | {AnswerState.ACCEPTED}:
                self.add(a.subject.partition(":")[2], a.organisation, str(a.value or ""))
                if a.state is AnswerState.ACCEPTED:
                    self.taken.add(a.subject.partition(":")[2])

    def add(self, programme: str, organisation: str, name: str) -> None:
        """A programme that was stated, so that more can be said about it."""
        self.programmes.setdefault(programme, organisation)
        self.programme_names.setdefault(programme, name or programme)

    def code(self, name: str) -> str:
        """Code of a municipality by its code, name or another spelling; InventoryError when there is none today."""
        found = name.strip() if name.strip() in self.names else self._codes.get(name.strip().casefold())
        if found is None:
            raise InventoryError(_("“{name}” is geen gemeente van nu.").format(name=name.strip()[:60]))
        return found

    def centre_of(self, organisation: str) -> int | None:
        """Number of the region whose centre this municipality is, or None."""
        return next((n for n, code in self.centres.items() if code == organisation), None)

    def programmes_of(self, organisation: str) -> list[str]:
        """Programmes about which a centre municipality speaks: those in its region, but not the state's assignment."""
        region = self.centre_of(organisation)
        if region is None:
            return []
        return [
            p for p, centre in self.programmes.items()
            if self.region_of.get(centre) == region and p not in self.assignments.values()
        ]  # fmt: skip

    def may_speak(self, organisation: str, subject: Subject, kind: AnswerKind) -> str:
        """Why this organisation cannot answer about a subject; empty when it can.

        A centre municipality speaks about its region and the programmes in it, a municipality about itself.
        """
        if subject.municipality:
            return self._about_itself(organisation, subject)
        region = self.centre_of(organisation)
        if region is None:
            return _("Alleen een centrumgemeente antwoordt over een regio en de programma's daarin.")
        if subject.kind == "region":
            return "" if subject.region == region else _("Dit is de regio van een andere centrumgemeente.")
        return self._about_programme(region, subject.programme, kind)

    def _about_itself(self, organisation: str, subject: Subject) -> str:
        if subject.municipality not in self.names:
            return _("{code} is geen gemeente van nu.").format(code=subject.municipality)
        if subject.kind == "handshake" and subject.programme not in self.programmes:
            return _("Programma {programme} is niet bekend.").format(programme=subject.programme)
        return "" if subject.municipality == organisation else _("Een gemeente antwoordt alleen over zichzelf.")

    def _about_programme(self, region: int, programme: str, kind: AnswerKind) -> str:
        new = programme not in self.taken
        if kind is AnswerKind.ADDED:
            return "" if new else _("Programma {programme} bestaat al.").format(programme=programme)
        if programme in self.assignments.values():
            return _("Dit is de aanwijzing door het Rijk, geen programma; antwoord over een programma van de regio.")
        if programme not in self.programmes:
            return _("Programma {programme} is niet bekend; voeg het eerst toe (bestaan: erbij gekomen).").format(
                programme=programme
            )
        mine = self.region_of.get(self.programmes[programme]) == region
        return "" if mine else _("Programma {programme} hoort bij een andere regio.").format(programme=programme)
