"""The data package: its tables, and reading them."""

from coverage.dataset.newest import current, one_snapshot
from coverage.dataset.snapshot import DATA, Dataset, DatasetError, Geography, Source

__all__ = ["DATA", "Dataset", "DatasetError", "Geography", "Source", "current", "one_snapshot"]
