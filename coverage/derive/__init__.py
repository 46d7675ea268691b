"""What follows from the tables of the data package: borders for the browser, inhabitants on pieces, the description."""

from coverage.derive.errors import DeriveError
from coverage.derive.package import derive

__all__ = ["DeriveError", "derive"]
