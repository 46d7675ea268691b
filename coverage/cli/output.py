"""What commands share: options, error and output formats."""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from coverage.analysis.status import DEFAULT_MAX_AGE, MAX_AGE_LIMIT
from coverage.dataset import DATA
from coverage.dataset.newest import DATA_VARIABLE
from coverage.dates import parse_day, today

Commands = argparse._SubParsersAction  # the type argparse gives no public name


class CommandError(Exception):
    """A question that cannot be answered as asked; the message says why and what to do."""


def any_day(text: str) -> date:
    """A full ISO date, as an argparse type."""
    try:
        return parse_day(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"{text!r} is geen datum; schrijf jjjj-mm-dd, bijvoorbeeld 2013-07-01"
        ) from None


def json_day(text: str) -> date:
    """A full ISO date up to today, as an argparse type: of a later day nobody can know anything yet."""
    value = any_day(text)
    if value > today():
        raise argparse.ArgumentTypeError(f"{text} ligt in de toekomst; daar kan niemand al iets over weten")
    return value


def age(text: str) -> int:
    """A claim age limit in whole years, as an argparse type."""
    if not text.isdecimal() or int(text) > MAX_AGE_LIMIT:
        raise argparse.ArgumentTypeError(f"{text!r} is geen aantal jaren van 0 tot en met {MAX_AGE_LIMIT}")
    return int(text)


def add_format(command: argparse.ArgumentParser) -> None:
    """The option ``--format``."""
    command.add_argument("--format", choices=("table", "json"), default="table", help="tabel om te lezen, of JSON")


def add_date(command: argparse.ArgumentParser) -> None:
    """The options ``--date`` and ``--max-age``."""
    command.add_argument("--date", type=json_day, default=today(), metavar="JJJJ-MM-DD", help="peildatum (vandaag)")
    add_max_age(command)


def add_max_age(command: argparse.ArgumentParser) -> None:
    """The option ``--max-age``."""
    command.add_argument(
        "--max-age",
        type=age,
        default=DEFAULT_MAX_AGE,
        metavar="JAREN",
        help=f"hoe oud een bewijs mag zijn om nog te tellen ({DEFAULT_MAX_AGE})",
    )


def add_data(command: argparse.ArgumentParser) -> None:
    """The option ``--data``: which package; by default the one in use."""
    in_use = Path(os.environ.get(DATA_VARIABLE) or DATA)
    command.add_argument("--data", type=_package, default=in_use, metavar="MAP", help="map met het datapakket (data/)")


def _package(text: str) -> Path:
    # isdir: false for what can be no path at all. What is missing of a package is for check to tell.
    if not os.path.isdir(text) or not any(Path(text).glob("*.csv")):  # noqa: PTH112
        raise argparse.ArgumentTypeError(f"{text!r} is geen map met een datapakket: er staan geen tabellen (CSV) in")
    return Path(text)


def print_json(value: Any) -> None:
    """JSON with readable characters and a stable order."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def print_table(header: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Aligned columns; numbers to the right."""
    cells = [[str(c) for c in row] for row in rows]
    widths = [max([len(h), *(len(r[i]) for r in cells)]) for i, h in enumerate(header)]
    numeric = [all(isinstance(r[i], int | float) for r in rows) and bool(rows) for i in range(len(header))]
    for line in [list(header), *cells]:
        padded = (c.rjust(w) if n else c.ljust(w) for c, w, n in zip(line, widths, numeric, strict=True))
        print("  ".join(padded).rstrip())
