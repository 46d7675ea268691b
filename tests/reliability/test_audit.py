"""The audit of dependencies, against a database of our own; and that the product tells nobody about its readers."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import tomllib
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
Answer = Callable[[dict[str, Any]], Any]
REQUIREMENTS = "streamlit==1.67.0   # pages\nuvloop==0.23.0; sys_platform != 'win32'\n# a remark==1\n"


@pytest.fixture
def database() -> Iterator[tuple[str, dict[str, Any]]]:
    """Address of a database, and what it hears and answers: ``answer`` takes what was asked."""
    state: dict[str, Any] = {"asked": [], "answer": lambda asked: {"results": [{} for _ in asked["queries"]]}}

    class Database(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            state["asked"] += asked["queries"]
            self.send_response(200)
            self.end_headers()
            self.wfile.write(json.dumps(state["answer"](asked)).encode())

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Database) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/", state
        server.shutdown()


def audit(database: str, root: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / ".ci" / "audit.py"), "--database", database, "--root", str(root), *options]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    (tmp_path / "requirements.txt").write_text(REQUIREMENTS)
    return tmp_path


def test_every_pin_is_asked_and_nothing_else_is_told(database: tuple[str, dict[str, Any]], clone: Path) -> None:
    address, state = database
    done = audit(address, clone)
    assert (done.returncode, done.stdout) == (0, "Audited 2 packages: 0 known weaknesses, 0 accepted.\n")
    names = {"streamlit": "1.67.0", "uvloop": "0.23.0"}
    expected = [{"package": {"name": n, "ecosystem": "PyPI"}, "version": v} for n, v in names.items()]
    assert state["asked"] == expected


def test_a_known_weakness_fails_and_is_named(database: tuple[str, dict[str, Any]], clone: Path) -> None:
    address, state = database
    state["answer"] = lambda _asked: {"results": [{"vulns": [{"id": "GHSA-aaaa"}, {"id": "PYSEC-1"}]}, {}]}
    done = audit(address, clone)
    assert done.returncode == 1
    assert "streamlit 1.67.0: https://osv.dev/vulnerability/GHSA-aaaa\n" in done.stdout
    assert "2 known weaknesses" in done.stdout


@pytest.mark.parametrize("answer", [{}, {"results": []}, {"results": [{}]}])
def test_an_answer_about_less_than_was_asked_is_no_audit(
    database: tuple[str, dict[str, Any]], clone: Path, answer: object
) -> None:
    address, state = database
    state["answer"] = lambda _asked: answer
    done = audit(address, clone)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith("NOT AUDITED: ")


def test_without_a_network_it_says_so_and_does_not_stop_the_build(clone: Path) -> None:
    nowhere = "http://127.0.0.1:9/"
    done = audit(nowhere, clone)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith(f"NOT AUDITED: {nowhere} gives no answer from here")
    assert audit(nowhere, clone, "--required").returncode == 1


def test_no_telemetry_and_no_questions_to_others() -> None:
    """What Streamlit would tell its makers or ask another company is off; the browser tests prove the rest."""
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))
    assert settings["browser"] == {"gatherUsageStats": False, "serverAddress": "localhost"}
    assert settings["client"]["showErrorLinks"] is False
    assert settings["client"]["showErrorDetails"] == "none"
