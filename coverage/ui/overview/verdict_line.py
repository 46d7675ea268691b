"""What others answered to "is there a network that covers the whole country?", on one line of time."""

from __future__ import annotations

from datetime import date

from markupsafe import Markup

from coverage.analysis.answer.verdicts import OutsideVerdict, on_network
from coverage.analysis.axis import Axis
from coverage.analysis.course import COURSE_FROM
from coverage.dataset import Dataset
from coverage.dataset.memo import per_language
from coverage.dates import start
from coverage.i18n import _, label, number, partial_day
from coverage.ui.data.cite import cite
from coverage.ui.html import join
from coverage.ui.pieces import row, table, years_under
from coverage.vocabulary import NATIONWIDE_STYLE, Nationwide


@per_language()
def verdict_line(ds: Dataset, last: date) -> Markup:
    """A lane for each answer with a mark for each verdict, and the verdicts as a table that unfolds."""
    said = on_network(ds, last)
    if not said:
        return Markup("<p>{}</p>").format(_("We vonden geen oordeel van anderen over het hele land."))
    axis = Axis(date(COURSE_FROM.year, 1, 1), last)
    lanes = join(_lane(axis, answer, [v for v in said if v.nationwide is answer]) for answer in Nationwide)
    told = _("{count} oordelen van {first} tot {last}; ze staan met bron in de tabel hieronder.").format(
        count=number(len(said)), first=partial_day(said[-1].date), last=partial_day(said[0].date)
    )
    return Markup(
        '<figure class="verdicts" role="img" aria-label="{}">{}{}</figure>'
        '<details class="more"><summary>{}</summary>{}</details>'
    ).format(told, lanes, years_under(axis, 3), _("De oordelen, met bron"), _table(ds, said))


def _lane(axis: Axis, answer: Nationwide, said: list[OutsideVerdict]) -> Markup:
    style = NATIONWIDE_STYLE[answer]
    marks = join(
        Markup('<i style="{};background-color:{}" title="{}"></i>').format(
            axis.left(start(v.date)), style.fill, f"{partial_day(v.date)}, {v.who}"
        )
        for v in said
    )
    return Markup('<div class="lane"><b>{} <span>({})</span></b><div>{}</div></div>').format(
        label(answer), number(len(said)), marks
    )


def _table(ds: Dataset, said: tuple[OutsideVerdict, ...]) -> Markup:
    head = (_("Datum"), _("Antwoord"), _("Wie"), _("Wat er gezegd is"))
    rows = (
        row(
            partial_day(v.date),
            (
                label(v.nationwide) if v.nationwide else "",
                v.who,
                Markup("{} {}").format(v.text, cite(ds, v.ref.source_id, v.ref.detail, v.ref.reading)),
            ),
        )
        for v in said
    )
    return table(head, rows, _("Is er een landelijk dekkend netwerk? Wat anderen zeiden"), style="plain left")
