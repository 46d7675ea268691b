"""Parts of the page on sharing out the money."""
