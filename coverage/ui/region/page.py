"""How the page of regions begins: the list of all regions, or one region."""

from __future__ import annotations

from functools import partial

from markupsafe import Markup

from coverage.analysis.pictures.told import PictureSubject
from coverage.analysis.region_profile.facts import RegionProfile, region_profile, region_profiles
from coverage.analysis.region_profile.sentences import in_a_line, not_there
from coverage.analysis.status import StatusReport, status_at
from coverage.analysis.summary import country_answer
from coverage.dataset import Dataset
from coverage.geography.region_names import UnknownRegion, region_names, resolve_region
from coverage.i18n import _, day, number
from coverage.ui.data.cite import region_link
from coverage.ui.figure import folded_figure
from coverage.ui.html import hinted, join, shown_by
from coverage.ui.local_map import outlines_of_links
from coverage.ui.map import status
from coverage.ui.map.pictured import Pictured
from coverage.ui.opening import Opening
from coverage.ui.params import DATE, MAX_AGE
from coverage.ui.params.evidence import REGION
from coverage.ui.pieces import answered, table
from coverage.ui.region.article import region_article, region_disputes
from coverage.ui.state import address, readable
from coverage.vocabulary import PictureKind


def index_title() -> str:
    """Over the list of regions."""
    return _("Hoe staat het in mijn regio?")


def region_title(name: str) -> str:
    """Over the page of a region."""
    return _("Regio {name}").format(name=name)


def how_to_choose() -> Markup:
    """What a reader can do with the list."""
    return hinted(_("Zoek een regio, klik op de kaart of kies uit de lijst. Elke regio heeft een eigen pagina."))


def regions_pictured(report: StatusReport) -> Pictured:
    """The map of the country with the regions outlined, under the answer."""
    return status.pictured(report, selected=None, sentence=country_answer(report))


def region_list(ds: Dataset, report: StatusReport) -> Markup:
    """All regions of a date, each with its answer in a line."""
    head = (_("Regio"), _("Gemeenten"), _("Inwoners"), _("Stand"))
    rows = (
        (
            Markup('<a href="{}">{}</a>').format(region_link(p.name), p.name), number(len(p.rows)),
            number(p.inhabitants()), in_a_line(p),
        )
        for p in region_profiles(ds, report.on, report.max_age)
    )  # fmt: skip
    return table(head, rows, _("De DUUP-regio's op {date}").format(date=day(report.on)), style="plain left regions")


def regions_drawn(ds: Dataset, report: StatusReport) -> Markup:
    """All regions as small maps, and their evidence through the years; folded."""
    pictures = (
        (PictureKind.SMALL_MAPS, _("Alle regio's als kleine kaarten")),
        (PictureKind.HEAT, _("Bewijs per jaar en regio, als tekening")),
    )
    return join(folded_figure(ds, PictureSubject(kind, report.on, report.max_age), words) for kind, words in pictures)


def chosen_region(ds: Dataset) -> tuple[str, RegionProfile | None]:
    """The name of the region in the address, and the region; the name is empty when there is none."""
    name = REGION.get()
    if not name:
        return "", None
    return name, region_profile(ds, resolve_region(ds, name), DATE.get(), MAX_AGE.get())


def meant_regions(ds: Dataset) -> Markup:
    """For a name in the address that is no region: links to the regions that may be meant; else nothing."""
    typed = readable(address().get(REGION.name, ""))
    try:
        resolve_region(ds, typed)
    except UnknownRegion as problem:
        links = join(
            Markup('<li><a href="{}">{}</a></li>').format(region_link(n), region_title(n)) for n in problem.suggestions
        )
        return Markup('<ul class="columns">{}</ul>').format(links) if typed and links else Markup("")
    return Markup("")


def absent(ds: Dataset, name: str) -> str:
    """The line for a region that does not exist on the date."""
    return not_there(region_names(ds)[resolve_region(ds, name)], day(DATE.get()))


def back_to_list() -> Markup:
    """The link from a region to all regions."""
    return Markup('<p class="back"><a href="{}">{}</a></p>').format(region_link(""), _("Alle regio's"))


def opening(ds: Dataset) -> Opening:
    """What the first view shows of this page."""
    name, p = chosen_region(ds)
    report = status_at(ds, DATE.get(), MAX_AGE.get())
    if p:
        below = shown_by(partial(region_disputes, ds, p))
        told = back_to_list() + outlines_of_links(ds, p) + region_article(ds, p) + below
        return Opening(region_title(p.name), article=told)
    if name:
        return Opening(index_title(), article=answered(absent(ds, name)) + region_list(ds, report))
    return Opening(
        index_title(), article=answered(country_answer(report)) + region_list(ds, report),
        above=meant_regions(ds) + how_to_choose(),
    )  # fmt: skip
