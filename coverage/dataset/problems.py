"""Everything that is wrong with a data package, in one go."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd
import pandera.errors

from coverage.dataset import rules, rules_of_facts
from coverage.dataset.divisions import divisions_of
from coverage.dataset.editions import FOLDER as EDITIONS
from coverage.dataset.editions import edition_files, read_edition
from coverage.dataset.frames import typed_frame
from coverage.dataset.outside import BOUNDARIES, BOUNDARY_SUFFIXES, DESCRIPTION, Outside
from coverage.dataset.read import REBUILD, Problem, read_json, read_table
from coverage.dataset.rule import Rule, line
from coverage.dataset.schemas import fault, schema
from coverage.dataset.steps import Step, Steps
from coverage.dataset.tables import TABLES, Table

PIECES = f"{BOUNDARIES}/pieces.geojson"

Overlay = Callable[[dict[str, pd.DataFrame]], dict[str, pd.DataFrame]]

__all__ = [
    "BOUNDARIES", "DESCRIPTION", "Inspection", "Overlay", "Problem", "check", "inspect", "inspect_tables",
    "read_strings",
]  # fmt: skip


@dataclass
class Inspection:
    """A package that was read: typed tables without problems of their own, its description, and all problems.

    ``boundaries`` gives the content of each border file by its name. ``steps`` is for the next one.
    """

    tables: dict[str, pd.DataFrame] = field(default_factory=dict)
    description: dict[str, Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    boundaries: dict[str, bytes] = field(default_factory=dict)
    steps: dict[tuple[str, str], Step] = field(default_factory=dict)

    def same_as(self, other: Inspection) -> bool:
        """Whether every table and every other file holds the same."""
        parts, others = (
            {**each.tables, **{key: step[1] for key, step in each.steps.items() if key[0] in {_JSON, _EDITION}}}
            for each in (self, other)
        )
        return parts.keys() == others.keys() and all(part is others[key] for key, part in parts.items())


_TABLE, _JSON, _EDITION = "table", "json", "edition"


def check(path: Path) -> list[Problem]:
    """All problems of the package in directory ``path``; an empty list when it is sound."""
    return inspect(path).problems


def inspect(path: Path, overlay: Overlay = dict, earlier: Sequence[Inspection] = ()) -> Inspection:
    """Read and check a package: files, values, keys, references, cross-table rules, description, borders, editions.

    ``overlay`` adds to the tables, as strings, before they are checked; it is left out when a file cannot be read.
    With ``earlier`` inspections only what changed since is read, and only what follows from it is checked again. What
    is the same is the same object.
    """
    steps = Steps(path, [each.steps for each in earlier])
    strings, unread = read_strings(path, steps)
    found = inspect_tables(strings if unread else overlay(strings), unread, steps)
    found.description, problems = steps.read(_JSON, DESCRIPTION, partial(_description, path))
    found.problems += problems
    found.boundaries, problems = _boundaries(path, found, steps)
    found.problems += problems
    for edition in edition_files(path):
        name = f"{EDITIONS}/{edition.name}"
        found.problems += steps.read(_EDITION, name, partial(read_edition, edition))[1]
    cut = _cut_problems(steps.outside, found.description, {problem.file for problem in found.problems})
    found.problems = [*cut, *found.problems]  # first, since the rest may follow from it
    return found


def read_strings(path: Path, steps: Steps | None = None) -> tuple[dict[str, pd.DataFrame], list[Problem]]:
    """The tables of a package as strings, by name, and the problems of files that cannot be read."""
    steps = steps or Steps(path)
    strings: dict[str, pd.DataFrame] = {}
    problems: list[Problem] = []
    for table in TABLES.values():
        frame, found = steps.read(_TABLE, f"{table.name}.csv", partial(read_table, path, table), _same_table)
        problems += found
        if frame is not None:
            strings[table.name] = frame
    return strings, problems


def inspect_tables(
    strings: Mapping[str, pd.DataFrame], unread: Sequence[Problem] = (), steps: Steps | None = None
) -> Inspection:
    """Check tables, as strings: values, keys, references, cross-table rules. ``unread`` are problems found before."""
    steps = steps or Steps()
    found = Inspection(problems=list(unread), steps=steps.done)
    for name, frame in strings.items():
        typed, problems = steps.take("values", name, (frame,), partial(_typed, TABLES[name], frame))
        if typed is not None:
            found.tables[name] = typed
        found.problems += problems
    for name, frame in strings.items():
        targets = tuple(strings.get(target) for target in TABLES[name].targets)
        ask = partial(_reference_problems, TABLES[name], strings)
        found.problems += steps.take("references", name, (frame, *targets), ask)
    broken = {problem.file for problem in found.problems}
    sound = {name for name in found.tables if f"{name}.csv" not in broken}
    for rule in (*rules.RULES, *rules_of_facts.RULES):
        if sound.issuperset(rule.tables):
            given = tuple(found.tables[name] for name in rule.tables)
            ask = partial(_broken_rule, rule, given)
            found.problems += steps.take("rule", f"{rule.check.__name__} {rule.tables}", given, ask)
    return found


def _same_table(
    one: tuple[pd.DataFrame | None, list[Problem]], other: tuple[pd.DataFrame | None, list[Problem]]
) -> bool:
    frames = one[0], other[0]
    return frames[0] is not None and frames[1] is not None and frames[0].equals(frames[1])


def _typed(table: Table, frame: pd.DataFrame) -> tuple[pd.DataFrame | None, list[Problem]]:
    problems = list(_value_problems(table, frame))
    return (None if problems else typed_frame(table, frame)), problems


def _broken_rule(rule: Rule, given: tuple[pd.DataFrame, ...]) -> list[Problem]:
    return list(rule.check(*given))


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


def _reference_problems(table: Table, strings: Mapping[str, pd.DataFrame]) -> list[Problem]:
    """Values that must be in another table; passed over while that table cannot be read."""
    found = []
    for f in table.fields:
        target, _, column = f.refers.partition(".")
        if target not in strings:
            continue
        values = strings[table.name][f.name]
        for i, value in values[(values != "") & ~values.isin(set(strings[target][column]))].items():
            message = f'"{value}" staat niet in {target}.csv (kolom {column}); voeg het daar toe of verbeter de waarde'
            found.append(Problem(f"{table.name}.csv", line(int(str(i))), f.name, message))
    return found


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


def _boundaries(path: Path, found: Inspection, steps: Steps) -> tuple[dict[str, bytes], list[Problem]]:
    """Border files by their name, and those that are missing, described or of a division, or not JSON."""
    listed = {PIECES, *(str(resource["path"]) for resource in found.description.get("resources", []))}
    if "reorganisations" in found.tables:
        listed |= {f"{BOUNDARIES}/{d.id}.topojson" for d in divisions_of(found.tables["reorganisations"])}
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for name in sorted(name for name in listed | steps.outside.keys() if name.endswith(BOUNDARY_SUFFIXES)):
        content, wrong = steps.read(_JSON, name, partial(_boundary, path / name, name))
        problems += wrong
        if not wrong:
            files[Path(name).name] = content
    return files, problems


def _boundary(path: Path, name: str) -> tuple[bytes, list[Problem]]:
    problems = read_json(path, name)[1]
    return (b"" if problems else path.read_bytes()), problems


def _cut_problems(outside: Mapping[str, Outside], description: dict[str, Any], broken: set[str]) -> Iterator[Problem]:
    """Files smaller than described: a copy that stopped at the end of a row looks sound, its silence like unknown."""
    for resource in description.get("resources", []):
        name, size = str(resource["path"]), resource.get("bytes")
        if name in broken or not isinstance(size, int) or name not in outside:
            continue
        if (there := outside[name][0]) < size:
            message = f"is {there} bytes groot in plaats van {size}: afgebroken of ingekort; {REBUILD}. Klopt het zo, "
            yield Problem(name, None, "", message + "leg dat dan vast met 'python -m coverage derive'")
