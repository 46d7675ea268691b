"""``check`` proves the data package, ``derive`` makes again what follows from its tables."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from coverage.cli.output import CommandError, Commands
from coverage.dataset import DATA, current
from coverage.dataset.problems import check
from coverage.dataset.read import read_table
from coverage.dataset.tables import TABLES
from coverage.exports.writing import told


def register(commands: Commands) -> None:
    """Add the commands."""
    prove = commands.add_parser("check", help="controleer data/; exit 1 bij problemen")
    prove.add_argument("--data", type=Path, default=DATA, help="map met het datapakket (data/)")
    prove.set_defaults(run=_check)
    follow = commands.add_parser("derive", help="werk bij wat uit de tabellen van data/ volgt")
    follow.add_argument("--data", type=Path, default=DATA, help="map met het datapakket (data/)")
    follow.add_argument("--population", type=Path, metavar="BESTAND", help="inwoners: CSV van CBS StatLine")
    follow.add_argument("--year", type=int, help="het jaar (1 januari) dat uit dat bestand komt")
    follow.add_argument("--source", help="bron van de inwoners: een source_id uit sources.csv")
    follow.add_argument("--provisional", action="store_true", help="CBS kan de inwoners nog herzien")
    follow.set_defaults(run=_derive)


def _derive(arguments: argparse.Namespace) -> int:
    from coverage.derive import DeriveError, derive  # topology is needed here alone

    try:
        with told(arguments.data):
            added = _add_population(arguments) if arguments.population else []
            changed = added + derive(arguments.data)
    except DeriveError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"Bijgewerkt: {', '.join(changed)}" if changed else "Alles was al bij.")
    return _check(arguments)


def _add_population(arguments: argparse.Namespace) -> list[str]:
    from coverage.derive import DeriveError, put_population

    if not (arguments.year and arguments.source):
        raise CommandError("--population vraagt ook --year en --source")
    sources, problems = read_table(arguments.data, TABLES["sources"])
    if sources is None or arguments.source not in set(sources["source_id"]):
        why = "; ".join(map(str, problems)) or f"{arguments.source} staat niet in sources.csv; voeg de bron eerst toe"
        raise DeriveError(why)
    return put_population(
        arguments.data, arguments.population, arguments.year, arguments.source, provisional=arguments.provisional
    )


def _check(arguments: argparse.Namespace) -> int:
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
