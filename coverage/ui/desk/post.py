"""What goes in the post of a round: the content of letters, mails and reminders."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import quote

from coverage.analysis.forecast import turns
from coverage.dates import today
from coverage.i18n import _, day, label, language, partial_day
from coverage.inventory.answer_words import subject_in_words
from coverage.inventory.book import Round
from coverage.inventory.invitations import Letter
from coverage.inventory.questions import question_set
from coverage.inventory.response import OPTIONAL, answer_in, questions_for
from coverage.ui.desk.at_work import AtWork
from coverage.vocabulary import AnswerField

if TYPE_CHECKING:
    from coverage.exports.letter_pdf import RoundLetter

Asked = tuple[str, AnswerField]
MOST_QUESTIONS = 3
AHEAD = timedelta(days=365)


def form_address(base: str, link: str) -> str:
    """Where the form of an invitation is; ``base`` is the address of the dashboard."""
    return f"{base.rstrip('/')}/opgave/{link}"


def mail_to(mailbox: str, subject: str, body: str) -> str:
    """An address that opens a new mail with this content."""
    return f"mailto:{quote(mailbox, safe='@')}?subject={quote(subject)}&body={quote(body)}"


def round_letter(at: AtWork, asked: Round, letter: Letter) -> RoundLetter:
    """What we know of an organisation, and what weighs most of what is open."""
    from coverage.exports.letter_pdf import RoundLetter  # drawing libraries, for who asks

    questions = unanswered(at, asked.name, letter.organisation)
    weights = question_set(asked.questions).questions
    first = sorted(questions, key=lambda q: -weights[q[1]].weight)[:MOST_QUESTIONS]
    region = at.places.region_of.get(letter.organisation, 0)
    return RoundLetter(
        at.places.names[letter.organisation],
        _("Ronde {round} · DUUP-regio {number}, {name}").format(
            round=asked.name, number=region, name=at.places.region_names.get(region, "")
        ),
        letter.code,
        known_sentences(at, questions),
        tuple(question_words(at, asked, q) for q in first),
        len(questions),
        letter.expires_on,
    )


def known_sentences(at: AtWork, questions: Sequence[Asked]) -> tuple[str, ...]:
    """What sources say now about what is asked, each with its source and day; a subject is named at its first."""
    made, last = [], ""
    for subject, about in questions:
        known = at.known(subject, about)
        if known is None:
            continue
        name = subject_in_words(subject, at.places)
        said = f"{label(about)}: {known.words}"
        if subject != last:
            said = name if known.words == name else f"{name}; {said}"
        last = subject
        made.append(_("{said} (bron {source}, {on})").format(said=said, source=known.source, on=partial_day(known.on)))
    return tuple(made)


def question_words(at: AtWork, asked: Round, question: Asked) -> str:
    """A question with what it is about."""
    subject, about = question
    text = question_set(asked.questions).questions[about].text(language())
    return f"{text} ({subject_in_words(subject, at.places)})"


def reminder(at: AtWork, asked: Round, organisation: str, base: str) -> str:
    """The text of a reminder: what is open, and what turns old when if nobody answers."""
    questions = unanswered(at, asked.name, organisation)
    listed = "\n".join(f"- {question_words(at, asked, q)}" for q in questions[:8])
    more = _("en nog {count}").format(count=len(questions) - 8) if len(questions) > 8 else ""
    parts = [
        _("Beste collega,"),
        _(
            "In ronde {round} staan voor gemeente {town} nog {count} vragen open. Antwoorden kan tot en met {day}."
        ).format(round=asked.name, town=at.places.names[organisation], count=len(questions), day=day(asked.deadline)),
        "\n".join(t for t in (listed, more) if t),
        grows_old(at, organisation),
        _("Weet je het niet? Ook dat is een antwoord. Liever aan de telefoon? Antwoord op deze mail."),
        _("Meer over de uitvraag: {address}").format(address=f"{base.rstrip('/')}/uitvraag") if base else "",
    ]
    return "\n\n".join(p for p in parts if p)


def grows_old(at: AtWork, organisation: str) -> str:
    """Which municipalities of its region lose recent evidence within a year, and from when; empty when none does."""
    region = at.places.region_of.get(organisation, 0)
    now = today()
    found = [t for t in turns(at.ds, now, now + AHEAD) if t.grows_old and t.row.duup_number == region]
    if not found:
        return ""
    return "\n".join(
        _("Bevestigt niemand het, dan is vanaf {day} het bewijs te oud voor: {names}.").format(
            day=day(on), names=", ".join(t.row.name for t in found if t.on == on)
        )
        for on in sorted({t.on for t in found})
    )


def unanswered(at: AtWork, name: str, organisation: str) -> list[Asked]:
    """What an organisation still has to answer, in order."""
    return [
        q
        for q in questions_for(at.book, at.tables, name, organisation)
        if q[1] not in OPTIONAL and answer_in(at.book, name, organisation, q) is None
    ]
