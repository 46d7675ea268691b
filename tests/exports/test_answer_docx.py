"""The Word file with answers: real footnotes, one per sentence with sources, that Word and others can read."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from coverage.analysis.answer.brief import brief
from coverage.analysis.answer.told import note_parts
from coverage.dataset import current
from coverage.exports.answer_docx import docx_bytes

ON = date(2018, 12, 31)


@pytest.fixture(scope="module")
def made() -> bytes:
    return docx_bytes(current(), brief(current(), ON))


def test_footnotes_rest_on_the_inside_of_this_version() -> None:
    assert version("python-docx") == "1.2.0", "read docx_footnotes.py again: may the library make footnotes itself?"


def test_it_reads_back_with_a_note_for_every_sentence_that_has_sources(made: bytes) -> None:
    whole = brief(current(), ON)
    document = Document(BytesIO(made))
    words = [p.text for p in document.paragraphs]
    assert all(s.text in words for s in whole.said())
    marks = [r.get(qn("w:id")) for r in document.element.body.iter(qn("w:footnoteReference"))]
    assert marks == [str(n + 1) for n in range(sum(bool(s.refs) for s in whole.said()))]
    notes = etree.fromstring(ZipFile(BytesIO(made)).read("word/footnotes.xml"))
    told = {n.get(qn("w:id")): "".join(n.itertext()) for n in notes}
    assert {"-1", "0", *marks} == set(told)
    first = next(s for s in whole.said() if s.refs)
    assert note_parts(current(), first.refs[0])[0] in told["1"]


def test_every_link_of_a_note_is_a_relation(made: bytes) -> None:
    archive = ZipFile(BytesIO(made))
    notes = etree.fromstring(archive.read("word/footnotes.xml"))
    wanted = {link.get(qn("r:id")) for link in notes.iter(qn("w:hyperlink"))}
    known = {r.get("Id") for r in etree.fromstring(archive.read("word/_rels/footnotes.xml.rels"))}
    assert wanted
    assert wanted <= known


@pytest.mark.slow
@pytest.mark.skipif(not (shutil.which("soffice") and shutil.which("pdftotext")), reason="needs LibreOffice Writer")
def test_an_office_suite_shows_the_notes(made: bytes, tmp_path: Path) -> None:
    (tmp_path / "answer.docx").write_bytes(made)
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/office", "--convert-to", "pdf"]
    subprocess.run([*command, "answer.docx"], cwd=tmp_path, check=False, capture_output=True, timeout=240)
    if not (tmp_path / "answer.pdf").exists():
        pytest.skip("this LibreOffice has no Writer")
    text = subprocess.run(["pdftotext", "-layout", "answer.pdf", "-"], cwd=tmp_path, check=True, capture_output=True)
    whole = brief(current(), ON)
    title = current().source(next(s for s in whole.said() if s.refs).refs[0].source_id).title
    assert title[:30] in text.stdout.decode()
