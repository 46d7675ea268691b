"""Why leaving is hard and what helps, told from the sources, folded by who tells it and by subject."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import chain

from markupsafe import Markup

from coverage.analysis.programmes.practice import Practice, told_by_programmes, told_nationwide
from coverage.dataset import Dataset
from coverage.i18n import _, number
from coverage.ui.data.told import told_folds
from coverage.ui.html import join, show
from coverage.ui.pieces import answered
from coverage.vocabulary import HOW_IT_GOES, FeatureKind, Phase

HELPFUL = (*(k for k in FeatureKind if k not in {FeatureKind.BOTTLENECK, *HOW_IT_GOES}), *Phase)


def leaving(ds: Dataset, on: date) -> Markup:
    """Both parts, under a line that counts them and says of whom it is."""
    hard = _by_source(ds, told_nationwide(ds, on, (FeatureKind.BOTTLENECK,)).values())
    helps = told_nationwide(ds, on, HELPFUL)
    own = _("Wat bronnen van losse programma's zeggen")
    parts = (
        (_("Waarom stoppen moeilijk is"), hard, told_by_programmes(ds, on, FeatureKind.BOTTLENECK)),
        (_("Wat helpt"), helps, told_by_programmes(ds, on, FeatureKind.SUCCESS_FACTOR)),
    )
    return answered(_counted(sum(map(len, hard.values())), sum(map(len, helps.values())))) + join(
        Markup("<section><h2>{}</h2>{}</section>").format(
            title, told_folds(ds, told | ({own: of_programmes} if of_programmes else {}))
        )
        for title, told, of_programmes in parts
        if told or of_programmes
    )


def show_leaving(ds: Dataset, on: date, _max_age: int) -> None:
    """The same as a part of the page; no age limit applies to it."""
    show(leaving(ds, on))


def _counted(hard: int, helps: int) -> str:
    if not hard and not helps:
        return _("Tot deze datum zegt geen gelezen bron in het algemeen wat stoppen moeilijk maakt of wat helpt.")
    return _(
        "Bronnen over heel Nederland noemen {hard} keer iets dat stoppen moeilijk maakt, en {helps} keer iets over wat "
        "helpt of hoe hulp gaat. Dat gaat over de mensen die zij spraken of begeleidden, niet over iedereen."
    ).format(hard=number(hard), helps=number(helps))


def _by_source(ds: Dataset, told: Iterable[Iterable[Practice]]) -> dict[str, tuple[Practice, ...]]:
    """Title of a source -> its lines, the newest source first."""
    lines = tuple(chain.from_iterable(told))
    newest = sorted(dict.fromkeys(line.source_id for line in lines), key=lambda s: -(ds.source(s).year or 0))
    return {ds.source(s).title: tuple(line for line in lines if line.source_id == s) for s in newest}
