"""What a static map shows, apart from how it is drawn; and the adapters from the analysis."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from coverage.analysis.status import MunicipalityStatus, StatusReport
from coverage.analysis.summary import country_answer
from coverage.i18n import _, day, label, number, percent
from coverage.vocabulary import ATTRIBUTION, STATUS_STYLE, Status, Style

ORDER = {status: index for index, status in enumerate(Status)}


@dataclass(frozen=True, slots=True)
class StaticClass:
    """One entry of the legend: its words, how its areas are drawn, and a line such as "12 gemeenten"."""

    label: str
    style: Style
    note: str = ""


@dataclass(frozen=True)
class StaticView:
    """A map of one moment, by municipality code of ``division``.

    ``values`` gives the index in ``classes`` (a municipality without one is drawn pale), ``marks`` letters
    ``d`` (ring), ``p`` (half disc) and ``u`` (dashed outline) with their words in ``mark_labels``; borders between
    different ``outlines`` are thick. ``selected`` is outlined. With ``only`` the map zooms to those municipalities
    and draws the others pale; ``labels`` are names printed on areas. ``title`` stands above the map,
    ``description`` is its text for people who do not see it, ``source`` the line under it.
    """

    division: str
    classes: tuple[StaticClass, ...]
    values: Mapping[str, int]
    title: str
    description: str
    source: str
    marks: Mapping[str, str] = field(default_factory=dict)
    mark_labels: Mapping[str, str] = field(default_factory=dict)
    outlines: Mapping[str, int | str] = field(default_factory=dict)
    selected: str | None = None
    only: frozenset[str] = frozenset()
    labels: Mapping[str, str] = field(default_factory=dict)


def source_line(edition: str, on: date) -> str:
    """Attribution, edition and date, as they stand under every static map."""
    line = _("Grenzen en inwoners: {attribution}. Gegevens: editie {edition}, peildatum {date}.")
    return line.format(attribution=ATTRIBUTION, edition=edition, date=day(on))


def status_map_view(report: StatusReport, edition: str, *, selected: str | None = None) -> StaticView:
    """The seven statuses of a report, with municipalities and inhabitants in the legend."""
    counts, people = report.counts(), report.inhabitants()
    total = sum(people.values())
    return StaticView(
        division=report.division.id,
        classes=tuple(StaticClass(label(s), STATUS_STYLE[s], tally(counts[s], people[s], total)) for s in Status),
        values={r.code: ORDER[r.status] for r in report.rows},
        title=_("Aanbod van uitstapprogramma's per gemeente op {date}").format(date=day(report.on)),
        description=country_answer(report),
        source=source_line(edition, report.on),
        marks={r.code: _marks(r) for r in report.rows if _marks(r)},
        mark_labels={
            "d": _("uitspraak van vóór de leeftijdsgrens"),
            "p": _("geldt voor een deel van de gemeente"),
            "u": _("indeling bij de DUUP-regio is onzeker"),
        },
        outlines={r.code: r.duup_number for r in report.rows if report.duup_in_force},
        selected=selected,
    )


def region_view(report: StatusReport, edition: str, duup_number: int, *, selected: str | None = None) -> StaticView:
    """One DUUP region of a report, with the names of its municipalities; counts in the legend are the region's."""
    rows = [r for r in report.rows if r.duup_number == duup_number]
    if not rows:
        raise ValueError(f"there is no DUUP region {duup_number}")
    whole = status_map_view(report, edition, selected=selected)
    total = sum(r.inhabitants for r in rows)
    classes = []
    for status, entry in zip(Status, whole.classes, strict=True):
        own = [r.inhabitants for r in rows if r.status is status]
        classes.append(replace(entry, note=tally(len(own), sum(own), total)))
    form = (
        _("Aanbod per gemeente in de DUUP-regio {region} op {date}")
        if report.duup_in_force
        else _("Aanbod per gemeente in wat later de DUUP-regio {region} is, op {date}")
    )
    title = form.format(region=rows[0].duup_region, date=day(report.on))
    names = {s: ", ".join(r.name for r in rows if r.status is s) for s in Status}
    told = "; ".join(f"{label(s)}: {names[s]}" for s in Status if names[s])
    codes = frozenset(r.code for r in rows)
    return replace(
        whole,
        classes=tuple(classes),
        only=codes,
        labels={r.code: r.name for r in rows},
        title=title,
        description=f"{title}. {told}.",
        marks={c: m for c, m in whole.marks.items() if c in codes},
    )


def tally(municipalities: int, people: int, total: int) -> str:
    """12 gemeenten · 345.678 inwoners (1,9%)."""
    words = (
        _("1 gemeente · {people} inwoners ({share})")
        if municipalities == 1
        else _("{count} gemeenten · {people} inwoners ({share})")
    )
    return words.format(
        count=number(municipalities), people=number(people), share=percent(people / total if total else 0)
    )


def _marks(row: MunicipalityStatus) -> str:
    return "p" * row.partial + "u" * row.in_doubt
