"""The picture of who names whom is at no address where there is nothing to draw."""

from __future__ import annotations

import pytest
from asgi_client import get
from starlette.applications import Starlette

from coverage.ui.response.handshake_picture import handshake_route


@pytest.mark.parametrize("ending", ["svg", "png", "csv", "exe"])
def test_without_an_inventory_there_is_no_such_picture(ending: str) -> None:
    assert get(Starlette(routes=[handshake_route("/base")]), f"/base/beeld/herkenning.{ending}").status == 404
