"""Changing the data package from words: what a maintainer types becomes rows, checked before they are written."""

from coverage.editing.change import EditError, RowChange, StatusChange, add_rows
from coverage.editing.reorganisation import add_reorganisation
from coverage.editing.things import THINGS, Thing

__all__ = ["THINGS", "EditError", "RowChange", "StatusChange", "Thing", "add_reorganisation", "add_rows"]
