"""The logins that deploy/logins.sh makes on PostgreSQL: the desk writes, the dashboard only reads what was accepted."""

import os
import subprocess
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
from small_package import write_package
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from coverage.dataset.newest import add_to_snapshots, current
from coverage.dataset.problems import read_strings
from coverage.dates import today
from coverage.inventory.actors import Desk
from coverage.inventory.judging import accept
from coverage.inventory.overlay import check_with, public_book, show_accepted
from coverage.inventory.rounds import Dates, asked_organisations, open_round
from coverage.inventory.statements import AnswerStatement
from coverage.inventory.store import Store
from coverage.inventory.store_setup import init_store, open_store
from coverage.inventory.submitting import Sending, submit
from coverage.vocabulary import AnswerChannel, AnswerField, AnswerKind

LOGINS = Path(__file__).parents[2] / "deploy" / "logins.sh"
ANNA, BERT = Desk("desk:anna"), Desk("desk:bert")


@pytest.fixture
def deployed(postgres_url: str, psql: Path) -> tuple[Store, Store]:
    """Stores of the desk and of the dashboard, after the owner made the tables."""
    init_store(postgres_url).close()
    parts = urlsplit(postgres_url)
    variables = {
        "PATH": f"{psql}:{os.environ['PATH']}", "PGHOST": "127.0.0.1", "PGPORT": str(parts.port),
        "PGDATABASE": parts.path.strip("/"), "WRITER": "it's a secret", "READER": "another",
    }  # fmt: skip
    for _again in range(2):  # running it again changes nothing
        subprocess.run(["sh", str(LOGINS)], env=variables, check=True, timeout=60)
    return (
        open_store(postgres_url.replace("owner@", "desk:it%27s%20a%20secret@")),
        open_store(postgres_url.replace("owner@", "dashboard:another@")),
    )


def test_the_dashboard_follows_the_desk_and_cannot_write(deployed: tuple[Store, Store], tmp_path: Path) -> None:
    desk, dashboard = deployed
    package = write_package(tmp_path / "data")
    strings = read_strings(package)[0]
    dates = Dates(deadline=today() + timedelta(28), opening=today())
    open_round(desk, ANNA, "najaar", asked_organisations(strings, "centres"), dates)
    said = AnswerStatement(
        "programme:AAR-NIEUW", AnswerField.EXISTENCE, AnswerKind.ADDED, "Nieuw programma", remark="Voor BERT"
    )
    receipt = submit(desk, ANNA, Sending(str(uuid4()), "GM9001", "najaar", AnswerChannel.PHONE, (said,)), strings)
    show_accepted(dashboard)
    try:
        assert "AAR-NIEUW" not in set(current(package).table("programmes")["programme_id"])
        accept(desk, BERT, receipt.answers, check_with(strings))
        assert "AAR-NIEUW" in set(current(package).table("programmes")["programme_id"])
    finally:
        add_to_snapshots(None)
    (seen,) = public_book(dashboard).answers.values()
    assert (seen.value, seen.remark) == ("Nieuw programma", "")
    for statement in ("SELECT * FROM event_text", "SELECT * FROM invitation", "DELETE FROM event"):
        with pytest.raises(DBAPIError), dashboard.writing() as connection:
            connection.execute(text(statement))
    for store in deployed:
        store.close()
