"""Results that are kept on what they were made of, and go with it.

A result often refers back to its snapshot, so a table of results beside the snapshots would hold them for ever.
Kept *on* the snapshot the two form a ring that the garbage collector takes in one piece.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import wraps
from inspect import Parameter, Signature, signature
from typing import Any, TypeVar, cast

from coverage.i18n import language

F = TypeVar("F", bound=Callable[..., Any])
_ATTRIBUTE = "_kept_results"
_MISSING = object()


class _Entry:
    """One result, made by the first who asks; who asks meanwhile waits for it."""

    __slots__ = ("making", "value")

    def __init__(self) -> None:
        self.making = threading.RLock()  # re-entrant: a function that asks itself is a RecursionError, not silence
        self.value: Any = _MISSING


class _Results:
    """The results of one function on one snapshot, the least recently used ones dropped."""

    __slots__ = ("entries", "lock", "maxsize")

    def __init__(self, maxsize: int | None) -> None:
        self.maxsize = maxsize
        self.entries: OrderedDict[Hashable, _Entry] = OrderedDict()
        self.lock = threading.Lock()

    def get(self, key: Hashable, make: Callable[[], Any]) -> Any:
        with self.lock:
            entry = self.entries.get(key)
            if entry is None:
                entry = self.entries[key] = _Entry()
                if self.maxsize is not None and len(self.entries) > self.maxsize:
                    self.entries.popitem(last=False)
            else:
                self.entries.move_to_end(key)
        if entry.value is _MISSING:
            with entry.making:
                if entry.value is _MISSING:
                    try:
                        entry.value = make()
                    except BaseException:
                        self._forget(key, entry)
                        raise
        return entry.value

    def _forget(self, key: Hashable, entry: _Entry) -> None:
        with self.lock:
            if self.entries.get(key) is entry:
                del self.entries[key]


def _plain(function: Callable[..., Any]) -> Signature:
    """The arguments of a function whose results are kept: each can be given by place."""
    form = signature(function)
    if any(p.kind is not Parameter.POSITIONAL_OR_KEYWORD for p in form.parameters.values()):
        raise TypeError(f"{function.__qualname__}: results are kept of plain arguments only")
    return form


def per_snapshot(maxsize: int | None = 128) -> Callable[[F], F]:
    """Keep the results of a pure function on its first argument: a snapshot, or any object that never changes.

    The first argument needs a ``__dict__`` and is told apart by identity; the others must be hashable. Calls that
    mean the same are one result, however the arguments are given and whether or not defaults are written out. At
    most ``maxsize`` results of the function are kept on each object (None: all). Threads may ask at the same
    time; each result is made once. An exception is not kept.
    """

    def decorate(function: F) -> F:
        form = _plain(function)
        defaults = tuple(p.default for p in form.parameters.values())
        needed = sum(default is Parameter.empty for default in defaults)

        @wraps(function)
        def kept(*args: Any, **named: Any) -> Any:
            if named or not needed <= len(args) <= len(defaults):
                bound = form.bind(*args, **named)
                bound.apply_defaults()
                args = bound.args
            else:
                args += defaults[len(args) :]
            results: dict[Any, _Results] = vars(args[0]).setdefault(_ATTRIBUTE, {})
            own = results.get(kept) or results.setdefault(kept, _Results(maxsize))
            return own.get(args[1:], lambda: function(*args))

        return cast(F, kept)

    return decorate


def per_language(maxsize: int | None = 32) -> Callable[[F], F]:
    """The same for what is told: a function whose result is in the language in use, kept once for each language."""

    def decorate(function: F) -> F:
        form = _plain(function)

        @per_snapshot(maxsize)
        def told(owner: Any, _language: str, others: tuple[Any, ...]) -> Any:
            return function(owner, *others)

        @wraps(function)
        def in_language(*args: Any, **named: Any) -> Any:
            bound = form.bind(*args, **named)
            bound.apply_defaults()
            owner, *others = bound.args
            return told(owner, language(), tuple(others))

        return cast(F, in_language)

    return decorate


def forget(out_of_use: object) -> None:
    """Drop all that is kept on an object. Whoever still holds it may ask again; the ring with its results is broken."""
    vars(out_of_use).pop(_ATTRIBUTE, None)


def per_geography(maxsize: int | None = 128) -> Callable[[F], F]:
    """The same for what follows from the geography alone: kept on it, so that it outlives the snapshots that share it.

    The function is given the geography of the snapshot, and has no other tables.
    """

    def decorate(function: F) -> F:
        kept = per_snapshot(maxsize)(function)
        owner = next(iter(signature(function).parameters))

        @wraps(function)
        def of_geography(*args: Any, **named: Any) -> Any:
            if args:
                return kept(args[0].geography, *args[1:], **named)
            return kept(**named | {owner: named[owner].geography})

        return cast(F, of_geography)

    return decorate
