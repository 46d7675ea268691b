"""Text that a spreadsheet must not take for a formula (CWE-1236)."""

from __future__ import annotations

from typing import Any

import pandas as pd

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # full width: read as such in some countries


def neutral(value: Any) -> Any:
    """Text that begins like a formula gets a leading apostrophe; anything else stays as it is."""
    return f"'{value}" if isinstance(value, str) and value.startswith(DANGEROUS) else value


def neutral_frame(frame: pd.DataFrame) -> pd.DataFrame:
    """A copy of a frame with its texts and its headers made harmless; categories become text."""
    safe = pd.DataFrame(
        {
            neutral(str(name)): [neutral(v) for v in frame[name].astype(object)]
            if not pd.api.types.is_numeric_dtype(frame[name])
            else frame[name]
            for name in frame.columns
        }
    )
    return safe
