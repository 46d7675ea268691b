"""``expires``: which municipalities change status on which day if nobody confirms anything."""

from __future__ import annotations

import argparse

from coverage.analysis.forecast import forecast_answer, turns
from coverage.analysis.naming import in_words
from coverage.cli.output import CommandError, Commands, add_format, add_max_age, any_day, print_json, print_table
from coverage.dataset import current
from coverage.dates import today
from coverage.i18n import label


def register(commands: Commands) -> None:
    """Add the command."""
    command = commands.add_parser(
        "expires", help="welke gemeenten wanneer van status veranderen als niemand iets bevestigt"
    )
    # Both may lie in the future: this command looks ahead, by the passing of time alone.
    command.add_argument("--from", dest="first", type=any_day, metavar="JJJJ-MM-DD", help="na deze dag (vandaag)")
    command.add_argument(
        "--to", dest="last", type=any_day, required=True, metavar="JJJJ-MM-DD", help="tot en met deze dag"
    )
    add_max_age(command)
    add_format(command)
    command.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    ds = current()
    first = arguments.first or today()
    if arguments.last < first:
        raise CommandError(f"--to ({arguments.last}) ligt voor --from ({first}); draai de twee om")
    found = turns(ds, first, arguments.last, arguments.max_age)
    if arguments.format == "json":
        print_json(
            {
                "from": first.isoformat(),
                "to": arguments.last.isoformat(),
                "max_age_years": arguments.max_age,
                "turns": [
                    {
                        "date": t.on.isoformat(), "code": t.row.code, "name": t.row.name,
                        "inhabitants": t.row.inhabitants, "duup_region": t.row.duup_region,
                        "before": t.before.value, "after": t.after.value,
                        "programmes": list(t.programmes), "sources": list(t.sources),
                    }
                    for t in found
                ],
            }
        )  # fmt: skip
        return 0
    print(forecast_answer(found, first, arguments.last))
    if found:
        print()
        print_table(
            ("dag", "gemeente", "nu", "dan", "programma"),
            [
                (t.on.isoformat(), t.row.name, label(t.before), label(t.after), in_words(ds, t.programmes, first))
                for t in found
            ],
        )
    return 0
