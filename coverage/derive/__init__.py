"""What follows from the tables of the data package: borders for the browser, inhabitants on pieces, the description."""

from coverage.derive.errors import DeriveError
from coverage.derive.next_year import NextYear, PopulationFile, put_next_year
from coverage.derive.package import derive

__all__ = ["DeriveError", "NextYear", "PopulationFile", "derive", "put_next_year"]
