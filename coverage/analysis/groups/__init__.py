"""Target groups: who says to serve them, and where nobody does."""
