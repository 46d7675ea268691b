"""A round in the made-up country of ``tests/small_package.py``, and people who answer in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from form_client import Client
from small_package import write_package
from starlette.applications import Starlette

from coverage.dataset import current
from coverage.dataset.newest import DATA_VARIABLE, add_to_snapshots
from coverage.dataset.problems import read_strings
from coverage.dates import today
from coverage.forms.routes import form_routes
from coverage.inventory.actors import Desk
from coverage.inventory.book import Book
from coverage.inventory.invitations import Letter
from coverage.inventory.overlay import show_accepted
from coverage.inventory.rounds import Dates, asked_organisations, invite, open_round
from coverage.inventory.store import Store
from coverage.inventory.store_setup import init_store

ANNA, BERT = Desk("desk:anna"), Desk("desk:bert")
ROUND = "2026-najaar"
CENTRE, OTHER_CENTRE, TOWN = "GM9001", "GM9007", "GM9002"


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


@pytest.fixture
def played(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Played]:
    package = write_package(tmp_path / "data")
    monkeypatch.setenv(DATA_VARIABLE, str(package))
    store = init_store(f"sqlite:///{tmp_path / 'inventory.sqlite'}")
    strings = read_strings(package)[0]
    asked = asked_organisations(strings, [CENTRE, OTHER_CENTRE, TOWN])
    days = Dates(today() + timedelta(28), today(), today() + timedelta(50), today() + timedelta(60))
    open_round(store, ANNA, ROUND, asked, days)
    letters = {letter.organisation: letter for letter in invite(store, ANNA, ROUND)}
    show_accepted(store)
    try:
        assert current()
        yield Played(Starlette(routes=form_routes("/base", lambda: store)), store, package, letters)
    finally:
        add_to_snapshots(None)
        store.close()
