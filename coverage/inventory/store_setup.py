"""Making, bringing up to date and opening the database of the inventory, and who may do what in PostgreSQL."""

from __future__ import annotations

import os
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from coverage.inventory import DEFAULT, NONE, VARIABLE, InventoryAwayError, InventoryConfigError
from coverage.inventory.store import Store

WRITER, READER = "coverage_writer", "coverage_reader"  # roles of PostgreSQL, granted to whoever logs in
_MIGRATIONS = Path(__file__).parent / "migrations"


def database_url(given: str | None = None) -> URL:
    """The database: ``given``, else ``$COVERAGE_INVENTORY``, else a SQLite file in ``var/``.

    InventoryConfigError when it is neither SQLite in a file nor PostgreSQL through psycopg.
    """
    wanted = given or os.environ.get(VARIABLE) or f"sqlite:///{DEFAULT}"
    if wanted == NONE:
        raise InventoryConfigError(f"{VARIABLE} is {NONE}: dit proces heeft geen inventaris; noem een database")
    try:
        url = make_url(wanted)
    except ArgumentError:
        raise InventoryConfigError(
            f"{VARIABLE} is geen adres van een database; schrijf sqlite:///pad/naar/bestand of postgresql+psycopg://…"
        ) from None
    if url.drivername not in {"sqlite", "postgresql+psycopg"}:
        raise InventoryConfigError(f"{VARIABLE}: {url.drivername} kan niet; kies sqlite of postgresql+psycopg")
    if url.drivername == "sqlite" and url.database in {None, "", ":memory:"}:
        raise InventoryConfigError(f"{VARIABLE}: noem een bestand, bijvoorbeeld sqlite:///var/inventory.sqlite")
    return url


def _alembic(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    config.attributes["connection"] = connection
    return config


def init_store(given: str | None = None) -> Store:
    """Make the database, or bring it up to date; on PostgreSQL as its owner, with the roles of writers and readers."""
    url = database_url(given)
    if url.drivername == "sqlite" and url.database:
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    store = Store(url)
    try:
        with store.writing() as connection:
            command.upgrade(_alembic(connection), "head")
            if not store.is_sqlite:
                _grant(connection)
    except (InventoryAwayError, DBAPIError) as error:
        raise _unusable(url, error) from error
    return store


def open_store(given: str | None = None) -> Store:
    """The database as it stands; InventoryConfigError, in one line, when it cannot be used or is not up to date."""
    url = database_url(given)
    if url.drivername == "sqlite" and not Path(url.database or "").is_file():
        raise InventoryConfigError("Er is nog geen inventaris; maak hem met 'python -m coverage inventory init'.")
    store = Store(url)
    try:
        with store.reading() as connection:
            here = MigrationContext.configure(connection).get_current_revision()
            head = ScriptDirectory(str(_MIGRATIONS)).get_current_head()
    except (InventoryAwayError, DBAPIError) as error:
        raise _unusable(url, error) from error
    if here != head:
        raise InventoryConfigError(
            f"De inventaris heeft versie {here or 'geen'} en dit programma {head}; "
            "draai 'python -m coverage inventory init' als eigenaar."
        )
    return store


def _unusable(url: URL, error: Exception) -> InventoryConfigError:
    cause = error.__cause__ if isinstance(error, InventoryAwayError) else error
    why = " ".join(str(getattr(cause, "orig", cause)).split())[:200]
    return InventoryConfigError(f"De database {url.render_as_string(hide_password=True)} is niet te gebruiken: {why}")


_ROLE = (
    "DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{role}') THEN CREATE ROLE {role}; END IF; END $$"
)


def _grant(connection: Connection) -> None:
    """What writers and readers may do: a writer adds to the log and cannot change it, a reader sees no secret."""
    for role in (WRITER, READER):
        connection.execute(text(_ROLE.format(role=role)))
        connection.execute(text(f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {role}"))
    for statement in (
        "REVOKE ALL ON event, event_text, invitation, draft, form_session FROM PUBLIC",
        f"GRANT SELECT, INSERT ON event, event_text TO {WRITER}",
        f"GRANT DELETE ON event_text TO {WRITER}",  # only after an event of kind redacted: a trigger sees to it
        f"GRANT SELECT, INSERT, UPDATE ON invitation TO {WRITER}",
        f"GRANT SELECT, INSERT, UPDATE, DELETE ON draft, form_session TO {WRITER}",
        f"GRANT SELECT ON alembic_version, accepted_text TO {WRITER}, {READER}",
        f"GRANT SELECT ON event TO {READER}",
    ):
        connection.execute(text(statement))
