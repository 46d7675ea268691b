"""The drawing of one region, at an address of its own: ``/regiokaart/<number>.svg``.

A page only names it, with date, age limit and language, so that a browser keeps it and asks whether it changed:
statuses change when an answer is accepted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import urlencode

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from coverage.analysis.region_profile.facts import RegionProfile, region_profile
from coverage.dataset import one_snapshot
from coverage.geography.local_picture import Anchor, LocalPicture, local_picture
from coverage.geography.region_names import region_names
from coverage.i18n import _, use_language
from coverage.ui.html import join
from coverage.ui.map.svg import patterned
from coverage.ui.params import DATE, LANGUAGE, MAX_AGE
from coverage.ui.state import reading
from coverage.ui.web.kept import drawing_response
from coverage.ui.web.missing_file import no_such_file
from coverage.vocabulary import STATUS_STYLE, Status

PATH = "regiokaart"
CHOSEN = "gemeente"  # the CBS code of the municipality that is marked
LETTER, LINE = 5.9, 13.0  # pixels that a letter and a line of a name take
_SVG = Markup(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" width="{}" height="{}"><style>{}</style>'
    "<defs>{}</defs>{}{}{}{}</svg>"
)
_STYLE = (
    ".own{stroke:#55606b;stroke-width:.8}.around{fill:#e4e8ec;stroke:#fff;stroke-width:.8}"
    "pattern path{stroke-width:.8}pattern .dots{stroke-width:1.6;stroke-linecap:round}"
    "text{font:11px sans-serif;text-anchor:middle;fill:#1b1f24;stroke:#fff;stroke-width:2.6;paint-order:stroke}"
    ".beside{fill:#4a5561;font-style:italic}.centre-name{font-weight:700}"
    ".chosen{fill:none;stroke:#1b1f24;stroke-width:2.6}.way{stroke:#1b1f24;stroke-width:1.4;stroke-dasharray:5 4}"
    ".centre{fill:#1b1f24;stroke:#fff;stroke-width:1.5}"
)


def picture_address(p: RegionProfile, chosen: str = "") -> str:
    """Where the drawing is, from any page; ``chosen`` is the code of a municipality to mark."""
    told = {DATE.name: DATE.write(p.on), MAX_AGE.name: MAX_AGE.write(p.report.max_age)}
    told |= {LANGUAGE.name: LANGUAGE.write(LANGUAGE.get())} | ({CHOSEN: chosen} if chosen else {})
    return f"{PATH}/{p.number}.svg?{urlencode(told)}"


def region_picture_route(base: str) -> Route:
    """The route ``<base>/regiokaart/<number>.svg``; a value that is not understood counts as its default."""

    def drawn(request: Request) -> Response:
        query = dict(request.query_params)
        with one_snapshot() as ds, reading(query):
            use_language(LANGUAGE.get())
            number = {str(n): n for n in region_names(ds)}.get(request.path_params["number"])
            p = region_profile(ds, number, DATE.get(), MAX_AGE.get()) if number is not None else None
            if p is None:
                return no_such_file(request, lambda: _("Deze regio is er niet op deze datum."))
            known = local_picture(ds, p.report.division.id, p.codes)
            content = region_drawing(p, known, query.get(CHOSEN, "")).encode()
        return drawing_response(request, content, "image/svg+xml")

    return Route(f"{base}/{PATH}/{{number}}.svg", drawn)


def region_drawing(p: RegionProfile, known: LocalPicture, chosen: str) -> Markup:
    """An image of its own: a reader's page takes no drawing within its text."""
    styles = {s: f"local-{s.value}" for s in Status if p.of(s) and STATUS_STYLE[s].pattern}
    patterns = join(patterned(name, STATUS_STYLE[s]) for s, name in styles.items())
    around = join(Markup('<path class="around" d="{}"/>').format(known.areas[c]) for c in sorted(known.around))
    own = join(
        Markup('<path class="own" fill="{}" d="{}"/>').format(
            f"url(#{styles[r.status]})" if r.status in styles else STATUS_STYLE[r.status].fill, known.areas[r.code]
        )
        for r in p.rows
    )
    size = (known.width, known.height)
    mark = _chosen(p, known, chosen)
    return _SVG.format(*size, *size, _STYLE, patterns, around, own + mark, _centre(p, known), _names(p, known))


def _chosen(p: RegionProfile, known: LocalPicture, code: str) -> Markup:
    """A thick border around one municipality, and a dashed line from it to the centre."""
    if code not in known.areas:
        return Markup("")
    border = Markup('<path class="chosen" d="{}"/>').format(known.areas[code])
    if p.centre_code not in known.anchors or p.centre_code == code:
        return border
    (x, y), (to_x, to_y) = known.anchors[code], known.anchors[p.centre_code]
    return border + Markup('<path class="way" d="M{} {}L{} {}"/>').format(x, y, to_x, to_y)


def _centre(p: RegionProfile, known: LocalPicture) -> Markup:
    if p.centre_code not in known.anchors:
        return Markup("")
    x, y = known.anchors[p.centre_code]
    return Markup('<circle class="centre" cx="{}" cy="{}" r="4.5"/>').format(x, round(y - LINE, 1))


def _names(p: RegionProfile, known: LocalPicture) -> Markup:
    """Names that fit, of the centre first, then of the largest areas; every area tells its name to who points at it."""
    order = sorted(p.rows, key=lambda r: (r.code != p.centre_code, -known.sizes.get(r.code, 0), r.code))
    wanted = [(r.name, known.anchors[r.code], "centre-name" if r.code == p.centre_code else "") for r in order]
    return join(
        Markup('<text class="{}" x="{}" y="{}">{}</text>').format(kind, x, y, name)
        for name, (x, y), kind in _fitting([*wanted, *_regions_around(p, known)], known)
    )


def _regions_around(p: RegionProfile, known: LocalPicture) -> Iterator[tuple[str, Anchor, str]]:
    largest: dict[str, str] = {}
    for code in sorted(known.around, key=lambda c: -known.sizes[c]):
        largest.setdefault(p.report.row(code).duup_region, code)
    for name, code in largest.items():
        yield _("regio {name}").format(name=name), known.anchors[code], "beside"


def _fitting(wanted: Iterable[tuple[str, Anchor, str]], known: LocalPicture) -> Iterator[tuple[str, Anchor, str]]:
    """Those that overlap none before them, moved inwards where they would leave the picture."""
    taken: list[tuple[float, float, float, float]] = []
    for name, (east, south), kind in wanted:
        half = len(name) * LETTER / 2
        x = min(max(east, half + 2), known.width - half - 2)
        y = min(max(south, LINE), known.height - 4)
        box = (x - half, y - LINE, x + half, y + 2)
        if all(box[2] < t[0] or t[2] < box[0] or box[3] < t[1] or t[3] < box[1] for t in taken):
            taken.append(box)
            yield name, (round(x, 1), round(y, 1)), kind
