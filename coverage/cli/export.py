"""``export``: take the data, a view or the whole static edition along as files."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from coverage.cli.output import CommandError, Commands, add_date
from coverage.dataset import Dataset, current
from coverage.exports.formats import FORMATS, Request, RequestError, make
from coverage.exports.writing import told, write_file
from coverage.geography.lineage import division_at
from coverage.geography.names import NameProblem, resolve
from coverage.i18n import number


def register(commands: Commands) -> None:
    """Add the command."""
    held = "; ".join(f"{f.name}: {f.holds()}" for f in FORMATS.values())
    command = commands.add_parser("export", help="schrijf gegevens, kaarten of de statische editie naar bestanden")
    kinds = command.add_mutually_exclusive_group(required=True)
    kinds.add_argument("--format", choices=tuple(FORMATS), help=held)
    kinds.add_argument("--static", type=Path, metavar="MAP", help="de statische editie: HTML zonder script")
    command.add_argument("--out", type=Path, metavar="BESTAND", help="waarheen (bij --format)")
    command.add_argument("--municipality", metavar="NAAM", help="gemeente, waar het formaat dat kent")
    command.add_argument("--region", type=int, metavar="NUMMER", help="DUUP-regio, waar het formaat dat kent")
    add_date(command)
    command.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    ds = current()
    try:
        return _static(ds, arguments) if arguments.static else _file(ds, arguments)
    except RequestError as error:
        raise CommandError(str(error)) from error


def _file(ds: Dataset, arguments: argparse.Namespace) -> int:
    if arguments.out is None:
        raise CommandError("Zeg met --out waar het bestand moet komen.")
    code = _municipality(ds, arguments) if arguments.municipality else ""
    request = Request(arguments.date, arguments.max_age, code, arguments.region)
    with told(arguments.out):  # some formats are made in a temporary file
        content = make(ds, arguments.format, request)
    write_file(arguments.out, content)
    kind = FORMATS[arguments.format]
    print(f"{arguments.out}: {number(len(content) / 1000)} kB ({kind.holds()})")
    if caution := kind.caution():
        print(caution, file=sys.stderr)
    return 0


def _municipality(ds: Dataset, arguments: argparse.Namespace) -> str:
    try:
        return resolve(ds, arguments.municipality, arguments.date).codes_in(division_at(ds, arguments.date).id)[0]
    except NameProblem as problem:
        raise CommandError(str(problem)) from problem


def _static(ds: Dataset, arguments: argparse.Namespace) -> int:
    from coverage.exports.static_site.write import write_site  # templates are read only when asked for

    if arguments.out is not None or arguments.municipality or arguments.region is not None:
        raise CommandError("--static kent geen --out, --municipality of --region.")
    written = write_site(ds, arguments.static, arguments.date, arguments.max_age, _progress)
    print(
        f"{arguments.static}: {written.pages} pagina's en {written.files - written.pages} andere bestanden, "
        f"samen {number(written.total / 1e6, 1)} MB, in {number(written.seconds, 1)} s.\n"
        f"Per pagina met alles wat zij laadt: gemiddeld {number(written.mean_page / 1000)} kB, "
        f"hoogstens {number(written.largest_page / 1000)} kB ({written.largest_name})."
    )
    return 0


def _progress(done: int, total: int) -> None:
    """One line that counts up, for someone who waits at a terminal."""
    if sys.stderr.isatty():
        print(f"\r{done} van {total} pagina's", end="\n" if done == total else "", file=sys.stderr, flush=True)
