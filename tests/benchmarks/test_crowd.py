"""The crowd's driver: its arithmetic, what it makes of the server's messages, and how it comes back."""

from __future__ import annotations

import math
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

from benchmarks.crowd import deeds
from benchmarks.crowd.download import Answer, named
from benchmarks.crowd.figures import percentile
from benchmarks.crowd.protocol import ProtocolError, View
from benchmarks.crowd.reconnect import LONGEST, before_attempt, before_ping

PAGES = {"": "hash-front", "dekking": "hash-dekking"}


def start(view: View, *fragments: str) -> None:
    message = ForwardMsg()
    message.new_session.initialize.session_id = "session-1"
    message.new_session.page_script_hash = "hash-front"
    message.new_session.config.max_cached_message_age = 2
    message.metadata.run.fragment_ids.extend(fragments)
    view.take(message.SerializeToString())


def draw(
    view: View, *place: int, html: str = "", dates: tuple[str, ...] = (), fragment: str = "", keep: str = ""
) -> None:
    message = ForwardMsg(hash=keep)
    message.metadata.delta_path.extend(place)
    message.metadata.cacheable = bool(keep)
    message.delta.fragment_id = fragment
    if dates:
        group = message.delta.new_element.button_group
        group.id, group.label = f"widget-{place}", deeds.DATE
        for name in dates:
            group.options.add(content=name)
        group.default.append(0)
    else:
        message.delta.new_element.html.body = html
    view.take(message.SerializeToString())


def name_again(view: View, *place: int, kept: str) -> None:
    message = ForwardMsg(ref_hash=kept)
    message.metadata.delta_path.extend(place)
    view.take(message.SerializeToString())


def navigation(view: View, path: str) -> None:
    message = ForwardMsg()
    for name, page in PAGES.items():
        message.navigation.app_pages.add(url_pathname=name, page_script_hash=page)
    message.navigation.page_script_hash = PAGES[path]
    view.take(message.SerializeToString())


def end(view: View, status: int = ForwardMsg.FINISHED_SUCCESSFULLY) -> None:
    message = ForwardMsg()
    message.script_finished = status  # type: ignore[assignment]
    view.take(message.SerializeToString())


def asked(message: bytes) -> BackMsg:
    back = BackMsg()
    back.ParseFromString(message)
    return back


def texts(view: View) -> list[str]:
    return [element.body for element, _ in view.elements("html")]


@given(st.lists(st.floats(0, 100), min_size=1), st.floats(0.01, 1))
def test_a_percentile_leaves_at_most_its_rest_above_it(values: list[float], share: float) -> None:
    found = percentile(values, share)
    assert found in values
    assert sum(value <= found for value in values) >= share * len(values) - 1e-9
    assert sum(value < found for value in values) < share * len(values) + 1e-9


def test_percentiles_of_a_hundred() -> None:
    values = [float(n) for n in range(1, 101)]
    assert [percentile(values, share) for share in (0.5, 0.95, 1)] == [50, 95, 100]
    assert math.isnan(percentile([], 0.5))


def test_a_run_of_the_page_forgets_what_it_did_not_draw() -> None:
    view = View()
    start(view)
    draw(view, 0, 0, html="a")
    draw(view, 0, 1, html="b")
    end(view)
    start(view)
    draw(view, 0, 0, html="c")
    assert texts(view) == ["c", "b"], "what is old stays until the run has ended"
    end(view)
    assert texts(view) == ["c"]
    assert (view.session, view.finished) == ("session-1", 2)


def test_a_run_of_a_fragment_leaves_the_rest_alone() -> None:
    view = View()
    start(view)
    draw(view, 0, 0, html="page")
    draw(view, 0, 1, html="old", fragment="f")
    draw(view, 0, 2, html="gone", fragment="f")
    end(view)
    start(view, "f")
    draw(view, 0, 1, html="new", fragment="f")
    end(view, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)
    assert texts(view) == ["page", "new"]


def test_a_run_that_starts_again_is_not_an_end() -> None:
    view = View()
    start(view)
    end(view, ForwardMsg.FINISHED_EARLY_FOR_RERUN)
    assert view.finished == 0


def test_a_message_that_is_only_named_comes_from_what_was_kept() -> None:
    view = View()
    start(view)
    draw(view, 0, 0, html="large", keep="h1")
    end(view)
    assert list(asked(view.rerun()).rerun_script.cached_message_hashes) == ["h1"]
    start(view)
    name_again(view, 0, 3, kept="h1")
    end(view)
    assert texts(view) == ["large"]
    with pytest.raises(ProtocolError, match="h2"):
        name_again(view, 0, 0, kept="h2")


def test_what_was_kept_is_forgotten_when_it_is_not_used() -> None:
    view = View()
    start(view)
    draw(view, 0, 0, html="large", keep="h1")
    end(view)
    for left in (["h1"], []):
        start(view)
        end(view)
        assert list(asked(view.rerun()).rerun_script.cached_message_hashes) == left


def test_a_widget_is_found_by_its_label_and_its_state_sent_while_it_is_there() -> None:
    view = View(query="datum=2013-07-01")
    start(view)
    navigation(view, "")
    draw(view, 0, 0, dates=("medio 2013", "vandaag"), fragment="f")
    end(view)
    group, fragment = view.widget("button_group", deeds.DATE) or pytest.fail("not found")
    assert fragment == "f"
    assert view.widget("selectbox", deeds.DATE) is None
    view.set(WidgetState(id=group.id, string_value="x"))
    back = asked(view.rerun(fragment)).rerun_script
    assert (back.fragment_id, back.page_script_hash, back.query_string) == ("f", "hash-front", "datum=2013-07-01")
    assert [state.id for state in back.widget_states.widgets] == [group.id]
    start(view)
    end(view)
    assert not asked(view.rerun()).rerun_script.widget_states.widgets


def test_another_page_begins_with_an_empty_address() -> None:
    view = View(query="datum=2013-07-01")
    start(view)
    navigation(view, "")
    end(view)
    back = asked(view.rerun(page="hash-dekking")).rerun_script
    assert (back.page_script_hash, back.query_string, view.query) == ("hash-dekking", "", "")


def test_a_first_visit_names_its_page_by_its_path() -> None:
    back = asked(View(query="datum=2013-07-01", path="dekking").rerun()).rerun_script
    assert (back.page_name, back.page_script_hash) == ("dekking", "")


def test_an_exception_on_the_page_is_an_error() -> None:
    view = View()
    message = ForwardMsg()
    message.delta.new_element.exception.type = "KeyError"
    start(view)
    view.take(message.SerializeToString())
    assert "KeyError" in deeds.fault(view)


def test_the_answer_of_another_date_is_wrong() -> None:
    view = View(query="datum=2013-07-01")
    start(view)
    navigation(view, "")
    draw(view, 0, 0, html=deeds.expected(deeds.chosen_date(View(query="datum=2011-06-30"))))
    end(view)
    assert "2013-07-01" in deeds.fault(view)
    draw(view, 0, 0, html=f"<p>{deeds.expected(deeds.chosen_date(view))}</p>")
    assert deeds.fault(view) == ""


def test_another_date_that_leaves_the_page_as_it_was_is_wrong() -> None:
    view = View(query="datum=2013-07-01")
    start(view)
    navigation(view, "")
    draw(view, 0, 0, dates=("medio 2013", "vandaag", deeds.OTHER_DATE), fragment="f")
    end(view)
    deed = next(found for found in (deeds.choose(view, Random(n)) for n in range(50)) if found.what == deeds.CHOSE_DATE)
    assert list(asked(deed.message).rerun_script.widget_states.widgets[0].string_array_value.data) == ["vandaag"]
    assert "vandaag" in deed.fault(view)


@pytest.mark.parametrize("seed", range(20))
def test_waits_grow_and_stay_within_their_bounds(seed: int) -> None:
    rng = Random(seed)
    assert 0.25 <= before_attempt(1, rng) <= 0.5
    assert 0.5 <= before_attempt(2, rng) <= 1
    assert LONGEST / 2 <= before_attempt(20, rng) <= LONGEST
    assert before_ping(1, rng) == 0.1
    assert 0.7 * LONGEST <= before_ping(20, rng) <= LONGEST


def test_files_are_named_relative_to_the_page() -> None:
    html = '<script src="./static/js/a.js"></script><link href="./kaart/b.css"><link href="./_stcore/agent.json">'
    answer = Answer(html.encode(), "text/html", "")
    assert named("/dekking?datum=2013-07-01", answer) == ["/static/js/a.js", "/kaart/b.css"]
