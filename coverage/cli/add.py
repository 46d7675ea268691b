"""``add``: put a fact into the data package, from options or a filled CSV file, and say what it changes on the map."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from coverage.cli.output import CommandError, Commands, add_data, add_format, any_day, print_json
from coverage.dataset.read import read_rows
from coverage.editing import THINGS, EditError, RowChange, StatusChange, Thing, add_reorganisation, add_rows
from coverage.exports.writing import told
from coverage.i18n import label

NOT_ON_MAP = "niet op de kaart"


def register(commands: Commands) -> None:
    """Add the command, with one action for each kind of fact."""
    command = commands.add_parser("add", help="voeg een bron, programma, uitspraak of ander feit toe aan data/")
    kinds = command.add_subparsers(dest="thing", required=True, metavar="soort")
    for thing in THINGS.values():
        action = kinds.add_parser(thing.word, help=f"een rij in {thing.table}.csv")
        for word, field in thing.fields.items():
            values = f": {', '.join(map(str, field.values))}" if field.values else ""
            action.add_argument(
                f"--{word.replace('_', '-')}", metavar="TEKST", help=f"{field.description}{values}".replace("%", "%%")
            )
        if "members" in thing.extra:
            action.add_argument("--members", metavar="NAMEN", help="gemeenten, gescheiden door puntkomma's")
        action.add_argument(
            "--from", dest="file", type=Path, metavar="CSV", help="veel rijen tegelijk; de kop heeft deze woorden"
        )
        add_data(action)
        add_format(action)
        action.set_defaults(run=_run)
    event = kinds.add_parser("reorganisation", help="een herindeling: gemeenten gaan op in een andere of een nieuwe")
    event.add_argument("--date", type=any_day, required=True, metavar="JJJJ-MM-DD", help="eerste dag")
    event.add_argument("--old", required=True, metavar="NAMEN", help="wat opgaat, gescheiden door puntkomma's")
    event.add_argument(
        "--new", required=True, action="append", metavar="NAAM",
        help="waarin; een nieuwe gemeente als GM1234=Naam; bij een splitsing vaker, elk met --share",
    )  # fmt: skip
    event.add_argument(
        "--share", type=float, action="append", default=[], metavar="DEEL", help="deel van het gebied, zoals 0.6"
    )
    event.add_argument("--source", default="", metavar="BRON", help="bron; anders die van de geplande herindeling")
    event.add_argument("--note", default="", metavar="TEKST", help="opmerking")
    add_data(event)
    add_format(event)
    event.set_defaults(run=_reorganise)


def _run(arguments: argparse.Namespace) -> int:
    thing = THINGS[arguments.thing]
    words = (*thing.fields, *thing.extra)
    typed = {word: value for word in words if (value := getattr(arguments, word)) is not None}
    if arguments.file and typed:
        raise CommandError("Geef opties of --from, niet allebei.")
    try:
        rows = _filled(arguments.file, thing) if arguments.file else [typed]
        with told(arguments.data):
            change = add_rows(arguments.data, thing, rows)
    except EditError as error:
        raise CommandError(str(error)) from error
    print_change(change, arguments.format)
    return 0


def _reorganise(arguments: argparse.Namespace) -> int:
    a = arguments
    try:
        with told(a.data):
            change = add_reorganisation(a.data, a.date, a.old, a.new, a.share, a.source, a.note)
    except EditError as error:
        raise CommandError(str(error)) from error
    print_change(change, a.format)
    if len(a.new) > 1 and a.format != "json":
        print("De kaart toont de oude grenzen tot de nieuwe er zijn (docs/next-year.md).")
    return 0


def _filled(path: Path, thing: Thing) -> list[dict[str, str]]:
    """Rows of a filled file; its headings may be the words of the options or the names of the columns."""
    rows, problems = read_rows(path)
    if problems:
        raise CommandError("\n".join(str(problem) for problem in problems))
    words = {field.name: word for word, field in thing.fields.items()}
    return [
        {words.get(name := head.strip().lower().replace("-", "_"), name): text for head, text in row.items() if text}
        for row in rows
    ]


def print_change(change: RowChange, form: str) -> None:
    """Tell what was written and what the map shows now."""
    if form == "json":
        print_json(
            {
                "added": [{"table": table, "id": identifier} for table, identifier in change.added],
                "date": change.on.isoformat(),
                "changes": [_as_json(one) for one in change.statuses],
                "files": list(change.files),
                "remarks": list(change.told),
            }
        )
        return
    for table, identifier in change.added:
        print(f"Toegevoegd aan {table}.csv: {identifier}")
    for remark in change.told:
        print(f"Let op: {remark}")
    if not change.statuses:
        print(f"Op de kaart van {change.on} verandert niets.")
    for one in change.statuses:
        print(f"{one.name} ({change.on}): {_words(one.before)} → {_words(one.after)}")


def _as_json(one: StatusChange) -> dict[str, Any]:
    return {"code": one.code, "name": one.name, "before": one.before, "after": one.after}


def _words(status: Any) -> str:
    return label(status) if status else NOT_ON_MAP
