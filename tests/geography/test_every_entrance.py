"""One resolver wherever a name comes in: each entrance takes every spelling of the list, and refuses what is none.

``spellings.csv`` holds the spellings of the issue and of public files (code meant, or the kind of what is no
municipality); names and codes are facts. All of them resolve as meant.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from coverage.analysis.profile.facts import profile
from coverage.cli import main
from coverage.dataset import current
from coverage.dataset.divisions import PIECES_FROM
from coverage.dates import today
from coverage.editing.things import THINGS
from coverage.editing.words import members_of, municipality, row_of
from coverage.exports.correction_xlsx import correction_xlsx, known
from coverage.geography.lineage import division_at
from coverage.geography.names import NotAMunicipality, resolve
from coverage.sheets.corrections import read_corrections
from coverage.sheets.proposals import DATE as DAY
from coverage.sheets.proposals import SHEET, SOURCE, SUBJECT, TOWN
from coverage.ui.choose import found, name_meant
from coverage.ui.first_view import title_at
from coverage.ui.state import reading

DS = current()
ON = today()
NAMES = dict(zip(DS.table("municipalities")["code"], DS.table("municipalities")["name"], strict=True))
CODES = {name: code for code, name in NAMES.items()}
ALIVE = set(DS.table("municipalities").loc[lambda t: t["valid_to"].isna(), "code"])
LISTED = list(csv.DictReader((Path(__file__).parent / "spellings.csv").open(encoding="utf-8", newline="")))
MEANT = [(row["spelling"], row["code"]) for row in LISTED if row["code"]]
NOT = [(row["spelling"], row["kind"]) for row in LISTED if not row["code"]]
OF_NOW = [(typed, code) for typed, code in MEANT if code in ALIVE]


def test_the_list() -> None:
    for typed, code in MEANT:
        assert resolve(DS, typed).code == code, typed
    for typed, kind in NOT:
        with pytest.raises(NotAMunicipality) as problem:
            resolve(DS, typed)
        assert problem.value.kind == kind, typed


def by_address(typed: str) -> str:
    """What every page that takes ``gemeente=`` asks, /doelgroepen among them."""
    with reading({"gemeente": typed}):
        code, remark = found(DS, ON, division_at(DS, ON).id)
    if code is None:
        raise ValueError(remark)
    return code


def by_search_box(typed: str) -> str:
    return codes_of(name_meant(DS, typed))


def by_title(typed: str) -> str:
    """The server's title of the page of a municipality, also where no websocket comes."""
    return codes_of(title_at(DS, "/mijn-gemeente", {"gemeente": typed}).partition(" – ")[0])


def by_bulk_import(typed: str) -> str:
    """``add claim``, by options and from a file alike."""
    claim = {"programme": DS.table("programmes")["programme_id"][0], "relation": "location", "source": "S1"}
    claim |= {"municipality": typed, "date": ON.isoformat(), "reading": "full"}
    return row_of(DS, THINGS["claim"], claim, set())["code"]


def by_members(typed: str) -> str:
    """``add area --members``: pieces are named after the municipalities of 2021."""
    pieces = {row["piece"][:6] for row in members_of(DS, {"area_id": "X", "source_id": "S1"}, typed)}
    meant = resolve(DS, typed)
    assert pieces == {piece[:6] for piece in meant.codes_in(division_at(DS, PIECES_FROM).id)}
    return meant.code


def by_round_file(typed: str) -> str:
    """``inventory``: who is asked, invited or answers, on the command line and at the desk."""
    return municipality(DS, typed, None)


def codes_of(name: str) -> str:
    if name not in CODES:
        raise ValueError(name)
    return CODES[name]


@pytest.mark.parametrize("by", [by_address, by_search_box, by_title, by_bulk_import, by_members, by_round_file])
def test_entrance(by: Callable[[str], str]) -> None:
    assert {typed: by(typed) for typed, _code in OF_NOW} == dict(OF_NOW)
    for typed, _kind in NOT:
        with pytest.raises(ValueError, match=r"\w"):
            by(typed)


def test_sheet() -> None:
    """New rows of a correction sheet; what is no municipality is a problem of its cell."""
    town = profile(DS, OF_NOW[0][1], ON, 3)
    book = load_workbook(BytesIO(correction_xlsx(DS, town)))
    sheet = book[SHEET]
    place = {cell.value: cell.column for cell in sheet[1]}
    first = sheet.max_row + 1
    for row, (typed, *_meant) in enumerate([*OF_NOW, *NOT], first):
        for column, value in ((TOWN, typed), (SUBJECT, "programma"), (SOURCE, "brief"), (DAY, "2026")):
            sheet.cell(row, place[column]).value = value
    stream = BytesIO()
    book.save(stream)
    read = read_corrections(stream.getvalue(), known(DS))
    assert [p.municipality for p in read.proposals] == [
        *(NAMES[code] for _typed, code in OF_NOW), *(typed for typed, _kind in NOT)
    ]  # fmt: skip
    assert [p.row for p in read.problems] == [*range(first + len(OF_NOW), first + len(OF_NOW) + len(NOT))]
    assert all("is geen gemeente, maar een" in p.message for p in read.problems)


@pytest.mark.parametrize("words", [("status", "--format", "json", "--municipality"), ("profile", "--format", "json")])
def test_command_line(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    for typed, code in OF_NOW[::5]:
        assert main([*words, typed]) == 0
        assert f'"{code}"' in capsys.readouterr().out
    for typed, _kind in NOT[::3]:
        assert main([*words, typed]) == 2
        assert "is geen gemeente, maar een" in capsys.readouterr().err
