"""Controls bound to a value in the address."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

import streamlit as st

from coverage.i18n import label
from coverage.ui.state import Param
from coverage.vocabulary import Code, TargetGroup

T = TypeVar("T")


def pick(title: str, param: Param[Code], codes: type[Code], *, hide_title: bool = False) -> Code:
    """Choose one code from a short row of buttons."""
    current = param.get()
    key = f"pick-{param.name}-{current}"

    def choose() -> None:
        param.set(st.session_state[key] or current)

    st.segmented_control(
        title,
        list(codes),
        format_func=label,
        default=current,
        key=key,
        on_change=choose,
        required=True,
        label_visibility="collapsed" if hide_title else "visible",
    )
    return current


def pick_from(title: str, param: Param[str], options: Sequence[str], words: Callable[[str], str], empty: str) -> str:
    """Choose one of many from a list, or none (the empty string, shown as ``empty``)."""
    current = param.get()
    key = f"pick-{param.name}-{current}"

    def choose() -> None:
        param.set(st.session_state[key] or "")

    shown = current if current in options else ""
    st.selectbox(
        title,
        ["", *options],
        index=["", *options].index(shown),
        key=key,
        on_change=choose,
        format_func=lambda option: words(option) if option else empty,
    )
    return shown


def pick_groups(title: str, param: Param[tuple[TargetGroup, ...]]) -> tuple[TargetGroup, ...]:
    """Choose one or more target groups; emptying the choice keeps the last one."""
    current = param.get()
    key = f"pick-{param.name}-{'-'.join(current)}"

    def choose() -> None:
        if st.session_state[key]:
            param.set(tuple(st.session_state[key]))

    st.multiselect(title, list(TargetGroup), default=list(current), format_func=label, key=key, on_change=choose)
    return current


def search(title: str, param: Param[str], hint: str) -> str:
    """A search field; what is typed stays in the address."""
    current = param.get()
    key = f"search-{param.name}-{current}"

    def choose() -> None:
        param.set(st.session_state[key].strip())

    st.text_input(title, current, key=key, on_change=choose, placeholder=hint, max_chars=100)
    return current
