"""The dashboard as one or more processes of its own, each on its port, that can be killed and started again."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from benchmarks.server import PATIENCE, ROOT, Server


class App:
    """One process of the dashboard."""

    def __init__(self, port: int, kept_seconds: int) -> None:
        self.port = port
        self.address = f"http://127.0.0.1:{port}"
        self._environment = os.environ | {
            "PYTHONPATH": str(ROOT),
            "STREAMLIT_SERVER_PORT": str(port),
            "STREAMLIT_SERVER_ADDRESS": "127.0.0.1",
            "STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL": str(kept_seconds),
        }
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> Server:
        """Start it without waiting for it."""
        command = [sys.executable, "-m", "streamlit", "run", "app.py"]
        started = time.time()
        self._process = subprocess.Popen(command, cwd=ROOT, env=self._environment, stdout=subprocess.DEVNULL)
        return Server(self.address, self._process.pid, started)

    def is_healthy(self) -> bool:
        """Whether its health check says so."""
        return answers(f"{self.address}/gezondheid")

    def stop(self, how: signal.Signals = signal.SIGTERM) -> None:
        """Stop it, or with SIGKILL: kill it."""
        if self._process:
            self._process.send_signal(how)
            try:
                self._process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()


@contextmanager
def apps(count: int, kept_seconds: int) -> Iterator[list[tuple[App, Server]]]:
    """Start processes on free ports and wait until all are healthy; they are stopped at the end."""
    started = [(app, app.start()) for app in (App(port, kept_seconds) for port in free_ports(count))]
    try:
        for app, _ in started:
            wait_for(app.is_healthy, f"the dashboard on port {app.port}")
        yield started
    finally:
        for app, _ in started:
            app.stop()


def answers(url: str) -> bool:
    """Whether an address is answered with success."""
    try:
        with urllib.request.urlopen(url, timeout=2) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def wait_for(ready: Callable[[], bool], what: str) -> None:
    """Wait until ``ready()`` is true; TimeoutError when that takes too long."""
    deadline = time.monotonic() + PATIENCE
    while not ready():
        if time.monotonic() > deadline:
            raise TimeoutError(f"{what} gives no answer within {PATIENCE} s")
        time.sleep(0.1)


def free_ports(count: int) -> list[int]:
    """Ports that nobody listens to."""
    probes = [socket.socket() for _ in range(count)]
    try:
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return [int(probe.getsockname()[1]) for probe in probes]
    finally:
        for probe in probes:
            probe.close()
