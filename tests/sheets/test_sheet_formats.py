"""Sheets as people send them back: nothing they put in is lost silently, in any of the formats."""

import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from test_corrections import KNOWN, PLACE, SHEET_BYTES, TOWN, repacked

from coverage.sheets.corrections import read_corrections
from coverage.sheets.proposals import SHEET
from coverage.sheets.unpack import SheetError
from coverage.vocabulary import ProposalKind, Relation


def changed(change: Callable) -> bytes:
    """The sheet of Zutphen, changed by a function of the book and its correction sheet."""
    book = load_workbook(BytesIO(SHEET_BYTES))
    change(book, book[SHEET])
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def filled(book, sheet) -> None:
    """One row as it should be, one with an answer, and one with a comment."""
    for column, value in (
        ("klopt dit?", "nee"), ("juiste relatie", "vestiging"), ("bron van de correctie", "raadsbesluit"),
        ("datum van de correctie", "maart 2026"), ("toelichting", "zie bijlage"),
    ):  # fmt: skip
        sheet.cell(2, PLACE[column]).value = value
    sheet.cell(3, PLACE["klopt dit?"]).value = "Ja."
    sheet.cell(4, PLACE["toelichting"]).comment = Comment("bel ons hierover", "beleid")


def check_filled(data: bytes, comments: bool = True) -> None:
    found = read_corrections(data, KNOWN)
    assert found.problems == () and found.unread == ()
    first, second, *rest = found.proposals
    assert (first.kind, first.relation, first.source, first.date, first.remark) == (
        ProposalKind.CHANGED, Relation.LOCATION, "raadsbesluit", "2026-03", "zie bijlage",
    )  # fmt: skip
    assert second.kind is ProposalKind.CONFIRMED
    assert [p.remark for p in rest] == (["bij “toelichting”: bel ons hierover"] if comments else [])


def test_values_and_comments() -> None:
    check_filled(changed(filled))


def test_answers_one_per_field_with_their_cell() -> None:
    first, second, _third = read_corrections(changed(filled), KNOWN).answers()
    assert (first.subject, first.field, first.value, first.since, first.cell) == (
        TOWN.stated[0].id, "relation", "location", "2026-03", "K2",
    )  # fmt: skip
    assert (second.field, second.kind, second.value, second.cell) == (
        "existence", ProposalKind.CONFIRMED, "Ja.", "J3",
    )  # fmt: skip


def test_an_answer_merged_over_rows_is_the_answer_of_each() -> None:
    def merge(_book, sheet) -> None:
        sheet.cell(2, PLACE["klopt dit?"]).value = "klopt"
        sheet.merge_cells(start_row=2, end_row=4, start_column=PLACE["klopt dit?"], end_column=PLACE["klopt dit?"])

    found = read_corrections(changed(merge), KNOWN)
    assert [(p.row, p.kind) for p in found.proposals] == [(row, ProposalKind.CONFIRMED) for row in (2, 3, 4)]


def test_the_link_under_a_word_is_the_source() -> None:
    def link(_book, sheet) -> None:
        filled(_book, sheet)
        sheet.cell(2, PLACE["bron van de correctie"]).hyperlink = "https://voorbeeld.invalid/besluit"
        sheet.cell(4, PLACE["toelichting"]).value = "ons beleid"
        sheet.cell(4, PLACE["toelichting"]).hyperlink = "https://voorbeeld.invalid/beleid"

    first, _second, third = read_corrections(changed(link), KNOWN).proposals
    assert (first.source, first.source_link) == ("raadsbesluit", "https://voorbeeld.invalid/besluit")
    assert third.source == third.source_link == "https://voorbeeld.invalid/beleid"


def test_what_is_struck_out_is_no_answer_and_is_listed() -> None:
    def strike(_book, sheet) -> None:
        sheet.cell(2, PLACE["klopt dit?"]).value = "ja"
        sheet.cell(2, PLACE["klopt dit?"]).font = Font(strike=True)

    found = read_corrections(changed(strike), KNOWN)
    assert [str(p) for p in found.problems] == [
        "rij 2, kolom J: “ja” is doorgestreept; wij lezen dat niet als antwoord. Typ wat je bedoelt."
    ]
    assert [(p.kind, p.complete) for p in found.proposals] == [(ProposalKind.REMARK, False)]


@pytest.mark.parametrize("stored", ["shared", "inline"])
def test_a_word_struck_out_within_a_cell(stored: str) -> None:
    def strike(parts: dict[str, bytes]) -> None:
        strings, sheet = "xl/sharedStrings.xml", "xl/worksheets/sheet2.xml"
        last = str(parts[strings].count(b"<si>")).encode()
        runs = b'<r><rPr><strike/></rPr><t>nee</t></r><r><t xml:space="preserve"> ja</t></r>'
        parts[strings] = parts[strings].replace(b"</sst>", b"<si>" + runs + b"</si></sst>")
        before = parts[sheet]
        cell = {
            "shared": b'<c r="J3" t="s"><v>' + last + b"</v></c>",
            "inline": b'<c r="J3" t="inlineStr"><is>' + runs + b"</is></c>",
        }
        parts[sheet] = re.sub(rb'<c r="J3"[^>]*/>', cell[stored], before)
        assert parts[sheet] != before

    found = read_corrections(repacked(strike), KNOWN)
    assert "“nee” is doorgestreept" in str(found.problems[0])
    assert [(p.row, p.kind, p.filled["klopt dit?"]) for p in found.proposals] == [(3, ProposalKind.CONFIRMED, "ja")]


def test_rows_that_are_only_formatted_are_no_rows() -> None:
    def colour(_book, sheet) -> None:
        filled(_book, sheet)
        for row in range(30, 3_000):
            sheet.cell(row, 1).fill = PatternFill("solid", fgColor="FFFF00")

    check_filled(changed(colour))


@pytest.mark.parametrize("name", ["correcties (2)", "Correcties", " CORRECTIES ", "Blad1"])
def test_other_names_of_the_tab(name: str) -> None:
    def rename(book, sheet) -> None:
        filled(book, sheet)
        sheet.title = name

    check_filled(changed(rename))


def test_headings_with_other_capitals_and_spaces() -> None:
    def retype(book, sheet) -> None:
        filled(book, sheet)
        for cell in sheet[1]:
            cell.value = f" {cell.value.upper()}  ".replace(" ", "  ")

    check_filled(changed(retype))


def test_what_stands_above_beside_and_on_other_tabs_is_listed() -> None:
    def write(book, sheet) -> None:
        filled(book, sheet)
        sheet.insert_rows(1, 2)
        sheet.cell(1, 1).value = "Reactie gemeente Zutphen"
        sheet.cell(4, 20).value = "let op"
        book.create_sheet("Vragen").cell(3, 2).value = "Wie beslist?"

    found = read_corrections(changed(write), KNOWN)
    assert [str(x) for x in found.unread] == [
        "rij 1, kolom A: hier lezen wij niet: “Reactie gemeente Zutphen”.",
        "rij 4, kolom T: hier lezen wij niet: “let op”.",
        "blad “Vragen”, rij 3, kolom B: hier lezen wij niet: “Wie beslist?”.",
    ]
    assert (found.proposals[0].row, found.problems) == (4, ())


@pytest.mark.parametrize(
    ("typed", "kind", "understood"),
    [
        ("ja.", ProposalKind.CONFIRMED, True), ("Klopt", ProposalKind.CONFIRMED, True),
        ("x", ProposalKind.CONFIRMED, True),
        ("ja, sinds 2024", ProposalKind.CONFIRMED, True), ("gedeeltelijk", ProposalKind.WRONG, True),
        ("Klopt niet!", ProposalKind.WRONG, True), ("weten wij niet", ProposalKind.REMARK, True),
        ("misschien", ProposalKind.REMARK, False),
    ],
)  # fmt: skip
def test_answers_in_their_own_words(typed: str, kind: ProposalKind, understood: bool) -> None:
    def answer(_book, sheet) -> None:
        sheet.cell(2, PLACE["klopt dit?"]).value = typed
        sheet.cell(2, PLACE["bron van de correctie"]).value = "brief"
        sheet.cell(2, PLACE["datum van de correctie"]).value = 2026

    found = read_corrections(changed(answer), KNOWN)
    (proposal,) = found.proposals
    assert (proposal.kind, proposal.filled["klopt dit?"]) == (kind, typed)
    assert bool(found.problems) != understood
    assert ("sinds" in typed) == ("sinds 2024" in proposal.remark)


def test_a_date_that_is_not_read_is_quoted() -> None:
    def answer(_book, sheet) -> None:
        sheet.cell(2, PLACE["datum van de correctie"]).value = "ergens in het voorjaar"

    (problem,) = read_corrections(changed(answer), KNOWN).problems
    assert "“ergens in het voorjaar” is geen datum" in problem.message


def test_strict_ooxml() -> None:
    """What Excel saves as "Strict Open XML": the same parts under other names."""

    def strict(parts: dict[str, bytes]) -> None:
        for name, content in parts.items():
            parts[name] = content.replace(
                b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                b"http://purl.oclc.org/ooxml/spreadsheetml/main",
            ).replace(
                b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                b"http://purl.oclc.org/ooxml/officeDocument/relationships",
            )

    found = read_corrections(repacked(strict), KNOWN)
    assert (found.proposals, found.problems) == ((), ()) and found.rows > 5


def test_a_bomb_in_ods_is_refused() -> None:
    cell = '<table:table-cell table:number-columns-repeated="60"><text:p>x</text:p></table:table-cell>'
    row = f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row>'
    content = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
        f'<table:table table:name="correcties">{row * 20}</table:table></office:document-content>'
    )
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("content.xml", content)
    with pytest.raises(SheetError, match=r"meer dan 2\.000 rijen"):
        read_corrections(stream.getvalue(), KNOWN)


@pytest.mark.parametrize(("encoding", "sign"), [("utf-8-sig", ";"), ("cp1252", ";"), ("utf-8", ","), ("utf-16", "\t")])
def test_csv(encoding: str, sign: str) -> None:
    sheet = load_workbook(BytesIO(changed(filled)))[SHEET]
    lines = [sign.join('"' + str(v or "").replace('"', '""') + '"' for v in row) for row in sheet.values]
    check_filled("\r\n".join(lines).encode(encoding, "replace"), comments=False)


@pytest.mark.parametrize("start", [b"<html>", b'<?xml version="1.0"?>', b"\xef\xbb\xbf\r\n<!DOCTYPE html>"])
def test_a_page_or_flat_file_that_a_spreadsheet_saved_is_named(start: bytes) -> None:
    with pytest.raises(SheetError, match=r"webpagina of een XML-bestand.*\.csv"):
        read_corrections(start + b"<table><tr><td>kenmerk</td></tr></table>", KNOWN)


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("kind", ["ods", "xlsx"])
def test_through_libreoffice(tmp_path: Path, kind: str) -> None:
    def more(book, sheet) -> None:
        filled(book, sheet)
        sheet.cell(5, PLACE["klopt dit?"]).value = "ja"
        sheet.cell(5, PLACE["klopt dit?"]).font = Font(strike=True)
        sheet.cell(2, PLACE["bron van de correctie"]).hyperlink = "https://voorbeeld.invalid/besluit"
        sheet.merge_cells(start_row=3, end_row=4, start_column=PLACE["klopt dit?"], end_column=PLACE["klopt dit?"])

    (tmp_path / "in.xlsx").write_bytes(changed(more))
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    subprocess.run(
        ["soffice", home, "--headless", "--convert-to", kind, "--outdir", tmp_path / "out", tmp_path / "in.xlsx"],
        check=True, timeout=120, capture_output=True,
    )  # fmt: skip
    found = read_corrections((tmp_path / "out" / f"in.{kind}").read_bytes(), KNOWN)
    assert [(p.row, p.kind) for p in found.proposals] == [
        (2, ProposalKind.CHANGED), (3, ProposalKind.CONFIRMED), (4, ProposalKind.CONFIRMED), (5, ProposalKind.REMARK),
    ]  # fmt: skip
    assert found.proposals[0].source_link == "https://voorbeeld.invalid/besluit"
    assert "bel ons hierover" in found.proposals[2].remark
    assert [(p.row, p.column) for p in found.problems] == [(5, "J")] and "doorgestreept" in str(found.problems[0])
