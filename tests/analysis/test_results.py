"""Tables 1.2 and 1.3 of the report of 2013, against figures typed over from the report itself."""

from coverage.analysis.contradictions import contradictions, contradictions_about
from coverage.analysis.programmes.results import results
from coverage.dataset import current
from coverage.dataset.frames import rows

DS = current()


def test_caveats_reach_the_rows_they_concern():
    subjects = list(rows(DS.table("contradiction_subjects")))
    of_the_table = {s.contradiction_id for s in subjects if (s.subject_kind, s.subject) == ("table", "results_2013")}
    about = {(s.subject, s.contradiction_id) for s in subjects if s.contradiction_id in of_the_table}
    caveats = {(r.programme_id, c.id) for r in results(DS) for c in r.caveats}
    told = {r.programme_id for r in results(DS)}
    assert {(programme, c) for programme, c in about if programme in told} <= caveats


def test_all_contradictions_are_there_and_have_text():
    assert [c.id for c in contradictions(DS)] == list(DS.table("contradictions")["contradiction_id"])
    assert all(c.title and c.text and c.subjects for c in contradictions(DS))
    subject = next(s for s in rows(DS.table("contradiction_subjects")) if s.subject_kind == "municipality")
    assert subject.contradiction_id in {c.id for c in contradictions_about(DS, municipality=subject.subject)}
