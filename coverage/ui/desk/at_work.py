"""What every part of the desk gets, and doing something that is written in the log."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import streamlit as st

from coverage.dataset import Dataset
from coverage.dataset.editions import EditionError
from coverage.editing.words import EditError
from coverage.forms.known import Known, known_of
from coverage.i18n import _
from coverage.inventory import InventoryError
from coverage.inventory.actors import Desk, is_alone
from coverage.inventory.book import Book, Round
from coverage.inventory.questions import QuestionSet, question_set, versions
from coverage.inventory.store import Store
from coverage.inventory.subjects import Places, Tables, parse_subject, tables_of
from coverage.ui.bound import pick_from
from coverage.ui.html import done, notice
from coverage.ui.params.inventory import ROUND
from coverage.vocabulary import AnswerField

_log = logging.getLogger(__name__)
_SAID = "desk-said"


@dataclass(frozen=True)
class AtWork:
    """One run of the desk: the snapshot, the database, who sits there, and what the log says at this moment."""

    ds: Dataset
    store: Store
    desk: Desk
    book: Book

    @cached_property
    def tables(self) -> Tables:
        """The tables with what was accepted."""
        return tables_of(self.ds)

    @cached_property
    def places(self) -> Places:
        """Municipalities, regions and programmes, with programmes that were stated."""
        return Places(self.tables, self.book)

    def known(self, subject: str, about: AnswerField) -> Known | None:
        """What stands for a question now, with its source; None when nothing does."""
        question = self.questions.questions[about]
        return known_of(self.ds, self.book, self.places, parse_subject(subject), question)

    @property
    def questions(self) -> QuestionSet:
        """The questions of the round at hand, or the newest."""
        return question_set(self.round.questions if self.round else versions()[-1])

    @property
    def alone(self) -> bool:
        """Whether this is the one person of a laptop, who judges what they noted."""
        return is_alone(self.book, self.desk)

    @cached_property
    def round(self) -> Round | None:
        """The round in the address, else the last that was opened; None before the first."""
        return chosen_round(self.book)


def chosen_round(book: Book) -> Round | None:
    """The round in the address, else the last that was opened; None when there is none."""
    return book.rounds.get(ROUND.get()) or next(reversed(book.rounds.values()), None)


def choose_round(book: Book) -> Round | None:
    """The round at hand; a list to choose from when there are more."""
    if len(book.rounds) > 1:
        names = {name: name for name in reversed(book.rounds)}
        pick_from(_("Ronde"), ROUND, names)
    return chosen_round(book)


def do(act: Callable[[], Any], said: str | Callable[[Any], str]) -> None:
    """Do something and draw the page anew with what was done; what cannot be done is told where the reader is."""
    try:
        result = act()
    except (InventoryError, EditionError, EditError, OSError) as error:
        _log.warning("the desk refused: %s", type(error).__name__)  # its words may repeat what was typed
        notice(str(error))
        return
    st.session_state[_SAID] = said if isinstance(said, str) else said(result)
    st.rerun(scope="app")


def tell_what_was_done() -> None:
    """The line of the last thing that was done here."""
    if said := st.session_state.pop(_SAID, ""):
        done(said)
