"""How the data are named and cited: the same on the page, in descriptions and on the command line."""

from __future__ import annotations

from collections.abc import Iterator

from coverage.analysis.editions.edition import editions
from coverage.dataset import Dataset
from coverage.exports.standards.publication import Publication
from coverage.i18n import _, day


def data_title() -> str:
    """The name of the collection."""
    return _("Landelijke dekking van uitstapprogramma's voor sekswerkers")


def data_summary() -> str:
    """What it holds, in two sentences."""
    return _(
        "Voor elke gemeente in Nederland: of er aanbod is voor sekswerkers die willen stoppen, op welke datum, voor "
        "wie, en volgens welke bron. Onbekend is iets anders dan geen."
    )


def citation_line(ds: Dataset, site: Publication) -> str:
    """How to cite the data as they are: publisher, year of the edition, title, edition and address, as far as known."""
    return _line(site, ds.edition, "", site.files(ds.edition) if site.address else "")


def edition_citations(ds: Dataset, site: Publication) -> Iterator[tuple[str, str]]:
    """(name, citation) of each edition that was frozen for a knowledge meeting, newest first; never changes again."""
    for one in sorted(editions(ds), key=lambda e: e.on, reverse=True):
        address = f"{site.files('latest')}editions/{one.name}.json" if site.address else ""
        frozen = _("Vastgelegd op {date}").format(date=day(one.on))
        yield one.name, _line(site, one.name, frozen, address)


def _line(site: Publication, edition: str, more: str, address: str) -> str:
    title = _("{title}, editie {edition}").format(title=data_title(), edition=edition)
    year = f"({edition[:4]})"
    parts = (
        f"{site.publisher} {year}" if site.publisher else "",
        title if site.publisher else f"{title} {year}",
        more,
        address,
    )
    return ". ".join(p for p in parts if p) + ("" if address else ".")
