"""The slides for a browser: one HTML file that needs nothing else, with keyboard control and full screen.

Without scripts the slides stand under one another. Every value passes :class:`Markup`, which escapes it.
"""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path

from markupsafe import Markup

from coverage.analysis.story.slides import Chart, Drawing, Picture, Slide, SlideTable, Story
from coverage.dataset import Dataset
from coverage.exports import deck
from coverage.exports.deck_layout import slide_legend
from coverage.i18n import _, euro, language, number
from coverage.sender import sender
from coverage.vocabulary import Style

ASSETS = Path(__file__).parent / "deck_assets"
MAP_SIZE = (5.4, 5.4)  # inches; enlarged by the browser
REGION_SIZE = (4.2, 4.2)  # smaller, so that names become larger
DRAWING_SIZE = (12.2, 5.0)

FEW, MANY = 6, 12  # bars that can be thick; that do not fit under one another

PAGE = Markup("""<!DOCTYPE html>
<html lang="{lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title><style>{style}</style></head><body data-count="{count}">
<main aria-label="{title}">{slides}</main>
<nav class="controls" aria-label="{controls}"><button id="back" type="button">{back}</button>
<button id="next" type="button">{next}</button><button id="full" type="button">{full}</button>
<button id="notes" type="button" aria-pressed="false">{notes}</button><span id="count"></span></nav>
<div id="status" class="sr" role="status" aria-live="polite"></div>
<script>{script}</script></body></html>
""")
SLIDE = Markup(
    '<section class="slide {kind}" tabindex="-1" aria-label="{label}"><{h}>{title}</{h}><div class="body">{body}</div>'
    '{notes}<div class="foot"><span>{footer}</span><span>{n} / {m}</span></div></section>'
)


def html_page(ds: Dataset, story: Story) -> str:
    """The slides as one page."""
    total = len(story.slides) + 1
    opening = SLIDE.format(
        kind="title", label=_count(1, total), h=Markup("h1"), title=story.title, notes="", n=1, m=total,
        body=Markup('<div class="words">{}{}</div>').format(_each("<p>{}</p>", story.lines), _logo()),
        footer=deck.footer(story),
    )  # fmt: skip
    slides = [opening, *(_slide(ds, story, s, n, total) for n, s in enumerate(story.slides, start=2))]
    return str(
        PAGE.format(
            lang=language(), title=story.title, slides=Markup("\n").join(slides), count=_("Dia {n} van {m}"),
            controls=_("Bediening van de dia's"), back=_("← Vorige"), next=_("Volgende →"), notes=_("Notities (n)"),
            full=_("Volledig scherm (f)"), style=_asset("deck.css"), script=deck_script(),
        )
    )  # fmt: skip


def _logo() -> Markup:
    """The logo of the sender; nothing without one."""
    who = sender()
    if not who.logo:
        return Markup("")
    kind = "svg+xml" if who.logo.suffix.lower() == ".svg" else "png"
    held = b64encode(who.logo.read_bytes()).decode()
    return Markup('<img class="logo" alt="{}" src="data:image/{};base64,{}">').format(who.sender, kind, held)


def deck_script() -> Markup:
    """The script of the page, as it stands in it; a policy may allow it by its hash."""
    return _asset("deck.js")


def _asset(name: str) -> Markup:
    return Markup((ASSETS / name).read_text(encoding="utf-8"))  # noqa: S704 our own file


def _count(n: int, total: int) -> str:
    return _("Dia {n} van {m}").format(n=n, m=total)


def _each(form: str, texts: tuple[str, ...]) -> Markup:
    return Markup("").join(Markup(form).format(text) for text in texts)  # noqa: S704 our own form


def _slide(ds: Dataset, story: Story, slide: Slide, n: int, total: int) -> Markup:
    bullets = Markup('<ul class="bullets">{}</ul>').format(_each("<li>{}</li>", slide.bullets)) if slide.bullets else ""
    words = Markup("{}{}").format(_each("<p>{}</p>", slide.paragraphs), bullets)
    table = _table(slide.table) if slide.table else Markup("")
    beside = slide.pictures or slide.chart
    body = Markup('<div class="words">{}{}</div>').format(words, table if beside else "")
    if slide.pictures:
        maps = Markup("").join(_map(ds, p, captioned=len(slide.pictures) > 1) for p in slide.pictures)
        explained = "" if slide.table and slide.table.styles else _legend(slide)
        body += Markup('<div class="object"><div class="maps">{}</div>{}</div>').format(maps, explained)
    elif slide.chart:
        body += Markup('<div class="object">{}</div>').format(_chart(slide.chart))
    elif table:
        body += Markup('<div class="object">{}</div>').format(table)
    if slide.drawing:
        body += Markup('<div class="object">{}</div>').format(_drawing(ds, slide.drawing))
    kind = _arrangement(slide)
    said = Markup('<div class="notes" hidden>{}</div>').format(deck.notes(ds, story, slide))
    return SLIDE.format(
        kind=kind, label=_count(n, total), h=Markup("h2"), title=slide.title, body=body, notes=said,
        footer=deck.footer(story), n=n, m=total,
    )  # fmt: skip


def _arrangement(slide: Slide) -> str:
    """The class of a slide: how its words and its object stand to each other."""
    if slide.drawing or (slide.chart and len(slide.chart.categories) > MANY and not slide.chart.years):
        return "over"
    return "pair" if len(slide.pictures) > 1 else "wide" if slide.pictures else "plain"


def _map(ds: Dataset, picture: Picture, captioned: bool) -> Markup:
    size = MAP_SIZE if picture.region is None else REGION_SIZE
    drawn = deck.map_drawing(ds, picture, size)
    caption = Markup("<figcaption>{}</figcaption>").format(picture.caption) if captioned else ""
    return Markup('<figure>{}<img alt="{}" src="data:image/svg+xml;base64,{}"></figure>').format(
        caption, picture.alt, b64encode(drawn).decode()
    )


def _drawing(ds: Dataset, drawing: Drawing) -> Markup:
    made = b64encode(deck.drawing_file(ds, drawing, "svg", DRAWING_SIZE)).decode()
    return Markup('<figure><img alt="{}" src="data:image/svg+xml;base64,{}"></figure>').format(drawing.alt, made)


def _legend(slide: Slide) -> Markup:
    items = Markup("").join(
        Markup("<li>{}{}</li>").format(_swatch(style), words) for words, style in slide_legend(slide)
    )
    return Markup('<ul class="legend">{}</ul>').format(items)


def _swatch(style: Style) -> Markup:
    return Markup('<span class="swatch {}" style="background-color:{}" aria-hidden="true"></span>').format(
        style.pattern, style.fill
    )


def _table(table: SlideTable) -> Markup:
    head = Markup("").join(
        Markup('<th scope="col" class="{}">{}</th>').format("n" if i in table.numeric else "", text)
        for i, text in enumerate(table.header)
    )
    rows = Markup("").join(_row(table, i, cells) for i, cells in enumerate(table.rows))
    hidden = Markup(' class="sr"') if table.styles else ""
    return Markup("<table><caption{}>{}</caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table>").format(
        hidden, table.caption, head, rows
    )


def _row(table: SlideTable, index: int, cells: tuple[str, ...]) -> Markup:
    first, *rest = cells
    swatch = _swatch(table.styles[index]) if index in table.styles else ""
    others = Markup("").join(
        Markup('<td class="{}">{}</td>').format("n" if i in table.numeric else "", text)
        for i, text in enumerate(rest, start=1)
    )
    key = "key" if swatch else ""
    return Markup('<tr><th scope="row" class="{}">{}{}</th>{}</tr>').format(key, swatch, first, others)


def _chart(chart: Chart) -> Markup:
    """Years as columns beside each other; other categories as bars under one another, in two halves when many."""
    entries = Markup("").join(Markup("<li>{}{}</li>").format(_swatch(s.style), s.name) for s in chart.series)
    explained = Markup('<ul class="legend">{}</ul>').format(entries) if len(chart.series) > 1 else ""
    count = len(chart.categories)
    if chart.years:
        return Markup("<figure><figcaption>{}</figcaption>{}</figure>{}").format(
            chart.caption, _columns(chart), explained
        )
    if count <= MANY:
        return _bars(chart, range(count), chart.caption) + explained
    half = -(-count // 2)
    halves = _bars(chart, range(half), chart.caption) + _bars(chart, range(half, count), Markup("&nbsp;"))
    return Markup('<div class="halves">{}</div>{}').format(halves, explained)


def _longest(chart: Chart) -> int:
    return max(sum(s.values[i] for s in chart.series) for i in range(len(chart.categories)))


def _columns(chart: Chart) -> Markup:
    """A column for each year; the numbers of its parts are its name for who does not see it, and stand in the notes."""
    longest = max(_longest(chart), 1)
    each = []
    for i, year in enumerate(chart.categories):
        parts = [(s, s.values[i]) for s in chart.series if s.values[i]]
        spans = Markup("").join(
            Markup('<span class="{}" style="height:{:.2f}%;background-color:{}" title="{}"></span>').format(
                s.style.pattern, 100 * value / longest, s.style.fill, f"{s.name}: {number(value)}"
            )
            for s, value in parts
        )
        said = "; ".join(f"{s.name}: {number(value)}" for s, value in parts) or "0"
        each.append(
            Markup('<li><div class="pillar" role="img" aria-label="{}">{}</div><b>’{}</b></li>').format(
                f"{year}: {said}", spans, year[-2:]
            )
        )
    return Markup('<ol class="years">{}</ol>').format(Markup("").join(each))


def _bars(chart: Chart, shown: range, caption: str) -> Markup:
    """Bars as a table: name, bar, and the number of each part, so that nothing is told by length alone."""
    longest = _longest(chart)
    rows = Markup("").join(_bar(chart, i, longest) for i in shown)
    return Markup('<table class="bars {}"><caption>{}</caption><tbody>{}</tbody></table>').format(
        "few" if len(chart.categories) <= FEW else "", caption, rows
    )


def _bar(chart: Chart, index: int, longest: int) -> Markup:
    parts = [(s, s.values[index]) for s in chart.series if s.values[index]]
    spans = Markup("").join(
        Markup('<span class="{}" style="width:{:.2f}%;background-color:{}" title="{}"></span>').format(
            s.style.pattern, 100 * value / longest, s.style.fill, f"{s.name}: {number(value)}"
        )
        for s, value in parts
    )
    words = " + ".join(euro(v) if chart.money else number(v) for _s, v in parts) or "0"
    spoken = "; ".join(f"{s.name}: {euro(v) if chart.money else number(v)}" for s, v in parts)
    return Markup(
        '<tr><th scope="row">{}</th><td><div class="bar" role="img" aria-label="{}">{}</div></td>'
        '<td class="n">{}</td></tr>'
    ).format(chart.categories[index], spoken or "0", spans, words)
