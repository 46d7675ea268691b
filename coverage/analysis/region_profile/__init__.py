"""Everything about one DUUP region, and how it is said."""
