"""``status``: the status of every municipality, or of one, on a date."""

from __future__ import annotations

import argparse
from typing import Any

from coverage.analysis.claim import LocalClaim
from coverage.analysis.dating import claim_day
from coverage.analysis.remarks import remarks_in_short
from coverage.analysis.status import MunicipalityStatus, StatusReport, status_at
from coverage.analysis.summary import country_answer
from coverage.cli.output import CommandError, Commands, add_format, add_max_age, any_day, print_json, print_table
from coverage.dataset import Dataset, current
from coverage.dates import today, years_before
from coverage.geography.names import NameProblem, resolve
from coverage.i18n import label
from coverage.vocabulary import Status


def register(commands: Commands) -> None:
    """Add the command."""
    command = commands.add_parser("status", help="per gemeente: is er een programma, en hoe weten we dat")
    command.add_argument("--date", type=any_day, default=today(), metavar="JJJJ-MM-DD", help="peildatum (vandaag)")
    command.add_argument(
        "--foresee", action="store_true", help="ook een dag die nog komt: wat er nu bekend is, op de kaart van die dag"
    )
    add_max_age(command)
    command.add_argument("--municipality", metavar="NAAM", help="alleen deze gemeente (naam of code)")
    add_format(command)
    command.set_defaults(run=_run)


def claim_as_json(ds: Dataset, report: StatusReport, row: MunicipalityStatus, local: LocalClaim) -> dict[str, Any]:
    """A claim as it bears on a municipality, with its source."""
    claim = local.claim
    return {
        "claim_id": claim.claim_id or None,
        "programme": claim.programme_id,
        "relation": claim.relation.value,
        "basis": claim.basis.value,
        "certainty": claim.certainty.value,
        "date": claim.date,
        "date_basis": claim.date_basis.value,
        "area": claim.area_id or None,
        "effective": claim.effective.isoformat(),
        "source": claim.source_id,
        "source_title": ds.source(claim.source_id).title,
        "source_detail": claim.detail,
        "reading": claim.reading.value,
        "note": claim.note,
        "fresh": claim.recent(years_before(report.on, report.max_age)),
        "decisive": local in row.decisive,
        "whole": not local.missing,
    }


def row_as_json(ds: Dataset, report: StatusReport, row: MunicipalityStatus) -> dict[str, Any]:
    """One municipality with its claims."""
    return {
        "code": row.code,
        "name": row.name,
        "duvo_region": row.duvo_region,
        "duup_region": row.duup_region,
        "uncertain": row.uncertain,
        "inhabitants": row.inhabitants,
        "status": row.status.value,
        "partial": row.partial,
        "via_area": row.via_area or None,
        "last_confirmed": row.last_confirmed or None,
        "announced": bool(row.announced),
        "national": list(dict.fromkeys(c.programme_id for c in row.national)),
        "claims": [claim_as_json(ds, report, row, c) for c in row.claims],
    }


def _run(arguments: argparse.Namespace) -> int:
    ds = current()
    if arguments.date > today() and not arguments.foresee:
        raise CommandError(
            f"{arguments.date} ligt in de toekomst; daar kan niemand al iets over weten. "
            "Met --foresee zie je wat er nu bekend is op de kaart van die dag."
        )
    report = status_at(ds, arguments.date, arguments.max_age)
    rows = report.rows
    if arguments.municipality:
        try:
            match = resolve(ds, arguments.municipality, arguments.date)
        except NameProblem as problem:
            raise CommandError(str(problem)) from problem
        codes = set(match.codes_in(report.division.id))
        rows = tuple(r for r in rows if r.code in codes)
    if arguments.format == "json":
        print_json(
            {
                "date": report.on.isoformat(),
                "division": report.division.id,
                "max_age_years": report.max_age,
                "population_year": report.population.year,
                "population_provisional": report.population.provisional,
                "counts": {s.value: n for s, n in report.counts().items()},
                "inhabitants": {s.value: n for s, n in report.inhabitants().items()},
                "municipalities": [row_as_json(ds, report, r) for r in rows],
            }
        )
        return 0
    print(country_answer(report))
    print()
    if not arguments.municipality:
        counts, people = report.counts(), report.inhabitants()
        print_table(("status", "gemeenten", "inwoners"), [(label(s), counts[s], people[s]) for s in Status])
        print()
    print_table(
        ("code", "gemeente", "status", "DUUP-regio", "bijzonderheden"),
        [(r.code, r.name, label(r.status), r.duup_region, remarks_in_short(r)) for r in rows],
    )
    if arguments.municipality:
        print()
        print_table(
            ("datum", "relatie", "programma", "bron", "opmerking"),
            [
                (
                    claim_day(c.claim),
                    label(c.claim.relation),
                    c.claim.programme_id,
                    c.claim.source_id,
                    c.claim.note,
                )
                for r in rows
                for c in r.claims
            ],
        )
    return 0
