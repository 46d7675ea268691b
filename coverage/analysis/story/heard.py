"""Slides on a round: how far the response is now, and what was learned by accepted answers since the earlier moment."""

from __future__ import annotations

from collections.abc import Callable

from coverage.analysis.naming import in_words
from coverage.analysis.round_words import response_sentence, waiting_words
from coverage.analysis.story.scene import Scene
from coverage.analysis.story.slides import Slide, SlideTable
from coverage.i18n import _, day, label, number
from coverage.vocabulary import RESPONSE_STYLE, AnswerKind, ResponseState, SlideKind


def _heard(at: Scene) -> Slide:
    """How many centres answered, what was new, and that "we do not know" was an answer too."""
    table = at.ds.table("answers")
    days = table["date"].map(str)
    rows = table[(days > at.earlier.isoformat()) & (days <= at.wish.on.isoformat())]
    regions = at.ds.table("duup_regions")
    spoke = set(rows["organisation"])
    centres = [code for code in regions["centre_code"] if code in spoke]
    said = [
        _("Sinds {earlier} is een antwoord overgenomen van {centres} van de {all} centrumgemeenten van de DUUP en van "
          "{others} "
          "andere gemeenten.").format(
            earlier=day(at.earlier), centres=number(len(centres)), all=number(len(regions)),
            others=number(len(spoke) - len(centres)),
        )
    ]  # fmt: skip
    added = sorted({s.partition(":")[2] for s in rows["subject"][rows["answer"] == AnswerKind.ADDED]})
    if added:
        said.append(_("Nieuw voor ons: {programmes}.").format(programmes=in_words(at.ds, added, at.wish.on)))
    unknown = int((rows["answer"] == AnswerKind.UNKNOWN).sum())
    if unknown:
        said.append(
            _(
                "{count} keer was het antwoord “weten wij niet”. Ook dat helpt: nu weten we wat er uit te zoeken is."
            ).format(count=number(unknown))
        )
    counts = {kind: int((rows["answer"] == kind).sum()) for kind in AnswerKind}
    body = tuple((label(kind), number(count)) for kind, count in counts.items() if count)
    return Slide(
        SlideKind.HEARD, _("Wat we van jullie leerden"), tuple(said),
        table=SlideTable(_("Overgenomen antwoorden"), (_("Antwoord"), _("Aantal")), body, frozenset({1}))
        if body else None,
        sources=tuple(sorted(set(rows["source_id"].map(str)))),
    )  # fmt: skip


def _response(at: Scene) -> Slide:
    """Per state the regions by name; what was stated and waits is told apart from what was accepted."""
    title = _("Respons deze ronde")
    now = at.wish.heard
    if now is None:
        return Slide(SlideKind.RESPONSE, title, (_("Er loopt hier geen uitvraag; de respons is niet bekend."),))
    found = now.response
    present = [s for s in ResponseState if any(r.state is s for r in found.regions)]
    body = tuple(
        (label(s), number(len(names)), ", ".join(names))
        for s in present
        if (names := [r.name for r in found.regions if r.state is s])
    )
    said = [text for text in (response_sentence(found), waiting_words(now.waiting)) if text]
    return Slide(
        SlideKind.RESPONSE, title, tuple(said),
        table=SlideTable(
            _("Ronde {name} op {date}, per DUUP-regio").format(name=now.name, date=day(now.on)),
            (_("Stand"), _("Regio's"), _("Welke")), body, frozenset({1}),
            {i: RESPONSE_STYLE[s] for i, s in enumerate(present)},
        ),
        notes=(_("Gelezen tot en met gebeurtenis {seq} van het logboek, hash {head}.").format(
            seq=number(now.seq), head=now.head[:16]),),
    )  # fmt: skip


SLIDES: dict[SlideKind, Callable[[Scene], Slide]] = {SlideKind.HEARD: _heard, SlideKind.RESPONSE: _response}
