"""The directory: every programme in one table, to search and filter; each name leads to its card."""

from __future__ import annotations

from datetime import date

import pandas as pd
from markupsafe import Markup

from coverage.analysis.groups.summary import group_municipalities
from coverage.analysis.programmes.directory import DirectoryEntry
from coverage.analysis.programmes.records import is_assignment
from coverage.analysis.programmes.sentences import last_state
from coverage.analysis.statements import SERVES
from coverage.i18n import _, label, number
from coverage.ui.data.cite import programme_address
from coverage.ui.html import show
from coverage.ui.params.groups import Presence
from coverage.ui.pieces import table


def matching(
    entries: tuple[DirectoryEntry, ...], text: str, presence: str, funding: str, group: str
) -> tuple[DirectoryEntry, ...]:
    """Entries that hold every word of the text in a name, executor, place or area, and fit the filters."""
    words = text.casefold().split()
    return tuple(
        e
        for e in entries
        if all(w in _haystack(e) for w in words)
        and (not presence or bool(e.evidenced) == (presence == Presence.EVIDENCED))
        and (not funding or any(m.funding.value == funding for m in e.programme.moments))
        and (not group or any(s.topic.value == group and s.level in SERVES for s in e.groups))
    )


def _haystack(entry: DirectoryEntry) -> str:
    p = entry.programme
    parts = [p.id, p.name, p.centre, *(t for m in p.moments for t in (m.name, m.executors, m.centre, m.catchment))]
    return " ".join(parts).casefold()


def directory_table(entries: tuple[DirectoryEntry, ...], total: int, on: date) -> None:
    """Programmes first, assignments after them."""
    ordered = sorted(entries, key=lambda e: is_assignment(e.programme))
    body = (_row(entry, on) for entry in ordered)
    columns = (
        _("Programma"), _("Centrum"), _("Op deze datum aangetoond"), _("Laatste stand"), _("Wie betaalt"),
        _("Zegt te bedienen"),
    )  # fmt: skip
    title = _("{count} van de {total} programma's en aanwijzingen").format(
        count=number(len(entries)), total=number(total)
    )
    show(table(columns, body, title, style="figures directory", height="window"))


def _row(entry: DirectoryEntry, on: date) -> Markup:
    p, now = entry.programme, entry.now
    where = group_municipalities(len(entry.evidenced)) if entry.evidenced else _("niet recent aangetoond")
    paper = (
        Markup("<small>{}</small>").format(_("aanwijzing door het Rijk, geen programma")) if is_assignment(p) else ""
    )
    serves = ", ".join(label(s.topic) for s in entry.groups if s.level in SERVES)
    return Markup(
        '<tr><th scope="row"><a href="{}">{}</a>{}</th><td class="text">{}</td><td class="text">{}</td>'
        '<td class="text">{}</td><td class="text">{}</td><td class="text">{}</td></tr>'
    ).format(
        programme_address(p.id),
        p.name,
        paper,
        p.centre or _("niet genoemd"),
        where,
        last_state(p, on) or _("nog niets bekend"),
        label(now.funding) if now else "",
        serves or Markup('<span class="silent">{}</span>').format(_("niets gezegd")),
    )


def directory_frame(entries: tuple[DirectoryEntry, ...]) -> pd.DataFrame:
    """The same programmes to take along."""
    return pd.DataFrame(
        {
            _("Code"): e.programme.id,
            _("Programma"): e.programme.name,
            _("Centrum"): e.programme.centre,
            _("Gemeenten waar het is aangetoond"): " ".join(e.evidenced),
            _("Laatste stand"): label(e.now.status) if e.now else "",
            _("Peildatum van die stand"): e.now.date if e.now else "",
            _("Wie betaalt"): label(e.now.funding) if e.now else "",
            _("Zegt te bedienen"): ", ".join(label(s.topic) for s in e.groups if s.level in SERVES),
            _("Bron"): e.now.source_id if e.now else "",
            _("Kanttekeningen"): " ".join(c.id for c in e.caveats),
        }
        for e in entries
    )
