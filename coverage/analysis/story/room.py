"""Slides that speak to the room: questions, and how all this is known."""

from __future__ import annotations

from collections.abc import Callable

from coverage.analysis.evidence import duup_start
from coverage.analysis.groups.gaps import questions
from coverage.analysis.spots.steps import whom_to_ask
from coverage.analysis.story.coverage import report_sources
from coverage.analysis.story.scene import Scene
from coverage.analysis.story.slides import Slide
from coverage.i18n import _, day, label, number
from coverage.vocabulary import SlideKind, Status


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
    uncertain = [r for r in at.report.rows if r.in_doubt]
    if uncertain and at.wish.on >= duup_start(at.ds):
        asked.append(
            _("Van {count} gemeenten is de DUUP-regio onzeker, zoals {name}. Wie weet waar zij bij horen?").format(
                count=number(len(uncertain)), name=max(uncertain, key=lambda r: r.inhabitants).name
            )
        )
    groups = questions(at.ds, at.wish.on, at.wish.max_age).get(at.wish.regions[0], ())
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


SLIDES: dict[SlideKind, Callable[[Scene], Slide]] = {SlideKind.QUESTIONS: _questions, SlideKind.METHOD: _method}
