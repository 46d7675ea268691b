"""Where someone who wants to stop can ask, and whom public sources name: said on every page, slide and paper.

There is no one address for everyone, and whether an organisation still has room no source tells. So the line sends
to the municipality, and the list gives names with a place and the date of the source; never a telephone number, never
the place of a shelter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from coverage.analysis.programmes.records import Description, programmes
from coverage.analysis.statements import access_words, stances_of
from coverage.dataset import Dataset
from coverage.dataset.frames import rows
from coverage.dataset.memo import per_snapshot
from coverage.dates import start
from coverage.i18n import _
from coverage.vocabulary import EVIDENCE_KINDS, Dimension, NoClaimReason, ProgrammeKind, ProgrammeStatus

NAMED_WITHIN = 10  # years; an older source says too little of today, and a wrong name harms more than a missing one

PARTNERS = re.compile(r",?\s\(?(?:in samenwerking met|overleg met|met) ")  # with whom they work is not whom to ask


def help_question() -> str:
    """What the line answers."""
    return _("Wil je stoppen met sekswerk of zoek je ander werk?")


def help_line() -> str:
    """Whom to ask, and how sure that is; the list of names stands beside it."""
    return _("Er is niet één adres voor iedereen. Je kunt je gemeente vragen welke hulp er in jouw regio is.")


def help_doubt() -> str:
    """How sure the list is, and the number for danger."""
    return _("Wij weten niet zeker of ze nu nog plek hebben of jou kunnen helpen. Bij direct gevaar bel je 112.")


def help_list_link() -> str:
    """The words of the link to the list."""
    return _("Organisaties die in openbare bronnen staan, met plaats en datum")


def help_in_short() -> str:
    """One line, for paper and slides."""
    return _(
        "Wil je stoppen met sekswerk? Vraag je gemeente welke hulp er in de regio is; er is niet één adres voor "
        "iedereen. Bij direct gevaar: 112."
    )


def under_the_list() -> str:
    """What the names and dates mean."""
    return _(
        "Deze namen komen uit openbare bronnen. De datum zegt wanneer een bron dit schreef. Sommige helpen alleen "
        "mensen uit één stad of regio, of één groep. Staat een organisatie er niet bij? Dan kan zij toch bestaan."
    )


@dataclass(frozen=True, slots=True)
class NamedHelp:
    """An organisation as the newest source on its help with leaving names it.

    ``place`` and ``admits`` are in words of sources, empty when none says so; ``when`` is the date of that source.
    """

    organisation: str
    place: str
    admits: str
    when: str
    source_id: str


def named_help(ds: Dataset, on: date) -> tuple[NamedHelp, ...]:
    """Organisations that sources of the last ten years name for help with leaving, newest source first."""
    return tuple(
        NamedHelp(
            organisation=PARTNERS.split(m.executors)[0],
            place=_place(m),
            admits="; ".join(access_words(s) for s in stances_of(ds, Dimension.ACCESS, programme, on)),
            when=m.told,
            source_id=m.source_id,
        )
        for programme, m in _newest(ds, on)
    )


@per_snapshot(maxsize=8)
def _newest(ds: Dataset, on: date) -> tuple[tuple[str, Description], ...]:
    """(programme, what the newest source says) for exit programmes that run by a known executor, newest first."""
    speaks_of_leaving = {p.programme_id: p.kind_source_id for p in rows(ds.table("programmes"))}
    found = []
    for p in programmes(ds):
        if p.kind not in EVIDENCE_KINDS or (p.stopped and start(p.stopped) <= on):
            continue
        told = [m for m in p.moments if _tells(m) and on.year - NAMED_WITHIN <= m.first_possible.year and m.start <= on]
        if p.kind is ProgrammeKind.EXIT_SUPPORT:  # of a wider service only some sources speak of leaving: their date
            told = [m for m in told if m.source_id == speaks_of_leaving[p.id]] or told
        if told:
            found.append((p.id, max(told, key=lambda m: m.first_possible)))
    return tuple(sorted(found, key=lambda pair: (-pair[1].first_possible.toordinal(), pair[1].executors)))


def _tells(moment: Description) -> bool:
    """Whether the source names who gives help with leaving, and that it runs."""
    runs = moment.status is ProgrammeStatus.ACTIVE and moment.silence is not NoClaimReason.NOT_EXIT
    return runs and bool(moment.executors)


def _place(moment: Description) -> str:
    """Where it sits, else where it works, in the words of the source; empty when the source names no place."""
    return moment.centre or moment.catchment
