"""On which machine and with which versions figures were measured."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from statistics import median

from benchmarks.server import ROOT

PACKAGES = ("streamlit", "streamlit-folium", "folium", "geopandas", "pandas")

# Runs in a process of its own: the package is loaded once per process.
LOAD = """
import time
start = time.perf_counter()
from coverage.dataset import current
ready = time.perf_counter()
current()
print(ready - start, time.perf_counter() - ready)
"""


def description(browser_version: str = "") -> str:
    """Cores, processor and versions, in two sentences."""
    cpuinfo = Path("/proc/cpuinfo")
    models = [
        line.partition(":")[2].strip()
        for line in (cpuinfo.read_text() if cpuinfo.exists() else "").splitlines()
        if line.startswith("model name")
    ]
    processor = models[0] if models else platform.processor() or platform.machine()
    browser = f"Chromium {browser_version}, " if browser_version else ""
    versions = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return (
        f"{os.cpu_count()} cores, {processor}; {platform.system()} {platform.release()}. "
        f"Python {platform.python_version()}, {browser}{versions}"
    )


def dataset_seconds(repeat: int) -> tuple[float, float]:
    """Median seconds to import the loader, and to load and validate the data package, each in a fresh process."""
    runs = []
    for _ in range(repeat):
        done = subprocess.run([sys.executable, "-c", LOAD], cwd=ROOT, check=True, capture_output=True, text=True)
        runs.append([float(part) for part in done.stdout.split()])
    imports, loads = zip(*runs, strict=True)
    return median(imports), median(loads)
