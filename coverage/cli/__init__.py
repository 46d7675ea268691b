"""The command line: the same answers as the pages, for scripts.

Each module of this package adds one or a few commands through ``register``. Exit codes: 0 done,
1 the data or the answer has problems, 2 the question was not understood.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from coverage.cli import (
    add,
    allocate,
    answer,
    compare,
    corrections,
    derive,
    edition,
    expires,
    export,
    fragile,
    gaps,
    inventory,
    profile,
    programmes,
    region,
    regions,
    results,
    route,
    status,
    white_spots,
)
from coverage.cli.argparse_inside import speak_dutch
from coverage.cli.output import CommandError
from coverage.dataset import DatasetError
from coverage.exports.writing import WriteError
from coverage.inventory import InventoryError, is_configured
from coverage.sender import SenderError

COMMANDS = (
    derive, add, regions, region, status, profile, answer, allocate, white_spots, compare, edition, fragile, expires,
    gaps, route, programmes, results, export, corrections, inventory,
)  # fmt: skip


def parser(word: str = "") -> argparse.ArgumentParser:
    """All commands with their options; only the one of ``word`` when its module has that name, which is sooner made."""
    speak_dutch()
    modules = [module for module in COMMANDS if module.__name__.rpartition(".")[2].replace("_", "-") == word]
    top = argparse.ArgumentParser(
        prog="python -m coverage", description="Landelijke dekking van uitstapprogramma's voor sekswerkers."
    )
    commands = top.add_subparsers(dest="command", required=True, metavar="opdracht")
    for module in modules or COMMANDS:
        module.register(commands)
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    words = sys.argv[1:] if argv is None else argv
    arguments = parser(next(iter(words), "")).parse_args(words)
    try:
        if arguments.command != "inventory" and is_configured():
            from coverage.inventory.overlay import connect  # a command without an inventory loads no database

            connect()
        return int(arguments.run(arguments))
    except CommandError as error:
        print(error, file=sys.stderr)
        return 2
    except (DatasetError, WriteError, InventoryError, SenderError) as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:
        return 0
