"""What keeps the derived parts of a package from being made."""


class DeriveError(Exception):
    """What follows from the tables cannot be made; the message says which file, row and column, and what to do."""
