"""Parts of the page on programmes."""
