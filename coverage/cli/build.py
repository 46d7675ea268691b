"""``build`` makes the data package, ``check`` proves it, ``describe`` renews its description after a change by hand."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from coverage.cli.output import CommandError, Commands
from coverage.dataset import DATA, current
from coverage.dataset.problems import check
from coverage.exports.writing import told, write_file


def register(commands: Commands) -> None:
    """Add the commands."""
    make = commands.add_parser("build", help="maak data/ uit de bronnen")
    make.add_argument("--from", dest="shared", type=Path, required=True, help="map met facts/ en data/")
    make.add_argument("--to", dest="out", type=Path, default=DATA, help="doelmap (data/)")
    make.set_defaults(run=_build)
    prove = commands.add_parser("check", help="controleer data/; exit 1 bij problemen")
    prove.add_argument("--data", type=Path, default=DATA, help="map met het datapakket (data/)")
    prove.set_defaults(run=_check)
    tell = commands.add_parser("describe", help="schrijf datapackage.json opnieuw na een wijziging met de hand")
    tell.add_argument("--data", type=Path, default=DATA, help="map met het datapakket (data/)")
    tell.set_defaults(run=_describe)


def _build(arguments: argparse.Namespace) -> int:
    from coverage.build import BuildError, build  # raw sources and topology are needed here alone

    if not (arguments.shared / "facts").is_dir():
        raise CommandError(f"{arguments.shared}: geen map facts/ gevonden; geef met --from de map met de bronnen")
    try:
        with told(arguments.out):
            lines = build(arguments.shared, arguments.out).lines
    except BuildError as error:
        print(f"{arguments.out} is niet gemaakt: {error}", file=sys.stderr)
        return 1
    print("\n".join(lines))
    return 0


def _describe(arguments: argparse.Namespace) -> int:
    from coverage.build.datapackage import FILE, datapackage

    target = arguments.data / FILE
    with told(target):
        write_file(target, datapackage(arguments.data))
    print(f"{target} beschrijft de bestanden zoals ze nu zijn.")
    return _check(arguments)


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
