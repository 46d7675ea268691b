"""The chart of money through time: heights are euros per year, and where nothing is known nothing is drawn."""

from __future__ import annotations

from datetime import date

from markupsafe import Markup

from coverage.analysis.allocation.history import Gap
from coverage.analysis.allocation.runs import Run
from coverage.i18n import _, day, euro, label, number
from coverage.ui.html import join, show
from coverage.vocabulary import FigureKind

FIRST, LAST = 2008, 2029  # years on the axis
TOP = 7_000_000  # euros per year at the top of the chart
LINES = (2_000_000, 4_000_000, 6_000_000)


def _x(when: date) -> float:
    return 100 * (when - date(FIRST, 1, 1)).days / (date(LAST, 1, 1) - date(FIRST, 1, 1)).days


def _place(begin: date, end: date) -> str:
    return f"left:{_x(begin):.1f}%;width:{_x(end) - _x(begin):.1f}%"


def money_chart(stretches: tuple[Run, ...], gaps: tuple[Gap, ...]) -> None:
    years = join(Markup('<b style="left:{:.2f}%">{}</b>').format(_x(date(y, 1, 1)), y) for y in range(FIRST, LAST, 4))
    lines = join(
        Markup('<u style="bottom:{:.2f}%"><span>{}</span></u>').format(
            100 * v / TOP, _("{count} mln").format(count=number(v / 1e6))
        )
        for v in LINES
    )
    bars = join(_bar(r) for r in stretches)
    holes = join(
        Markup('<i class="hole" style="{}" title="{}"><span>?</span></i>').format(_place(g.begin, g.end), _gap_words(g))
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
    title = _("Geld van het rijk per jaar, 2008 tot en met 2028")
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


def _bar(r: Run) -> Markup:
    amount = (
        _("{amount} mln in totaal").format(amount=number((r.total or 0) / 1e6, 1))
        if r.averaged
        else _("{amount} mln").format(amount=number(r.per_year / 1e6, 1))
    )
    kind = Markup(" class={}").format(_kind(r)) if _kind(r) else Markup("")
    return Markup('<i{} style="{};height:{:.1f}%" title="{}"><span>{}<br>{}</span></i>').format(
        kind, _place(r.begin, r.end), 100 * r.per_year / TOP,
        f"{label(r.scheme)}, {period(r.begin, r.end)}: {amount_words(r)}",
        label(r.scheme), amount,
    )  # fmt: skip


def amount_words(r: Run) -> str:
    if r.averaged:
        return _("{total} voor de hele periode; gemiddeld {rate} per jaar").format(
            total=euro(r.total or 0), rate=euro(round(r.per_year, -3))
        )
    return _("{rate} per jaar").format(rate=euro(r.per_year))


def period(begin: date, end: date) -> str:
    last = date.fromordinal(end.toordinal() - 1)
    whole = (begin.month, begin.day, last.month, last.day) == (1, 1, 12, 31)
    return (
        (f"{begin.year}-{last.year}" if begin.year != last.year else f"{begin.year}")
        if whole
        else f"{day(begin)} – {day(last)}"
    )


def _gap_words(g: Gap) -> str:
    return _("{period}: geen landelijk bedrag bekend").format(period=period(g.begin, g.end))
