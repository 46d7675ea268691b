"""The parts of deploy/compose.yaml started without containers: what it says is what is run, on a cluster of our own.

Taken from the file: order, commands, environment, ports; from the image: command and health check. In their place: host
and name of the database, the place of the secrets, the address to listen to.
"""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlsplit

import yaml
from databases import cluster, postgres_url, psql  # noqa: F401 - fixtures
from small_package import write_package
from sqlalchemy import create_engine, text

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
PARTS: dict[str, dict[str, Any]] = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))["services"]
SECRETS = {"DATABASE_PASSWORD": "owner's", "WRITER_PASSWORD": "writer", "READER_PASSWORD": "reader"}
AUTH = """[auth]
redirect_uri = "https://werkbank.voorbeeld.example/oauth2callback"
cookie_secret = "geheim"
client_id = "werkbank"
client_secret = "geheim"
server_metadata_url = "https://aanmelden.voorbeeld.example/.well-known/openid-configuration"
"""


def order() -> list[str]:
    """The parts as compose starts them: each after what it depends on."""
    ready: list[str] = []
    while len(ready) < len(PARTS):
        ready += [n for n, part in PARTS.items() if n not in ready and set(part.get("depends_on", ())) <= set(ready)]
    return ready


def environment(name: str, database: str, auth: Path) -> dict[str, str]:
    """The variables that compose gives a part, with the places of this machine."""
    own = {n: re.sub(r"\$\{(\w+)[^}]*\}", lambda m: SECRETS[m[1]], v) for n, v in PARTS[name]["environment"].items()}
    place = urlsplit(database)
    if address := own.get("COVERAGE_INVENTORY"):
        own["COVERAGE_INVENTORY"] = address.replace("@database/inventory", f"@127.0.0.1:{place.port}{place.path}")
    if own.get("STREAMLIT_SECRETS_FILES") == f"/run/secrets/{next(iter(PARTS['desk']['secrets']))}":
        own["STREAMLIT_SECRETS_FILES"] = str(auth)
    kept = {k: v for k, v in os.environ.items() if k not in {"COVERAGE_INVENTORY", "COVERAGE_DESK"}}
    return kept | own


def python(words: list[str]) -> list[str]:
    return [sys.executable if word == "python" else word for word in words]


@contextmanager
def process(variables: dict[str, str], data: Path) -> Iterator[str]:
    """A process as the image starts it; its address, once its health check says that it is well."""
    image = (DEPLOY / "Containerfile").read_text(encoding="utf-8")
    command = json.loads(re.findall(r"^CMD (.*)$", image, re.MULTILINE)[-1])
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [w.replace("0.0.0.0", "127.0.0.1").replace("8501", str(port)) for w in python(command)]
    check = re.findall(r"urlopen\('http://127\.0\.0\.1:8501(/\w+)'", image)[0]
    variables = variables | {"COVERAGE_DATA": str(data)}
    nowhere, told = subprocess.DEVNULL, subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, env=variables, stdout=nowhere, stderr=told) as running:
        try:
            for _again in range(600):
                assert running.poll() is None, running.stderr.read().decode() if running.stderr else ""
                try:
                    with urllib.request.urlopen(f"http://127.0.0.1:{port}{check}", timeout=10) as answer:
                        assert answer.status == 200
                        break
                except OSError:  # not there yet, or busy
                    time.sleep(0.1)
            yield f"http://127.0.0.1:{port}"
        finally:
            running.terminate()


def status(address: str) -> int:
    try:
        with urllib.request.urlopen(address, timeout=30) as answer:
            return int(answer.status)
    except HTTPError as error:
        return error.code


def test_the_parts_start_in_their_order_and_do_what_they_are_for(
    postgres_url: str, psql: Path, tmp_path: Path  # noqa: F811
) -> None:  # fmt: skip
    auth, data, running = tmp_path / "secrets.toml", write_package(tmp_path / "data"), {}
    auth.write_text(AUTH, encoding="utf-8")
    place = urlsplit(postgres_url)
    with ExitStack() as stack:
        for name in order():
            part = PARTS[name]
            variables = environment(name, postgres_url, auth)
            if name == "database":  # stands already: the cluster of the tests
                assert part["healthcheck"]["test"][1:] == ["pg_isready", "-U", "owner", "-d", "inventory"]
            elif name == "logins":
                assert part["command"] == ["sh", "/logins.sh"] and part["volumes"] == ["./logins.sh:/logins.sh:ro"]
                variables |= {
                    "PATH": f"{psql}:{os.environ['PATH']}", "PGHOST": "127.0.0.1", "PGPORT": str(place.port),
                    "PGDATABASE": place.path.strip("/"),
                }  # fmt: skip
                subprocess.run(["sh", str(DEPLOY / "logins.sh")], env=variables, check=True, timeout=60)
            elif "command" in part:
                subprocess.run(python(part["command"]), cwd=ROOT, env=variables, check=True, timeout=120)
            elif name != "twee":  # which is started as "een" is
                running[name] = stack.enter_context(process(variables, data)), variables["COVERAGE_INVENTORY"]
        assert PARTS["twee"] | {"ports": 0} == PARTS["een"] | {"ports": 0}
        assert set(running) == {"een", "desk"}
        for address, _inventory in running.values():
            assert [status(address + path) for path in ("/", "/opgave", "/uitvraag", "/data/openapi.json")] == [200] * 4
        logins = {name: create_engine(inventory) for name, (_address, inventory) in running.items()}
        for name, may in (("een", False), ("desk", True)):
            with logins[name].connect() as connection:
                asked = text("SELECT has_table_privilege(current_user, 'event', 'INSERT')")
                assert connection.execute(asked).scalar() is may, name
            logins[name].dispose()


def test_published_ports_are_those_of_nginx_on_this_machine_alone() -> None:
    published = {name: part["ports"] for name, part in PARTS.items() if "ports" in part}
    assert published == {
        "een": ["127.0.0.1:8501:8501"], "twee": ["127.0.0.1:8502:8501"], "desk": ["127.0.0.1:8503:8501"],
    }  # fmt: skip
    site = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    assert set(re.findall(r"server 127\.0\.0\.1:(\d+)", site)) == {"8501", "8502", "8503"}


def test_the_parts_that_readers_reach_have_no_rights() -> None:
    for name in ("een", "twee", "desk"):
        assert PARTS[name]["read_only"] and PARTS[name]["cap_drop"] == ["all"] and PARTS[name]["tmpfs"] == ["/tmp"]
    assert "COVERAGE_DESK" not in PARTS["een"]["environment"]
