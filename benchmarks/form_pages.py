"""What a page of the form costs: processor time of the server and bytes, for every centre municipality.

``.venv/bin/python -m benchmarks.form_pages`` opens a round of the 18 in a new SQLite file and asks each of their pages
three times, in this process. Processor time, since the wall clock of a shared machine says little.
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from datetime import timedelta
from pathlib import Path
from statistics import median

from starlette.applications import Starlette
from starlette.types import Message

from coverage.dataset import DATA
from coverage.dataset.problems import read_strings
from coverage.dates import today
from coverage.forms.routes import form_routes
from coverage.inventory.actors import Desk
from coverage.inventory.response import questions_for
from coverage.inventory.rounds import Dates, asked_organisations, invite, open_round
from coverage.inventory.sessions import start_session
from coverage.inventory.store_setup import init_store

ROUND = "meting"


def get(app: Starlette, path: str, cookie: str) -> tuple[int, int]:
    """Status and size of a page."""
    scope = {
        "type": "http", "method": "GET", "path": path, "raw_path": path.encode(), "query_string": b"", "root_path": "",
        "scheme": "http", "server": ("localhost", 80), "http_version": "1.1",
        "headers": [(b"cookie", f"opgave={cookie}".encode())],
    }  # fmt: skip
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(app(scope, receive, send))
    return sent[0]["status"], sum(len(m.get("body", b"")) for m in sent[1:])


def main() -> None:
    strings = read_strings(DATA)[0]
    with tempfile.TemporaryDirectory() as folder:
        store, desk = init_store(f"sqlite:///{Path(folder) / 'inventory.sqlite'}"), Desk("laptop")
        open_round(store, desk, ROUND, asked_organisations(strings, "centres"), Dates(today() + timedelta(9), today()))
        app = Starlette(routes=form_routes("", lambda: store))
        costs: list[tuple[float, int, str]] = []
        for letter in invite(store, desk, ROUND):
            session = start_session(store, letter.link, letter.code)
            assert session is not None
            with store.reading() as connection:
                asked = questions_for(store.book(connection), strings, ROUND, letter.organisation)
            pages = ["", "/controle", "/nieuw", "/correctieblad", *(f"/vraag/{s}/{f.value}" for s, f in asked)]
            for page in pages:
                took = []
                for _n in range(4):
                    begun = time.process_time()
                    status, size = get(app, f"/opgave/{letter.link}{page}", session.token)
                    took.append(1000 * (time.process_time() - begun))
                    assert status == 200, (page, status)
                costs.append((median(took[1:]), size, f"{letter.organisation}{page}"))
        store.close()
    times = sorted(cost[0] for cost in costs)
    late = times[len(times) * 95 // 100]
    slowest, largest = max(costs), max(costs, key=lambda cost: cost[1])
    print(f"{len(costs)} pages; processor: median {median(times):.0f} ms, 95% within {late:.0f} ms")
    print(f"slowest {slowest[0]:.0f} ms ({slowest[2]}); largest {largest[1] / 1000:.1f} kB ({largest[2]})")


if __name__ == "__main__":
    main()
