"""The form as somebody without scripts uses it: the door, the questions, the check, the receipt."""

from __future__ import annotations

import re
from datetime import timedelta
from urllib.parse import urljoin

import pytest
from form_client import Client
from played import ANNA, BERT, CENTRE, OTHER_CENTRE, ROUND, TOWN, Played

from coverage import dates
from coverage.dataset.problems import read_strings
from coverage.inventory.judging import accept, reject, send_back
from coverage.inventory.overlay import check_with
from coverage.inventory.rounds import close_round, revoke_invitation
from coverage.vocabulary import AnswerChannel, AnswerKind, AnswerState


def question(played: Played, client: Client, subject: str, field: str, organisation: str = CENTRE):
    return client.get(f"{played.home(organisation)}/vraag/{subject}/{field}")


def answer_all(client: Client, **wanted: str) -> None:
    """From the first question on: what is known is confirmed, the rest not known, unless ``wanted`` by field."""
    for _n in range(40):
        page = client.page
        assert page is not None
        if "/vraag/" not in page.url:
            return
        field = page.url.partition("?")[0].rsplit("/", 1)[1]
        offered = re.findall(r'name="answer" id="[^"]*" value="([^"]*)"', page.text)
        client.submit(answer=wanted.get(field, "confirmed" if "confirmed" in offered else "unknown"))
    raise AssertionError("the questions do not end")


def start(played: Played, organisation: str = CENTRE) -> Client:
    client = played.client(organisation)
    assert client.page is not None
    client.get(next(link for link in client.page.links if "/vraag/" in link))
    return client


def test_opening_the_link_names_the_organisation_and_changes_nothing(played: Played) -> None:
    client, before = Client(played.app), played.book().seq
    for _n in range(20):  # mail scanners open links
        page = client.get(played.home())
    assert page.status == 200 and "Opgave van gemeente Aardeveld" in page.text
    assert played.letters[CENTRE].code not in page.text
    assert played.book().seq == before
    client.submit(code=played.letters[CENTRE].code.lower() + " ")
    assert client.page is not None and "Jouw vragen" in client.page.text


def test_a_cookie_is_for_these_pages_only(played: Played) -> None:
    for scheme, secure in (("http", False), ("https", True)):
        client = Client(played.app, scheme)
        client.get(played.home())
        assert client.page is not None
        action, fields = client.page.form()
        sent = [(n, played.letters[CENTRE].code if n == "code" else v) for n, v in fields]
        answer = client.post(action, sent, follow=False)
        name = "__Secure-opgave=" if secure else "opgave="
        line = next(c for c in answer.headers.getlist("set-cookie") if c.startswith(name))
        assert f"Path={played.home()}" in line and "HttpOnly" in line and "SameSite=lax" in line
        assert "Max-Age=28800" in line
        assert ("Secure" in line) is secure


def test_who_comes_in_again_has_one_session(played: Played) -> None:
    client = played.client()
    first = dict(client.cookies)
    ours = (played.home(), "opgave")
    door = Client(played.app)
    door.get(played.home())
    assert door.page is not None
    action, fields = door.page.form()
    door.cookies |= {ours: first[ours]}
    door.post(action, [(n, played.letters[CENTRE].code if n == "code" else v) for n, v in fields])
    assert "Jouw vragen" in door.get(played.home()).text and door.cookies[ours] != first[ours]
    client.cookies = first
    assert "Opgave van gemeente" in client.get(played.home()).text


def test_over_tls_the_form_works_with_its_own_cookie(played: Played) -> None:
    client = played.client(scheme="https")
    assert "Jouw vragen" in client.get(played.home()).text
    assert {name for _path, name in client.cookies} == {"__Secure-opgave"}


def test_coming_in_and_a_wrong_code_are_logged_without_the_code(
    played: Played, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "coverage.forms.door")
    letter = played.letters[CENTRE]
    client = Client(played.app)
    client.get(played.home())
    client.submit(code="AAAAAAAA")
    client.submit(code=letter.code)
    wrong, came = (record.getMessage() for record in caplog.records)
    assert wrong == f"wrong code on invitation {letter.invitation_id}, 9 tries left"
    assert came == f"invitation {letter.invitation_id} was entered"
    assert not any(secret in caplog.text for secret in (letter.link, letter.code, "AAAAAAAA"))


def test_tries_are_limited_and_told(played: Played) -> None:
    client = Client(played.app)
    client.get(played.home())
    for left in range(9, -1, -1):
        page = client.submit(code="AAAAAAAA")
        assert page.status == (403 if left else 410)
        assert f"nog {left} keer" in page.text or not left
    page = client.get(played.home())
    assert page.status == 410 and "niet meer geldig" in page.text


@pytest.mark.parametrize("link", ["x", "A" * 22, "%2e%2e", "a'b<c>" * 4, "A" * 500, "%00" * 20])
def test_a_link_that_is_none(played: Played, link: str) -> None:
    page = Client(played.app).get(f"/base/opgave/{link}")
    assert page.status == 404 and "<c>" not in page.text


def test_a_whole_set_is_answered_checked_and_sent_with_a_receipt(played: Played) -> None:
    client = start(played)
    answer_all(client, capacity_class="changed:limited")
    page = client.page
    assert page is not None and page.url.partition("?")[0].endswith("/controle")
    assert "Opgeslagen om" in page.text
    assert page.text.index("Beperkt plaats") < page.text.index("Klopt nog")  # what changes comes first
    assert "<title>Controleer je antwoorden" in page.text
    sent = client.submit(department="beleidsmedewerker zorg")
    assert sent.status == 200 and "/ontvangst/" in sent.url
    book = played.book()
    said = {(a.subject, a.field.value): a for a in book.answers.values()}
    assert said["programme:P-AARDE", "capacity_class"].value == "limited"
    area = said["programme:P-AARDE", "area"]
    assert area.kind is AnswerKind.CONFIRMED and area.channel is AnswerChannel.FORM
    assert area.shown["value"] == ["GM9001", "GM9002", "GM9003", "GM9006"] and area.base_seq == 4
    number = re.search(r'class="number">([^<]+)<', sent.text)
    assert number and number[1].startswith(f"{book.seq}-")
    pdf = client.get(next(link for link in sent.links if link.endswith(".pdf")))
    assert pdf.content.startswith(b"%PDF") and pdf.headers["content-type"] == "application/pdf"
    accept(played.store, BERT, list(book.answers), check_with(read_strings(played.package)[0]))
    assert "overgenomen" in client.get(played.home()).text


def test_sending_twice_is_one_submission(played: Played) -> None:
    client = start(played)
    answer_all(client)
    assert client.page is not None
    check = client.page
    first = client.submit(department="afdeling zorg").url
    seq = played.book().seq
    client.page = check
    assert client.submit(department="afdeling zorg").url == first
    assert played.book().seq == seq


def test_drafts_that_changed_are_looked_at_again_before_they_are_sent(played: Played) -> None:
    one, two = start(played), played.client()
    answer_all(one)
    check = one.page
    question(played, two, "programme:P-AARDE", "executor")
    two.submit(answer="changed", text="Stichting Anders")
    one.page = check
    again = one.submit(department="afdeling zorg")
    assert "Een collega veranderde intussen iets" in again.text and "Stichting Anders" in again.text
    assert played.book().answers == {}
    assert "/ontvangst/" in one.submit().url


def test_the_last_of_two_colleagues_is_told(played: Played) -> None:
    one, two = played.client(), played.client()
    for client in (one, two):
        question(played, client, "programme:P-AARDE", "executor")
    one.submit(answer="changed", text="Stichting Een")
    told = two.submit(answer="changed", text="Stichting Twee")
    assert "Een collega beantwoordde deze vraag intussen anders" in told.text and "Stichting Een" in told.text
    assert "Stichting Twee" in question(played, one, "programme:P-AARDE", "executor").text


def test_a_change_from_the_check_comes_back_to_it(played: Played) -> None:
    client = start(played)
    answer_all(client)
    assert client.page is not None
    link = next(x for x in client.page.links if "executor" in x)
    client.get(urljoin(client.page.url, link))
    back = client.submit(answer="changed", text="Stichting Nieuw")
    assert back.url.partition("?")[0].endswith("/controle") and "Stichting Nieuw" in back.text


def test_a_programme_that_ended_is_asked_no_more_about(played: Played) -> None:
    client = start(played)
    client.submit(answer="ended", since="2026-03")
    assert "P-AARDE" not in client.page.url.partition("?")[0]  # type: ignore[union-attr]
    tasks = client.get(played.home()).text
    assert "programme:P-AARDE/existence" in tasks and "programme:P-AARDE/executor" not in tasks
    question(played, client, "programme:P-AARDE", "existence")
    client.submit(answer="confirmed")
    assert "programme:P-AARDE/executor" in client.get(played.home()).text


def test_a_programme_can_be_added_and_told_about_at_once(played: Played) -> None:
    client = played.client(OTHER_CENTRE)
    client.get(f"{played.home(OTHER_CENTRE)}/nieuw")
    page = client.submit(text="Opnieuw! <b>", since="2026-01")
    assert "/vraag/programme:GM9007-OPNIEUW-B/executor" in page.url
    client.submit(answer="changed", text="Stichting X")
    page = client.submit(answer="changed", code=["GM9008", "GM9007"], others="Beukenrode")
    assert page.status == 200
    page = client.get(f"{played.home(OTHER_CENTRE)}/controle")
    assert "Opnieuw! &lt;b&gt;" in page.text and "Beukenrode, Ijsveen, Súdhaven" in page.text
    client.submit(department="zorg")
    book = played.book()
    assert {a.field.value for a in book.answers.values()} == {"existence", "executor", "area"}
    accept(played.store, BERT, list(book.answers), check_with(read_strings(played.package)[0]))
    town = played.client(TOWN)
    assert "Zeg of jullie dit programma kennen" in town.page.text  # type: ignore[union-attr]


def test_an_answer_that_is_returned_or_rejected_says_why(played: Played) -> None:
    client = start(played)
    answer_all(client)
    client.submit(department="zorg")
    found = {(a.subject, a.field.value): a.answer_id for a in played.book().answers.values()}
    send_back(played.store, BERT, found["programme:P-AARDE", "area"], "Hoort Grootmeer erbij?")
    reject(played.store, BERT, found["programme:P-AARDE", "executor"], "Dit loopt via de regio.")
    tasks = client.get(played.home()).text
    assert "Hoort Grootmeer erbij?" in tasks and "Dit loopt via de regio." in tasks
    page = question(played, client, "programme:P-AARDE", "area")
    assert "Hoort Grootmeer erbij?" in page.text and "checked" in page.text  # what was sent stands there
    client.submit(answer="changed", code=["GM9001"])
    client.get(f"{played.home()}/controle")
    client.submit(department="zorg")
    states = [a.state for a in played.book().about("programme:P-AARDE") if a.field.value == "area"]
    assert states == [AnswerState.SUPERSEDED, AnswerState.STATED]


def test_an_answer_is_taken_back_until_it_is_judged(played: Played) -> None:
    client = start(played)
    client.submit(answer="confirmed")
    client.get(f"{played.home()}/controle")
    client.submit(department="zorg")
    client.get(played.home())
    page = client.submit(0)  # the only form but that of leaving: "Trek in"
    assert "Ingetrokken. Je kunt de vraag opnieuw beantwoorden." in page.text and "Trek in" not in page.text
    (answer,) = played.book().answers.values()
    assert answer.state is AnswerState.WITHDRAWN
    question(played, client, "programme:P-AARDE", "existence")
    client.submit(answer="unknown")
    client.get(f"{played.home()}/controle")
    client.submit(department="zorg")
    before = client.get(played.home())
    _first, again = played.book().answers.values()
    reject(played.store, BERT, again.answer_id, "Er staat een programma op de site.")
    client.page = before
    assert "is al beoordeeld" in client.submit(0).text
    assert played.book().answers[again.answer_id].state is AnswerState.REJECTED
    other = played.client(OTHER_CENTRE)
    csrf = dict(other.page.form()[1])["csrf"]  # type: ignore[union-attr]
    page = other.post(f"{played.home(OTHER_CENTRE)}/intrekken/{again.answer_id}", [("csrf", csrf)])
    assert "van een andere organisatie" in page.text


def test_with_a_programme_goes_what_was_said_about_it(played: Played) -> None:
    client = played.client()
    client.get(f"{played.home()}/nieuw")
    subject = client.submit(text="Nieuw").url.partition("/vraag/")[2].partition("/")[0]
    client.submit(answer="changed", text="Stichting Nieuw")
    client.get(f"{played.home()}/controle")
    client.submit(department="zorg")
    client.get(played.home())
    forms = [i for i in range(3) if "intrekken" in client.page.form(i)[0]]  # type: ignore[union-attr]
    client.submit(forms[0])
    assert {a.state for a in played.book().about(subject)} == {AnswerState.WITHDRAWN} and len(forms) == 2


@pytest.mark.parametrize(
    ("field", "typed", "place", "says"),
    [
        ("executor", {}, "answer-0", "Kies een antwoord"),
        ("executor", {"answer": "ended"}, "answer-0", "Kies een antwoord"),
        ("executor", {"answer": "changed", "text": " "}, "text", "Vul een antwoord in"),
        ("executor", {"answer": "changed", "text": "x" * 201}, "text", "langer dan 200"),
        ("executor", {"answer": "confirmed", "remark": "bel 06-12345678"}, "remark", "telefoonnummer"),
        ("executor", {"answer": "confirmed", "remark": "x" * 301}, "remark", "langer dan 300"),
        ("existence", {"answer": "ended", "since": "gisteren"}, "since-1", "geen datum"),
        ("existence", {"answer": "ended", "since": "2999"}, "since-1", "toekomst"),
        ("area", {"answer": "changed", "others": "Nergens"}, "others", "geen gemeente"),
        ("area", {"answer": "changed", "code": ["GM0000"]}, "others", "geen gemeente"),
        ("groups", {"answer": "changed", "code": ["<script>"]}, "code-0", "geen keuze"),
        ("access", {"answer": "changed:unknown"}, "answer-0", "Kies een antwoord"),
    ],
)
def test_what_is_wrong_is_said_on_top_and_at_the_field(played: Played, field, typed, place, says) -> None:
    client = played.client()
    question(played, client, "programme:P-AARDE", field)
    page = client.submit(**typed)
    assert page.status == 400 and "<title>Fout: " in page.text
    assert f'<a href="#{place}">' in page.text and f'id="{place}"' in page.text and says in page.text
    assert f'id="{place}-fault"' in page.text
    assert re.search(rf'aria-describedby="[^"]*{place}-fault', page.text)
    assert "<script>" not in page.text


def test_what_is_known_may_change_under_the_form(played: Played) -> None:
    client = played.client()
    question(played, client, "programme:P-AARDE", "executor")
    page = client.submit(seen="000000000000", answer="confirmed", remark="Ja hoor")
    assert "veranderde terwijl je antwoordde" in page.text and "Ja hoor" in page.text
    assert client.submit(answer="confirmed").status == 200


def test_who_confirms_a_programme_did_not_name_its_executor_or_area(played: Played) -> None:
    """What stood before keeps its own source beside it, until somebody answers that question."""
    client = played.client()
    cites = re.compile(r"Opgave gemeente")
    for field, here in (("existence", True), ("executor", False), ("area", False)):
        assert not cites.search(question(played, client, "programme:P-AARDE", field).text)
        if here:
            client.submit(answer="confirmed")
    client.get(f"{played.home()}/controle")
    client.submit(department="zorg")
    accept(played.store, BERT, list(played.book().answers), check_with(read_strings(played.package)[0]))
    for field, stated in (("existence", True), ("executor", False), ("area", False)):
        page = question(played, client, "programme:P-AARDE", field).text
        assert bool(cites.search(page)) is stated, field


def test_volatile_answers_have_no_default_and_stable_ones_are_prefilled(played: Played) -> None:
    client = played.client()
    assert "Stichting Voorbeeld</textarea>" in question(played, client, "programme:P-AARDE", "executor").text
    for field in ("existence", "executor", "capacity_class", "professional_route"):
        page = question(played, client, "programme:P-AARDE", field)
        assert not re.search(r'type="radio"[^>]*checked', page.text), field


def test_a_municipality_answers_about_itself_only(played: Played) -> None:
    client = played.client(TOWN)
    tasks = client.page.text  # type: ignore[union-attr]
    assert "municipality:GM9002/existence" in tasks and "programme:" not in tasks
    for path in ("vraag/programme:P-AARDE/existence", "vraag/municipality:GM9001/existence", "nieuw", "ontvangst/x"):
        assert client.get(f"{played.home(TOWN)}/{path}").status == 404, path


def test_the_last_days_are_told(played: Played, monkeypatch: pytest.MonkeyPatch) -> None:
    later = dates.now() + timedelta(29)
    monkeypatch.setattr(dates, "now", lambda: later)
    assert "De termijn is voorbij" in played.client().page.text  # type: ignore[union-attr]
    close_round(played.store, ANNA, ROUND)
    assert "Deze ronde is gesloten" in played.client().page.text  # type: ignore[union-attr]


def test_revoking_ends_the_visit(played: Played) -> None:
    client = played.client()
    revoke_invitation(played.store, ANNA, played.letters[CENTRE].invitation_id)
    assert client.get(played.home()).status == 410


def test_leaving_ends_the_session_and_keeps_the_draft(played: Played) -> None:
    client = start(played)
    client.submit(answer="confirmed")
    kept = dict(client.cookies)
    client.get(played.home())
    client.submit()
    assert "Opgave van gemeente" in client.page.text  # type: ignore[union-attr]
    client.cookies = kept  # whoever copied the cookie
    assert "Opgave van gemeente" in client.get(played.home()).text
    assert "bewaard, nog niet verstuurd" in played.client().page.text  # type: ignore[union-attr]


def test_english_all_the_way(played: Played) -> None:
    client = played.client()
    page = client.get(f"{played.home()}?taal=en")
    assert '<html lang="en">' in page.text and "Your questions" in page.text
    page = client.get(next(link for link in page.links if "/vraag/" in link))
    assert "Is there a programme" in page.text
    assert "Which organisation runs" in client.submit(answer="confirmed").text
