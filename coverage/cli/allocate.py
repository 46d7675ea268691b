"""``allocate``: share out a budget over the DUUP regions."""

from __future__ import annotations

import argparse
from dataclasses import asdict, replace

from coverage.analysis.allocation.address import parse_weights, whole
from coverage.analysis.allocation.budget import AllocationError, parse_budget
from coverage.analysis.allocation.definitions import defined_as, definitions
from coverage.analysis.allocation.keys import Parameters
from coverage.analysis.allocation.result import Allocation, allocate
from coverage.analysis.allocation.scenario import BASELINE_KEY, Scenario, baseline
from coverage.analysis.allocation.since import moved_line, moved_since
from coverage.analysis.allocation.stated import stated_answer, stated_for
from coverage.analysis.allocation.uncertainty import Ranges, over_memberships
from coverage.analysis.allocation.words import only_computed
from coverage.cli.output import CommandError, Commands, add_format, print_json, print_table
from coverage.dataset import Dataset, current
from coverage.dates import today


def register(commands: Commands) -> None:
    """Add the command. Values are read as text, so that each gets one clear line when it is wrong."""
    command = commands.add_parser("allocate", help="verdeel een budget over de DUUP-regio's")
    command.add_argument("--budget", metavar="EURO", help="6000000, 6.000.000 of '6 mln' (uit de gegevens)")
    command.add_argument("--year", metavar="JAAR", help="bevolkingsjaar (het nieuwste dat vaststaat)")
    command.add_argument("--division", default="", metavar="INDELING", help="grenzen: 2021, 2022, 2022-03 of 2023")
    command.add_argument("--key", default=BASELINE_KEY, metavar="SLEUTEL", help=", ".join(definitions()))
    command.add_argument("--fixed-amount", metavar="EURO", help="vast bedrag per regio (population_fixed)")
    command.add_argument("--floor", metavar="EURO", help="bodem per regio (floor)")
    command.add_argument("--max-loss", metavar="PROCENT", help="grootste verlies (hold_harmless)")
    command.add_argument("--baseline-budget", metavar="EURO", help="budget in de uitgangssituatie (hold_harmless)")
    command.add_argument("--other-year", metavar="JAAR", help="jaar om mee te vergelijken")
    command.add_argument("--weights", metavar="SLEUTEL=GEWICHT,…", help="mengvorm, bijvoorbeeld population=60,equal=40")
    command.add_argument("--round", default="1", metavar="1|1000", help="afronden op 1 of 1000 euro (1)")
    add_format(command)
    command.set_defaults(run=_run)


def _scenario(ds: Dataset, a: argparse.Namespace) -> Scenario:
    year = None if a.year is None else whole(a.year, "jaar")
    scenario = baseline(ds, None if a.budget is None else parse_budget(a.budget), year, a.division)
    key = defined_as(a.key)
    if key is None:
        raise AllocationError(f"“{a.key}” is geen verdeelsleutel; kies uit {', '.join(definitions())}.")
    scenario = scenario.with_key(key.id)
    if a.other_year is not None:
        scenario = replace(scenario, other_year=whole(a.other_year, "ander jaar"))
    given: dict[str, object] = {}
    for name in ("fixed_amount", "floor", "baseline_budget"):
        if getattr(a, name) is not None:
            given[name] = parse_budget(getattr(a, name))
    if a.max_loss is not None:
        given["max_loss"] = whole(a.max_loss, "grootste verlies")
    if a.weights is not None:
        given["weights"] = parse_weights(a.weights)
    parameters: Parameters = replace(scenario.parameters, **given)  # type: ignore[arg-type]
    return replace(scenario, parameters=parameters, unit=whole(a.round, "afronding"))


def as_json(ds: Dataset, allocation: Allocation, ranges: Ranges) -> dict[str, object]:
    """What ``--format json`` prints; amounts are whole euros that add up to the budget.

    ``stated`` has the real amounts that sources state, each beside what the rule gives for its own year.
    """
    s = allocation.scenario
    return {
        "budget": s.budget,
        "year": s.year,
        "provisional": allocation.basis.provisional,
        "division": s.division_id,
        "key": s.key,
        "round": s.unit,
        "range_method": ranges.method,
        "moved_since": [asdict(m) for m in moved_since(ds, allocation.basis, today())],
        "regions": [
            {
                "number": r.number,
                "name": r.name,
                "inhabitants": r.inhabitants,
                "share": float(r.share),
                "amount": r.amount,
                "per_inhabitant": round(float(r.per_inhabitant), 6),
                "amount_min": ranges.by_region[r.number].low,
                "amount_max": ranges.by_region[r.number].high,
                "stated": [
                    {"year": a.year, "amount": a.amount, "computed": a.computed, "source_id": a.source_id}
                    for a in stated_for(ds, r.number)
                ],
            }
            for r in allocation.regions
        ],
    }


def _run(arguments: argparse.Namespace) -> int:
    ds = current()
    try:
        allocation = allocate(ds, _scenario(ds, arguments))
        ranges = over_memberships(allocation)
    except AllocationError as error:
        raise CommandError(str(error)) from error
    if arguments.format == "json":
        print_json(as_json(ds, allocation, ranges))
        return 0
    print_table(
        ("nr", "DUUP-regio", "inwoners", "deel %", "bedrag", "per inwoner", "laagste", "hoogste"),
        [
            (
                r.number,
                r.name,
                r.inhabitants,
                round(float(r.share) * 100, 2),
                r.amount,
                round(float(r.per_inhabitant), 4),
                ranges.by_region[r.number].low,
                ranges.by_region[r.number].high,
            )
            for r in allocation.regions
        ],
    )
    print()
    print(f"Samen {sum(r.amount for r in allocation.regions)} euro. {ranges.method}")
    if moved := moved_line(ds, allocation.basis, today()):
        print(moved)
    print(only_computed())
    print(stated_answer(ds))
    return 0
