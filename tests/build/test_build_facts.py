"""Claims, fillers, programmes and contradictions in the making."""

from datetime import date
from pathlib import Path

import pytest

from coverage.build.claims import basis, effective, is_filler
from coverage.build.contradictions import NUMBER, SUBJECTS, contradictions
from coverage.build.programmes import programmes
from coverage.build.rows import BuildError, Row
from coverage.vocabulary import Basis


@pytest.mark.parametrize(
    ("day", "note", "expected"),
    [
        ("2013-07", "Gestopt per 1 juli 2011", date(2011, 7, 1)),
        ("2013-07", "Sinds 1 januari 2013; telt daardoor in twee programma's", date(2013, 1, 1)),
        ("2013-07", "", date(2013, 7, 1)),
        ("2013", "Fryslan als werkgebied", date(2013, 1, 1)),
        ("2011", "Gestopt per 1 juli 2011", date(2011, 1, 1)),  # not later than the date of the claim
        ("2013-07", "Sinds circa 2012", date(2013, 7, 1)),
        ("2013-07", "Niet gestopt per 1 juli 2011", date(2013, 7, 1)),
    ],
)
def test_the_day_from_which_a_claim_holds(day: str, note: str, expected: date) -> None:
    assert effective(day, note) == expected


@pytest.mark.parametrize(
    ("programme", "relation", "source", "note", "expected"),
    [
        ("DUUP07", "gepland", "S4", "", Basis.ASSIGNMENT),
        ("DUUP07", "expliciet geen", "W-OGLD-EDE", "Fragment gelezen.", Basis.PROGRAMME),
        ("DUUP07-NOG", "werkgebied", "W-APD2026", "", Basis.REGULATION),
        ("UTR-STAD", "werkgebied", "W-UTRLOKET", "", Basis.REGULATION),
        ("DHG-SHOP", "werkgebied", "S3", "Via veldwerk en contact met clubs", Basis.OUTREACH),
        ("DHG-SHOP", "werkgebied", "S3", "Via contact met clubs", Basis.OUTREACH),
        ("NMG-TIPPEL", "gepland", "W-OGLD-NMG", "", Basis.PROGRAMME),
    ],
)
def test_on_what_a_claim_rests(programme: str, relation: str, source: str, note: str, expected: Basis) -> None:
    row = Row(
        "dekking_gemeenten.csv",
        2,
        {
            "programma_id": programme,
            "relatie": relation,
            "bron_id": source,
            "opmerking": note,
        },
    )
    assert basis(row) is expected


@pytest.mark.parametrize(
    ("reach", "stated", "note", "filler"),
    [
        ("onbekend", "nee", "Aangevuld als onbekend zodat de matrix volledig is", True),
        ("onbekend", "nee", "", True),
        ("onbekend", "nee", "Bron zwijgt; GGD is partner zonder genoemde rol (r.733)", False),
        ("onbekend", "ja", "", False),
        ("nee", "ja", "", False),
    ],
)
def test_only_silence_without_a_remark_is_left_out(reach: str, stated: str, note: str, filler: bool) -> None:
    row = Row("doelgroepen.csv", 2, {"bereik": reach, "expliciet_in_bron": stated, "opmerking": note})
    assert is_filler(row) is filler


def test_programmes_take_their_latest_name_and_a_place_that_is_a_municipality() -> None:
    periods = [
        {"programme_id": "X", "name": "Oud", "centre": "Goes", "date": "2015"},
        {"programme_id": "X", "name": "Nieuw", "centre": "niet genoemd in bron", "date": "2018-12"},
        {"programme_id": "Y", "name": "Y", "centre": "Goes (SMWO), Breda (IMW)", "date": "2015"},
        {"programme_id": "Y", "name": "Y later", "centre": "Breda (deelnemer)", "date": "2015"},
    ]
    made = programmes(periods, {"X", "Y", "LANDELIJK"}, {"Goes": "GM0664"})
    assert [tuple(row.values()) for row in made] == [
        ("X", "Nieuw", "Goes", "GM0664", False),
        ("Y", "Y later", "Goes (SMWO), Breda (IMW)", "", False),
        ("LANDELIJK", "Landelijk", "", "", True),
    ]
    with pytest.raises(BuildError, match="NOWHERE"):
        programmes(periods, {"NOWHERE"}, {})


def entries(leave_out: str = "") -> str:
    ids = [f"T{n:02}" for n in range(1, NUMBER + 1) if f"T{n:02}" != leave_out]
    kinds = "| Echte tegenspraak binnen één bron | " + ", ".join(ids) + " |\n| Tegenspraak tussen bronnen | T12 |\n"
    body = "\n\n".join(f"**{i} Titel van {i}.** Drie rijen (***) zijn\n**zeker** geteld. Advies: tonen." for i in ids)
    return f"# Kop\n\n| Soort | Nummers |\n|---|---|\n{kinds}\n## A. Een onderwerp\n\n{body}\n"


def test_contradictions_are_read_from_the_text(tmp_path: Path) -> None:
    (tmp_path / "tegenstrijdigheden.md").write_text(entries(), encoding="utf-8")
    made, subjects = contradictions(tmp_path)
    assert made[11] == {
        "contradiction_id": "T12",
        "kind": "within_source",
        "section": "Een onderwerp",
        "title": "Titel van T12",
        "text": "Drie rijen (***) zijn zeker geteld.",
        "advice": "tonen.",
    }
    assert len(subjects) == sum(map(len, SUBJECTS.values()))
    (tmp_path / "tegenstrijdigheden.md").write_text(entries(leave_out="T30"), encoding="utf-8")
    with pytest.raises(BuildError, match="T01 to T39"):
        contradictions(tmp_path)
