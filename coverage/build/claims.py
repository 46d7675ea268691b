"""Claims, and what sources say about groups, life domains and access."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from coverage.build import codes
from coverage.build.municipalities import Names
from coverage.build.rows import Record, Row, read_rows
from coverage.build.sources import SourceBook
from coverage.dates import start
from coverage.vocabulary import Basis, Criterion, Reach, Relation

# Local regulations (subsidy rules and the like): a claim from one says that money is on offer, not that help is.
REGULATIONS = {
    "W-APD2026",
    "W-UTR2021",
    "W-UTR2023",
    "W-UTR2024R",
    "W-UTR2024S",
    "W-DHG2021A",
    "W-DHG2021B",
    "W-DHG2021C",
    "W-UTRLOKET",
}
FILLER_NOTES = {"", "Aangevuld als onbekend zodat de matrix volledig is"}
_ASSIGNED = re.compile(r"DUUP\d\d")
_OTHER_DAY = re.compile(r"^(?:Gestopt per|Sinds) (\d{1,2}) ([a-z]+) (\d{4})\b")
_MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


def effective(day_of_claim: str, note: str) -> date:
    """First day on which a claim holds: the day that its note gives ("Gestopt per 1 juli 2011",
    "Sinds 1 januari 2013") unless that is later than the date of the claim; else the start of that date."""
    begin = start(day_of_claim)
    if stated := _OTHER_DAY.match(note):
        day, month, year = stated.groups()
        return min(begin, date(int(year), _MONTHS.index(month) + 1, int(day)))
    return begin


def basis(row: Row) -> Basis:
    """On what a claim rests, see :class:`coverage.vocabulary.Basis`."""
    if _ASSIGNED.fullmatch(row["programma_id"]) and row.code("relatie", codes.RELATION) is Relation.PLANNED:
        return Basis.ASSIGNMENT
    if row["bron_id"] in REGULATIONS:
        return Basis.REGULATION
    return Basis.OUTREACH if row["opmerking"].startswith(("Via veldwerk", "Via contact met clubs")) else Basis.PROGRAMME


def claims(facts: Path, names: Names, book: SourceBook) -> list[Record]:
    """Table ``claims``, in the order of the collection."""
    found: list[Record] = []
    for n, row in enumerate(read_rows(facts / "dekking_gemeenten.csv"), start=1):
        code = names.code(row["gemeentenaam"], start(row["peildatum"]))
        if code is None:
            raise row.error("gemeentenaam", f"is no municipality on {row['peildatum']}; correct the name or the date")
        found.append(
            {
                "claim_id": f"C{n:03}",
                "code": code,
                "name": row["gemeentenaam"],
                "programme_id": row["programma_id"],
                "relation": row.code("relatie", codes.RELATION),
                "basis": basis(row),
                "certainty": row.code("zekerheid", codes.CERTAINTY),
                "effective": effective(row["peildatum"], row["opmerking"]),
                "date": row["peildatum"],
                **book.provenance(row),
            }
        )
    return found


def access(facts: Path, book: SourceBook) -> list[Record]:
    """Table ``access``: the criteria of the collection, and one that follows from its description of programmes.

    The collection states the national reach of Asja II as a criterion for July 2013 only; at the end of
    RUPS I it has the same fact as the service area of the programme.
    """
    found: list[Record] = [
        {
            "programme_id": row["programma_id"],
            "criterion": row.code("criterium", codes.CRITERION),
            "area": row["gebied"],
            "national": row.flag("landelijk"),
            "date": row["peildatum"],
            **book.provenance(row),
        }
        for row in read_rows(facts / "toegang.csv")
    ]
    end_of_rups_1 = ("LEE-ASJA2", "2011-06-30")
    described = next(
        r for r in read_rows(facts / "programmas.csv") if (r["programma_id"], r["peildatum"]) == end_of_rups_1
    )
    if not described["werkgebied"].startswith("Landelijk"):
        raise described.error("werkgebied", "no longer says 'Landelijk'; drop the derived row of access for Asja II")
    note = "Afgeleid uit het werkgebied dat de bron bij dit programma noemt: meisjes en jonge vrouwen uit het hele land"
    found.append(
        {
            "programme_id": "LEE-ASJA2",
            "criterion": Criterion.NONE,
            "area": "Nederland",
            "national": True,
            "date": "2011-06-30",
            **book.provenance(described),
            "note": note,
        }
    )
    return found


def is_filler(row: Row) -> bool:
    """Whether a row only completes the matrix: the source is silent and the row adds nothing."""
    silent = row.code("bereik", codes.REACH) is Reach.UNKNOWN and not row.flag("expliciet_in_bron")
    return silent and row["opmerking"] in FILLER_NOTES


def reach_table(path: Path, book: SourceBook) -> tuple[list[Record], int]:
    """Table ``target_groups`` or ``life_domains`` without the fillers, and the number of these."""
    found: list[Record] = []
    rows = read_rows(path)
    for row in rows:
        if "doelgroep" in row.values:
            subject = {"group": row.code("doelgroep", codes.TARGET_GROUP), "subgroup": row["subgroep"]}
        else:
            subject = {"domain": row.code("leefgebied", codes.LIFE_DOMAIN)}
        if not is_filler(row):
            found.append(
                {
                    "programme_id": row["programma_id"],
                    **subject,
                    "reach": row.code("bereik", codes.REACH),
                    "stated": row.flag("expliciet_in_bron"),
                    "date": row["peildatum"],
                    **book.provenance(row),
                }
            )
    return found, len(rows) - len(found)
