"""The map of one region alone: its municipalities by status, its centre marked, what lies around it in grey.

Plain markup, so that it is there before any script; each municipality is a link to its page. The table beside it has
the same rows. Streamlit takes drawings out of markup, so the drawing is an image (coverage/ui/local_picture.py) and the
links lie over it. Their outlines are a style of their own, which is not sent again when only the date changes.
"""

from __future__ import annotations

from markupsafe import Markup

from coverage.analysis.region_profile.facts import RegionProfile
from coverage.dataset import Dataset
from coverage.geography.local_picture import local_picture
from coverage.i18n import _, day, label, number
from coverage.ui.data.cite import municipality_link
from coverage.ui.html import join
from coverage.ui.local_picture import picture_address
from coverage.ui.pieces import legend, of_all, swatched
from coverage.vocabulary import ATTRIBUTION, STATUS_STYLE, Status

_FIGURE = Markup(
    '<figure class="local"><div style="max-width:{}px"><img alt="{}" width="{}" height="{}" '
    'src="{}">{}</div><figcaption>{}</figcaption></figure>'
)
_LINK = Markup('<a class=hit-{} href="{}" title="{}"></a>')


def local_map(ds: Dataset, p: RegionProfile, chosen: str = "") -> Markup:
    """The picture with a link over each municipality, and under it what it shows.

    ``chosen`` is the code of a municipality to mark, with a line to the centre. Show :func:`outlines_of_links` too.
    """
    known = local_picture(ds, p.report.division.id, p.codes)
    links = join(
        _LINK.format(
            r.code, municipality_link(r.name), f"{r.name}: {label(r.status)}",
        )
        for r in p.rows
        if r.code in known.hits
    )  # fmt: skip
    title = _("Kaart van de regio {name} op {date}; dezelfde gemeenten staan in de tabel.").format(
        name=p.name, date=day(p.on)
    )
    return _FIGURE.format(
        known.width, title, known.width, known.height, picture_address(p, chosen), links,
        _("Een gemeente is een link naar haar pagina. De stip is de centrumgemeente. Grenzen: {source}.").format(
            source=ATTRIBUTION
        ),
    )  # fmt: skip


def outlines_of_links(ds: Dataset, p: RegionProfile) -> Markup:
    """Where on the picture the link of each municipality is."""
    known = local_picture(ds, p.report.division.id, p.codes)
    rules = (
        Markup(".hit-{}{{clip-path:polygon({})}}").format(code, ",".join(f"{x:g}% {y:g}%" for x, y in outline))
        for code, outline in sorted(known.hits.items())
    )
    return Markup("<style>{}</style>").format(join(rules))


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
