"""For every test: the package alone. An inventory that a developer keeps in ``var/`` must not change what is tested."""

import os

os.environ["COVERAGE_INVENTORY"] = "none"
