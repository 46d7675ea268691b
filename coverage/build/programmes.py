"""Programmes, what sources say of them at a date, and the state schemes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from coverage.build import codes
from coverage.build.rows import BuildError, Record, read_rows
from coverage.build.sources import SourceBook
from coverage.dates import start
from coverage.vocabulary import Scheme

# Entries that no source describes as a programme: national or joint figures and conditions.
PSEUDO = {
    "LANDELIJK": "Landelijk",
    "DHG-TOTAAL": "Den Haag: SHOP en De Haven samen",
    "DUUP-ALLE": "Alle DUUP-regio's",
}
_UNNAMED = "niet genoemd in "


def programme_periods(facts: Path, book: SourceBook) -> list[Record]:
    """Table ``programme_periods``, in the order of the collection."""
    return [
        {
            "programme_id": row["programma_id"],
            "name": row["naam"],
            "executors": row["uitvoerders"],
            "organisation_kind": row["soort_organisatie"],
            "centre": row["vestigings_of_centrumgemeente"],
            "catchment": row["werkgebied"],
            "period": row.code("periode", codes.PERIOD),
            "status": row.code("status", codes.PROGRAMME_STATUS),
            "funding": row.code("financiering", codes.FUNDING),
            "date": row["peildatum"],
            **book.provenance(row),
        }
        for row in read_rows(facts / "programmas.csv")
    ]


def programmes(periods: list[Record], mentioned: set[str], code_of: Mapping[str, str]) -> list[Record]:
    """Table ``programmes``: a row for each programme described, then the pseudo-entries mentioned elsewhere.

    The name is that of the latest description. The centre is the latest that is one municipality, by
    ``code_of`` (name -> code); else the first in the collection that names any place.
    """
    described: dict[str, list[Record]] = {}
    for period in periods:
        described.setdefault(period["programme_id"], []).append(period)
    if unknown := mentioned - set(described) - set(PSEUDO):
        raise BuildError(f"programmes {sorted(unknown)} are used but not described; add them to programmas.csv")
    found: list[Record] = []
    for programme_id, its_periods in described.items():
        latest_first = sorted(its_periods, key=lambda p: start(p["date"]), reverse=True)
        latest = max(its_periods, key=lambda p: (start(p["date"]), its_periods.index(p)))
        places = [p["centre"] for p in latest_first]
        named = [p["centre"] for p in its_periods if not p["centre"].startswith(_UNNAMED)]
        centre = next((place for place in places if place in code_of), named[0] if named else "")
        found.append(
            {
                "programme_id": programme_id,
                "name": latest["name"],
                "centre": centre,
                "centre_code": code_of.get(centre, ""),
                "national_scope": False,
            }
        )
    found += [
        {"programme_id": p, "name": name, "centre": "", "centre_code": "", "national_scope": True}
        for p, name in PSEUDO.items()
        if p in mentioned
    ]
    return found


# Dates as in the collection's own account of the schemes (BEGRIPPEN.md), with the sources it names.
_SCHEMES = (
    (
        Scheme.RUPS_I,
        "2008-12-12",
        "2011-07-01",
        "2011-12-31",
        "S1",
        "r.5-15",
        "Begin: brief van 12 december 2008 (W-KST31700-89). Het geld mocht tot eind 2011 worden besteed "
        "(W-KST32500-114); zie T35.",
    ),
    (
        Scheme.RUPS_II,
        "2014-01-01",
        "2018-07-01",
        "",
        "S3",
        "art. 10, r.1452-1454",
        "Van kracht op 10 mei 2014 en terugwerkend tot 1 januari 2014; zie T23.",
    ),
    (Scheme.RUPS_II_EXTENSION, "2018-07-01", "2019-07-01", "", "W-STCRT2018", "art. 9a", ""),
    (
        Scheme.RUPS_III,
        "2019-07",
        "2021-01-01",
        "",
        "W-HVDH2020",
        "constatering 1",
        "Einde op 31 december 2020 volgens S4, r.88.",
    ),
    (Scheme.DUUP, "2021-01-01", "", "", "S4", "r.92-105", ""),
)


def schemes(book: SourceBook) -> list[Record]:
    """Table ``schemes``: the state schemes with their dates."""
    return [
        {
            "scheme": scheme,
            "valid_from": valid_from,
            "valid_to": valid_to,
            "spending_to": spending_to,
            "source_id": source_id,
            "source_detail": detail,
            "reading": book.refer(source_id),
            "note": note,
        }
        for scheme, valid_from, valid_to, spending_to, source_id, detail, note in _SCHEMES
    ]
