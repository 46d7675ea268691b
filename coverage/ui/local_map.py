"""The map of one region alone: its municipalities by status, its centre marked, what lies around it in grey.

Plain markup, so that it is there before any script; each municipality is a link to its page. The table beside it has
the same rows. Streamlit takes drawings out of markup, so the drawing is an image and the links lie over it.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator

from markupsafe import Markup

from coverage.analysis.region_profile.facts import RegionProfile
from coverage.dataset import Dataset
from coverage.geography.local_picture import Anchor, LocalPicture, local_picture
from coverage.i18n import _, day, label, number
from coverage.ui.data.cite import municipality_link
from coverage.ui.html import join
from coverage.ui.map.svg import patterned
from coverage.ui.pieces import legend, of_all, swatched
from coverage.vocabulary import ATTRIBUTION, STATUS_STYLE, Status

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
_FIGURE = Markup(
    '<figure class="local"><div style="max-width:{}px"><img alt="{}" width="{}" height="{}" '
    'src="data:image/svg+xml;base64,{}">{}</div><figcaption>{}</figcaption></figure>'
)
_LINK = Markup('<a href="{}" title="{}" aria-label="{}" style="clip-path:polygon({})"></a>')


def local_map(ds: Dataset, p: RegionProfile, chosen: str = "") -> Markup:
    """The picture with a link over each municipality, and under it what it shows.

    ``chosen`` is the code of a municipality to mark, with a line to the centre.
    """
    known = local_picture(ds, p.report.division.id, p.codes)
    links = join(
        _LINK.format(
            municipality_link(r.name), f"{r.name}: {label(r.status)}", f"{r.name}: {label(r.status)}",
            ",".join(f"{x:g}% {y:g}%" for x, y in known.hits[r.code]),
        )
        for r in p.rows
        if r.code in known.hits
    )  # fmt: skip
    title = _("Kaart van de regio {name} op {date}; dezelfde gemeenten staan in de tabel.").format(
        name=p.name, date=day(p.on)
    )
    return _FIGURE.format(
        known.width, title, known.width, known.height, b64encode(_drawing(p, known, chosen).encode()).decode(), links,
        _("Een gemeente is een link naar haar pagina. De stip is de centrumgemeente. Grenzen: {source}.").format(
            source=ATTRIBUTION
        ),
    )  # fmt: skip


def _drawing(p: RegionProfile, known: LocalPicture, chosen: str) -> Markup:
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


def local_legend(p: RegionProfile) -> Markup:
    """The statuses that occur, with municipalities and inhabitants of the region."""
    counts = p.counts()
    head = (_("Status"), _("Gemeenten"), _("Inwoners"))
    entries = (
        (swatched(STATUS_STYLE[s], label(s)), number(counts[s]), of_all(p.inhabitants(s), p.inhabitants()))
        for s in Status
        if counts[s]
    )
    foot = (_("Hele regio"), number(len(p.rows)), number(p.inhabitants()))
    return legend(_("Legenda"), head, entries, foot=[foot])
