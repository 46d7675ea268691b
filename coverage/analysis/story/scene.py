"""What the presenter wishes, and the figures that every slide about it is made from."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, field
from datetime import date, timedelta

from coverage.analysis.editions.edition import Edition, edition, previous
from coverage.analysis.status import DEFAULT_MAX_AGE, StatusReport, status_at
from coverage.dataset import Dataset
from coverage.dates import today
from coverage.inventory.book import Book
from coverage.inventory.response import Response, response
from coverage.inventory.subjects import Tables, tables_of
from coverage.vocabulary import SlideKind

OF_A_ROUND = (SlideKind.RESPONSE, SlideKind.HEARD)
ON_REQUEST = (SlideKind.SMALL_MAPS, SlideKind.HEAT, SlideKind.STEPS, SlideKind.REGION_CHAIN)
DEFAULT_KINDS = tuple(kind for kind in SlideKind if kind not in (*OF_A_ROUND, *ON_REQUEST))
MONTHS_BETWEEN_MEETINGS = 6
LEAST_MONTHS = 3  # an edition of last week tells nothing of what changed since the last meeting


@dataclass(frozen=True, slots=True)
class RoundNow:
    """The response of a round and the log it was read from: its last number and hash, and how many answers wait.

    Two are the same when the log and the day are: so what was drawn of one can be kept.
    """

    response: Response = field(compare=False)
    name: str
    on: date
    seq: int
    head: str
    waiting: int


def round_now(book: Book, tables: Tables, name: str, on: date) -> RoundNow:
    """How far a round is on a day."""
    waiting = sum(a.round == name for a in book.open_answers())
    return RoundNow(response(book, tables, name, on), name, on, book.seq, book.head, waiting)


def heard_now(ds: Dataset, book: Book | None) -> RoundNow | None:
    """How far the last round is today; None without an inventory or before the first round."""
    last = next(reversed(book.rounds), None) if book else None
    return round_now(book, tables_of(ds), last, today()) if book and last else None


def usual_kinds(book: Book | None) -> tuple[SlideKind, ...]:
    """With an inventory in which a round was opened, what it brought comes first."""
    return (*OF_A_ROUND, *DEFAULT_KINDS) if book and book.rounds else DEFAULT_KINDS


@dataclass(frozen=True, slots=True)
class Wish:
    """What the presenter chose. ``regions`` are DUUP numbers; ``place`` and ``meeting`` say where and when it is told.

    ``edition`` is a name and ``earlier`` a date to compare with: without either, the last edition of at least three
    months before ``on``, or else half a year earlier. ``heard`` is how far the last round is, where there is an
    inventory.
    """

    on: date
    kinds: tuple[SlideKind, ...] = DEFAULT_KINDS
    regions: tuple[int, ...] = (1,)
    title: str = ""
    edition: str = ""
    earlier: date | None = None
    max_age: int = DEFAULT_MAX_AGE
    place: str = ""
    meeting: date | None = None
    heard: RoundNow | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """What every slide is made from."""

    ds: Dataset
    wish: Wish
    report: StatusReport
    before: Edition | None
    earlier: date


def scene(ds: Dataset, wish: Wish) -> Scene:
    """The figures behind a wish; EditionError when the edition asked for does not exist."""
    last = None if wish.earlier else previous(ds, _last_meeting(wish.on))
    before = edition(ds, wish.edition) if wish.edition else last
    earlier = before.on if before else wish.earlier or months_before(wish.on, MONTHS_BETWEEN_MEETINGS)
    return Scene(ds, wish, status_at(ds, wish.on, wish.max_age), before, earlier)


def _last_meeting(on: date) -> date:
    """The day before which an edition must have been made to be that of an earlier meeting."""
    return months_before(on, LEAST_MONTHS) + timedelta(days=1)


def months_before(on: date, months: int) -> date:
    """The same day some months earlier, or the last day of that month."""
    index = on.year * 12 + on.month - 1 - months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(on.day, calendar.monthrange(year, month + 1)[1]))
