"""The static edition: the same answers as plain HTML, for any web server, and from a disk."""
