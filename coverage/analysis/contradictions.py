"""Where sources disagree, or a bare figure misleads: the caveats that belong to a figure."""

from __future__ import annotations

from dataclasses import dataclass

from coverage.dataset import Dataset
from coverage.dataset.memo import per_snapshot
from coverage.vocabulary import ContradictionKind


@dataclass(frozen=True, slots=True)
class Contradiction:
    """One caveat; ``subjects`` are (kind, identifier) pairs: programme, municipality, scheme, table, duup or place."""

    id: str
    kind: ContradictionKind
    section: str
    title: str
    text: str
    advice: str
    subjects: tuple[tuple[str, str], ...]


@per_snapshot(maxsize=1)
def contradictions(ds: Dataset) -> tuple[Contradiction, ...]:
    """All of them, in order of number."""
    subjects: dict[str, list[tuple[str, str]]] = {}
    for s in ds.table("contradiction_subjects").itertuples():
        subjects.setdefault(s.contradiction_id, []).append((s.subject_kind, s.subject))
    return tuple(
        Contradiction(
            r.contradiction_id,
            ContradictionKind(r.kind),
            r.section,
            r.title,
            r.text,
            r.advice,
            tuple(subjects.get(r.contradiction_id, ())),
        )
        for r in ds.table("contradictions").itertuples()
    )


def contradictions_about(ds: Dataset, **subject: str) -> tuple[Contradiction, ...]:
    """Those that concern any of the subjects given, e.g. ``about(ds, programme="DHG-SHOP")``."""
    wanted = set(subject.items())
    return tuple(c for c in contradictions(ds) if wanted & set(c.subjects))


def about_both(ds: Dataset, table: str, programme: str) -> tuple[Contradiction, ...]:
    """Those that concern a programme within a table: linked to both."""
    return tuple(c for c in contradictions_about(ds, table=table) if ("programme", programme) in c.subjects)
