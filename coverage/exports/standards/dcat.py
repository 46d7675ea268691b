"""The data set as DCAT-AP-NL 3.0, for data.overheid.nl: a catalogue with one data set and its files.

https://docs.geostandaarden.nl/dcat/dcat-ap-nl30/. What only the publisher can say comes from
:mod:`coverage.exports.standards.publication`; what is not set is left out and said in the description, so that nobody
takes the result for complete. Without a public address the addresses are relative to the file, as RDF allows.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal as OneOf

from rdflib import DCTERMS, FOAF, RDF, XSD, Graph, Literal, Namespace, URIRef

from coverage.dataset import Dataset
from coverage.exports.open_data.catalogue import open_files
from coverage.exports.standards.citation import data_summary, data_title
from coverage.exports.standards.publication import NAME, Publication, publication, unset_words

EU = "http://publications.europa.eu/resource/authority/"
CC_BY = "http://creativecommons.org/licenses/by/4.0/deed.nl"  # of borders and inhabitants, as CBS and Kadaster state it
MEDIA_TYPES = "http://www.iana.org/assignments/media-types/"
DCAT = Namespace("http://www.w3.org/ns/dcat#")  # version 3; rdflib knows the words of version 2
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
KEYWORDS = ("sekswerk", "uitstapprogramma", "gemeenten", "zorg en welzijn", "DUUP")
TWICE_A_YEAR = "ANNUAL_2"  # the knowledge meetings
_PACKAGE, _HSDS = (
    "https://specs.frictionlessdata.io/data-package/",
    "https://github.com/openreferral/specification/tree/3.0",
)
STANDARDS = {  # what a file conforms to, by its name or else by its kind; a file of the status by the schema beside it
    "package.zip": _PACKAGE, "datapackage.json": _PACKAGE, "hsds.json": _HSDS,
    "geojson": "https://www.rfc-editor.org/rfc/rfc7946", "gpkg": "https://www.geopackage.org/spec/",
}  # fmt: skip
FILE_TYPES = {"csv": "CSV", "json": "JSON", "zip": "ZIP", "geojson": "GEOJSON", "gpkg": "GPKG"}
_PREFIXES = {"dcat": DCAT, "dct": DCTERMS, "foaf": FOAF, "vcard": VCARD, "xsd": XSD}
_Triple = tuple[URIRef, URIRef, URIRef | Literal]


def dcat_file(ds: Dataset, on: date, form: OneOf["turtle", "json-ld"]) -> bytes:
    """The description in one of two notations of the same graph; ``on`` is the day of the state that it offers."""
    graph = dcat_graph(ds, on, publication())
    if form == "turtle":
        return graph.serialize(format=form).encode()
    context = {prefix: str(space) for prefix, space in _PREFIXES.items()}
    return graph.serialize(format=form, context=context, sort_keys=True, ensure_ascii=False).encode()


def dcat_graph(ds: Dataset, on: date, site: Publication) -> Graph:
    """A catalogue with the data set, and a distribution for each file that holds all of it or the state on a day."""
    graph = Graph(bind_namespaces="none")
    for prefix, space in _PREFIXES.items():
        graph.bind(prefix, space)
    base = site.files("latest")
    catalogue, dataset = URIRef(f"{base}#catalog"), URIRef(f"{base}#dataset")
    for triple in (
        *_both(catalogue, DCAT.Catalog, site),
        *_both(dataset, DCAT.Dataset, site),
        (catalogue, DCAT.dataset, dataset),
        *_of_dataset(ds, dataset, base, site),
        *_roles(catalogue, dataset, base, site),
        *_distributions(ds, on, dataset, base, site),
    ):
        graph.add(triple)
    return graph


def _both(node: URIRef, kind: URIRef, site: Publication) -> Iterator[_Triple]:
    said = f"{data_summary()} {unset_words(site)}".strip()
    yield node, RDF.type, kind
    yield node, DCTERMS.title, Literal(data_title(), lang="nl")
    yield node, DCTERMS.description, Literal(said, lang="nl")
    yield node, DCTERMS.language, _authority("language", "NLD")


def _of_dataset(ds: Dataset, dataset: URIRef, base: str, site: Publication) -> Iterator[_Triple]:
    yield dataset, DCTERMS.identifier, Literal(str(dataset) if site.address else NAME)
    yield dataset, DCAT.version, Literal(ds.edition)
    yield dataset, DCTERMS.accessRights, _authority("access-right", "PUBLIC")
    yield dataset, DCAT.theme, _authority("data-theme", "SOCI")
    yield dataset, DCTERMS.accrualPeriodicity, _authority("frequency", TWICE_A_YEAR)
    yield dataset, DCTERMS.spatial, _authority("country", "NLD")
    for word in KEYWORDS:
        yield dataset, DCAT.keyword, Literal(word, lang="nl")
    period = URIRef(f"{base}#period")
    first: date = min(ds.table("claims")["effective"])
    yield dataset, DCTERMS.temporal, period
    yield period, RDF.type, DCTERMS.PeriodOfTime
    yield period, DCAT.startDate, Literal(first.isoformat(), datatype=XSD.date)
    if site.address:
        told = f"{site.address}/gegevens"
        for relation, page in ((DCAT.landingPage, told), (FOAF.page, f"{told}?blad=methode")):
            yield dataset, relation, URIRef(page)
            yield URIRef(page), RDF.type, FOAF.Document


def _roles(catalogue: URIRef, dataset: URIRef, base: str, site: Publication) -> Iterator[_Triple]:
    if site.publisher:
        agent = URIRef(site.publisher_uri or f"{base}#publisher")
        yield agent, RDF.type, FOAF.Agent
        yield agent, FOAF.name, Literal(site.publisher, lang="nl")
        yield catalogue, DCTERMS.publisher, agent
        yield catalogue, DCTERMS.creator, agent
        yield dataset, DCTERMS.publisher, agent
        yield dataset, DCTERMS.creator, agent
    if site.mailbox:
        contact = URIRef(f"{base}#contact")
        yield contact, RDF.type, VCARD.Kind
        yield contact, RDF.type, VCARD.Organization
        yield contact, VCARD.fn, Literal(site.publisher or data_title(), lang="nl")
        yield contact, VCARD.hasEmail, URIRef(f"mailto:{site.mailbox}")
        yield catalogue, DCAT.contactPoint, contact
        yield dataset, DCAT.contactPoint, contact


def _distributions(ds: Dataset, on: date, dataset: URIRef, base: str, site: Publication) -> Iterator[_Triple]:
    for file in (f for f in open_files(ds, on) if f.described):
        node, there = URIRef(f"{base}#{file.path}"), URIRef(f"{base}{file.path}")
        yield dataset, DCAT.distribution, node
        yield node, RDF.type, DCAT.Distribution
        yield node, DCTERMS.title, Literal(file.holds(), lang="nl")
        yield node, DCAT.accessURL, there
        yield node, DCAT.downloadURL, there
        ending = file.path.rpartition(".")[2]
        standard = URIRef(STANDARDS.get(file.path) or STANDARDS.get(ending) or f"{base}status.schema.json")
        yield node, DCTERMS.language, _authority("language", "NLD")
        yield node, DCTERMS.conformsTo, standard
        yield standard, RDF.type, DCTERMS.Standard
        yield node, DCTERMS["format"], _authority("file-type", FILE_TYPES[ending])
        yield node, DCAT.mediaType, URIRef(f"{MEDIA_TYPES}{file.media_type}")
        if terms := CC_BY if file.borders_alone else site.licence:
            yield node, DCTERMS.license, URIRef(terms)
            yield URIRef(terms), RDF.type, DCTERMS.LicenseDocument


def _authority(table: str, code: str) -> URIRef:
    """A code of the lists of the European Union."""
    return URIRef(f"{EU}{table}/{code}")
