"""The font of icons that readers get holds each icon that a page can show, and little else."""

from __future__ import annotations

import asyncio
import re
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from coverage.ui.web import icons
from coverage.ui.web.streamlit_inside import icon_font, icon_names


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(icons, "_small", {})
    return tmp_path / "uitstapprogrammas"


@pytest.fixture
def made(cache: Path) -> bytes:
    """What the server's own process writes."""
    asyncio.run(icons.make_ready())
    font = icon_font()
    assert font
    return icons.small_font(f"/basis/static/media/{font.name}") or b""


def test_names_still_turn_into_icons_and_the_rest_is_gone(made: bytes) -> None:
    font, names = icon_font(), icon_names(icons.OURS)
    assert font and "download" in names and "keyboard_double_arrow_right" in names
    whole, small = icons.icons_by_name(TTFont(font)), icons.icons_by_name(TTFont(BytesIO(made)))
    assert {n for n in names if n in whole} == set(small) & names
    assert len(small) < 2 * len(names) and len(whole) > 2_000
    assert len(made) < 20_000 < font.stat().st_size


def test_icons_are_named_whole_so_that_the_font_holds_them() -> None:
    put_together = re.compile(r":material/\w*\{")
    assert [f.name for f in icons.OURS.rglob("*.py") if put_together.search(f.read_text(encoding="utf-8"))] == []


def test_other_files_stay_as_they_are() -> None:
    assert icons.small_font("/static/media/SourceSansVF-Upright.ttf.woff2") is None


def test_the_next_start_takes_the_kept_font_and_makes_one_anew_where_what_is_kept_is_none(
    made: bytes, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (kept,) = cache.iterdir()
    assert kept.read_bytes() == made
    monkeypatch.setattr("sys.executable", "/bin/false")
    monkeypatch.setattr(icons, "_small", {})
    asyncio.run(icons.make_ready())
    assert list(icons._small.values()) == [made]
    icons._small.clear()
    kept.write_bytes(b"half")
    asyncio.run(icons.make_ready())
    assert icons._small == {}


def test_where_nothing_can_be_kept_the_font_is_made_all_the_same(cache: Path) -> None:
    cache.write_bytes(b"a file where the folder should be")
    asyncio.run(icons.make_ready())
    assert icons._small


def test_without_the_font_all_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "/bin/false")
    asyncio.run(icons.make_ready())
    assert icons._small == {}
