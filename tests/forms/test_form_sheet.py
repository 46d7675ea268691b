"""The correction sheet by the same door as the form: drafts of what answers a question, and a list of all the rest."""

from __future__ import annotations

from io import BytesIO

import openpyxl
from form_client import Client, Page
from played import CENTRE, TOWN, Played

from coverage.sheets.proposals import AGREES, COLUMNS, DATE, ID, RELATION, REMARK, SHEET, SOURCE, SUBJECT
from coverage.vocabulary import AnswerChannel, AnswerKind

BOUNDARY = "grens"
NAMES = {
    "agrees": AGREES, "relation": RELATION, "subject": SUBJECT, "source": SOURCE, "date": DATE, "remark": REMARK,
}  # fmt: skip


def fetched(played: Played, client: Client, organisation: str):
    """The sheet of an organisation, and the rows by identifier."""
    page = client.get(f"{played.home(organisation)}/correctieblad.xlsx")
    assert page.status == 200 and "attachment" in page.headers["content-disposition"]
    book = openpyxl.load_workbook(BytesIO(page.content))
    rows: dict[str, list[int]] = {}
    for row in range(2, book[SHEET].max_row + 1):
        rows.setdefault(str(book[SHEET].cell(row, COLUMNS.index(ID) + 1).value), []).append(row)
    return book, rows


def fill(book, row: int, **cells: str) -> None:
    names = {
        "agrees": AGREES,
        "relation": RELATION,
        "subject": SUBJECT,
        "source": SOURCE,
        "date": DATE,
        "remark": REMARK,
    }
    for name, value in cells.items():
        book[SHEET].cell(row, COLUMNS.index(names[name]) + 1).value = value


def bring_back(played: Played, client: Client, organisation: str, content: bytes, csrf: str | None = None) -> Page:
    home = f"{played.home(organisation)}/correctieblad"
    token = dict(client.get(home).form()[1])["csrf"] if csrf is None else csrf
    body = (
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n{token}\r\n'
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="blad.xlsx"\r\n'
        "Content-Type: application/octet-stream\r\n\r\n"
    ).encode() + content + f"\r\n--{BOUNDARY}--\r\n".encode()  # fmt: skip
    return client.post(home, body=body, kind=f"multipart/form-data; boundary={BOUNDARY}")


def saved(book) -> bytes:
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_a_confirmed_row_of_a_programme_is_an_answer_sent_by_sheet(played: Played) -> None:
    client = played.client()
    book, rows = fetched(played, client, CENTRE)
    location = next(key for key in rows if "C001" in key)
    fill(book, rows[location][0], agrees="ja", remark="Zie het jaarverslag")
    page = bring_back(played, client, CENTRE, saved(book))
    assert page.status == 200 and "In je concept gekomen" in page.text
    assert "klopt nog" in page.text
    check = client.get(f"{played.home()}/controle")
    assert "Zie het jaarverslag" in check.text
    client.submit(department="zorg")
    (answer,) = played.book().answers.values()
    assert (answer.kind, answer.channel) == (AnswerKind.CONFIRMED, AnswerChannel.SHEET)
    assert answer.subject == "programme:P-AARDE" and answer.shown["words"]


def test_a_programme_that_a_municipality_adds_is_its_answer(played: Played) -> None:
    client = played.client(TOWN)
    book, rows = fetched(played, client, TOWN)
    row = rows["nieuw"][0]
    fill(book, row, subject="Beukenhulp", relation="vestiging", source="Raadsbesluit 12", date="2026-02")
    page = bring_back(played, client, TOWN, saved(book))
    assert "Beukenhulp" in page.text, page.text
    client.get(f"{played.home(TOWN)}/controle")
    client.submit(department="zorg")
    (answer,) = played.book().answers.values()
    assert (answer.kind, answer.value, answer.since) == (AnswerKind.ADDED, "Beukenhulp", "2026-02")
    assert "Raadsbesluit 12" in answer.remark


def test_nothing_that_was_filled_in_is_lost_silently(played: Played) -> None:
    client = played.client()
    book, rows = fetched(played, client, CENTRE)
    location = next(key for key in rows if "C001" in key)
    fill(book, rows[location][0], agrees="nee", remark="Iets anders", source="wij", date="2026")
    book[SHEET].cell(rows[location][0], len(COLUMNS) + 2).value = "kolom van onszelf"
    fill(book, rows["nieuw"][0], agrees="misschien wel")
    page = bring_back(played, client, CENTRE, saved(book))
    assert "Dit konden wij niet als antwoord lezen" in page.text and "kolom van onszelf" in page.text
    assert "beantwoord de vraag zelf" in page.text or "vraagt" in page.text
    assert page.text.count("<li>") >= 3
    assert "nog te doen" in client.get(f"{played.home()}").text


def test_a_file_that_is_no_sheet_is_told(played: Played) -> None:
    client = played.client()
    for content, says in (
        (b"", "Kies eerst het bestand"),
        (b"PK\x03\x04 kapot", 'id="file-fault"'),
        (b"\x00" * 99, "fault"),
    ):
        page = bring_back(played, client, CENTRE, content)
        assert page.status == 400 and says in page.text
    assert bring_back(played, client, CENTRE, b"x", csrf="x").status == 403


def test_a_stop_at_the_centre_ends_the_programme_and_says_since_when(played: Played) -> None:
    client = played.client()
    book, rows = fetched(played, client, CENTRE)
    location = next(key for key in rows if "C001" in key)
    fill(book, rows[location][0], agrees="nee", relation="gestopt", source="Besluit", date="2026-03")
    bring_back(played, client, CENTRE, saved(book))
    assert "Is gestopt, sinds maart 2026" in client.get(f"{played.home()}/controle").text
