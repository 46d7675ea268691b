"""``programmes``: the directory of programmes on a date."""

from __future__ import annotations

import argparse
from typing import Any

from coverage.analysis.programmes.directory import DirectoryEntry, directory
from coverage.analysis.programmes.sentences import last_state
from coverage.analysis.statements import Stance, stances
from coverage.cli.output import Commands, add_date, add_format, print_json, print_table
from coverage.dataset import Dataset, current
from coverage.i18n import label
from coverage.vocabulary import Dimension


def register(commands: Commands) -> None:
    """Add the command."""
    command = commands.add_parser("programmes", help="alle programma's, met wat bronnen erover zeggen")
    add_date(command)
    add_format(command)
    command.set_defaults(run=_run)


def _stance(stance: Stance) -> dict[str, Any]:
    return {
        "topic": stance.topic.value,
        "level": stance.level.value if stance.level else None,
        "date": stance.date,
        "statements": [
            {"part": s.part, "source": s.source_id, "source_detail": s.detail, "note": s.note}
            for s in stance.statements
        ],
    }


def _entry(ds: Dataset, entry: DirectoryEntry, arguments: argparse.Namespace) -> dict[str, Any]:
    p, now = entry.programme, entry.now
    said = {
        d.value: [_stance(s) for (pid, _), s in stances(ds, d, arguments.date).items() if pid == p.id and s.level]
        for d in (Dimension.GROUPS, Dimension.DOMAINS, Dimension.ACCESS)
    }
    return {
        "programme_id": p.id,
        "name": p.name,
        "other_names": list(p.names),
        "centre": p.centre,
        "centre_code": p.centre_code or None,
        "began": p.began or None,
        "stopped": p.stopped or None,
        "evidenced": list(entry.evidenced),
        "state": {"status": now.status.value, "date": now.date, "source": now.source_id} if now else None,
        **said,
        "moments": [
            {
                "date": m.date, "period": m.period.value, "status": m.status.value, "funding": m.funding.value,
                "name": m.name, "executors": m.executors, "catchment": m.catchment, "source": m.source_id,
                "source_detail": m.detail, "reading": m.reading.value, "note": m.note,
            }
            for m in p.moments
        ],
        "caveats": [c.id for c in entry.caveats],
    }  # fmt: skip


def _run(arguments: argparse.Namespace) -> int:
    ds = current()
    entries = directory(ds, arguments.date, arguments.max_age)
    if arguments.format == "json":
        print_json(
            {
                "date": arguments.date.isoformat(),
                "max_age_years": arguments.max_age,
                "programmes": [_entry(ds, e, arguments) for e in entries],
            }
        )
        return 0
    print_table(
        ("programma", "naam", "centrum", "aangetoond in", "laatste stand", "geld", "kanttekeningen"),
        [
            (
                e.programme.id,
                e.programme.name,
                e.programme.centre,
                len(e.evidenced),
                last_state(e.programme, arguments.date),
                label(e.now.funding) if e.now else "",
                ", ".join(c.id for c in e.caveats),
            )
            for e in entries
        ],
    )
    return 0
