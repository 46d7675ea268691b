"""The response of a round, for everybody: tiles, map, who names whom, and what is asked again."""

from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from app_pages import html_of, maps, page
from test_werkbank import CENTRE, store  # noqa: F401 the same small country

from coverage.dataset import current
from coverage.dataset.problems import read_strings
from coverage.dates import today
from coverage.inventory.actors import Desk
from coverage.inventory.judging import accept
from coverage.inventory.overlay import check_with, public_book, tables_now
from coverage.inventory.rounds import Dates, asked_organisations, open_round
from coverage.inventory.statements import AnswerStatement
from coverage.inventory.store import Store
from coverage.inventory.submitting import Sending, submit
from coverage.ui.response.handshake_picture import handshake_file
from coverage.vocabulary import AnswerChannel, AnswerField, AnswerKind

ANNA, BERT = Desk("desk:anna"), Desk("desk:bert")
SECRET = "Alleen voor de beoordelaar"


@pytest.fixture
def answered(store: Store, tmp_path: Path) -> Store:  # noqa: F811
    """A round in which the centre added a programme for two municipalities (accepted) and said one thing more."""
    package = tmp_path / "data"
    strings = read_strings(package)[0]
    asked = asked_organisations(strings, "centres")
    open_round(store, ANNA, "najaar", asked, Dates(deadline=today() + timedelta(28), opening=today()))
    new = "programme:AAR-NIEUW"
    said = (
        AnswerStatement(new, AnswerField.EXISTENCE, AnswerKind.ADDED, "Nieuw programma"),
        AnswerStatement(new, AnswerField.AREA, AnswerKind.CHANGED, [CENTRE, "GM9002"]),
    )
    sending = Sending(str(uuid4()), CENTRE, "najaar", AnswerChannel.PHONE, said)
    receipt = submit(store, ANNA, sending, tables_now(store, package))
    accept(store, BERT, receipt.answers, check_with(strings))
    more = AnswerStatement(new, AnswerField.EXECUTOR, AnswerKind.CHANGED, SECRET, remark="Ook niet voor iedereen")
    submit(
        store, ANNA, Sending(str(uuid4()), CENTRE, "najaar", AnswerChannel.PHONE, (more,)), tables_now(store, package)
    )
    return store


def test_tiles_and_map_tell_how_far_each_region_is(answered: Store) -> None:
    at = page("uitvraag")
    assert "1 van 2 organisaties antwoordden, 1 daarvan deels" in html_of(at)
    assert "1 antwoord is opgegeven en nog niet beoordeeld" in html_of(at)
    assert html_of(at).count('class="tile"') == 2
    assert len(maps(at)) == 1


def test_what_was_not_accepted_is_seen_by_no_reader(answered: Store) -> None:
    for part in ("respons", "herkenning", "termijnen"):
        shown = html_of(page("uitvraag", (), kijk=part))
        assert SECRET not in shown and "niet voor iedereen" not in shown
    texts = [a.value for a in public_book(answered).answers.values() if a.field is AnswerField.EXECUTOR]
    assert texts == [None]


def test_who_names_whom_and_what_is_asked_again(answered: Store) -> None:
    at = page("uitvraag", (), kijk="herkenning")
    assert "genoemd door het programma" in html_of(at) and "Nieuw programma" in html_of(at)
    assert "Nieuw programma" in html_of(page("uitvraag", (), kijk="termijnen"))


def test_who_names_whom_is_a_picture_and_a_table_too(answered: Store) -> None:
    assert 'href="beeld/herkenning.csv' in html_of(page("uitvraag", (), kijk="herkenning"))
    ds, book = current(), public_book(answered)
    table = handshake_file(ds, book, "csv").decode("utf-8-sig")
    assert "Nieuw programma" in table and "genoemd door het programma" in table and SECRET not in table
    drawn = handshake_file(ds, book, "svg").decode()
    assert "genoemd door het programma" in drawn and "Kaart: wie noemt wie" in drawn
    assert handshake_file(ds, book, "png").startswith(b"\x89PNG")


def test_the_screen_in_the_room_shows_the_tiles(answered: Store) -> None:
    assert html_of(page("uitvraag", (), zaal="ja")).count('class="tile"') == 2


def test_a_dashboard_without_an_inventory_says_so() -> None:
    assert "er loopt hier geen uitvraag" in html_of(page("uitvraag"))


def test_the_change_log_tells_accepted_from_stated_and_the_story_begins_with_the_round(answered: Store) -> None:
    page("uitvraag")  # a server connects to its inventory when it starts; here the first page does
    html = html_of(page("wijzigingen"))
    assert "1 antwoord is opgegeven en nog niet beoordeeld" in html and SECRET not in html
    assert "1 is veranderd, 1 is erbij gekomen" in html
    at = page("presentatie")
    assert "respons deze ronde" in at.text[0].value and "wat we van jullie leerden" in at.text[1].value
