"""White and blind spots, fragile coverage, and what would close the gaps."""
