"""How a page begins: what the server draws of it before the app has started (coverage/ui/first_view.py)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from markupsafe import Markup

from coverage.ui.map.pictured import Pictured


@dataclass(frozen=True)
class Opening:
    """The start of a page: its title and its map or, without one, the answer with the main table or list.

    ``above`` stands between the title and the controls. ``dated`` pages have the row of moments; the search box
    stands beside the title, beside the moments, or elsewhere. An ``article`` takes the place of the sentence.
    ``under`` stands between that and the map.
    ``parts`` are links to the parts of the page; they stand last, for a reader without the app.
    """

    title: str
    shown: Pictured | None = None
    dated: bool = True
    search: Literal["title", "moments", ""] = ""
    above: Markup = field(default_factory=Markup)
    article: Markup = field(default_factory=Markup)
    under: Markup = field(default_factory=Markup)
    parts: Markup = field(default_factory=Markup)
