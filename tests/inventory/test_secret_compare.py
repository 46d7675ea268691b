"""What is secret is compared in a time that tells nothing, it is that comparison which decides, and an unknown link
costs the same work as a known one."""

from __future__ import annotations

import hashlib
import hmac
from datetime import timedelta
from pathlib import Path

import pytest
from small_package import write_package

from coverage.dataset.problems import read_strings
from coverage.dates import today
from coverage.inventory.actors import Desk
from coverage.inventory.invitations import Letter
from coverage.inventory.rounds import Dates, asked_organisations, invite, open_round
from coverage.inventory.sessions import csrf_of, start_session
from coverage.inventory.store import Store


@pytest.fixture
def letter(sqlite_store: Store, tmp_path: Path) -> Letter:
    """An invitation that is open."""
    strings = read_strings(write_package(tmp_path / "data"))[0]
    desk = Desk("desk:anna")
    asked = asked_organisations(strings, ["GM9001"])
    open_round(sqlite_store, desk, "najaar", asked, Dates(today() + timedelta(9), today()))
    return invite(sqlite_store, desk, "najaar")[0]


class _Watched:
    """Counts slow hashes, and keeps what was compared; says of it what it is told to, or else the truth."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.hashes = 0
        self.compared: list[tuple] = []
        self.says: bool | None = None
        scrypt, compare = hashlib.scrypt, hmac.compare_digest

        def hashed(*given, **named):
            self.hashes += 1
            return scrypt(*given, **named)

        def digest(one, other):
            self.compared.append((one, other))
            return compare(one, other) if self.says is None else self.says

        patch.setattr(hashlib, "scrypt", hashed)
        patch.setattr(hmac, "compare_digest", digest)


def test_a_code_is_let_in_by_that_comparison_alone(
    sqlite_store: Store, letter: Letter, monkeypatch: pytest.MonkeyPatch
) -> None:
    watched = _Watched(monkeypatch)
    watched.says = False
    assert start_session(sqlite_store, letter.link, letter.code) is None  # with == it would have opened
    watched.says = True
    assert start_session(sqlite_store, letter.link, "AAAAAAAA") is not None
    assert start_session(sqlite_store, "x" * 22, letter.code) is None  # never without an invitation


def test_right_wrong_and_unknown_cost_the_same(
    sqlite_store: Store, letter: Letter, monkeypatch: pytest.MonkeyPatch
) -> None:
    watched = _Watched(monkeypatch)
    tried = ((letter.link, letter.code), (letter.link, "AAAAAAAA"), (letter.link, "é" * 40), ("x" * 22, letter.code))
    assert [start_session(sqlite_store, *t) is not None for t in tried] == [True, False, False, False]
    assert watched.hashes == len(tried) == len(watched.compared)
    assert {(len(one), len(other)) for one, other in watched.compared} == {(64, 64)}


def test_the_token_of_a_form_is_compared_so_too(
    sqlite_store: Store, letter: Letter, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = start_session(sqlite_store, letter.link, letter.code)
    assert session is not None and session.is_ours(csrf_of(session.token))
    watched = _Watched(monkeypatch)
    watched.says = False
    assert not session.is_ours(session.csrf())
    assert watched.compared
