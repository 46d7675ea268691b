"""What the page says on reading the files elsewhere is tried: Python always, R where there is one, GDAL for QGIS."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from openpyxl import load_workbook
from starlette.applications import Starlette

from coverage.analysis.status import status_at
from coverage.dataset import current
from coverage.dates import today
from coverage.geography.lineage import division_at
from coverage.ui.data.examples import BASE, EXAMPLES, PYTHON, R
from coverage.ui.web.open_files import open_files_route

DS = current()
ON = today()


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    """Address of a server on this machine with the files, under a base path."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        app = Starlette(routes=[open_files_route("/onder")])
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/onder/data/latest/"
        server.should_exit = True
        thread.join(10)


def output(command: list[str]) -> str:
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


def counts() -> dict[str, int]:
    return {status.value: n for status, n in status_at(DS, ON).counts().items() if n}


def test_python(base: str) -> None:
    told = output([sys.executable, "-c", PYTHON.replace(BASE, base)])
    for status, n in counts().items():
        assert any(line.split() == [status, str(n)] for line in told.splitlines()), status
    claims = DS.table("claims")
    assert f"[{len(claims)} rows x 4 columns]" in told or all(claim in told for claim in claims["claim_id"])


@pytest.mark.skipif(not shutil.which("Rscript"), reason="R is not installed")
def test_r(base: str, tmp_path: Path) -> None:
    script = tmp_path / "read.R"
    script.write_text("options(width = 300)\n" + R.replace(BASE, base), encoding="utf-8")
    told = output([shutil.which("Rscript") or "", str(script)])
    words = told.split()
    assert {*counts(), *map(str, counts().values())} <= set(words)
    assert "claim_id" in words


GDAL = """
import sys, pyogrio
base, division = sys.argv[1:]
status = pyogrio.read_dataframe(f"/vsicurl/{base}status/today.csv")
for ending, crs in (("geojson", "EPSG:4326"), ("gpkg", "EPSG:28992")):
    borders = pyogrio.read_dataframe(f"/vsicurl/{base}borders/{division}.{ending}")
    assert borders.crs == crs
    assert set(borders["code"]) == set(status["code"])
    assert borders.geometry.is_valid.all()
print(len(borders))
"""


def test_gdal_reads_borders_and_status(base: str) -> None:
    """GDAL is what QGIS reads with, in parts; in a process of its own, since it would keep the server here waiting."""
    told = output([sys.executable, "-c", GDAL, base, division_at(DS, ON).id])
    assert int(told) == len(status_at(DS, ON).rows)


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_a_spreadsheet_opens_the_status_with_the_choices_that_the_page_names(base: str, tmp_path: Path) -> None:
    """UTF-8 (76) and comma (44), as told for Excel; read from the address, as a person would give it."""
    output([
        shutil.which("soffice") or "", f"-env:UserInstallation=file://{tmp_path}/home", "--headless",
        "--infilter=CSV:44,34,76,1", "--convert-to", "xlsx", "--outdir", str(tmp_path), base + "status/today.csv",
    ])  # fmt: skip
    head, *rows = load_workbook(tmp_path / "today.xlsx").active.iter_rows(values_only=True)
    told = [(row[head.index("code")], row[head.index("name")], row[head.index("inhabitants")]) for row in rows]
    assert told == [(m.code, m.name, m.inhabitants) for m in status_at(DS, ON).rows]


QGIS = """
import sys
from qgis.core import QgsApplication, QgsVectorLayer, QgsVectorLayerJoinInfo

base, division = sys.argv[1:]
QgsApplication.setPrefixPath("/usr", True)
app = QgsApplication([], False)
app.initQgis()
borders = QgsVectorLayer(f"/vsicurl/{base}borders/{division}.geojson", "borders", "ogr")
status = QgsVectorLayer(f"/vsicurl/{base}status/today.csv", "status", "ogr")
assert borders.isValid() and status.isValid()
join = QgsVectorLayerJoinInfo()
join.setJoinLayer(status)
join.setJoinFieldName("code")
join.setTargetFieldName("code")
assert borders.addJoin(join)
print(sum(bool(f["status_status"]) and f.hasGeometry() for f in borders.getFeatures()))
"""
HAS_QGIS = Path("/usr/lib/python3/dist-packages/qgis/core").is_dir()


@pytest.mark.slow
@pytest.mark.skipif(not HAS_QGIS, reason="QGIS with its Python (python3-qgis) is not installed")
def test_qgis_joins_status_to_borders(base: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The steps that the page names, in QGIS without its window: what its dialog makes of an address is /vsicurl/."""
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    told = output(["/usr/bin/python3", "-c", QGIS, base, division_at(DS, ON).id])
    assert int(told.split()[-1]) == len(status_at(DS, ON).rows)


def test_each_example_has_code_or_steps_and_says_how_it_was_tried() -> None:
    for example in EXAMPLES:
        steps = example.steps("https://voorbeeld.invalid/data/latest/", "2023")
        assert bool(example.code) != bool(steps)
        assert "https://voorbeeld.invalid/data/latest/" in " ".join(steps) or BASE in example.code
        assert example.tried()
