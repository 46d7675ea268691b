"""The pages about one municipality and about one DUUP region."""

from __future__ import annotations

from collections.abc import Iterator

from coverage.analysis.profile import sentences as profile_sentences
from coverage.analysis.profile import text
from coverage.analysis.profile.facts import Profile, profile
from coverage.analysis.profile.own_answers import own_answers
from coverage.analysis.region_profile import sentences as region_sentences
from coverage.analysis.region_profile.facts import region_profile
from coverage.analysis.region_profile.sections import sections
from coverage.analysis.spots.white_spots import white_spots
from coverage.analysis.turn_now import where_to_turn_now
from coverage.exports.map_view import region_view
from coverage.exports.static_site.pages import StaticPage
from coverage.exports.static_site.site import Site
from coverage.i18n import _


def municipality_pages(site: Site) -> Iterator[StaticPage]:
    """One for each municipality of the reference date."""
    descriptions = {r.number: region_view(site.report, site.ds.edition, r.number).description for r in site.regions}
    for row in site.report.rows:
        found = profile(site.ds, row.code, site.on, site.max_age)
        yield StaticPage(
            site.municipality_paths[row.code], "gemeente.html",
            {
                "title": row.name, "profile": found, "row": row,
                "answer": profile_sentences.municipality_answer(site.ds, found),
                "facts": text.facts(found), "sections": _sections(site, found), "compared": text.comparison(found),
                "map_description": descriptions[row.duup_number],
            },
            (site.region_map(row.duup_number),),
        )  # fmt: skip


def _sections(site: Site, found: Profile) -> tuple[tuple[str, tuple[text.Line, ...]], ...]:
    return (
        (_("Waar kun je terecht?"), _turning(site, found)),
        (_("Voor wie, en wie mag komen?"), text.groups(found)),
        (_("Hoe weten we dit?"), text.serving(site.ds, found)),
        (_("Sinds 2011"), text.history_lines(site.ds, found)),
        (_("Wat de gemeente zelf antwoordde (overgenomen)"), own_answers(site.ds, found.row.code)),
        (_("Wat is onbekend, en wie weet het?"), text.open_questions(site.ds, found)),
    )


def _turning(site: Site, found: Profile) -> tuple[text.Line, ...]:
    """Where to turn, with the sources that the page lists; those of other places in the region stand on its page."""
    lines = (t.line for t in where_to_turn_now(site.ds, found))
    return tuple(text.Line(x.text, tuple(s for s in x.sources if s in found.sources)) for x in lines)


def region_pages(site: Site) -> Iterator[StaticPage]:
    """One for each DUUP region."""
    spots = white_spots(site.ds, site.on, site.max_age)
    near = {s.row.code: s.nearest for rows in spots.by_status.values() for s in rows}
    for region in site.regions:
        description = region_view(site.report, site.ds.edition, region.number).description
        money = profile(site.ds, region.rows[0].code, site.on, site.max_age).money
        found = region_profile(site.ds, region.number, site.on, site.max_age)
        yield StaticPage(
            site.region_paths[region.number], "regio.html",
            {
                "title": _("DUUP-regio {name}").format(name=region.name), "region": region, "rows": region.rows,
                "near": near, "money": money, "map_description": description,
                "answer": region_sentences.region_answer(found) if found else "",
                "leads": region_sentences.who_leads(found) if found else "",
                "sections": [(s.title, s.lines) for s in sections(site.ds, found)] if found else [],
            },
            (site.region_map(region.number),),
        )  # fmt: skip
