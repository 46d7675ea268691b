"""Made ready before the first reader: what stays is out of the garbage collector's rounds, and the map still works."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
CODE = """
import gc, sys
from coverage.ui.web.warm import warm_up
from coverage.dataset import current
current()
warm_up()
print(gc.get_freeze_count(), len(gc.get_objects()), "streamlit_folium" in sys.modules, "matplotlib" in sys.modules)
"""


def test_what_stays_is_frozen_and_the_component_of_the_map_is_not_imported_too_early() -> None:
    """In a process of its own. Imported before the first reader, the component would never be registered."""
    done = subprocess.run([sys.executable, "-c", CODE], cwd=ROOT, check=True, capture_output=True, text=True)
    frozen, rest, component, heavy = done.stdout.split()
    assert int(frozen) > 100_000 and int(rest) < 1_000
    assert component == "False"
    assert heavy == "True"
