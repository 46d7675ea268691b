"""Letters of a round as PDF, one A4 each: what is known, three open questions, and the code that opens the form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from coverage.exports.factsheet_layout import BOTTOM, LEFT, RIGHT, SMALL, TOP, Sheet, cut
from coverage.exports.paper import ACCENT, SOFT
from coverage.i18n import _, day

_KNOWN_ROOM = 110.0  # millimetres
_BODY = 9.5  # points


@dataclass(frozen=True, slots=True)
class RoundLetter:
    """What stands in one letter. ``known`` and ``questions`` are sentences; ``code`` is a secret of the invitation."""

    town: str
    region: str
    code: str
    known: tuple[str, ...]
    questions: tuple[str, ...]
    open_questions: int
    expires_on: date


def letters_pdf(letters: Sequence[RoundLetter], title: str, deadline: date, about: str) -> bytes:
    """One page a letter, in this order. ``title`` names the round, ``about`` the edition on which it rests."""
    sheet = Sheet(_("Brieven van {round}").format(round=title), about)
    for letter in sheet.a_page_each(letters):
        _letter(sheet, letter, deadline, about)
    return bytes(sheet.output())


def _letter(sheet: Sheet, letter: RoundLetter, deadline: date, about: str) -> None:
    width = RIGHT - LEFT
    low = sheet.put(
        _("Gemeente {town}: klopt dit nog?").format(town=cut(letter.town, 60)), LEFT, TOP, width, 17, bold=True,
        color=ACCENT,
    )  # fmt: skip
    low = sheet.put(letter.region, LEFT, low + 1, width, 9, color=SOFT) + 4
    low = sheet.put(
        _("Twee keer per jaar vragen wij welke programma's er zijn voor sekswerkers die willen stoppen of ander werk "
          "zoeken. Hieronder staat wat wij over jullie gemeente en regio weten, en van wie. Kijk of het nog klopt. "
          "“Weten wij niet” is ook een antwoord."),
        LEFT, low, width, _BODY,
    ) + 5  # fmt: skip
    low = _paragraphs(sheet, _("Dit weten wij"), letter.known or (_("Nog niets."),), low)
    title = _("Dit vragen wij vooral ({count} vragen in totaal)").format(count=letter.open_questions)
    low = _paragraphs(sheet, title, letter.questions or (_("Of er iets is veranderd."),), low)
    low = sheet.put(_("Zo antwoord je"), LEFT, low, width, 11, bold=True, color=ACCENT) + 1
    low = sheet.put(
        _("De link naar het formulier staat in een aparte mail aan jullie postbus; openen verandert niets. Vul daar "
          "deze code in. Je hebt geen account nodig, en een collega mag verdergaan waar jij was. Liever aan de "
          "telefoon of op papier? Dat kan ook: antwoord op de mail."),
        LEFT, low, width, _BODY,
    ) + 4  # fmt: skip
    low = sheet.put(f"{letter.code[:4]} {letter.code[4:]}", LEFT, low, width, 22, bold=True) + 3
    sheet.put(
        _("Graag vóór {deadline}. De code werkt tot en met {last}. Noem geen namen, telefoonnummers of gegevens van "
          "personen.").format(deadline=day(deadline), last=day(letter.expires_on)),
        LEFT, low, width, _BODY,
    )  # fmt: skip
    sheet.rule(BOTTOM - 8)
    sheet.put(about, LEFT, BOTTOM - 7, width, SMALL, color=SOFT)


def _paragraphs(sheet: Sheet, title: str, texts: Sequence[str], top: float) -> float:
    low = sheet.put(title, LEFT, top, RIGHT - LEFT, 11, bold=True, color=ACCENT) + 1
    for text in sheet.shortened(texts, RIGHT - LEFT - 4, _KNOWN_ROOM * 0.6):
        sheet.put("–", LEFT, low, 4, _BODY)
        low = sheet.put(text, LEFT + 4, low, RIGHT - LEFT - 4, _BODY) + 1
    return low + 4
