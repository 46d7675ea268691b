"""For every test: the package alone. An inventory that a developer keeps in ``var/`` must not change what is tested."""

import os
import sys
from functools import cache

os.environ["COVERAGE_INVENTORY"] = "none"


def pytest_collection_finish() -> None:
    """Components are looked for once: AppTest does so at each start, in the metadata of every installed package."""
    if "streamlit" in sys.modules:
        from streamlit.components.v2 import manifest_scanner

        manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)
