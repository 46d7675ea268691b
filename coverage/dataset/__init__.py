"""The data package: its tables, and reading them."""

from coverage.dataset.current import current, one_snapshot
from coverage.dataset.load import DATA, Dataset, DatasetError, Source

__all__ = ["DATA", "Dataset", "DatasetError", "Source", "current", "one_snapshot"]
