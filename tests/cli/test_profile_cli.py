"""``profile`` and ``corrections read``."""

import json
from datetime import date

import pytest
from openpyxl import load_workbook

from coverage.analysis.profile.facts import profile
from coverage.analysis.status import status_at
from coverage.cli import main
from coverage.cli.profile import profile_as_json
from coverage.cli.status import row_as_json
from coverage.dataset import current
from coverage.sheets.proposals import COLUMNS, SHEET

ds = current()


def run(capsys, *arguments: str) -> tuple[int, str, str]:
    code = main(arguments)
    out = capsys.readouterr()
    return code, out.out, out.err


def test_json_has_the_profile(capsys):
    code, out, _ = run(capsys, "profile", "Breda", "--date", "2013-07-01", "--format", "json")
    found = json.loads(out)
    assert code == 0
    assert (found["code"], found["status"], found["via_area"]) == ("GM0758", "confirmed_none", None)
    assert found["nearest"] is None  # no programme elsewhere admits people from Breda
    assert found["link"] == "/mijn-gemeente?gemeente=Breda&datum=2013-07-01"
    assert found["history"][0]["from"] == "2011-01-01"
    assert found["history"][-1]["to"] is None


@pytest.mark.parametrize(
    ("on", "step"),
    [(date(2026, 7, 1), 9), *(pytest.param(date(y, 7, 1), 1, marks=pytest.mark.slow) for y in (2013, 2026))],
)
def test_json_equals_the_other_commands_for_every_municipality(on, step, capsys):
    report = status_at(ds, on)
    _, out, _ = run(capsys, "allocate", "--format", "json")
    amounts = {r["name"]: r for r in json.loads(out)["regions"]}
    for row in report.rows[::step]:
        found = profile_as_json(ds, profile(ds, row.code, on))
        assert row_as_json(ds, report, row).items() <= found.items()
        region = amounts[row.duup_region]
        assert found["money"]["region_amount"] == region["amount"]
        assert (found["money"]["amount_min"], found["money"]["amount_max"]) == (
            region["amount_min"],
            region["amount_max"],
        )
        json.dumps(found)


def test_text_for_people(capsys):
    code, out, _ = run(capsys, "profile", "den haag", "--date", "2018-01-01")
    assert code == 0
    assert "aangetoond" in out
    assert "Wat is onbekend" in out
    assert "[S3]" in out


def test_a_former_name_is_explained(capsys):
    _, out, _ = run(capsys, "profile", "Weesp", "--date", "2024-01-01")
    assert "Het gebied hoort bij Amsterdam" in out


def test_a_typing_error_gets_a_suggestion(capsys):
    code, _, err = run(capsys, "profile", "Zuthpen")
    assert (code, "Misschien Zutphen?" in err) == (2, True)


def test_files_are_written_and_the_sheet_is_read_back(capsys, tmp_path):
    pdf, sheet = tmp_path / "zutphen.pdf", tmp_path / "zutphen.xlsx"
    code, out, _ = run(
        capsys, "profile", "Zutphen", "--date", "2013-07-01", "--pdf", str(pdf), "--corrections", str(sheet)
    )
    assert (code, pdf.read_bytes()[:5]) == (0, b"%PDF-")
    assert str(pdf) in out
    book = load_workbook(sheet)
    book[SHEET].cell(2, COLUMNS.index("klopt dit?") + 1).value = "nee"
    book.save(sheet)
    code, out, _ = run(capsys, "corrections", "read", str(sheet), "--format", "json")
    found = json.loads(out)
    assert code == 1  # a correction without source and date
    assert found["proposals"][0]["claim_id"] == profile(current(), "GM0301", date(2013, 7, 1)).stated[0].id
    assert {p["row"] for p in found["problems"]} == {2}
    code, out, _ = run(capsys, "corrections", "read", str(sheet))
    assert "Er is niets gewijzigd" in out
    assert "probleem in rij 2, kolom N" in out


def test_a_place_that_cannot_be_written_or_read_is_told(capsys, tmp_path):
    code, _, err = run(capsys, "profile", "Zutphen", "--pdf", str(tmp_path / "weg" / "x.pdf"))
    assert (code, "is niet geschreven: de map bestaat niet" in err) == (1, True)
    code, _, err = run(capsys, "corrections", "read", str(tmp_path / "weg.xlsx"))
    assert (code, "kan niet worden gelezen" in err) == (2, True)
    other = tmp_path / "x.xlsx"
    other.write_bytes(b"PK geen blad")
    code, _, err = run(capsys, "corrections", "read", str(other))
    assert (code, "geen leesbaar Excel-bestand" in err) == (2, True)
