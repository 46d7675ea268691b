"""Everything that is wrong with a data package, in one go."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd
import pandera.errors

from coverage.dataset.divisions import divisions_of
from coverage.dataset.editions import edition_problems
from coverage.dataset.frames import typed_frame
from coverage.dataset.place import put_back
from coverage.dataset.read import REBUILD, Problem, read_json, read_table
from coverage.dataset.rules import RULES, line
from coverage.dataset.schemas import fault, schema
from coverage.dataset.tables import TABLES, Table

DESCRIPTION = "datapackage.json"
BOUNDARIES = "boundaries"
PIECES = f"{BOUNDARIES}/pieces.geojson"
BOUNDARY_SUFFIXES = {".geojson", ".topojson"}

Overlay = Callable[[dict[str, pd.DataFrame]], dict[str, pd.DataFrame]]

__all__ = ["Inspection", "Overlay", "Problem", "check", "inspect", "inspect_tables", "read_strings"]


@dataclass
class Inspection:
    """A package that was read: typed tables without problems of their own, its description, and all problems."""

    tables: dict[str, pd.DataFrame] = field(default_factory=dict)
    description: dict[str, Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def check(path: Path) -> list[Problem]:
    """All problems of the package in directory ``path``; an empty list when it is sound."""
    return inspect(path).problems


def inspect(path: Path, overlay: Overlay = dict) -> Inspection:
    """Read and check a package: files, values, keys, references, cross-table rules, description, borders, editions.

    ``overlay`` adds to the tables, as strings, before they are checked; it is left out when a file cannot be read.
    """
    put_back(path)
    strings, unread = read_strings(path)
    found = inspect_tables(strings if unread else overlay(strings), unread)
    found.description, problems = _description(path)
    found.problems += problems
    found.problems += _boundary_problems(path, found)
    found.problems += edition_problems(path)
    cut = _cut_problems(path, found.description, {problem.file for problem in found.problems})
    found.problems = [*cut, *found.problems]  # first, since the rest may follow from it
    return found


def read_strings(path: Path) -> tuple[dict[str, pd.DataFrame], list[Problem]]:
    """The tables of a package as strings, by name, and the problems of files that cannot be read."""
    strings: dict[str, pd.DataFrame] = {}
    problems: list[Problem] = []
    for table in TABLES.values():
        frame, found = read_table(path, table)
        problems += found
        if frame is not None:
            strings[table.name] = frame
    return strings, problems


def inspect_tables(strings: Mapping[str, pd.DataFrame], unread: Sequence[Problem] = ()) -> Inspection:
    """Check tables, as strings: values, keys, references, cross-table rules. ``unread`` are problems found before."""
    found = Inspection(problems=list(unread))
    for name, frame in strings.items():
        problems = list(_value_problems(TABLES[name], frame))
        if not problems:
            found.tables[name] = typed_frame(TABLES[name], frame)
        found.problems += problems
    for name in strings:
        found.problems += _reference_problems(TABLES[name], strings)
    broken = {problem.file for problem in found.problems}
    sound = {name for name in found.tables if f"{name}.csv" not in broken}
    for rule in RULES:
        if sound.issuperset(rule.tables):
            found.problems += rule.check(*(found.tables[name] for name in rule.tables))
    return found


def _value_problems(table: Table, frame: pd.DataFrame) -> Iterator[Problem]:
    """Values and keys, all at once. The pandera schema finds that something is wrong; what it is, is told here."""
    try:
        schema(table.name).validate(frame, lazy=True)
    except pandera.errors.SchemaErrors:
        for f in table.fields:
            faults = {value: fault(f, value) for value in set(frame[f.name])}
            for i, value in enumerate(frame[f.name]):
                if faults[value]:
                    yield Problem(f"{table.name}.csv", line(i), f.name, faults[value])
        yield from _key_problems(table, frame)


def _key_problems(table: Table, frame: pd.DataFrame) -> Iterator[Problem]:
    if not table.key:
        return
    first: dict[tuple[str, ...], int] = {}
    for i, key in enumerate(frame[list(table.key)].itertuples(index=False, name=None)):
        if (earlier := first.setdefault(key, i)) != i:
            message = f'"{" / ".join(key)}" staat ook op regel {line(earlier)}; haal een van beide weg of verbeter ze'
            yield Problem(f"{table.name}.csv", line(i), ", ".join(table.key), message)


def _reference_problems(table: Table, strings: Mapping[str, pd.DataFrame]) -> Iterator[Problem]:
    """Values that must be in another table; passed over while that table cannot be read."""
    for f in table.fields:
        target, _, column = f.refers.partition(".")
        if target not in strings:
            continue
        values = strings[table.name][f.name]
        for i, value in values[(values != "") & ~values.isin(set(strings[target][column]))].items():
            message = f'"{value}" staat niet in {target}.csv (kolom {column}); voeg het daar toe of verbeter de waarde'
            yield Problem(f"{table.name}.csv", line(int(str(i))), f.name, message)


def _description(path: Path) -> tuple[dict[str, Any], list[Problem]]:
    content, problems = read_json(path / DESCRIPTION, DESCRIPTION)
    if problems:
        return {}, problems
    try:
        edition, paths = content["version"], [resource["path"] for resource in content["resources"]]
        well_formed = all(isinstance(text, str) for text in (edition, *paths))
    except (TypeError, KeyError):
        well_formed = False
    if well_formed:
        return content, []
    message = f"mist de editie ('version') of de lijst van bestanden ('resources'); {REBUILD}"
    return {}, [Problem(DESCRIPTION, None, "", message)]


def _boundary_problems(path: Path, found: Inspection) -> Iterator[Problem]:
    """Borders that are described but missing, of a division or not, and those that are not JSON."""
    listed = {PIECES, *(str(resource["path"]) for resource in found.description.get("resources", []))}
    if "reorganisations" in found.tables:
        listed |= {f"{BOUNDARIES}/{d.id}.topojson" for d in divisions_of(found.tables["reorganisations"])}
    stored = {p.relative_to(path).as_posix() for p in (path / BOUNDARIES).glob("*") if p.suffix in BOUNDARY_SUFFIXES}
    borders = sorted({name for name in listed if Path(name).suffix in BOUNDARY_SUFFIXES} | stored)
    for name in borders:
        yield from read_json(path / name, name)[1]


def _cut_problems(path: Path, description: dict[str, Any], broken: set[str]) -> Iterator[Problem]:
    """Files smaller than described: a copy that stopped at the end of a row looks sound, its silence like unknown."""
    for resource in description.get("resources", []):
        name, size = str(resource["path"]), resource.get("bytes")
        if name in broken or not isinstance(size, int) or not (path / name).is_file():
            continue
        if (there := (path / name).stat().st_size) < size:
            message = f"is {there} bytes groot in plaats van {size}: afgebroken of ingekort; {REBUILD}. Klopt het zo, "
            yield Problem(name, None, "", message + "leg dat dan vast met 'python -m coverage derive'")
