"""Tables 1.2 and 1.3 of the report of 2013, against figures typed over from the report itself."""

from coverage.analysis.contradictions import about, contradictions
from coverage.analysis.programmes.results import figures, printed_totals, results, series, total
from coverage.dataset import current
from coverage.vocabulary import FigureKind

DS = current()
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


def test_caveats_reach_the_rows_they_concern():
    caveats = {r.name: {c.id for c in r.caveats} for r in results(DS)}
    assert "T01" in caveats["Regio IJssel-Vecht"]
    assert {"T02", "T17"} <= caveats["Arnhem"]
    assert "T04" in caveats["Asja II"]
    assert {"T37"} <= caveats["Den Haag"] & caveats["Utrecht"]


def test_the_hague_and_the_yearly_indications():
    the_hague, yearly = series(DS).values()
    by_name = {(f.programme_id, f.indicator): (f.value, f.kind) for f in the_hague}
    assert by_name["DHG-TOTAAL", "uitstappers RUPS II"] == ("205", FigureKind.REPORTED)
    assert by_name["DHG-TOTAAL", "doelstelling uitstappers RUPS II"] == ("220", FigureKind.TARGET)
    assert {f.value for f in yearly} == {"650", "300"}


def test_no_money_among_results():
    ids = set(DS.table("outcomes")["programme_id"])
    assert not any("euro" in f.unit for f in figures(DS, *ids))


def test_all_contradictions_are_there_and_have_text():
    assert [c.id for c in contradictions(DS)] == list(DS.table("contradictions")["contradiction_id"])
    assert all(c.title and c.text and c.subjects for c in contradictions(DS))
    assert "T12" in {c.id for c in about(DS, municipality="GM0150")}
