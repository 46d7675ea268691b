"""The receipt as PDF: one page, text that can be selected, every line and source on it, and a link that works."""

from __future__ import annotations

import re
import shutil
import subprocess
import zlib
from functools import cache

import pytest

from coverage.analysis.allocation.definitions import definitions
from coverage.analysis.allocation.receipt import receipt
from coverage.analysis.allocation.result import allocate
from coverage.analysis.allocation.scenario import baseline
from coverage.dataset import current
from coverage.exports.receipt_pdf import receipt_pdf
from coverage.i18n import euro, number

DS = current()
ADDRESS = "https://dashboard.example/verdeling?budget=6000000&jaar=2024&toon=kassabon&regio=Apeldoorn"


@cache
def made(key="population", region=7, address=ADDRESS):
    allocation = allocate(DS, baseline(DS).with_key(key))
    return receipt_pdf(DS, allocation, receipt(DS, allocation, region), address)


def text_of(data, tmp_path):
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not here")
    file = tmp_path / "receipt.pdf"
    file.write_bytes(data)
    done = subprocess.run(["pdftotext", "-layout", str(file), "-"], check=True, capture_output=True, text=True)
    return " ".join(done.stdout.split())


@pytest.mark.parametrize("key", definitions())
@pytest.mark.parametrize("region", [7, *(pytest.param(n, marks=pytest.mark.slow) for n in (1, 16))])
def test_one_page_for_every_key(key, region):
    data = made(key, region)
    assert data.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type /Page\b", data)) == 1


def test_title_language_and_link():
    data = made()
    assert "Kassabon DUUP-regio Apeldoorn".encode("utf-16-be") in data or b"Kassabon DUUP-regio Apeldoorn" in data
    assert b"/Lang (nl-NL)" in data
    assert ADDRESS.encode() in data


def test_an_address_without_host_is_printed_but_not_a_link():
    assert b"/URI" not in made(address="verdeling?budget=1")


def test_nothing_of_the_page_lies_below_its_edge():
    for key in definitions():
        streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", made(key), flags=re.DOTALL)
        pages = [zlib.decompress(s) for s in streams if s[:1] == b"\x78"]
        places = [float(y) for page in pages for y in re.findall(rb"BT [\d.]+ ([\d.-]+) Td", page)]
        assert places and min(places) > 15


def test_the_text_holds_every_line_and_the_reservation(tmp_path):
    allocation = allocate(DS, baseline(DS))
    found = receipt(DS, allocation, 7)
    text = text_of(made(), tmp_path)
    assert f"{euro(allocation.region(7).amount)} per jaar".replace("\xa0", " ") in text
    assert "berekening volgens de regel" in text
    everybody = sum(r.inhabitants for r in allocation.regions)
    assert f"{number(allocation.region(7).inhabitants)} / {number(everybody)}" in text
    for line in found.lines:
        assert line.value.replace("\xa0", " ").split()[0] in text
    assert "CC BY 4.0" in text


def test_the_same_receipt_gives_the_same_bytes():
    assert made() == made()
