"""One organisation in a round at one moment: what is asked, known and drafted, and what became of what was sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import pandas as pd
from sqlalchemy import Connection

from coverage.dataset import Dataset
from coverage.forms.known import Known, known_of
from coverage.i18n import _, label
from coverage.inventory.actors import Respondent
from coverage.inventory.book import Answer, Book, Round
from coverage.inventory.questions import Question, QuestionSet, question_set
from coverage.inventory.response import RUNS, answer_in, questions_for
from coverage.inventory.sessions import FormSession, session_of
from coverage.inventory.store import Store
from coverage.inventory.subjects import Places, parse_subject, tables_of
from coverage.inventory.submitting import Draft, drafts
from coverage.vocabulary import AnswerField, AnswerKind, AnswerState

Key = tuple[str, AnswerField]  # subject and field


@dataclass(frozen=True)
class Questioned:
    """What an organisation is asked. ``drafts`` are those of all colleagues with its invitation, if there are any."""

    ds: Dataset
    book: Book
    organisation: str
    round: Round
    drafts: Mapping[Key, Draft]

    @cached_property
    def tables(self) -> Mapping[str, pd.DataFrame]:
        return tables_of(self.ds)

    @cached_property
    def questions(self) -> QuestionSet:
        return question_set(self.round.questions)

    @cached_property
    def places(self) -> Places:
        """Places with the programmes that are only in a draft, so that more can be said of those."""
        found = Places(self.tables, self.book)
        for (subject, _field), draft in self.drafts.items():
            if draft.content["kind"] == AnswerKind.ADDED and subject.startswith("programme:"):
                found.add(subject.partition(":")[2], self.organisation, str(draft.content["value"]))
        return found

    @property
    def town(self) -> str:
        return self.places.names.get(self.organisation, self.organisation)

    @property
    def region(self) -> int | None:
        """Number of the region for which this organisation answers, if it is asked as its centre."""
        return self.places.centre_of(self.organisation) if self.round.asked.get(self.organisation) == "centre" else None

    @cached_property
    def asked(self) -> list[Key]:
        """The questions in order: those of the round, with what a draft adds to them or makes needless."""
        before = questions_for(self.book, self.tables, self.round.name, self.organisation)
        fields = self.questions.sets["programme"]
        over = {
            subject for (subject, field), draft in self.drafts.items()
            if field is AnswerField.EXISTENCE and AnswerKind(draft.content["kind"]) not in RUNS
        }  # fmt: skip
        found = [q for q in before if q[0] not in over or q[1] not in fields or q[1] is AnswerField.EXISTENCE]
        added = [s for (s, f), d in self.drafts.items() if d.content["kind"] == AnswerKind.ADDED]
        new = [(subject, f) for subject in added if subject.startswith("programme:") for f in fields]
        running = {s for (s, f), d in self.drafts.items() if f is AnswerField.EXISTENCE} - over
        known = {subject for subject, _field in before}
        again = [(s, f) for s in sorted(running & known) for f in fields if s.startswith("programme:")]
        if new:
            found = [q for q in found if q != (f"region:{self.region}", AnswerField.EXISTENCE)]
        return list(dict.fromkeys([*_with(found, again), *[q for q in new if q not in found]]))

    def sent(self, key: Key) -> Answer | None:
        """The last answer to a question that this organisation sent in this round, whatever became of it."""
        own = [
            a for a in self.book.about(key[0])
            if a.field is key[1] and (a.round, a.organisation) == (self.round.name, self.organisation)
            and a.state not in {AnswerState.SUPERSEDED, AnswerState.WITHDRAWN}
        ]  # fmt: skip
        return own[-1] if own else None

    def question(self, key: Key) -> Question:
        return self.questions.questions[key[1]]

    def known(self, key: Key) -> Known | None:
        return known_of(self.ds, self.book, self.places, parse_subject(key[0]), self.question(key))

    def is_open(self, key: Key) -> bool:
        """Whether there is neither a draft nor an answer that counts."""
        return key not in self.drafts and answer_in(self.book, self.round.name, self.organisation, key) is None

    def after(self, key: Key) -> Key | None:
        """The next question that is still open, going round; None when none is."""
        place = self.asked.index(key) + 1 if key in self.asked else 0
        return next((q for q in [*self.asked[place:], *self.asked[:place]] if self.is_open(q)), None)

    def status(self, key: Key) -> str:
        """How far a question is, in words."""
        if key in self.drafts:
            return _("bewaard, nog niet verstuurd")
        answer = self.sent(key)
        if answer is None:
            return _("nog te doen")
        return _("verstuurd, wordt beoordeeld") if answer.state is AnswerState.STATED else label(answer.state)

    def name(self, subject: str) -> str:
        """What a subject is called."""
        about = parse_subject(subject)
        if about.programme:
            return self.places.programme_names.get(about.programme, about.programme)
        if about.region:
            return _("De regio {name}").format(name=self.places.region_names[about.region])
        return _("Gemeente {name}").format(name=self.places.names.get(about.municipality, about.municipality))


@dataclass(frozen=True)
class Answering(Questioned):
    """What the pages of an invitation show to someone who is in."""

    session: FormSession

    def anew(self, store: Store) -> Answering:
        """The same as it is kept now."""
        with store.reading() as connection:
            return answering(store, connection, self.session, self.ds)


def _with(found: list[Key], more: list[Key]) -> list[Key]:
    """The questions with those about a subject that runs again put at its first one."""
    made: list[Key] = []
    for key in found:
        made.append(key)
        made += [q for q in more if q[0] == key[0] and q not in found and q not in made]
    return made


def entered(store: Store, link: str, token: str, ds: Dataset) -> Answering | None:
    """The state of an invitation now, for who holds the cookie of its pages; None for anybody else."""
    with store.reading() as connection:
        session = session_of(connection, link, token)
        return answering(store, connection, session, ds) if session else None


def answering(store: Store, connection: Connection, session: FormSession, ds: Dataset) -> Answering:
    """The state of the invitation of a session, in one look at the database."""
    book, seen = store.book(connection), session.invitation
    kept = drafts(connection, Respondent(seen.invitation_id))
    at = {(d.subject, d.field): d for d in kept}
    return Answering(ds, book, seen.organisation, book.rounds[seen.round], at, session)
