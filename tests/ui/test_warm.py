"""Made ready before the first reader: what stays is out of the garbage collector's rounds, and the map still works."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from coverage.dataset import DATA

ROOT = Path(__file__).parents[2]
CODE = """
import gc, sys, weakref
from datetime import date
from coverage.ui.web.warm import warm_up, warm_up_for_files
from coverage.analysis.status import status_at
from coverage.dataset import current
status_at(current(), date(2013, 7, 1))
warm_up()
early = [name in sys.modules for name in ("streamlit_folium", "matplotlib", "fpdf", "docx", "pptx", "rdflib")]
warm_up_for_files()
print(gc.get_freeze_count(), len(gc.get_objects()), any(early), "matplotlib" in sys.modules and "pptx" in sys.modules)
first = weakref.ref(current())
for _ in range(2):
    text = (current().path / "timeline.csv").read_text("utf-8")
    (current().path / "timeline.csv").write_text(text + text.splitlines()[-1] + "\\n", encoding="utf-8")
    current()
print(first() is None)
"""


def test_what_stays_is_frozen_and_neither_the_map_nor_what_files_need_is_imported_too_early(tmp_path: Path) -> None:
    """In a process of its own. Imported before the first reader, the component would never be registered, and the
    libraries for files would keep the first reader waiting for a second.
    """
    environment = os.environ | {"COVERAGE_DATA": str(shutil.copytree(DATA, tmp_path / "data"))}
    command = [sys.executable, "-c", CODE]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True, env=environment)
    frozen, rest, early, files, first_is_gone = done.stdout.split()
    assert int(frozen) > 100_000 and int(rest) < 1_000
    assert early == "False"
    assert files == "True"
    assert first_is_gone == "True"  # though it was frozen
