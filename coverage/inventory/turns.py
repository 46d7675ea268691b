"""Whose turn it is to write in a SQLite file.

SQLite lets a writer who finds the file taken look again after a sleep of up to a tenth of a second, and whoever looks
at the right moment goes first: with fifty at once the unlucky waited seconds for transactions of a few milliseconds.
Here writers stand in a queue: of one process at a lock, those of several processes at a file beside the database.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import IO


class WriterTurns:
    """Turns of the writers of one SQLite file, over all threads and processes of a machine.

    The file ``<database>-turn`` stays empty. Locking the database itself would let go of SQLite's locks on closing.
    """

    def __init__(self, database: Path, wait: float) -> None:
        self._file = database.with_name(f"{database.name}-turn")
        self._wait = wait
        self._lock = Lock()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for it, and keep it while the block runs; a process that is killed gives it up.

        TimeoutError when others of this process keep it longer than ``wait`` seconds, or when there is no place for the
        file: then the database cannot be written either.
        """
        if not self._lock.acquire(timeout=self._wait):
            raise TimeoutError(f"no turn to write within {self._wait} s")
        try:
            with self._opened() as file:
                if sys.platform != "win32":  # there SQLite's own wait has to do between processes
                    import fcntl

                    fcntl.flock(file, fcntl.LOCK_EX)
                yield
        finally:
            self._lock.release()

    def _opened(self) -> IO[bytes]:
        try:
            return self._file.open("ab")
        except OSError as error:
            raise TimeoutError(str(error)) from error
