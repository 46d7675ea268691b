"""Parts of the pages for the knowledge meeting."""
