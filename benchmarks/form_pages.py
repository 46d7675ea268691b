"""What a page of the form costs: processor time of the server and bytes, for every centre municipality.

``.venv/bin/python -m benchmarks.form_pages`` opens a round of the 18 in a new SQLite file and asks each of their pages
three times, in this process. Processor time, since the wall clock of a shared machine says little.
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from starlette.applications import Starlette
from starlette.types import Message

from benchmarks.one_round import ROUND, one_round
from coverage.dataset import DATA
from coverage.dataset.problems import read_strings
from coverage.forms.routes import form_routes
from coverage.inventory.response import questions_for
from coverage.inventory.sessions import start_session


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

    with ThreadPoolExecutor(1) as pool:  # where the browser runs beside it, this thread has a loop already
        pool.submit(lambda: asyncio.run(app(scope, receive, send))).result()
    return sent[0]["status"], sum(len(m.get("body", b"")) for m in sent[1:])


@dataclass(frozen=True, slots=True)
class Cost:
    """A page of the form: milliseconds of processor time, bytes, and where."""

    milliseconds: float
    size: int
    page: str


def costs() -> list[Cost]:
    """What every page of every centre municipality costs, in a round that was just opened."""
    strings = read_strings(DATA)[0]
    found = []
    with tempfile.TemporaryDirectory() as folder:
        made = one_round(Path(folder), strings)
        app = Starlette(routes=form_routes("", lambda: made.store))
        for letter in made.letters:
            session = start_session(made.store, letter.link, letter.code)
            assert session is not None
            with made.store.reading() as connection:
                asked = questions_for(made.store.book(connection), strings, ROUND, letter.organisation)
            pages = ["", "/controle", "/nieuw", "/correctieblad", *(f"/vraag/{s}/{f.value}" for s, f in asked)]
            for page in pages:
                took = []
                for _n in range(4):
                    begun = time.process_time()
                    status, size = get(app, f"/opgave/{letter.link}{page}", session.token)
                    took.append(1000 * (time.process_time() - begun))
                    assert status == 200, (page, status)
                found.append(Cost(median(took[1:]), size, f"{letter.organisation}{page}"))
        made.store.close()
    return found


def main() -> None:
    """Measure and print."""
    found = costs()
    times = sorted(cost.milliseconds for cost in found)
    late = times[len(times) * 95 // 100]
    slowest, largest = max(found, key=lambda cost: cost.milliseconds), max(found, key=lambda cost: cost.size)
    print(f"{len(found)} pages; processor: median {median(times):.0f} ms, 95% within {late:.0f} ms")
    print(
        f"slowest {slowest.milliseconds:.0f} ms ({slowest.page}); largest {largest.size / 1000:.1f} kB ({largest.page})"
    )


if __name__ == "__main__":
    main()
