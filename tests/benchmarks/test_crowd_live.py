"""Two virtual readers at a real server: the protocol that the driver speaks is still the one of this Streamlit."""

from __future__ import annotations

import asyncio
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from benchmarks.crowd import deeds
from benchmarks.crowd.figures import Tally
from benchmarks.crowd.reader import Place, Reader

sys.path.append(str(Path(__file__).parents[1] / "browser"))
from harness import serve


@pytest.mark.slow
def test_two_readers_open_act_and_leave() -> None:
    tally = Tally()

    async def visit(address: str) -> None:
        with ThreadPoolExecutor(2) as threads:
            readers = [Reader(number, Place(address, tally, threads)) for number in range(2)]
            await asyncio.gather(
                *(reader.open(query) for reader, query in zip(readers, ("", "datum=2013-07-01"), strict=True))
            )
            for _ in range(6):
                await asyncio.gather(*(reader.act() for reader in readers))
            for reader in readers:
                await reader.leave()

    with serve() as address:
        asyncio.run(visit(address))
    assert tally.failures == []
    assert len(tally.of(deeds.OPENED)) == 2
    assert len(tally.of(*deeds.DEEDS)) == 12
    assert all(done.bytes > 100_000 for done in tally.of(deeds.OPENED))
