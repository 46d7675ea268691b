"""What the files that readers ask for cost: processor time of the server, each for a date that nobody asked for before.

Run with ``python -m benchmarks.files``. The first of each, which fills what all dates share, does not count; what stays
is left alone by the garbage collector, as in the server.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import date, timedelta
from statistics import median

from coverage.analysis.answer.brief import brief
from coverage.analysis.profile.facts import profile
from coverage.analysis.status import status_at
from coverage.analysis.story.plan import story
from coverage.analysis.story.scene import Wish
from coverage.dataset import Dataset, current
from coverage.exports.answer_docx import docx_bytes
from coverage.exports.deck_pptx import pptx_bytes
from coverage.exports.factsheet_pdf import factsheet_pdf
from coverage.ui.first_view import first_view
from coverage.ui.web.warm import warm_up
from coverage.vocabulary import SlideKind

TARGET, HELD_UP = 0.5, 0.1  # seconds
REPEAT, SLIDES = 5, 12
ON = date(2019, 3, 4)


def _deck(ds: Dataset, on: date) -> bytes:
    return pptx_bytes(ds, story(ds, Wish(on=on, kinds=tuple(SlideKind)[: SLIDES - 1])))  # the title is a slide too


def _sheet(ds: Dataset, on: date) -> bytes:
    found = profile(ds, max(status_at(ds, on).rows, key=lambda row: row.inhabitants).code, on)
    return factsheet_pdf(ds, found)


FILES: dict[str, Callable[[Dataset, date], bytes]] = {
    "fact sheet of the largest municipality": _sheet,
    f"deck of {SLIDES} slides, PowerPoint": _deck,
    "answers as Word": lambda ds, on: docx_bytes(ds, brief(ds, on)),
}


def seconds(ds: Dataset, make: Callable[[Dataset, date], bytes]) -> float:
    """Median processor seconds of one kind of file."""
    taken = []
    for turn in range(REPEAT + 1):
        if turn == 1:
            warm_up()
        began = time.process_time()
        make(ds, ON + timedelta(days=turn))
        taken.append(time.process_time() - began)
    return median(taken[1:])


def held_up(ds: Dataset) -> float:
    """The most seconds that a page took longer while another reader's deck was made, against its median without.

    Both in this process, each on a thread, as in the server; the page is a first view for a date not asked for before.
    """

    def page(turn: int) -> float:
        began = time.perf_counter()
        first_view(ds, "/dekking", {"datum": (ON + timedelta(days=turn)).isoformat()})
        return time.perf_counter() - began

    alone = median(page(turn) for turn in range(100, 100 + 2 * REPEAT))
    done = threading.Event()

    def decks() -> None:
        for turn in range(REPEAT):
            _deck(ds, ON + timedelta(days=200 + turn))
        done.set()

    threading.Thread(target=decks).start()
    beside, turn = [], 300
    while not done.is_set():
        beside.append(page(turn))
        turn += 1
        time.sleep(0.02)
    return max(beside) - alone


def main() -> None:
    """Measure and print."""
    for name, make in FILES.items():
        print(f"{name}: {seconds(current(), make):.2f} s (at most {TARGET})")
    print(f"a page of another reader meanwhile: {held_up(current()):.2f} s later (at most {HELD_UP})")


if __name__ == "__main__":
    main()
