"""The answers for parliament as a Word file, every sentence with a footnote that names its sources."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from coverage.analysis.answer.brief import Brief
from coverage.analysis.answer.told import Answered, Sentence, cited_and_left, note_parts
from coverage.dataset import Dataset
from coverage.exports.deck import clean
from coverage.exports.docx_footnotes import Footnotes
from coverage.exports.paper import ACCENT, INK, SOFT
from coverage.i18n import document_language, label
from coverage.sender import sender, site_name

FONT, SIZE, SMALL = "Arial", 10.5, 9.0  # points
A4, MARGIN = (210, 297), 25  # mm
HEADINGS = {"Title": 20, "Heading 1": 14, "Heading 2": 11}


def docx_bytes(ds: Dataset, whole: Brief) -> bytes:
    """The file: questions as headings, what others said as lists, the recommendations at the end."""
    document = Document()
    _calm(document, whole)
    notes = Footnotes(document)
    document.add_paragraph(clean(whole.title), style="Title")
    _soft(document, whole.basis)
    for answered in whole.answers:
        _answer(ds, document, notes, answered)
    for heading, rows in whole.advice:
        document.add_heading(clean(heading), 1)
        _list(ds, document, notes, rows)
    notes.close()
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _answer(ds: Dataset, document: Any, notes: Footnotes, answered: Answered) -> None:
    document.add_heading(clean(label(answered.about)), 1)
    if answered.listed:
        _list(ds, document, notes, answered.said)
    else:
        for place, said in enumerate(answered.said):
            _say(ds, document.add_paragraph(), notes, said, bold=place == 0)
    if answered.sure_words:
        _soft(document, answered.sure_words)
    if answered.told:
        document.add_heading(clean(answered.heading), 2)
        _list(ds, document, notes, answered.told)


def _list(ds: Dataset, document: Any, notes: Footnotes, rows: tuple[Sentence, ...]) -> None:
    for said in rows:
        _say(ds, document.add_paragraph(style="List Bullet"), notes, said)


def _say(ds: Dataset, paragraph: Any, notes: Footnotes, said: Sentence, *, bold: bool = False) -> None:
    paragraph.add_run(clean(said.text)).bold = bold
    if said.refs:
        named, left = cited_and_left(said.refs)
        cited = [(clean(words), address) for words, address in (note_parts(ds, ref) for ref in named)]
        notes.add(paragraph, [*cited, (left, "")] if left else cited)


def _soft(document: Any, text: str) -> None:
    run = document.add_paragraph().add_run(clean(text))
    run.italic, run.font.size, run.font.color.rgb = True, Pt(SMALL), RGBColor.from_string(SOFT.lstrip("#"))


def _calm(document: Any, whole: Brief) -> None:
    """A4, the colours of the product, its language, and a footer with the page number."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(A4[0]), Mm(A4[1])
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(MARGIN)
    styles = document.styles
    styles["Normal"].font.name, styles["Normal"].font.size = FONT, Pt(SIZE)
    styles["Normal"].paragraph_format.space_after = Pt(6)
    styles["Normal"].font.color.rgb = RGBColor.from_string(INK.lstrip("#"))
    for name, size in HEADINGS.items():
        font = styles[name].font
        font.size, font.color.rgb = Pt(size), RGBColor.from_string(ACCENT.lstrip("#"))
        fonts = styles[name].element.rPr.rFonts
        for key in list(fonts.attrib):
            del fonts.attrib[key]
        font.name = FONT
    for tongue in styles.element.iter(qn("w:lang")):
        tongue.set(qn("w:val"), document_language())
    properties = document.core_properties
    properties.title, properties.language = clean(whole.title), document_language()
    properties.author, properties.comments = sender().sender or site_name(), clean(whole.basis)
    _footer(section.footer.paragraphs[0], clean(whole.title))


def _footer(paragraph: Any, title: str) -> None:
    run = paragraph.add_run(title + " · ")
    run.font.size = Pt(SMALL)
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)
