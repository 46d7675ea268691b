"""The chart of money through time: heights are euros per year, and where nothing is known nothing is drawn."""

from __future__ import annotations

from datetime import date

from markupsafe import Markup

from coverage.analysis.allocation.history import GrantGap
from coverage.analysis.allocation.runs import Run
from coverage.analysis.axis import Axis
from coverage.i18n import _, day, euro, label, number
from coverage.ui.html import join, show
from coverage.vocabulary import FigureKind

MILLION = 1_000_000


def whole_years(stretches: tuple[Run, ...], gaps: tuple[GrantGap, ...]) -> Axis:
    """The years that the chart is about; both ends are a first of January."""
    first = min([r.begin for r in stretches] + [g.begin for g in gaps])
    last = max([r.end for r in stretches] + [g.end for g in gaps])
    return Axis(
        date(first.year, 1, 1),
        date(last.year + (last > date(last.year, 1, 1)), 1, 1),
    )


def heights(most: float) -> tuple[int, range]:
    """Euros per year at the top of the chart, whole millions above the largest; and at each of at most four lines."""
    top = int(most // MILLION + 1) * MILLION
    return top, range(step := -(-top // (8 * MILLION)) * 2 * MILLION, top, step)


def money_chart(stretches: tuple[Run, ...], gaps: tuple[GrantGap, ...]) -> None:
    """The chart, with its years and heights as the amounts need them; hatched where no amount is known."""
    if not stretches:
        return
    axis = whole_years(stretches, gaps)
    top, marks = heights(max((r.per_year for r in stretches), default=0))
    years = join(
        Markup('<b style="{}">{}</b>').format(axis.left(date(y, 1, 1)), y) for y in axis.years(4) if y < axis.last.year
    )
    lines = join(
        Markup('<u style="bottom:{:.2f}%"><span>{}</span></u>').format(
            100 * v / top, _("{count} mln").format(count=number(v / MILLION))
        )
        for v in marks
    )
    bars = join(_bar(r, axis, top) for r in stretches)
    holes = join(
        Markup('<i class="hole" style="{}" title="{}"><span>?</span></i>').format(
            axis.span(g.begin, g.end), _gap_words(g)
        )
        for g in gaps
    )
    keys = join(
        Markup('<li><span class="swatch money {}"></span>{}</li>').format(style, text)
        for style, text in (
            ("", _("bedrag in een bron")),
            ("derived", _("afgeleid of gemiddeld: berekend, niet gelezen")),
            ("estimate", _("raming in de begroting")),
            ("hole", _("geen landelijk bedrag bekend")),
        )
    )
    title = _("Geld van het rijk per jaar, {first} tot en met {last}").format(
        first=axis.first.year, last=axis.last.year - 1
    )
    show(
        Markup(
            '<figure class="money" role="img" aria-label="{}"><figcaption>{}</figcaption><div class="plot">{}{}{}</div>'
            '<div class="years">{}</div></figure><ul class="keys">{}</ul>'
        ).format(
            _("{title}. De tabel hieronder noemt dezelfde bedragen.").format(title=title),
            title,
            lines,
            holes,
            bars,
            years,
            keys,
        )
    )


def _kind(r: Run) -> str:
    if r.averaged or r.kind is FigureKind.DERIVED:
        return "derived"
    return "estimate" if r.kind is FigureKind.ESTIMATE else ""


def _bar(r: Run, axis: Axis, top: int) -> Markup:
    amount = (
        _("{amount} mln in totaal").format(amount=number((r.total or 0) / 1e6, 1))
        if r.averaged
        else _("{amount} mln").format(amount=number(r.per_year / 1e6, 1))
    )
    kind = Markup(" class={}").format(_kind(r)) if _kind(r) else Markup("")
    return Markup('<i{} style="{};height:{:.1f}%" title="{}"><span>{}<br>{}</span></i>').format(
        kind, axis.span(r.begin, r.end), 100 * r.per_year / top,
        f"{label(r.scheme)}, {period(r.begin, r.end)}: {amount_words(r)}",
        label(r.scheme), amount,
    )  # fmt: skip


def amount_words(r: Run) -> str:
    """The amount of a stretch: per year, or in all when the source gives no years."""
    if r.averaged:
        return _("{total} voor de hele periode; gemiddeld {rate} per jaar").format(
            total=euro(r.total or 0), rate=euro(round(r.per_year, -3))
        )
    return _("{rate} per jaar").format(rate=euro(r.per_year))


def period(begin: date, end: date) -> str:
    """A stretch of days until ``end`` (not included) in words: whole years, or its first and last day."""
    last = date.fromordinal(end.toordinal() - 1)
    whole = (begin.month, begin.day, last.month, last.day) == (1, 1, 12, 31)
    return (
        (f"{begin.year}-{last.year}" if begin.year != last.year else f"{begin.year}")
        if whole
        else f"{day(begin)} – {day(last)}"
    )


def _gap_words(g: GrantGap) -> str:
    return _("{period}: geen landelijk bedrag bekend").format(period=period(g.begin, g.end))
