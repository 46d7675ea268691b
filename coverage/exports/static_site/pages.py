"""The pages about the whole country."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from coverage.analysis.allocation.budget import default_budget
from coverage.analysis.allocation.result import allocate
from coverage.analysis.allocation.scenario import baseline
from coverage.analysis.allocation.stated import stated_answer
from coverage.analysis.allocation.uncertainty import over_memberships
from coverage.analysis.allocation.words import only_computed
from coverage.analysis.answer.brief import brief
from coverage.analysis.answer.told import cited_and_left, note_parts
from coverage.analysis.contradictions import contradictions
from coverage.analysis.groups.gaps import gaps_at
from coverage.analysis.groups.summary import group_gap_answer
from coverage.analysis.known_gaps import known_gaps
from coverage.analysis.method_text import methods
from coverage.analysis.remarks import national_remarks
from coverage.analysis.source_use import source_uses
from coverage.analysis.spots import sentences as spot_sentences
from coverage.analysis.spots.white_spots import white_spots
from coverage.analysis.status import status_at
from coverage.analysis.summary import country_answer, question
from coverage.analysis.where_to_turn import help_question, named_help
from coverage.exports.static_site.site import Site
from coverage.geography.names import sort_key
from coverage.i18n import _
from coverage.vocabulary import BLIND, TO_CONFIRM, WHITE, GroupCover, TargetGroup


@dataclass(frozen=True, slots=True)
class StaticPage:
    """A page: where it stands, its template, what goes in, and the other files that it loads."""

    path: str
    template: str
    values: dict[str, Any]
    loads: tuple[str, ...] = field(default=())


def national_pages(site: Site) -> Iterator[StaticPage]:
    """All pages that are not about one municipality or region."""
    rows = sorted(site.report.rows, key=lambda r: sort_key(r.name))
    whole = site.status_map(site.on)
    answered = country_answer(site.report)
    yield StaticPage("index.html", "index.html", {"title": question(), "answer": answered, "rows": rows}, (whole,))
    yield StaticPage(
        "gemeenten.html", "gemeenten.html", {"title": _("Alle gemeenten"), "answer": answered, "rows": rows}
    )
    for on in site.dates:
        report = status_at(site.ds, on, site.max_age)
        yield StaticPage(
            f"datums/{on.isoformat()}.html", "datum.html",
            {
                "title": _("Op een datum"), "report": report, "answer": country_answer(report),
                "rows": sorted(report.rows, key=lambda r: sort_key(r.name)),
            },
            (site.status_map(on),),
        )  # fmt: skip
    yield _spots(site)
    yield _groups(site)
    yield _money(site)
    told = brief(site.ds, site.on, site.max_age)
    yield StaticPage(
        "antwoord.html", "antwoord.html",
        {"title": _("Antwoorden voor de Kamer"), "whole": told, "notes": told.notes(), "cite": note_parts,
         "cited": cited_and_left},
    )  # fmt: skip
    yield StaticPage("hulp.html", "hulp.html", {"title": help_question(), "named": named_help(site.ds, site.on)})
    yield StaticPage(
        "bronnen.html", "bronnen.html",
        {
            "title": _("Bronnen en methode"), "uses": source_uses(site.ds), "contradictions": contradictions(site.ds),
            "gaps": known_gaps(site.ds, site.report), "methods": methods(site.ds),
        },
    )  # fmt: skip


def _spots(site: Site) -> StaticPage:
    spots = white_spots(site.ds, site.on, site.max_age)
    return StaticPage(
        "witte-vlekken.html", "witte_vlekken.html",
        {"title": _("Witte vlekken: waar is geen recent bewijs, en waarom?"), "spots": spots,
         "answer": spot_sentences.spots_answer(spots), "since": spot_sentences.since_told,
         "kinds": ((_("Witte vlek"), WHITE), (_("Blinde vlek"), BLIND), (_("Te bevestigen"), TO_CONFIRM)),
         "national": national_remarks(site.ds, site.report.rows[0])},
    )  # fmt: skip


def _groups(site: Site) -> StaticPage:
    reports = [gaps_at(site.ds, site.on, (g,), site.max_age) for g in TargetGroup]
    return StaticPage(
        "doelgroepen.html",
        "doelgroepen.html",
        {"title": _("Doelgroepen"), "reports": reports, "covers": tuple(GroupCover), "answer": group_gap_answer},
    )


def _money(site: Site) -> StaticPage:
    allocation = allocate(site.ds, baseline(site.ds))
    return StaticPage(
        "verdeling.html", "verdeling.html",
        {"title": _("Verdeling"), "allocation": allocation, "ranges": over_memberships(allocation),
         "budget": default_budget(site.ds), "reservation": f"{only_computed()} {stated_answer(site.ds)}"},
    )  # fmt: skip
