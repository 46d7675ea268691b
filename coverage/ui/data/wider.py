"""An area or a province that was typed for a municipality: its regions and its municipalities, as links."""

from __future__ import annotations

from datetime import date

from markupsafe import Markup

from coverage.analysis.wider_words import wider_choice
from coverage.dataset import Dataset
from coverage.geography.names import NameProblem, NotAMunicipality, resolve
from coverage.i18n import _
from coverage.ui.data.cite import municipality_link, region_link
from coverage.ui.html import join
from coverage.vocabulary import PlaceKind


def wider_links(ds: Dataset, typed: str, on: date) -> Markup:
    """What there is to choose from; empty when it names one municipality, or nothing that is known."""
    try:
        resolve(ds, typed, on)
    except NameProblem as problem:
        if typed and (found := wider_choice(ds, typed, on)):
            regions = join(_link(region_link(n), _("regio {name}").format(name=n)) for n in found.regions)
            places = join(_link(municipality_link(n), n) for n in found.municipalities)
            return Markup('<p class="answer">{}</p><ul class="columns">{}</ul><ul class="columns">{}</ul>').format(
                found.sentence, regions, places
            )
        if isinstance(problem, NotAMunicipality) and problem.kind is PlaceKind.REGION:
            words = _("Welke gemeenten in {name} liggen, staat niet in onze gegevens. Zoek je gemeente bij een regio:")
            every = Markup('<a href="{}">{}</a>').format(region_link(""), _("Alle regio's"))
            return Markup("<p>{} {}</p>").format(words.format(name=typed), every)
    return Markup("")


def _link(address: str, words: str) -> Markup:
    return Markup('<li><a href="{}">{}</a></li>').format(address, words)
