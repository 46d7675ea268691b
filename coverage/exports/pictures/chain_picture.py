"""From the state to the municipalities of a region: money by the rule, programmes, and whom they reach."""

from __future__ import annotations

from coverage.analysis.pictures.chain import Chain, ChainLink
from coverage.analysis.pictures.told import PictureSubject, chain_here
from coverage.dataset import Dataset
from coverage.exports.map_marks import INK, SOFT
from coverage.exports.pictures.canvas import LINE, Canvas, fit
from coverage.i18n import _, day, euro, number
from coverage.vocabulary import STATUS_STYLE, Status, Style

# Left edge and width of the four columns, as shares of the sheet.
STATE, CENTRE, PROGRAMME, PLACES = (0.01, 0.12), (0.17, 0.23), (0.45, 0.32), (0.82, 0.17)
PLAIN, SILENT = Style("#f1f5f7"), STATUS_STYLE[Status.UNKNOWN]
HEAD, SIZE = 0.4, 12.0


def draw_chain(ds: Dataset, subject: PictureSubject, on: Canvas) -> None:
    """Boxes from left to right; a dashed line is a link that no recent source makes."""
    found = chain_here(ds, subject)
    p = found.region
    on.text(0.15, on.low + 0.13, _(
        "Doorgetrokken: volgens de regel, of recent aangetoond. Gestreept: of het geld hierheen gaat weten we niet, of "
        "het bewijs is ouder.",
    ), 11, color=SOFT)  # fmt: skip
    on.low += 0.4
    heads = (_("Rijk"), _("Centrumgemeente"), _("Programma's en uitvoerders"), _("Gemeenten"))
    for (left, _width), words in zip((STATE, CENTRE, PROGRAMME, PLACES), heads, strict=True):
        on.text(left * on.width, on.high - HEAD / 2, words, SIZE, bold=True, color=SOFT)
    rows = len(found.links) + bool(found.left_out) + bool(found.without or not found.links)
    high = (on.high - HEAD - on.low) / max(rows, 3)
    middle = on.high - HEAD - high * rows / 2
    tall = min(1.5, high * rows * 0.9)
    state = "DUUP" if p.in_force else _("nog geen DUUP op {date}").format(date=day(p.on))
    _box(on, STATE, middle, tall, state, "", PLAIN)
    amount = _("{amount} per jaar, berekend").format(amount=euro(found.amount)) if found.amount is not None else ""
    _box(on, CENTRE, middle, tall, p.centre, amount, PLAIN)
    _joined(on, STATE, CENTRE, middle, middle, dashed=not p.in_force)
    for index, link in enumerate(found.links):
        y = on.high - HEAD - (index + 0.5) * high
        _box(on, PROGRAMME, y, high * 0.84, link.name, link.executors or _("uitvoerder niet genoemd"), _style(link))
        _box(on, PLACES, y, high * 0.84, *_reach(link), _style(link))
        _joined(on, CENTRE, PROGRAMME, middle, y, dashed=True)
        _joined(on, PROGRAMME, PLACES, y, y, dashed=not link.recent)
    _rest(on, found, high, len(found.links))


def _rest(on: Canvas, found: Chain, high: float, at: int) -> None:
    """What does not fit, and the municipalities for which nothing is evidenced."""
    if found.left_out:
        y = on.high - HEAD - (at + 0.5) * high
        words = _("en nog {count} programma's").format(count=number(found.left_out))
        _box(on, PROGRAMME, y, high * 0.6, words, "", PLAIN)
        at += 1
    if found.without or not found.links:
        y, all_ = on.high - HEAD - (at + 0.5) * high, number(len(found.region.rows))
        none = _("geen programma aangetoond, ook niet eerder")
        _box(on, PROGRAMME, y, high * 0.84, none, "", SILENT)
        words = _("{count} van de {all}").format(count=number(found.without), all=all_)
        _box(on, PLACES, y, high * 0.84, words, "", SILENT)


def _reach(link: ChainLink) -> tuple[str, str]:
    parts = []
    if link.recent:
        parts.append(_("recent: {count}").format(count=number(link.recent)))
    if link.earlier:
        parts.append(_("eerder: {count}").format(count=number(link.earlier)))
    return ", ".join(parts), link.confirmed


def _style(link: ChainLink) -> Style:
    return STATUS_STYLE[Status.EVIDENCED_REGION if link.recent else Status.EVIDENCED_EARLIER]


def _box(on: Canvas, column: tuple[float, float], y: float, tall: float, words: str, under: str, style: Style) -> None:
    """Words on white over a box in its colour, so that no pattern runs through a letter."""
    left, wide = column[0] * on.width, column[1] * on.width
    on.box(left, y - tall / 2, 0.14, tall, style)
    on.box(left + 0.14, y - tall / 2, wide - 0.14, tall, Style("#ffffff"))
    room, size = wide - 0.35, SIZE if tall > 0.55 else 10.0
    lines = 2 if tall > size * LINE * (3.2 if under else 2.2) else 1
    said = fit(words, room, size, lines, bold=True)
    more = fit(under, room, size - 1.5, 1) if under else ""
    height = (said.count("\n") + 1) * size * LINE + (size * LINE if more else 0)
    on.text(left + 0.24, y + height / 2, said, size, bold=True, along="top", color=INK)
    if more:
        on.text(left + 0.24, y - height / 2, more, size - 1.5, along="bottom", color=SOFT)


def _joined(
    on: Canvas, one: tuple[float, float], other: tuple[float, float], y: float, to: float, *, dashed: bool
) -> None:
    left, right = (one[0] + one[1]) * on.width, other[0] * on.width
    half = (left + right) / 2
    on.line((left, half, half, right), (y, y, to, to), INK, dashed)
