"""``edition``: freeze what the product says now, list what was frozen, and say what is different since."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import Any

from coverage.analysis.editions.edition import Difference, Edition, Since, difference, edition, editions, freeze, since
from coverage.analysis.editions.sentences import describe_edition, editions_answer
from coverage.cli.output import CommandError, Commands, add_format, json_day, print_json, print_table
from coverage.dataset import current
from coverage.dataset.editions import FOLDER, EditionError
from coverage.dates import today
from coverage.exports.writing import told
from coverage.i18n import label
from coverage.vocabulary import ChangeKind, Status

LISTS = tuple(kind for kind in ChangeKind if kind is not ChangeKind.SAME)


def register(commands: Commands) -> None:
    """Add the command and its three actions."""
    command = commands.add_parser("edition", help="edities: vastleggen, opsommen en vergelijken")
    actions = command.add_subparsers(dest="action", required=True, metavar="actie")
    make = actions.add_parser("freeze", help="leg vast wat er nu per gemeente geldt; verandert daarna nooit")
    make.add_argument("name", metavar="NAAM", help="3 tot 40 kleine letters, cijfers en streepjes: 2026-najaar")
    make.add_argument("--date", type=json_day, default=today(), metavar="JJJJ-MM-DD", help="datum (vandaag)")
    make.set_defaults(run=_asked(_freeze))
    known = actions.add_parser("list", help="de vastgelegde edities")
    add_format(known)
    known.set_defaults(run=_asked(_list))
    compare = actions.add_parser("diff", help="wat is er anders: tussen twee edities, of sinds een editie")
    compare.add_argument("first", metavar="EDITIE", help="de eerdere editie")
    compare.add_argument("second", metavar="EDITIE", nargs="?", help="de latere editie (zonder: de gegevens van nu)")
    compare.add_argument("--date", type=json_day, default=today(), metavar="JJJJ-MM-DD", help="peildatum (vandaag)")
    add_format(compare)
    compare.set_defaults(run=_asked(_diff))


def _asked(run: Any) -> Any:
    """The action, with what cannot be done told as a question that was not understood."""

    def asked(arguments: argparse.Namespace) -> int:
        try:
            run(arguments)
        except EditionError as error:
            raise CommandError(str(error)) from error
        return 0

    return asked


def _freeze(arguments: argparse.Namespace) -> None:
    ds = current()
    with told(ds.path / FOLDER / f"{arguments.name}.json"):
        made = freeze(ds, arguments.name, arguments.date)
    counts = ", ".join(f"{label(s)} {n}" for s, n in made.taken.now.counts().items())
    print(f"Editie {made.name} vastgelegd: {made.on.isoformat()}, sha256 {made.sha256}")
    print(f"{len(made.taken.now.rows)} gemeenten ({counts}); {len(made.taken.moments)} peildatums")


def edition_as_json(one: Edition) -> dict[str, Any]:
    """What ``edition list`` prints of an edition."""
    return {
        "name": one.name,
        "date": one.on.isoformat(),
        "dataset_edition": one.taken.dataset_edition,
        "max_age_years": one.taken.max_age,
        "rule": one.taken.rule,
        "sha256": one.sha256,
        "moments": [d.isoformat() for d in sorted(one.taken.moments)],
        "counts": {s.value: n for s, n in one.taken.now.counts().items()},
        "budget": one.taken.amounts.budget,
    }


def _list(arguments: argparse.Namespace) -> None:
    found = editions(current())
    if arguments.format == "json":
        print_json([edition_as_json(e) for e in found])
        return
    evidenced = (Status.EVIDENCED_HERE, Status.EVIDENCED_REGION)
    print_table(
        ("editie", "datum", "aangetoond", "gemeenten", "gegevens", "sha256"),
        [
            (
                e.name, e.on.isoformat(), sum(e.taken.now.counts()[s] for s in evidenced), len(e.taken.now.rows),
                e.taken.dataset_edition, e.sha256[:16],
            )
            for e in found
        ],
    )  # fmt: skip


def _told(found: Iterable[Difference]) -> list[dict[str, Any]]:
    return [
        {
            "code": d.code, "name": d.now.name, "status_then": d.then.status.value, "status_now": d.now.status.value,
            "programmes_then": list(d.then.programmes), "programmes_now": list(d.now.programmes),
            "groups_then": [g.value for g in d.then.groups], "groups_now": [g.value for g in d.now.groups],
        }
        for d in found
    ]  # fmt: skip


def since_as_json(found: Since) -> dict[str, Any]:
    """What ``edition diff --format json`` prints beside the names."""
    return {
        "base": found.base.isoformat(),
        "to": found.on.isoformat(),
        **{k.value: [{"code": c, "name": n} for c, n in found.of(k).items()] for k in LISTS},
        "learned": _told(found.learned),
        "corrected": _told(found.corrected),
        "reworded": _told(found.reworded),
        "groups": _told(found.groups),
        "amounts": [{"number": n, "name": w, "before": b, "after": a} for n, (w, b, a) in found.amounts.items()],
    }


def _diff(arguments: argparse.Namespace) -> None:
    ds = current()
    first = edition(ds, arguments.first)
    second = edition(ds, arguments.second) if arguments.second else None
    if second and second.on < first.on:
        raise EditionError(f"{second.name} ({second.on}) is eerder dan {first.name} ({first.on}); draai de twee om.")
    found = difference(first.taken, second.taken) if second else since(ds, first, arguments.date)
    if arguments.format == "json":
        print_json({"from": first.name, "second": second.name if second else None, **since_as_json(found)})
        return
    print(editions_answer(found, first.name))
    for kind in LISTS:
        if found.of(kind):
            print(f"\n{label(kind)}: {', '.join(found.of(kind).values())}")
    for title, rows in (("bijgeleerd", found.learned), ("gecorrigeerd", found.corrected)):
        if rows:
            print(f"\n{title}:")
            print_table(
                ("code", "gemeente", "wat er anders is"), [(d.code, d.now.name, describe_edition(ds, d)) for d in rows]
            )
