"""``profile``: all that is known of one municipality, also as fact sheet and correction sheet."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path
from typing import Any

from coverage.analysis.profile import text
from coverage.analysis.profile.facts import Profile, profile
from coverage.analysis.profile.history import Segment
from coverage.analysis.profile.own_answers import own_answers
from coverage.analysis.profile.sentences import municipality_answer
from coverage.analysis.profile.serving import Serving
from coverage.analysis.profile.unknowns import unknowns
from coverage.analysis.round_words import waiting_here
from coverage.analysis.turn_now import where_to_turn_now
from coverage.analysis.wider_words import wider_choice
from coverage.cli.output import CommandError, Commands, add_date, add_format, print_json, print_table
from coverage.cli.status import claim_as_json, row_as_json
from coverage.dataset import Dataset, current
from coverage.exports.writing import write_file
from coverage.geography.lineage import division_at
from coverage.geography.names import NameProblem, resolve
from coverage.i18n import label
from coverage.inventory.overlay import book_of_readers
from coverage.vocabulary import Status


def register(commands: Commands) -> None:
    """Add the command."""
    command = commands.add_parser("profile", help="alles over één gemeente, ook als factsheet (PDF) of correctieblad")
    command.add_argument("municipality", metavar="GEMEENTE", help="naam (ook een oude) of code")
    add_date(command)
    add_format(command)
    command.add_argument("--pdf", type=Path, metavar="BESTAND", help="schrijf de factsheet naar dit bestand")
    command.add_argument("--corrections", type=Path, metavar="BESTAND", help="schrijf het correctieblad (XLSX)")
    command.set_defaults(run=_run)


def profile_as_json(ds: Dataset, p: Profile) -> dict[str, Any]:
    """What ``--format json`` prints: the row of ``status`` with everything around it."""
    member, money, near = p.membership, p.money, p.spot.nearest if p.spot else None
    return {
        "date": p.on.isoformat(),
        "division": p.report.division.id,
        "max_age_years": p.report.max_age,
        "link": p.address(),
        "answer": municipality_answer(ds, p),
        **row_as_json(ds, p.report, p.row),
        "population_year": p.report.population.year,
        "population_provisional": p.report.population.provisional,
        "membership": {
            "duvo_region": member.duvo_region, "duvo_centre": member.duvo_centre, "duup_number": member.duup_number,
            "duup_region": member.duup_region, "duup_centre": member.duup_centre, "certainty": member.certainty.value,
            "evidence": member.evidence.value, "duup_uncertain": member.uncertain, "alternatives": member.alternatives,
            "other_duup_regions": list(member.other_regions), "source": member.source_id, "note": member.note,
            "in_force": member.in_force,
        },
        "programmes": [_serving(ds, p, s) for s in p.serving],
        "national_programmes": [_serving(ds, p, s) for s in p.national],
        "announcements": [claim_as_json(ds, p.report, p.row, c) for c in p.row.announced],
        "history": [_segment(s) for s in p.history],
        "money": {
            "budget": money.budget.amount, "budget_year": money.budget.year, "population_year": money.year,
            "region_amount": money.region.amount, "region_share": float(money.region.share),
            "amount_min": money.range.low, "amount_max": money.range.high,
            "municipality_amount": money.own.amount if money.own else None,
            "municipality_share": float(money.own.share) if money.own else None,
            "source": money.budget.source_id,
        } if money else None,
        "region": {
            "name": p.region.name, "centre": p.region.centre,
            "counts": {s.value: p.region.municipalities(s) for s in Status},
        },
        "neighbours": [{"code": n.code, "name": n.name, "status": n.status.value} for n in p.neighbours],
        "nearest": (
            {"municipality": near.name, "programmes": list(near.programmes), "distance_km": near.km} if near else None
        ),
        "where_to_turn": [
            {"text": t.line.text, "programme": t.programme_id, "sources": list(t.line.sources)}
            for t in where_to_turn_now(ds, p)
        ],
        "unknown": [{"what": u.what, "who": u.who} for u in unknowns(ds, p)],
        "own_answers": [{"text": x.text, "sources": list(x.sources)} for x in own_answers(ds, p.row.code)],
        "waiting": waiting_here(book_of_readers(), p.row.code),
        "caveats": [c.id for c in p.caveats],
        "sources": list(p.sources),
    }  # fmt: skip


def _serving(ds: Dataset, p: Profile, s: Serving) -> dict[str, Any]:
    return {
        "programme": s.programme_id, "name": s.name, "executors": s.executors, "executors_date": s.described or None,
        "executors_source": s.described_by or None, "status": s.status.value, "partial": s.partial,
        "claims": [claim_as_json(ds, p.report, p.row, c) for c in s.claims],
        "groups": [{"group": g.topic.value, "reach": g.level.value, "date": g.date} for g in s.groups if g.level],
        "access": [
            {"criterion": a.topic.value, "areas": [x.part for x in a.statements], "date": a.date} for a in s.access
        ],
    }  # fmt: skip


def _segment(s: Segment) -> dict[str, Any]:
    return {
        "from": s.begin.isoformat(), "to": s.end.isoformat() if s.end else None, "status": s.status.value,
        "programmes": list(s.programmes), "sources": list(s.sources),
    }  # fmt: skip


def _run(arguments: argparse.Namespace) -> int:
    ds = current()
    try:
        match = resolve(ds, arguments.municipality, arguments.date)
    except NameProblem as problem:
        found = wider_choice(ds, arguments.municipality, arguments.date)
        more = (found.sentence, ", ".join(found.municipalities), ", ".join(found.regions)) if found else ()
        raise CommandError("\n".join([str(problem), *more])) from problem
    p = profile(ds, match.codes_in(division_at(ds, arguments.date).id)[0], arguments.date, arguments.max_age)
    written = _write(ds, p, arguments)
    if arguments.format == "json":
        print_json(profile_as_json(ds, p) | ({"explanation": match.explanation} if match.explanation else {}))
    elif written:
        print("\n".join(written))
    else:
        _print(ds, p, match.explanation)
    return 0


def _write(ds: Dataset, p: Profile, arguments: argparse.Namespace) -> list[str]:
    """Make the files that were asked for; returns a line for each."""
    if not (arguments.pdf or arguments.corrections):
        return []
    from coverage.exports.correction_xlsx import correction_xlsx
    from coverage.exports.factsheet_pdf import factsheet_pdf  # drawing libraries are needed here alone

    lines = []
    waiting = waiting_here(book_of_readers(), p.row.code)
    sheet = partial(factsheet_pdf, waiting=waiting)
    for path, make in ((arguments.pdf, sheet), (arguments.corrections, correction_xlsx)):
        if path:
            write_file(path, make(ds, p))
            lines.append(f"{p.row.name} geschreven naar {path}")
    return lines


def _print(ds: Dataset, p: Profile, explanation: str) -> None:
    waiting = waiting_here(book_of_readers(), p.row.code)
    print("\n".join(t for t in (explanation, municipality_answer(ds, p)) if t))
    print()
    print_table(("gegeven", "waarde"), [("Status", label(p.row.status)), *((f.word, f.value) for f in text.facts(p))])
    for title, lines in (
        ("Waar kun je terecht", tuple(t.line for t in where_to_turn_now(ds, p))),
        ("Voor wie", text.groups(p)),
        ("Wat de gemeente zelf antwoordde (overgenomen)", own_answers(ds, p.row.code)),
        ("Opgegeven, nog niet beoordeeld", (text.Line(waiting),) if waiting else ()),
        ("Hoe weten we dit", text.serving(ds, p)),
        ("Sinds 2011", text.history_lines(ds, p)),
        ("Regio en buren", text.comparison(p)),
        ("Wat is onbekend", text.open_questions(ds, p)),
        ("Bronnen", text.source_lines(ds, p.sources)),
    ):
        if lines:
            print(f"\n{title}")
            print("\n".join(_bullet(line) for line in lines))


def _bullet(line: text.Line) -> str:
    return f"  - {line.text}" + (f" [{', '.join(line.sources)}]" if line.sources else "")
