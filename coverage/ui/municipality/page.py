"""One municipality on one page that fits on a printed A4: verdict, facts, history and sources."""

from __future__ import annotations

from base64 import b64encode
from datetime import date

from markupsafe import Markup

from coverage.analysis.profile import text
from coverage.analysis.profile.facts import Profile
from coverage.analysis.profile.history import HISTORY_FROM, Segment
from coverage.analysis.profile.sentences import answer
from coverage.dataset import Dataset
from coverage.i18n import _, day, definition, label
from coverage.ui.data.cite import source_link
from coverage.ui.data.contradictions import marks
from coverage.ui.html import join, show, swatch
from coverage.vocabulary import STATUS_STYLE

WIDTH, HEIGHT = 1000, 26  # of the history line, in units of its drawing
TEXTURES = Markup("<defs>{}</defs>").format(
    join(
        Markup(
            '<pattern id="{}" width="12" height="{}" patternUnits="userSpaceOnUse"><path d="{}" stroke="#55606b"/>'
            "</pattern>"
        ).format(name, height, path)
        for name, height, path in (("hatch", 20, "M2 20L10 0"), ("dots", 8, "M4 4h3"), ("lines", 5, "M0 2h12"))
    )
)  # fmt: skip


def show_profile(ds: Dataset, p: Profile) -> None:
    """The page of a municipality; the sources at its end are what the marks behind sentences point to."""
    name, under = text.heading(p)
    status = p.row.status
    verdict = Markup('<p class="verdict">{}<strong>{}</strong></p><p class="soft">{}</p>').format(
        swatch(STATUS_STYLE[status]), label(status), definition(status)
    )
    sections = (
        (_("Wie, en via welke relatie?"), _list(text.serving(ds, p))),
        (_("Voor wie, en wie mag komen?"), _list(text.groups(p))),
        (_("Dichtstbijzijnd"), _list(text.nearest(ds, p))),
        (_("Sinds 2011"), history_line(p) + _list(text.history(ds, p), "steps")),
        (_("Regio en buurgemeenten"), _list(text.comparison(p))),
        (_("Wat is onbekend, en wie weet het?"), _list(text.open_questions(p))),
        (_("Bronnen"), _sources(ds, p)),
    )
    show(
        Markup(
            '<article class="profile" aria-label="{}"><p class="soft">{}</p><p class="answer">{}{}</p>{}{}{}</article>'
        ).format(
            name, under, answer(ds, p), marks(p.caveats), verdict, _facts(p),
            join(
                Markup("<section><h2>{}</h2>{}</section>").format(title, body) for title, body in sections if body
            ),
        )
    )  # fmt: skip


def _facts(p: Profile) -> Markup:
    return Markup("<dl>{}</dl>").format(
        join(
            Markup("<div><dt>{}</dt><dd>{}{}</dd></div>").format(f.word, f.value, _refs(f.sources))
            for f in text.facts(p)
        )
    )


def _list(lines: tuple[text.Line, ...], kind: str = "said") -> Markup:
    """Sentences with marks that point to their sources; empty when there are none."""
    items = join(Markup("<li>{}{}</li>").format(x.text, _refs(x.sources)) for x in lines)
    return Markup('<ul class="{}">{}</ul>').format(kind, items) if items else Markup("")


def _refs(sources: tuple[str, ...]) -> Markup:
    return join(Markup(' <a class="ref" href="#bron-{}">{}</a>').format(s, s) for s in sources)


def _sources(ds: Dataset, p: Profile) -> Markup:
    items = join(
        Markup('<li id="bron-{}"><strong>{}</strong> {}{}</li>').format(
            key, key, source_link(ds, key), f" ({ds.source(key).year})" if ds.source(key).year else ""
        )
        for key in p.sources
    )
    return Markup('<ul class="sources">{}</ul>').format(items)


def history_line(p: Profile) -> Markup:
    """The history as a line of colours and patterns; the list under it says the same.

    A drawing in an image, since Streamlit takes drawings out of HTML.
    """
    first, last = HISTORY_FROM, p.until
    span = max((last - first).days, 1)

    def place(on: date) -> float:
        return round(WIDTH * (min(max(on, first), last) - first).days / span, 1)

    bars = join(_bar(s, place(s.begin), place(s.end or last)) for s in p.history)
    years = join(
        Markup('<span style="left:{}%">{}</span>').format(place(date(y, 1, 1)) * 100 / WIDTH, y)
        for y in range(first.year, last.year + 1, 3)
    )
    drawing = Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" preserveAspectRatio="none">{}{}'
        '<rect x="{}" y="0" width="4" height="{}" fill="#1b1f24" stroke="#ffffff" stroke-width="1"/></svg>'
    ).format(WIDTH, HEIGHT, TEXTURES, bars, min(place(p.on), WIDTH - 4), HEIGHT)
    told = _(
        "Lijn van de status van {name} sinds 2011; de perioden staan in de lijst hieronder. De streep is {date}."
    ).format(name=p.row.name, date=day(p.on))
    return Markup(
        '<div class="line"><img alt="{}" src="data:image/svg+xml;base64,{}">'
        '<div class="years" aria-hidden="true">{}</div></div>'
    ).format(told, b64encode(str(drawing).encode()).decode(), years)


def _bar(segment: Segment, left: float, right: float) -> Markup:
    """A stretch of the line; the texture over its colour tells the statuses apart without colour too."""
    style, width = STATUS_STYLE[segment.status], round(max(right - left, 2), 1)
    bar = Markup('<rect x="{}" y="3" width="{}" height="20" fill="{}" stroke="#55606b"/>')
    texture = bar.format(left, width, f"url(#{style.pattern})") if style.pattern else Markup("")
    return bar.format(left, width, style.fill) + texture
