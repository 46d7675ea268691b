"""How an answer stands in the data package as a source, and as itself."""

from __future__ import annotations

from coverage.inventory.book import Answer
from coverage.vocabulary import Reading

Row = dict[str, object]


def source_id(answer: Answer) -> str:
    """The source that the answers of an organisation in a round make together; ``los`` outside a round."""
    return f"M-{answer.round or 'los'}-{answer.organisation}"


def detail(answer: Answer) -> str:
    """Where in that source: the number of the answer in the log."""
    return f"antwoord {answer.seq}"


def source_row(answer: Answer, town: str) -> Row:
    """The row of ``sources`` for the first answer of an organisation in a round that was accepted."""
    of = f"ronde {answer.round}" if answer.round else "buiten een ronde"
    return {
        "source_id": source_id(answer), "title": f"Opgave gemeente {town}, {of}", "publisher": f"Gemeente {town}",
        "year": answer.on.year, "date": answer.on, "reading": Reading.FULL, "used": True,
        "note": "Opgegeven door de gemeente en na beoordeling overgenomen",
    }  # fmt: skip


def answer_row(answer: Answer) -> Row:
    """The row of ``answers``."""
    value = answer.value if isinstance(answer.value, list) else [answer.value] if answer.value else []
    return {
        "answer_id": answer.answer_id, "subject": answer.subject, "field": answer.field, "answer": answer.kind,
        "value": ";".join(str(v) for v in value), "since": answer.since, "organisation": answer.organisation,
        "channel": answer.channel, "date": answer.on, "source_id": source_id(answer), "log": answer.judged_seq,
    }  # fmt: skip
