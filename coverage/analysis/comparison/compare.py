"""Two dates side by side: what opened, closed, changed programme, or was only learned.

Both dates are told within the borders of one division, from all that is known *now*:

- *opened*: no evidence on the first date, of any age; recently evidenced on the second.
- *closed*: recently evidenced on the first; on the second every claim that counted was taken back by a stop or an
  explicit none.
- *changed*: evidenced on both, by other programmes or with another of the two evidenced statuses.
- *aged*: evidenced on the first; on the second its evidence is too old. Silence is not a stop.
- *renewed*: evidenced earlier on the first; recently evidenced on the second.
- *other*: not recently evidenced on either date, with different statuses.

*Learned* asks another question, so a municipality may stand there and in one of the lists above: was the
first date seen differently at the time? Its status then, from claims whose reference date lies on or before
that day, differs from its status from all claims (Breda's stop of 1 July 2011 was reported in July 2013).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coverage.analysis.naming import municipality_names
from coverage.analysis.status import DEFAULT_MAX_AGE, MunicipalityStatus, StatusReport, Verdict, judge, status_at
from coverage.dataset import Dataset
from coverage.dataset.divisions import Division, origin
from coverage.dataset.memo import per_snapshot
from coverage.dates import years_before
from coverage.geography.areas import membership_on
from coverage.geography.lineage import division_at, lineage
from coverage.geography.region_names import region_names
from coverage.vocabulary import EVIDENCED, ChangeKind, Status


@dataclass(frozen=True, slots=True)
class Change:
    """One municipality on both dates. ``thought`` is its status on the first date as sources told it then, when
    that differs from what is known now; ``appeared`` and ``disappeared`` are programmes that evidence it."""

    before: MunicipalityStatus
    after: MunicipalityStatus
    kind: ChangeKind
    thought: Verdict | None
    appeared: tuple[str, ...]
    disappeared: tuple[str, ...]
    reported_later: str

    @property
    def inhabitants(self) -> int:
        """Inhabitants on the second date."""
        return self.after.inhabitants


@dataclass(frozen=True, slots=True)
class Move:
    """A lineage piece (municipality of 2021) that came to another DUVO or DUUP region."""

    code: str
    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """All municipalities of one division on two dates."""

    before: StatusReport
    after: StatusReport
    division: Division
    rows: tuple[Change, ...]
    moves: tuple[Move, ...]

    def of(self, kind: ChangeKind) -> tuple[Change, ...]:
        """Rows of one kind."""
        return tuple(r for r in self.rows if r.kind is kind)

    @property
    def learned(self) -> tuple[Change, ...]:
        """Rows whose first date was seen differently at the time."""
        return tuple(r for r in self.rows if r.thought)

    def transitions(self) -> dict[tuple[Status, Status], int]:
        """(status before, status after) -> municipalities; the counts add up to all municipalities."""
        found: dict[tuple[Status, Status], int] = {}
        for r in self.rows:
            key = (r.before.status, r.after.status)
            found[key] = found.get(key, 0) + 1
        return found


def programmes_compared(verdict: Verdict | MunicipalityStatus) -> tuple[str, ...]:
    """Programmes by which provision is evidenced; empty for any other status."""
    if verdict.status not in EVIDENCED:
        return ()
    return tuple(sorted({c.claim.programme_id for c in verdict.decisive}))


def known_then(row: MunicipalityStatus, on: date, max_age: int) -> Verdict:
    """Status on a date from the claims whose reference date had come: what could be known on that day."""
    spoken = [c for c in row.claims if c.claim.standing or c.claim.start <= on]
    return judge(spoken, on, years_before(on, max_age))


def _kind(before: MunicipalityStatus, after: MunicipalityStatus) -> ChangeKind:
    was, now = before.status in EVIDENCED, after.status in EVIDENCED
    if was and now:
        same = programmes_compared(before) == programmes_compared(after) and before.status is after.status
        return ChangeKind.SAME if same else ChangeKind.CHANGED
    if was:  # evidence ends only by a stop or an explicit none; otherwise it grows old
        return ChangeKind.AGED if after.status is Status.EVIDENCED_EARLIER else ChangeKind.CLOSED
    if now:
        return ChangeKind.RENEWED if before.status is Status.EVIDENCED_EARLIER else ChangeKind.OPENED
    return ChangeKind.SAME if before.status is after.status else ChangeKind.OTHER


def _change(before: MunicipalityStatus, after: MunicipalityStatus, first: date, second: date, max_age: int) -> Change:
    then = known_then(before, first, max_age)
    differs = then.status is not before.status or programmes_compared(then) != programmes_compared(before)
    kind = _kind(before, after)
    held, holds = programmes_compared(before), programmes_compared(after)
    late = after.decisive and min(c.claim.start for c in after.decisive) > second
    return Change(
        before=before,
        after=after,
        kind=kind,
        thought=then if differs else None,
        appeared=tuple(p for p in holds if p not in held),
        disappeared=tuple(p for p in held if p not in holds),
        reported_later=min(c.claim.date for c in after.decisive) if late and kind is not ChangeKind.SAME else "",
    )


@per_snapshot(maxsize=32)
def compare(
    ds: Dataset, first: date, second: date, max_age: int = DEFAULT_MAX_AGE, division_id: str | None = None
) -> Comparison:
    """Every municipality on two dates, within one division (that of the second date unless given).

    ValueError when the first date is not before the second.
    """
    if first >= second:
        raise ValueError(f"the first date ({first}) must lie before the second ({second})")
    if division_id is None:
        return compare(ds, first, second, max_age, division_at(ds, second).id)
    before, after = status_at(ds, first, max_age, division_id), status_at(ds, second, max_age, division_id)
    rows = tuple(_change(a, b, first, second, max_age) for a, b in zip(before.rows, after.rows, strict=True))
    return Comparison(before, after, after.division, rows, _moves(ds, first, second))


def _moves(ds: Dataset, first: date, second: date) -> tuple[Move, ...]:
    """Pieces whose region differs between two dates; the division into regions is known from 2021 on."""
    names = municipality_names(ds)
    old, new = _regions(ds, first), _regions(ds, second)
    return tuple(Move(piece, names[origin(piece)], old[piece], new[piece]) for piece in old if old[piece] != new[piece])


def _regions(ds: Dataset, on: date) -> dict[str, str]:
    """Piece -> its DUVO and DUUP region in words."""
    members = membership_on(ds, on)
    duup = region_names(ds)
    words = {
        code: f"DUVO {duvo}, DUUP {duup[number]}"
        for code, duvo, number in zip(members["code"], members["duvo_region"], members["duup_number"], strict=True)
    }
    return {piece: words[code] for piece, code in lineage(ds).composition(division_at(ds, on).id).items()}
