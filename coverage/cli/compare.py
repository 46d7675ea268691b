"""``compare``: what opened, closed, changed programme or was only learned between two dates."""

from __future__ import annotations

import argparse
from typing import Any

from coverage.analysis.comparison.compare import Change, Comparison, compare, programmes_compared
from coverage.analysis.comparison.sentences import comparison_answer, describe_comparison
from coverage.cli.output import CommandError, Commands, add_format, add_max_age, json_day, print_json, print_table
from coverage.dataset import current
from coverage.geography.lineage import divisions
from coverage.i18n import label
from coverage.vocabulary import ChangeKind

LISTS = (ChangeKind.OPENED, ChangeKind.CLOSED, ChangeKind.CHANGED, ChangeKind.AGED, ChangeKind.RENEWED)


def register(commands: Commands) -> None:
    """Add the command."""
    command = commands.add_parser("compare", help="twee datums: wat kwam erbij, stopte, veranderde of bleek later")
    command.add_argument(
        "--from", dest="first", type=json_day, required=True, metavar="JJJJ-MM-DD", help="eerste datum"
    )
    command.add_argument("--to", dest="second", type=json_day, required=True, metavar="JJJJ-MM-DD", help="tweede datum")
    command.add_argument("--division", help="gemeentelijke indeling (die van de tweede datum)")
    add_max_age(command)
    add_format(command)
    command.set_defaults(run=_run)


def change_as_json(change: Change) -> dict[str, Any]:
    """One municipality on both dates."""
    return {
        "code": change.after.code,
        "name": change.after.name,
        "inhabitants": change.inhabitants,
        "duup_region": change.after.duup_region,
        "status_before": change.before.status.value,
        "status_after": change.after.status.value,
        "programmes_before": list(programmes_compared(change.before)),
        "programmes_after": list(programmes_compared(change.after)),
        "reported_later": change.reported_later or None,
        "thought": change.thought.status.value if change.thought else None,
    }


def _as_json(found: Comparison) -> dict[str, Any]:
    lists = {kind.value: found.of(kind) for kind in LISTS} | {"learned": found.learned}
    return {
        "from": found.before.on.isoformat(),
        "to": found.after.on.isoformat(),
        "division": found.division.id,
        "max_age_years": found.after.max_age,
        **{name: [change_as_json(c) for c in rows] for name, rows in lists.items()},
        "inhabitants": {name: sum(c.inhabitants for c in rows) for name, rows in lists.items()},
        "moved": [{"code": m.code, "name": m.name, "before": m.before, "after": m.after} for m in found.moves],
    }


def _run(arguments: argparse.Namespace) -> int:
    ds = current()
    if arguments.first >= arguments.second:
        raise CommandError("--from moet een eerdere datum zijn dan --to; draai de twee om")
    known = [d.id for d in divisions(ds)]
    if arguments.division not in (None, *known):
        raise CommandError(f"--division: {arguments.division} is geen indeling; kies uit {', '.join(known)}")
    found = compare(ds, arguments.first, arguments.second, arguments.max_age, arguments.division)
    if arguments.format == "json":
        print_json(_as_json(found))
        return 0
    print(comparison_answer(found))
    for title, rows in [*((label(k), found.of(k)) for k in LISTS), ("pas later bekend geworden", found.learned)]:
        print(f"\n{title}: {len(rows)}")
        if rows:
            print_table(
                ("code", "gemeente", "inwoners", "wat er veranderde"),
                [(c.after.code, c.after.name, c.inhabitants, describe_comparison(ds, found, c)) for c in rows],
            )
    return 0
