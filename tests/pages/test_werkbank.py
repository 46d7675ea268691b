"""The desk on a laptop, as Streamlit runs it: a round from the first screen to a map that followed."""

from collections.abc import Iterator

import pytest
from app_pages import html_of, page
from streamlit import config
from streamlit.testing.v1 import AppTest

from coverage.inventory.actors import Desk
from coverage.inventory.chain import chain_problems
from coverage.inventory.rounds import grant
from coverage.inventory.store import Store
from coverage.inventory.store_setup import init_store
from coverage.vocabulary import DeskRole

CENTRE = "GM9001"


@pytest.fixture
def store(laptop_desk: str) -> Iterator[Store]:
    made = init_store(laptop_desk)
    yield made
    made.close()


def desk(task: str = "start", **address: str) -> AppTest:
    return page("werkbank", (), taak=task, **address)


def press(at: AppTest, name: str) -> AppTest:
    (button,) = [b for b in at.button if b.label == name]
    button.click().run()
    assert not at.exception, at.exception[0].value
    return at


def book(store: Store):
    with store.reading() as connection:
        return store.book(connection)


def say(at: AppTest, field: str, kind: str) -> None:
    (choice,) = [s for s in at.selectbox if s.key == f"kind {field}"]
    choice.set_value(kind).run()


def test_the_first_screen_leads_to_a_round_with_invitations(store: Store) -> None:
    at = press(desk(), "Open de ronde")
    (opened,) = book(store).rounds.values()
    assert set(opened.asked.values()) == {"centre"}
    assert f"{len(opened.asked)} organisaties" in html_of(at)
    press(press(at, "Verder: Uitnodigen"), "Maak uitnodigingen")
    assert {i.organisation for i in book(store).invitations.values()} == set(opened.asked)


def test_what_is_said_by_telephone_is_judged_and_every_open_session_sees_it(store: Store) -> None:
    press(desk(), "Open de ronde")
    reader = page("mijn_gemeente", (), gemeente="Aardeveld")
    assert "Opgave gemeente" not in html_of(reader)
    at = desk("bellen", organisatie=CENTRE)
    say(at, "programme:P-AARDE existence", "confirmed")
    say(at, "programme:P-AARDE groups", "unknown")
    at = press(at, "Noteer deze antwoorden")
    assert "Ontvangstbewijs" in html_of(at)
    assert {a.kind.value for a in book(store).answers.values()} == {"confirmed", "unknown"}
    assert "2 antwoorden op die nog niet beoordeeld zijn" in html_of(page("mijn_gemeente", (), gemeente="Aardeveld"))
    at = desk("beoordelen")
    assert "Nieuwe Stap" in html_of(at)  # what stood there
    press(at, "Neem over (2)")
    assert len(book(store).accepted()) == 2
    reader.run()  # the next interaction of a session that was open all the time
    assert "Opgave gemeente Aardeveld" in html_of(reader)


def test_at_the_telephone_is_asked_what_belongs_to_the_answer(store: Store) -> None:
    press(desk(), "Open de ronde")
    at = desk("bellen", organisatie=CENTRE)

    def fields() -> set[str]:
        found = (w.key for w in [*at.text_input, *at.multiselect, *at.selectbox] if w.key)
        return {key.partition(" ")[0] for key in found if key.endswith(" programme:P-AARDE executor")}

    assert fields() == {"kind"}
    say(at, "programme:P-AARDE executor", "unknown")
    assert fields() == {"kind", "remark"}
    say(at, "programme:P-AARDE executor", "changed")
    assert fields() == {"kind", "value", "since", "remark"}
    at = press(at, "Noteer deze antwoorden")
    assert "Vul een antwoord in" in html_of(at) and "P-AARDE" not in html_of(at)
    (value,) = [t for t in at.text_input if t.key == "value programme:P-AARDE executor"]
    value.set_value("Stichting X")
    press(at, "Noteer deze antwoorden")
    (answer,) = book(store).answers.values()
    assert (answer.field.value, answer.value) == ("executor", "Stichting X")


def test_an_answer_goes_back_with_a_question_and_without_one_it_does_not(store: Store) -> None:
    press(desk(), "Open de ronde")
    at = desk("bellen", organisatie=CENTRE)
    say(at, "programme:P-AARDE existence", "ended")
    press(at, "Noteer deze antwoorden")
    at = press(desk("beoordelen"), "Geef terug met deze vraag")
    assert "Schrijf erbij waarom" in html_of(at)
    (field,) = [t for t in at.text_input if t.label.startswith("Vraag of reden")]
    field.set_value("Sinds wanneer is het gestopt?")
    press(at, "Geef terug met deze vraag")
    (answer,) = book(store).answers.values()
    assert (answer.state.value, answer.told) == ("returned", "Sinds wanneer is het gestopt?")


def test_a_new_programme_shows_its_effect_before_it_is_taken_over(store: Store) -> None:
    press(desk(), "Open de ronde")
    at = desk("bellen", organisatie=CENTRE)
    (name,) = [t for t in at.text_input if t.label == "Naam van het programma"]
    name.set_value("Programma X")
    (since,) = [t for t in at.text_input if t.label == "Sinds wanneer?"]
    since.set_value("2026-01")
    press(at, "Noteer dit programma")
    assert [t.value for t in at.text_input if t.label == "Naam van het programma"] == [""]  # pressed again it adds none
    at = desk("beoordelen")
    assert "verandert op de kaart van vandaag" in at.info[0].value
    assert [a.field.value for a in book(store).answers.values()] == ["existence", "area"]


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "**vet** [x](javascript:1)", "=1+1"])
def test_what_people_type_is_shown_as_text(store: Store, text: str) -> None:
    press(desk(), "Open de ronde")
    at = desk("bellen", organisatie=CENTRE)
    (name,) = [t for t in at.text_input if t.label == "Naam van het programma"]
    name.set_value(text)
    press(at, "Noteer dit programma")
    for task in ("beoordelen", "logboek", "bellen"):
        assert "<script>alert" not in html_of(desk(task, organisatie=CENTRE))


@pytest.mark.parametrize("task", ["start", "uitnodigen", "bellen", "beoordelen", "logboek", "publiceren"])
def test_each_part_stands_before_and_after_a_round_is_opened(store: Store, task: str) -> None:
    desk(task)
    press(desk(), "Open de ronde")
    desk(task, ronde="bestaat-niet", organisatie="GM0000")


def test_what_is_left_of_a_sending_is_ticked_again(store: Store) -> None:
    press(desk(), "Open de ronde")
    at = desk("bellen", organisatie=CENTRE)
    say(at, "programme:P-AARDE existence", "confirmed")
    say(at, "programme:P-AARDE groups", "unknown")
    press(at, "Noteer deze antwoorden")
    at = desk("beoordelen")
    called = next(s for s in at.selectbox if s.key == "judge-sending").options
    first, *others = at.checkbox
    first.uncheck().run()
    assert not [b for b in press(at, "Neem over (1)").button if b.label == "Neem over (2)"]
    assert [c.value for c in at.checkbox] == [True] and len(others) == 1
    assert next(s for s in at.selectbox if s.key == "judge-sending").options == called


def test_questions_about_what_ended_are_not_put(store: Store) -> None:
    press(desk(), "Open de ronde")
    at = desk("bellen", organisatie=CENTRE)
    put = [s.key for s in at.selectbox if s.key and s.key.startswith("kind programme:P-AARDE")]
    say(at, "programme:P-AARDE existence", "ended")
    left = [s.key for s in at.selectbox if s.key and s.key.startswith("kind programme:P-AARDE")]
    assert len(put) > 1 and left == ["kind programme:P-AARDE existence"]


def test_the_log_verifies_and_an_edition_is_published(store: Store) -> None:
    press(desk(), "Open de ronde")
    at = desk("bellen", organisatie=CENTRE)
    say(at, "programme:P-AARDE existence", "confirmed")
    press(at, "Noteer deze antwoorden")
    press(desk("beoordelen"), "Neem over (1)")
    at = press(desk("publiceren"), "Publiceer en leg vast")
    assert "vastgelegd op gebeurtenis" in html_of(at)
    at = press(desk("logboek"), "Reken de keten en de tabellen na")
    assert "In orde" in html_of(at)
    at = desk("publiceren")
    (name,) = [t for t in at.text_input if t.label == "Naam van de editie"]
    assert name.value == ""  # one that was published is not proposed again
    name.set_value(book(store).published[0][0])
    assert "kies een andere naam" in html_of(press(at, "Publiceer en leg vast"))


def test_a_text_is_erased_and_roles_are_given_and_taken(store: Store) -> None:
    press(desk(), "Open de ronde")
    at = desk("bellen", organisatie=CENTRE)
    say(at, "programme:P-AARDE existence", "unknown")
    (remark,) = [t for t in at.text_input if t.key == "remark programme:P-AARDE existence"]
    remark.set_value("Vraag het aan Jansen")
    press(at, "Noteer deze antwoorden")
    at = desk("logboek")
    assert "Jansen" in html_of(at)
    assert "Noem de reden" in html_of(press(at, "Wis de tekst"))
    (ground,) = [t for t in at.text_input if t.label.startswith("Waarom?")]
    ground.set_value("Er stond een naam in")
    assert "Jansen" not in html_of(press(at, "Wis de tekst"))
    with store.reading() as connection:
        assert list(chain_problems(store.events(connection))) == []

    assert not [b for b in desk().button if b.label == "Geef deze rol"]  # alone, there is nobody to give one to
    grant(store, Desk("laptop"), "laptop", DeskRole.ORGANISER)
    at = desk()
    (who,) = [t for t in at.text_input if t.label == "Kenmerk van een collega"]
    who.set_value("desk:bert")
    (role,) = [r for r in at.radio if r.label == "Rol"]
    role.set_value(DeskRole.REVIEWER)
    press(at, "Geef deze rol")
    assert book(store).roles["desk:bert"] == {DeskRole.REVIEWER}
    (who,) = [t for t in at.text_input if t.label == "Kenmerk van een collega"]
    who.set_value("laptop")
    (role,) = [r for r in at.radio if r.label == "Rol"]
    role.set_value(DeskRole.ORGANISER)
    assert "Iemand moet de uitvraag doen" in html_of(press(at, "Neem deze rol terug"))
    assert book(store).roles["laptop"] == {DeskRole.ORGANISER}


def test_without_a_desk_the_address_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COVERAGE_DESK", raising=False)
    assert "geen werkbank" in desk().markdown[0].value


def test_a_laptop_desk_opens_on_this_computer_only(store: Store) -> None:
    config.set_option("server.address", "0.0.0.0")
    at = desk()
    assert "mag alleen op 127.0.0.1" in html_of(at) and not at.button
