"""A round in the made-up country of ``tests/small_package.py``, and people who answer in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from form_client import Client
from starlette.applications import Starlette

from coverage.dataset.problems import read_strings
from coverage.dates import today
from coverage.forms.routes import form_routes
from coverage.inventory.actors import Desk
from coverage.inventory.book import Book
from coverage.inventory.invitations import Letter
from coverage.inventory.rounds import Dates, asked_organisations, invite, open_round
from coverage.inventory.store import Store
from coverage.inventory.store_setup import init_store

ANNA, BERT = Desk("desk:anna"), Desk("desk:bert")
ROUND = "2026-najaar"
CENTRE, OTHER_CENTRE, TOWN = "GM9001", "GM9007", "GM9002"
DAYS = Dates(today() + timedelta(28), today(), today() + timedelta(50), today() + timedelta(60))


@dataclass
class Played:
    """A round that is open: the application, its store, the package, and the letters by organisation."""

    app: Starlette
    store: Store
    package: Path
    letters: dict[str, Letter]

    def client(self, organisation: str = CENTRE, scheme: str = "http") -> Client:
        """Someone of an organisation who came in with the code."""
        made = Client(self.app, scheme)
        letter = self.letters[organisation]
        made.get(self.home(organisation))
        made.submit(code=letter.code)
        assert made.page is not None and made.page.status == 200, made.page
        return made

    def home(self, organisation: str = CENTRE) -> str:
        return f"/base/opgave/{self.letters[organisation].link}"

    def book(self) -> Book:
        with self.store.reading() as connection:
            return self.store.book(connection)


def play(package: Path, folder: Path) -> Played:
    """A round that was opened now, with invitations; its database is made in ``folder``."""
    store = init_store(f"sqlite:///{folder / 'inventory.sqlite'}")
    strings = read_strings(package)[0]
    asked = asked_organisations(strings, [CENTRE, OTHER_CENTRE, TOWN])
    open_round(store, ANNA, ROUND, asked, DAYS)
    letters = {letter.organisation: letter for letter in invite(store, ANNA, ROUND)}
    return Played(Starlette(routes=form_routes("/base", lambda: store)), store, package, letters)
