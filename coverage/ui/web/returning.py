"""A reader whose session is gone gets the page anew, from its address.

Streamlit's page reconnects by itself when its connection was lost, and finds its session back. Not so when the server
was restarted, another process took over, or the computer slept for longer than sessions are kept: then it gets an
empty session, and the page stays as it was. That session knows none of the parts of the page that are drawn on their
own (fragments), so Streamlit drops what the reader does there next: the control shows the year 2018, the map stays at
2013. The address holds the state of every view, so the page is told to load itself again, which also takes up the
scripts and the data of the process that now answers.
"""

from __future__ import annotations

from starlette.types import ASGIApp, Receive, Scope, Send

from coverage.ui.web.streamlit_inside import PROTOCOL, STREAM, is_lost, reload_message


class Returning:
    """Pure ASGI middleware before Streamlit's websocket."""

    def __init__(self, app: ASGIApp, base_path: str = "") -> None:
        self.app = app
        self.stream = base_path + STREAM

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on, but the websocket of a reader who claims a session that we do not have."""
        if scope["type"] == "websocket" and scope["path"] == self.stream and is_lost(scope["subprotocols"]):
            await _reload(receive, send)
        else:
            await self.app(scope, receive, send)


async def _reload(receive: Receive, send: Send) -> None:
    """Send the message, and wait until the page is gone: closed from our side it would connect again."""
    await receive()
    await send({"type": "websocket.accept", "subprotocol": PROTOCOL})
    await send({"type": "websocket.send", "bytes": reload_message()})
    while (await receive())["type"] != "websocket.disconnect":
        pass
