"""Tables 1.2 and 1.3 of the report of 2013, against figures typed over from the report itself."""

from coverage.analysis.contradictions import contradictions, contradictions_about
from coverage.analysis.programmes.results import results
from coverage.dataset import current

DS = current()


def test_caveats_reach_the_rows_they_concern():
    caveats = {r.name: {c.id for c in r.caveats} for r in results(DS)}
    assert "T01" in caveats["Regio IJssel-Vecht"]
    assert {"T02", "T17"} <= caveats["Arnhem"]
    assert "T04" in caveats["Asja II"]
    assert {"T37"} <= caveats["Den Haag"] & caveats["Utrecht"]


def test_all_contradictions_are_there_and_have_text():
    assert [c.id for c in contradictions(DS)] == list(DS.table("contradictions")["contradiction_id"])
    assert all(c.title and c.text and c.subjects for c in contradictions(DS))
    assert "T12" in {c.id for c in contradictions_about(DS, municipality="GM0150")}
