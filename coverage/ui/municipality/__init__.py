"""Parts of the page on one municipality."""
