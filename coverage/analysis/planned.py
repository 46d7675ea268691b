"""Reorganisations that a reader must know of: announced, decided, or in force while the new borders are not known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from babel.lists import format_list

from coverage.analysis.naming import municipality_names
from coverage.dataset import Dataset
from coverage.dataset.frames import rows
from coverage.dates import today
from coverage.geography.lineage import division_at, lineage
from coverage.i18n import _, day, language
from coverage.vocabulary import ReorganisationKind


@dataclass(frozen=True, slots=True)
class PlannedChange:
    """Municipality ``old`` goes, or went, to ``new`` (codes) on a day. ``decided`` is false for a mere plan.

    ``undrawn`` says that the day has come and that the map still shows the old borders.
    """

    on: date
    old: str
    new: tuple[str, ...]
    decided: bool
    undrawn: bool
    source_id: str

    def concerns(self, code: str) -> bool:
        """Whether it is about this municipality."""
        return code == self.old or code in self.new


def planned_changes(ds: Dataset, on: date, code: str | None = None) -> tuple[PlannedChange, ...]:
    """Changes that are still to come on a date, or of which the map does not show the outcome; in order of day.

    With ``code`` only those about one municipality, old or new. For a date with other borders than those of today what
    came after it is history, and left out.
    """
    ahead = on >= division_at(ds, today()).valid_from
    still_drawn = lineage(ds).undrawn(division_at(ds, on).id)
    found: dict[tuple[date, str], PlannedChange] = {}
    for r in rows(ds.table("reorganisations")):
        undrawn = r.date <= on and (r.planned or r.old_code in still_drawn)
        if r.kind == ReorganisationKind.BOUNDARY_CORRECTION or not (undrawn or (ahead and r.date > on)):
            continue
        earlier = found.get((r.date, r.old_code))
        new = (*(earlier.new if earlier else ()), r.new_code)
        found[r.date, r.old_code] = PlannedChange(r.date, r.old_code, new, not r.planned, undrawn, r.source_id)
    changes = sorted(found.values(), key=lambda change: (change.on, change.old))
    return tuple(change for change in changes if code is None or change.concerns(code))


def planned_remarks(ds: Dataset, on: date, code: str | None = None) -> tuple[str, ...]:
    """:func:`planned_changes` in words."""
    return tuple(planned_in_words(ds, change) for change in planned_changes(ds, on, code))


def planned_in_words(ds: Dataset, change: PlannedChange) -> str:
    """A change as a reader is told it."""
    names = municipality_names(ds)
    new = format_list([names[code] for code in change.new], locale=language())
    form = {
        (True, False): _("Vanaf {day} hoort {old} bij {new}."),
        (True, True): _(
            "Sinds {day} is {old} verdeeld over {new}. De nieuwe grenzen hebben we nog niet; de kaart toont de oude."
        ),
        (False, False): _(
            "Er is een plan om {old} op {day} bij {new} te voegen. Of het besluit is genomen, hebben we niet gelezen."
        ),
        (False, True): _(
            "Er was een plan om {old} op {day} bij {new} te voegen. Of dat is gebeurd, is hier nog niet verwerkt; "
            "de kaart toont de oude grenzen."
        ),
    }[change.decided, change.undrawn]
    return form.format(day=day(change.on), old=names[change.old], new=new)
