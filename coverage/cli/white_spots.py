"""``white-spots``: municipalities without recent evidence: white, blind, and to be confirmed."""

from __future__ import annotations

import argparse
from typing import Any

from coverage.analysis.evidence import duup_start
from coverage.analysis.naming import in_words, programme_names
from coverage.analysis.profile.text import divided
from coverage.analysis.spots.sentences import kinds_told, since_told, spots_answer
from coverage.analysis.spots.white_spots import Spot, Spots, white_spots
from coverage.cli.output import Commands, add_date, add_format, print_json, print_table
from coverage.dataset import Dataset, current
from coverage.i18n import label
from coverage.vocabulary import BLIND, TO_CONFIRM, WHITE, Status


def register(commands: Commands) -> None:
    """Add the command."""
    command = commands.add_parser("white-spots", help="gemeenten zonder recent bewijs: wit, blind en te bevestigen")
    add_date(command)
    add_format(command)
    command.set_defaults(run=_run)


def spot_as_json(spots: Spots, spot: Spot) -> dict[str, Any]:
    """One spot with its reasons, the nearest programme and where to turn meanwhile."""
    near = spot.nearest
    return {
        "code": spot.row.code,
        "status": spot.row.status.value,
        "name": spot.row.name,
        "inhabitants": spot.row.inhabitants,
        "duup_region": spot.row.duup_region,
        "nearest_programme": near.programmes[0] if near else None,
        "distance_km": near.km if near else None,
        "nearest_municipality": near.name if near else None,
        "nearest_programmes": list(near.programmes) if near else [],
        "duvo_region": spot.row.duvo_region,
        "uncertain": spot.row.uncertain,
        "since": spot.since or None,
        "reasons": [
            {"text": c.note, "relation": c.relation.value, "date": c.date, "source": c.source_id}
            for c in (local.claim for local in spot.reasons)
        ],
        "where_to_turn": {
            "duvo_centre": spot.duvo_centre,
            "duup_centre": spot.duup_centre or None,
            "national_programmes": list(dict.fromkeys(c.programme_id for c in spots.report.national)),
        },
    }


def _run(arguments: argparse.Namespace) -> int:
    ds = current()
    spots = white_spots(ds, arguments.date, arguments.max_age)
    if arguments.format == "json":
        print_json(
            {
                "date": spots.report.on.isoformat(),
                "division": spots.report.division.id,
                "max_age_years": spots.report.max_age,
                "white": [spot_as_json(spots, s) for s in spots.of(*WHITE)],
                "blind": [spot_as_json(spots, s) for s in spots.of(*BLIND)],
                "to_confirm": [spot_as_json(spots, s) for s in spots.of(*TO_CONFIRM)],
            }
        )
        return 0
    print(spots_answer(spots))
    later = divided("DUVO-regio", spots.report.division.valid_from, spots.report.on)
    region = "DUUP-regio" if spots.report.on >= duup_start(ds) else later
    since = {Status.CONFIRMED_NONE: "geen sinds"}
    for statuses, title in kinds_told():
        print(f"\n== {title} ==")
        for status in statuses:
            found = spots.by_status[status]
            print(f"\n{label(status)}: {len(found)}")
            if found:
                told = since.get(status, "laatste bron")
                header = ("code", "gemeente", "inwoners", region, told, "dichtstbijzijnde programma", "km")
                print_table(header, [_line(ds, spots, s) for s in found])
    names = programme_names(ds, spots.report.on)
    national = ", ".join(dict.fromkeys(names[c.programme_id] for c in spots.report.national))
    print(f"\nLandelijk, voor een deel van de doelgroep: {national or 'geen programma met recent bewijs'}")
    return 0


def _line(ds: Dataset, spots: Spots, spot: Spot) -> tuple[Any, ...]:
    near = spot.nearest
    return (
        spot.row.code,
        spot.row.name,
        spot.row.inhabitants,
        spot.row.duup_region if spots.report.on >= duup_start(ds) else spot.row.duvo_region,
        since_told(spot),
        f"{in_words(ds, near.programmes, spots.report.on)} ({near.name})" if near else "",
        near.km if near else "",
    )
