"""Made ready before the first reader: libraries imported, and all that stays left alone by the garbage collector.

What only files need (drawing, PDF, Word, slides: a second of processor time) is imported when the first reader has had
time to read: pages import it for who asks.

Streamlit collects garbage after every run of a page, while the reader's browser waits for the last messages. Going
through the 240,000 objects of our libraries and data took 85 ms each time; there is no garbage among them.
"""

from __future__ import annotations

import asyncio
import gc
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from pkgutil import walk_packages
from types import ModuleType

from coverage import analysis, exports, ui
from coverage.inventory import InventoryError
from coverage.inventory.overlay import connect
from coverage.sender import sender
from coverage.ui.web.desk_access import desk_problem
from coverage.ui.web.icons import make_ready
from coverage.ui.web.site import site_problem
from coverage.ui.web.streamlit_inside import take_accent

PATIENCE = 15.0  # seconds after the start until the libraries for files are imported


@asynccontextmanager
async def warm(_app: object) -> AsyncIterator[None]:
    """For as long as the server runs; it does not start with an inventory, desk or setting that cannot be used."""
    if problem := site_problem() or desk_problem() or _database_problem():
        sys.stderr.write(f"{problem}\n")
        os._exit(1)  # not sys.exit: the server would print the way through its own code in place of this one line
    take_accent(sender().accent or {})
    warm_up()
    later = asyncio.create_task(_later())
    yield
    later.cancel()


async def _later() -> None:
    await make_ready()
    await asyncio.sleep(PATIENCE)
    await asyncio.to_thread(warm_up_for_files)


def _database_problem() -> str:
    try:
        connect()
    except InventoryError as error:
        return str(error)
    return ""


def warm_up() -> None:
    """Import what the pages use, and freeze what there is then: libraries, and the geography as far as it was used.

    The snapshot of the start is among it. It needs no collector: what follows from it is dropped when it is out of use.
    """
    _import_all(analysis, ui)


def warm_up_for_files() -> None:
    """The same for what only the files that readers ask for need."""
    _import_all(exports)


def _import_all(*packages: ModuleType) -> None:
    for package in packages:
        for module in walk_packages(package.__path__, f"{package.__name__}."):
            import_module(module.name)
    gc.collect()
    gc.freeze()
