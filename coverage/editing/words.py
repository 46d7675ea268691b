"""From words to cells: a row of a table from what a maintainer typed about one fact."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from coverage.dataset import Dataset
from coverage.dataset.divisions import PIECES_FROM
from coverage.dataset.schemas import fault
from coverage.dataset.tables import TABLES, Field
from coverage.dates import start, today
from coverage.editing.things import Thing
from coverage.geography.lineage import division_at
from coverage.geography.names import NameProblem, resolve
from coverage.vocabulary import EVIDENCE_KINDS, AreaReading, Certainty, ExitAim

Cells = dict[str, str]


class EditError(ValueError):
    """Something that cannot be added as typed; the message, in Dutch, says why and what to do."""


def row_of(ds: Dataset, thing: Thing, typed: Mapping[str, str], taken: set[str]) -> Cells:
    """A whole row of the table of a thing. ``typed`` is word -> text; ``taken`` holds identifiers given out before.

    A municipality may be typed as any name or code. What is left out gets the default of the thing, or follows from
    what is there. EditError for a municipality that is not known or did not exist, and a day that is still to come.
    """
    cells = dict.fromkeys(TABLES[thing.table].columns, "")
    wrong: list[str] = []
    for word, field in thing.fields.items():
        text = typed.get(word, "").strip()
        if text and field.kind == "municipality":
            text = municipality(ds, text, _day(typed.get("date", "")))
        if text and field.refers == "duup_regions.number":
            text = _region_number(ds, text)
        if text and (why := fault(field, text) or _missing(ds, field, text)):
            wrong.append(f"{word}: {why}")
        cells[field.name] = text
    if wrong:
        raise EditError("\n".join(wrong))
    _refuse_future(cells)
    follows = _derived(ds, thing, typed, cells, taken)
    for column, value in (follows | dict(thing.defaults)).items():
        cells[column] = cells[column] or value
    empty = {field.name: word for word, field in thing.fields.items() if field.required and not cells[field.name]}
    if missing := [word for column, word in empty.items() if column not in follows] or list(empty.values()):
        raise EditError(f"Vul in: {', '.join(missing)}.")
    return cells


def _region_number(ds: Dataset, text: str) -> str:
    """The number of a DUUP region that may be typed as its name; what is neither stays as it is."""
    regions = ds.table("duup_regions")
    numbers = {name.casefold(): str(number) for name, number in zip(regions["name"], regions["number"], strict=True)}
    return numbers.get(text.casefold(), text)


def _missing(ds: Dataset, field: Field, text: str) -> str:
    """Why a reference leads nowhere; empty when it does not."""
    table, _, column = field.refers.partition(".")
    if not table or text in set(ds.table(table)[column].astype(str)):
        return ""
    return f'"{text}" staat niet in {table}.csv; voeg het daar eerst toe'


def municipality(ds: Dataset, text: str, on: date | None) -> str:
    """The code of a municipality that existed on a day (today when None); EditError says which do."""
    on = on or today()
    try:
        match = resolve(ds, text, on)
    except NameProblem as problem:
        raise EditError(str(problem)) from problem
    known = ds.table("municipalities").set_index("code").loc[match.code]
    if (known["valid_from"] or date.min) <= on < (known["valid_to"] or date.max):
        return match.code
    raise EditError(
        match.explanation
        or f"De gemeente {match.name} ({match.code}) bestond niet op {on}. "
        "Noem de gemeente van die dag, of een andere datum."
    )


def members_of(ds: Dataset, area: Cells, text: str) -> list[Cells]:
    """Rows of ``area_members``: the municipalities of 2021 in those named, separated by ``;``."""
    found: dict[str, None] = {}
    for name in filter(None, (part.strip() for part in text.split(";"))):
        try:
            found |= dict.fromkeys(sorted(resolve(ds, name).codes_in(division_at(ds, PIECES_FROM).id)))
        except NameProblem as problem:
            raise EditError(str(problem)) from problem
    if not found:
        raise EditError("Noem met members de gemeenten van het gebied, gescheiden door puntkomma's.")
    return [
        {
            "area_id": area["area_id"],
            "piece": piece,
            "basis": Certainty.EXPLICIT.value,
            "source_id": area["source_id"],
            "note": "",
        }
        for piece in found
    ]


def _day(text: str) -> date | None:
    try:
        return start(text) if text else None
    except ValueError:
        return None  # what a date looks like is told with the word for it


def _refuse_future(cells: Cells) -> None:
    if "date" in cells and (day := _day(cells["date"])) and day > today():
        raise EditError(f"{cells['date']} ligt in de toekomst; daar kan een bron nog niets over weten.")


def _derived(ds: Dataset, thing: Thing, typed: Mapping[str, str], cells: Cells, taken: set[str]) -> Cells:
    """Columns that follow from others when they are not filled in."""
    found: Cells = {}
    sources = ds.table("sources").set_index("source_id")["reading"]
    if "reading" in cells and thing.table != "sources":
        found["reading"] = str(sources.get(cells["source_id"], ""))
    day = _day(cells.get("date", ""))
    if thing.table == "sources" and day:
        found["year"] = str(day.year)
    if thing.table == "claims":
        if not (cells["code"] or cells["area_id"]):
            raise EditError("Noem met municipality een gemeente, of met area een gebied.")
        found["claim_id"] = next_id({*ds.table("claims")["claim_id"], *taken})
        words = typed.get("municipality", "")
        if words and words.upper() == cells["code"]:  # a code is no name to show to readers
            words = resolve(ds, words).name
        found["name"] = words or _area_name(ds, cells["area_id"])
        found["effective"] = day.isoformat() if day else ""
        found["area_reading"] = AreaReading.EXACT.value if cells["area_id"] else ""
    if thing.table == "programme_periods":
        names = dict(zip(ds.table("programmes")["programme_id"], ds.table("programmes")["name"], strict=True))
        found["name"] = names.get(cells["programme_id"], "")
    if thing.table == "programmes":
        found["exit_aim"] = (ExitAim.STATED if cells["kind"] in EVIDENCE_KINDS else ExitAim.NOT_STATED).value
    if thing.table == "areas":
        found["name_en"] = cells["name"]
    return found


def _area_name(ds: Dataset, area_id: str) -> str:
    areas = ds.table("areas")
    return next(iter(areas.loc[areas["area_id"] == area_id, "name"]), "")


def next_id(known: set[str]) -> str:
    """The next identifier of a claim: C and a number of at least three digits, one more than the highest."""
    highest = max((int(c[1:]) for c in known if c[:1] == "C" and c[1:].isdecimal()), default=0)
    return f"C{highest + 1:03}"
