"""``results``: tables 1.2 and 1.3 of the report of 2013, in the order of the source."""

from __future__ import annotations

import argparse
from typing import Any

from coverage.analysis.programmes.results import Result, Total, printed_totals, results, total
from coverage.cli.output import Commands, add_format, print_json, print_table
from coverage.dataset import current
from coverage.i18n import number


def register(commands: Commands) -> None:
    """Add the command."""
    command = commands.add_parser("results", help="resultaten van tabel 1.2 en 1.3 (rapport 2013), zonder rangorde")
    add_format(command)
    command.set_defaults(run=_run)


def _row(r: Result) -> dict[str, Any]:
    return {
        "programme_id": r.programme_id,
        "name": r.name,
        "participants": r.participants,
        "exits": r.exits,
        "percentage_source": r.percentage_source,
        "percentage_computed": r.percentage_computed,
        "estimate": r.estimate,
        "notes": r.notes,
        "marks": {column: marks for column, marks in r.marks.items() if marks},
        "window": r.window,
        "window_from": r.window_from,
        "window_to": r.window_to,
        "participants_2011": r.participants_2011,
        "in_programme_2013": r.in_programme_2013,
        "exits_2011": r.exits_2011,
        "apart": r.apart,
        "caveats": [c.id for c in r.caveats],
    }


def _total(t: Total) -> dict[str, Any]:
    return {
        "rows": t.rows, "participants": t.participants, "exits": t.exits, "percentage_computed": t.percentage,
        "participants_2011": t.participants_2011, "in_programme_2013": t.in_programme_2013, "exits_2011": t.exits_2011,
    }  # fmt: skip


def _run(arguments: argparse.Namespace) -> int:
    ds = current()
    rows = results(ds)
    whole, without = total(rows), total(r for r in rows if not r.apart)
    if arguments.format == "json":
        print_json(
            {
                "rows": [_row(r) for r in rows],
                "totals": _total(whole),
                "totals_in_source": printed_totals(ds),
                "totals_without_apart": _total(without),
            }
        )
        return 0
    lines: list[tuple[object, ...]] = [
        (r.name, r.participants, r.exits, r.percentage_source, number(r.percentage_computed, 1),
         "schatting" if r.estimate else "", r.window, " ".join(c.id for c in r.caveats))
        for r in rows
    ]  # fmt: skip
    printed = printed_totals(ds)
    for name, t, source in (
        ("Totaal", whole, printed.get("percentage_source", "")),
        ("Zonder wat apart staat", without, ""),
    ):
        lines.append((name, t.participants, t.exits, source, number(t.percentage, 1), "", "", ""))
    print_table(
        ("programma", "deelnemers", "uitstappers", "% bron", "% berekend", "", "meetvenster", "kanttekeningen"), lines
    )
    return 0
