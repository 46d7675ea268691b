"""What the benchmark reports, as data: columns over the pages and single figures, with their targets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from statistics import median

from benchmarks.browser import View, Visit
from benchmarks.views import Target

FORMS = {"x": "{:.2f} x", "s": "{:.2f} s", "kB": "{:.1f} kB", "MB": "{:.2f} MB", "ms": "{:.0f} ms", "µs": "{:.0f} µs"}
SECONDS, LIVE, CPU = attrgetter("seconds"), attrgetter("live"), attrgetter("cpu")
HTTP, SOCKET = attrgetter("http_bytes"), attrgetter("socket_bytes")


@dataclass(frozen=True, slots=True)
class Figure:
    """A value with its unit (a key of :data:`FORMS`, or empty for a count) and the most that it may be."""

    text: str
    value: float
    unit: str = ""
    at_most: float | None = None

    @property
    def met(self) -> bool:
        """Whether it keeps to its target; True without one."""
        return self.at_most is None or self.value <= self.at_most

    def __str__(self) -> str:
        return FORMS.get(self.unit, "{:.0f}").format(self.value)


@dataclass(frozen=True, slots=True)
class Result:
    """The visits to one page."""

    target: Target
    visits: Sequence[Visit]

    def first(self, part: Callable[[View], float]) -> float:
        """Median over the first views."""
        return median(part(visit.first) for visit in self.visits)

    def steps(self, part: Callable[[View], float], over: Callable[[Iterable[float]], float] = median) -> float | None:
        """Median, or another summary, over all interactions; None for a page without."""
        values = [part(view) for visit in self.visits for view in visit.steps]
        return over(values) if values else None

    def hosts(self) -> set[str]:
        """All hosts other than our own that were asked."""
        return {h for visit in self.visits for view in (visit.first, *visit.steps) for h in view.external_hosts}


@dataclass(frozen=True, slots=True)
class Run:
    """All that was measured in one run; ``docs`` is None when the boundaries for it were not there."""

    empty: Result
    docs: Result | None
    pages: Sequence[Result]
    server: Sequence[Figure] = field(default=())


@dataclass(frozen=True, slots=True)
class Column:
    """A figure of every page. ``value`` gives None where a page has none."""

    title: str
    unit: str
    value: Callable[[Run, Result], float | None]
    at_most: float | None = None

    def figure(self, run: Run, result: Result) -> Figure | None:
        """The figure of one page; the empty page and the docs-style app have no targets."""
        value = self.value(run, result)
        ours = any(result is page for page in run.pages)
        return None if value is None else Figure(result.target.name, value, self.unit, self.at_most if ours else None)


def _theirs(run: Run, result: Result, part: Callable[[Result], float | None]) -> float | None:
    """The docs-style app against a page with a map."""
    if run.docs is None or not result.target.has_map:
        return None
    theirs, ours = part(run.docs), part(result)
    return theirs / ours if theirs and ours else None


def _empty(run: Run) -> float:
    return run.empty.first(SECONDS)


TABLES: dict[str, tuple[Column, ...]] = {
    "Ratios": (
        Column("complete / empty page", "x", lambda run, r: r.first(SECONDS) / _empty(run), 0.5),
        Column("live / empty page", "x", lambda run, r: r.first(LIVE) / _empty(run), 1.8),
        Column("docs-style / complete", "x", lambda run, r: _theirs(run, r, lambda x: x.first(SECONDS))),
        Column("docs-style / live", "x", lambda run, r: _theirs(run, r, lambda x: x.first(LIVE))),
        Column("docs-style / interaction", "x", lambda run, r: _theirs(run, r, lambda x: x.steps(SECONDS))),
        Column("docs-style / its bytes", "x", lambda run, r: _theirs(run, r, lambda x: x.steps(SOCKET))),
        Column("docs-style / its CPU", "x", lambda run, r: _theirs(run, r, lambda x: x.steps(CPU))),
    ),
    "First visit": (
        Column("complete", "s", lambda run, r: r.first(SECONDS)),
        Column("live", "s", lambda run, r: r.first(LIVE)),
        Column("whole page", "s", lambda run, r: r.first(attrgetter("whole"))),
        Column("requests", "", lambda run, r: r.first(attrgetter("requests"))),
        Column("over HTTP", "MB", lambda run, r: r.first(HTTP) / 1e6, 1.3),
        Column("websocket", "kB", lambda run, r: r.first(SOCKET) / 1e3, 60),
        Column("other hosts", "", lambda run, r: len(r.hosts()), 0),
        Column("server CPU", "ms", lambda run, r: r.first(CPU) * 1e3),
    ),
    "Interaction": (
        Column("median", "s", lambda run, r: r.steps(SECONDS), 0.2),
        Column("slowest", "s", lambda run, r: r.steps(SECONDS, max)),
        Column("websocket, most", "kB", lambda run, r: r.steps(lambda v: v.socket_bytes / 1e3, max), 20),
        Column("over HTTP, most", "kB", lambda run, r: r.steps(lambda v: v.http_bytes / 1e3, max)),
        Column("server CPU, median", "ms", lambda run, r: r.steps(lambda v: v.cpu * 1e3), 50),
    ),
}
