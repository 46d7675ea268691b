"""Sources, and how each was read.

Reading, by the words of the collection. Of a source: a note that says only a part could be read
("Fragment gelezen", "begin leesbaar", "Begin van de brief", "breekt af", ...) makes it an excerpt;
"Volledig leesbaar", "vrijwel hele pagina gelezen", "waarschijnlijk hele bericht gelezen" and the five
founding documents S0-S4 make it full; otherwise it is unstated. Of a row, in this order: its own note
("Fragment gelezen", "Bericht vrijwel geheel gelezen"); an excerpt stays one whatever the row's detail
says, since "hele brief" names the place and not the reading; a detail beginning with "hele" is full
("hele leesbare deel" is not); and else the reading of the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from coverage.build.rows import BuildError, Record, Row, plain, read_rows
from coverage.vocabulary import Reading

CC_BY = "CC BY 4.0"
# Its address holds the names of private persons and leads to a shelter; no row rests on it.
WITHHELD_ADDRESSES = {"W-STENTOR-SAL"}
FOUNDING = re.compile(r"S\d")
_EXCERPT = re.compile(
    r"fragment|grootste deel gelezen|begin leesbaar|begin van de brief|alleen het begin|grotendeels leesbaar|breekt af"
    r"|artikel \w+ leesbaar|niet leesbaar|buiten de leesbare tekst|^citaat",
    re.IGNORECASE,
)
_FULL = re.compile(r"volledig leesbaar|geheel gelezen|hele (pagina|bericht) gelezen", re.IGNORECASE)
# Documents that a text about regions or borders rests on, other than CBS's own tables, were read as
# stored excerpts of about 2,000 characters.
_WEB = re.compile(r"\.(nl|org|net|pub)\b|CVDR|Staatscourant|Gemeenteblad|docplayer")
# Publisher and licence of the data that such a text names; of collections of web pages none can be given.
_TERMS = {
    "BRP Landelijke Tabel": {"publisher": "RvIG", "licence": "open overheidsgegevens"},
    "CBS-vlakken": {"publisher": "CBS / Kadaster", "licence": CC_BY},
    "vlakken van de grensbestanden": {"publisher": "CBS / Kadaster", "licence": CC_BY},
}
_BORDERS = (
    (
        "D-GEO-2021",
        2021,
        "Gemeentegrenzen 2021, afgeleid uit de gegeneraliseerde grenzen van 2022",
        "Eigen bewerking: Land van Cuijk, Maashorst, Dijk en Waard en Purmerend zijn langs de grenzen van 2019 "
        "teruggesneden in hun elf voorgangers.",
    ),
    (
        "D-GEO-2022",
        2022,
        "CBS/PDOK gemeente_gegeneraliseerd, 1 januari 2022",
        "via RishikeshGovind/nlstat, data/gemeenten.geojson @ b978e18",
    ),
    (
        "D-GEO-2024",
        2024,
        "CBS/PDOK gemeente_gegeneraliseerd 2024",
        "Om de grenzen van 2023 en later mee te vergelijken; via niektensen/dashboard-3.0, "
        "data/gemeente_gegeneraliseerd.geojson @ 6b713e6",
    ),
    (
        "D-GEO-2019",
        2019,
        "CBS wijk- en buurtkaart 2019, gemeentegrenzen",
        "via AnneVersion/geoinzicht-app, gemeenten_2019.geojson @ e6333c2",
    ),
)


def _stated(text: str) -> Reading:
    if _EXCERPT.search(text):
        return Reading.EXCERPT
    return Reading.FULL if _FULL.search(text) else Reading.UNSTATED


def source_reading(source_id: str, note: str) -> Reading:
    """How a source of the collection was read, from its identifier and note."""
    return Reading.FULL if FOUNDING.fullmatch(source_id) else _stated(note)


def row_reading(of_source: Reading, note: str, detail: str) -> Reading:
    """How the source was read for one row, see the rule above."""
    own = _stated(note)
    if own is Reading.UNSTATED and re.search("fragment gelezen", detail, re.IGNORECASE):
        own = Reading.EXCERPT
    if own is not Reading.UNSTATED:
        return own
    if of_source is Reading.UNSTATED and detail.startswith("hele ") and not detail.startswith("hele leesbare deel"):
        return Reading.FULL
    return of_source


def text_reading(text: str) -> Reading:
    """How the source in a text about regions, borders or inhabitants was read."""
    return Reading.EXCERPT if _WEB.search(text) else Reading.FULL


@dataclass
class SourceBook:
    """The sources table in the making. Datasets get an identifier when their text is first met."""

    rows: dict[str, Record] = field(default_factory=dict)
    referenced: set[str] = field(default_factory=set)

    def add(self, source_id: str, title: str, reading: Reading, **more: object) -> str:
        """Add a source and return its identifier; BuildError when there is another one of that name."""
        blank = {"publisher": "", "year": None, "date": "", "url": "", "used": True, "licence": "", "note": ""}
        row = {"source_id": source_id, "title": title, "reading": reading, **blank, **more}
        if self.rows.setdefault(source_id, row) != row:
            raise BuildError(f"source {source_id} is defined twice; give one another identifier")
        return source_id

    def refer(self, source_id: str) -> Reading:
        """Note that a row rests on this source; its reading."""
        if source_id not in self.rows:
            raise BuildError(f"source {source_id!r} is not in bronnen.csv; add it there")
        self.referenced.add(source_id)
        return self.rows[source_id]["reading"]

    def provenance(self, row: Row) -> Record:
        """Source, detail, reading and note of a row of facts."""
        source_id, detail = row["bron_id"], row["bron_detail"]
        if source_id not in self.rows:
            raise row.error("bron_id", "is not in bronnen.csv; add it there")
        note = row.values.get("opmerking", "")
        reading = row_reading(self.refer(source_id), note, detail)
        return {"source_id": source_id, "source_detail": detail, "reading": reading, "note": plain(note)}

    def by_text(self, prefix: str, texts: Iterable[str], note: str = "") -> dict[str, str]:
        """Identifiers (prefix-01, ...) for distinct source texts, numbered as they are first met."""
        ids: dict[str, str] = {}
        for text in texts:
            if text not in ids:
                terms = next((t for words, t in _TERMS.items() if words in text), {})
                ids[text] = self.add(f"{prefix}-{len(ids) + 1:02}", text, text_reading(text), note=note, **terms)
        return ids

    def add_borders(self) -> None:
        """Add the sources of the municipal borders."""
        publisher = "CBS / Kadaster (PDOK)"
        for source_id, year, title, note in _BORDERS:
            self.add(source_id, title, Reading.FULL, publisher=publisher, year=year, licence=CC_BY, note=note)

    def table(self) -> list[Record]:
        """The sources in order of appearance; BuildError when one is used though it is marked as not used."""
        for source_id in sorted(self.referenced):
            if not self.rows[source_id]["used"]:
                raise BuildError(f"source {source_id}: gebruikt=nee in bronnen.csv, yet rows rest on it; correct that")
        return list(self.rows.values())


def read_sources(facts: Path) -> SourceBook:
    """The sources of the collection. Only web addresses count as public addresses."""
    book = SourceBook()
    for row in read_rows(facts / "bronnen.csv"):
        where = row["vindplaats"]
        if not where.startswith(("http://", "https://", "seeds/", "github-index")):
            raise row.error("vindplaats", "is neither a web address nor a known kind of place; add it to the build")
        public = where.startswith("http") and row["bron_id"] not in WITHHELD_ADDRESSES
        book.add(
            row["bron_id"],
            row["titel"],
            source_reading(row["bron_id"], row["opmerking"]),
            publisher=row["uitgever"],
            year=int(row["jaar"]) if row["jaar"] else None,
            date=row["datum"],
            url=where if public else "",
            used=row.flag("gebruikt"),
            note=row.prose("opmerking"),
        )
    return book
