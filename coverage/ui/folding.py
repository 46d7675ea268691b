"""Controls that a phone folds away until a reader asks for them; on a wider screen they are simply there.

The server does not know how wide a screen is: the style sheet hides them, and `assets/comfort.js` follows the button.
"""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from coverage.i18n import _
from coverage.ui.html import show


def folded_on_a_phone(name: str, words: str = "", *, horizontal: bool = False) -> st.delta_generator.DeltaGenerator:
    """A container for controls, with a button before it that only a phone shows; ``words`` say what it unfolds."""
    button = Markup('<button type="button" class="fold" aria-expanded="false">{}</button>')
    show(button.format(words or _("Keuzes en filters")))
    if horizontal:
        return st.container(horizontal=True, vertical_alignment="bottom", key=f"folded-{name}")
    return st.container(key=f"folded-{name}")
