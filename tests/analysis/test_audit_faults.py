"""The faults that an audit of autumn 2026 found in what the product says: each with a test that would have caught it.

Numbers are those of the audit (100 items: rows, sums and words). Each docstring names the kind of fault; a test of
the kind stands beside the one of the case where that adds something.
"""

from __future__ import annotations

import re
from datetime import date

import pytest

from coverage.analysis.evidence import local_claims
from coverage.analysis.profile import sentences, text
from coverage.analysis.profile.facts import Profile, profile
from coverage.analysis.remarks import national_remarks
from coverage.analysis.spots.sentences import spots_answer
from coverage.analysis.spots.white_spots import white_spots
from coverage.analysis.status import status_at
from coverage.analysis.story.plan import story
from coverage.analysis.story.scene import Wish
from coverage.analysis.summary import country_answer
from coverage.dataset import current
from coverage.i18n import day
from coverage.vocabulary import (
    BLIND,
    EVIDENCE_KINDS,
    EVIDENCED,
    DateBasis,
    MembershipCertainty,
    ProgrammeKind,
    SlideKind,
    Status,
)

DS = current()
MID_2011, MID_2013, END_2018, AUDIT = date(2011, 6, 30), date(2013, 7, 1), date(2018, 12, 31), date(2026, 11, 28)
KINDS = dict(zip(DS.table("programmes")["programme_id"], DS.table("programmes")["kind"], strict=True))


def of(name: str, on: date) -> Profile:
    return profile(DS, next(r.code for r in status_at(DS, on).rows if r.name == name), on)


def said(found: Profile) -> str:
    lines = (
        *text.serving(DS, found),
        *text.groups(found),
        *text.nearest_lines(DS, found),
        *text.history_lines(DS, found),
    )
    return " ".join([sentences.municipality_answer(DS, found), *(line.text for line in lines)])


def test_4_the_hague_2011_is_dated_to_the_month_that_the_source_reaches() -> None:
    """Kind: a claim dated to a day of which its source says nothing."""
    claims = DS.table("claims")
    shop = claims[(claims["programme_id"] == "DHG-SHOP") & (claims["source_id"] == "S1") & (claims["date"] < "2012")]
    assert set(shop["date"]) == {"2011-04"}
    assert "april 2011" in said(of("Den Haag", MID_2011))


def test_8_enforcement_is_no_programme_and_says_so() -> None:
    """Kind: enforcement, social work or shelter that counts as help with leaving."""
    assert "DUUP16-LIMBURG" not in KINDS
    assert KINDS["LIM-1863"] == ProgrammeKind.ENFORCEMENT_CONTACT
    for on in (MID_2011, MID_2013, END_2018, AUDIT):
        for row in status_at(DS, on, 20).rows:
            if row.status in {*EVIDENCED, Status.EVIDENCED_EARLIER}:
                assert all(c.claim.kind in EVIDENCE_KINDS for c in row.decisive), row.name


def test_14_an_estimate_is_never_told_as_a_day() -> None:
    """Kind: a guessed date that a text turns into a day."""
    words = " ".join(line.text for line in text.history_lines(DS, of("Bergen op Zoom", END_2018)))
    assert "1 januari 2015" not in words and "2 januari 2018" not in words
    for row in status_at(DS, END_2018).rows:
        found = profile(DS, row.code, END_2018)
        lines = text.history_lines(DS, found)
        for segment, line in zip(found.history, lines, strict=True):
            turns = ((segment.begun, segment.begin), (segment.ended, segment.end))
            undated = [c for c, on in turns if c and not on == c.effective != c.start]
            guessed = any(c.date_basis is DateBasis.ESTIMATED for c in undated)
            assert ("geschat" in line.text) == guessed, row.name
            for c in (c for c in undated if c.date_basis is not DateBasis.ESTIMATED):
                assert len(c.date) < 10 and day(c.start) not in line.text, row.name


def test_14_an_estimate_is_marked_where_its_claim_is_told() -> None:
    estimated = {
        (code, c.claim.claim_id)
        for code, claims in local_claims(DS, status_at(DS, AUDIT).division.id).items()
        for c in claims
        if c.claim.date_basis is DateBasis.ESTIMATED
        and c.claim.claim_id
        and c.claim.first_possible  # without one it is never recent, and stays behind what is
    }
    for code in {code for code, _claim in estimated}:
        assert "geschat" in said(profile(DS, code, AUDIT, 20)), code


def test_43_a_source_of_photos_says_nothing_on_street_workers() -> None:
    """Kind: a group that the source does not name."""
    groups = DS.table("target_groups")
    assert groups[(groups["group"] == "street") & (groups["source_id"] == "W-DUIC2023")].empty


def test_89_90_a_municipality_has_no_share_of_the_money() -> None:
    """Kind: a computed amount that reads as money that is paid, tagged with sources that do not say it."""
    for row in status_at(DS, AUDIT).rows[::9]:
        p = profile(DS, row.code, AUDIT)
        found = text.facts(p)
        assert not any(f.word.startswith("Aandeel") for f in found)
        yardsticks = [f for f in found if "Rekenmaat" in f.word]
        assert len(yardsticks) == bool(p.money and p.money.own), row.name
        assert all("een gemeente heeft er geen eigen deel van" in y.value and y.sources == () for y in yardsticks)


def test_91_what_was_active_counts_with_its_year_and_a_remark_on_checks_does_not() -> None:
    """Kind: rows marked active that never became a claim; a closing remark that did."""
    words = country_answer(status_at(DS, AUDIT))
    assert "op papier" not in words
    assert "eerder een programma aangetoond, maar niet recent bevestigd" in words
    breda = next(r for r in status_at(DS, date(2024, 12, 1)).rows if r.name == "Breda")
    assert breda.status not in EVIDENCED
    periods = DS.table("programme_periods")
    active = periods[(periods["status"] == "active") & periods["programme_id"].map(KINDS).isin(EVIDENCE_KINDS)]
    claims = DS.table("claims")
    claimed = set(zip(claims["programme_id"], claims["source_id"], strict=True))
    for p in active.itertuples():
        assert (p.programme_id, p.source_id) in claimed or p.no_claim_reason, (p.programme_id, p.source_id)


@pytest.mark.parametrize("on", [END_2018, date(2019, 10, 1), AUDIT])
def test_92_93_no_source_is_said_only_where_none_speaks(on: date) -> None:
    """Kind: 'no source says anything' over a table that names sources."""
    report = status_at(DS, on)
    for words in (country_answer(report), spots_answer(white_spots(DS, on))):
        assert "zegt geen bron iets" not in words
        assert "zegt een bron iets" not in words
    rotterdam = next(r for r in status_at(DS, END_2018).rows if r.name == "Rotterdam")
    assert rotterdam.status is Status.EVIDENCED_HERE  # W-HHS2016, of 5 January 2016
    for row in report.rows:
        if row.status is Status.UNKNOWN and row.claims:
            assert "geen bron die zegt" not in sentences.municipality_answer(DS, profile(DS, row.code, on)), row.name


def test_93_a_remark_on_missing_knowledge_is_no_white_spot() -> None:
    """Kind: an inferred or third-party 'none' that makes a white spot."""
    rows = {r.name: r for r in status_at(DS, date(2019, 10, 1)).rows}
    for name in ("Ede", "Barneveld", "Nijkerk"):
        assert rows[name].status is not Status.CONFIRMED_NONE


def test_94_zutphen_2013_is_no_white_spot() -> None:
    """Kind: 'saw no problem' or 'paid nothing' read as 'there is none'."""
    found = of("Zutphen", MID_2013)
    assert found.row.status is Status.UNKNOWN
    assert "witte vlek" not in said(found)


def test_95_utrecht_names_its_own_rules_and_no_programme_far_away() -> None:
    """Kind: rules that the data hold and a profile leaves out; a programme that admits nobody from here."""
    words = said(of("Utrecht", AUDIT))
    assert "Lokale regel: Stedelijke begeleidingstrajecten Utrecht (5 juli 2024)" in words
    assert "Een lokale regel noemt ook hulp bij stoppen" in words
    assert "in Breda" not in words
    for row in status_at(DS, AUDIT).rows:
        rules = {c.claim.programme_id for c in row.announced}
        assert len(rules) <= said(profile(DS, row.code, AUDIT)).count("staat er niet in"), row.name


def test_96_national_programmes_carry_their_limits() -> None:
    """Kind: national reach told without for whom and until when."""
    row = next(r for r in status_at(DS, date(2015, 1, 7)).rows if r.name == "Opsterland")
    words = {source_words.split(":")[1].split("(")[0].strip(): source_words for source_words, _s in
             national_remarks(DS, row)}  # fmt: skip
    assert "Alleen voor slachtoffers van loverboys" in words["Perspectief+"]
    assert "tot 1 januari 2015" in words["Asja II"]
    assert "Opvang of behandeling" in words["Asja II"]
    lines = [line.text for line in text.groups(of("Opsterland", date(2015, 1, 7)))]
    terwille = next(line for line in lines if line.startswith("Perspectief+"))
    assert "straat" not in terwille and "raam" not in terwille


def test_99_slides_count_inhabitants_and_say_so() -> None:
    """Kind: inhabitants told as the people concerned; 'nothing local known' where rules and evidence are."""
    told = story(DS, Wish(AUDIT, (SlideKind.ASK,))).slides[0]
    words = " ".join(told.paragraphs)
    assert "Hoeveel sekswerkers er wonen, weten we niet" in words
    assert not re.search(r"niets (plaatselijks )?bekend|mensen om wie het gaat", words)
    assert told.table
    assert told.table.header[2:] == ("Blind", "Te bevestigen")  # never added up


def test_100_the_assignment_is_blind_and_its_membership_derived() -> None:
    """Kind: 'there are no blind spots' since every municipality lies in a region; derived members told as named."""
    spots = white_spots(DS, AUDIT)
    assert spots.of(*BLIND)
    assert "Blinde vlek" in spots_answer(spots)
    for row in status_at(DS, AUDIT).rows:
        found = profile(DS, row.code, AUDIT)
        derived = "hebben we afgeleid" in text.assigned(found).text
        assert derived == (found.membership.certainty is not MembershipCertainty.SOURCE), row.name
