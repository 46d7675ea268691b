"""``check`` proves the data package, ``derive`` makes again what follows from its tables."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from coverage.cli.output import CommandError, Commands, add_data, add_format, print_json
from coverage.dataset import current
from coverage.dataset.problems import check
from coverage.exports.writing import told


def register(commands: Commands) -> None:
    """Add the commands."""
    prove = commands.add_parser("check", help="controleer data/; exit 1 bij problemen")
    add_data(prove)
    add_format(prove)
    prove.set_defaults(run=_check)
    follow = commands.add_parser("derive", help="werk bij wat uit de tabellen van data/ volgt")
    add_data(follow)
    add_format(follow)
    follow.add_argument(
        "--reorganisations", type=Path, metavar="BESTAND", help="herindelingen: CSV, zie docs/next-year.md"
    )
    follow.add_argument("--boundaries", type=Path, metavar="BESTAND", help="grenzen van CBS: GeoPackage of GeoJSON")
    follow.add_argument(
        "--population", type=Path, metavar="BESTAND", action="append", help="inwoners: CSV van CBS StatLine; mag vaker"
    )
    follow.add_argument(
        "--year", type=int, metavar="JAAR", action="append", help="het jaar (1 januari) uit elk bestand met inwoners"
    )
    follow.add_argument("--source", default="", help="source_id uit sources.csv, waar een bestand zelf geen bron noemt")
    follow.add_argument("--provisional", action="store_true", help="CBS kan de inwoners nog herzien")
    follow.set_defaults(run=_derive)


def _derive(arguments: argparse.Namespace) -> int:
    from coverage.derive import DeriveError, NextYear, PopulationFile, derive, put_next_year  # topology is needed here

    a = arguments
    files, years = a.population or [], a.year or []
    if len(files) != len(years):
        raise CommandError("Geef bij elk bestand met --population het jaar met --year.")
    population = tuple(PopulationFile(*pair, a.provisional) for pair in zip(files, years, strict=True))
    try:
        with told(a.data):
            if a.reorganisations or a.boundaries or population:
                added = put_next_year(a.data, NextYear(a.reorganisations, a.boundaries, population, a.source))
                changed, remarks = list(added.files), added.told
            else:
                changed, remarks = derive(a.data), ()
    except DeriveError as error:
        print(error, file=sys.stderr)
        return 1
    if a.format == "json":
        return _judged(a, {"files": changed, "remarks": list(remarks)})
    print(f"Bijgewerkt: {', '.join(changed)}" if changed else "Alles was al bij.")
    for remark in remarks:
        print(f"Let op: {remark}")
    return _check(a)


def _check(arguments: argparse.Namespace) -> int:
    if arguments.format == "json":
        return _judged(arguments, {})
    problems = check(arguments.data)
    for problem in problems:
        print(problem)
    if problems:
        print(f"{len(problems)} problemen gevonden in {arguments.data}")
        return 1
    ds = current(arguments.data)
    rows = {name: len(ds.table(name)) for name in ds.names}
    print(f"In orde: {len(rows)} tabellen, {sum(rows.values())} rijen, editie {ds.edition}")
    return 0


def _judged(arguments: argparse.Namespace, before: dict[str, Any]) -> int:
    """The same as JSON: what was done ``before``, and each problem with its file, line and column."""
    problems = [
        {"file": p.file, "line": p.row, "column": p.column or None, "message": p.message}
        for p in check(arguments.data)
    ]  # fmt: skip
    ds = None if problems else current(arguments.data)
    print_json(before | {"edition": ds.edition if ds else None, "problems": problems})
    return 1 if problems else 0
