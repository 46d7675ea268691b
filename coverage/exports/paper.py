"""What every PDF shares: a font that knows accents, its words about itself, and a language."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import matplotlib as mpl
from fpdf import FPDF

from coverage.i18n import document_language
from coverage.sender import sender, site_name
from coverage.vocabulary import Style

FONT = "DejaVu"  # as in the maps; it comes with the library that draws those
EDGE = 0.72  # points
INK, SOFT, ACCENT = "#1b1f24", "#4a5561", "#0b5570"


class Paper(FPDF):
    """Pages on which everything is placed by hand; text can be selected and searched."""

    def __init__(
        self, title: str, subject: str, unit: Literal["mm", "in"], size: tuple[float, float], margin: float = 0
    ) -> None:
        """``size`` (width, height) and ``margin`` (left and right) are in ``unit``."""
        super().__init__(orientation="portrait", unit=unit, format=size)
        fonts = Path(mpl.get_data_path()) / "fonts" / "ttf"
        self.add_font(FONT, "", fonts / "DejaVuSans.ttf")
        self.add_font(FONT, "B", fonts / "DejaVuSans-Bold.ttf")
        self.set_auto_page_break(False)
        self.set_margin(margin)
        self.set_title(title)
        self.set_subject(subject)
        self.set_author(sender().sender or site_name())
        self.set_lang(document_language())

    def face(self, size: float, color: str = INK, bold: bool = False) -> None:
        """Choose size (points), colour and weight of the text that follows."""
        self.set_font(FONT, "B" if bold else "", size)
        self.set_text_color(color)

    def paint(self, x: float, y: float, width: float, height: float, style: Style, border: str = "") -> None:
        """A rectangle in the fill of a style; patterns are left out, since words stand beside every colour."""
        self.set_fill_color(style.fill)
        self.set_draw_color(border or style.fill)
        self.set_line_width(EDGE / self.k)
        self.rect(x, y, width, height, style="DF")
