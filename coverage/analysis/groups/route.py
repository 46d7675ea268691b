"""Which door: for people of one or more groups who live in a municipality, which programme says it is for them.

A door is a programme evidenced for the municipality, recently or earlier, that says it serves all the groups. Those
that fall short or say nothing are no door and are told apart. Where no door has recent evidence the route ends in a
question for the centre municipality.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from coverage.analysis.claim import Claim
from coverage.analysis.dating import claim_day
from coverage.analysis.evidence import duup_start
from coverage.analysis.groups.gaps import programme_level
from coverage.analysis.layers.provision import ever_evidenced_programmes, from_anywhere
from coverage.analysis.programmes.records import programmes
from coverage.analysis.statements import SERVES, Stance, access_words, stances_of
from coverage.analysis.status import status_at
from coverage.dataset import Dataset
from coverage.i18n import _, day, label
from coverage.vocabulary import EVIDENCED, Dimension, Reach, Status, TargetGroup


@dataclass(frozen=True, slots=True)
class Door:
    """A programme beside the question; ``organisation`` and ``access`` (criteria in words) may be empty.

    ``status`` and ``newest`` are those of its evidence for the municipality, None for one that takes people from the
    whole country. ``level`` is what it says of all the groups together, ``said`` of each.
    """

    programme_id: str
    name: str
    organisation: str
    status: Status | None
    newest: Claim | None
    partial: bool
    level: Reach | None
    said: tuple[Stance, ...]
    access: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Route:
    """The answer for one municipality; ``centre`` is empty before the DUUP began.

    ``now`` are doors with recent evidence, ``earlier`` those with older evidence, ``national`` programmes with national
    reach that say they serve the groups; ``silent`` and ``falling_short`` are evidenced here and are no door.
    """

    on: date
    groups: tuple[TargetGroup, ...]
    code: str
    name: str
    centre: str
    now: tuple[Door, ...]
    earlier: tuple[Door, ...]
    national: tuple[Door, ...]
    silent: tuple[Door, ...]
    falling_short: tuple[Door, ...]


def route(ds: Dataset, on: date, groups: tuple[TargetGroup, ...], code: str, max_age: int) -> Route:
    """The doors of a municipality in the division of the date; KeyError for a code that it does not have."""
    report = status_at(ds, on, max_age)
    row = report.row(code)
    here = [
        _door(ds, on, groups, p.programme_id, p.status, p.newest, partial=p.partial)
        for p in ever_evidenced_programmes(ds, on, max_age)[code]
    ]
    anywhere = [
        _door(ds, on, groups, p)
        for p, reaches in from_anywhere(ds, on, max_age).items()
        if reaches is None or set(groups) <= reaches
    ]
    doors = [d for d in here if d.level in SERVES]
    local = {d.programme_id for d in here}
    return Route(
        on, groups, code, row.name,
        centre=row.duup_region if on >= duup_start(ds) else "",
        now=tuple(d for d in doors if d.status in EVIDENCED),
        earlier=tuple(d for d in doors if d.status not in EVIDENCED),
        national=tuple(d for d in anywhere if d.level in SERVES and d.programme_id not in local),
        silent=tuple(d for d in here if d.level is None),
        falling_short=tuple(d for d in here if d.level is not None and d.level not in SERVES),
    )  # fmt: skip


def _door(
    ds: Dataset, on: date, groups: tuple[TargetGroup, ...], programme_id: str, status: Status | None = None,
    newest: Claim | None = None, *, partial: bool = False,
) -> Door:  # fmt: skip
    level, said = programme_level(ds, programme_id, groups, on)
    known = next(p for p in programmes(ds) if p.id == programme_id)
    named = known.telling(on, "executors", {newest.source_id} if newest else ())
    words = tuple(access_words(s) for s in stances_of(ds, Dimension.ACCESS, programme_id, on))
    return Door(programme_id, known.name, named.executors if named else "", status, newest, partial, level, said, words)


def route_answer(found: Route) -> str:
    """Which door has recent evidence, else which had earlier, else what is known instead."""
    people = {"people": _together(found.groups), "place": found.name, "date": day(found.on)}
    if found.now:
        form = _("Op {date} zegt een recent aangetoond programma voor {place} dat het deze groep bedient ({people}): "
                 "{names}.")  # fmt: skip
        return form.format(names=_names(found.now), **people)
    form = _("Op {date} is voor {place} geen deur met recent bewijs bekend voor deze groep ({people}).")
    return " ".join([form.format(**people), *_instead(found)])


def _instead(found: Route) -> list[str]:
    """What is known where no door has recent evidence."""
    words = []
    if found.national:
        form = _("Een landelijk programma noemt de groep: {names}.")
        words.append(form.format(names=_names(found.national)))
    if found.earlier:
        form = _("Eerder aangetoond, en volgens de bron voor deze groep: {names}. Of dat nog zo is, weten we niet.")
        words.append(form.format(names=_names(found.earlier, dated=True)))
    elif found.silent:
        form = _("Wel aangetoond, nu of eerder, zonder een woord over deze groep: {names}. Dat is geen nee.")
        words.append(form.format(names=_names(found.silent, dated=True)))
    elif found.falling_short:
        form = _("Deze programma's zeggen de groep minder vaak, onvoldoende of niet te bedienen: {names}.")
        words.append(form.format(names=_names(found.falling_short, dated=True)))
    else:
        words.append(_("Ook eerder is er geen programma voor deze gemeente aangetoond."))
    return words


def route_question(found: Route) -> str:
    """What to ask, and whom, where no door has recent evidence; empty where one has."""
    if found.now:
        return ""
    whom = _("gemeente {centre}, centrumgemeente van de regio").format(centre=found.centre) if found.centre else _(
        "gemeente {place}").format(place=found.name)  # fmt: skip
    asked = _(
        "Aan {whom}: welk programma helpt nu iemand uit {place} die wil stoppen met sekswerk en bij deze groep hoort: "
        "{people}? Wie voert het uit, en wat moet iemand doen om erin te komen?"
    )
    return asked.format(whom=whom, place=found.name, people=_together(found.groups))


def _names(doors: Iterable[Door], dated: bool = False) -> str:
    words = _("{name} (laatst bevestigd {date})")
    return "; ".join(
        words.format(name=d.name, date=claim_day(d.newest)) if dated and d.newest else d.name for d in doors
    )


def _together(groups: Iterable[TargetGroup]) -> str:
    return " + ".join(label(g) for g in groups)
