"""Everything about one municipality, and how it is said."""
