"""The receipt of answers that an organisation sent: number, what was said, and what happens next."""

from __future__ import annotations

from dataclasses import dataclass

from coverage.exports.factsheet_layout import BOTTOM, LEFT, RIGHT, TOP, Sheet
from coverage.exports.paper import ACCENT, SOFT
from coverage.i18n import _

WIDTH = RIGHT - LEFT
SIZE, SMALL = 9.0, 8.0  # points


@dataclass(frozen=True, slots=True)
class AnswersReceipt:
    """All in words. ``lines`` are (subject, question, answer); ``hash`` binds the log up to and including them."""

    number: str
    town: str
    round: str
    at: str
    hash: str
    lines: tuple[tuple[str, str, str], ...]
    then: tuple[str, ...]


def answers_pdf(receipt: AnswersReceipt) -> bytes:
    """Pages of A4 with text that can be selected."""
    title = _("Ontvangstbewijs {number}").format(number=receipt.number)
    who = _("Antwoorden van gemeente {town} in uitvraag {round}").format(town=receipt.town, round=receipt.round)
    sheet = Sheet(title, who)
    y = sheet.put(title, LEFT, TOP, WIDTH, 16, bold=True, color=ACCENT)
    y = sheet.put(who, LEFT, y + 1, WIDTH, 11)
    y = sheet.put(_("Ontvangen op {at}").format(at=receipt.at), LEFT, y + 1, WIDTH, SIZE) + 3
    for subject, question, answer in receipt.lines:
        y = _line(sheet, y, subject, question, answer)
    y = _room(sheet, y, 40)
    y = sheet.put(_("Wat gebeurt er nu?"), LEFT, y + 2, WIDTH, 11, bold=True, color=ACCENT) + 1
    for line in receipt.then:
        y = sheet.put(line, LEFT, y, WIDTH, SIZE) + 1
    seal = _("Controlegetal van het logboek: {hash}").format(hash=receipt.hash)
    sheet.put(seal, LEFT, y + 2, WIDTH, SMALL, color=SOFT)
    return bytes(sheet.output())


def _line(sheet: Sheet, y: float, subject: str, question: str, answer: str) -> float:
    taken = (
        sheet.height(subject, WIDTH, SMALL) + sheet.height(question, WIDTH, SIZE) + sheet.height(answer, WIDTH, SIZE)
    )
    y = _room(sheet, y, taken + 4)
    sheet.rule(y - 1)
    y = sheet.put(subject, LEFT, y, WIDTH, SMALL, color=SOFT)
    y = sheet.put(question, LEFT, y, WIDTH, SIZE)
    return sheet.put(answer, LEFT, y, WIDTH, SIZE, bold=True) + 3


def _room(sheet: Sheet, y: float, height: float) -> float:
    """Where to go on: here, or at the top of a new page when it would not fit."""
    if y + height <= BOTTOM:
        return y
    sheet.add_page()
    return TOP
