"""The font of icons with only those that our pages can show: 9 kB for the 375 of all four thousand.

Streamlit draws an icon as its name in a font that turns names into pictures, and every reader's first visit loads the
whole font. To leave the others out takes a second of processor time, so that a process of its own does it, once, after
the server has started: ``python -m coverage.ui.web.icons`` writes the smaller font. Until then readers get the font as
it came.
"""

from __future__ import annotations

import asyncio
import os
import sys
from io import BytesIO
from pathlib import Path

from coverage.ui.web.streamlit_inside import icon_font, icon_names

OURS = Path(__file__).parents[1]
_small: dict[str, bytes] = {}  # name of the file -> the smaller font, once it is made


def small_font(path: str) -> bytes | None:
    """The smaller font for the address of the font of icons, when it is ready; None for all else."""
    return _small.get(path.rpartition("/")[2])


async def make_ready() -> None:
    """Have the smaller font made; when that does not succeed, all goes on with the font as it came."""
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-m", __name__, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
        cwd=OURS.parents[1],
    )  # fmt: skip
    try:
        made, _errors = await child.communicate()
    except asyncio.CancelledError:  # the server stops meanwhile
        child.kill()
        raise
    if child.returncode == 0 and made and (font := icon_font()):
        _small[font.name] = made


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
