"""An inventory with one open round, for what is measured of the form and of the response."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from coverage.dates import today
from coverage.inventory.actors import Desk
from coverage.inventory.invitations import Letter
from coverage.inventory.rounds import Dates, asked_organisations, invite, open_round
from coverage.inventory.store import Store
from coverage.inventory.store_setup import init_store
from coverage.inventory.subjects import Tables

ROUND = "meting"


@dataclass(frozen=True, slots=True)
class OneRound:
    """The address of the database, the store that is open on it, and the letters to the centre municipalities."""

    url: str
    store: Store
    letters: tuple[Letter, ...]


def one_round(folder: Path, tables: Tables) -> OneRound:
    """Make a SQLite file in ``folder`` in which the 18 were just asked; the caller closes the store."""
    url, desk = f"sqlite:///{folder / 'inventory.sqlite'}", Desk("laptop")
    store = init_store(url)
    open_round(store, desk, ROUND, asked_organisations(tables, "centres"), Dates(today() + timedelta(9), today()))
    return OneRound(url, store, tuple(invite(store, desk, ROUND)))
