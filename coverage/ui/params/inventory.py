"""Values in the addresses of the desk and of the response to a round."""

from __future__ import annotations

from coverage.ui.params import choice
from coverage.ui.state import Param
from coverage.vocabulary import Code


class DeskTask(Code):
    """A part of the desk."""

    START = ("start", "Begin", "Start")
    INVITE = ("uitnodigen", "Uitnodigen", "Invite")
    CALL = ("bellen", "Bellen en herinneren", "Call and remind")
    JUDGE = ("beoordelen", "Beoordelen", "Judge")
    LOG = ("logboek", "Logboek", "Log")
    PUBLISH = ("publiceren", "Publiceren", "Publish")


class ResponsePart(Code):
    """A part of the page on the response."""

    TILES = ("respons", "Respons", "Response")
    HANDSHAKE = ("herkenning", "Wie noemt wie", "Who names whom")
    DUE = ("termijnen", "Wat wanneer weer gevraagd wordt", "What is asked again when")


class LiveView(Code):
    """Whether the tiles follow by themselves, for a screen in the room."""

    STILL = ("nee", "Stilstaand", "Still")
    LIVE = ("ja", "Live, voor de zaal", "Live, for the room")


TASK: Param[Code] = choice("taak", DeskTask)
PART: Param[Code] = choice("kijk", ResponsePart)
LIVE: Param[Code] = choice("zaal", LiveView)
ROUND: Param[str] = Param("ronde", str.strip, str, str)
ORGANISATION: Param[str] = Param("organisatie", str.strip, str, str)
