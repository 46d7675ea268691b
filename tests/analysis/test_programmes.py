"""The directory of programmes."""

from datetime import date

from coverage.analysis.programmes.directory import amounts, directory, service_area
from coverage.analysis.programmes.records import is_assignment, programme, programmes
from coverage.dataset import current
from coverage.vocabulary import Funding, ProgrammeStatus, Relation

DS = current()
MID_2013 = date(2013, 7, 1)


def test_all_programmes_and_assignments_are_there():
    ids = [p.id for p in programmes(DS)]
    assert len(ids) == len(set(ids)) == (~DS.table("programmes")["national_scope"]).sum()
    assert {p.id for p in programmes(DS) if is_assignment(p)} == set(DS.table("duup_regions")["programme_id"])
    spoken = set(DS.table("programme_periods")["programme_id"])
    assert all(bool(p.moments) == (p.id in spoken) for p in programmes(DS))


def at(programme_id, on):
    moment = programme(DS, programme_id).at(on)
    assert moment
    return moment


def test_state_and_funding_follow_the_date():
    assert programme(DS, "DHG-SHOP").at(date(2008, 1, 1)) is None
    assert at("DHG-SHOP", MID_2013).funding is Funding.MUNICIPAL_EARMARKED
    assert at("DHG-SHOP", date(2018, 1, 1)).funding is Funding.RUPS_II
    assert at("BRE-IMW", MID_2013).status is ProgrammeStatus.STOPPED


def test_directory_on_a_date():
    entries = {e.programme.id: e for e in directory(DS, MID_2013)}
    assert all(e.evidenced == () for e in entries.values() if e.programme.stopped and e.programme.stopped < "2013-07")
    assert entries["BRE-IMW"].evidenced == ()
    about = DS.table("contradiction_subjects").query("subject_kind == 'programme'")
    told = {i: {c.id for c in e.caveats} for i, e in entries.items() if e.caveats}
    named = about.groupby("subject")["contradiction_id"].agg(set).to_dict()
    assert told == {i: caveats for i, caveats in named.items() if i in entries}


def test_service_area_keeps_the_newest_claim():
    area = service_area(DS, "BRE-IMW", MID_2013)
    assert area["GM0758"][0].relation is Relation.STOPPED
    assert not area["GM0758"][1]


def test_amounts_stay_with_place_and_time():
    haarlem = {a.item: a.value for a in amounts(DS, programme(DS, "HLM-SK"))}
    assert haarlem["jaarlijkse subsidie Haarlem aan Scharlaken Koord"] == 65_000
    assert not any(a.date >= "2020" for a in amounts(DS, programme(DS, "HLM-SK")))
    assert not any("per uitstapper" in a.unit for p in programmes(DS) for a in amounts(DS, p))
