"""An inventory of each kind of database, that was just made."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from databases import cluster, database_address, postgres_url, psql  # noqa: F401 fixtures of all tests here

from coverage.inventory.store import Store
from coverage.inventory.store_setup import init_store


@pytest.fixture
def store(database_address: str) -> Iterator[Store]:  # noqa: F811
    """An inventory that was just made."""
    made = init_store(database_address)
    yield made
    made.close()


@pytest.fixture
def sqlite_store(tmp_path: Path) -> Iterator[Store]:
    """The same on SQLite only, for what does not depend on the database."""
    made = init_store(f"sqlite:///{tmp_path / 'inventory.sqlite'}")
    yield made
    made.close()
