"""Whose dashboard it is comes from one file; nothing is invented, and a mistake is told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from coverage.cli import main
from coverage.exports.standards.publication import publication
from coverage.sender import (
    SITE_FILE,
    Sender,
    SenderError,
    about_sender,
    contrast_ratio,
    read_sender,
    sender,
    site_name,
)
from coverage.ui.foot import contact_line
from coverage.ui.web.files import page_style
from coverage.ui.web.site import site_problem

FILLED = """
name = "Uitstap in beeld"
sender = "Ministerie van Voorbeeld"
contact = "post@voorbeeld.example"
editor = "Directie Voorbeeld"
licence = "https://creativecommons.org/licenses/by/4.0/"
[accent]
light = "#154273"
"""


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of a house of its own, in use."""
    file = tmp_path / "site.toml"
    file.write_text(FILLED, encoding="utf-8")
    monkeypatch.setenv("COVERAGE_SITE", str(file))
    return file


def test_as_it_comes_it_names_nobody_and_says_so() -> None:
    found = read_sender(SITE_FILE)
    assert found == Sender(accent={})
    assert "nog niet ingevuld" in about_sender()
    assert "nog geen contactadres" in contact_line()


def test_a_house_is_on_every_page_and_in_the_descriptions(house: Path) -> None:
    assert site_name() == "Uitstap in beeld"
    assert about_sender() == "Afzender: Ministerie van Voorbeeld. Redactie: Directie Voorbeeld."
    assert 'href="mailto:post@voorbeeld.example"' in contact_line()
    assert publication().publisher == "Ministerie van Voorbeeld"
    assert publication().mailbox == "post@voorbeeld.example"
    page_style.cache_clear()
    try:
        import gzip

        assert "light-dark(#154273, " in gzip.decompress(page_style().gzipped).decode()
    finally:
        page_style.cache_clear()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('name = "x\n', "line 1"),
        ('\nsendr = "x"', "line 2, sendr: is no field"),
        ("name = 3", "line 1, name: is no text"),
        (f'name = "{"x" * 130}"', "at most 120"),
        ('contact = "jan"', "contact: 'jan' is no mailbox and no web address"),
        ('licence = "javascript:alert(1)"', "no web address"),
        ('logo = "../weg.exe"', "no PNG or SVG"),
        ('audit = "31-03-2027"', "audit: '31-03-2027' is no day; write for instance"),
        ('[accent]\nlight = "#9999ff"', "line 2, light: #9999ff has a contrast of"),
        ('[accent]\ndark = "blauw"', "is no colour"),
        ("accent = 1", "write [accent]"),
    ],
)
def test_a_mistake_is_told_with_line_and_field(house: Path, text: str, told: str) -> None:
    house.with_name("fout.toml").write_text(text, encoding="utf-8")
    with pytest.raises(SenderError) as problem:
        read_sender(house.with_name("fout.toml"))
    assert told in str(problem.value) and "fout.toml" in str(problem.value)


def test_a_file_that_is_not_there_stops_server_and_commands(monkeypatch, tmp_path, capsys) -> None:
    monkeypatch.setenv("COVERAGE_SITE", str(tmp_path / "weg.toml"))
    with pytest.raises(SenderError, match="no such file"):
        sender()
    assert "weg.toml" in site_problem()
    assert main(["profile", "Zutphen", "--pdf", str(tmp_path / "z.pdf")]) == 1
    assert "weg.toml" in capsys.readouterr().err


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast_ratio("#000000", "#ffffff") == pytest.approx(21)
    assert contrast_ratio("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
