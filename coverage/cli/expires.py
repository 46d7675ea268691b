"""``expires``: in which municipalities evidence, a rule or a plan, or a none turns old on which day."""

from __future__ import annotations

import argparse

from coverage.analysis.forecast import forecast_answer, lapses, turns
from coverage.analysis.naming import in_words
from coverage.cli.output import CommandError, Commands, add_format, add_max_age, any_day, print_json, print_table
from coverage.dataset import current
from coverage.dates import today
from coverage.i18n import label


def register(commands: Commands) -> None:
    """Add the command."""
    command = commands.add_parser(
        "expires", help="waar wanneer bewijs, een regel of plan, of een bericht van geen programma te oud wordt"
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
    every = turns(ds, first, arguments.last, arguments.max_age)
    found = lapses(every)
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
                        "turn": lapse.value, "turn_in_words": label(lapse),
                        "before": t.before.value, "after": t.after.value,
                        "programmes": list(t.programmes), "sources": list(t.sources),
                    }
                    for t, lapse in found
                ],
            }
        )  # fmt: skip
        return 0
    print(forecast_answer(every, first, arguments.last))
    if found:
        print()
        print_table(
            ("dag", "gemeente", "wat", "ervoor", "daarna", "programma"),
            [
                (
                    t.on.isoformat(), t.row.name, label(lapse), label(t.before), label(t.after),
                    in_words(ds, t.programmes, t.on),
                )
                for t, lapse in found
            ],
        )  # fmt: skip
    return 0
