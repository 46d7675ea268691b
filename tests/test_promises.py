"""What sources say and the product promises to show: a few examples, each with its source.

The only tests of the real data besides ``test_facts.py``. One of them may change only with a source that says
otherwise, named beside it; a test of logic belongs on ``small_package.py``.
"""

from datetime import date

import pandas as pd
import pytest

from coverage.analysis.allocation.budget import duup_budgets
from coverage.analysis.allocation.history import money_history
from coverage.analysis.comparison.compare import compare, programmes_compared
from coverage.analysis.groups.gaps import gaps_at, programme_level, questions
from coverage.analysis.groups.matrix import matrix
from coverage.analysis.layers.provision import from_anywhere
from coverage.analysis.layers.states import rule_states
from coverage.analysis.profile.facts import profile
from coverage.analysis.profile.history import history
from coverage.analysis.profile.sentences import municipality_answer, stretch
from coverage.analysis.programmes.records import programme
from coverage.analysis.programmes.results import printed_totals, results, series, total
from coverage.analysis.spots.fragile import fragile
from coverage.analysis.spots.white_spots import white_spots
from coverage.analysis.statements import SERVES, stances
from coverage.analysis.status import status_at
from coverage.dataset import current
from coverage.exports.standards.hsds import hsds_services
from coverage.vocabulary import (
    ChangeKind,
    Criterion,
    Dimension,
    FigureKind,
    GroupCover,
    LifeDomain,
    Reach,
    Relation,
    RuleState,
    Said,
    Scheme,
    Scope,
    Status,
    TargetGroup,
)

DS = current()
MID_2011, MID_2013, NOW = date(2011, 6, 30), date(2013, 7, 1), date(2026, 11, 21)


def row(name, on):
    return next(r for r in status_at(DS, on).rows if r.name == name)


def spots_of(on, status):
    return {s.row.name: s for s in white_spots(DS, on).by_status[status]}


def ruled(on):
    return {r.row.name: r for r in rule_states(DS, status_at(DS, on)).rows}


@pytest.mark.parametrize(
    ("name", "on", "expected"),
    [
        ("Breda", MID_2011, Status.EVIDENCED_HERE),  # S1: ran until 1 July 2011
        ("Breda", date(2011, 7, 1), Status.CONFIRMED_NONE),  # S1 r.669: stopped on that day
        ("Breda", MID_2013, Status.CONFIRMED_NONE),
        ("Breda", date(2024, 12, 1), Status.EVIDENCED_EARLIER),  # help offered during checks is no exit programme
        ("Zutphen", MID_2013, Status.UNKNOWN),  # S1 r.756: saw no problem and paid nothing, which is not "none"
        ("Zutphen", NOW, Status.ANNOUNCED),  # W-APD2026: named by a regulation, no programme yet
        ("Hattem", MID_2013, Status.EVIDENCED_HERE),  # S1 A.5: catchment of IJssel-Vecht
        ("Hattem", NOW, Status.EVIDENCED_EARLIER),  # and the regulation of Apeldoorn is a remark
        ("Deventer", date(2012, 6, 1), Status.EVIDENCED_HERE),  # W-AH1402: one executor left, the programme went on
        ("Deventer", date(2013, 1, 1), Status.EVIDENCED_HERE),  # S1 A.5: De Kern since that day
        ("Leidschendam-Voorburg", MID_2013, Status.EVIDENCED_REGION),  # S1: region Haaglanden
        ("Zoetermeer", date(2018, 1, 1), Status.EVIDENCED_REGION),  # W-TROUW2017
        ("Delft", date(2018, 1, 1), Status.EVIDENCED_REGION),  # S3: outreach only, and the region
        (
            "Haarlemmermeer",
            MID_2013,
            Status.UNKNOWN,
        ),  # a chance is no plan; Asja II is national
        ("Ede", NOW, Status.ASSIGNED_ONLY),  # a third party's remark is no "none"
    ],
)
def test_known_cases(name, on, expected):
    assert row(name, on).status is expected


def test_ijssel_vecht_has_twelve_municipalities_in_2013():
    served = {
        r.name
        for r in status_at(DS, MID_2013).rows
        if any(c.claim.programme_id == "IJV-DEKERN" and c.claim.relation is Relation.CATCHMENT for c in r.decisive)
    }
    assert served == {
        "Zwolle", "Kampen", "Zwartewaterland", "Staphorst", "Dalfsen", "Olst-Wijhe", "Raalte", "Ommen", "Hardenberg",
        "Hattem", "Steenwijkerland", "Deventer",
    }  # fmt: skip


def test_deventer_counts_once_with_two_programmes():
    rows = [r for r in status_at(DS, MID_2013).rows if r.name == "Deventer"]
    assert len(rows) == 1
    assert {c.claim.programme_id for c in rows[0].decisive} == {"DEV-UP", "IJV-DEKERN"}


def test_what_deventer_learned_in_2013():
    found = compare(DS, date(2013, 2, 1), MID_2013)  # De Kern since 1 January 2013, reported in July 2013 (S1 r.913)
    deventer = next(r for r in found.learned if r.after.name == "Deventer")
    assert deventer.thought
    # Known on that day: the municipality itself went on (W-AH1402, February 2012).
    assert {c.claim.programme_id for c in deventer.thought.decisive} == {"DEV-UP"}
    assert programmes_compared(deventer.before) == ("DEV-UP", "IJV-DEKERN")


def test_deventer_changes_programme_once_though_two_overlapped():
    rows = [r for r in compare(DS, MID_2011, MID_2013).of(ChangeKind.CHANGED) if r.after.name == "Deventer"]
    assert len(rows) == 1
    assert rows[0].appeared == ("IJV-DEKERN",)
    assert rows[0].disappeared == ()


@pytest.mark.parametrize(
    ("programme_id", "began"),
    [
        ("RTD-PMW", "1992"), ("AMS-SK", "2004"), ("UTR-TUSSEN", "2008"), ("DHG-SHOP", "2009-04"),
        ("EHV-LEVENSKRACHT", "2009-09"), ("BRE-IMW", "2010-02"), ("GRO-TERWILLE", "2010-04"), ("HLM-SK", "2010-07"),
        ("APD-REBELZ", "2016"), ("DBO-MO", "2018-11"), ("GRO-OVERWEEG", "2019-05"), ("LEE-ASJA2", "2009"),
        ("ZWB-GGD", ""),
    ],
)  # fmt: skip
def test_starts_as_the_sources_give_them(programme_id, began):
    assert programme(DS, programme_id).began == began


def test_what_ran_in_2009_is_no_blind_spot_then():
    found = {r.name: r.status for r in status_at(DS, date(2009, 6, 30)).rows}
    since_before = {"Rotterdam", "Amsterdam", "Utrecht", "Den Haag", "Zwolle"}  # S1 r.1019, 524, 1107, 1206 and 923
    assert {n for n, s in found.items() if s is Status.EVIDENCED_HERE} == since_before
    assert found["Deventer"] is Status.UNKNOWN  # not before the autumn of 2009 (S1 r.714)


def test_breda_stopped_in_its_centre():
    assert programme(DS, "BRE-IMW").stopped == "2011-07-01"


def test_the_white_spot_of_2013_with_its_reason():
    white = spots_of(MID_2013, Status.CONFIRMED_NONE)
    assert set(white) == {"Breda"}  # Zutphen saw no problem and paid nothing, which is no "none"
    assert white["Breda"].since == "2011-07-01"
    assert white["Breda"].reasons[0].claim.source_id == "S1"


def test_where_to_turn_is_the_centre_of_the_region():
    (zutphen,) = (s for rows in white_spots(DS, NOW).by_status.values() for s in rows if s.row.name == "Zutphen")
    assert (zutphen.duvo_centre, zutphen.duup_centre) == ("Apeldoorn", "Apeldoorn")
    assert spots_of(MID_2013, Status.CONFIRMED_NONE)["Breda"].duup_centre == ""


def test_ijssel_vecht_is_a_single_point_of_failure_but_deventer_has_a_second_programme():
    found = {d.programme_id: d for d in fragile(DS, MID_2013)}
    kern = found["IJV-DEKERN"]
    assert len(kern.municipalities) == 12
    assert len(kern.lost) == 11
    assert [(b.row.name, b.others) for b in kern.backed] == [("Deventer", ("DEV-UP",))]
    assert found["AMS-SK"].inhabitants_lost == 0
    assert found["DHG-SHOP"].name == "Uitstapprogramma Den Haag (Spot 46 / SHOP)"  # its name of that time


def test_zutphen_is_announced_by_the_rule_of_apeldoorn_and_nothing_more():
    found = profile(DS, "GM0301", date(2026, 11, 20))
    assert "Of die hulp er is, staat daar niet in" in municipality_answer(DS, found)
    assert found.serving == ()


def test_the_rules_of_apeldoorn_name_zutphen_and_hattem_for_2026_and_2027():
    assert ruled(date(2025, 11, 1))["Zutphen"].state is RuleState.NOT_FOUND  # it begins in 2026
    now = ruled(date(2026, 3, 1))
    assert now["Zutphen"].state is now["Hattem"].state is RuleState.NAMED
    assert now["Zutphen"].sources == ("W-APD2026",)
    assert now["Ede"].state is RuleState.NOT_FOUND
    assert now["Woerden"].state is RuleState.AREA
    named = {name for name, r in now.items() if r.state is RuleState.NAMED and "W-APD2026" in r.sources}
    assert len(named) == 22  # the number of municipalities that its article 1 names
    assert ruled(date(2027, 12, 31))["Zutphen"].state is RuleState.NAMED


def test_what_a_second_reading_corrected() -> None:
    """Zutphen saw no problem (S1), Deventer went on (W-AH1402), checks in Breda are no programme (W-OBRA-BREDA)."""
    claims, programmes = DS.table("claims"), DS.table("programmes").set_index("programme_id")
    assert "explicit_none" not in set(claims.loc[claims["code"] == "GM0301", "relation"])
    assert set(claims.loc[claims["source_id"] == "W-AH1402", "relation"]) == {"catchment"}
    assert programmes.loc["DUUP15-BREDA", "kind"] == "enforcement_contact"
    stopped = claims[(claims["code"] == "GM0758") & (claims["relation"] == "stopped")].iloc[0]
    assert (stopped["effective"], stopped["date"]) == (date(2011, 7, 1), "2013-07")
    deventer = claims[(claims["code"] == "GM0150") & (claims["programme_id"] == "IJV-DEKERN")].iloc[0]
    assert deventer["effective"] == date(2013, 1, 1)


def test_national_access():
    access = DS.table("access")
    national = access[access["national"]]
    assert {"LEE-ASJA2", "GRO-TERWILLE"} <= set(national["programme_id"])


# Tables 1.2 and 1.3 of the report of 2013 (S1), typed over from the report itself.
# participants, marks, at evaluation, marks, still in programme, exits, marks, printed %, exits at evaluation, marks
REPORT = {
    "Amsterdam (Scharlaken Koord)": (289, "*", "100", "", "30", 226, "*", 78, "71", "***"),
    "Amsterdam (P&G 292)": (396, "*", "100", "", "44", 198, "*", 50, "59", "***"),
    "Arnhem": (27, "* **", "27", "", "8", 4, "* **", 14, "2", ""),
    "Asja II": (139, "*", "41", "", "29", 139, "*", 100, "n.a.", ""),
    "Breda": (29, "*", "28", "", "Gestopt", 10, "*", 34, "3", ""),
    "Den Haag": (195, "*", "147", "***", "25", 91, "*", 47, "58", "***"),
    "Deventer": (53, "*", "9", "", "5", 35, "*", 66, "2", ""),
    "Eindhoven": (26, "*", "16", "", "16", 4, "*", 15, "n.a.", ""),
    "Groningen": (46, "*", "20", "", "n.a.", 27, "*", 59, "0", ""),
    "Haarlem": (53, "*", "11", "", "15", 41, "*", 77, "9", ""),
    "Nijmegen": (37, "*", "15", "", "n.a.", 12, "*", 33, "0", ""),
    "Regio IJssel-Vecht": (21, "* **", "11", "", "n.a.", 8, "* **", 38, "8", ""),
    "Rotterdam": (243, "*", "134", "", "70", 148, "*", 61, "51", ""),
    "Utrecht": (195, "*", "103", "", "54", 59, "*", 30, "47", ""),
}
WINDOWS = {
    "Amsterdam (Scharlaken Koord)": "Jan. 2008 tot juli 2013", "Amsterdam (P&G 292)": "Jan. 2008 tot jan. 2013",
    "Arnhem": "Begin 2010 tot eind 2012", "Asja II": "Begin 2009 tot juli 2013", "Breda": "Feb. 2010 tot juli 2011",
    "Den Haag": "April 2009 tot juli 2013", "Deventer": "Okt. 2009 tot juli 2013",
    "Eindhoven": "Sept. 2009 tot juli 2013", "Groningen": "April 2010 tot eind 2012",
    "Haarlem": "Medio 2010 tot juli 2013", "Nijmegen": "Eind 2010 tot medio 2013",
    "Regio IJssel-Vecht": "2010 tot medio 2013", "Rotterdam": "Begin 2009 tot juli 2013",
    "Utrecht": "Begin 2009 tot eind 2012",
}  # fmt: skip


def test_every_figure_footnote_and_window_in_the_order_of_the_source():
    found = {
        r.name: (
            r.participants, r.marks["participants"], r.participants_2011, r.marks["participants_2011"],
            r.in_programme_2013, r.exits, r.marks["exits"], r.percentage_source, r.exits_2011, r.marks["exits_2011"],
        )
        for r in results(DS)
    }  # fmt: skip
    assert found == REPORT
    assert list(found) == list(REPORT)
    assert {r.name: r.window for r in results(DS)} == WINDOWS


def test_totals_are_the_printed_ones():
    whole, printed = total(results(DS)), printed_totals(DS)
    assert (whole.participants, whole.exits) == (1749, 1002)
    assert printed == {
        "participants": whole.participants, "exits": whole.exits, "participants_2011": whole.participants_2011,
        "in_programme_2013": whole.in_programme_2013, "exits_2011": whole.exits_2011,
        "percentage_source": round(whole.percentage),
    }  # fmt: skip


def test_without_asja_ii():
    without = total(r for r in results(DS) if not r.apart)
    assert (without.rows, without.exits, without.participants, without.percentage) == (13, 863, 1610, 53.6)  # T04


def test_only_arnhem_and_nijmegen_are_rounded_wrongly():
    wrong = {r.name: r.percentage_computed for r in results(DS) if not r.agrees}
    assert wrong == {"Arnhem": 14.8, "Nijmegen": 32.4}  # T02
    assert [r.name for r in results(DS) if r.estimate] == ["Amsterdam (P&G 292)"]  # T34


def test_the_tables_of_2013_add_up_to_their_printed_totals():
    results = DS.table("results_2013")
    totals = DS.table("results_2013_totals").set_index("quantity")["value"]
    assert len(results) == 14
    for quantity in ("participants", "exits"):
        assert results[quantity].sum() == totals[quantity]
    for quantity in ("participants_2011", "in_programme_2013", "exits_2011"):
        assert pd.to_numeric(results[quantity], errors="coerce").sum() == totals[quantity]
    assert totals.to_dict() == {
        "participants": 1749,
        "participants_2011": 762,
        "in_programme_2013": 296,
        "exits": 1002,
        "exits_2011": 310,
        "percentage_source": 57,
    }
    assert list(results.loc[results["estimate"], "programme_id"]) == ["AMS-PG292"]
    assert set(results["in_programme_2013"]) >= {"Gestopt", "n.a."}


def test_the_hague_and_the_yearly_indications():
    the_hague, yearly = series(DS).values()
    by_name = {(f.programme_id, f.indicator): (f.value, f.kind) for f in the_hague}
    assert by_name["DHG-TOTAAL", "uitstappers RUPS II"] == ("205", FigureKind.REPORTED)
    assert by_name["DHG-TOTAAL", "doelstelling uitstappers RUPS II"] == ("220", FigureKind.TARGET)
    assert {f.value for f in yearly} == {"650", "300"}


def test_areas_whose_members_changed():
    members = DS.table("area_members").groupby("area_id")["piece"].agg(set)
    assert members["IJSSEL-VECHT-2013"] - members["IJSSEL-VECHT-2010"] == {"GM0150"}  # S1 A.5: Deventer joined in 2013
    assert members["GOOI-VECHT-2016"] - members["GOOI-VECHT-2022"] == {"GM0457"}  # A-GV-NH: Weesp left in 2022


def test_who_works_without_a_permit_in_eindhoven_was_refused_during_rups():
    # S1 D.2: only with a licence for the street zone; later broadened, but of the unlicensed nothing is said
    found = gaps_at(DS, MID_2011, (TargetGroup.WITHOUT_PERMIT,))
    assert {r.name for r in found.rows if r.cover is GroupCover.NOT_SERVED} == {"Eindhoven"}


def test_the_budget_is_what_the_budget_of_the_state_shows():
    budgets = {b.year: b for b in duup_budgets(DS)}  # W-RF2024, tabel 13; the first two years are derived (T39)
    stated = budgets[2023]
    assert (stated.amount, stated.kind, stated.source_id) == (6_000_000, FigureKind.REPORTED, "W-RF2024")
    assert (budgets[2021].amount, budgets[2021].kind) == (4_000_000, FigureKind.DERIVED)


def test_amounts_of_the_schemes():
    found = money_history(DS).amounts
    by_scheme = {s: [m.value for m in found if m.scheme is s] for s in Scheme}
    assert by_scheme[Scheme.RUPS_I] == [14_500_000]  # S1 r.15
    assert by_scheme[Scheme.RUPS_II] == [3_000_000] * 4  # S3 art. 5
    assert by_scheme[Scheme.RUPS_II_EXTENSION] == [3_000_000]  # W-STCRT2018 art. 9a


def test_men_in_2013():
    """Fault 98 of the audit: boys at risk, or a text of another year, read as men served."""
    report = gaps_at(DS, MID_2013, (TargetGroup.MEN,))
    # S1 A.6: Rotterdam men and women. Boys at risk (Nijmegen, S1 C.3) are no men served.
    assert {"Rotterdam", "Den Haag"} <= group_names(report, GroupCover.SERVED)
    assert "Nijmegen" not in group_names(report, GroupCover.SERVED)
    assert group_names(report, GroupCover.NOT_SERVED) == set()  # Asja II refuses men, but is national


def test_a_remark_on_silence_is_not_a_statement():
    stance = stances(DS, Dimension.GROUPS, MID_2013)["UTR-TUSSEN", TargetGroup.HOME_WORKERS]
    assert stance.level is None
    assert "onderzoek" in stance.remarks[0].note


def test_newer_access_criteria_replace_older_ones_as_a_whole():
    said = stances(DS, Dimension.ACCESS, NOW)
    assert said["DHG-SHOP", Criterion.LIVE_AND_WORK].level is Reach.YES  # S3, 2017
    assert said["DHG-SHOP", Criterion.LIVE_OR_WORK].level is None  # S1, 2013
    assert said["AMS-PG292", Criterion.LIVE_OR_WORK].level is Reach.YES  # W-AT5-2021 speaks of help in general


def test_a_message_that_does_not_speak_of_leaving_is_no_evidence_of_it():
    found = {r.name: r for r in status_at(DS, date(2022, 6, 30)).rows}["Amsterdam"]
    assert found.status is Status.EVIDENCED_EARLIER  # the page on leaving (W-PG292-STOP) has no date
    assert "W-AT5-2021" not in {c.claim.source_id for c in found.claims}
    assert stances(DS, Dimension.ACCESS, MID_2013)["IJV-DEKERN", Criterion.CONTRADICTORY].level is Reach.YES  # T36


def test_what_rotterdam_says_of_work_and_nothing_of_language():
    by_domain = matrix(DS, MID_2013, Dimension.DOMAINS, Scope.PROGRAMMES)
    assert by_domain.cell("RTD-PMW", LifeDomain.WORK).said is Said.YES
    assert by_domain.cell("RTD-PMW", LifeDomain.LANGUAGE).said is Said.SILENT


def test_a_programme_that_is_not_evidenced_never_counts_as_current():
    cell = matrix(DS, NOW, Dimension.GROUPS, Scope.REGIONS).cell("14", TargetGroup.WOMEN)  # Rotterdam: 2022
    assert (cell.said, cell.current, cell.since) == (Said.YES, False, "2016-01-05")


def test_questions_put_nationally_insufficient_groups_first():
    amsterdam = questions(DS, NOW)[17]
    first = [TargetGroup.MEN, TargetGroup.HOME_WORKERS, TargetGroup.ILLEGAL_UNSPECIFIED]
    assert [q.group for q in amsterdam[:3]] == first
    assert all(q.national == 0 for q in questions(DS, MID_2013)[17])  # the evaluation was not there yet


def group_names(report, cover):
    return {r.name for r in report.rows if r.cover is cover}


def test_home_workers_around_the_hague_are_insufficiently_reached():
    report = gaps_at(DS, date(2018, 12, 31), (TargetGroup.HOME_WORKERS,))  # S3, 2017: not seen in outreach
    assert "Den Haag" in group_names(report, GroupCover.INSUFFICIENT)
    assert "Den Haag" not in group_names(report, GroupCover.SERVED)


def test_national_programmes_reach_only_the_groups_they_name():
    reach = from_anywhere(DS, MID_2013, 3)
    assert reach == {"LEE-ASJA2": None, "GRO-TERWILLE": frozenset({TargetGroup.LOVERBOY_VICTIMS})}
    assert gaps_at(DS, MID_2013, (TargetGroup.STREET,)).codes(GroupCover.ONLY_NATIONAL) == []
    young = gaps_at(DS, MID_2013, (TargetGroup.YOUNG_UNSPECIFIED,))
    assert set(young.counts()) == set(GroupCover)
    assert group_names(young, GroupCover.SERVED) == {"Nijmegen"}


def test_old_statements_of_a_present_programme_are_marked():
    rotterdam = next(r for r in gaps_at(DS, date(2023, 6, 1), (TargetGroup.MEN,)).rows if r.name == "Rotterdam")
    assert rotterdam.cover is GroupCover.SERVED  # evidenced in 2022 (W-DB010), the statement is of 2016
    assert rotterdam.older
    assert {s.date for s in rotterdam.deciding} == {"2016-01-05"}


def test_a_combination_needs_one_programme_that_states_all():
    both = (TargetGroup.MEN, TargetGroup.OWN_LANGUAGE)
    assert programme_level(DS, "DHG-SHOP", both, date(2018, 12, 31))[0] in SERVES
    assert (
        programme_level(DS, "DHG-SHOP", (*both, TargetGroup.HOME_WORKERS), date(2018, 12, 31))[0] is Reach.INSUFFICIENT
    )
    assert programme_level(DS, "DHG-SHOP", (*both, TargetGroup.RISK_OF_ENTERING), date(2018, 12, 31))[0] is None
    assert programme_level(DS, "LEE-ASJA2", (TargetGroup.MEN, TargetGroup.YOUNG_ADULTS), MID_2013)[0] is Reach.NO


def test_what_a_source_does_not_name_is_an_empty_cell_and_no_name():
    """Else it is told as a name: "uitgevoerd door niet genoemd in bron"."""
    told = DS.table("programme_periods")[["executors", "organisation_kind", "centre", "catchment"]].stack()
    assert told[told.str.contains(r"^(?:niet|onbekend|geen)\b|niet genoemd|\bW-[A-Z]", case=False)].empty


def test_the_contradiction_of_the_motion_speaks_of_its_own_time():
    """Kind: a present tense that rests on an old source (W-MOTIE2026 of 2026, S1 of 2013)."""
    words = " ".join(map(str, DS.table("contradictions").set_index("contradiction_id").loc["T33"]))
    assert "2013" in words
    assert "helpen ook wie begint of blijft" not in words


@pytest.mark.parametrize(
    ("name", "told"),
    [("GM0301", "Vanaf 1 januari 2026:"), ("GM0796", "Van november 2018 tot"), ("GM0200", "Van 2016 tot")],
)
def test_a_turn_is_told_as_precise_as_the_source_names_it(name: str, told: str) -> None:
    """A rule in force from a day that its own, estimated date is not; programmes of which a month or year is known."""
    lines = [stretch(DS, s) for s in history(DS, name, "2023", 3, date(2026, 11, 28))]
    assert any(line.startswith(told) for line in lines), lines


def test_who_may_take_part_is_the_newest_rule_with_what_it_asks() -> None:
    levenskracht = next(s for s in hsds_services(DS, date(2026, 6, 1), 3) if s["name"] == "Levenskracht")
    assert (
        "Wie mag meedoen: wonen en werken, gemeente Eindhoven (juli 2013)." in levenskracht["eligibility_description"]
    )
