"""``fragile``: what each programme's end would do to evidenced provision."""

from __future__ import annotations

import argparse
from typing import Any

from coverage.analysis.spots.fragile import Dependence, fragile
from coverage.analysis.status import MunicipalityStatus
from coverage.cli.output import Commands, add_date, add_format, print_json, print_table
from coverage.dataset import current


def register(commands: Commands) -> None:
    """Add the command."""
    command = commands.add_parser("fragile", help="per programma: wie verliest aangetoond aanbod als het stopt")
    add_date(command)
    add_format(command)
    command.set_defaults(run=_run)


def _municipality(row: MunicipalityStatus) -> dict[str, Any]:
    return {"code": row.code, "name": row.name, "inhabitants": row.inhabitants}


def dependence_as_json(found: Dependence) -> dict[str, Any]:
    """One programme with the municipalities that depend on it."""
    return {
        "programme": found.programme_id,
        "name": found.name,
        "municipalities": [_municipality(r) for r in found.municipalities],
        "lost": [_municipality(r) for r in found.lost],
        "inhabitants_lost": found.inhabitants_lost,
        "second_programme": [_municipality(b.row) | {"programmes": list(b.others)} for b in found.backed],
        "single_point_of_failure": found.single_point,
    }


def _run(arguments: argparse.Namespace) -> int:
    found = fragile(current(), arguments.date, arguments.max_age)
    if arguments.format == "json":
        print_json(
            {
                "date": arguments.date.isoformat(),
                "max_age_years": arguments.max_age,
                "programmes": [dependence_as_json(d) for d in found],
            }
        )
        return 0
    if not found:
        print("Op deze datum is nergens een programma recent aangetoond; er is dus niets dat kan wegvallen.")
        return 0
    print_table(
        ("programma", "inwoners zonder", "gemeenten zonder", "met tweede programma"),
        [
            (d.name, d.inhabitants_lost, ", ".join(r.name for r in d.lost), ", ".join(b.row.name for b in d.backed))
            for d in found
        ],
    )
    return 0
