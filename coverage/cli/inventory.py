"""``inventory``: everything that the desk does, for scripts: rounds, invitations, answers, judging, publishing."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from coverage.cli import inventory_actions as actions
from coverage.cli.output import CommandError, Commands, add_data, add_format, any_day
from coverage.vocabulary import AnswerChannel, AnswerField, AnswerKind, DeskRole

ACTOR_VARIABLE = "COVERAGE_ACTOR"


def register(commands: Commands) -> None:
    """Add the command and its actions."""
    command = commands.add_parser("inventory", help="de levende inventaris: vragen, antwoorden, beoordelen, publiceren")
    actor = os.environ.get(ACTOR_VARIABLE) or "laptop"
    command.add_argument("--actor", default=actor, metavar="KENMERK", help="wie dit doet, als ondoorzichtig kenmerk")
    add_data(command)
    parsers = command.add_subparsers(dest="action", required=True, metavar="actie")

    def action(name: str, run: Callable[[argparse.Namespace, Any], int], text: str) -> argparse.ArgumentParser:
        made: argparse.ArgumentParser = parsers.add_parser(name, help=text)
        made.set_defaults(run=lambda arguments: _run(run, arguments))
        return made

    parsers.add_parser("init", help="maak de database, of werk hem bij").set_defaults(run=actions.make_database)
    _rounds(parsers)
    invite = action("invite", actions.make_invitations, "maak uitnodigingen; link en code staan alleen in deze uitvoer")
    invite.add_argument("name", metavar="RONDE", help="naam van de ronde")
    invite.add_argument("--only", metavar="GEMEENTEN", help="alleen deze, gescheiden door puntkomma's of komma's")
    invite.add_argument("--mailboxes", type=Path, metavar="CSV", help="kolommen organisation en mailbox (functioneel)")
    invite.add_argument("--format", choices=("csv", "json"), default="csv", help="tabel of JSON")
    _answering(action)
    _judging(action)
    for name, run, text in (
        ("response", actions.show_response, "hoe ver is een ronde"),
        ("queue", actions.show_queue, "antwoorden die wachten, zwaarste eerst"),
    ):  # fmt: skip
        found = action(name, run, text)
        if name == "response":
            found.add_argument("name", metavar="RONDE", help="naam van de ronde")
        add_format(found)
    action(
        "publish", actions.publish_edition, "schrijf wat is overgenomen in data/ en leg een editie vast"
    ).add_argument("--edition", required=True, metavar="NAAM", help="naam van de editie")
    action("verify", actions.recompute, "reken de keten en de tabellen na; exit 1 als iets niet klopt")
    action("backup", actions.save_backup, "schrijf alles in een bestand").add_argument(
        "file", type=Path, metavar="BESTAND", help="bestand met de back-up"
    )
    action("restore", actions.put_back_backup, "zet een back-up terug in een lege database").add_argument(
        "file", type=Path, metavar="BESTAND", help="bestand met de back-up"
    )
    give = action("grant", actions.give_role, "geef iemand een rol, of neem die terug")
    give.add_argument("reference", metavar="KENMERK", help="ondoorzichtig kenmerk van die persoon")
    give.add_argument("--role", choices=[c.value for c in DeskRole], required=True, help="welke rol")
    give.add_argument("--take-back", action="store_true", help="neem de rol terug")


def _rounds(parsers: Commands) -> None:
    turns = parsers.add_parser("round", help="open of sluit een ronde").add_subparsers(
        dest="turn", required=True, metavar="wat"
    )
    opening = turns.add_parser("open", help="open een ronde")
    opening.add_argument("name", metavar="NAAM", help="naam van de ronde: kleine letters, cijfers en streepjes")
    opening.add_argument(
        "--ask",
        required=True,
        metavar="WIE",
        help="centres (de centrumgemeenten), all, named (wie een programma noemt), of een bestand met gemeenten",
    )
    opening.add_argument(
        "--deadline", type=any_day, required=True, metavar="JJJJ-MM-DD", help="laatste dag om te antwoorden"
    )
    opening.add_argument(
        "--opening", type=any_day, default=None, metavar="JJJJ-MM-DD", help="vandaag als je niets zegt"
    )
    opening.add_argument("--freeze", type=any_day, default=None, metavar="JJJJ-MM-DD", help="dag van de editie")
    opening.add_argument("--meeting", type=any_day, default=None, metavar="JJJJ-MM-DD", help="dag van de bijeenkomst")
    opening.set_defaults(run=lambda arguments: _run(actions.open_a_round, arguments))
    closing = turns.add_parser("close", help="sluit een ronde")
    closing.add_argument("name", metavar="NAAM", help="naam van de ronde: kleine letters, cijfers en streepjes")
    closing.set_defaults(run=lambda arguments: _run(actions.close_a_round, arguments))


def _answering(action: Callable[..., argparse.ArgumentParser]) -> None:
    answer = action("answer", actions.record, "noteer een antwoord")
    answer.add_argument("--round", default="", metavar="RONDE", help="leeg: een correctie buiten een ronde")
    answer.add_argument("--organisation", required=True, metavar="GEMEENTE", help="wie dit zegt")
    answer.add_argument("--subject", required=True, metavar="ONDERWERP", help="programme:…, region:…, municipality:…")
    answer.add_argument("--field", choices=[c.value for c in AnswerField], required=True, help="welke vraag")
    answer.add_argument("--kind", choices=[c.value for c in AnswerKind], required=True, help="soort antwoord")
    answer.add_argument("--value", default="", metavar="WAARDE", help="tekst, code, of meer gescheiden door komma's")
    answer.add_argument("--since", default="", metavar="DATUM", help="sinds wanneer: jjjj, jjjj-mm of jjjj-mm-dd")
    answer.add_argument("--remark", default="", metavar="TEKST", help="hooguit 300 tekens, niets over personen")
    answer.add_argument(
        "--channel",
        choices=[c.value for c in AnswerChannel],
        default=AnswerChannel.PHONE.value,
        help="langs welke weg",
    )
    answer.add_argument("--id", default="", metavar="UUID", help="eigen kenmerk: nog eens sturen doet dan niets")
    add_format(answer)


def _judging(action: Callable[..., argparse.ArgumentParser]) -> None:
    accept = action("accept", actions.accept_answers, "neem antwoorden over")
    accept.add_argument("ids", nargs="+", metavar="ID", help="antwoord, de eerste zes tekens ervan, of een inzending")
    for name, run, text in (
        ("return", actions.ask_back, "geef een antwoord terug met een vraag"),
        ("reject", actions.refuse, "neem een antwoord niet over"),
        ("redact", actions.erase, "wis de tekst van een gebeurtenis; de keten blijft kloppen"),
    ):  # fmt: skip
        judge = action(name, run, text)
        judge.add_argument("id", metavar="ID", help="antwoord of gebeurtenis")
        judge.add_argument(
            "--reason", required=True, metavar="TEKST", help="waarom, of de vraag; geen gegevens van personen"
        )


def _run(run: Callable[[argparse.Namespace, Any], int], arguments: argparse.Namespace) -> int:
    """The action on the database that is configured; what cannot be done is a question that was not understood."""
    from coverage.dataset.editions import EditionError
    from coverage.editing.words import EditError
    from coverage.inventory import InventoryError
    from coverage.inventory.store_setup import open_store

    store = open_store()
    try:
        return run(arguments, store)
    except (InventoryError, EditionError, EditError) as error:
        raise CommandError(str(error)) from error
    finally:
        store.close()
