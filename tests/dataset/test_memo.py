"""Results that are kept on their snapshot: one per question, made once, gone with it."""

from __future__ import annotations

import gc
import threading
import weakref
from concurrent.futures import ThreadPoolExecutor

import pytest

from coverage.dataset.memo import per_language, per_snapshot
from coverage.i18n import LANGUAGES, language, use_language


class Thing:
    """Stands for a snapshot."""


class Answer:
    """Refers back to what it was made of, as the results of a snapshot do."""

    def __init__(self, thing: Thing, words: tuple[object, ...]) -> None:
        self.thing, self.words = thing, words


@per_snapshot(maxsize=2)
def asked(thing: Thing, what: str, limit: int = 3, where: str | None = None) -> Answer:
    """Something with defaults."""
    return Answer(thing, (what, limit, where))


def test_a_question_is_one_result_however_it_is_asked() -> None:
    thing = Thing()
    first = asked(thing, "x")
    assert first is asked(thing, "x", 3) is asked(thing, "x", 3, None) is asked(thing, what="x", where=None)
    assert first is asked(thing=thing, limit=3, what="x")
    assert first.words == ("x", 3, None)
    assert asked(thing, "x", 4) is not first


def test_the_least_recently_used_goes_first_and_each_object_has_its_own() -> None:
    thing, other = Thing(), Thing()
    a, b = asked(thing, "a"), asked(thing, "b")
    assert asked(thing, "a") is a
    asked(thing, "c")
    assert asked(thing, "a") is a
    assert asked(thing, "b") is not b
    assert asked(other, "a") is not a


def test_many_threads_make_a_result_once() -> None:
    made: list[int] = []
    begun, go = threading.Event(), threading.Event()

    @per_snapshot()
    def slow(thing: Thing, key: int) -> Answer:
        made.append(key)
        begun.set()
        assert go.wait(20)
        return Answer(thing, (key,))

    thing = Thing()
    with ThreadPoolExecutor(8) as pool:
        running = [pool.submit(slow, thing, 1) for _ in range(8)]
        assert begun.wait(20)
        go.set()
        assert len({id(each.result()) for each in running}) == 1
    assert made == [1]


def test_another_question_does_not_wait() -> None:
    inside, go = threading.Event(), threading.Event()

    @per_snapshot()
    def waits(thing: Thing, key: int) -> int:
        if key == 1:
            inside.set()
            assert go.wait(20)
        return key

    thing = Thing()
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(waits, thing, 1)
        assert inside.wait(20)
        assert pool.submit(waits, thing, 2).result(20) == 2
        go.set()
        assert first.result() == 1


def test_an_exception_is_not_kept() -> None:
    tries: list[int] = []

    @per_snapshot()
    def fails_once(thing: Thing) -> str:
        tries.append(1)
        if len(tries) == 1:
            raise OSError("gone")
        return "there"

    thing = Thing()
    with pytest.raises(OSError, match="gone"):
        fails_once(thing)
    assert fails_once(thing) == fails_once(thing) == "there"
    assert len(tries) == 2


def test_results_go_with_what_they_were_made_of() -> None:
    thing = Thing()
    gone = weakref.ref(thing), weakref.ref(asked(thing, "x"))
    del thing
    gc.collect()
    assert [ref() for ref in gone] == [None, None]


def test_a_method_is_kept_on_its_own_object() -> None:
    class Shape(Thing):
        @per_snapshot(maxsize=None)
        def side(self, n: int) -> Answer:
            return Answer(self, (n,))

    one, other = Shape(), Shape()
    assert one.side(1) is one.side(n=1)
    assert one.side(1) is not other.side(1)


def test_arguments_that_cannot_be_told_apart_are_refused_at_once() -> None:
    with pytest.raises(TypeError, match="plain arguments"):

        @per_snapshot()
        def loose(thing: Thing, *others: int) -> int:
            return len(others)

    with pytest.raises(TypeError, match="what"):
        asked(Thing())  # type: ignore[call-arg]


def test_what_is_told_is_kept_in_each_language() -> None:
    made: list[tuple[str, int]] = []

    @per_language()
    def told(thing: Thing, number: int, more: bool = False) -> str:
        made.append((language(), number))
        return f"{language()} {number} {more}"

    thing = Thing()
    try:
        for _again in range(2):
            for spoken in LANGUAGES:
                use_language(spoken)
                assert told(thing, 1) == told(thing, number=1, more=False) == f"{spoken} 1 False"
    finally:
        use_language("nl")
    assert made == [(spoken, 1) for spoken in LANGUAGES]
