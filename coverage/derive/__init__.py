"""What follows from the tables of the data package: borders for the browser, inhabitants on pieces, the description."""

from coverage.derive.errors import DeriveError
from coverage.derive.package import derive
from coverage.derive.population_year import put_population

__all__ = ["DeriveError", "derive", "put_population"]
