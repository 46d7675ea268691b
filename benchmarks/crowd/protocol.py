"""What the page of a reader holds and says: messages of the server in, the next message to the server out.

It does what Streamlit's JavaScript does: keep the elements by their place, forget those that a run did not draw
again, keep large messages for when the server only names them, and send back the state of the widgets.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.NewSession_pb2 import NewSession
from streamlit.proto.WidgetStates_pb2 import WidgetState

SUCCESS = {ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY}


class ProtocolError(Exception):
    """The server said something that its own page could not have understood."""


@dataclass(slots=True)
class _Drawn:
    """An element at its place, the fragment that drew it (empty: the page itself) and in which run."""

    element: Any
    fragment: str
    run: int


@dataclass(slots=True)
class _Kept:
    message: ForwardMsg
    fragment: str
    run: int


@dataclass
class View:
    """One page in one session. ``query`` is the query string in the address bar."""

    query: str = ""
    path: str = ""  # of the page in the address bar, as "dekking"; empty for the front page
    session: str = ""
    page: str = ""  # Streamlit's hash of the page
    pages: dict[str, str] = field(default_factory=dict)  # path -> hash
    errors: list[str] = field(default_factory=list)
    must_reload: bool = False
    finished: int = 0  # how many runs came to their end
    received: int = 0  # bytes over the websocket
    _elements: dict[tuple[int, ...], _Drawn] = field(default_factory=dict)
    _states: dict[str, WidgetState] = field(default_factory=dict)
    _kept: dict[str, _Kept] = field(default_factory=dict)
    _fragments: tuple[str, ...] = ()  # drawn by the run that is going on; empty for the whole page
    _run: int = 0
    _max_age: int = 0

    def take(self, data: bytes) -> None:
        """Take in one message; ProtocolError when it names a message that we were not sent."""
        self.received += len(data)
        message = ForwardMsg()
        message.ParseFromString(data)
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self._start(message.new_session, tuple(message.metadata.run.fragment_ids))
        elif kind == "delta":
            if message.metadata.cacheable:
                self._kept[message.hash] = _Kept(message, message.delta.fragment_id, self._run)
            self._draw(tuple(message.metadata.delta_path), message)
        elif kind == "ref_hash":
            if message.ref_hash not in self._kept:
                raise ProtocolError(f"the server names message {message.ref_hash}, which it did not send")
            kept = self._kept[message.ref_hash]
            kept.run = self._run
            self._draw(tuple(message.metadata.delta_path), kept.message)
        elif kind == "navigation":
            self.pages = {p.url_pathname: p.page_script_hash for p in message.navigation.app_pages}
            self.page = message.navigation.page_script_hash
            self.path = next((path for path, page in self.pages.items() if page == self.page), "")
        elif kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        elif kind == "page_not_found":
            self.errors.append(f"page {message.page_not_found.page_name} not found")
        elif kind == "auth_redirect":
            self.must_reload = True
        elif kind == "script_finished":
            self._end(message.script_finished)

    def _start(self, new: NewSession, fragments: tuple[str, ...]) -> None:
        self.session = new.initialize.session_id
        self.page = new.page_script_hash
        self._max_age = new.config.max_cached_message_age
        self._fragments = fragments
        self._run += 1

    def _draw(self, place: tuple[int, ...], message: ForwardMsg) -> None:
        if message.delta.WhichOneof("type") != "new_element":
            return
        element = message.delta.new_element
        if element.WhichOneof("type") == "exception":
            self.errors.append(f"exception on the page: {element.exception.type} {element.exception.message}")
        self._elements[place] = _Drawn(element, message.delta.fragment_id, self._run)

    def _end(self, status: int) -> None:
        if status == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
            self.errors.append("the script does not compile")
        if status not in SUCCESS:  # the script starts again by itself
            return
        again = self._fragments
        self._elements = {
            place: drawn
            for place, drawn in self._elements.items()
            if drawn.run == self._run or (again and drawn.fragment not in again)
        }
        self._kept = {
            name: kept
            for name, kept in self._kept.items()
            if (again and kept.fragment not in again) or self._run - kept.run < self._max_age
        }
        self.finished += 1

    def elements(self, kind: str) -> list[tuple[Any, str]]:
        """Elements of a kind (``button_group``, ``html``, …) in order of place, each with its fragment."""
        found = [drawn for _, drawn in sorted(self._elements.items()) if drawn.element.WhichOneof("type") == kind]
        return [(getattr(drawn.element, kind), drawn.fragment) for drawn in found]

    def widget(self, kind: str, label: str) -> tuple[Any, str] | None:
        """The widget of a kind with a label, and its fragment; None when it is not on the page."""
        return next((pair for pair in self.elements(kind) if pair[0].label == label), None)

    def shows(self, text: str) -> bool:
        """Whether a piece of HTML on the page holds a text."""
        return any(text in element.body for element, _ in self.elements("html"))

    def set(self, state: WidgetState) -> None:
        """Note what the reader did to a widget; it goes along with every message from now on."""
        self._states[state.id] = state

    def rerun(self, fragment: str = "", page: str = "") -> bytes:
        """The message that asks for a run: of the page, of a fragment, or of another page by its hash."""
        message = BackMsg()
        ask = message.rerun_script
        if page and page != self.page:
            self._states.clear()
            self.query = ""
        ask.query_string = self.query
        ask.page_script_hash = page or self.page
        if not ask.page_script_hash:
            ask.page_name = self.path
        ask.fragment_id = fragment
        present = {_id(drawn.element) for drawn in self._elements.values()}
        ask.widget_states.widgets.extend(state for name, state in self._states.items() if name in present)
        ask.cached_message_hashes.extend(self._kept)
        ask.context_info.timezone = "Europe/Amsterdam"
        ask.context_info.locale = "nl-NL"
        return message.SerializeToString()


def _id(element: Any) -> str:
    """Identifier of a widget; empty for what is no widget."""
    return str(getattr(getattr(element, element.WhichOneof("type")), "id", ""))
