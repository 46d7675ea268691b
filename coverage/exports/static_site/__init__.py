"""The static edition: the same answers as plain HTML, for any web server, and from a disk."""

from coverage.exports.static_site.write import Written, write_site

__all__ = ["Written", "write_site"]
