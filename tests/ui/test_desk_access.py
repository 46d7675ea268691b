"""A desk that is configured wrongly starts nothing, and says in one line why."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import streamlit as st
from streamlit import config

from coverage.ui.web import desk_access

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def inventory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COVERAGE_INVENTORY", f"sqlite:///{tmp_path / 'i.sqlite'}")


@pytest.mark.parametrize(
    ("address", "fits"), [("127.0.0.1", True), ("localhost", True), ("0.0.0.0", False), ("", False)]
)
def test_a_laptop_desk_is_for_the_loopback_address(monkeypatch: pytest.MonkeyPatch, address: str, fits: bool) -> None:
    monkeypatch.setenv("COVERAGE_DESK", "laptop")
    before = config.get_option("server.address")
    config.set_option("server.address", address or None)
    try:
        problem = desk_access.desk_problem()
    finally:
        config.set_option("server.address", before)
    assert (problem == "") is fits and "\n" not in problem


def test_signing_in_needs_its_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COVERAGE_DESK", "oidc")
    monkeypatch.setattr(st, "secrets", {})
    assert "client_id" in desk_access.desk_problem()
    settings = dict.fromkeys(desk_access._SETTINGS, "x") | {"redirect_uri": "http://desk.example/oauth2callback"}
    monkeypatch.setattr(st, "secrets", {"auth": settings})
    assert "https://" in desk_access.desk_problem()
    monkeypatch.setattr(st, "secrets", {"auth": settings | {"redirect_uri": "https://desk.example/oauth2callback"}})
    assert desk_access.desk_problem() == ""


def test_other_words_and_a_desk_without_an_inventory_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COVERAGE_DESK", "ja")
    assert "schrijf laptop of oidc" in desk_access.desk_problem()
    monkeypatch.setenv("COVERAGE_DESK", "laptop")
    monkeypatch.setenv("COVERAGE_INVENTORY", "none")
    assert "geen inventaris" in desk_access.desk_problem()
    assert not desk_access.has_desk()


def test_the_server_refuses_to_start_in_one_line() -> None:
    code = "import asyncio\nfrom coverage.ui.web.warm import warm\nasyncio.run(warm(None).__aenter__())"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=os.environ | {"COVERAGE_DESK": "laptop"}, capture_output=True,
        text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 1
    assert [line for line in done.stderr.splitlines() if "COVERAGE_DESK" in line] == done.stderr.splitlines()[-1:]
