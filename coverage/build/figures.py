"""Figures: tables 1.2 and 1.3 of the report of 2013, other outcomes, money, the survey; and the timeline."""

from __future__ import annotations

from pathlib import Path

from coverage.build import codes
from coverage.build.rows import BuildError, Record, Row, read_rows
from coverage.build.sources import SourceBook
from coverage.vocabulary import FigureKind, Reading

TOTAL = "TOTAAL"
# Column of results_2013 -> (file, column, name of the same figure in resultaten.csv).
_CELLS = {
    "participants": ("tabel_1_2.csv", "deelnemers_sinds_start_rups", "deelnemers sinds start RUPS"),
    "participants_2011": ("tabel_1_2.csv", "deelnemers_bij_evaluatie_2011", "deelnemers bij evaluatie 2011"),
    "in_programme_2013": ("tabel_1_2.csv", "nog_in_traject_juli_2013", "deelnemers nog in traject"),
    "exits": ("tabel_1_3.csv", "uitstappers_sinds_start_rups", "uitstappers sinds start RUPS"),
    "percentage_source": ("tabel_1_3.csv", "percentage_in_bron", "percentage uitstappers"),
    "exits_2011": ("tabel_1_3.csv", "uitstappers_bij_evaluatie_2011", "uitstappers bij evaluatie 2011"),
}
_TABLE_DETAILS = {"tabel 1.2", "tabel 1.3", "tabel 1.2, totaalrij", "tabel 1.3, totaalrij"}


def _cell(tables: dict[str, dict[str, Row]], quantity: str, programme_id: str) -> str:
    file, column, _ = _CELLS[quantity]
    return tables[file][programme_id][column].removesuffix("%")


def _is_table_cell(row: Row) -> bool:
    return row["bron_id"] == "S1" and row["bron_detail"] in _TABLE_DETAILS


def results_2013(facts: Path, book: SourceBook) -> tuple[list[Record], list[Record], int]:
    """Tables ``results_2013`` and ``results_2013_totals``, and how many rows of resultaten.csv repeat their cells.

    Every repeated row must say the same as the table; its footnote and remark go to the note of the row.
    """
    tables = {
        file: {row["programma_id"]: row for row in read_rows(facts / file)}
        for file in ("tabel_1_2.csv", "tabel_1_3.csv")
    }
    repeated = [row for row in read_rows(facts / "resultaten.csv") if _is_table_cell(row)]
    quantity_of = {name: quantity for quantity, (_, _, name) in _CELLS.items()}
    notes: dict[str, list[str]] = {}
    estimates: set[str] = set()
    for row in repeated:
        programme_id = TOTAL if row["programma_id"] == "LANDELIJK" else row["programma_id"]
        quantity = row.code("indicator", quantity_of)
        said, printed = row["waarde"] or row["opmerking"].removeprefix("bron: "), _cell(tables, quantity, programme_id)
        if said != printed:
            raise row.error("waarde", f"differs from the table ({printed}); correct one of them")
        remarks = [row["voetnoot"], row["opmerking"] if row["waarde"] else ""]
        notes.setdefault(programme_id, []).extend(r for r in remarks if r)
        if quantity == "exits" and row.code("aard", codes.FIGURE_KIND) is FigureKind.ESTIMATE:
            estimates.add(programme_id)
    if len(repeated) != len(_CELLS) * len(tables["tabel_1_2.csv"]):
        raise BuildError(f"resultaten.csv: {len(repeated)} rows repeat tables 1.2 and 1.3; expected each cell once")
    programmes = [p for p in tables["tabel_1_2.csv"] if p != TOTAL]
    made = [_result(tables, p, list(dict.fromkeys(notes[p])), p in estimates, book) for p in programmes]
    totals: list[Record] = []
    for quantity, (file, _, _) in _CELLS.items():
        row = tables[file][TOTAL]
        totals.append(
            {
                "quantity": quantity,
                "value": int(_cell(tables, quantity, TOTAL)),
                "source_id": row["bron_id"],
                "source_detail": row["bron_detail"],
                "reading": book.refer(row["bron_id"]),
            }
        )
    return made, totals, len(repeated)


def _result(
    tables: dict[str, dict[str, Row]], programme_id: str, notes: list[str], estimate: bool, book: SourceBook
) -> Record:
    first, second = (tables[file][programme_id] for file in ("tabel_1_2.csv", "tabel_1_3.csv"))
    for column in ("naam_in_bron", "meetmoment_in_bron", "van", "tot", "peildatum", "bron_id"):
        if first[column] != second[column]:
            raise second.error(column, f"differs from {first.file} ({first[column]!r}); correct one of them")
    reading: Reading = book.refer(first["bron_id"])
    return {
        "programme_id": programme_id,
        "name": first["naam_in_bron"],
        **{quantity: _cell(tables, quantity, programme_id) for quantity in _CELLS},
        "participants_notes": first["voetnoot_deelnemers"],
        "participants_2011_notes": first["voetnoot_2011"],
        "exits_notes": second["voetnoot_uitstappers"],
        "exits_2011_notes": second["voetnoot_2011"],
        "window": first["meetmoment_in_bron"],
        "window_from": first["van"],
        "window_to": first["tot"],
        "estimate": estimate,
        "date": first["peildatum"],
        "source_id": first["bron_id"],
        "source_detail": f"{first['bron_detail']}; {second['bron_detail']}",
        "reading": reading,
        "note": "; ".join(notes),
    }


def outcomes(facts: Path, book: SourceBook) -> list[Record]:
    """Table ``outcomes``: resultaten.csv without the rows that repeat tables 1.2 and 1.3."""
    return [
        {
            "programme_id": row["programma_id"],
            "indicator": row["indicator"],
            "value": row["waarde"],
            "unit": row["eenheid"],
            "period_from": row["periode_van"],
            "period_to": row["periode_tot"],
            "kind": row.code("aard", codes.FIGURE_KIND),
            "footnote": row["voetnoot"],
            "date": row["peildatum"],
            **book.provenance(row),
        }
        for row in read_rows(facts / "resultaten.csv")
        if not _is_table_cell(row)
    ]


def funding(facts: Path, book: SourceBook) -> list[Record]:
    """Table ``funding``, in the order of the collection."""
    return [
        {
            "scheme": row.code("regeling", codes.SCHEME),
            "period_from": row["periode_van"],
            "period_to": row["periode_tot"],
            "item": row["post"],
            "value": float(row["waarde"]) if row["waarde"] else None,
            "unit": row["eenheid"],
            "recipient": row["ontvanger_of_gebied"],
            "kind": row.code("aard", codes.FIGURE_KIND),
            "date": row["peildatum"],
            **book.provenance(row),
        }
        for row in read_rows(facts / "financiering.csv")
    ]


def survey(facts: Path, book: SourceBook) -> list[Record]:
    """Table ``survey``, in the order of the collection."""
    return [
        {
            "indicator": row["indicator"],
            "value": row["waarde"],
            "unit": row["eenheid"],
            "denominator": row["noemer"],
            "kind": row.code("aard", codes.FIGURE_KIND),
            "date": row["peildatum"],
            **book.provenance(row),
        }
        for row in read_rows(facts / "enquete_2019.csv")
    ]


def timeline(facts: Path, book: SourceBook) -> list[Record]:
    """Table ``timeline``, in order of time; events of the same date in the order of the collection."""
    made: list[Record] = [
        {
            "date": row["datum"],
            "domain": row.code("domein", codes.TIMELINE_DOMAIN),
            "event": row["gebeurtenis"],
            **{k: v for k, v in book.provenance(row).items() if k != "note"},
        }
        for row in read_rows(facts / "tijdlijn.csv")
    ]
    return sorted(made, key=lambda r: r["date"])
