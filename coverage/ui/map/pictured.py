"""A map as a page shows it: the sentence above it, what it shows, and the legend beside it."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from coverage.ui.map.view import MapView


@dataclass(frozen=True)
class Pictured:
    """What a page draws in a reader's session, and the server beforehand (coverage/ui/first_view.py)."""

    sentence: str
    view: MapView
    legend: Markup
