"""Postcodes that a reader types: the package has no table of them, so that they are only told apart."""

from __future__ import annotations

import re

_POSTCODE = re.compile(r"[1-9]\d{3}\s*(?:[a-z]{2})?", re.IGNORECASE)


def is_postcode(text: str) -> bool:
    """Whether a text has the form of a Dutch postcode: 7411, or 7411 AB. A CBS code without letters can have it too."""
    return bool(_POSTCODE.fullmatch(text.strip()))
