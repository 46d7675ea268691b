"""Two dates or two age limits side by side."""
