"""``build`` makes the data package, ``check`` proves it."""

from __future__ import annotations

import argparse
from pathlib import Path

from coverage.cli.output import CommandError, Commands
from coverage.dataset import DATA, load
from coverage.dataset.problems import check


def register(commands: Commands) -> None:
    """Add both commands."""
    make = commands.add_parser("build", help="maak data/ uit de bronnen")
    make.add_argument("--from", dest="shared", type=Path, required=True, help="map met facts/ en data/")
    make.add_argument("--to", dest="out", type=Path, default=DATA, help="doelmap (data/)")
    make.set_defaults(run=_build)
    prove = commands.add_parser("check", help="controleer data/; exit 1 bij problemen")
    prove.add_argument("--data", type=Path, default=DATA, help="map met het datapakket (data/)")
    prove.set_defaults(run=_check)


def _build(arguments: argparse.Namespace) -> int:
    from coverage.build import build  # raw sources and topology are needed here alone

    if not (arguments.shared / "facts").is_dir():
        raise CommandError(f"{arguments.shared}: geen map facts/ gevonden; geef met --from de map met de bronnen")
    for line in build(arguments.shared, arguments.out).lines:
        print(line)
    return 0


def _check(arguments: argparse.Namespace) -> int:
    problems = check(arguments.data)
    for problem in problems:
        print(problem)
    if problems:
        print(f"{len(problems)} problemen gevonden in {arguments.data}")
        return 1
    ds = load(arguments.data)
    rows = {name: len(ds.table(name)) for name in ds.names}
    print(f"In orde: {len(rows)} tabellen, {sum(rows.values())} rijen, editie {ds.edition}")
    return 0
