"""National findings on groups, beside the programmes: who was insufficiently reached, in the words of the sources."""

from __future__ import annotations

from markupsafe import Markup

from coverage.analysis.contradictions import contradictions_about
from coverage.analysis.statements import Statement
from coverage.dataset import Dataset
from coverage.i18n import _, label, partial_day
from coverage.named_rows import CaveatPlace
from coverage.ui.data.cite import cite
from coverage.ui.data.contradictions import contradiction_notes, mark
from coverage.ui.html import join, show
from coverage.ui.params.groups import GROUP_VIEW, GroupView
from coverage.ui.pieces import table
from coverage.ui.state import here
from coverage.vocabulary import Code, Reach


def national_table(ds: Dataset, findings: tuple[Statement, ...]) -> None:
    """The findings, and how three sources word one of them."""
    findings_table(ds, findings)
    contradiction_notes(
        contradictions_about(ds, place=CaveatPlace.NATIONAL_FINDINGS), _("Drie formuleringen van hetzelfde oordeel")
    )


def findings_table(ds: Dataset, findings: tuple[Statement, ...]) -> None:
    """Groups by source; an empty cell means that this source says nothing about the group."""
    sources = list(dict.fromkeys((s.start, s.source_id) for s in findings))
    topics = list(dict.fromkeys(s.topic for s in sorted(findings, key=lambda s: s.reach is not Reach.INSUFFICIENT)))
    said = {(s.topic, s.source_id): s for s in findings}
    dates = {s.source_id: partial_day(s.date) for s in findings}
    head = (Markup("{}<small>{}</small>").format(_who(ds, i), dates[i]) for _start, i in sources)
    body = ((label(topic), *(_cell(said.get((topic, i))) for _start, i in sources)) for topic in topics)
    title = _("Wat landelijke bronnen over doelgroepen zeggen")
    words = join(_source(ds, i, findings) for _start, i in sources)
    show(
        table((_("Doelgroep"), *head), body, title, style="matrix")
        + Markup('<ul class="sources">{}</ul>').format(words)
    )


def _who(ds: Dataset, source_id: str) -> str:
    source = ds.source(source_id)
    return source.publisher or source.title


def _cell(statement: Statement | None) -> Markup:
    if statement is None:
        return Markup('<td class="s">{}</td>').format(_("niets gezegd"))
    if statement.reach is Reach.UNKNOWN:
        return Markup("<td>{}</td>").format(_("open gelaten"))
    return Markup('<td class="{}">{}</td>').format(statement.reach.value, label(statement.reach))


def _source(ds: Dataset, source_id: str, findings: tuple[Statement, ...]) -> Markup:
    own = [s for s in findings if s.source_id == source_id]
    words = "; ".join(dict.fromkeys(s.note for s in own if s.note))
    return Markup("<li>{} {}</li>").format(words, cite(ds, source_id, own[0].detail, own[0].reading))


def finding(ds: Dataset, findings: tuple[Statement, ...], groups: tuple[Code, ...]) -> None:
    """One line beside the map: which of the chosen groups national sources call insufficiently reached."""
    own = [s for s in findings if s.topic in groups and s.reach is Reach.INSUFFICIENT]
    caveats = contradictions_about(ds, place=CaveatPlace.NATIONAL_FINDINGS)
    for topic in dict.fromkeys(s.topic for s in own):
        said = [s for s in own if s.topic is topic]
        show(
            Markup('<p class="notice"><strong>{}</strong> {} {}</p>').format(
                _("Landelijk: {group} onvoldoende bereikt.").format(group=label(topic)),
                join(Markup("{} ({}). ").format(_who(ds, s.source_id), partial_day(s.date)) for s in said),
                join(mark(c, here({GROUP_VIEW.name: GroupView.NATIONAL.value})) for c in caveats),
            )
        )
