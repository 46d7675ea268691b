"""Editions: what the product said on the day of a knowledge meeting, and what is different since.

Five answers to "what changed since the last meeting", which are never mixed:

- *opened* and *closed*: provision itself changed between the date of the edition and the date asked about, as
  far as is known now (the rule of :mod:`coverage.analysis.comparison.compare`, as are *changed*, *aged* and *renewed*);
- *learned*: of the date of the edition we now know more. The edition knew no provision and no confirmed absence
  there and now a source does, or more programmes are known than it named;
- *corrected*: of the date of the edition we now say something else than the edition did;
- *reworded*: the edition was made with an earlier rule. The same municipality is called otherwise now, without a change
  in what recent sources say of provision.

Provision is compared with today's knowledge of both dates; knowledge is compared on one and the same date.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from coverage.analysis.editions.snapshot import EditionMoment, EditionRow, Snapshot, as_content, from_content, take
from coverage.analysis.status import DEFAULT_MAX_AGE
from coverage.dataset import Dataset
from coverage.dataset.editions import EditionError, checked_name, edition_files, read_edition, write_edition
from coverage.dataset.memo import per_snapshot
from coverage.dates import today
from coverage.i18n import _, day
from coverage.vocabulary import EVER_EVIDENCED, EVIDENCED, ChangeKind, Status

# Dates that readers choose most and that have most evidence; each edition tells what it knew of them.
REFERENCE_DAYS = (date(2011, 6, 30), date(2013, 7, 1), date(2018, 12, 31), date(2021, 1, 1))
KNOWN = EVER_EVIDENCED | {Status.CONFIRMED_NONE}
RECENT = EVIDENCED | {Status.CONFIRMED_NONE}


@dataclass(frozen=True, eq=False, slots=True)
class Edition:
    """A stored snapshot with its name and checksum. Compared by identity, so that it may key a cache."""

    name: str
    sha256: str
    taken: Snapshot

    @property
    def on(self) -> date:
        """The date of the edition."""
        return self.taken.on


@dataclass(frozen=True, slots=True)
class Difference:
    """One municipality of which a moment is told otherwise: by the edition (``then``) and with later knowledge."""

    code: str
    then: EditionRow
    now: EditionRow


@dataclass(frozen=True, slots=True)
class Since:
    """What is different since an edition. ``base`` is the date that both tell of, ``on`` the later date.

    ``changes`` gives kind -> municipality code -> name (in the division of ``on``); ``amounts`` region number ->
    (name, before, after), only where they differ; ``groups`` are municipalities that differ in groups served alone.
    """

    base: date
    on: date
    changes: Mapping[ChangeKind, Mapping[str, str]]
    learned: tuple[Difference, ...]
    corrected: tuple[Difference, ...]
    groups: tuple[Difference, ...]
    reworded: tuple[Difference, ...]
    amounts: Mapping[int, tuple[str, int, int]]

    def of(self, kind: ChangeKind) -> Mapping[str, str]:
        """Municipalities (code -> name) in which provision changed in one way."""
        return self.changes.get(kind, {})


def freeze(
    ds: Dataset, name: str, on: date, max_age: int = DEFAULT_MAX_AGE, extra: Mapping[str, Any] | None = None
) -> Edition:
    """Store what the product says now of a date as an edition in the package; EditionError when it cannot be.

    ``extra`` is kept with it, such as the hash of the log of the inventory on which it rests.
    """
    checked_name(name)
    if on > today():
        raise EditionError(f"{on.isoformat()} ligt in de toekomst; een editie is van vandaag of eerder.")
    taken = take(ds, on, {*REFERENCE_DAYS, *(e.on for e in editions(ds))}, max_age)
    write_edition(ds.path, as_content(name, taken) | dict(extra or {}))
    return edition(ds, name)


def editions(ds: Dataset) -> tuple[Edition, ...]:
    """The editions of the package, oldest first."""
    found = (edition(ds, path.stem) for path in edition_files(ds.path))
    return tuple(sorted(found, key=lambda e: (e.on, e.name)))


@per_snapshot(maxsize=64)
def edition(ds: Dataset, name: str) -> Edition:
    """One edition; EditionError when there is none of that name, or its file is broken."""
    path = next((p for p in edition_files(ds.path) if p.stem == name), None)
    if path is None:
        known = ", ".join(p.stem for p in edition_files(ds.path))
        raise EditionError(
            _("Er is geen editie “{name}”; kies uit {known}.").format(name=name[:60], known=known)
            if known
            else _("Er is geen editie “{name}”; er is nog geen enkele editie vastgelegd.").format(name=name[:60])
        )
    content, problems = read_edition(path)
    if problems:
        raise EditionError(str(problems[0]))
    return Edition(name, content["sha256"], from_content(content))


def previous(ds: Dataset, on: date) -> Edition | None:
    """The last edition of before a date."""
    return next((e for e in reversed(editions(ds)) if e.on < on), None)


@per_snapshot(maxsize=64)
def since(ds: Dataset, earlier: Edition, on: date) -> Since:
    """What is different on a date since an edition, with the age limit of that edition.

    For a date before the edition: how that date itself is told now, against what the edition said of it.
    EditionError when the edition says nothing of that date.
    """
    return difference(earlier.taken, take(ds, on, {earlier.on}, earlier.taken.max_age))


def difference(earlier: Snapshot, later: Snapshot) -> Since:
    """The same between two snapshots. EditionError when they have no date in common."""
    base = min(earlier.on, later.on)
    if base not in earlier.moments or base not in later.moments:
        silent = earlier if base not in earlier.moments else later
        raise EditionError(
            _("De editie van {edition} zegt niets over {date}; wel over {known}.").format(
                edition=day(silent.on), date=day(base), known=", ".join(day(d) for d in silent.moments)
            )
        )
    then, now = earlier.moments[base], later.moments[base]
    told = [Difference(code, then.rows[code], row) for code, row in now.rows.items() if code in then.rows]
    differ = [d for d in told if (d.then.status, d.then.programmes) != (d.now.status, d.now.programmes)]
    reworded = [d for d in differ if earlier.rule != later.rule and _same_provision(d)]
    differ = [d for d in differ if d not in reworded]
    kinds: dict[ChangeKind, dict[str, str]] = {}
    for code, kind in now.changes.items():
        kinds.setdefault(kind, {})[code] = later.now.rows[code].name
    return Since(
        base=base,
        on=later.on,
        changes=kinds,
        learned=tuple(d for d in differ if _learned(d)),
        corrected=tuple(d for d in differ if not _learned(d)),
        groups=tuple(d for d in told if d not in differ and d.then.groups != d.now.groups),
        reworded=tuple(reworded),
        amounts={
            n: (name, earlier.amounts.regions[n][1], amount)
            for n, (name, amount) in later.amounts.regions.items()
            if n in earlier.amounts.regions and earlier.amounts.regions[n][1] != amount
        },
    )


def _same_provision(d: Difference) -> bool:
    """Whether both call it recently evidenced by the same programmes, or neither does and neither confirms none."""
    return (d.then.status in RECENT, d.then.programmes) == (d.now.status in RECENT, d.now.programmes)


def _learned(d: Difference) -> bool:
    if d.then.status not in KNOWN:
        return d.now.status in KNOWN
    return d.then.status is d.now.status and set(d.then.programmes) < set(d.now.programmes)


def moments_of(one: Edition) -> tuple[EditionMoment, ...]:
    """The dates that an edition tells of, oldest first."""
    return tuple(one.taken.moments[d] for d in sorted(one.taken.moments))
