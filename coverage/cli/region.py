"""``region``: all that is known of one DUUP region, also as an A4."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from coverage.analysis.course import course
from coverage.analysis.profile.region_money import region_money
from coverage.analysis.region_profile.beside import adjoining
from coverage.analysis.region_profile.compared import beside_others
from coverage.analysis.region_profile.facts import RegionProfile, region_profile
from coverage.analysis.region_profile.gaps_here import disputed, growing_old, open_in, perhaps_here
from coverage.analysis.region_profile.newest_said import newest_claim, newest_said
from coverage.analysis.region_profile.offered import local_rules, programmes_of
from coverage.analysis.region_profile.sections import region_sources, sections
from coverage.analysis.region_profile.sentences import not_there, region_answer, who_leads
from coverage.analysis.region_profile.served import groups_of
from coverage.cli.output import CommandError, Commands, add_date, print_json, print_table
from coverage.dataset import Dataset, current
from coverage.exports.writing import write_file
from coverage.geography.names import NameProblem
from coverage.geography.region_names import region_names, resolve_region
from coverage.i18n import day, label, number
from coverage.vocabulary import Status


def register(commands: Commands) -> None:
    """Add the command."""
    command = commands.add_parser("region", help="alles over één DUUP-regio, ook op één A4 (PDF)")
    command.add_argument("region", metavar="REGIO", help="naam, centrumgemeente of nummer")
    add_date(command)
    command.add_argument("--format", choices=("text", "json"), default="text", help="tekst om te lezen, of JSON")
    command.add_argument("--out", type=Path, metavar="BESTAND", help="schrijf het overzicht op één A4 (PDF) hierheen")
    command.add_argument("--worksheet", type=Path, metavar="BESTAND", help="schrijf een werkblad om uit te delen (PDF)")
    command.add_argument(
        "--answer-at", metavar="ADRES", default="", help="adres waar je antwoord geeft, als QR-code op het werkblad"
    )
    command.set_defaults(run=_run)


def region_as_json(ds: Dataset, p: RegionProfile) -> dict[str, Any]:
    """What ``--format json`` prints."""
    money, compared = region_money(ds, p.number), beside_others(ds, p)
    newest = newest_claim(p)
    return {
        "date": p.on.isoformat(),
        "division": p.report.division.id,
        "max_age_years": p.report.max_age,
        "link": p.address(),
        "answer": region_answer(p),
        "newest_said": {"date": newest.date, "source": newest.source_id} if newest else None,
        "number": p.number,
        "name": p.name,
        "centre": p.centre,
        "in_force": p.in_force,
        "inhabitants": p.inhabitants(),
        "population_year": p.report.population.year,
        "counts": {s.value: n for s, n in p.counts().items()},
        "inhabitants_per_status": {s.value: p.inhabitants(s) for s in Status},
        "municipalities": [
            {"code": r.code, "name": r.name, "status": r.status.value, "inhabitants": r.inhabitants,
             "last_confirmed": r.last_confirmed or None, "uncertain": r.uncertain}
            for r in p.rows
        ],
        "perhaps_here": [r.code for r in perhaps_here(ds, p)],
        "programmes": [
            {"programme": x.programme.id, "name": x.name, "kind": x.programme.kind.value, "recent": list(x.recent),
             "earlier": list(x.earlier), "stopped": x.stopped, "confirmed": x.confirmed,
             "executors": x.executors, "sources": list(x.sources)}
            for x in programmes_of(ds, p)
        ],
        "rules": [
            {"source": r.claim.source_id, "date": r.claim.date, "current": r.current,
             "municipalities": list(r.municipalities)}
            for r in local_rules(p)
        ],
        "money": {
            "budget": money.budget.amount, "budget_year": money.budget.year, "population_year": money.year,
            "amount": money.region.amount, "amount_min": money.range.low, "amount_max": money.range.high,
            "inhabitants": money.region.inhabitants,
        } if money else None,
        "groups": [{"group": g.group.value, "heard": g.heard.name.lower(), "year": g.year or None}
                   for g in groups_of(ds, p)],
        "course": [
            {"date": s.on.isoformat(), "sources": s.sources,
             "counts": {k.value: n for k, n in s.municipalities.items()}}
            for s in course(ds, p.on, p.report.max_age, frozenset({p.number}))
        ],
        "adjoining": [{"number": a.region.number, "name": a.region.name, "distance_km": a.km, "admits": list(a.admits)}
                      for a in adjoining(ds, p)],
        "comparable": [s.number for s in compared.alike],
        "open": [{"what": u.what, "who": u.who} for u in open_in(ds, p)],
        "grows_old": [{"date": t.on.isoformat(), "code": t.row.code} for t in growing_old(ds, p)],
        "caveats": [c.id for c in disputed(ds, p)],
        "sources": list(region_sources(ds, p)),
    }  # fmt: skip


def _run(arguments: argparse.Namespace) -> int:
    ds = current()
    try:
        found = resolve_region(ds, arguments.region)
    except NameProblem as problem:
        raise CommandError(str(problem)) from problem
    p = region_profile(ds, found, arguments.date, arguments.max_age)
    if p is None:
        raise CommandError(not_there(region_names(ds)[found], day(arguments.date)))
    if arguments.out:
        from coverage.exports.region_pdf import region_pdf  # drawing libraries are needed here alone

        write_file(arguments.out, region_pdf(ds, p))
    if arguments.worksheet:
        from coverage.exports.worksheet_pdf import worksheets_pdf

        write_file(arguments.worksheet, worksheets_pdf(ds, (p,), arguments.answer_at))
    if arguments.format == "json":
        print_json(region_as_json(ds, p))
    elif written := [str(path) for path in (arguments.out, arguments.worksheet) if path]:
        print(f"regio {p.name} geschreven naar {', '.join(written)}")
    else:
        _print(ds, p)
    return 0


def _print(ds: Dataset, p: RegionProfile) -> None:
    print(f"{region_answer(p)}\n{who_leads(p)} {newest_said(p).text}\n")
    rows = [(r.name, label(r.status), number(r.inhabitants), r.last_confirmed) for r in p.rows]
    print_table(("gemeente", "status", "inwoners", "laatst bevestigd"), rows)
    for section in sections(ds, p):
        print(f"\n{section.title}")
        for line in section.lines:
            print(f"  - {line.text}" + (f" [{', '.join(line.sources)}]" if line.sources else ""))
