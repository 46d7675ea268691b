"""A process that sends answers one after the other and prints a receipt for each: to be killed in the middle."""

import sys
from pathlib import Path
from uuid import uuid4

from coverage.dataset.problems import read_strings
from coverage.inventory.actors import Desk
from coverage.inventory.statements import AnswerStatement
from coverage.inventory.store_setup import open_store
from coverage.inventory.submitting import Sending, submit
from coverage.vocabulary import AnswerChannel, AnswerField, AnswerKind


def tell(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main(address: str, package: str, actor: str, most: int) -> None:
    store, (strings, _unread) = open_store(address), read_strings(Path(package))
    tell("ready")
    sys.stdin.readline()
    for n in range(most):
        said = AnswerStatement("programme:P-EIK", AnswerField.EXECUTOR, AnswerKind.CHANGED, f"Stichting {n}")
        sending = Sending(str(uuid4()), "GM9001", "", AnswerChannel.PHONE, (said,))
        receipt = submit(store, Desk(actor), sending, strings)
        tell(receipt.submission_id)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]))
