"""The rooms of the site: what readers come for. Each is one entry of the menu and holds one or more pages."""

from __future__ import annotations

from enum import Enum

from coverage.i18n import _


class Room(Enum):
    """A room, in the order of the menu."""

    OVERVIEW = "overview"
    PLACES = "places"
    GROUPS = "groups"
    MONEY = "money"
    ROUND = "round"
    MEETING = "meeting"
    DATA = "data"

    @property
    def title(self) -> str:
        """Its name in the menu, in the language in use."""
        return {
            Room.OVERVIEW: _("Overzicht"),
            Room.PLACES: _("Regio's en gemeenten"),
            Room.GROUPS: _("Voor wie"),
            Room.MONEY: _("Geld"),
            Room.ROUND: _("Uitvraag"),
            Room.MEETING: _("Presentatie"),
            Room.DATA: _("Gegevens en methode"),
        }[self]
