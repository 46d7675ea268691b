"""Parts of the page on target groups."""
