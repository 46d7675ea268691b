"""Properties of the log: the book follows from it alone, in whatever parts it is read; nothing is changed unseen."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from uuid import UUID, uuid5

from hypothesis import given, settings
from hypothesis import strategies as st
from small_package import small_tables

from coverage.dataset.frames import string_frame
from coverage.dataset.tables import TABLES
from coverage.inventory.book import OPEN, replay
from coverage.inventory.chain import GENESIS, EventKind, LogEvent, NewEvent, chain_problems, linked
from coverage.inventory.fold import fold
from coverage.vocabulary import AnswerField, AnswerKind, AnswerState

START = datetime(2026, 3, 1, 12, tzinfo=UTC)
NAMESPACE = UUID("00000000-0000-0000-0000-000000000013")
SAID = [
    ("GM9001", "programme:P-EIK", AnswerField.EXISTENCE, AnswerKind.CONFIRMED, None, ""),
    ("GM9001", "programme:P-EIK", AnswerField.EXISTENCE, AnswerKind.ENDED, None, ""),
    ("GM9001", "programme:P-EIK", AnswerField.EXECUTOR, AnswerKind.CHANGED, None, "Stichting X"),
    ("GM9001", "programme:P-EIK", AnswerField.AREA, AnswerKind.CHANGED, ["GM9002", "GM9014"], ""),
    ("GM9001", "programme:P-EIK", AnswerField.AREA, AnswerKind.UNKNOWN, None, ""),
    ("GM9001", "programme:P-EIK", AnswerField.GROUPS, AnswerKind.CHANGED, ["men", "women"], ""),
    ("GM9007", "region:2", AnswerField.EXISTENCE, AnswerKind.NONE, None, ""),
    ("GM9007", "region:2", AnswerField.EXISTENCE, AnswerKind.NOT_OURS, None, ""),
]
# What happens: an answer is given, or one of those given is judged, withdrawn or erased.
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("say"), st.integers(0, len(SAID) - 1)),
        st.tuples(st.sampled_from(["accepted", "returned", "rejected", "withdrawn", "redacted"]), st.integers(0, 20)),
    ),
    max_size=25,
)


def log_of(steps: list[tuple[str, int]]) -> list[LogEvent]:
    """A log in which each step happens when it can; judging what is open, erasing what has a text."""
    events: list[LogEvent] = []

    def write(new: NewEvent) -> None:
        before = events[-1].hash if events else GENESIS
        events.append(linked(new, len(events) + 1, before, START + timedelta(days=len(events))))

    for n, (what, which) in enumerate(steps):
        event_id = str(uuid5(NAMESPACE, str(n)))
        if what == "say":
            organisation, subject, field, kind, value, text = SAID[which]
            payload = {
                "organisation": organisation, "subject": subject, "field": field.value, "kind": kind.value,
                "value": value, "since": "", "shown": None, "base_seq": 0, "channel": "phone", "submission": event_id,
            }  # fmt: skip
            texts = {"value": text, "remark": "wij belden"}
            write(NewEvent(event_id, EventKind.ANSWERED, "desk:a", payload, texts))
            continue
        answers = list(replay(events).answers.values())
        wanted = [a for a in answers if what == "redacted" or a.state in OPEN]
        if wanted:
            about = wanted[which % len(wanted)].answer_id
            payload = {"names": ["remark", "value"], "ground": "naam"} if what == "redacted" else {}
            texts = {"told": "omdat"} if what in {"returned", "rejected"} else {}
            write(NewEvent(event_id, EventKind(what), "desk:b", payload, texts, about=about))
    return events


@cache
def country():
    rows = small_tables()
    return {
        name: string_frame(table, [dict.fromkeys(table.columns, "") | row for row in rows.get(name, [])])
        for name, table in TABLES.items()
    }


@given(STEPS, st.integers(0, 25))
@settings(max_examples=150, deadline=None)
def test_a_book_read_in_two_parts_is_the_same_and_the_first_part_is_left_as_it_was(steps, cut: int) -> None:
    events = log_of(steps)
    first = replay(events[:cut])
    kept = replay(events[:cut])
    assert replay(events[cut:], first) == replay(events)
    assert first == kept


@given(STEPS)
@settings(max_examples=100, deadline=None)
def test_after_erasing_the_log_tells_the_same_book(steps) -> None:
    """Whoever reads after a text was erased has the book of whoever read along; and the chain holds without it."""
    events = log_of(steps)
    erased = {e.about for e in events if e.kind is EventKind.REDACTED}
    left = [replace(e, texts={}) if e.event_id in erased else e for e in events]
    assert replay(left) == replay(events)
    assert list(chain_problems(left)) == []


@given(STEPS)
@settings(max_examples=25, deadline=None)
def test_the_tables_follow_from_what_was_accepted_in_that_order_and_from_nothing_else(steps) -> None:
    events = log_of(steps)
    book = replay(events)
    made = fold(country(), book)
    silent = [e for e in events if e.kind is not EventKind.REMINDED]
    assert all(made[name].equals(frame) for name, frame in fold(country(), replay(silent)).items())
    accepted = [a.answer_id for a in book.answers.values() if a.state is AnswerState.ACCEPTED]
    assert sorted(made["answers"]["answer_id"]) == sorted(accepted)
    if not accepted:
        assert all(made[name] is frame for name, frame in country().items())


@given(STEPS, st.integers(0, 25))
@settings(max_examples=25, deadline=None)
def test_publishing_in_two_parts_gives_the_tables_of_publishing_at_once(steps, cut: int) -> None:
    """Unless a text was erased in between: what was published stays in the editions."""
    events = log_of([s for s in steps if s[0] != "redacted"])
    earlier = fold(country(), replay(events[:cut]))
    book = replay(events)
    at_once, in_parts = fold(country(), book), fold(earlier, book)
    for name, frame in at_once.items():
        assert in_parts[name].equals(frame), name


@given(STEPS, st.data())
@settings(max_examples=60, deadline=None)
def test_whatever_is_changed_or_left_out_is_seen(steps, data) -> None:
    events = log_of([("say", 2), *steps, ("say", 0)])
    assert list(chain_problems(events)) == []
    at = data.draw(st.integers(0, len(events) - 2))
    change = data.draw(
        st.sampled_from([
            {"actor": "desk:x"}, {"payload": {"kind": "ended"}}, {"at": "2026-01-01T00:00:00.000+00:00"},
            {"texts": {"remark": "iets anders"}}, {"about": "iets"},
        ])
    )  # fmt: skip
    changed = [*events]
    changed[at] = replace(events[at], **change)
    if changed[at] != events[at] and not (change.keys() == {"texts"} and not events[at].digests):
        assert list(chain_problems(changed))
    assert list(chain_problems(events[:at] + events[at + 1 :]))
