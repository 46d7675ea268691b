"""The crowd's driver: its arithmetic, and that it still speaks the protocol of this Streamlit."""

from __future__ import annotations

import asyncio
import sys
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from benchmarks.crowd.reader import DATES, OTHER_DATE, Reader, Shown, Tally, expected, percentile, question, take

sys.path.append(str(Path(__file__).parents[1] / "browser"))
from harness import serve


@given(st.lists(st.floats(0, 100), min_size=1), st.floats(0.01, 1))
def test_a_percentile_leaves_at_most_its_rest_above_it(values: list[float], share: float) -> None:
    found = percentile(values, share)
    assert found in values
    assert sum(value <= found for value in values) >= share * len(values) - 1e-9
    assert sum(value < found for value in values) < share * len(values) + 1e-9


def test_a_choice_is_sent_with_the_fragment_and_forgets_what_was_shown() -> None:
    shown = Shown(page="front", query="datum=2013-07-01", html="old")
    message = ForwardMsg()
    message.delta.fragment_id = "f"
    group = message.delta.new_element.button_group
    group.id, group.label = "w", DATES
    assert not take(shown, message.SerializeToString())
    back = BackMsg()
    back.ParseFromString(question(shown, "vandaag"))
    ask = back.rerun_script
    assert (ask.fragment_id, ask.page_script_hash, ask.query_string) == ("f", "front", "datum=2013-07-01")
    assert list(ask.widget_states.widgets[0].string_array_value.data) == ["vandaag"]
    assert shown.html == ""


def test_a_run_that_starts_again_is_not_an_end_and_an_exception_is_a_failure() -> None:
    again, fault = ForwardMsg(), ForwardMsg()
    again.script_finished = ForwardMsg.FINISHED_EARLY_FOR_RERUN
    assert not take(Shown(), again.SerializeToString())
    fault.delta.new_element.exception.type = "KeyError"
    with pytest.raises(OSError, match="KeyError"):
        take(Shown(), fault.SerializeToString())


@pytest.mark.slow
def test_two_readers_open_choose_and_leave() -> None:
    tally = Tally()

    async def visit(address: str) -> None:
        readers = [Reader(address, number, tally) for number in range(2)]
        await asyncio.gather(*(r.open(q) for r, q in zip(readers, ("", "datum=2013-07-01"), strict=True)))
        for _ in range(3):
            await asyncio.gather(*(reader.choose() for reader in readers))
        for reader in readers:
            await reader.leave()

    with serve() as address:
        asyncio.run(visit(address))
    assert tally.failures == []
    assert (len(tally.opened), len(tally.chosen)) == (2, 6)
    assert expected(date(2013, 7, 1)) != expected(date(2018, 12, 31))


def test_a_reader_never_chooses_the_date_that_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """The widget keeps telling the date that it began with; a reader who chose that of now changed nothing."""
    reader = Reader("http://127.0.0.1", 1, Tally())
    options = [SimpleNamespace(content=name) for name in ("een", "twee", OTHER_DATE)]
    reader.shown = Shown(dates=SimpleNamespace(options=options, default=[0], raw_values=["een"]))

    async def run(name: str = "") -> None:
        reader.shown.query = name

    monkeypatch.setattr(reader, "_run", run)
    for _turn in range(5):
        asyncio.run(reader.choose())
    assert reader.tally.failures == []
