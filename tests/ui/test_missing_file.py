"""Where a file or picture is not there, that is said in the language of the address or, without one, of the request."""

from __future__ import annotations

import pytest
from asgi_client import get
from starlette.applications import Starlette

from coverage.ui.local_picture import region_picture_route
from coverage.ui.server import routes
from coverage.ui.web.files import PREFIX
from coverage.ui.web.open_files import open_files_route
from coverage.ui.web.pictures import pictures_route

APP = Starlette(routes=[open_files_route(""), pictures_route(""), region_picture_route("")])
SAID = {
    "/data/latest/x.csv": ("Dit bestand staat hier niet.", "This file is not here."),
    "/beeld/x.svg": ("Deze afbeelding is er niet.", "This picture does not exist."),
    "/beeld/stair.exe": ("Deze afbeelding is er niet.", "This picture does not exist."),
    "/regiokaart/99.svg": ("Deze regio is er niet op deze datum.", "This region does not exist on this date."),
}


@pytest.mark.parametrize("address", SAID)
@pytest.mark.parametrize(
    "query, preferred, english",
    [
        ("", "", False), ("?taal=en", "", True), ("?taal=nl", "en", False), ("?taal=fr", "en-GB,en;q=0.9", True),
        ("", "en-GB,en;q=0.9,nl;q=0.8", True), ("", "nl,en;q=0.5", False), ("", "nl;q=0.3, EN;q=0.7", True),
        ("", "de,fr;q=0.5", False), ("", "*", False), ("", "en;q=veel", False), ("", "en;q=0", False),
    ],
)  # fmt: skip
def test_it_is_said_in_the_language_of_who_asks(address: str, query: str, preferred: str, english: bool) -> None:
    answer = get(APP, address + query, {"accept-language": preferred})
    assert answer.status == 404
    assert answer.text.startswith(SAID[address][english])
    assert "Accept-Language" in answer.headers["vary"]


def test_a_file_of_the_map_that_is_gone() -> None:
    app = Starlette(routes=routes())
    name = f"/{PREFIX}/weg.js"
    assert get(app, name).text.startswith("Dit bestand bestaat niet (meer).")
    assert get(app, f"{name}?taal=en").text.startswith("This file does not exist")
