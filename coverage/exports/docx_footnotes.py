"""Real footnotes in a Word file. python-docx has none: the part that holds them is made here, as ECMA-376 has it.

What uses the inside of python-docx stands in this module; tests/exports/test_answer_docx.py names the version.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.shared import Pt
from lxml import etree

# Word asks for the two lines between text and notes as notes of their own, with these numbers.
_SEPARATORS = (("-1", "separator"), ("0", "continuationSeparator"))
_SIZE = 8  # points
# What stands after it in the settings, in the order of the standard.
_AFTER_NOTES = (
    "w:endnotePr",
    "w:compat",
    "w:rsids",
    "w:themeFontLang",
    "w:clrSchemeMapping",
    "w:decimalSymbol",
    "w:listSeparator",
)


class Footnotes:
    """The footnotes of a document, numbered as they are added; :meth:`close` puts them in the file."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._root = parse_xml(f"<w:footnotes {nsdecls('w', 'r')}/>")
        self._part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, b"", document.part.package)
        styles = document.styles
        text = styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH)
        text.base_style, text.font.size = styles["Normal"], Pt(_SIZE)
        text.paragraph_format.space_after = Pt(1)
        mark = styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER)
        mark.font.superscript = True
        self._text, self._mark = text.style_id, mark.style_id
        for number, kind in _SEPARATORS:
            self._note(number, kind).append(_run(OxmlElement(f"w:{kind}")))
        self._count = 0

    def add(self, paragraph: Any, parts: Iterable[tuple[str, str]]) -> None:
        """A mark at the end of the paragraph, and its note: (words, public address or nothing) one after the other."""
        self._count += 1
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), str(self._count))
        paragraph._p.append(_run(reference, self._mark))
        inside = self._note(str(self._count))
        inside.append(_run(OxmlElement("w:footnoteRef"), self._mark))
        for place, (words, address) in enumerate(parts):
            inside.append(_run(_words(" " if place == 0 else "; ")))
            inside.append(_run(_words(words)))
            if address:
                inside.append(_run(_words(", ")))
                inside.append(self._link(address))
        inside.append(_run(_words(".")))

    def close(self) -> None:
        """Put the notes in the package; the settings name the separators, as Word wants them."""
        self._part._blob = etree.tostring(self._root, xml_declaration=True, encoding="UTF-8", standalone=True)
        self._document.part.relate_to(self._part, RELATIONSHIP_TYPE.FOOTNOTES)
        told = OxmlElement("w:footnotePr")
        for number, _kind in _SEPARATORS:
            one = OxmlElement("w:footnote")
            one.set(qn("w:id"), number)
            told.append(one)
        settings = self._document.settings.element
        settings.insert_element_before(told, *_AFTER_NOTES)

    def _note(self, number: str, kind: str = "") -> Any:
        note, inside = OxmlElement("w:footnote"), OxmlElement("w:p")
        note.set(qn("w:id"), number)
        if kind:
            note.set(qn("w:type"), kind)
        properties, style = OxmlElement("w:pPr"), OxmlElement("w:pStyle")
        style.set(qn("w:val"), self._text)
        properties.append(style)
        inside.append(properties)
        note.append(inside)
        self._root.append(note)
        return inside

    def _link(self, address: str) -> Any:
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), self._part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        link.append(_run(_words(address)))
        return link


def _run(inside: Any, style: str = "") -> Any:
    run = OxmlElement("w:r")
    if style:
        properties, named = OxmlElement("w:rPr"), OxmlElement("w:rStyle")
        named.set(qn("w:val"), style)
        properties.append(named)
        run.append(properties)
    run.append(inside)
    return run


def _words(text: str) -> Any:
    words = OxmlElement("w:t")
    words.text = text
    words.set(qn("xml:space"), "preserve")
    return words
