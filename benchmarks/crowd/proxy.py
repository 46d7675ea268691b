"""nginx with the configuration of deploy/, before processes on other ports than those it names."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.crowd.apps import answers, free_ports, wait_for
from benchmarks.server import ROOT

SITE = ROOT / "deploy" / "nginx.conf"
PORTS = (8501, 8502)  # of the processes in that file
LISTEN = 8080

# Around the site, what the main configuration of a system has; everything stays in one directory of our own.
_MAIN = """
daemon off;
pid {place}/nginx.pid;
error_log stderr crit;
events {{ worker_connections 1024; }}
http {{
    access_log off;
    client_body_temp_path {place}/body;
    proxy_temp_path {place}/proxy;
    fastcgi_temp_path {place}/fastcgi;
    uwsgi_temp_path {place}/uwsgi;
    scgi_temp_path {place}/scgi;
    gzip on;
    include {place}/site.conf;
}}
"""


def nginx() -> str | None:
    """Path of nginx; None when it is not installed."""
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")


def site(listen: int, processes: Sequence[int]) -> str:
    """The configuration of deploy/ with other ports."""
    other = {LISTEN: listen, **dict(zip(PORTS, processes, strict=True))}
    return re.sub(r"\b(8080|8501|8502)\b", lambda found: str(other[int(found[0])]), SITE.read_text(encoding="utf-8"))


def write(place: Path, listen: int, processes: Sequence[int]) -> Path:
    """Write a complete configuration into a directory, and give the path of its main file."""
    (place / "site.conf").write_text(site(listen, processes), encoding="utf-8")
    main = place / "main.conf"
    main.write_text(_MAIN.format(place=place), encoding="utf-8")
    return main


@contextmanager
def proxy(processes: Sequence[int]) -> Iterator[str]:
    """Run nginx before processes on these ports; gives its address. SystemExit when nginx is not installed."""
    program = nginx()
    if program is None:
        raise SystemExit("This needs nginx on the PATH: on Debian, apt-get install nginx-light. Nothing was measured.")
    with tempfile.TemporaryDirectory(prefix="crowd-") as name:
        (listen,) = free_ports(1)
        main = write(Path(name), listen, processes)
        with subprocess.Popen([program, "-p", name, "-c", str(main)]) as process:
            try:
                address = f"http://127.0.0.1:{listen}"
                wait_for(lambda: answers(f"{address}/gezondheid"), "nginx")
                yield address
            finally:
                process.terminate()
