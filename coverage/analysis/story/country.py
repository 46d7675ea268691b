"""Slides on what is missing, for whom, and on the money."""

from __future__ import annotations

from collections.abc import Callable

from coverage.analysis.allocation.budget import default_budget
from coverage.analysis.allocation.history import money_history
from coverage.analysis.allocation.result import allocate
from coverage.analysis.allocation.scenario import baseline
from coverage.analysis.allocation.stated import stated_answer
from coverage.analysis.allocation.uncertainty import over_memberships
from coverage.analysis.evidence import duup_start
from coverage.analysis.groups.gaps import gaps_at
from coverage.analysis.naming import counted, in_words
from coverage.analysis.spots.sentences import since_told, spots_answer
from coverage.analysis.spots.steps import whom_to_ask
from coverage.analysis.spots.white_spots import SPOTS, white_spots
from coverage.analysis.story.coverage import MOST_ROWS, report_sources
from coverage.analysis.story.scene import Scene
from coverage.analysis.story.slides import Chart, Series, Slide, SlideTable
from coverage.i18n import _, day, euro, label, number
from coverage.vocabulary import (
    BLIND,
    COVER_STYLE,
    STATUS_STYLE,
    TO_CONFIRM,
    WHITE,
    GroupCover,
    SlideKind,
    Status,
    TargetGroup,
)

OLD = COVER_STYLE[GroupCover.SERVED_EARLIER]
MOST_BARS, MOST_SILENT = 9, 7
BAR = STATUS_STYLE[Status.EVIDENCED_HERE]


def _spots(at: Scene) -> Slide:
    spots = white_spots(at.ds, at.wish.on, at.wish.max_age)
    shown = [s for s in SPOTS if spots.by_status[s]]
    table = SlideTable(
        _("Gemeenten zonder recent bewijs, en waarom"),
        (_("Status"), _("Gemeenten"), _("Inwoners")),
        tuple((label(s), number(len(spots.by_status[s])), number(spots.inhabitants(s))) for s in shown),
        frozenset({1, 2}),
        {i: STATUS_STYLE[s] for i, s in enumerate(shown)},
    )
    white = [f"{s.row.name}: {'; '.join(c.claim.note for c in s.reasons)}" for s in spots.of(*WHITE)]
    old = [
        _("{name}: laatste bewijs {date}, {programmes}").format(
            name=s.row.name, date=since_told(s),
            programmes=in_words(at.ds, dict.fromkeys(c.claim.programme_id for c in s.reasons), at.wish.on),
        )
        for s in spots.of(Status.EVIDENCED_EARLIER)
    ]  # fmt: skip
    apart = _("Wit, blind en te bevestigen zijn drie verschillende dingen. We tellen ze nooit bij elkaar op.")
    sources = {c.claim.source_id for s in spots.of(*WHITE, *TO_CONFIRM) for c in s.reasons}
    return Slide(
        SlideKind.SPOTS,
        _("Waar is geen recent bewijs, en waarom?"),
        (spots_answer(spots),),
        table=table if shown else None,
        notes=(apart, *white, *old),
        sources=tuple(sorted(sources or set(report_sources(at.report)))),
    )


def _ask(at: Scene) -> Slide:
    asks = whom_to_ask(at.ds, at.report)
    shown = asks[: MOST_ROWS + 1]
    table = SlideTable(
        _("Centrumgemeenten om het eerst te vragen"),
        (_("Regio"), _("Gemeenten"), _("Blind"), _("Te bevestigen")),
        tuple(
            (a.region.centre, number(a.municipalities), number(a.of(*BLIND)), number(a.of(*TO_CONFIRM))) for a in shown
        ),
        frozenset({1, 2, 3}),
    )
    said = (
        _("Of er een programma loopt, is voor {count} niet recent bevestigd.").format(
            count=counted(sum(a.municipalities for a in asks))
        ),
        _("De getallen zijn inwoners. Hoeveel sekswerkers er wonen, weten we niet."),
    )
    notes = tuple(
        f"{a.region.centre}: " + "; ".join(f"{label(s)}: {number(n)}" for s, n in a.inhabitants.items() if n)
        for a in asks
    )
    return Slide(
        SlideKind.ASK,
        _("Wie kan het weten?"),
        said,
        table=table if asks else None,
        notes=notes,
        sources=report_sources(at.report),
    )


def _groups(at: Scene) -> Slide:
    reports = {g: gaps_at(at.ds, at.wish.on, (g,), at.wish.max_age) for g in TargetGroup}
    served = {g: r.codes(GroupCover.SERVED) for g, r in reports.items()}
    once = {g: r.codes(GroupCover.SERVED_EARLIER) for g, r in reports.items()}
    weak = {g: len(r.codes(GroupCover.INSUFFICIENT, GroupCover.NOT_SERVED)) for g, r in reports.items()}
    named = sorted(
        (g for g in TargetGroup if served[g] or once[g] or weak[g]), key=lambda g: (-len(served[g]), -len(once[g]))
    )
    spoken = sum(bool(served[g] or weak[g]) for g in TargetGroup)
    said = [
        _(
            "Over {spoken} van de {all} doelgroepen zegt een recent aangetoond programma iets. Zwijgen is geen nee."
        ).format(spoken=number(spoken), all=number(len(TargetGroup)))
    ]
    if most := max(served, key=lambda g: len(served[g])) if any(served.values()) else None:
        said.append(
            _("Het vaakst bediend: {group}, in {count}.").format(group=label(most), count=counted(len(served[most])))
        )
    if any(once.values()):
        said.append(_("De lichte balken: een eerder aangetoond programma zei dat. Of het er nog is, weten we niet."))
    silent = [label(g) for g in TargetGroup if g not in named]
    unsaid = _("Geen programma van nu of eerder zegt deze groepen te bedienen: {groups}.").format(
        groups=", ".join(silent)
    )
    many = len(silent) > MOST_SILENT
    if many:
        said.append(
            _("Van {count} groepen zegt geen programma van nu of eerder dat het die bedient.").format(
                count=number(sum(not served[g] and not once[g] for g in TargetGroup))
            )
        )
    elif silent:
        said.append(unsaid)
    shown = named[:MOST_BARS]
    series = (
        Series(_("zegt de groep te bedienen"), tuple(len(served[g]) for g in shown), COVER_STYLE[GroupCover.SERVED]),
        Series(_("zei dat eerder, niet recent bevestigd"), tuple(len(once[g]) for g in shown), OLD),
        Series(_("zegt: onvoldoende of niet"), tuple(weak[g] for g in shown), COVER_STYLE[GroupCover.INSUFFICIENT]),
    )
    chart = Chart(
        _("Gemeenten waar een programma iets zegt ({shown} van {all} groepen)").format(
            shown=len(shown), all=number(len(TargetGroup))
        ),
        tuple(label(g) for g in shown),
        tuple(s for s in series if any(s.values)),
        " ".join(said),
    )
    sources = {
        s.source_id for r in reports.values() for row in r.rows for stance in row.deciding for s in stance.statements
    }
    notes = tuple(
        f"{label(g)}: " + ", ".join(f"{label(c)} {number(n)}" for c, n in r.counts().items() if n)
        for g, r in reports.items()
    )
    return Slide(
        SlideKind.GROUPS,
        _("Voor wie zijn de programma's?"),
        tuple(said),
        chart=chart if named else None,
        notes=(unsaid, *notes) if many else notes,
        sources=tuple(sorted(sources)),
    )


def _money(at: Scene) -> Slide:
    budget = default_budget(at.ds)
    found = allocate(at.ds, baseline(at.ds))
    ranges = over_memberships(found)
    order = sorted(found.regions, key=lambda r: (-r.amount, r.number))
    first, last = order[0], order[-1]
    said = [
        _("De DUUP verdeelt {budget} per jaar ({year}) naar inwoners ({people}) over {count} regio's.").format(
            budget=euro(budget.amount), year=budget.year, people=found.scenario.year, count=number(len(order))
        ),
        _("Berekend: van {low} voor {lowest} tot {high} voor {highest}.").format(
            low=euro(last.amount), lowest=last.name, high=euro(first.amount), highest=first.name
        ),
        stated_answer(at.ds),
    ]
    if at.wish.on < duup_start(at.ds):
        said.insert(
            0, _("Op {date} bestond de DUUP nog niet; dit is de verdeling van nu.").format(date=day(at.wish.on))
        )
    chart = Chart(
        _("Berekend bedrag per DUUP-regio per jaar"), tuple(r.name for r in order),
        (Series(_("euro per jaar"), tuple(r.amount for r in order), BAR),),
        _("Bedragen van {high} ({highest}) tot {low} ({lowest}).").format(
            high=euro(first.amount), highest=first.name, low=euro(last.amount), lowest=last.name
        ),
        money=True,
    )  # fmt: skip
    notes = (
        ranges.method,
        *(
            _("{name}: {amount}, bereik {low} tot {high}").format(
                name=r.name, amount=euro(r.amount), low=euro(band.low), high=euro(band.high)
            ) if (band := ranges.by_region[r.number]).wider_than(1) else f"{r.name}: {euro(r.amount)}"
            for r in order
        ),
        _("Kanttekeningen bij de bedragen, op de pagina Gegevens: {titles}.").format(
            titles="; ".join(c.title for c in money_history(at.ds).caveats)
        ),
    )  # fmt: skip
    return Slide(
        SlideKind.MONEY,
        _("Het geld: een berekening"),
        tuple(said),
        chart=chart,
        notes=notes,
        sources=(budget.source_id, found.basis.source_id),
    )


SLIDES: dict[SlideKind, Callable[[Scene], Slide]] = {
    SlideKind.SPOTS: _spots,
    SlideKind.ASK: _ask,
    SlideKind.GROUPS: _groups,
    SlideKind.MONEY: _money,
}
