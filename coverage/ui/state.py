"""State of a view in the address, so that every view is a link that can be mailed.

A :class:`Param` reads its value from the address when the reader comes to it from outside (a link, the
back button), keeps it while the reader moves between pages, and writes it back. A bad value gives a
friendly line and the default, never a trace.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from urllib.parse import urlencode

import streamlit as st

T = TypeVar("T")
MAX_LENGTH = 200
TOLD = "told"  # in the session: what the address holds of each value that was read since the reader came to it
BESIDE = "beside"  # in the session: :func:`beside`
_ADDRESS: ContextVar[Mapping[str, str] | None] = ContextVar("address", default=None)


class BadValue(ValueError):
    """A value from the address that cannot be used; the message tells the reader what was expected."""


def readable(raw: str) -> str:
    """What is read of a value from an address: its start, without control characters and marks that turn text."""
    return "".join(c for c in raw[:MAX_LENGTH] if c.isprintable())


@contextmanager
def reading(address: Mapping[str, str]) -> Iterator[None]:
    """Outside a reader's session: let every :class:`Param` tell what this address holds, or its default."""
    token = _ADDRESS.set(address)
    try:
        yield
    finally:
        _ADDRESS.reset(token)


def address() -> dict[str, str]:
    """The names and values in the address that is read: that of :func:`reading`, or of the reader's session."""
    given = _ADDRESS.get()
    return dict(st.query_params.to_dict() if given is None else given)


def here(changes: Mapping[str, str]) -> str:
    """The address of this page with some values changed; an empty value is left out."""
    values = {**address(), **changes}
    return "?" + urlencode({name: value for name, value in values.items() if value})


def arrive() -> None:
    """The reader came to an address by a link or the back button: each :class:`Param` reads it once more.

    In any other run it can be behind, never ahead: the browser learns of a choice after the server, and a reader who
    is quick sends the next one with the address of before the first.
    """
    st.session_state[TOLD] = {}
    st.session_state[BESIDE] = {}


def beside() -> dict[str, Any]:
    """What a view keeps beside the address until the reader comes to one, such as a text that was refused."""
    kept: dict[str, Any] = st.session_state.setdefault(BESIDE, {})
    return kept


def enter(page: str) -> None:
    """Note which page is shown, since moving to another page empties the address but not the state."""
    st.session_state["moved"] = st.session_state.get("page") != page
    st.session_state["page"] = page
    if moved():
        arrive()


def key_here(name: str) -> str:
    """The key of a widget on the page that is shown.

    Under one key on two pages Streamlit would give it another identity, but still tell the value of the first: the
    widget would begin empty, and nobody would see that.
    """
    return f"{st.session_state.get('page', '')}-{name}"


def moved() -> bool:
    """Whether this run is the first on its page."""
    return bool(st.session_state.get("moved", True))


@dataclass(frozen=True)
class Param(Generic[T]):
    """One named value in the address. ``parse`` raises :class:`BadValue` for what it does not understand."""

    name: str
    parse: Callable[[str], T]
    write: Callable[[T], str]
    default: Callable[[], T]
    lasting: bool = False  # an address without the value does not take it away

    @property
    def key(self) -> str:
        """Where the value lives in the session."""
        return f"param-{self.name}"

    def get(self) -> T:
        """The value in use; shows one line when the address held something unusable."""
        address = _ADDRESS.get()
        if address is not None:
            return self._read(address)
        if self.name not in _told():
            self._arrive(st.query_params.get(self.name))
        value: T = st.session_state.setdefault(self.key, self.default())
        self._publish(value)
        return value

    def _arrive(self, raw: str | None) -> None:
        st.session_state.pop(f"{self.key}-problem", None)
        if raw is not None:
            try:
                st.session_state[self.key] = self.parse(readable(raw))
            except BadValue as problem:
                st.session_state[self.key] = self.default()
                st.session_state[f"{self.key}-problem"] = str(problem)
                _told()[self.name] = raw  # it stays in the address for as long as the line about it stands
        elif not (moved() or self.lasting):  # the back button took it away
            st.session_state[self.key] = self.default()

    def _read(self, address: Mapping[str, str]) -> T:
        with suppress(BadValue):  # the app explains it
            if self.name in address:
                return self.parse(readable(address[self.name]))
        return self.default()

    def problem(self) -> str:
        """What was wrong with the address; empty when nothing was."""
        return str(st.session_state.get(f"{self.key}-problem", ""))

    def set(self, value: T) -> None:
        """Change the value, as a widget does, and with it the address."""
        st.session_state[self.key] = value
        st.session_state.pop(f"{self.key}-problem", None)
        self._publish(value)

    def _publish(self, value: T) -> None:
        told = _told()
        if not self.problem():
            told[self.name] = "" if value == self.default() else self.write(value)
        if st.query_params.get(self.name, "") != told[self.name]:
            _write(told)


def _told() -> dict[str, str]:
    found: dict[str, str] = st.session_state.setdefault(TOLD, {})
    return found


def _write(told: Mapping[str, str]) -> None:
    """Put all that is known in the address: a part that is drawn by itself asks for its own values alone."""
    for name, text in told.items():
        if text:
            st.query_params[name] = text
        elif name in st.query_params:
            del st.query_params[name]
