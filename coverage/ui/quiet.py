"""Parts of a page that distinguish nothing on the date fold themselves away, with one line that says why.

Their address keeps working: a part that is asked for is shown, and is a choice as long as it is the one shown.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any, TypeVar

import streamlit as st
from markupsafe import Markup

from coverage.i18n import _
from coverage.ui.html import join, show
from coverage.ui.state import Param, here

K = TypeVar("K", bound=Hashable)


def telling(param: Param[Any], words: Mapping[K, str], silent: Mapping[K, str], chosen: K) -> dict[K, str]:
    """The parts to choose from: those that are not silent, and those chosen in this session.

    A part that is left keeps its place: other choices would be another control, and the keyboard would lose it.
    """
    opened: set[Any] = st.session_state.setdefault(f"opened-{param.name}", set())
    opened.add(chosen)
    return {part: word for part, word in words.items() if part not in silent or part in opened}


def say_why_silent(param: Param[Any], words: Mapping[K, str], silent: Mapping[K, str], chosen: K) -> None:
    """The line: each part that was folded away as a link, with its reason."""
    folded = {part: why for part, why in silent.items() if part != chosen}
    if not folded:
        return
    parts = [
        Markup('<a href="{}">{}</a> ({})').format(here({param.name: param.write(part)}), words[part], why)
        for part, why in folded.items()
    ]
    rest = join(Markup("; {}").format(part) for part in parts[1:])
    show(Markup('<p class="source quiet">{} {}{}.</p>').format(_("Zegt op deze datum niets:"), parts[0], rest))
