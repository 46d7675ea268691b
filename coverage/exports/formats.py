"""What can be taken along as a file, by format: one list for the command line, the pages and the static edition.

A format is added by one entry of :data:`FORMATS`. Its maker imports what it needs when it is called, so that
asking for a table does not load a library for slides.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Literal

from coverage.analysis.status import DEFAULT_MAX_AGE, status_at
from coverage.analysis.summary import country_answer
from coverage.dataset import Dataset
from coverage.geography.areas import membership_on
from coverage.i18n import _, day


@dataclass(frozen=True, slots=True)
class Request:
    """What a file is about: a date, the claim age limit, and a municipality (code) or DUUP region where it applies."""

    on: date
    max_age: int = DEFAULT_MAX_AGE
    municipality: str = ""
    region: int | None = None


class RequestError(ValueError):
    """A format cannot be made from what was asked; the message, for readers, says what to add or leave out."""


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: its extension, media type, what it holds, how to make it, and which subjects it takes and needs.

    Subjects are "municipality" and "region"; what a format needs it also takes. ``ending`` is its extension where that
    is not its name; ``caution`` says, for readers, what the file lacks on this site; empty when it lacks nothing.
    """

    name: str
    media_type: str
    holds: Callable[[], str]
    make: Callable[[Dataset, Request], bytes]
    takes: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    ending: str = ""
    caution: Callable[[], str] = str

    @property
    def extension(self) -> str:
        """What a file of this format ends on, without the first dot."""
        return self.ending or self.name


def make(ds: Dataset, name: str, request: Request) -> bytes:
    """A file; KeyError for an unknown format, RequestError for a subject that the format does not take or lacks."""
    wanted = FORMATS[name]
    for subject, given in (("municipality", request.municipality), ("region", request.region)):
        words = {"municipality": _("één gemeente"), "region": _("één regio")}[subject]
        if given and subject not in wanted.takes | wanted.needs:
            raise RequestError(_("{format} kan niet over {subject} gaan.").format(format=name, subject=words))
        if not given and subject in wanted.needs:
            raise RequestError(_("{format} gaat over {subject}; zeg welke.").format(format=name, subject=words))
    if request.region is not None and request.region not in (known := _regions(ds, request.on)):
        raise RequestError(
            _("Op {date} is er geen DUUP-regio {number}; kies uit {known}.").format(
                date=day(request.on), number=request.region, known=", ".join(map(str, known))
            )
        )
    return wanted.make(ds, request)


def _regions(ds: Dataset, on: date) -> list[int]:
    return sorted({int(number) for number in membership_on(ds, on)["duup_number"]})


def _csv(ds: Dataset, request: Request) -> bytes:
    from coverage.exports.tabular import csv_bytes
    from coverage.exports.views import status_frame

    return csv_bytes(status_frame(ds, status_at(ds, request.on, request.max_age)))


def _gpkg(ds: Dataset, request: Request) -> bytes:
    from coverage.exports.geopackage import geopackage_bytes
    from coverage.exports.tabular import about
    from coverage.exports.views import status_frame

    report = status_at(ds, request.on, request.max_age)
    words = about(ds, _("Aanbod van uitstapprogramma's per gemeente"), country_answer(report), request.on)
    return geopackage_bytes(ds, status_frame(ds, report), report.division.id, words)


def _xlsx(ds: Dataset, request: Request) -> bytes:
    from coverage.exports.package_xlsx import package_xlsx

    return package_xlsx(ds, status_at(ds, request.on, request.max_age))


def _zip(ds: Dataset, _request: Request) -> bytes:
    from coverage.exports.package_zip import package_zip

    return package_zip(ds)


def _json(ds: Dataset, request: Request) -> bytes:
    from coverage.exports.open_data.status_files import status_json

    return status_json(ds, status_at(ds, request.on, request.max_age))


def _geojson(ds: Dataset, request: Request) -> bytes:
    from coverage.exports.open_data.borders import status_geojson

    return status_geojson(ds, status_at(ds, request.on, request.max_age))


def _hsds(ds: Dataset, request: Request) -> bytes:
    from coverage.exports.standards.hsds import hsds_json

    return hsds_json(ds, request.on, request.max_age)


def _dcat(ds: Dataset, request: Request, form: Literal["turtle", "json-ld"]) -> bytes:
    from coverage.exports.standards.dcat import dcat_file

    return dcat_file(ds, request.on, form)


def _unset() -> str:
    from coverage.exports.standards.publication import publication, unset_words

    return unset_words(publication())


def _picture(ds: Dataset, request: Request, kind: Literal["png", "svg"]) -> bytes:
    from coverage.exports.static_map import draw, region_view, status_map_view

    report = status_at(ds, request.on, request.max_age)
    chosen = request.municipality or None
    if request.region is None:
        return draw(ds, status_map_view(report, ds.edition, selected=chosen), kind)
    return draw(ds, region_view(report, ds.edition, request.region, selected=chosen), kind)


def _deck(ds: Dataset, request: Request, kind: Literal["pptx", "pdf"]) -> bytes:
    from coverage.analysis.story.plan import story
    from coverage.analysis.story.scene import Wish, heard_now, usual_kinds
    from coverage.exports.deck_pdf import pdf_bytes
    from coverage.exports.deck_pptx import pptx_bytes
    from coverage.inventory.overlay import book_of_readers

    region, book = request.region or _regions(ds, request.on)[0], book_of_readers()
    kinds, heard = usual_kinds(book), heard_now(ds, book)
    told = story(ds, Wish(request.on, kinds, (region,), max_age=request.max_age, heard=heard))
    return pptx_bytes(ds, told) if kind == "pptx" else pdf_bytes(ds, told)


FORMATS: dict[str, Format] = {
    f.name: f
    for f in (
        Format(
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            lambda: _("alle tabellen, met uitleg, codeboek en de status per gemeente op de peildatum"), _xlsx,
        ),
        Format("csv", "text/csv", lambda: _("de status per gemeente op de peildatum, met bronnen"), _csv),
        Format(
            "gpkg", "application/geopackage+sqlite3",
            lambda: _("grenzen met de status per gemeente op de peildatum, voor een GIS"), _gpkg,
        ),
        Format("zip", "application/zip", lambda: _("het hele gegevenspakket, met datapackage.json"), _zip),
        Format(
            "png", "image/png", lambda: _("de kaart op de peildatum, als afbeelding"),
            partial(_picture, kind="png"),
            frozenset({"municipality", "region"}),
        ),
        Format(
            "svg", "image/svg+xml", lambda: _("de kaart op de peildatum, als tekening die scherp blijft"),
            partial(_picture, kind="svg"),
            frozenset({"municipality", "region"}),
        ),
        Format(
            "pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            lambda: _("de dia's voor de kennisbijeenkomst, voor PowerPoint"), partial(_deck, kind="pptx"),
            frozenset({"region"}),
        ),
        Format(
            "json", "application/json",
            lambda: _("de status per gemeente op de peildatum, met codes, voor programma's die dat inlezen"), _json,
        ),
        Format(
            "geojson", "application/geo+json",
            lambda: _("grenzen met de status per gemeente op de peildatum, voor het web"), _geojson,
        ),
        Format(
            "hsds", "application/json",
            lambda: _("programma's voor sociale kaarten (Open Referral HSDS 3.0)"), _hsds, ending="hsds.json",
        ),
        Format(
            "dcat", "application/ld+json",
            lambda: _("beschrijving van de gegevensset voor portalen (DCAT-AP-NL 3.0, JSON-LD)"),
            partial(_dcat, form="json-ld"), ending="dcat.jsonld", caution=_unset,
        ),
        Format(
            "ttl", "text/turtle",
            lambda: _("beschrijving van de gegevensset voor portalen (DCAT-AP-NL 3.0, Turtle)"),
            partial(_dcat, form="turtle"), ending="dcat.ttl", caution=_unset,
        ),
        Format(
            "pdf", "application/pdf", lambda: _("de dia's voor de kennisbijeenkomst, als PDF"),
            partial(_deck, kind="pdf"), frozenset({"region"}),
        ),
    )
}  # fmt: skip
