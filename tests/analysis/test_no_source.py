"""'No source says' is printed only where none does: each such text is in the table of sentences, or here with why."""
# ruff: noqa: E501 a text stands here as it is printed

from __future__ import annotations

import ast
import re
from datetime import date
from pathlib import Path

import pytest
from sentence_table import TABLE
from slow_status import first_day

import coverage
from coverage.analysis.programmes.records import Programme, programmes
from coverage.dataset import Dataset, current
from coverage.exports.standards import hsds

ROOT = Path(coverage.__file__).parent
CLAIMS_SILENCE = re.compile(r"\bgeen (?:\w+ )?bron(?:nen)?\b", re.IGNORECASE)
# Text -> why it cannot be wrong where it stands; a new one is added after reading where it is said.
READ = {
    "Geen bron gevonden met “{text}”. Probeer een ander woord, of kies “alle”.": "the answer of a search box",
    "We vonden geen bron over deze gemeente op deze datum.": "said where the list of claims is empty",
    "Aangetoond is een ondergrens: wat geen bron noemt, kan er toch zijn.": "the method",
    "Alleen als een recente bron zelf zegt dat er niets is of dat het laatste programma stopte, is het een witte vlek. "
    "Is er geen bron die iets zegt, dan is het onbekend: een blinde vlek.": "the method",
    "Wit (een bron zegt dat er niets is), blind (geen bron zegt of er een programma is) en te bevestigen (eerder "
    "aangetoond of aangekondigd) zijn drie verschillende dingen. We tellen ze nooit bij elkaar op.": "the method",
    "Blinde vlek: geen recente bron zegt of er een programma is": "the meaning of a kind of spot",
    "Er was eerder een programma, of er is een regel of plan. Of er nu een programma draait, zegt geen recente bron.": "the meaning of a kind of spot",
    "Oud woord van deze site voor: er is een regel of een aanwijzing, en geen bron die een programma noemt. Nu heet dat "
    "aangekondigd of alleen aangewezen.": "the meaning of an old word",
    "De regel: per regio één afspraak, de regio met de meeste inwoners zonder recent bewijs eerst. Is er in de regio "
    "een programma recent aangetoond, dan gaat dat ook voor de rest werken. Was er eerder een, vraag dan eerst of het "
    "nog loopt. Pas anders is er een nieuw programma nodig; ook dan kan er een bestaan dat geen bron noemt.": "it says that silence is no absence",
    "Geen recente bron noemt er een.": "said where the list of national programmes is empty",
    "Niet recent bevestigd. Of dit programma nog bestaat, weten we niet; dat het is gestopt, zegt geen bron.": "tested below",
    "Wie hulp bij stoppen geeft in {count} van de {all} DUUP-regio's, waar geen recente bron een programma noemt": "a count of regions without recent evidence",
    "tot deze datum noemt geen bron een eis voor wonen of werken": "said where the programme has no stance on access",
    "Vraag wat er was in de jaren waarover geen bron iets zegt.": "a question to the room",
    "open einde: daarna zegt geen bron nog iets binnen {limit}": "the meaning of a fading bar",
    "{count} vragen waarop geen gelezen bron antwoord geeft, en wie het kan weten.": "a count of the list below it",
    "Tot deze datum noemt geen bron een gemeente bij dit programma.": "said where no claim of the programme speaks",
    "Tot deze datum zegt geen gelezen bron in het algemeen wat stoppen moeilijk maakt of wat helpt.": "said where both lists are empty",
    "Wijs eerst op de jaren zonder getal: daar sprak geen bron. Vraag wie uit die jaren iets heeft.": "a cell without a number counts no source",
    "Waarover zegt geen bron iets?": "opens the list of groups of which nobody speaks, and stands there only with it",
}
FIXED = ("in geen openbare bron gevonden", "dat is geen nee", "Dat is geen nee")


def silences() -> set[str]:
    found = set()
    for path in ROOT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_":
                text = node.args[0].value if node.args and isinstance(node.args[0], ast.Constant) else ""
                if isinstance(text, str) and CLAIMS_SILENCE.search(text):
                    found.add(text.strip())
    return found


def test_every_text_on_silence_was_read_or_is_checked() -> None:
    known = {p for rows in TABLE.values() for p in rows}
    new = {t for t in silences() if t not in known and t not in READ and not any(f in t for f in FIXED)}
    assert new == set(), "when is this said, and can a source speak there? Add a row to the table, or the reason here"
    assert set(READ) <= silences(), "nobody says this any more"


@pytest.mark.parametrize("on", [date(2013, 7, 1), date(2020, 1, 1), date(2026, 11, 28)])
def test_no_source_says_that_it_stopped_only_where_none_does(on: date) -> None:
    """For services in the open standard, against the raw rows of claims and of periods."""
    ds = current()
    endings = {
        r["programme_id"]
        for r in (*ds.table("claims").to_dict("records"), *ds.table("programme_periods").to_dict("records"))
        if "stopped" in (r.get("relation"), r.get("status")) and first_day(r["date"]) <= on
    }
    alerts = {p.id for p in programmes(ds) if "zegt geen bron" in _alert(ds, p, on)}
    assert alerts
    again = {p.id for p in programmes(ds) if any(m.status == "active" and m.start <= on for m in p.moments[-1:])}
    assert not (alerts & endings) - again  # a programme that ran again after a stop is told by its newest source


def _alert(ds: Dataset, programme: Programme, on: date) -> str:
    newest = programme.at(on)
    return (
        hsds._state(programme, newest, hsds._reach(ds, on, 3).get(programme.id, hsds._Reach()), on, 3)[1]
        if newest
        else ""
    )
