"""Everything about one region, from the answer down to its sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from markupsafe import Markup

from coverage.analysis.dating import last_day_told
from coverage.analysis.pictures.told import PictureSubject
from coverage.analysis.profile.text import Line
from coverage.analysis.region_profile import text
from coverage.analysis.region_profile.facts import RegionProfile
from coverage.analysis.region_profile.gaps_here import disputed
from coverage.analysis.region_profile.newest_said import newest_said
from coverage.analysis.region_profile.offered import RegionProgramme, local_rules, programmes_of
from coverage.analysis.region_profile.sections import region_sources, sections
from coverage.analysis.region_profile.sentences import region_answer, who_leads
from coverage.analysis.region_profile.served import Heard
from coverage.analysis.remarks import remarks_in_short
from coverage.analysis.statements import access_or_silence, groups_or_silence
from coverage.dataset import Dataset
from coverage.i18n import _, label, number
from coverage.ui.course import course_section
from coverage.ui.data.asked import duup_asks, duup_rules
from coverage.ui.data.cite import (
    marked_facts,
    marked_lines,
    municipality_link,
    numbered,
    programme_address,
    source_marks,
    sources_listed,
)
from coverage.ui.data.contradictions import contradiction_notes
from coverage.ui.figure import folded_figure
from coverage.ui.html import join, swatch
from coverage.ui.local_map import local_legend, local_map
from coverage.ui.pieces import answered, article_part, folded_on_phone, table
from coverage.ui.region.beside import beside_table, comparison_table
from coverage.ui.region.response import response_state
from coverage.vocabulary import STATUS_STYLE, PictureKind

FOLDED = frozenset({"beside", "open", "old", "compared"})  # sections that a reader opens


def region_article(ds: Dataset, p: RegionProfile) -> Markup:
    """The page of a region; the sources at its end are what the marks behind sentences point to.

    What does not follow the date is shown beside it, so that it is not sent again: :func:`region_disputes`, outlines.
    """
    found = {s.name: s for s in sections(ds, p) if s.name != "disputed"}
    drawn: dict[str, Callable[[Dataset, RegionProfile], Markup]] = {
        "programmes": _programmes, "money": _money, "beside": beside_table, "compared": comparison_table,
        "rules": _rules, "answered": _answered, "groups": _groups,
    }  # fmt: skip
    parts = [
        article_part(s.title, drawn[s.name](ds, p) if s.name in drawn else marked_lines(s.lines), s.name in FOLDED)
        for s in found.values()
    ]
    course = course_section(ds, p.on, p.report.max_age, frozenset({p.number}), folded=True)
    chain = PictureSubject(PictureKind.CHAIN, p.on, p.report.max_age, p.number)
    drawn_chain = folded_figure(ds, chain, _("Van Rijk tot gemeente, als tekening"))
    history = article_part(_("Verloop sinds 2011"), folded_on_phone(_("Toon het verloop"), course + drawn_chain))
    at = [s.name for s in found.values()].index("groups")
    newest = newest_said(p)
    body = join([*parts[:at], history, *parts[at:]])
    told = body + article_part(_("Bronnen"), sources_listed(ds, body, (*region_sources(ds, p), *newest.sources)), True)
    under = Markup('<p class="soft">{} {}{}</p>').format(who_leads(p), newest.text, source_marks(newest.sources))
    whole = Markup('<article class="profile region" aria-label="{}">{}{}{}{}</article>').format(
        p.name, answered(region_answer(p)), under, _places(p, local_map(ds, p)), told
    )
    return numbered(whole)


def _places(p: RegionProfile, picture: Markup) -> Markup:
    """The map with its legend, and beside it the table with the same rows."""
    head = (_("Gemeente"), _("Status"), _("Inwoners"), _("Bijzonderheden"))
    rows = (
        (
            Markup('<a href="{}">{}</a>{}').format(
                municipality_link(r.name), r.name,
                Markup(" <small>{}</small>").format(_("centrumgemeente")) if r.code == p.centre_code else "",
            ),
            Markup("{}{}").format(swatch(STATUS_STYLE[r.status]), label(r.status)), number(r.inhabitants),
            remarks_in_short(r) or (last_day_told(r) if r.last_confirmed else "–"),
        )
        for r in p.rows
    )  # fmt: skip
    listed = table(head, rows, _("De gemeenten van de regio"), style="plain left places", height="window")
    return Markup('<div class="local-sides"><div>{}</div><div>{}{}</div></div>').format(
        picture, local_legend(p), folded_on_phone(_("De gemeenten van de regio"), listed)
    )


def _programmes(ds: Dataset, p: RegionProfile) -> Markup:
    found = programmes_of(ds, p)
    if not found:
        return marked_lines(text.programme_lines(ds, p))
    counts, rest = [x for x in found if x.evidenced], [x for x in found if not x.evidenced]
    if not counts or not rest:
        return _offered(found)
    words = _("Ook genoemd, maar hier niet aangetoond ({count})").format(count=number(len(rest)))
    return _offered(counts) + folded_on_phone(words, _offered(rest))


def _offered(found: Iterable[RegionProgramme]) -> Markup:
    return Markup('<ul class="offered">{}</ul>').format(join(_programme(x) for x in found))


def _programme(x: RegionProgramme) -> Markup:
    """A programme with what is known of it; the name leads to its card."""
    facts = (
        (_("Uitgevoerd door"), x.executors or _("niet genoemd")),
        (_("Voor wie"), groups_or_silence(x.groups)),
        (_("Toegang"), access_or_silence(x.access)),
        (_("Periode"), text.when_offered(x)),
    )  # fmt: skip
    told = join(Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(word, value) for word, value in facts)
    said = text.standing(x)
    return Markup('<li><p><a href="{}"><strong>{}</strong></a>: {}{}</p>{}</li>').format(
        programme_address(x.programme.id), x.name, said, source_marks(x.sources),
        folded_on_phone(_("Door wie, voor wie en sinds wanneer"), Markup("<dl>{}</dl>").format(told)),
    )  # fmt: skip


def _rules(ds: Dataset, p: RegionProfile) -> Markup:
    """Local rules, and folded what the scheme asks and leaves free once it is there."""
    lines, current = text.rules(ds, p), sum(r.current for r in local_rules(p))
    told = marked_lines(lines[:current] or lines)
    if 0 < current < len(lines):
        words = _("Oudere regels ({count})").format(count=number(len(lines) - current))
        told += folded_on_phone(words, marked_lines(lines[current:]))
    asked = duup_rules(ds)
    if not asked or not p.in_force:
        return told
    return told + Markup("<details><summary>{}</summary>{}</details>").format(duup_asks(), asked)


def _answered(ds: Dataset, p: RegionProfile) -> Markup:
    return marked_lines((Line(response_state(ds, p)), *text.accepted_here(ds, p)))


def _money(ds: Dataset, p: RegionProfile) -> Markup:
    """The amounts; a phone folds how the one by the rule was worked out."""
    how = text.worked_out(ds, p)
    folded = folded_on_phone(_("Zo is het berekend"), marked_facts(how)) if how else Markup("")
    return marked_facts(text.amounts_here(ds, p)) + folded


def _groups(ds: Dataset, p: RegionProfile) -> Markup:
    """What is said of groups; a phone folds the long list of those of which nothing is."""
    lines = text.groups_heard(ds, p)
    if set(lines) <= {Heard.NOBODY} or Heard.NOBODY not in lines:
        return marked_lines(lines.values())
    silent = lines.pop(Heard.NOBODY)
    return marked_lines(lines.values()) + folded_on_phone(_("Waarover zegt geen bron iets?"), marked_lines((silent,)))


def region_disputes(ds: Dataset, p: RegionProfile) -> None:
    """Where sources differ about what lies in the region; nothing when they do not."""
    contradiction_notes(disputed(ds, p), _("Waar bronnen verschillen"))
