"""What the site decides that runs the dashboard: who may show it in a frame, and where its static edition is.

Both come from the environment; a value that cannot be used stops the start with a line that says what is wrong.
"""

from __future__ import annotations

import os
import re

from coverage.sender import SenderError, sender

_ORIGIN = re.compile(r"https://(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?|http://(localhost|127\.0\.0\.1)(:\d+)?")
_ADDRESS = re.compile(r"https?://[^\s\"'<>]+")


class SiteError(ValueError):
    """A setting of the site that cannot be used; the message names it and says what to write."""


def frame_ancestors() -> str:
    """The sources of ``frame-ancestors``: ourselves, and the origins in ``COVERAGE_FRAME_ANCESTORS`` (spaces between).

    SiteError when one is no origin such as https://intranet.example.nl.
    """
    given = os.environ.get("COVERAGE_FRAME_ANCESTORS", "").split()
    for origin in given:
        if not _ORIGIN.fullmatch(origin):
            raise SiteError(
                f"COVERAGE_FRAME_ANCESTORS: {origin!r} is no origin; write for instance https://intranet.example.nl"
            )
    return " ".join(["'self'", *given])


def static_edition() -> str:
    """Address of the static edition (``coverage export site``), or nothing. SiteError when it is no address."""
    given = os.environ.get("COVERAGE_STATIC_EDITION", "").strip()
    if given and not _ADDRESS.fullmatch(given):
        raise SiteError(
            f"COVERAGE_STATIC_EDITION: {given!r} is no address; write for instance https://www.example.nl/dekking/"
        )
    return given


def site_problem() -> str:
    """What is wrong with a setting of the site; empty when nothing is."""
    try:
        frame_ancestors()
        static_edition()
        sender()
    except (SiteError, SenderError) as problem:
        return str(problem)
    return ""
