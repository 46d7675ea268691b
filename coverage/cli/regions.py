"""``regions``: the DUUP regions in a population year."""

from __future__ import annotations

import argparse

from coverage.analysis.regions import regions_in
from coverage.cli.output import CommandError, Commands, add_format, print_json, print_table
from coverage.dataset import current


def register(commands: Commands) -> None:
    """Add the command."""
    command = commands.add_parser("regions", help="de DUUP-regio's met gemeenten en inwoners")
    command.add_argument("--year", type=int, required=True, metavar="JAAR", help="bevolkingsjaar, bijvoorbeeld 2024")
    add_format(command)
    command.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    try:
        rows = regions_in(current(), arguments.year)
    except ValueError as error:
        raise CommandError(str(error)) from error
    if arguments.format == "json":
        print_json(
            {
                "year": arguments.year,
                "regions": [
                    {
                        "number": r.number,
                        "name": r.name,
                        "duvo": list(r.duvo),
                        "municipalities": r.municipalities,
                        "inhabitants": r.inhabitants,
                        "uncertain": r.uncertain,
                    }
                    for r in rows
                ],
            }
        )
    else:
        print_table(
            ("nr", "DUUP-regio", "gemeenten", "inwoners", "onzeker", "DUVO-regio's"),
            [(r.number, r.name, r.municipalities, r.inhabitants, r.uncertain, ", ".join(r.duvo)) for r in rows],
        )
    return 0
