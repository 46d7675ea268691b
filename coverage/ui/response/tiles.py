"""The response of a round as one tile per region."""

from __future__ import annotations

from markupsafe import Markup

from coverage.i18n import _, label, number
from coverage.inventory.response import RegionResponse, Response
from coverage.ui.html import join
from coverage.ui.pieces import legend, swatched
from coverage.vocabulary import RESPONSE_STYLE, ResponseState


def response_tiles(found: Response) -> Markup:
    """A tile per region with its state in words; the colour and pattern only repeat it."""
    unsure = {o.region for o in found.organisations if o.unknown}
    tiles = join(_tile(region, region.number in unsure) for region in found.regions)
    return Markup('<ul class="tiles" aria-label="{}">{}</ul>').format(_("Respons per regio"), tiles)


def _tile(region: RegionResponse, unsure: bool) -> Markup:
    style = RESPONSE_STYLE[region.state]
    also = Markup('<span class="also">{}</span>').format(_("ook: weten wij niet")) if unsure else ""
    return Markup(
        '<li class="tile"><span class="swatch {}" style=--c:{} aria-hidden="true"></span>'
        '<span class="number">{}</span><strong>{}</strong><span class="state">{}</span>{}</li>'
    ).format(style.pattern or "plain", style.fill, region.number, region.name, label(region.state), also)


def state_legend(found: Response) -> Markup:
    """The states that regions can have, with how many have it."""
    states = [r.state for r in found.regions]
    entries = ((swatched(RESPONSE_STYLE[s], label(s)), number(states.count(s))) for s in ResponseState)
    return legend(_("Stand per regio"), (_("Stand"), _("Regio's")), entries)
