"""DCAT-AP-NL: whole when the site says who publishes; else it lacks what it says that it lacks, and nothing more."""

import json
from datetime import date
from pathlib import Path

import pyshacl
import pytest
from rdflib import DCTERMS, Graph, Namespace, URIRef
from rdflib.compare import isomorphic

from coverage.cli import main
from coverage.dataset import current
from coverage.exports.open_data.catalogue import open_files
from coverage.exports.standards import publication as settings
from coverage.exports.standards.dcat import DCAT, dcat_file, dcat_graph
from coverage.exports.standards.publication import Publication, publication, still_to_set
from coverage.exports.standards.schema_org import dataset_head

ON = date(2026, 6, 1)
DS = current()
SITE = Publication(
    "https://dekking.voorbeeld.invalid/site", "Ministerie van Voorbeeld",
    "https://identifier.overheid.nl/tooi/id/ministerie/voorbeeld", "gegevens@voorbeeld.invalid",
    "http://creativecommons.org/publicdomain/zero/1.0/deed.nl",
)  # fmt: skip
SHAPES = Graph().parse(Path(__file__).with_name("dcat_ap_nl.ttl"))
SH = Namespace("http://www.w3.org/ns/shacl#")


def violated(graph: Graph) -> set[str]:
    """Last word of the properties that break a shape."""
    _conforms, results, _text = pyshacl.validate(graph, shacl_graph=SHAPES)
    assert isinstance(results, Graph)
    return {str(path).rpartition("#")[2].rpartition("/")[2] for path in results.objects(None, SH.resultPath)}


def test_whole_when_everything_is_set() -> None:
    graph = dcat_graph(DS, ON, SITE)
    assert violated(graph) == set()
    assert str(next(graph.objects(None, DCAT.landingPage))) == f"{SITE.address}/gegevens"


def test_a_file_of_the_status_conforms_to_the_schema_beside_it_and_every_other_to_a_standard() -> None:
    graph, base = dcat_graph(DS, ON, SITE), f"{SITE.address}/data/latest/"
    known = {f.path for f in open_files(DS, ON)}
    for file in (f for f in open_files(DS, ON) if f.described):
        (standard,) = graph.objects(URIRef(f"{base}#{file.path}"), DCTERMS.conformsTo)
        ours = str(standard).removeprefix(base)
        assert (ours == "status.schema.json") == file.path.startswith("status/"), file.path
        assert ours in known or not str(standard).startswith(base)


@pytest.mark.parametrize("unset", ["theme", "identifier", "accessRights"])
def test_the_shapes_find_what_is_missing(unset: str) -> None:
    graph = dcat_graph(DS, ON, SITE)
    for triple in [t for t in graph if str(t[1]).endswith(unset)]:
        graph.remove(triple)
    assert violated(graph) == {unset}


@pytest.mark.parametrize(
    ("site", "lacks"),
    [
        (Publication(), {"contactPoint", "publisher", "creator", "license"}),
        (Publication(SITE.address, SITE.publisher, "", SITE.mailbox), {"license"}),
        (Publication(SITE.address, SITE.publisher, SITE.publisher_uri, "", SITE.licence), {"contactPoint"}),
    ],
)
def test_what_is_not_set_is_left_out_and_told(site: Publication, lacks: set[str]) -> None:
    graph = dcat_graph(DS, ON, site)
    assert violated(graph) == lacks == still_to_set(site).keys()
    described = " ".join(str(o) for _s, p, o in graph if str(p).endswith("description"))
    assert all(words in described for words in still_to_set(site).values())


def test_both_notations_are_one_graph_and_lead_to_the_files() -> None:
    here = "https://voorbeeld.invalid/onder/data/latest/"
    turtle = Graph().parse(data=dcat_file(DS, ON, "turtle"), format="turtle", publicID=f"{here}dcat.ttl")
    linked = Graph().parse(data=dcat_file(DS, ON, "json-ld"), format="json-ld", publicID=f"{here}dcat.jsonld")
    assert isomorphic(turtle, linked)
    offered = set(turtle.objects(None, DCAT.downloadURL))
    assert offered == {URIRef(here + f.path) for f in open_files(DS, ON) if f.described}


def test_settings_are_read_and_nonsense_is_as_good_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    values = {
        settings.ADDRESS_VARIABLE: f" {SITE.address}/ ", settings.PUBLISHER_VARIABLE: SITE.publisher,
        settings.PUBLISHER_URI_VARIABLE: SITE.publisher_uri, settings.MAILBOX_VARIABLE: SITE.mailbox,
        settings.LICENCE_VARIABLE: SITE.licence,
    }  # fmt: skip
    for name, value in values.items():
        monkeypatch.setenv(name, value)
    assert publication() == SITE
    for name in values.keys() - {settings.PUBLISHER_VARIABLE}:
        monkeypatch.setenv(name, 'javascript:alert(1) "> <')
    assert publication() == Publication(publisher=SITE.publisher)


def test_the_command_says_what_is_not_set(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("dcat", "ttl"):
        assert main(["export", "--format", name, "--out", str(tmp_path / name)]) == 0
        assert "(contact)" in capsys.readouterr().err


def test_the_head_of_a_page_holds_json_that_no_value_can_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(settings.PUBLISHER_VARIABLE, "</script><script>alert(1)</script>&amp;")
    head = str(dataset_head(DS, ON))
    assert head.count("</script>") == 1
    told = json.loads(head.partition(">")[2].removesuffix("</script>"))
    assert told["@type"] == "Dataset"
    assert told["creator"]["name"] == "</script><script>alert(1)</script>&amp;"
    assert told["version"] == DS.edition
    paths = {f.path for f in open_files(DS, ON)}
    assert {d["contentUrl"].removeprefix("./data/latest/") for d in told["distribution"]} <= paths
