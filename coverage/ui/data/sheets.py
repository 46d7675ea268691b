"""Leafing through a long list, one sheet at a time; the number of the sheet stands in the address."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import streamlit as st
from markupsafe import Markup

from coverage.i18n import _
from coverage.ui.html import collecting, join, show
from coverage.ui.params.data import SHEET
from coverage.ui.state import beside, here

ON_A_SHEET = 20  # what a change of sheet sends stays under 20 kB
Item = TypeVar("Item")

ICONS = {"back": ":material/arrow_back:", "forward": ":material/arrow_forward:"}  # whole: the font holds what is named


def begin_again(name: str, asked: object) -> None:
    """Show the first sheet when a reader asks something else than before; who comes to an address sees its sheet."""
    if beside().setdefault(name, asked) != asked:
        beside()[name] = asked
        SHEET.set(1)


def sheet_of(found: Sequence[Item], on_a_sheet: int = ON_A_SHEET) -> tuple[Sequence[Item], int, bool]:
    """The items on the sheet that the address asks for, the number of those before it, and whether there are more
    sheets; then buttons to leaf with stand above: they stay in their place, and the next sheet begins under them.
    In the first view they are links."""
    last = max(-(-len(found) // on_a_sheet), 1)
    sheet = min(SHEET.get(), last)
    begin = (sheet - 1) * on_a_sheet
    if last > 1 and collecting():
        show(_links(sheet, last))
    elif last > 1:
        with st.container(horizontal=True, key="sheets"):
            for words, way, to in _ways(sheet):
                st.button(
                    words, icon=ICONS[way], key=f"sheet-{way}", on_click=SHEET.set, args=(to,),
                    disabled=not 1 <= to <= last,
                )  # fmt: skip
    return found[begin : begin + on_a_sheet], begin, last > 1


def _ways(sheet: int) -> tuple[tuple[str, str, int], ...]:
    return (_("Vorige"), "back", sheet - 1), (_("Volgende"), "forward", sheet + 1)


def _links(sheet: int, last: int) -> Markup:
    """The same buttons as links; one that leads nowhere is left out."""
    links = join(
        Markup('<a href="{}">{}</a> ').format(here({SHEET.name: str(to)}), words)
        for words, _icon, to in _ways(sheet)
        if 1 <= to <= last
    )
    return Markup('<nav class="sheets" aria-label="{}">{}</nav>').format(_("Bladzijden"), links)
