"""``corrections read``: a correction sheet that came back, as proposals. Nothing is applied."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from coverage.cli.output import CommandError, Commands, add_format, print_json, print_table
from coverage.dataset import current
from coverage.exports.correction_xlsx import known
from coverage.i18n import label
from coverage.sheets.corrections import read_corrections
from coverage.sheets.proposals import Corrections, Proposal, SheetProblem
from coverage.sheets.unpack import MOST_BYTES, SheetError


def register(commands: Commands) -> None:
    """Add the command."""
    command = commands.add_parser("corrections", help="lees een correctieblad van een gemeente als voorstellen")
    actions = command.add_subparsers(dest="action", required=True, metavar="actie")
    read = actions.add_parser("read", help="toon wat een blad voorstelt; exit 1 bij problemen in het blad")
    read.add_argument("file", type=Path, metavar="BESTAND", help="het correctieblad (XLSX, ODS of CSV)")
    add_format(read)
    read.set_defaults(run=_run)


def proposal_as_json(p: Proposal) -> dict[str, Any]:
    """One proposal, with the row as it stood in the sheet."""
    return {
        "row": p.row, "kind": p.kind.value, "claim_id": p.claim_id or None, "municipality": p.municipality,
        "relation": p.relation.value if p.relation else None, "subject": p.subject, "source": p.source,
        "source_link": p.source_link, "date": p.date, "remark": p.remark, "complete": p.complete,
        "current": dict(p.current), "filled": dict(p.filled),
    }  # fmt: skip


def corrections_as_json(found: Corrections) -> dict[str, Any]:
    """All proposals of a sheet, its problems, and what stands in it that is not read."""
    return {
        "rows": found.rows,
        "proposals": [proposal_as_json(p) for p in found.proposals],
        "problems": [_problem_as_json(x) for x in found.problems],
        "unread": [_problem_as_json(x) for x in found.unread],
    }


def _problem_as_json(x: SheetProblem) -> dict[str, Any]:
    return {"tab": x.tab, "row": x.row, "column": x.column, "message": x.message}


def _run(arguments: argparse.Namespace) -> int:
    try:
        if arguments.file.stat().st_size > MOST_BYTES:
            raise CommandError(f"{arguments.file}: groter dan {MOST_BYTES // 10**6} MB; dat is geen correctieblad")
        found = read_corrections(arguments.file.read_bytes(), known(current()))
    except OSError as error:
        raise CommandError(f"{arguments.file}: kan niet worden gelezen ({error.strerror})") from error
    except SheetError as error:
        raise CommandError(f"{arguments.file}: {error}") from error
    if arguments.format == "json":
        print_json(corrections_as_json(found))
        return int(bool(found.problems))
    print(
        f"{len(found.proposals)} voorstellen in {found.rows} rijen, {len(found.problems)} problemen. "
        "Er is niets gewijzigd."
    )
    if found.proposals:
        print()
        print_table(
            ("rij", "kenmerk", "gemeente", "voorstel", "compleet", "relatie", "onderwerp", "bron",
             "datum", "toelichting"),
            [
                (p.row, p.claim_id, p.municipality, label(p.kind), "ja" if p.complete else "nee",
                 label(p.relation) if p.relation else "", p.subject, p.source, p.date, p.remark)
                for p in found.proposals
            ],
        )  # fmt: skip
    for problem in found.problems:
        print(f"probleem in {problem}")
    for cell in found.unread:
        print(f"niet gelezen: {cell}")
    return int(bool(found.problems))
