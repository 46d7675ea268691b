"""Who entered the form may go on for eight hours, and only with the invitation by which they came in."""

from datetime import timedelta
from pathlib import Path

import pytest
from small_package import write_package
from sqlalchemy import select

from coverage import dates
from coverage.dataset.problems import read_strings
from coverage.dates import today
from coverage.inventory.actors import Desk, Respondent
from coverage.inventory.rounds import Dates, asked_organisations, invite, open_round, revoke_invitation
from coverage.inventory.sessions import end_session, session_of, start_session
from coverage.inventory.store import Store
from coverage.inventory.store_tables import FORM_SESSION
from coverage.inventory.submitting import drafts, save_draft
from coverage.vocabulary import AnswerField

DESK = Desk("desk:anna")


@pytest.fixture
def letters(store: Store, tmp_path: Path):
    strings = read_strings(write_package(tmp_path / "data"))[0]
    opening = Dates(deadline=today() + timedelta(28), opening=today())
    open_round(store, DESK, "2026-najaar", asked_organisations(strings, "centres"), opening)
    return invite(store, DESK, "2026-najaar")


def seen(store: Store, link: str, token: str):
    with store.reading() as connection:
        return session_of(connection, link, token)


def test_a_session_opens_the_pages_of_its_own_link_only(store: Store, letters) -> None:
    mine, other = letters
    session = start_session(store, mine.link, mine.code)
    assert session is not None
    again = seen(store, mine.link, session.token)
    assert again is not None and again.editor == session.editor
    assert again.invitation.organisation == mine.organisation
    assert seen(store, other.link, session.token) is None
    assert seen(store, mine.link, "") is None
    assert seen(store, mine.link, session.token + "x") is None
    assert start_session(store, mine.link, other.code) is None
    with store.reading() as connection:
        kept = str(connection.execute(select(FORM_SESSION)).all())
    assert session.token not in kept


def test_a_session_ends(store: Store, letters, monkeypatch: pytest.MonkeyPatch) -> None:
    mine, other = letters
    left, late, revoked = (start_session(store, x.link, x.code) for x in (mine, mine, other))
    assert left and late and revoked
    end_session(store, left.token)
    assert seen(store, mine.link, left.token) is None
    revoke_invitation(store, DESK, other.invitation_id)
    assert seen(store, other.link, revoked.token) is None
    assert seen(store, mine.link, late.token) is not None
    later = dates.now() + timedelta(hours=8)
    monkeypatch.setattr(dates, "now", lambda: later)
    assert seen(store, mine.link, late.token) is None


def test_drafts_go_when_their_invitation_expired(store: Store, letters, monkeypatch: pytest.MonkeyPatch) -> None:
    mine, other = letters
    for letter in (mine, other):
        save_draft(store, Respondent(letter.invitation_id), ("region:1", AnswerField.EXISTENCE), {"kind": "none"}, "x")
    later = dates.now() + timedelta(28 + 15)
    monkeypatch.setattr(dates, "now", lambda: later)
    (fresh,) = invite(store, DESK, "2026-najaar", only=[mine.organisation])
    who = Respondent(fresh.invitation_id)
    save_draft(store, who, ("region:1", AnswerField.EXISTENCE), {"kind": "none"}, "x")
    assert start_session(store, fresh.link, fresh.code)
    with store.reading() as connection:
        assert len(drafts(connection, who)) == 1 and drafts(connection, Respondent(other.invitation_id)) == []


def test_a_form_belongs_to_the_session_it_was_given_to(store: Store, letters) -> None:
    mine, _other = letters
    one, two = (start_session(store, mine.link, mine.code) for _n in range(2))
    assert one and two and one.editor != two.editor
    assert one.is_ours(one.csrf()) and not one.is_ours(two.csrf()) and not one.is_ours("é")
