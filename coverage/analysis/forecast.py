"""What turns old when, if nobody confirms anything: the statuses that will change by the passing of time alone.

Told within the borders and regions of the first day; planned reorganisations are not looked ahead to. A later source
may keep any of these municipalities as they are: a forecast is a list of whom to ask before which day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from coverage.analysis.naming import counted
from coverage.analysis.profile.history import history, judged_by_time
from coverage.analysis.status import DEFAULT_MAX_AGE, MunicipalityStatus, status_at
from coverage.dataset import Dataset
from coverage.dataset.memo import per_snapshot
from coverage.dates import today
from coverage.i18n import _, day
from coverage.vocabulary import EVIDENCED, Lapse, Status


@dataclass(frozen=True, slots=True)
class Turn:
    """A municipality whose status changes on a day. ``programmes`` and ``sources`` are those that decided before it.

    ``by_time`` says whether the passing of time alone does it: nothing that begins to speak on that day is needed.
    """

    on: date
    row: MunicipalityStatus
    before: Status
    after: Status
    programmes: tuple[str, ...]
    sources: tuple[str, ...]
    by_time: bool

    @property
    def lapse(self) -> Lapse | None:
        """What grows too old or ends; None for a change that a source makes."""
        if not self.by_time:
            return None
        if self.before in EVIDENCED:
            return Lapse.EVIDENCE
        return Lapse.NONE if self.before is Status.CONFIRMED_NONE else Lapse.ANNOUNCEMENT

    @property
    def grows_old(self) -> bool:
        """Whether recent evidence is no longer recent from this day on."""
        return self.lapse is Lapse.EVIDENCE and self.after is Status.EVIDENCED_EARLIER


@per_snapshot(maxsize=32)
def turns(
    ds: Dataset, first: date, last: date, max_age: int = DEFAULT_MAX_AGE, region: int | None = None
) -> tuple[Turn, ...]:
    """Every change of status after ``first``, up to and including ``last``, in order of day and code; of the country,
    or of the municipalities of one DUUP region.

    Uses what is known now, with claims and rules that begin later. ValueError when the days are in the wrong order.
    """
    if last < first:
        raise ValueError(f"the last day ({last}) lies before the first ({first})")
    report = status_at(ds, first, max_age)
    found = []
    for row in (r for r in report.rows if region is None or r.duup_number == region):
        stretches = history(ds, row.code, report.division.id, max_age, last)
        for before, after in pairwise(stretches):
            if first < after.begin and before.status is not after.status:
                alone = judged_by_time(ds, row.code, report.division.id, max_age, after.begin) is after.status
                found.append(
                    Turn(after.begin, row, before.status, after.status, before.programmes, before.sources, alone)
                )
    return tuple(sorted(found, key=lambda t: (t.on, t.row.code)))


def lapses(found: tuple[Turn, ...]) -> tuple[tuple[Turn, Lapse], ...]:
    """What turns old or ends by itself, with the word of it; not what a source turns: evidence, a stop, a rule."""
    return tuple((t, t.lapse) for t in found if t.lapse)


def forecast_answer(found: tuple[Turn, ...], first: date, last: date) -> str:
    """For how many municipalities evidence that was recent on the first day is no longer so on the last."""
    turned: dict[str, list[Turn]] = {}
    for turn in found:
        turned.setdefault(turn.row.code, []).append(turn)
    old = [t[0].row for t in turned.values() if t[0].before in EVIDENCED and t[-1].grows_old]
    if not old:
        none = _("Geen gemeente met recent bewijs op {first} heeft op {last} alleen nog bewijs dat te oud werd.")
        return none.format(first=day(first), last=day(last))
    form = (
        _("Bevestigt niemand iets, dan is een programma op {last} niet meer recent aangetoond voor {count}.")
        if last > today()
        else _("Recent aangetoond op {first} en niet meer op {last}, want geen bron bevestigde het: {count}.")
    )
    return form.format(first=day(first), last=day(last), count=counted(len(old), sum(r.inhabitants for r in old)))
