"""A database of each kind, empty and new for every test; PostgreSQL from Debian's binaries, on the loopback address.

The fixtures are imported by the tests that need them."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, text


def _programs() -> Path | None:
    """The newest PostgreSQL that Debian's package installed, or the one on the path."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[-3]))
    on_path = shutil.which("initdb")
    return found[-1].parent if found else Path(on_path).parent if on_path else None


def _as_postgres() -> list[str]:
    """PostgreSQL refuses to run as root; the package has made a user for it."""
    return (
        ["setpriv", "--reuid", "postgres", "--regid", "postgres", "--clear-groups", "--"] if os.geteuid() == 0 else []
    )


@pytest.fixture(scope="session")
def cluster() -> Iterator[str]:
    """The address of a cluster of our own in a temporary directory; skipped where PostgreSQL is not installed."""
    programs = _programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed (on Debian: apt-get install postgresql); .ci/run installs it")
    folder = Path(tempfile.mkdtemp(prefix="coverage-pg-"))
    prefix = _as_postgres()
    if prefix:
        shutil.chown(folder, "postgres", "postgres")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    data, env = folder / "data", os.environ | {"LC_ALL": "C.UTF-8", "HOME": str(folder)}

    def run(*command: str) -> None:
        nowhere = subprocess.DEVNULL  # not a pipe: the server that is started would keep it open
        subprocess.run(
            [*prefix, *command], cwd=folder, env=env, check=True, stdout=nowhere, stderr=nowhere, timeout=120
        )

    run(str(programs / "initdb"), "-D", str(data), "-U", "owner", "--auth=trust", "--encoding=UTF8", "--no-sync")
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c max_connections=120"
    run(str(programs / "pg_ctl"), "-D", str(data), "-w", "-l", str(folder / "log"), "-o", options, "start")
    try:
        yield f"postgresql+psycopg://owner@127.0.0.1:{port}/"
    finally:
        run(str(programs / "pg_ctl"), "-D", str(data), "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def psql(cluster: str) -> Path:
    """Directory of the programs of PostgreSQL, psql among them."""
    programs = _programs()
    assert programs
    return programs


@pytest.fixture
def postgres_url(cluster: str) -> Iterator[str]:
    """A new database in the cluster, owned by ``owner``."""
    name = f"t{uuid4().hex}"
    admin = create_engine(cluster + "postgres", isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield cluster + name
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def database_address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database: each test of the contract runs on both."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'inventory.sqlite'}"
    return str(request.getfixturevalue("postgres_url"))
