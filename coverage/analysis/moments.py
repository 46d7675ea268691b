"""The course of time: state schemes as bands, and the days on which evidence begins to count."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from coverage.dataset import Dataset
from coverage.dataset.memo import per_snapshot
from coverage.dates import start
from coverage.i18n import _, label
from coverage.vocabulary import Scheme

# The five schemes of the timeline; the other codes of Scheme are money streams without dates of their own.
TIMELINE = (Scheme.RUPS_I, Scheme.RUPS_II, Scheme.RUPS_II_EXTENSION, Scheme.RUPS_III, Scheme.DUUP)


@dataclass(frozen=True, slots=True)
class Band:
    """A scheme, or a stretch without one (``scheme`` None). ``end`` is the first day after it, None while it runs."""

    scheme: Scheme | None
    begin: date
    end: date | None
    spending_to: str = ""
    source_id: str = ""
    note: str = ""

    @property
    def name(self) -> str:
        """The name of the scheme for readers."""
        return label(self.scheme) if self.scheme else _("geen rijksregeling")

    def holds(self, on: date) -> bool:
        """Whether a day lies in the band."""
        return self.begin <= on and (self.end is None or on < self.end)


@dataclass(frozen=True, slots=True)
class Moment:
    """A day on which claims begin to count: how many, about how many municipalities (as named), from which sources."""

    on: date
    claims: int
    municipalities: int
    sources: tuple[str, ...]


@per_snapshot(maxsize=1)
def bands(ds: Dataset) -> tuple[Band, ...]:
    """The schemes in order of time, with the gaps between them as bands of their own."""
    rows = sorted(
        (r for r in ds.table("schemes").itertuples() if r.scheme in TIMELINE), key=lambda r: start(r.valid_from)
    )
    found: list[Band] = []
    for r in rows:
        begin = start(r.valid_from)
        if found and found[-1].end and found[-1].end < begin:
            found.append(Band(None, found[-1].end, begin))
        end = start(r.valid_to) if r.valid_to else None
        found.append(Band(Scheme(r.scheme), begin, end, r.spending_to, r.source_id, r.note))
    return tuple(found)


def band_on(ds: Dataset, on: date) -> Band:
    """The scheme in force on a day; before the first one, a band without a scheme that ends when it begins."""
    for band in bands(ds):
        if band.holds(on):
            return band
    return Band(None, date.min, bands(ds)[0].begin)


@per_snapshot(maxsize=1)
def moments(ds: Dataset) -> tuple[Moment, ...]:
    """Every day on which a row of ``claims`` or a national criterion of ``access`` begins to count, in order."""
    days: dict[date, list[tuple[str, str]]] = {}
    for c in ds.table("claims").itertuples():
        days.setdefault(c.effective, []).append((c.code, c.source_id))
    for a in ds.table("access").itertuples():
        if a.national:
            days.setdefault(start(a.date), []).append(("", a.source_id))
    return tuple(
        Moment(
            day,
            len(rows),
            len({code for code, _source in rows if code}),
            tuple(sorted({source for _code, source in rows})),
        )
        for day, rows in sorted(days.items())
    )


def stops(ds: Dataset, today: date, first: date = date.min) -> tuple[date, ...]:
    """Days from ``first`` at which a reader who steps through time stops: evidence, the start of a band, and today."""
    days = {m.on for m in moments(ds)} | {b.begin for b in bands(ds)} | {today}
    return tuple(sorted(day for day in days if first <= day <= today))


def moments_beside(ds: Dataset, on: date, today: date, first: date = date.min) -> tuple[date | None, date | None]:
    """The stops before and after a day, none before ``first``; None at either end."""
    days = stops(ds, today, first)
    return max((d for d in days if d < on), default=None), min((d for d in days if d > on), default=None)


def last_day(band: Band) -> date | None:
    """The last day of a band; None while it runs."""
    return band.end - timedelta(days=1) if band.end else None
