"""Slides that speak to the room: one region, questions, and how all this is known."""

from __future__ import annotations

from collections.abc import Callable

from coverage.analysis.allocation.result import allocate
from coverage.analysis.allocation.scenario import baseline
from coverage.analysis.allocation.uncertainty import over_memberships
from coverage.analysis.evidence import duup_start
from coverage.analysis.groups.gaps import questions
from coverage.analysis.layers.provision import evidenced_programmes
from coverage.analysis.naming import counted, duup_centres, in_words
from coverage.analysis.spots.steps import whom_to_ask
from coverage.analysis.story.coverage import report_sources
from coverage.analysis.story.scene import Scene
from coverage.analysis.story.slides import Picture, Slide, Table
from coverage.i18n import _, day, euro, label, number, percent
from coverage.vocabulary import EVIDENCED, STATUS_STYLE, SlideKind, Status

MOST_GROUPS = 4


def _region(at: Scene) -> Slide:
    return region_slide(at, at.wish.region)


def region_slide(at: Scene, number_of: int) -> Slide:
    """The slide of one DUUP region, by its number."""
    rows = [r for r in at.report.rows if r.duup_number == number_of]
    if not rows:
        regions = at.ds.table("duup_regions").set_index("number")["name"]
        name = str(regions.get(number_of, number_of))
        told = _("Op {date} bestaat deze DUUP-regio niet.").format(date=day(at.wish.on))
        return Slide(SlideKind.REGION, _("Regio {name}").format(name=name), (told,))
    name, centre = rows[0].duup_region, duup_centres(at.ds)[number_of]
    people, whole = sum(r.inhabitants for r in rows), sum(r.inhabitants for r in at.report.rows)
    evidenced = [r for r in rows if r.status in EVIDENCED]
    local = evidenced_programmes(at.ds, at.wish.on, at.wish.max_age)
    programmes = sorted({p.programme_id for r in rows for p in local[r.code]})
    allocation = allocate(at.ds, baseline(at.ds))
    own = next((r for r in allocation.regions if r.number == number_of), None)
    said = [
        _("{count} gemeenten, {people} inwoners ({share} van Nederland); centrumgemeente {centre}.").format(
            count=number(len(rows)), people=number(people), share=percent(people / whole), centre=centre
        ),
        _("Op {date} is een programma recent aangetoond voor {count}: {programmes}.").format(
            date=day(at.wish.on), count=counted(len(evidenced)), programmes=in_words(at.ds, programmes, at.wish.on)
        )
        if evidenced
        else _("Op {date} is voor geen van deze gemeenten een programma recent "
        "aangetoond.").format(date=day(at.wish.on)),
    ]  # fmt: skip
    if own is None:
        said.append(_("Niet te berekenen: deze DUUP-regio bestond niet in het jaar waarvan we de inwoners gebruiken."))
    elif at.wish.on >= duup_start(at.ds):
        span = over_memberships(allocation).by_region[number_of]
        form = _("Berekend bedrag per jaar: {amount} (bereik {low} tot {high}).")
        certain = _("Berekend bedrag per jaar: {amount}.")
        said.append(
            (certain if span.low == span.high else form).format(
                amount=euro(own.amount), low=euro(span.low), high=euro(span.high)
            )
        )
    asked = questions(at.ds, at.wish.on, at.wish.max_age).get(number_of, ())[:MOST_GROUPS]
    if asked:
        said.append(_("Vraag het eerst naar: {groups}.").format(groups=", ".join(label(q.group) for q in asked)))
    counts = {s: [r.inhabitants for r in rows if r.status is s] for s in Status}
    present = [s for s in Status if counts[s]]
    table = Table(
        _("Status van de gemeenten in de regio"),
        (_("Status"), _("Gemeenten"), _("Inwoners")),
        tuple((label(s), number(len(counts[s])), number(sum(counts[s]))) for s in present),
        frozenset({1, 2}),
        {i: STATUS_STYLE[s] for i, s in enumerate(present)},
    )
    told = "; ".join(f"{label(s)}: {', '.join(r.name for r in rows if r.status is s)}" for s in present)
    uncertain = ", ".join(r.name for r in rows if r.uncertain)
    notes = (told, *([_("Indeling bij deze regio onzeker: {names}.").format(names=uncertain)] if uncertain else []))
    return Slide(
        SlideKind.REGION, _("Regio {name}").format(name=name), tuple(said),
        pictures=(Picture(at.report, _("Regio {name}").format(name=name), f"{said[0]} {told}.", number_of),),
        table=table,
        notes=notes, sources=tuple(sorted({c.claim.source_id for r in rows for c in r.decisive})),
    )  # fmt: skip


def _questions(at: Scene) -> Slide:
    asked = []
    first = next(iter(whom_to_ask(at.ds, at.report)), None)
    if first:
        asked.append(
            _(
                "Loopt er in de regio {centre} een programma? Voor {count} gemeenten daar is dat niet recent bevestigd."
            ).format(centre=first.region.centre, count=number(first.municipalities))
        )
    earlier = [r for r in at.report.rows if r.status is Status.EVIDENCED_EARLIER]
    if earlier:
        largest = sorted(earlier, key=lambda r: -r.inhabitants)[:3]
        asked.append(
            _("Voor {count} gemeenten was er eerder een programma, zoals {names}. Loopt het nog?").format(
                count=number(len(earlier)), names=", ".join(r.name for r in largest)
            )
        )
    uncertain = [r for r in at.report.rows if r.uncertain]
    if uncertain and at.wish.on >= duup_start(at.ds):
        asked.append(
            _("Van {count} gemeenten is de DUUP-regio onzeker, zoals {name}. Wie weet waar zij bij horen?").format(
                count=number(len(uncertain)), name=max(uncertain, key=lambda r: r.inhabitants).name
            )
        )
    groups = questions(at.ds, at.wish.on, at.wish.max_age).get(at.wish.region, ())
    if groups:
        asked.append(_("Wie bedient in onze regio deze groep: {group}?").format(group=label(groups[0].group)))
    if at.wish.on >= duup_start(at.ds):
        asked.append(_("Wat kreeg je centrumgemeente dit jaar werkelijk uit de DUUP, en wat is daarmee gedaan?"))
    return Slide(
        SlideKind.QUESTIONS,
        _("Vragen aan de zaal"),
        bullets=tuple(asked),
        notes=(_("Een bron met een datum is genoeg: een jaarverslag, een beschikking, een webpagina."),),
        sources=report_sources(at.report),
    )


def _method(at: Scene) -> Slide:
    used = sum(at.ds.source(i).used for i in at.ds.table("sources")["source_id"])
    return Slide(
        SlideKind.METHOD, _("Hoe we dit weten"),
        bullets=(
            _("{claims} uitspraken en {sources} gebruikte bronnen; elke uitspraak heeft een bron en een datum.").format(
                claims=number(len(at.ds.table("claims"))), sources=number(used)
            ),
            _("Bewijs heet recent als de bron hoogstens {years} jaar oud is.").format(years=at.wish.max_age),
            _("Geld is geen programma, en een regel of aanwijzing ook niet."),
            _("Zegt een bron dat er geen programma is, dan is dat een witte vlek. Weten we het niet: een blinde vlek."),
            _("Klopt er iets niet? Op de pagina van je gemeente staat hoe je het doorgeeft."),
        ),
        notes=(_("Gegevens: editie {edition}, peildatum {date}.").format(edition=at.ds.edition, date=day(at.wish.on)),),
    )  # fmt: skip


SLIDES: dict[SlideKind, Callable[[Scene], Slide]] = {
    SlideKind.REGION: _region,
    SlideKind.QUESTIONS: _questions,
    SlideKind.METHOD: _method,
}
