"""Apps under measurement as processes of their own: starting them, and what they take of processor and memory."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
PATIENCE = 60  # seconds


@dataclass(frozen=True, slots=True)
class Server:
    """A server that answers. ``started`` is the moment at which its process was started, in seconds since 1970."""

    address: str
    pid: int
    started: float

    def cpu_seconds(self) -> float:
        """Processor time of the process so far, of all its threads, those that ended too (Linux)."""
        # The clock of another process, as clock_getcpuclockid(3) makes it. /proc counts in hundredths of a second.
        return time.clock_gettime(~self.pid << 3 | 2)

    def megabytes(self) -> float:
        """Memory of the process that is resident (Linux)."""
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii")
        line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
        return int(line.split()[1]) * 1024 / 1e6


@contextmanager
def serve(script: str, environment: dict[str, str] | None = None) -> Iterator[Server]:
    """Start an app on a free port and wait until it answers; it is stopped at the end."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    options = {
        "server.port": port,
        "server.headless": "true",
        "server.fileWatcherType": "none",
        "browser.gatherUsageStats": "false",
        "browser.serverAddress": "localhost",
    }
    command = [sys.executable, "-m", "streamlit", "run", script]
    command += [f"--{key}={value}" for key, value in options.items()]
    variables = os.environ | {"PYTHONPATH": str(ROOT)} | (environment or {})
    started = time.time()
    with subprocess.Popen(command, cwd=ROOT, env=variables, stdout=subprocess.DEVNULL) as process:
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_for(f"{address}/_stcore/health", process)
            yield Server(address, process.pid, started)
        finally:
            process.terminate()


def _wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"the server stopped with code {process.returncode}; its message stands above")
        try:
            urllib.request.urlopen(url, timeout=1).close()
        except (urllib.error.URLError, OSError):
            time.sleep(0.02)
        else:
            return
    raise TimeoutError(f"no answer from {url} within {PATIENCE} s")
