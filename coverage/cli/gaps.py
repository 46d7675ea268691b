"""``gaps``: where a programme says it serves a target group, and where not."""

from __future__ import annotations

import argparse

from coverage.analysis.groups.gaps import gaps_at
from coverage.analysis.groups.summary import group_gap_answer
from coverage.cli.output import CommandError, Commands, add_date, add_format, print_json, print_table
from coverage.dataset import current
from coverage.i18n import label
from coverage.vocabulary import GroupCover, TargetGroup


def register(commands: Commands) -> None:
    """Add the command."""
    command = commands.add_parser("gaps", help="per doelgroep: waar zegt een programma haar te bedienen, en waar niet")
    add_date(command)
    command.add_argument(
        "--group",
        required=True,
        metavar="DOELGROEP",
        help="een doelgroep, of meer met een komma ertussen: " + ", ".join(g.value for g in TargetGroup),
    )
    add_format(command)
    command.set_defaults(run=_run)


def groups_named(text: str) -> tuple[TargetGroup, ...]:
    """Groups by code or by their Dutch or English name, separated by commas."""
    known = {name.casefold(): g for g in TargetGroup for name in (g.value, g.label("nl"), g.label("en"))}
    wanted = [part.strip().casefold() for part in text.split(",")]
    if unknown := [part for part in wanted if part not in known]:
        choices = "\n".join(f"  {g.value}: {g.label('nl')}" for g in TargetGroup)
        raise CommandError(f"onbekende doelgroep {unknown[0]!r}; kies uit:\n{choices}")
    return tuple(dict.fromkeys(known[part] for part in wanted))


def _run(arguments: argparse.Namespace) -> int:
    groups = groups_named(arguments.group)
    report = gaps_at(current(), arguments.date, groups, arguments.max_age)
    if arguments.format == "json":
        print_json(
            {
                "date": report.on.isoformat(),
                "group": ",".join(g.value for g in groups),
                "division": report.status.division.id,
                "max_age_years": arguments.max_age,
                "served": report.codes(GroupCover.SERVED),
                "not_served": report.codes(GroupCover.NOT_SERVED),
                "insufficient": report.codes(GroupCover.INSUFFICIENT),
                "silent": report.silent,
                "silent_because": {
                    "served_earlier": report.codes(GroupCover.SERVED_EARLIER),
                    "national_programme_only": report.codes(GroupCover.ONLY_NATIONAL),
                    "programme_silent": report.codes(GroupCover.PROGRAMME_SILENT),
                    "no_programme": report.codes(GroupCover.NO_PROGRAMME),
                },
                "served_on_older_statements": sorted(
                    r.code for r in report.rows if r.cover is GroupCover.SERVED and r.older
                ),
            }
        )
        return 0
    counts, people = report.counts(), report.inhabitants()
    print(group_gap_answer(report))
    print()
    print_table(("doelgroep", "gemeenten", "inwoners"), [(label(c), counts[c], people[c]) for c in GroupCover])
    print()
    print_table(
        ("code", "gemeente", "DUUP-regio", "wat bekend is", "gezegd in", "programma's"),
        [
            (
                r.code,
                r.name,
                r.duup_region,
                label(r.cover),
                r.since[:4],
                ", ".join(dict.fromkeys(s.programme_id for s in r.deciding)) or ", ".join(r.programmes),
            )
            for r in report.rows
            if r.cover is not GroupCover.NO_PROGRAMME
        ],
    )
    return 0
