"""Parts of the page with answers for parliament."""
