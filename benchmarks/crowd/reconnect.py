"""How long Streamlit's page waits before it tries again, as its JavaScript has it (version 1.67)."""

from __future__ import annotations

from random import Random

LONGEST = 4.0  # seconds, of either wait


def before_attempt(attempt: int, rng: Random) -> float:
    """Seconds after a connection was lost or refused, for the first attempt (1) and later ones.

    Drawn between half and the whole of a wait that doubles from half a second, so that a crowd does not return at
    once; after a first loss never under a quarter of a second.
    """
    longest = min(LONGEST, 0.5 * 2 ** (attempt - 1))
    shortest = 0.25 if attempt == 1 else longest / 2
    return rng.uniform(shortest, longest)


def before_ping(pings: int, rng: Random) -> float:
    """Seconds after a question whether the server is there went unanswered, ``pings`` times so far."""
    if pings == 1:
        return 0.1
    longest = min(LONGEST, 0.1 * 2 ** (pings - 1))
    return longest * rng.uniform(0.7, 1.0)
