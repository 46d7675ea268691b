"""Slides on coverage: the national picture, its course, and what changed since the last time."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from coverage.analysis.comparison.compare import compare
from coverage.analysis.comparison.sentences import comparison_answer as compared
from coverage.analysis.comparison.sentences import describe_comparison as changed
from coverage.analysis.course import course
from coverage.analysis.editions.edition import Difference, since
from coverage.analysis.editions.sentences import describe_edition as differs
from coverage.analysis.editions.sentences import editions_answer as since_answer
from coverage.analysis.naming import counted
from coverage.analysis.status import StatusReport, status_at
from coverage.analysis.story.scene import Scene
from coverage.analysis.story.slides import Chart, Picture, Series, Slide, SlideTable
from coverage.analysis.summary import country_answer, country_lead
from coverage.i18n import _, day, label, number, percent
from coverage.vocabulary import EVIDENCED, STATUS_STYLE, ChangeKind, SlideKind, Status

MOST_ROWS = 7
ROOM_FOR_CHANGES = (425, 465)  # characters of the answer that leave room for two rows under it, for one
TOLD = (ChangeKind.OPENED, ChangeKind.CLOSED, ChangeKind.CHANGED, ChangeKind.RENEWED, ChangeKind.AGED)


def report_sources(report: StatusReport) -> tuple[str, ...]:
    """Sources of the claims that decided the statuses of a report."""
    return tuple(sorted({c.claim.source_id for r in report.rows for c in r.decisive}))


def status_slide_table(report: StatusReport) -> SlideTable:
    """The legend of the map: municipalities and inhabitants of each status that occurs."""
    counts, people = report.counts(), report.inhabitants()
    total = sum(people.values())
    present = [s for s in Status if counts[s]]
    rows = tuple((label(s), number(counts[s]), percent(people[s] / total)) for s in present)
    year = _("Inwoners {year} (voorlopig)") if report.population.provisional else _("Inwoners {year}")
    return SlideTable(
        _("Gemeenten en inwoners per status"),
        (_("Status"), _("Gemeenten"), year.format(year=report.population.year)),
        (*rows, (_("heel Nederland"), number(len(report.rows)), percent(1.0))),
        frozenset({1, 2}),
        {i: STATUS_STYLE[s] for i, s in enumerate(present)},
    )  # fmt: skip


def _national(at: Scene) -> Slide:
    report = at.report
    picture = Picture(report, _("Aanbod per gemeente op {date}").format(date=day(report.on)), country_answer(report))
    notes = (
        country_answer(report),
        _("Geld of een aanwijzing is nog geen programma: sinds 2021 hoort elke gemeente bij een aangewezen regio."),
    )
    return Slide(
        SlideKind.NATIONAL,
        _("Het landelijk beeld"),
        (country_lead(report),),
        pictures=(picture,),
        table=status_slide_table(report),
        notes=notes,
        sources=report_sources(report),
    )


def _course(at: Scene) -> Slide:
    every = course(at.ds, at.wish.on, at.wish.max_age)
    days = [s.on for s in every if s.on.month == 12 or s.on == at.wish.on]
    reports = {on: status_at(at.ds, on, at.wish.max_age) for on in days}
    counts = [r.counts() for r in reports.values()]
    present = [s for s in Status if any(c[s] for c in counts)]
    shares = {on: r.share(*EVIDENCED) for on, r in reports.items()}
    lines = tuple(
        _("{date}: recent aangetoond voor {count}, waar {share} van de inwoners woont.").format(
            date=day(on), count=counted(sum(reports[on].counts()[s] for s in EVIDENCED)), share=percent(shares[on])
        )
        for on in sorted({days[0], max(days, key=lambda d: shares[d]), days[-1]})
    )
    chart = Chart(
        _("Gemeenten per status, aan het eind van elk jaar"),
        tuple(str(on.year) for on in days),
        tuple(Series(label(s), tuple(c[s] for c in counts), STATUS_STYLE[s]) for s in present),
        " ".join(lines),
        years=True,
    )
    notes = (
        _("Minder recent bewijs is iets anders dan minder aanbod: het hangt ook af van hoeveel bronnen er spreken."),
        _("Bronnen die spraken, per half jaar: {spoken}.").format(
            spoken="; ".join(f"{day(step.on)}: {number(step.sources)}" for step in every)
        ),
        _("Elk jaar staat in de gemeentegrenzen van die dag, zoals op het overzicht."),
    )
    return Slide(
        SlideKind.COURSE,
        _("Het verloop sinds 2011"),
        (*lines, _("Weinig bronnen is iets anders dan weinig programma's.")),
        chart=chart,
        notes=notes,
        sources=tuple(sorted({s for r in reports.values() for s in report_sources(r)})),
    )


def _changes(at: Scene) -> Slide:
    now = at.report
    base, on = at.earlier, at.wish.on
    if base >= on:
        told = _("Er is geen eerder moment om mee te vergelijken: {base} ligt niet voor {on}.")
        return Slide(SlideKind.CHANGES, _("Wat er veranderde"), (told.format(base=day(base), on=day(on)),))
    found, how = compare(at.ds, base, on, at.wish.max_age), tuple[str, ...]()
    rows = [(c.after.name, label(c.kind), changed(at.ds, found, c)) for kind in TOLD for c in found.of(kind)]
    if at.before:
        against = since(at.ds, at.before, on)
        title = _("Sinds de editie {name}").format(name=at.before.name)
        said: tuple[str, ...] = (since_answer(against, at.before.name),)
        rows += _told(at, _("bijgeleerd"), against.learned) + _told(at, _("gecorrigeerd"), against.corrected)
    else:
        title = _("Sinds {date}").format(date=day(base))
        told = (
            _("Vergeleken met {date}, zoals wij dat nu weten.")
            if at.wish.earlier
            else _("Er is geen editie van drie maanden eerder. Vergeleken is met {date}, zoals wij dat nu weten.")
        )
        said, how = (compared(found),), (told.format(date=day(base)),)
    pictures = tuple(Picture(r, _("Op {date}").format(date=day(r.on)), country_answer(r)) for r in (found.before, now))
    room = sum(len(" ".join(said)) <= most for most in ROOM_FOR_CHANGES)
    shown = tuple((name, kind) for name, kind, _what in rows[:room])
    more = len(rows) - len(shown)
    caption = _("Anders in ({shown} van {all})") if more else _("Anders in")
    table = SlideTable(caption.format(shown=len(shown), all=len(rows)), (_("Gemeente"), _("Wat")), shown)
    return Slide(
        SlideKind.CHANGES,
        title,
        said,
        pictures=pictures,
        table=table if shown else None,
        notes=(*how, *(f"{name} – {kind}: {what}" for name, kind, what in rows)),
        sources=tuple(sorted({*report_sources(found.before), *report_sources(now)})),
    )


def _told(at: Scene, kind: str, rows: Iterable[Difference]) -> list[tuple[str, str, str]]:
    return [(d.now.name, kind, differs(at.ds, d)) for d in rows]


SLIDES: dict[SlideKind, Callable[[Scene], Slide]] = {
    SlideKind.NATIONAL: _national,
    SlideKind.COURSE: _course,
    SlideKind.CHANGES: _changes,
}
