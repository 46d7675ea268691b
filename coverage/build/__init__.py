"""From the raw public sources to the data package."""

from coverage.build.rows import BuildError
from coverage.build.run import BuildReport, build

__all__ = ["BuildError", "BuildReport", "build"]
