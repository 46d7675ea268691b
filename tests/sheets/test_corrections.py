"""Correction sheets: what goes out comes back, and what is wrong or dangerous is said at its row and column."""

import zipfile
from datetime import date, datetime
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from coverage.analysis.profile.facts import profile
from coverage.dataset import current
from coverage.exports.correction_xlsx import EXTRA_ROWS, correction_xlsx, known
from coverage.i18n import use_language
from coverage.sheets.cells import letter
from coverage.sheets.corrections import read_corrections
from coverage.sheets.proposals import COLUMNS, CURRENT, FILLED, SHEET
from coverage.sheets.unpack import MOST_BYTES, SheetError, checked_kind
from coverage.vocabulary import ProposalKind, Relation

ds = current()
KNOWN = known(ds)
MOST_NAMED = ds.table("claims").query("code != ''")["code"].value_counts().index[0]
TOWN = profile(ds, MOST_NAMED, date(2013, 7, 1))  # of whom there are rows enough to answer
SHEET_BYTES = correction_xlsx(ds, TOWN)
PLACE = {name: i + 1 for i, name in enumerate(COLUMNS)}


def edited(*cells: tuple[int, str, object]) -> bytes:
    """The sheet of Zutphen with some cells filled: (row, column name, value)."""
    book = load_workbook(BytesIO(SHEET_BYTES))
    for row, column, value in cells:
        book[SHEET].cell(row, PLACE[column]).value = value
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def repacked(change) -> bytes:
    """The sheet with its parts changed: ``change`` gets a dict name -> bytes."""
    with zipfile.ZipFile(BytesIO(SHEET_BYTES)) as archive:
        parts = {n: archive.read(n) for n in archive.namelist()}
    change(parts)
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def test_an_untouched_sheet_proposes_nothing():
    found = read_corrections(SHEET_BYTES, KNOWN)
    assert (found.proposals, found.problems) == ((), ())
    assert found.rows == len(TOWN.stated) + EXTRA_ROWS


def test_every_municipality_can_take_its_sheet_home_and_back():
    for code in ("GM0363", "GM0518", "GM0344", "GM0014", "GM1681", "GM0796"):
        found = read_corrections(correction_xlsx(ds, profile(ds, code, date(2026, 7, 1))), KNOWN)
        assert (found.proposals, found.problems) == ((), ())


def test_a_sheet_made_for_an_english_reader_is_read_by_a_dutch_one():
    use_language("en")
    try:
        data = correction_xlsx(ds, TOWN)
    finally:
        use_language("nl")
    assert read_corrections(data, KNOWN).problems == ()


def test_a_correction_a_new_fact_a_confirmation_and_a_remark():
    new = len(TOWN.stated) + 2
    found = read_corrections(
        edited(
            (2, "klopt dit?", "nee"), (2, "juiste relatie", "regionaal toegankelijk"),
            (2, "bron van de correctie", "Brief van 3 maart"), (2, "datum van de correctie", datetime(2013, 3, 3)),
            (3, "klopt dit?", "JA "), (4, "toelichting", "Wij zoeken dit uit"),
            (new, "juist programma of juiste regio", "Eigen programma"), (new, "juiste relatie", "location"),
            (new, "bron van de correctie", "raadsbesluit"), (new, "datum van de correctie", "2025-04"),
        ),
        KNOWN,
    )  # fmt: skip
    assert found.problems == ()
    changed, confirmed, remark, added = found.proposals
    assert (changed.kind, changed.claim_id, changed.relation) == (
        ProposalKind.CHANGED,
        TOWN.stated[0].id,
        Relation.REGIONALLY_ACCESSIBLE,
    )
    assert (changed.date, changed.complete, changed.current["datum"]) == (
        "2013-03-03", True, TOWN.stated[0].date,
    )  # fmt: skip
    assert (confirmed.kind, remark.kind) == (ProposalKind.CONFIRMED, ProposalKind.REMARK)
    assert (added.kind, added.claim_id, added.relation, added.date) == (
        ProposalKind.ADDED,
        "",
        Relation.LOCATION,
        "2025-04",
    )


def test_a_row_with_problems_is_kept_and_told_by_row_and_column():
    found = read_corrections(
        edited(
            (2, "klopt dit?", "misschien"), (2, "juiste relatie", "overal"), (2, "datum van de correctie", "31-02-2020")
        ),
        KNOWN,
    )
    (proposal,) = found.proposals
    assert not proposal.complete
    assert proposal.filled["juiste relatie"] == "overal"
    told = {(p.row, p.column) for p in found.problems}
    right = {"juist programma of juiste regio", "toelichting"}
    assert told == {(2, letter(PLACE[c] - 1)) for c in FILLED if c not in right}
    assert "kies uit" in str(found.problems[0])


def test_a_correction_needs_a_source_and_a_date():
    problems = read_corrections(edited((2, "klopt dit?", "nee")), KNOWN).problems
    assert [p.column for p in problems] == [
        letter(PLACE[c] - 1) for c in ("bron van de correctie", "datum van de correctie")
    ]


@pytest.mark.parametrize("typed", ["Bel Jo: 06-12345678", "jo@voorbeeld.nl", "+31 6 1234 5678"])
def test_what_leads_to_a_person_is_told(typed):
    (problem,) = read_corrections(edited((2, "toelichting", typed)), KNOWN).problems
    assert problem.column == letter(PLACE["toelichting"] - 1)
    assert "haal het weg" in problem.message


def test_numbers_that_lead_to_nobody_are_no_problem():
    cells = (2, "toelichting", "Zie https://voorbeeld.nl/2026/0612345678901 en 14 0575")
    assert read_corrections(edited(cells), KNOWN).problems == ()


def test_a_new_row_has_nothing_to_say_no_to():
    new = len(TOWN.stated) + 2
    problems = read_corrections(edited((new, "klopt dit?", "nee")), KNOWN).problems
    assert letter(PLACE["klopt dit?"] - 1) in {p.column for p in problems}


def test_typing_over_what_is_claimed_is_noticed():
    found = read_corrections(edited((2, "relatie", "vestiging")), KNOWN)
    assert len(found.proposals) == 1
    assert "hier staat “vestiging” en in de gegevens" in found.problems[0].message


def test_an_unknown_identifier_is_told():
    assert "geen kenmerk" in read_corrections(edited((2, "kenmerk", "C999")), KNOWN).problems[0].message


def test_formulas_are_not_worked_out():
    found = read_corrections(edited((2, "toelichting", '=HYPERLINK("http://example.org","x")')), KNOWN)
    assert found.problems[0].message == "hier staat een formule; typ de waarde zelf."
    assert found.proposals[0].remark.startswith("=HYPERLINK")


def test_hostile_text_goes_out_and_comes_back_as_text():
    hostile = '=1+1<script>alert("x")</script>'
    stated = [s.__class__(**{**{f: getattr(s, f) for f in s.__slots__}, "note": hostile}) for s in TOWN.stated[:1]]
    evil = TOWN.__class__(**{f: getattr(TOWN, f) for f in TOWN.__slots__} | {"stated": tuple(stated)})
    data = correction_xlsx(ds, evil)
    sheet = load_workbook(BytesIO(data))[SHEET]
    cell = sheet.cell(2, CURRENT.index("opmerking") + 1)
    assert (cell.value, cell.data_type) == (hostile, "s")
    sheets = [n for n in zipfile.ZipFile(BytesIO(data)).namelist() if "worksheets/" in n]
    assert all(b"<f>" not in zipfile.ZipFile(BytesIO(data)).read(n) for n in sheets)


def test_the_choices_are_lists_in_the_sheet():
    lists = load_workbook(BytesIO(SHEET_BYTES))[SHEET].data_validations.dataValidation
    assert {v.formula1 for v in lists} >= {'"ja,nee,deels,weet ik niet"'}
    assert any("vestiging" in v.formula1 for v in lists)


def bomb(parts):
    parts["xl/worksheets/sheet2.xml"] = b" " * 20_000_000


def entity(parts):
    parts["xl/workbook.xml"] = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]>' + parts["xl/workbook.xml"]


def utf_16(parts):
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].decode().encode("utf-16")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "geen leesbaar Excel-bestand"),
        (b"naam;waarde\n", "ontbreekt de kolom"),
        (SHEET_BYTES[: len(SHEET_BYTES) // 2], "geen leesbaar Excel-bestand"),
        (b"\xd0\xcf\x11\xe0" + b"x" * 100, "oud Excel-bestand"),
        (b"x" * (MOST_BYTES + 1), "groter dan 5 MB"),
        (repacked(bomb), "uitgepakt te groot"),
        (repacked(entity), "niet in een correctieblad hoort"),
        (repacked(utf_16), "niet in een correctieblad hoort"),
        (repacked(lambda parts: parts.pop("xl/workbook.xml")), "geen Excel-bestand"),
        (repacked(lambda parts: parts.update({"xl/vbaProject.bin": b"x"})), "macro's"),
        (repacked(lambda parts: parts.update({"xl/worksheets/sheet2.xml": b"<worksheet"})), "beschadigd"),
    ],
    ids=["empty", "csv", "cut off", "xls", "large", "bomb", "entity", "utf-16", "no workbook", "macros", "broken xml"],
)
def test_other_files_get_one_line(data, words):
    with pytest.raises(SheetError, match=words):
        read_corrections(data, KNOWN)


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch):
    monkeypatch.setattr(zipfile.ZipFile, "read", lambda *_: pytest.fail("unpacked"))
    with pytest.raises(SheetError, match="uitgepakt te groot"):
        checked_kind(repacked_bomb)


repacked_bomb = repacked(bomb)


def test_a_workbook_without_our_sheet_or_columns_is_told():
    book = Workbook()
    stream = BytesIO()
    book.save(stream)
    with pytest.raises(SheetError, match="geen blad met de naam"):
        read_corrections(stream.getvalue(), KNOWN)
    book.active.title = SHEET
    book.active.append(["kenmerk"])
    stream = BytesIO()
    book.save(stream)
    with pytest.raises(SheetError, match="ontbreekt de kolom"):
        read_corrections(stream.getvalue(), KNOWN)


def test_too_many_rows_are_refused():
    with pytest.raises(SheetError, match=r"meer dan 2\.000 rijen"):
        read_corrections(edited(*((row, "toelichting", "x") for row in range(3, 2_100))), KNOWN)


def test_a_row_far_down_is_a_row():
    found = read_corrections(edited((1_048_576, "toelichting", "x")), KNOWN)
    assert [(p.row, p.remark) for p in found.proposals] == [(1_048_576, "x")]


@pytest.mark.parametrize(("index", "name"), [(0, "A"), (14, "O"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA")])
def test_column_letters(index, name):
    assert letter(index) == name
