"""Many organisations that answer and send at once, to two server processes on one database.

``.venv/bin/python -m benchmarks.form_senders --senders 342 --minutes 10 --database postgresql+psycopg://…`` opens a
round for so many municipalities in an empty database, starts two servers, and lets each organisation come in at its own
moment, spread evenly: link, code, each question, check, send (twice, as an impatient person does) and receipt. Without
a database it is a new SQLite file; ``--minutes 0`` lets ``--side`` of them go side by side, as fast as the machine
takes them. It prints the times of all pages and sendings, and compares every receipt that was given out with the log.
The senders run on the same machine and take their part of it.
"""

from __future__ import annotations

import argparse
import http.client
import re
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from html import unescape
from pathlib import Path
from statistics import median
from urllib.parse import urlencode, urlsplit

from benchmarks.server import serve
from coverage.dataset import DATA
from coverage.dataset.problems import read_strings
from coverage.dates import today
from coverage.inventory.actors import Desk
from coverage.inventory.chain import EventKind, chain_problems
from coverage.inventory.invitations import Letter
from coverage.inventory.rounds import Dates, asked_organisations, invite, open_round
from coverage.inventory.store import Store
from coverage.inventory.store_setup import init_store

PROCESSES = 2
TARGET = 0.5  # seconds; 95% of the pages within it
_HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)">')
_ACTION = re.compile(r'<form method="post" action="([^"]*)"')
_RADIO = re.compile(r'<input type="radio" name="answer" id="[^"]*" value="([^"]*)"')


@dataclass
class Sender:
    """Somebody in the form of one organisation, by plain HTTP; ``times`` are seconds per request."""

    server: str
    times: list[float] = field(default_factory=list)
    cookies: dict[str, str] = field(default_factory=dict)

    def ask(self, path: str, form: dict[str, str] | None = None) -> tuple[str, str]:
        """Where it ended and the page, after redirects; RuntimeError for anything but a page."""
        begun = time.perf_counter()
        connection = http.client.HTTPConnection(urlsplit(self.server).netloc, timeout=120)
        headers = {"Cookie": "; ".join(f"{n}={v}" for n, v in self.cookies.items())}
        if form is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request("GET" if form is None else "POST", path, urlencode(form) if form else None, headers)
        answer = connection.getresponse()
        content = answer.read().decode()
        for line in answer.msg.get_all("set-cookie") or ():
            name, _sep, value = line.partition(";")[0].partition("=")
            self.cookies[name] = value
        connection.close()
        self.times.append(time.perf_counter() - begun)
        if answer.status == 303:
            return self.ask(str(answer.getheader("location")))
        if answer.status != 200:
            raise RuntimeError(f"{answer.status} for {path}")
        return path, content

    def go_through(self, letter: Letter) -> str:
        """Everything from link to receipt; the identifier of what was sent."""
        home = f"/opgave/{letter.link}"
        _path, page = self.ask(home)
        _path, page = self.ask(home, dict(_HIDDEN.findall(page)) | {"code": letter.code})
        begin = re.search(r'class="button" href="([^"]*)"', page)
        path = unescape(begin[1]) if begin else ""
        path, page = self.ask(path)
        while "/vraag/" in path:
            values = _RADIO.findall(page)
            answer = "unknown" if "unknown" in values else values[0]
            action = unescape(next(iter(_ACTION.findall(page))))
            path, page = self.ask(action, dict(_HIDDEN.findall(page)) | {"answer": answer})
        form = dict(_HIDDEN.findall(page)) | {"department": "beleidsmedewerker"}
        receipts = {self.ask(path.partition("?")[0], form)[0] for _time in range(2)}
        (receipt,) = receipts
        return receipt.rsplit("/", 1)[1].partition("?")[0]


@dataclass(frozen=True)
class Load:
    """What came of it: receipts given out, how many of them are lost or doubled in the log, and what went wrong.
    ``processor`` are seconds of all servers together, ``took`` those from the first request to the last."""

    times: tuple[float, ...]
    processor: float
    took: float
    receipts: int
    lost: int
    doubled: int
    faults: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Whether nothing was lost, doubled or refused."""
        return not (self.lost or self.doubled or self.faults)

    def within(self, part: float) -> float:
        """Seconds within which this part of the requests was answered."""
        return sorted(self.times)[min(int(len(self.times) * part), len(self.times) - 1)]


def prepare(store: Store, senders: int) -> list[Letter]:
    """A round in which so many municipalities are asked, and their invitations."""
    strings = read_strings(DATA)[0]
    towns = list(asked_organisations(strings, "all"))[:senders]
    asked = dict.fromkeys(towns, "municipality")
    desk = Desk("laptop")
    open_round(store, desk, "drukte", asked, Dates(today() + timedelta(28), today()))
    return invite(store, desk, "drukte")


def send_all(
    addresses: Sequence[str], letters: Sequence[Letter], seconds: float, side: int
) -> tuple[list[Sender], list[str]]:
    """Everybody's requests, and the receipts or faults in order; ``seconds`` 0: as fast as ``side`` at a time can."""
    senders = [Sender(addresses[n % len(addresses)]) for n in range(len(letters))]
    begun = time.perf_counter()

    def one(n: int) -> str:
        time.sleep(max(seconds * n / len(letters) - (time.perf_counter() - begun), 0))
        try:
            return senders[n].go_through(letters[n])
        except (RuntimeError, OSError, ValueError) as error:
            return f"fault: {error}"

    with ThreadPoolExecutor((seconds and len(letters)) or side) as pool:
        return senders, list(pool.map(one, range(len(letters))))


def measure(database: str, senders: int, minutes: float, side: int = 50) -> Load:
    """Play it on an empty database."""
    store = init_store(database)
    letters = prepare(store, senders)
    with ExitStack() as stack:
        servers = [stack.enter_context(serve("app.py", {"COVERAGE_INVENTORY": database})) for _n in range(PROCESSES)]
        for server in servers:
            Sender(server.address).ask("/opgave")  # the first page of a process is not what is measured
        begun, before = time.perf_counter(), sum(s.cpu_seconds() for s in servers)
        played, receipts = send_all([s.address for s in servers], letters, 60 * minutes, side)
        took, processor = time.perf_counter() - begun, sum(s.cpu_seconds() for s in servers) - before
    load = compared(store, played, receipts, processor, took)
    store.close()
    return load


def compared(
    store: Store, played: Sequence[Sender], receipts: Sequence[str], processor: float = 0, took: float = 0
) -> Load:
    """What :func:`send_all` gave, against the log."""
    with store.reading() as connection:
        events = store.events(connection)
    sent = Counter(e.event_id for e in events if e.kind is EventKind.SUBMITTED)
    given = [r for r in receipts if not r.startswith("fault")]
    faults = (*(r for r in receipts if r.startswith("fault")), *chain_problems(events))
    answers = Counter((e.payload["organisation"], e.payload["field"]) for e in events if e.kind is EventKind.ANSWERED)
    doubled = sum(n - 1 for n in sent.values()) + sum(n - 1 for n in answers.values())
    times = tuple(t for s in played for t in s.times)
    lost = sum(r not in sent for r in given)
    return Load(times, processor, took, len(given), lost, doubled, tuple(faults))


@contextmanager
def named_database(given: str) -> Iterator[str]:
    """The address of the empty database that was named, else that of a new SQLite file for as long as it is used."""
    if given:
        yield given
        return
    with tempfile.TemporaryDirectory() as folder:
        yield f"sqlite:///{Path(folder) / 'inventory.sqlite'}"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--database", default="", help="address of an empty database; a new SQLite file if left out")
    parser.add_argument("--senders", type=int, default=342)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--side", type=int, default=50)
    given = parser.parse_args()
    with named_database(given.database) as database:
        told(measure(database, given.senders, given.minutes, given.side))


def told(load: Load) -> None:
    """The figures, in a few lines."""
    print(f"{load.receipts} receipts; {load.lost} lost, {load.doubled} doubled, {len(load.faults)} faults")
    print(f"{len(load.times)} requests; median {median(load.times):.3f} s, 95% within {load.within(0.95):.3f} s "
          f"(target {TARGET} s), slowest {max(load.times):.2f} s")  # fmt: skip
    if load.processor:
        print(f"{load.took:.0f} s; processor of the servers {1000 * load.processor / len(load.times):.1f} ms a request")
    print(*load.faults[:5], sep="\n")


if __name__ == "__main__":
    main()
