"""The font of icons with only those that our pages can show: 9 kB for the 375 of all four thousand.

Streamlit draws an icon as its name in a font that turns names into pictures, and every reader's first visit loads the
whole font. To leave the others out takes a second of processor time, so that a process of its own does it, after the
server has started: ``python -m coverage.ui.web.icons`` writes the smaller font. Until then readers get the font as it
came. It is kept in the cache of the user, so that the next start with the same code has it at once.
"""

from __future__ import annotations

import asyncio
import os
import sys
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from coverage.ui.web.streamlit_inside import READ_FROM, icon_font, icon_names

OURS = Path(__file__).parents[1]
_small: dict[str, bytes] = {}  # name of the file -> the smaller font, once it is made


def small_font(path: str) -> bytes | None:
    """The smaller font for the address of the font of icons, when it is ready; None for all else."""
    return _small.get(path.rpartition("/")[2])


async def make_ready() -> None:
    """Have the smaller font made, or take the kept one; when neither succeeds, all goes on with the font as it came."""
    font = icon_font()
    kept = _kept_file(font) if font else None
    if font and kept and (content := _content(kept)):
        _small[font.name] = content
        return
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-m", __name__, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
        cwd=OURS.parents[1],
    )  # fmt: skip
    try:
        made, _errors = await child.communicate()
    except asyncio.CancelledError:  # the server stops meanwhile
        child.kill()
        raise
    if child.returncode == 0 and made and font:
        _small[font.name] = made
        if kept:
            _keep(kept, made)


def _kept_file(font: Path) -> Path | None:
    """Where the smaller font is kept: another name for another font or other code, which may show other icons."""
    code = sorted((str(f.relative_to(OURS)), f.stat().st_size, f.stat().st_mtime_ns) for f in OURS.rglob("*.py"))
    made_of = sha256(repr((font.name, READ_FROM, code)).encode()).hexdigest()[:16]
    try:
        folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    except RuntimeError:  # a user without a home
        return None
    return folder / "uitstapprogrammas" / f"icons-{made_of}.woff2"


def _content(kept: Path) -> bytes:
    """What was kept, when it is a font; else nothing."""
    try:
        content = kept.read_bytes()
    except OSError:
        return b""
    return content if content.startswith(b"wOF2") else b""


def _keep(kept: Path, made: bytes) -> None:
    """Keep it in the place of those of other code; where nothing can be written, the next start makes it again."""
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        for older in kept.parent.glob("icons-*.woff2"):
            older.unlink(missing_ok=True)
        draft = kept.with_suffix(f".{os.getpid()}")
        draft.write_bytes(made)
        draft.replace(kept)
    except OSError:
        return


def with_only(font: Path, names: frozenset[str]) -> bytes:
    """A font of icons with those of these names, as WOFF2."""
    from fontTools import subset
    from fontTools.ttLib import TTFont

    whole = TTFont(font)
    options = subset.Options(flavor="woff2", layout_closure=False)  # letters alone would bring back every icon
    subsetter = subset.Subsetter(options)
    letters = {ord(letter) for name in names for letter in name}
    subsetter.populate(glyphs=sorted(_pictures(whole, names)), unicodes=sorted(letters))
    subsetter.subset(whole)
    written = BytesIO()
    whole.flavor = options.flavor
    whole.save(written)
    return written.getvalue()


def _pictures(font: object, names: frozenset[str]) -> set[str]:
    """Names of the glyphs that the font puts in the place of these names; some are spelled otherwise."""
    spelled = icons_by_name(font)
    return {spelled[name] for name in names if name in spelled}


def icons_by_name(font: object) -> dict[str, str]:
    """What the font turns into a picture: letters -> name of the glyph."""
    letter = {glyph: chr(code) for code, glyph in font.getBestCmap().items()}  # type: ignore[attr-defined]
    found: dict[str, str] = {}
    for lookup in font["GSUB"].table.LookupList.Lookup:  # type: ignore[index]
        for table in (getattr(t, "ExtSubTable", t) for t in lookup.SubTable):
            for first, ligatures in getattr(table, "ligatures", {}).items():
                for one in ligatures:
                    found["".join(letter.get(g, "?") for g in (first, *one.Component))] = one.LigGlyph
    return found


if __name__ == "__main__":
    if hasattr(os, "nice"):
        os.nice(10)  # readers come first
    if font := icon_font():
        sys.stdout.buffer.write(with_only(font, icon_names(OURS)))
