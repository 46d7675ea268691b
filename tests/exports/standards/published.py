"""Compares our exports, and the schema and shapes of our tests, with the published files of HSDS and DCAT-AP-NL.

Run by hand: those files are others' and not in this repository. ``FOLDER/hsds`` holds files of ``schema/`` of
openreferral/specification, ``FOLDER/dcat`` those of ``shapes/300/`` of Geonovum/DCAT-AP-NL30::

    PYTHONPATH=.:tests/exports/standards:tests python tests/exports/standards/published.py FOLDER

It prints every difference and ends with 1 when there is one that breaks the standard.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pyshacl
from jsonschema import Draft202012Validator
from rdflib import RDF, Graph, Namespace, URIRef
from rdflib.term import Node
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012
from test_dcat import SITE
from test_hsds import DS, FORMATS, LATER, LOCATION, ORGANISATION, PAGE, SERVICE, THEN

from coverage.exports.standards.dcat import dcat_graph
from coverage.exports.standards.hsds import hsds_json

SH = Namespace("http://www.w3.org/ns/shacl#")
OURS = {
    "service.json": SERVICE,
    "organization.json": ORGANISATION,
    "location.json": LOCATION,
    "service_area.json": SERVICE["properties"]["service_areas"]["items"],
    "service_at_location.json": SERVICE["properties"]["service_at_locations"]["items"],
    "page.json": PAGE,
}
DAYS = (date(2011, 1, 1), THEN, date(2019, 10, 1), LATER)


def hsds_differences(folder: Path) -> Iterator[str]:
    """Properties that the standard does not know, what it requires and we do not, other types, codes and formats."""
    for name, ours in OURS.items():
        published = json.loads((folder / name).read_text(encoding="utf-8"))
        yield from (f"{name}: requires {field}" for field in set(published["required"]) - set(ours["required"]))
        for field, own in ours["properties"].items():
            theirs = published["properties"].get(field)
            if theirs is None:
                yield f"{name}: does not know {field}"
                continue
            if "$ref" not in theirs and own.get("type", "string") != theirs["type"]:
                yield f"{name}: {field} is {theirs['type']}, ours {own.get('type')}"
            if set(own.get("enum", ())) != set(theirs.get("enum", ())):
                yield f"{name}: codes of {field} differ"
            if "format" in theirs and own.get("format") != theirs["format"]:
                yield f"{name}: {field} has the format {theirs['format']}, ours {own.get('format')}"


def hsds_errors(folder: Path) -> Iterator[str]:
    """What the published schema finds wrong in our export on four days; files that are not there allow anything."""

    def retrieve(name: str) -> Resource[Any]:
        path = folder / name.rpartition("/")[2]
        found = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
        return Resource.from_contents(found, default_specification=DRAFT202012)

    registry: Registry[Any] = Registry(retrieve=retrieve)  # type: ignore[call-arg]  # attrs names it without _
    judge = Draft202012Validator({"$ref": "service.json"}, registry=registry, format_checker=FORMATS)
    for on in DAYS:
        for service in json.loads(hsds_json(DS, on))["contents"]:
            yield from (f"{on} {service['name']}: {error.message}" for error in judge.iter_errors(service))


def dcat_errors(folder: Path) -> Iterator[str]:
    """What the published shapes find in the description of a site on which everything is set, warnings included."""
    shapes = Graph()
    for path in sorted(folder.glob("*.ttl")):
        shapes.parse(path)
    _conforms, results, _text = pyshacl.validate(dcat_graph(DS, LATER, SITE), shacl_graph=shapes)
    assert isinstance(results, Graph)
    for result in results.subjects(RDF.type, SH.ValidationResult):
        level = str(results.value(result, SH.resultSeverity)).rpartition("#")[2]
        yield f"{level}: {results.value(result, SH.resultPath)} of {results.value(result, SH.focusNode)}"


def dcat_differences(folder: Path) -> Iterator[str]:
    """Constraints on classes that we write which the shapes of our test do not ask, or ask less strictly."""
    theirs, ours = _asked(folder.glob("*.ttl")), _asked([Path(__file__).with_name("dcat_ap_nl.ttl")])
    written = set(dcat_graph(DS, LATER, SITE).objects(None, RDF.type))
    used = set(dcat_graph(DS, LATER, SITE).predicates())
    for (kind, path, constraint), value in sorted(theirs.items(), key=str):
        needed = path in used or constraint == SH.minCount
        if kind in written and needed and not _as_strict(constraint, ours.get((kind, path, constraint)), value):
            words = (str(part).rpartition("#")[2].rpartition("/")[2] for part in (kind, path, constraint, value))
            yield "our shapes do not ask: " + " ".join(words)


def _as_strict(constraint: Node, own: Node | None, theirs: Node) -> bool:
    if own is None:
        return False
    if constraint == SH.nodeKind:
        return own == theirs or (own == SH.IRI and theirs == SH.BlankNodeOrIRI)
    return own == theirs


def _asked(files: Any) -> dict[tuple[Node, Node, Node], Node]:
    """(class, property, constraint) -> its value, of what is no warning."""
    graph = Graph()
    for path in files:
        graph.parse(path)
    found: dict[tuple[Node, Node, Node], Node] = {}
    for shape, kind in graph.subject_objects(SH.targetClass):
        for rule in graph.objects(shape, SH.property):
            if graph.value(rule, SH.severity) == SH.Warning:
                continue
            for constraint in (SH.minCount, SH.maxCount, SH.nodeKind, SH["class"]):
                if (value := graph.value(rule, constraint)) is not None:
                    found[kind, graph.value(rule, SH.path) or URIRef(""), constraint] = value
    return found


if __name__ == "__main__":
    given = Path(sys.argv[1])
    lines = [
        *hsds_differences(given / "hsds"), *hsds_errors(given / "hsds"),
        *dcat_errors(given / "dcat"), *dcat_differences(given / "dcat"),
    ]  # fmt: skip
    sys.stdout.write("\n".join(lines or ["no difference"]) + "\n")
    sys.exit(any(not line.startswith("Warning") for line in lines))
