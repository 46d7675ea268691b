"""A table that a spreadsheet saved in its own way is read as if nothing happened, or refused in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from coverage.dataset.read import read_rows, read_table
from coverage.dataset.tables import TABLES

TABLE = TABLES["duvo_regions"]
HEADER = ",".join(TABLE.columns)
ROW = 'Noord,GM0080,2020-06-15,S4,"folder, r.1",full'
PLAIN = f"{HEADER}\n{ROW}\n"
CELLS = ["Noord", "GM0080", "2020-06-15", "S4", "folder, r.1", "full"]


def saved(text: str, delimiter: str) -> str:
    """The same cells between another delimiter."""
    return text.replace('"folder, r.1"', "\0").replace(",", delimiter).replace("\0", '"folder, r.1"')


@pytest.mark.parametrize(
    "content",
    [
        PLAIN.encode(),
        PLAIN.encode("utf-8-sig"),
        saved(PLAIN, ";").encode("utf-8-sig"),
        saved(PLAIN, "\t").encode(),
        ("sep=;\r\n" + saved(PLAIN, ";").replace("\n", "\r\n")).encode(),
        PLAIN.replace("\n", "\r\n").encode(),
        (PLAIN + "\n\n").encode(),
        (PLAIN + ",,,,,,\n,,,,,,\n").encode(),
        f"{HEADER},,\n{ROW},,\n,,,,,,,,\n".encode(),
        ",".join(f'"{c}"' for c in TABLE.columns).encode() + b"\n" + ",".join(f'"{c}"' for c in CELLS).encode(),
    ],
    ids=["plain", "bom", "semicolons", "tabs", "sep line", "crlf", "blank", "empty cells", "empty columns", "quoted"],
)
def test_what_a_spreadsheet_makes_of_it(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "duvo_regions.csv").write_bytes(content)
    frame, problems = read_table(tmp_path, TABLE)
    assert not problems
    assert frame is not None
    assert frame.to_numpy().tolist() == [CELLS]


@pytest.mark.parametrize("word", ["TRUE", "True", "WAAR", "true"])
def test_words_for_yes(tmp_path: Path, word: str) -> None:
    table = TABLES["population_years"]
    row = dict.fromkeys(table.columns, "") | {"year": "2021", "complete": word, "note": word}
    (tmp_path / "population_years.csv").write_text(f"{','.join(row)}\n{','.join(row.values())}\n", encoding="utf-8")
    frame, _problems = read_table(tmp_path, table)
    assert frame is not None
    assert frame.at[0, "complete"] == "true"
    assert frame.at[0, "note"] == word  # a text stays what was typed


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (saved(PLAIN, "|").encode(), "kolom is onbekend"),
        (PLAIN.encode("utf-16"), "UTF-8"),
        ("variant;Súd\n".encode("cp1252"), "UTF-8"),
        (f"{HEADER}\n\n{ROW}\n".encode(), "lege regel"),
        (f"{HEADER}\n{ROW},meer\n".encode(), "7 cellen in plaats van 6"),
    ],
)
def test_what_cannot_be_read_is_told(tmp_path: Path, content: bytes, words: str) -> None:
    (tmp_path / "duvo_regions.csv").write_bytes(content)
    frame, problems = read_table(tmp_path, TABLE)
    assert frame is None
    assert words in problems[0].message


def test_a_filled_file(tmp_path: Path) -> None:
    path = tmp_path / "ingevuld.csv"
    path.write_bytes("\ufeffid;title\r\nW-1;Een\r\n;\r\nW-2;Twee; \r\n".encode())
    assert read_rows(path)[1][0].row == 3
    path.write_bytes("\ufeffid;title\r\nW-1;Een\r\n;\r\nW-2;Twee\r\n;\r\n".encode())
    assert read_rows(path)[0] == [{"id": "W-1", "title": "Een"}, {"id": "W-2", "title": "Twee"}]
