"""``route``: which programme says it is for people of some groups from one municipality, and how old that is."""

from __future__ import annotations

import argparse
from typing import Any

from coverage.analysis.groups.route import Door, route, route_answer, route_question
from coverage.analysis.status import status_at
from coverage.cli.gaps import groups_named
from coverage.cli.output import CommandError, Commands, add_date, add_format, print_json
from coverage.dataset import current
from coverage.geography.names import NameProblem, resolve
from coverage.vocabulary import TargetGroup


def register(commands: Commands) -> None:
    """Add the command."""
    command = commands.add_parser("route", help="welk programma zegt er te zijn voor iemand uit een gemeente")
    command.add_argument("municipality", metavar="GEMEENTE", help="naam (ook een oude) of code")
    command.add_argument(
        "--group", required=True, metavar="DOELGROEP",
        help="een doelgroep, of meer met een komma ertussen: " + ", ".join(g.value for g in TargetGroup),
    )  # fmt: skip
    add_date(command)
    add_format(command)
    command.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    ds, groups = current(), groups_named(arguments.group)
    division = status_at(ds, arguments.date, arguments.max_age).division.id
    try:
        match = resolve(ds, arguments.municipality, arguments.date)
    except NameProblem as problem:
        raise CommandError(str(problem)) from problem
    codes = match.codes_in(division)
    if not codes:
        raise CommandError(match.explanation)
    found = route(ds, arguments.date, groups, codes[0], arguments.max_age)
    if arguments.format == "json":
        print_json(
            {
                "date": found.on.isoformat(), "group": [g.value for g in groups], "code": found.code,
                "municipality": found.name, "answer": route_answer(found), "question": route_question(found),
                **{kind: [_as_json(d) for d in getattr(found, kind)]
                   for kind in ("now", "earlier", "national", "silent", "falling_short")},
            }
        )  # fmt: skip
        return 0
    print(route_answer(found))
    if question := route_question(found):
        print(question)
    return 0


def _as_json(door: Door) -> dict[str, Any]:
    return {
        "programme_id": door.programme_id, "name": door.name, "organisation": door.organisation,
        "status": door.status.value if door.status else None, "last_confirmed": door.newest.date if door.newest else "",
        "partial": door.partial, "says": door.level.value if door.level else None,
        "said_on": max((s.date for s in door.said if s.level), default=""), "access": list(door.access),
    }  # fmt: skip
