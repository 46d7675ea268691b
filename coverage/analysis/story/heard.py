"""The slide on what was learned from the municipalities: their accepted answers since the earlier moment."""

from __future__ import annotations

from collections.abc import Callable

from coverage.analysis.naming import in_words
from coverage.analysis.story.scene import Scene
from coverage.analysis.story.slides import Slide, Table
from coverage.i18n import _, day, label, number
from coverage.vocabulary import AnswerKind, SlideKind


def _heard(at: Scene) -> Slide:
    """How many centres answered, what was new, and that "we do not know" was an answer too."""
    table = at.ds.table("answers")
    days = table["date"].map(str)
    rows = table[(days > at.earlier.isoformat()) & (days <= at.wish.on.isoformat())]
    regions = at.ds.table("duup_regions")
    spoke = set(rows["organisation"])
    centres = [code for code in regions["centre_code"] if code in spoke]
    said = [
        _("Sinds {earlier} is een antwoord overgenomen van {centres} van de {all} centrumgemeenten en van {others} "
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
        table=Table(_("Overgenomen antwoorden"), (_("Antwoord"), _("Aantal")), body, frozenset({1})) if body else None,
        sources=tuple(sorted(set(rows["source_id"].map(str)))),
    )  # fmt: skip


SLIDES: dict[SlideKind, Callable[[Scene], Slide]] = {SlideKind.HEARD: _heard}
