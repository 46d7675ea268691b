"""Parts of the pages on coverage and on white and blind spots."""
