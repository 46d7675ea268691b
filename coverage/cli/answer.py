"""``answer``: the questions of parliament, answered from the data, as text, JSON or a Word file."""

from __future__ import annotations

import argparse
from pathlib import Path

from coverage.analysis.answer.brief import Brief, brief
from coverage.analysis.answer.plain_text import brief_text
from coverage.analysis.answer.told import Sentence, note_parts
from coverage.cli.output import Commands, add_date, print_json
from coverage.dataset import Dataset, current
from coverage.exports.writing import write_file
from coverage.i18n import LANGUAGES, label, use_language


def register(commands: Commands) -> None:
    """Add the command."""
    command = commands.add_parser("answer", help="antwoorden voor de Kamer, elke zin met bronnen")
    add_date(command)
    command.add_argument("--format", choices=("text", "json"), default="text", help="tekst om te lezen, of JSON")
    command.add_argument("--language", choices=LANGUAGES, default="nl", help="taal van de antwoorden (nl)")
    command.add_argument("--out", type=Path, metavar="BESTAND.docx", help="schrijf ze als Word-bestand met voetnoten")
    command.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    ds = current()
    use_language(arguments.language)
    try:
        whole = brief(ds, arguments.date, arguments.max_age)
        if arguments.out:
            from coverage.exports.answer_docx import docx_bytes  # a command without a file loads no Word

            write_file(arguments.out, docx_bytes(ds, whole))
            print(arguments.out)
        elif arguments.format == "json":
            print_json(_as_json(ds, whole))
        else:
            print(brief_text(ds, whole), end="")
    finally:
        use_language("nl")
    return 0


def _as_json(ds: Dataset, whole: Brief) -> dict[str, object]:
    notes = whole.notes()

    def said(rows: tuple[Sentence, ...]) -> list[dict[str, object]]:
        return [{"text": s.text, "note": notes.get(s.refs)} for s in rows]

    return {
        "date": whole.on.isoformat(),
        "max_age_years": whole.max_age,
        "edition": whole.edition,
        "answers": [
            {
                "question": a.about.value, "words": label(a.about), "answer": said(a.said),
                "sureness": a.sure.value if a.sure else None, "sureness_words": a.sure_words or None,
                "others_said": said(a.told),
            }
            for a in whole.answers
        ],
        "recommendations": [{"heading": heading, "rows": said(rows)} for heading, rows in whole.advice],
        "notes": [
            {
                "number": number,
                "sources": [
                    {"source_id": r.source_id, "words": words, "url": url or None}
                    for r in refs
                    for words, url in [note_parts(ds, r)]
                ],
            }
            for refs, number in notes.items()
        ],
    }  # fmt: skip
