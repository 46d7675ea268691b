"""The page on white and blind spots: map, lists, and what would close the gap."""

from __future__ import annotations

import streamlit as st

from coverage.analysis.pictures.told import PictureSubject
from coverage.analysis.spots.fragile import fragile
from coverage.analysis.spots.priority import over_time, priority
from coverage.analysis.spots.sentences import spots_answer
from coverage.analysis.spots.steps import Level, RegionRows, default_level, regions, steps, whom_to_ask
from coverage.analysis.spots.white_spots import SPOTS, Spots, white_spots
from coverage.analysis.status import DEFAULT_MAX_AGE
from coverage.dataset import Dataset
from coverage.dates import today
from coverage.exports.views import spots_frame
from coverage.i18n import _, day, label, number
from coverage.ui import choose, clicks
from coverage.ui.bound import pick, pick_from
from coverage.ui.downloads import downloads, folded
from coverage.ui.evidence.fragility import (
    ask_table,
    fragile_table,
    matrix_days,
    priority_matrix,
    priority_table,
    steps_table,
)
from coverage.ui.evidence.region_shares import region_shares
from coverage.ui.evidence.spots import first_with_rows, kinds, ordered, spot_card, spots_table
from coverage.ui.figure import figure
from coverage.ui.html import hinted, notice, show, shown_by
from coverage.ui.map.component import coverage_map
from coverage.ui.map.download import map_download
from coverage.ui.map.pictured import Pictured
from coverage.ui.map.status import status_view
from coverage.ui.municipality.caveats import municipality_caveats
from coverage.ui.municipality.detail import municipality_detail
from coverage.ui.opening import Opening
from coverage.ui.params import DATE, MAX_AGE
from coverage.ui.params.evidence import LEVEL, LIST, LISTS, ORDER, PART
from coverage.ui.pieces import answer_line, part_links, subheading, unfolding
from coverage.ui.quiet import say_why_silent, telling
from coverage.vocabulary import PictureKind, Status

MAP = "vlekken"


def title() -> str:
    """Over the page."""
    return _("Witte vlekken: waar is geen recent bewijs, en waarom?")


def intro() -> str:
    """What a reader can do here."""
    return _("Klik op een gemeente: dan zie je wat bronnen zeggen, hoe oud dat is, en waar je het kunt vragen.")


def show_spots(ds: Dataset) -> None:
    """Date and age limit, the map with its groups, then the part that the reader chose."""
    clicks.take_over(ds, MAP)
    dates, search = st.columns([8, 5], vertical_alignment="top")
    with dates:
        on = choose.reference_date()
    spots = white_spots(ds, on, MAX_AGE.get())
    report = spots.report
    with search:
        selected = choose.choose_municipality(ds, on, report.division.id)
    shown = spots_pictured(spots, selected)
    answer_line(shown.sentence)
    if report.max_age != DEFAULT_MAX_AGE:
        notice(
            _("Recent is hier: hoogstens {years} jaar oud. Dat kies je op de pagina Dekking.").format(
                years=report.max_age
            )
        )
    left, right = st.columns([8, 5], gap="medium")
    with left:
        coverage_map(shown.view, key=MAP)
    with right:
        show(shown.legend)
        _selected(ds, spots, selected)
    words = _parts()
    silent = silent_parts(ds, spots)
    part = pick(_("Wat wil je zien?"), PART, telling(PART, words, silent, PART.get()))
    say_why_silent(PART, words, silent, PART.get())
    if part == "lijst":
        _list(ds, spots, shown.sentence)
    else:
        _analysis(ds, spots, part)


def _parts() -> dict[str, str]:
    return {
        "lijst": _("Lijst"), "regio": _("Per regio"), "kwetsbaar": _("Kwetsbaar"), "stappen": _("Stappen"),
        "voorrang": _("Voorrang"),
    }  # fmt: skip


def silent_parts(ds: Dataset, spots: Spots) -> dict[str, str]:
    """Parts that distinguish nothing on this date, each with the reason."""
    report = spots.report
    level: Level = "duvo" if LEVEL.get() == "duvo" else "duup"
    silent = {}
    if len({_shares(region) for region in regions(ds, report, level)}) < 2:
        silent["regio"] = _("alle regio's zijn gelijk")
    if not fragile(ds, report.on, report.max_age):
        silent["kwetsbaar"] = _("nergens is een programma recent aangetoond")
    if not steps(ds, report, level):
        silent["stappen"] = _("er is geen stap te zetten")
    return silent


def _shares(region: RegionRows) -> tuple[float, ...]:
    whole = max(region.inhabitants(), 1)
    return tuple(round(region.inhabitants(status) / whole, 3) for status in Status)


def spots_pictured(spots: Spots, selected: str | None) -> Pictured:
    """The map with the kinds that have no recent evidence."""
    sentence = spots_answer(spots)
    return Pictured(sentence, status_view(spots.report, selected=selected, description=sentence), kinds(spots))


def _selected(ds: Dataset, spots: Spots, selected: str | None) -> None:
    if not selected:
        return
    found = next((s for rows in spots.by_status.values() for s in rows if s.row.code == selected), None)
    if found:
        spot_card(ds, spots, found)
    row = spots.report.row(selected)
    municipality_detail(ds, spots.report, row)
    municipality_caveats(ds, spots.report, row)


def _list(ds: Dataset, spots: Spots, sentence: str) -> None:
    lists = {s: f"{label(s)} ({number(len(spots.by_status[s]))})" for s in SPOTS}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        status = pick_from(_("Welke lijst?"), LIST, lists, value=LIST.get() or first_with_rows(spots))
        order = _pick_order()
    spots_table(ds, spots, status, order, key=f"vlekken-{status}")
    word = next(w for w, s in reversed(LISTS.items()) if s is status)
    with folded("vlekken") as asked:
        if asked:
            downloads(
                ds, lambda: spots_frame(ds, spots, ordered(spots, status, order)), name=f"vlekken-{word}",
                title=label(status), sentence=sentence, on=spots.report.on, division=spots.report.division.id,
            )  # fmt: skip
            map_download(ds, MAP, spots.report.on, {r.code: r.inhabitants for r in spots.report.rows})


def _pick_order() -> str:
    orders = {"inwoners": _("inwoners"), "afstand": _("afstand"), "regio": _("regio")}
    order: str = pick(_("Volgorde"), ORDER, orders)
    return order


def _analysis(ds: Dataset, spots: Spots, part: str) -> None:
    report = spots.report
    if part != "kwetsbaar" and not report.duup_in_force:
        words = _("De regio's zijn die van {begin}. Welke regio's er op {date} waren, staat niet in de gegevens.")
        notice(words.format(begin=day(report.division.valid_from), date=day(report.on)))
    if part == "kwetsbaar":
        fragile_table(ds, report.on, fragile(ds, report.on, report.max_age))
        return
    levels = {"duup": _("DUUP-regio's"), "duvo": _("DUVO-regio's")}
    level: Level = pick(_("Welke regio's?"), LEVEL, levels)
    if part == "regio":
        region_shares(regions(ds, report, level))
    elif part == "stappen":
        if level == default_level(ds, report):  # the picture has the regions of the date
            show(figure(ds, PictureSubject(PictureKind.STEPS, report.on, report.max_age)))
        steps_table(ds, report.on, steps(ds, report, level))
        ask_table(whom_to_ask(ds, report, level))
    else:
        priority_table(ds, priority(ds, report, level), report.on)
        days = matrix_days(ds, report.on, today())
        unfolding(
            "priority", _("Voorrang door de tijd"),
            lambda: priority_matrix(days, over_time(ds, days, level, report.max_age)),
        )  # fmt: skip


def opening(ds: Dataset) -> Opening:
    """What the first view shows of this page."""
    found = white_spots(ds, DATE.get(), MAX_AGE.get())
    selected = choose.found(ds, found.report.on, found.report.division.id)[0]
    shown = spots_pictured(found, selected)
    parts = shown_by(lambda: _told(ds, found, selected)) + part_links(PART, _parts())
    return Opening(title(), shown, search="moments", above=hinted(intro()), parts=parts)


def _told(ds: Dataset, spots: Spots, selected: str | None) -> None:
    """Under the map, for a reader without the app: the municipality, and the part that the address names."""
    _selected(ds, spots, selected)
    if PART.get() != "lijst":
        _analysis(ds, spots, PART.get())
        return
    asked, order = LIST.get(), _pick_order()
    for status in [asked] if asked else [s for s in SPOTS if spots.by_status[s]]:
        subheading(f"{label(status)} ({number(len(spots.by_status[status]))})")
        spots_table(ds, spots, status, order, key="")
