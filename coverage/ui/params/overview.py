"""Values in the address of the front page."""

from __future__ import annotations

from coverage.ui.params import choice
from coverage.ui.state import Param
from coverage.vocabulary import Code


class MapBy(Code):
    """What has one colour on the map."""

    MUNICIPALITY = ("gemeente", "per gemeente", "by municipality")
    REGION = ("regio", "per regio", "by region")


MAP_BY: Param[Code] = choice("per", MapBy)
