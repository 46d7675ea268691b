"""The actions of ``inventory``. Each loads what it needs when it runs: other commands need no database library."""

from __future__ import annotations

import argparse
import csv
import sys
from pathlib import Path
from typing import Any
from uuid import uuid4

from coverage.cli.inventory_output import queue_as_json, response_as_json
from coverage.cli.output import CommandError, print_json, print_table
from coverage.dates import today
from coverage.i18n import label
from coverage.vocabulary import AnswerChannel, AnswerField, AnswerKind, DeskRole


def make_database(_arguments: argparse.Namespace) -> int:
    from coverage.inventory.store_setup import init_store

    store = init_store()
    print(f"De inventaris is klaar: {store.url.render_as_string(hide_password=True)}")
    store.close()
    return 0


def _desk(arguments: argparse.Namespace) -> Any:
    from coverage.inventory.actors import Desk

    return Desk(arguments.actor)


def _tables(arguments: argparse.Namespace, store: Any) -> dict[str, Any]:
    """The tables of the package with what was accepted."""
    from coverage.inventory.overlay import tables_now

    return tables_now(store, arguments.data)


def _organisation(arguments: argparse.Namespace, name: str) -> str:
    """The code of a municipality of today, by any spelling."""
    from coverage.dataset import current
    from coverage.editing.words import municipality

    return municipality(current(arguments.data), name.strip(), None)


def _organisations(arguments: argparse.Namespace, names: str) -> list[str]:
    """The codes of several, separated by semicolons, or by commas where there is no semicolon."""
    parts = names.split(";" if ";" in names else ",")
    return [_organisation(arguments, name) for name in parts if name.strip()]


def open_a_round(arguments: argparse.Namespace, store: Any) -> int:
    from coverage.inventory.rounds import Dates, asked_organisations, open_round

    ask: str | list[str] = arguments.ask
    if ask not in {"centres", "all"}:
        try:
            lines = Path(arguments.ask).read_text(encoding="utf-8-sig").splitlines()
        except (OSError, UnicodeDecodeError):
            raise CommandError(
                f"--ask: {arguments.ask} is geen leesbaar bestand; of schrijf centres, all of named"
            ) from None
        ask = [_organisation(arguments, line) for line in lines if line.strip()]
    with store.reading() as connection:
        book = store.book(connection)
    asked = asked_organisations(_tables(arguments, store), ask, book)
    dates = Dates(arguments.deadline, arguments.opening or today(), arguments.freeze, arguments.meeting)
    made = open_round(store, _desk(arguments), arguments.name, asked, dates)
    print(f"Ronde {made.name} is open: {len(made.asked)} organisaties, tot en met {made.deadline}")
    return 0


def close_a_round(arguments: argparse.Namespace, store: Any) -> int:
    from coverage.inventory.rounds import close_round

    close_round(store, _desk(arguments), arguments.name)
    print(f"Ronde {arguments.name} is gesloten.")
    return 0


def make_invitations(arguments: argparse.Namespace, store: Any) -> int:
    from coverage.inventory.rounds import invite
    from coverage.inventory.subjects import Places

    places = Places(_tables(arguments, store))
    only = _organisations(arguments, arguments.only) if arguments.only else ()
    mailboxes: dict[str, str] = {}
    if arguments.mailboxes:
        with arguments.mailboxes.open(encoding="utf-8-sig", newline="") as file:
            mailboxes = {_organisation(arguments, r["organisation"]): r["mailbox"] for r in csv.DictReader(file)}
    letters = invite(store, _desk(arguments), arguments.name, mailboxes, only)
    rows = [
        {"organisation": x.organisation, "name": places.names[x.organisation], "mailbox": x.mailbox,
         "link": f"/opgave/{x.link}", "code": x.code,
         "expires_on": x.expires_on.isoformat(), "invitation": x.invitation_id}
        for x in letters
    ]  # fmt: skip
    if arguments.format == "json":
        print_json(rows)
    else:
        writer = csv.DictWriter(sys.stdout, rows[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return 0


def record(arguments: argparse.Namespace, store: Any) -> int:
    from coverage.inventory.statements import AnswerStatement
    from coverage.inventory.submitting import Sending, submit

    tables = _tables(arguments, store)
    with store.reading() as connection:
        seen = store.head(connection)[0]
    of_area = arguments.field == AnswerField.AREA
    value = ",".join(_organisations(arguments, arguments.value)) if of_area and arguments.value else arguments.value
    statement = AnswerStatement(
        arguments.subject, AnswerField(arguments.field), AnswerKind(arguments.kind), value, arguments.since,
        arguments.remark, base_seq=seen,
    )  # fmt: skip
    organisation = _organisation(arguments, arguments.organisation)
    channel = AnswerChannel(arguments.channel)
    sending = Sending(arguments.id or str(uuid4()), organisation, arguments.round, channel, (statement,))
    receipt = submit(store, _desk(arguments), sending, tables)
    if arguments.format == "json":
        print_json({"receipt": receipt.number, "submission": receipt.submission_id, "answers": list(receipt.answers)})
    else:
        print(f"Ontvangstbewijs {receipt.number}; antwoord {', '.join(receipt.answers)}")
    return 0


def show_queue(arguments: argparse.Namespace, store: Any) -> int:
    from coverage.inventory.judging import queue

    with store.reading() as connection:
        waiting = queue(store.book(connection))
    rows = queue_as_json(waiting)
    if arguments.format == "json":
        print_json(rows)
    else:
        header = ("id", "organisation", "subject", "field", "kind", "value", "conflict")
        print_table(header, [[_as_cell(r[name]) for name in header] for r in rows])
    return 0


def _as_cell(value: Any) -> str:
    """A value of an answer in a table: nothing for none, codes of a list after each other."""
    return " ".join(value) if isinstance(value, list) else "" if value is None else str(value)


def accept_answers(arguments: argparse.Namespace, store: Any) -> int:
    from coverage.dataset.problems import read_strings
    from coverage.inventory.judging import accept, found_answers
    from coverage.inventory.overlay import check_with

    with store.reading() as connection:
        ids = found_answers(store.book(connection), arguments.ids)
    made = accept(store, _desk(arguments), ids, check_with(read_strings(arguments.data)[0]))
    alone = " (alleen: niemand keek mee)" if any(e.payload["alone"] for e in made) else ""
    print(f"{len(made)} overgenomen{alone}.")
    return 0


def ask_back(arguments: argparse.Namespace, store: Any) -> int:
    from coverage.inventory.judging import found_answers, send_back

    with store.reading() as connection:
        (answer_id,) = found_answers(store.book(connection), [arguments.id])[:1]
    send_back(store, _desk(arguments), answer_id, arguments.reason)
    print(f"Antwoord {answer_id} is terug met een vraag.")
    return 0


def refuse(arguments: argparse.Namespace, store: Any) -> int:
    from coverage.inventory.judging import found_answers, reject

    with store.reading() as connection:
        (answer_id,) = found_answers(store.book(connection), [arguments.id])[:1]
    reject(store, _desk(arguments), answer_id, arguments.reason)
    print(f"Antwoord {answer_id} is niet overgenomen.")
    return 0


def erase(arguments: argparse.Namespace, store: Any) -> int:
    from coverage.inventory.judging import redact

    made = redact(store, _desk(arguments), arguments.id, arguments.reason)
    print(f"Gewist: {', '.join(made.payload['names'])}.")
    return 0


def show_response(arguments: argparse.Namespace, store: Any) -> int:
    from coverage.inventory.response import response

    with store.reading() as connection:
        found = response(store.book(connection), _tables(arguments, store), arguments.name, today())
    if arguments.format == "json":
        print_json(response_as_json(found))
        return 0
    total = len(found.organisations)
    print(f"{found.came_in} van {total} antwoordden, {found.partly} daarvan deels; {found.accepted} overgenomen; "
          f"{found.unknown} zeggen ergens: weten wij niet")  # fmt: skip
    print_table(("regio", "naam", "stand"), [(r.number, r.name, label(r.state)) for r in found.regions])
    return 0


def publish_edition(arguments: argparse.Namespace, store: Any) -> int:
    from coverage.editing.publishing import publish

    made = publish(store, _desk(arguments), arguments.data, arguments.edition)
    print(f"Editie {made.edition.name} vastgelegd op gebeurtenis {made.seq} ({made.hash}); gewijzigd: "
          f"{', '.join(made.files) or 'niets'}; gemeenten met een andere status: {len(made.changes)}")  # fmt: skip
    return 0


def recompute(arguments: argparse.Namespace, store: Any) -> int:
    from coverage.editing.publishing import verify

    problems = list(verify(store, arguments.data))
    with store.reading() as connection:
        seq, head = store.head(connection)
    print("\n".join(problems) if problems else f"In orde: {seq} gebeurtenissen, laatste hash {head}")
    return int(bool(problems))


def save_backup(arguments: argparse.Namespace, store: Any) -> int:
    from coverage.inventory.backup import backup

    seq, head = backup(store, arguments.file)
    print(f"{seq} gebeurtenissen in {arguments.file}, laatste hash {head}")
    return 0


def put_back_backup(arguments: argparse.Namespace, store: Any) -> int:
    from coverage.inventory.backup import restore

    seq, head = restore(store, arguments.file)
    print(f"{seq} gebeurtenissen teruggezet, laatste hash {head}")
    return 0


def give_role(arguments: argparse.Namespace, store: Any) -> int:
    from coverage.inventory.rounds import grant

    role = DeskRole(arguments.role)
    grant(store, _desk(arguments), arguments.reference, role, held=not arguments.take_back)
    print(f"{arguments.reference}: {label(role)} {'teruggenomen' if arguments.take_back else 'gegeven'}")
    return 0
