"""What the database keeps, whatever is tried: the same on SQLite and PostgreSQL."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError

from coverage.inventory import InventoryAwayError, InventoryConfigError
from coverage.inventory.chain import EventKind, NewEvent, chain_problems
from coverage.inventory.store import Store
from coverage.inventory.store_setup import READER, WRITER, init_store, open_store

COPY = "kind, at, actor, about, round, payload, digests, salt, prev_hash"


def _append(store: Store, n: int = 1) -> None:
    payload = {"organisation": "GM0518"}
    with store.writing() as connection:
        for i in range(n):
            store.append(connection, NewEvent(f"e{i}", EventKind.REMINDED, "desk:a", payload, {"remark": "hoi"}))


def test_events_come_back_as_they_were_written_in_an_unbroken_chain(store: Store) -> None:
    _append(store, 3)
    with store.reading() as connection:
        events = store.events(connection)
        assert store.head(connection) == (3, events[-1].hash)
    assert [e.seq for e in events] == [1, 2, 3]
    assert events[0].texts == {"remark": "hoi"} and events[0].payload == {"organisation": "GM0518"}
    assert list(chain_problems(events)) == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET actor = 'x'",
        "DELETE FROM event WHERE seq = 2",
        "DELETE FROM event_text",
        "UPDATE event_text SET text = 'x'",
        f"INSERT OR REPLACE INTO event SELECT seq, event_id, {COPY}, 'x' FROM event WHERE seq = 1",
        "TRUNCATE event CASCADE",
        f"INSERT INTO event SELECT 9, 'fork', {COPY}, 'x' FROM event WHERE seq = 2",
    ],
)
def test_what_was_written_cannot_be_changed(store: Store, statement: str) -> None:
    """Also by INSERT OR REPLACE, which passes triggers unless they are recursive; and the chain cannot fork."""
    _append(store, 3)
    refusal = (DBAPIError, InventoryAwayError)  # SQLite knows no TRUNCATE
    with pytest.raises(refusal), store.writing() as connection:
        connection.execute(text(statement))
    with store.reading() as connection:
        events = store.events(connection)
    assert len(events) == 3 and list(chain_problems(events)) == []


def test_a_transaction_that_fails_leaves_nothing(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.writing() as connection:
        store.append(connection, NewEvent("e", EventKind.REMINDED, "desk:a"))
        _ = 1 / 0
    with store.reading() as connection:
        assert store.events(connection) == []


def test_an_event_is_written_once(store: Store) -> None:
    _append(store)
    with pytest.raises(DBAPIError):
        _append(store)


def test_initialising_again_changes_nothing(database_address: str) -> None:
    store = init_store(database_address)
    _append(store, 2)
    store.close()
    again = init_store(database_address)
    with again.reading() as connection:
        assert again.head(connection)[0] == 2
    again.close()
    open_store(database_address).close()


def _login(url: str, role: str) -> str:
    """A user that holds a role, as the deployment makes one; the name is new since users are of the whole cluster."""
    name = f"u{url.rpartition('/')[2]}_{role[-6:]}"
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text(f"CREATE ROLE {name} LOGIN IN ROLE {role}"))
    engine.dispose()
    return url.replace("owner@", f"{name}@")


def test_on_postgresql_a_writer_adds_and_cannot_undo(postgres_url: str) -> None:
    init_store(postgres_url).close()
    writer = open_store(_login(postgres_url, WRITER))
    _append(writer, 2)
    for statement in (
        "UPDATE event SET actor = 'x'", "DELETE FROM event", "TRUNCATE event CASCADE", "DROP TABLE event",
        "ALTER TABLE event DISABLE TRIGGER ALL",
    ):  # fmt: skip
        with pytest.raises(DBAPIError, match=r"permission denied|must be owner"), writer.writing() as connection:
            connection.execute(text(statement))
    writer.close()


def test_on_postgresql_a_reader_sees_no_secret_and_writes_nothing(postgres_url: str) -> None:
    owner = init_store(postgres_url)
    _append(owner)
    owner.close()
    reader = open_store(_login(postgres_url, READER))
    with reader.reading() as connection:
        assert [e.texts for e in reader.accepted_events(connection)] == [{}]
    for statement in ("SELECT * FROM invitation", "SELECT * FROM draft", "SELECT * FROM event_text"):
        with pytest.raises(DBAPIError, match="permission denied"), reader.reading() as connection:
            connection.execute(text(statement))
    with pytest.raises(DBAPIError, match="permission denied"):
        _append(reader)
    reader.close()


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("onzin", "geen adres"),
        ("mysql://host/db", "kan niet"),
        ("sqlite://", "noem een bestand"),
        ("sqlite:///does/not/exist.sqlite", "nog geen inventaris"),
        ("postgresql+psycopg://someone:secret@127.0.0.1:1/none", "niet te gebruiken"),
    ],
)
def test_a_wrong_configuration_is_one_clear_line_without_the_password(address: str, says: str) -> None:
    with pytest.raises(InventoryConfigError) as told:
        open_store(address)
    assert says in str(told.value) and "\n" not in str(told.value) and "secret" not in str(told.value)


def test_a_database_that_was_not_made_says_what_to_do(tmp_path) -> None:
    (tmp_path / "empty.sqlite").touch()
    with pytest.raises(InventoryConfigError, match="inventory init"):
        open_store(f"sqlite:///{tmp_path / 'empty.sqlite'}")


def test_a_copy_of_the_one_file_of_sqlite_holds_what_was_written_once_it_settled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also while connections are kept; writing plans it, and a file that is gone is not made again."""
    planned: list[Callable[[], None]] = []

    class Planned:
        def __init__(self, _seconds: float, act: Callable[[], None]) -> None:
            planned.append(act)

        def start(self) -> None:
            """Left to the test."""

        def cancel(self) -> None:
            """Nothing waits."""

    monkeypatch.setattr("coverage.inventory.store.Timer", Planned)
    file, copy = tmp_path / "inventory.sqlite", tmp_path / "copy.sqlite"
    store = init_store(f"sqlite:///{file}")
    planned.pop()()

    def copied() -> int:
        shutil.copy(file, copy)
        with closing(sqlite3.connect(copy)) as connection:
            found: int = connection.execute("SELECT count(*) FROM event").fetchone()[0]
        copy.unlink()
        return found

    _append(store, 3)
    with store.writing() as connection:
        store.append(connection, NewEvent("later", EventKind.REMINDED, "desk:a"))
    assert copied() == 0
    (settle,) = planned  # once for both
    settle()
    assert copied() == 4
    with store.writing() as connection:
        store.append(connection, NewEvent("last", EventKind.REMINDED, "desk:a"))
    assert len(planned) == 2
    file.rename(tmp_path / "elsewhere.sqlite")
    settle()
    assert not file.exists()
    store.close()
