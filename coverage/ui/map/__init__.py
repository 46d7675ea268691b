"""The map of municipalities, its legend and its pictures."""
