"""The one binding of a widget and a value in the address.

On a page a widget keeps its key whatever its value, so that for the browser it is the same widget and the keyboard
stays where it was. The address is the truth: a link, the back button or another widget changes what the widget shows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any
from zlib import crc32

import streamlit as st
from markupsafe import Markup

from coverage.i18n import label, use_language
from coverage.ui.html import collecting, join, show
from coverage.ui.params import LANGUAGE
from coverage.ui.state import Param, here, key_here
from coverage.vocabulary import Code

_ADDRESS, _NOTHING = object(), object()
# By itself Streamlit puts “all that match” above the rest, so that Enter after a name takes every name with it inside.
multiselect = partial(st.multiselect, select_all=False)


def bound(
    widget: Callable[..., Any],
    title: str,
    param: Param[Any],
    *,
    value: Any = _ADDRESS,
    take: Callable[[Any], None] | None = None,
    words: Mapping[Any, str] | None = None,
    name: str = "",
    **options: Any,
) -> Any:
    """Draw a widget (``st.selectbox``, ``st.date_input``, …) that shows a value of the address; returns that value.

    ``value`` is what it shows when that is not the value itself; ``take`` gets what a reader chooses, None when the
    widget was emptied. By default a choice goes in the address and emptying changes nothing; nor does it where a choice
    is ``required``, of which a reader who leaves for another page can leave nothing behind. ``words`` are the options
    of a choice with how each is called; the browser sends back the words, so other words make another widget. ``name``
    tells two widgets of one value apart. ``options`` go to the widget.
    """
    shown = param.get() if value is _ADDRESS else value
    key = f"bound-{key_here(name or param.name)}"
    if words is not None:
        key += f"-{crc32('|'.join(words.values()).encode()):08x}"
        options |= {"options": list(words), "format_func": words.__getitem__}
        shown = next((option for option in words if option == shown), shown)  # a code is equal to its text
    if st.session_state.get(key, _NOTHING) != shown:
        st.session_state[key] = shown

    def changed() -> None:
        use_language(LANGUAGE.get())  # a callback runs before the page sets it
        chosen = st.session_state[key]
        if chosen is not None or (take and not options.get("required")):
            (take or param.set)(chosen)

    widget(title, key=key, on_change=changed, **options)
    return shown


def pick(title: str, param: Param[Any], words: Mapping[Any, str] | type[Code], **options: Any) -> Any:
    """Choose one of some words, or one code, in a row of buttons; without the app, links."""
    if not isinstance(words, Mapping):
        words = {code: label(code) for code in words}
    if collecting():
        return _as_links(title, param, words, param.get())
    return bound(st.segmented_control, title, param, words=words, required=True, **options)


def pick_from(title: str, param: Param[Any], words: Mapping[Any, str], **options: Any) -> Any:
    """Choose one of some words in a list, without the app by links; what is no option shows as the first of them."""
    shown = param.get()
    options.setdefault("value", shown if shown in words else next(iter(words)))
    if collecting():
        return _as_links(title, param, words, options["value"])
    return bound(st.selectbox, title, param, words=words, **options)


def _as_links(title: str, param: Param[Any], words: Mapping[Any, str], shown: Any) -> Any:
    """The same choice where there are no widgets; the first view shows it to who waits in vain for the app."""
    default = param.write(param.default())
    links = join(
        Markup('<li><a href="{}"{}>{}</a></li>').format(
            here({param.name: "" if (text := param.write(option)) == default else text}),
            Markup(' aria-current="true"') if option == shown else "", word,
        )
        for option, word in words.items()
    )  # fmt: skip
    show(Markup('<nav class="without parts" aria-label="{0}"><p>{0}</p><ul>{1}</ul></nav>').format(title, links))
    return shown


def pick_day(title: str, param: Param[Any], **options: Any) -> Any:
    """Choose a day in a calendar."""
    return bound(st.date_input, title, param, name=f"{param.name}-day", format="DD-MM-YYYY", **options)


def type_in(title: str, param: Param[str], hint: str, most: int = 100) -> str:
    """Type a text of at most so many characters."""
    text: str = bound(
        st.text_input, title, param, take=lambda typed: param.set(param.parse(typed)), placeholder=hint, max_chars=most
    )
    return text
