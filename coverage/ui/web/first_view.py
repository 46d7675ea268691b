"""The first view: heading, answer, map and legend in the page itself, before any script has run.

Streamlit shows nothing until its scripts are there, a connection is open and the first messages are in. The
figures and the map that it will show are known when the page is asked for, so the server draws them into the
page. A reader sees them at once, also without scripts; `assets/first_view.js` takes them away when the app has
painted its own map. Everything comes from the functions that the app uses itself.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from urllib.parse import urlencode

from markupsafe import Markup

from coverage.analysis.status import status_at
from coverage.analysis.summary import answer, question
from coverage.dataset import Dataset
from coverage.geography.picture import Picture, picture
from coverage.i18n import _, language, use_language
from coverage.ui.choose import moments
from coverage.ui.html import join
from coverage.ui.map.legend import legend_table
from coverage.ui.map.status import status_view
from coverage.ui.map.view import MapView
from coverage.ui.params import DATE, LANGUAGE
from coverage.ui.shell import PAGES
from coverage.ui.state import BadValue, readable
from coverage.vocabulary import ATTRIBUTION, PATTERN_LINE, PATTERN_TILES, Language, Style

KEPT = 24  # views of some 100 kB
INK, PAPER = "#1b1f24", "#ffffff"

_VIEW = Markup("""<div id="first-view"><nav aria-label="{menu}">{pages}</nav><main><header><h1>{title}</h1>
<p class="find" aria-hidden="true">{find}<span></span></p></header>
<p class="moments">{choose}<span>{moments}</span></p><p class="answer">{answer}</p>
<div class="sides"><figure>{map}<figcaption>{attribution}</figcaption></figure><div>{legend}</div></div>
</main></div>""")
_LINK = Markup('<a href="{}"{}>{}</a>')
_CURRENT, _OTHER = Markup(' aria-current="true"'), Markup("")
_SVG = Markup(
    '<svg role="img" viewBox="-6 -6 {} {}" aria-label="{}"><defs>{}</defs>{}<path class="regions" d="{}"/>{}</svg>'
)


def first_view(ds: Dataset, path: str, query: dict[str, str]) -> Markup:
    """What stands in the page at ``path`` (without base path) before the app; nothing but on the front page.

    A date that cannot be used is passed over: the app explains it.
    """
    if path != "/":
        return Markup("")
    try:
        on = DATE.parse(readable(query[DATE.name])) if DATE.name in query else DATE.default()
    except BadValue:
        on = DATE.default()
    return _front(ds, on, DATE.default(), language())


@lru_cache(maxsize=KEPT)
def _front(ds: Dataset, on: date, _today: date, reader: Language) -> Markup:
    """``_today`` is one of the moments to choose from."""
    use_language(reader)
    report = status_at(ds, on)
    taal = {} if reader == LANGUAGE.default() else {LANGUAGE.name: LANGUAGE.write(reader)}
    return _VIEW.format(
        menu=_("Pagina's"),
        pages=join(_LINK.format(f"./{p.path}{_query(taal)}", _OTHER if p.path else _CURRENT, p.title()) for p in PAGES),
        title=question(),
        find=_("Zoek een gemeente"),
        choose=_("Peildatum"),
        moments=join(
            _LINK.format(_query({DATE.name: day, **taal}), _CURRENT if day == DATE.write(on) else _OTHER, name)
            for day, name in moments().items()
        ),
        answer=answer(report),
        map=drawn(status_view(report, selected=None), picture(ds, report.division.id)),
        attribution=ATTRIBUTION,
        legend=legend_table(report),
    )


def _query(values: dict[str, str]) -> str:
    return f"?{urlencode(values)}" if values else ""


def drawn(view: MapView, known: Picture) -> Markup:
    """The map of a view as SVG, in the colours, patterns and marks of the map in the browser (drawing.js)."""
    patterns = [Markup("")] * len(view.classes)
    areas = []
    for index, entry in enumerate(view.classes):
        members = [code for code, value in view.values.items() if value == index]
        fill = entry.style.fill
        if members and entry.style.pattern:
            patterns[index], fill = _pattern(f"first-{index}", entry.style), f"url(#first-{index})"
        stroke = PAPER if entry.style.ink == PAPER else "#8b949d"
        paths = join(Markup('<path data-code="{}" d="{}"/>').format(code, known.areas[code]) for code in members)
        areas.append(Markup('<g fill="{}" stroke="{}">{}</g>').format(fill, stroke, paths))
    groups = {code: view.outlines.get(code) for code in known.areas}
    regions = "".join(line for line, sides in known.borders if len({groups[c] for c in sides}) > 1 or len(sides) == 1)
    marks = join(_mark(letter, code, known) for code, letters in view.marks.items() for letter in letters)
    size = known.width + 12, known.height + 12
    return _SVG.format(*size, view.title, join(patterns), join(areas), regions, marks)


def _pattern(name: str, style: Style) -> Markup:
    return Markup(
        '<pattern id="{}" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="{}"/>'
        '<path class="{}" stroke="{}" fill="none" d="{}"/></pattern>'
    ).format(name, style.fill, style.pattern, PATTERN_LINE[style.pattern], PATTERN_TILES[style.pattern])


def _mark(letter: str, code: str, known: Picture) -> Markup:
    """``u``: black and white dashes around it; ``d``: a ring; ``p``: a disc, dark on one side."""
    if letter == "u":
        return Markup('<path class="halo" d="{0}"/><path class="dashes" d="{0}"/>').format(known.areas[code])
    x, y = known.anchors[code]
    if letter == "d":
        return Markup('<circle cx="{}" cy="{}" r="2.6"/>').format(x, y)
    half = f"M{x} {y - 3.6}a3.6 3.6 0 0 0 0 7.2z"
    return Markup('<circle cx="{}" cy="{}" r="3.6"/><path class="half" d="{}"/>').format(x, y, half)
