"""What sources say on a programme: which groups it serves, in which life domains it helps, who may come in.

Silence is not stored and never becomes a no. A statement belongs to the programme and carries its date;
it does not age out by itself, since whether the programme is there at all is judged separately
(docs/method-groups.md). The newest statement on a subject speaks; older ones stay available.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from datetime import date as Day

from coverage.analysis.dating import dated
from coverage.dataset import Dataset
from coverage.dataset.memo import per_snapshot
from coverage.dates import start
from coverage.i18n import _, label, language
from coverage.vocabulary import (
    SECTORS,
    Code,
    Criterion,
    DateBasis,
    Dimension,
    LifeDomain,
    Reach,
    Reading,
    TargetGroup,
)

NATIONAL = "LANDELIJK"
LINES = re.compile(r" ?\(r\.[\d, r.-]+\)")
SERVES = frozenset({Reach.EMPHASIS, Reach.YES})
# When several programmes or parts speak about one subject, the strongest offer counts; refusal is the weakest.
STRENGTH = (Reach.EMPHASIS, Reach.YES, Reach.LESS_OFTEN, Reach.INSUFFICIENT, Reach.NO)


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of a source. ``part`` is a language group or an area, in words; ``national``: from anywhere."""

    programme_id: str
    topic: Code
    reach: Reach
    part: str
    date: str
    start: Day
    source_id: str
    detail: str
    reading: Reading
    note: str
    national: bool = False
    note_en: str = ""  # where the table has one
    basis: DateBasis = DateBasis.STATED

    @property
    def told(self) -> str:
        """Its date in words; one that we estimated is marked as such."""
        return dated(self.date, self.basis)


@dataclass(frozen=True, slots=True)
class Stance:
    """What is known of a programme and a subject: ``level`` is None when no source says anything.

    ``statements`` decided the level, ``remarks`` are notes on silence (a source that asks but does not
    answer), ``earlier`` statements were followed by newer ones.
    """

    programme_id: str
    topic: Code
    level: Reach | None
    statements: tuple[Statement, ...] = ()
    remarks: tuple[Statement, ...] = ()
    earlier: tuple[Statement, ...] = ()

    @property
    def date(self) -> str:
        """Date of the statements that decided; empty when none did."""
        return self.statements[0].date if self.statements else ""

    @property
    def told(self) -> str:
        """The same in words."""
        return self.statements[0].told if self.statements else ""


def topics(dimension: Dimension) -> tuple[Code, ...]:
    """The columns of a dimension, in the order of the vocabulary."""
    return {
        Dimension.GROUPS: tuple(TargetGroup),
        Dimension.SECTORS: tuple(g for g in TargetGroup if g in SECTORS),
        Dimension.DOMAINS: tuple(LifeDomain),
        Dimension.ACCESS: tuple(c for c in Criterion if c is not Criterion.UNKNOWN),
    }[dimension]


@per_snapshot(maxsize=32)
def statements(ds: Dataset, dimension: Dimension) -> tuple[Statement, ...]:
    """Every statement of a dimension, oldest first; the date of one whose source has none is an estimate of ours."""
    found = []
    for r in ds.table(_TABLE[dimension]).itertuples():
        topic, reach, part, national = _content(dimension, r)
        found.append(
            Statement(
                r.programme_id,
                topic,
                reach,
                part,
                r.date,
                start(r.date),
                r.source_id,
                r.source_detail,
                Reading(r.reading),
                r.note,
                national,
                getattr(r, "note_en", ""),
                DateBasis.STATED if ds.source(r.source_id).date else DateBasis.ESTIMATED,
            )
        )
    wanted = {*topics(dimension), Criterion.UNKNOWN}
    return tuple(sorted((s for s in found if s.topic in wanted), key=lambda s: s.start))


_TABLE = {
    Dimension.GROUPS: "target_groups",
    Dimension.SECTORS: "target_groups",
    Dimension.DOMAINS: "life_domains",
    Dimension.ACCESS: "access",
}


def _content(dimension: Dimension, row) -> tuple[Code, Reach, str, bool]:  # type: ignore[no-untyped-def]
    """Subject, reach, part and national reach of a row; an unknown criterion is a remark, not a statement."""
    if dimension is Dimension.ACCESS:
        criterion = Criterion(row.criterion)
        reach = Reach.UNKNOWN if criterion is Criterion.UNKNOWN else Reach.YES
        return criterion, reach, row.area, bool(row.national)
    if dimension is Dimension.DOMAINS:
        return LifeDomain(row.domain), Reach(row.reach), "", False
    return TargetGroup(row.group), Reach(row.reach), row.subgroup, bool(row.from_anywhere)


def strongest(levels: Iterable[Reach | None]) -> Reach | None:
    """The level that counts when several speak; None when all are silent."""
    spoken = {level for level in levels if level is not None}
    return next((level for level in STRENGTH if level in spoken), None)


def combined(levels: Iterable[Reach | None]) -> Reach | None:
    """The level of one programme for people who belong to several groups at once.

    One refusal refuses, then one "insufficient" weakens; silence on any of them leaves it open; emphasis
    needs emphasis on all.
    """
    spoken = list(levels)
    for weak in (Reach.NO, Reach.INSUFFICIENT, None, Reach.LESS_OFTEN, Reach.YES):
        if weak in spoken:
            return weak
    return Reach.EMPHASIS if spoken else None


def without_lines(note: str) -> str:
    """A note without line numbers of its source, which say nothing to a reader."""
    return LINES.sub("", note)


def group_words(s: Stance) -> str:
    """A target group with what is said and when."""
    level = label(s.level) if s.level else ""
    return f"{label(s.topic)}: {level} ({s.told})"


def groups_or_silence(said: Iterable[Stance]) -> str:
    """Target groups with what is said of each, or that no source says."""
    return "; ".join(group_words(s) for s in said) or _("tot deze datum zegt geen bron voor wie. Dat is geen nee")


def access_or_silence(said: Iterable[Stance]) -> str:
    """Access criteria with their areas and dates, or that no source names one."""
    return "; ".join(access_words(s) for s in said) or _("tot deze datum noemt geen bron een eis voor wonen of werken")


def access_words(s: Stance) -> str:
    """An access criterion with its areas and date; national reach never without the limits that its source sets."""
    areas = ", ".join(dict.fromkeys(x.part for x in s.statements))
    notes = ((x.note_en if language() == "en" else "") or x.note for x in s.statements if x.national)
    limits = "; ".join(dict.fromkeys(without_lines(note).rstrip(".") for note in notes if note))
    return f"{label(s.topic)}, {areas} ({s.told})" + (f": {limits}" if limits else "")


@per_snapshot(maxsize=256)
def stances(ds: Dataset, dimension: Dimension, on: date) -> dict[tuple[str, Code], Stance]:
    """(programme, subject) -> what is known of it on a date; pairs without any row are absent.

    The access criteria of a programme are replaced as a whole by those of a newer date; statements on
    groups and domains are replaced one subject at a time.
    """
    known = [s for s in statements(ds, dimension) if s.start <= on]
    newest: dict[tuple[str, Code | None], date] = {}
    for s in known:
        if s.reach is not Reach.UNKNOWN:
            newest[_thread(dimension, s)] = s.start
    pairs: dict[tuple[str, Code], list[Statement]] = {}
    for s in known:
        pairs.setdefault((s.programme_id, s.topic), []).append(s)
    return {
        (programme_id, topic): _stance(programme_id, topic, said, newest.get(_thread(dimension, said[0])))
        for (programme_id, topic), said in pairs.items()
    }


def stances_of(ds: Dataset, dimension: Dimension, programme_id: str, on: date) -> tuple[Stance, ...]:
    """What is known of one programme on a date: only the subjects on which a source speaks."""
    return tuple(s for (p, _topic), s in stances(ds, dimension, on).items() if p == programme_id and s.level)


def _thread(dimension: Dimension, statement: Statement) -> tuple[str, Code | None]:
    """What a newer statement replaces."""
    return statement.programme_id, None if dimension is Dimension.ACCESS else statement.topic


def _stance(programme_id: str, topic: Code, said: list[Statement], newest: date | None) -> Stance:
    answers = [s for s in said if s.reach is not Reach.UNKNOWN]
    latest = tuple(s for s in answers if s.start == newest)
    return Stance(
        programme_id,
        topic,
        strongest(s.reach for s in latest),
        latest,
        remarks=tuple(s for s in said if s.reach is Reach.UNKNOWN),
        earlier=tuple(s for s in answers if s.start != newest),
    )


def national_findings(ds: Dataset, dimension: Dimension, on: date) -> tuple[Statement, ...]:
    """Statements on the country as a whole up to a date, oldest first; they decide no municipality."""
    return tuple(s for s in statements(ds, dimension) if s.programme_id == NATIONAL and s.start <= on)
