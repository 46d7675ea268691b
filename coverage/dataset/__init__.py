"""The data package: its tables, and reading them."""

from coverage.dataset.load import DATA, Dataset, DatasetError, Source, load

__all__ = ["DATA", "Dataset", "DatasetError", "Source", "load"]
