"""What municipalities answer: rounds, one append-only log of events, its storage, and the rows that follow from it.

The log is the truth and everything else a view of it (docs/inventory-model.md). This part knows no screen, no map and
no status: what an acceptance does to the map is worked out above it, in :mod:`coverage.analysis.inventory_effect`.
"""

import os
from pathlib import Path

VARIABLE = "COVERAGE_INVENTORY"
DEFAULT = Path(__file__).parents[2] / "var" / "inventory.sqlite"
NONE = "none"  # value of the variable for a dashboard that shows the published package alone


def is_configured() -> bool:
    """Whether this process has an inventory: one is named, or the file of a laptop is there. Loads no database."""
    named = os.environ.get(VARIABLE, "")
    return named != NONE and (bool(named) or DEFAULT.is_file())


class InventoryError(Exception):
    """Something that cannot be done as asked; the message, in Dutch, says why and what to do."""


class InventoryAwayError(InventoryError):
    """The database cannot be reached or written now. Nothing was kept by half; the same once more is done once."""


class InventoryConfigError(InventoryError):
    """The database cannot be used as it is configured; one line."""
