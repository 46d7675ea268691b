"""The server's own routes, its front door, and its refusal of bad data."""

from __future__ import annotations

import gzip
import html
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from asgi_client import get
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit.testing.v1 import AppTest

from coverage.dataset import DatasetError, current
from coverage.dataset.read import Problem
from coverage.ui import server
from coverage.ui.web.files import web_files
from coverage.ui.web.frontdoor import FirstView, FrontDoor

PAGE = (
    '<!DOCTYPE html><html lang="en"><head><title>Streamlit</title><script>\n x = 1\n</script></head>'
    "<noscript>You need</noscript></html>"
)
SCRIPT = b"let a = 1;\n" * 500


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    server._refused.cache_clear()
    yield
    server._refused.cache_clear()


class Origin:
    """Stands for Streamlit: a page for every address, and files that are counted."""

    def __init__(self) -> None:
        self.asked = 0

    def app(self) -> Starlette:
        def file(request: object) -> Response:
            self.asked += 1
            return Response(SCRIPT, media_type="application/javascript")

        def page(request: object) -> Response:
            return HTMLResponse(PAGE, headers={"ETag": '"1"'})

        routes = [
            Route("/static/js/index.js", file),
            Route("/component/st_folium/static/js/main.js", file),
            Route("/static/font.woff2", lambda request: Response(SCRIPT, media_type="font/woff2")),
            Route("/component/{path:path}", page),
            Route("/{path:path}", page),
        ]
        return Starlette(routes=[*server.routes(), *routes], middleware=server.middleware())


@pytest.fixture
def origin() -> Origin:
    return Origin()


@pytest.fixture
def client(origin: Origin) -> ASGIApp:
    return origin.app()


@pytest.mark.parametrize(("address", "language"), [("/", "nl"), ("/dekking?taal=nl", "nl"), ("/dekking?taal=en", "en")])
def test_a_page_says_its_language(client: ASGIApp, address: str, language: str) -> None:
    answer = get(client, address)
    assert f'<html lang="{language}"' in answer.text
    title = {"nl": "Dekking uitstapprogramma's", "en": "Coverage of exit programmes"}[language]
    assert f"{title}</title>" in html.unescape(answer.text)
    assert "You need" not in answer.text
    assert "etag" not in answer.headers
    assert int(answer.headers["content-length"]) > 0


def test_a_page_whose_first_view_fails_is_left_to_the_app(caplog: pytest.LogCaptureFixture) -> None:
    def broken(_path: str, _query: dict[str, str]) -> FirstView:
        raise ZeroDivisionError("a gap in the data")

    async def page(scope: Scope, receive: Receive, send: Send) -> None:
        await HTMLResponse(PAGE)(scope, receive, send)

    answer = get(FrontDoor(page, first_view=broken), "/dekking?taal=en")
    assert answer.status == 200
    assert '<html lang="en"' in answer.text
    assert "a gap in the data" in caplog.text and "/dekking" in caplog.text


def test_only_the_frame_of_the_map_may_evaluate_code(client: ASGIApp) -> None:
    page = get(client, "/").headers["content-security-policy"]
    frame = get(client, "/component/st_folium/index.html").headers["content-security-policy"]
    scripts = next(part for part in page.split("; ") if part.startswith("script-src"))
    assert "unsafe-eval" not in scripts
    assert "unsafe-inline" not in scripts
    assert "'sha256-" in scripts
    assert "'unsafe-eval'" in frame
    assert "http" not in page
    assert frame.count("http") == frame.count("https://service.pdok.nl") == 1


@pytest.mark.parametrize("address", ["/", "/gezondheid", "/static/js/index.js", "/kaart/onbekend.js"])
def test_every_answer_has_security_headers(client: ASGIApp, address: str) -> None:
    headers = get(client, address).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert "frame-ancestors 'self'" in headers["content-security-policy"]


def test_scripts_are_compressed_once(client: ASGIApp, origin: Origin) -> None:
    for _again in range(3):
        answer = get(client, "/static/js/index.js")
        assert answer.headers["content-encoding"] == "gzip"
        assert answer.content == SCRIPT
        assert int(answer.headers["content-length"]) < len(SCRIPT) / 10
    assert origin.asked == 1


def test_who_cannot_unzip_gets_the_script_as_it_is(client: ASGIApp) -> None:
    get(client, "/static/js/index.js")
    answer = get(client, "/static/js/index.js", headers={"accept-encoding": "identity"})
    assert "content-encoding" not in answer.headers
    assert answer.content == SCRIPT


def test_a_page_is_never_kept_under_an_invented_address(client: ASGIApp) -> None:
    assert 'lang="en"' in get(client, "/static/nonsense?taal=en").text
    assert 'lang="nl"' in get(client, "/static/nonsense").text


def test_a_font_is_not_compressed_again(client: ASGIApp) -> None:
    assert "content-encoding" not in get(client, "/static/font.woff2").headers


def test_the_script_of_the_frame_may_be_kept_by_the_browser(client: ASGIApp) -> None:
    assert "immutable" in get(client, "/component/st_folium/static/js/main.js").headers["cache-control"]


def test_every_file_of_the_map_is_served_for_good(client: ASGIApp) -> None:
    for name, file in web_files(current()).items():
        answer = get(client, f"/kaart/{name}")
        assert answer.status == 200
        assert answer.content == gzip.decompress(file.gzipped)
        assert "immutable" in answer.headers["cache-control"]
        plain = get(client, f"/kaart/{name}", headers={"accept-encoding": "identity"})
        assert plain.content == answer.content


def test_an_old_file_of_the_map_is_not_found(client: ASGIApp) -> None:
    assert get(client, "/kaart/2023.0000000000.topojson").status == 404


def test_health_names_the_edition(client: ASGIApp) -> None:
    answer = get(client, "/gezondheid")
    assert json.loads(answer.text) == {"status": "ok", "edition": current().edition}
    assert answer.headers["cache-control"] == "no-store"


def test_everything_moves_under_the_base_path(origin: Origin, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("streamlit.get_option", lambda name: "/uitstap/")
    client = origin.app()
    assert get(client, "/uitstap/gezondheid").status == 200
    assert all(get(client, f"/uitstap/kaart/{name}").status == 200 for name in web_files(current()))


def test_bad_data_are_refused_everywhere(
    origin: Origin, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    problem = Problem("claims.csv", 12, "relation", 'onbekende code "<b>woont</b>"; kies een van de codes')

    def broken() -> None:
        raise DatasetError(Path("data"), [problem])

    monkeypatch.setattr(server, "current", broken)
    client = origin.app()
    told = capsys.readouterr().err
    assert "claims.csv" in told and "12" in told
    for address in ("/", "/dekking", "/gezondheid", "/static/js/index.js"):
        answer = get(client, address)
        assert answer.status == 503
        assert 'lang="nl"' in answer.text
        for part in ("claims.csv", "12", "relation", "&lt;b&gt;woont", "kies een van de codes"):
            assert part in answer.text
    assert origin.asked == 0


def test_streamlit_finds_the_app_in_the_entry_point() -> None:
    from streamlit.web.server.app_discovery import discover_asgi_app

    found = discover_asgi_app(Path(__file__).parents[2] / "app.py")
    assert (found.is_asgi_app, found.app_name) == (True, "app")


def test_the_entry_point_runs_as_a_session() -> None:
    app = AppTest.from_file(str(Path(__file__).parents[2] / "app.py"), default_timeout=60).run()
    assert not app.exception
    assert app.title
