"""Parts of the page on the data."""
