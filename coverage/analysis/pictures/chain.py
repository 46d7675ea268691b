"""From the state to a municipality: who gets the money, which programmes there are, and whom they reach."""

from __future__ import annotations

from dataclasses import dataclass

from coverage.analysis.profile.region_money import region_money
from coverage.analysis.region_profile.facts import RegionProfile
from coverage.analysis.region_profile.offered import RegionProgramme, programmes_of
from coverage.dataset import Dataset

MOST_LINKS = 6  # programmes that fit under one another


@dataclass(frozen=True, slots=True)
class ChainLink:
    """A programme: who runs it (empty when no source says), and for how many municipalities it is evidenced."""

    name: str
    executors: str
    recent: int
    earlier: int
    confirmed: str


@dataclass(frozen=True, slots=True)
class Chain:
    """A region from the state down. ``amount`` is computed by the rule, in euros a year; None before the DUUP or
    without one. ``links`` are its evidenced programmes, recent ones first, ``left_out`` more of them. ``without``
    counts its municipalities for which none is evidenced, recently or earlier."""

    region: RegionProfile
    amount: int | None
    links: tuple[ChainLink, ...]
    left_out: int
    without: int


def chain_of(ds: Dataset, p: RegionProfile) -> Chain:
    """The chain of a region on its date."""
    found = [x for x in programmes_of(ds, p) if x.evidenced]
    reached = {name for x in found for name in (*x.recent, *x.earlier)}
    money = region_money(ds, p.number) if p.in_force else None
    shown = found if len(found) <= MOST_LINKS else found[: MOST_LINKS - 1]
    return Chain(
        p, money.region.amount if money else None, tuple(map(_link, shown)), len(found) - len(shown),
        len(p.rows) - len(reached),
    )  # fmt: skip


def _link(x: RegionProgramme) -> ChainLink:
    return ChainLink(x.name, x.executors, len(x.recent), len(x.earlier), x.confirmed)
