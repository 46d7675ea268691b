"""Settings of the site: who may frame it, and where its static edition is."""

from __future__ import annotations

import pytest
from asgi_client import get
from starlette.responses import HTMLResponse
from starlette.types import Receive, Scope, Send

from coverage.ui.web.frontdoor import FrontDoor
from coverage.ui.web.plain import HEADERS
from coverage.ui.web.site import SiteError, frame_ancestors, static_edition


def policy_of(address: str) -> str:
    async def page(scope: Scope, receive: Receive, send: Send) -> None:
        own = HEADERS if scope["path"] == "/hulp" else {}
        await HTMLResponse("<html><head></head></html>", headers=own)(scope, receive, send)

    return get(FrontDoor(page, own=("/hulp",)), address).headers["content-security-policy"]


@pytest.mark.parametrize("address", ["/", "/hulp", "/component/st_folium/index.html"])
def test_only_we_ourselves_may_frame_a_page_unless_the_setting_says_more(
    monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    assert "frame-ancestors 'self'" in policy_of(address).split("; ")
    monkeypatch.setenv("COVERAGE_FRAME_ANCESTORS", "https://intranet.example.nl https://*.example.org:8443")
    expected = "frame-ancestors 'self' https://intranet.example.nl https://*.example.org:8443"
    assert expected in policy_of(address).split("; ")


@pytest.mark.parametrize("given", ["*", "https:", "http://intranet.example.nl", "https://x.nl; script-src *", "x.nl"])
def test_what_is_no_origin_is_refused(monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    monkeypatch.setenv("COVERAGE_FRAME_ANCESTORS", given)
    with pytest.raises(SiteError, match="COVERAGE_FRAME_ANCESTORS"):
        frame_ancestors()


def test_the_static_edition_is_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    assert static_edition() == ""
    monkeypatch.setenv("COVERAGE_STATIC_EDITION", "javascript:alert(1)")
    with pytest.raises(SiteError, match="COVERAGE_STATIC_EDITION"):
        static_edition()
