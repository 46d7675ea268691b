"""How sources were read, and the book of sources."""

import pytest

from coverage.build.rows import BuildError, Row
from coverage.build.sources import SourceBook, row_reading, source_reading, text_reading
from coverage.vocabulary import Reading

FULL, EXCERPT, UNSTATED = Reading.FULL, Reading.EXCERPT, Reading.UNSTATED


@pytest.mark.parametrize(
    ("note", "reading"),
    [
        ("Volledig leesbaar", FULL),
        ("Waarschijnlijk hele bericht gelezen; ongedateerd (na 2020)", FULL),
        ("Vrijwel hele pagina gelezen; geen bedrag in het leesbare deel", FULL),
        ("Pagina vrijwel geheel gelezen in de opgeslagen broncode (op een deel van de voettekst na)", FULL),
        ("Fragment gelezen (begin, waarschijnlijk hele bericht); weergave van partijstandpunt", EXCERPT),
        ("Begin leesbaar; geen subsidieplafond leesbaar", EXCERPT),
        ("Maand geschat op volgnummer; begin leesbaar", EXCERPT),
        ("Maand geschat op volgnummer; artikel 1 leesbaar", EXCERPT),
        ("Artikel 9a leesbaar tot en met lid 7", EXCERPT),
        ("Alleen het begin van de brief was leesbaar", EXCERPT),
        ("Begin van de brief; passage over evaluatie niet leesbaar", EXCERPT),
        ("Grotendeels leesbaar", EXCERPT),
        ("Opgeslagen tekst breekt af voor de letter U", EXCERPT),
        ("Citaat van gemeentelijk raadsstuk in andermans testdata", EXCERPT),
        ("Partijbron", UNSTATED),
        ("", UNSTATED),
    ],
)
def test_reading_of_a_source(note: str, reading: Reading) -> None:
    assert source_reading("W-X", note) is reading


def test_the_founding_documents_were_read_in_full() -> None:
    assert source_reading("S2", "Alleen de samenvatting; kaarten en bijlagen ontbreken") is FULL


@pytest.mark.parametrize(
    ("of_source", "note", "detail", "reading"),
    [
        (UNSTATED, "", "begin artikel", UNSTATED),
        (UNSTATED, "", "hele bericht (ongedateerd)", FULL),
        (UNSTATED, "", "hele leesbare deel", UNSTATED),
        (EXCERPT, "", "hele brief", EXCERPT),
        (EXCERPT, "Bericht vrijwel geheel gelezen. Uitvoerder niet genoemd", "hele bericht", FULL),
        (EXCERPT, "Grootste deel gelezen; partijbron", "hele bericht", EXCERPT),
        (FULL, "Fragment gelezen. Niet alleen uitstaptrajecten", "begin", EXCERPT),
        (UNSTATED, "", "par. 10.3.3; fragment gelezen", EXCERPT),
        (FULL, "Woonplaatseis", "r.12", FULL),
    ],
)
def test_reading_of_a_row(of_source: Reading, note: str, detail: str, reading: Reading) -> None:
    assert row_reading(of_source, note, detail) is reading


def test_reading_of_texts_about_regions() -> None:
    assert text_reading("CBS Gebieden in Nederland 2024: jeugdregio Midden-Holland") is FULL
    assert text_reading("czwbureau.nl: Vlissingen is centrumgemeente; ledenlijst CBS") is EXCERPT
    assert text_reading("Gemeenteblad Groningen 2024, 3177 (gmb-2024-3177)") is EXCERPT


def test_a_row_must_name_a_source_that_may_be_used() -> None:
    book = SourceBook()
    book.add("W-1", "Een", FULL)
    book.add("W-2", "Twee", FULL, used=False)
    good = Row("f.csv", 2, {"bron_id": "W-1", "bron_detail": "r.1", "opmerking": "Let op"})
    assert book.provenance(good) == {"source_id": "W-1", "source_detail": "r.1", "reading": FULL, "note": "Let op"}
    with pytest.raises(BuildError, match=r"f\.csv, row 3, column bron_id: 'W-9'"):
        book.provenance(Row("f.csv", 3, {"bron_id": "W-9", "bron_detail": ""}))
    book.refer("W-2")
    with pytest.raises(BuildError, match="W-2"):
        book.table()
    with pytest.raises(BuildError, match="defined twice"):
        book.add("W-1", "Anders", FULL)


def test_dataset_texts_get_stable_identifiers() -> None:
    book = SourceBook()
    ids = book.by_text("D-X", ["b.nl: een", "CBS", "b.nl: een"])
    assert ids == {"b.nl: een": "D-X-01", "CBS": "D-X-02"}
    assert [row["reading"] for row in book.rows.values()] == [EXCERPT, FULL]
