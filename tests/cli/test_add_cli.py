"""``add``: facts from the command line or a filled file, on the made-up country."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from small_package import NAMES, code, write_package

from coverage.cli import main
from coverage.dataset.problems import check
from coverage.derive import derive
from coverage.editing import THINGS, change
from coverage.editing.words import next_id
from coverage.i18n import label
from coverage.vocabulary import Status

FREE = "Grootmeer"  # no claim names it


@pytest.fixture
def package(tmp_path: Path) -> Path:
    return write_package(tmp_path / "data")


def rows(package: Path, table: str) -> list[dict[str, str]]:
    with (package / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def add(package: Path, thing: str, capsys: pytest.CaptureFixture[str], **words: str) -> dict[str, Any]:
    """What the command tells as JSON; AssertionError when it refuses."""
    options = [part for word, text in words.items() for part in (f"--{word.replace('_', '-')}", text)]
    assert main(["add", thing, *options, "--data", str(package), "--format", "json"]) == 0, capsys.readouterr().err
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def refused(package: Path, thing: str, capsys: pytest.CaptureFixture[str], **words: str) -> str:
    """Why the command refuses; nothing in the package has changed."""
    before = {p: p.read_bytes() for p in package.rglob("*") if p.is_file()}
    options = [part for word, text in words.items() for part in (f"--{word.replace('_', '-')}", text)]
    assert main(["add", thing, *options, "--data", str(package)]) == 2
    assert {p: p.read_bytes() for p in package.rglob("*") if p.is_file()} == before
    return capsys.readouterr().err


CLAIM = {"programme": "P-AARDE", "relation": "catchment", "date": "2026-03", "source": "Q-1"}


def test_a_claim_changes_the_map(package: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = add(package, "claim", capsys, municipality="fluitwijk (o)", **CLAIM)
    assert told["added"] == [{"table": "claims", "id": "C011"}]
    (changed,) = told["changes"]
    assert (changed["code"], changed["after"]) == (code(5), "evidenced_here")
    assert changed["before"] != changed["after"]
    row = rows(package, "claims")[-1]
    assert row["code"] == code(5)
    assert (row["effective"], row["date"], row["reading"]) == ("2026-03-01", "2026-03", "full")
    add(package, "claim", capsys, municipality=code(3).lower(), **CLAIM)
    assert rows(package, "claims")[-1]["name"] == NAMES[3]  # a code is no name to show
    assert check(package) == []
    assert derive(package) == []  # sizes and hashes were brought up to date too


def test_it_is_told_in_words(package: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = [part for word, text in CLAIM.items() for part in (f"--{word}", text)]
    assert main(["add", "claim", "--municipality", "Fluitwijk", *words, "--data", str(package)]) == 0
    told = capsys.readouterr().out
    assert "Toegevoegd aan claims.csv: C011" in told
    assert f"→ {label(Status.EVIDENCED_HERE)}" in told


def test_a_source_programme_and_group(package: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add(package, "source", capsys, id="W-X", title="Brief, met “komma”", date="2026-03-01", reading="excerpt")
    assert rows(package, "sources")[-1] | {"used": "false", "year": "2026"} == rows(package, "sources")[-1]
    add(package, "programme", capsys, id="P-NIEUW", name="Nieuw", kind="exit_programme", source="W-X")
    assert rows(package, "programmes")[-1]["exit_aim"] == "stated"
    add(package, "claim", capsys, municipality=FREE, **CLAIM | {"programme": "P-NIEUW", "source": "W-X"})
    assert rows(package, "claims")[-1]["reading"] == "excerpt"
    assert rows(package, "sources")[-1]["used"] == "true"
    add(package, "period", capsys, programme="P-NIEUW", period="duup", date="2026-03", source="W-X")
    add(package, "group", capsys, programme="P-NIEUW", group="men", date="2026-03", source="W-X")
    assert rows(package, "target_groups")[-1]["stated"] == "true"
    assert check(package) == []


def test_an_area_of_municipalities_and_a_claim_about_it(package: Path, capsys: pytest.CaptureFixture[str]) -> None:
    about = {"id": "OOST", "name": "Oost", "valid_from": "2021-01-01", "source": "Q-1"}
    add(package, "area", capsys, members="Samenland; Súdhaven", **about)
    members = [r["piece"] for r in rows(package, "area_members") if r["area_id"] == "OOST"]
    assert members == [code(9), code(10), code(7)]  # Samenland was two municipalities in 2021
    told = add(package, "claim", capsys, area="OOST", **CLAIM)
    assert {one["name"] for one in told["changes"]} <= {"Samenland", "Súdhaven"}
    assert rows(package, "claims")[-1]["name"] == "Oost"


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ({"municipality": "Grotmeer"}, "Misschien Grootmeer?"),
        ({"municipality": "Jonkerdam"}, "bestaat sinds 1 januari 2023 niet meer"),
        ({"municipality": FREE, "date": "2999-01-01"}, "ligt in de toekomst"),
        ({"municipality": FREE, "date": "1-3-2026"}, "date: \"1-3-2026\" is geen bestaande datum"),
        ({"municipality": FREE, "source": "W-Y"}, "source: \"W-Y\" staat niet in sources.csv"),
        ({"municipality": FREE, "relation": "open"}, "kies uit location, catchment"),
        ({"municipality": FREE, "note": "regel\neen"}, "note:"),
        ({"municipality": FREE, "area": "WEST"}, "niet allebei"),
        ({}, "Noem met municipality een gemeente"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused(
    package: Path, capsys: pytest.CaptureFixture[str], words: dict[str, str], why: str
) -> None:
    assert why in refused(package, "claim", capsys, **CLAIM | words)


def test_what_is_there_already_is_refused(package: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Also by another name of the municipality or with another remark; another day or source is another claim."""
    add(package, "claim", capsys, municipality=FREE, detail="blz. 1", **CLAIM)
    for again in (FREE, FREE.lower()):
        told = refused(package, "claim", capsys, municipality=again, detail="blz. 2", note="nog eens", **CLAIM)
        assert told == "Dit staat al in claims.csv, regel 12; verander die rij als er meer over te zeggen is.\n"
    add(package, "claim", capsys, municipality=FREE, **CLAIM | {"date": "2026-04"})
    for thing, words in (
        ("group", {"group": "men"}), ("domain", {"domain": "debt"}), ("period", {"period": "duup"}),
        ("access", {"criterion": "live", "area": "Grootmeer"}),
    ):  # fmt: skip
        said = {"programme": "P-AARDE", "date": "2026-03", "source": "Q-1"} | words
        add(package, thing, capsys, **said)
        assert "Dit staat al in" in refused(package, thing, capsys, **said)
    event = {"date": "2026-03", "domain": "programme", "event": "Er begon iets", "source": "Q-1"}
    add(package, "event", capsys, **event)
    assert "Dit staat al in timeline.csv" in refused(package, "event", capsys, **event)


def test_what_is_missing_is_named(package: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "Vul in: programme, relation, date, source." in refused(package, "claim", capsys, municipality=FREE)


def test_many_rows_from_a_file(package: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As a spreadsheet saves it; headings are the words of the options, or the columns."""
    filled = tmp_path / "ingevuld.csv"
    head = "municipality;programme_id;Relation;date;source\r\n"
    filled.write_bytes(
        (
            "\ufeff" + head + "Eikenbosch;P-AARDE;catchment;2026;Q-1\r\nGM9007;P-EIK;location;2026;Q-1\r\n;;;;\r\n"
        ).encode()
    )
    told = add(package, "claim", capsys, **{"from": str(filled)})
    assert [one["id"] for one in told["added"]] == ["C011", "C012"]
    filled.write_text(
        head + "Eikenbosch;P-AARDE;catchment;2025;Q-1\nNergens;P-EIK;location;2026;Q-1\n", encoding="utf-8"
    )
    assert "Rij 2: Er is geen gemeente" in refused(package, "claim", capsys, **{"from": str(filled)})
    filled.write_text("plaats;date\nx;2026\n", encoding="utf-8")
    assert "plaats: onbekend bij claim" in refused(package, "claim", capsys, **{"from": str(filled)})
    assert "niet allebei" in refused(package, "claim", capsys, **{"from": str(filled), "date": "2026"})
    assert refused(package, "claim", capsys, **{"from": str(tmp_path / "weg.csv")}).endswith("bestand ontbreekt\n")


def test_a_file_with_doubles_or_that_is_no_csv_is_refused(
    package: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    filled = tmp_path / "ingevuld.csv"
    head, row = "municipality,programme,relation,date,source", "Eikenbosch,P-AARDE,catchment,2026,Q-1"
    for content, says in (
        (f"{head},source\n{row},Q-2\n", "kolom source: staat twee keer in de kop"),
        (f"{head}\n{row}\n{row}\n", "Rij 2: Dit staat al in een eerdere rij"),
        ("PK\x03\x04\0\0", "is een werkmap of zip, geen tekst; bewaar het als CSV"),
        ("", "bestand is leeg\n"),
    ):
        filled.write_text(content, encoding="utf-8")
        assert says in refused(package, "claim", capsys, **{"from": str(filled)})


def test_check_and_derive_tell_scripts_what_is_wrong_and_where(
    package: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def told(*command: str) -> tuple[int, dict[str, Any]]:
        done = main([*command, "--data", str(package), "--format", "json"])
        return done, json.loads(capsys.readouterr().out)

    edition = told("check")[1]["edition"]
    assert told("check") == (0, {"edition": edition, "problems": []})
    assert told("derive") == (0, {"files": [], "remarks": [], "edition": edition, "problems": []})
    path = package / "claims.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("P-AARDE", "P-WEG", 1), encoding="utf-8")
    done, answer = told("derive")
    assert done == 1 and answer["files"] == ["datapackage.json"] and answer["edition"] is None
    assert [(p["file"], p["line"], p["column"]) for p in answer["problems"]] == [("claims.csv", 2, "programme_id")]


def test_a_folder_without_tables_is_no_package(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for where in (tmp_path, tmp_path / "weg"):
        with pytest.raises(SystemExit):
            main(["check", "--data", str(where)])
        assert "geen map met een datapakket" in capsys.readouterr().err


def test_a_hand_edit_in_the_same_table_stays(package: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = package / "claims.csv"
    table.write_bytes(table.read_bytes().replace(b"\n", b"\r\n").replace(b"Aardeveld,P-AARDE", b"Aardenveld,P-AARDE"))
    add(package, "claim", capsys, municipality=FREE, **CLAIM)
    assert rows(package, "claims")[0]["name"] == "Aardenveld"
    assert b"\r" not in table.read_bytes()


def test_a_package_with_problems_is_not_added_to(package: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = package / "claims.csv"
    table.write_bytes(table.read_bytes().replace(b"catchment", b"cachtment", 1))
    options = ["--id", "W-1", "--title", "Een", "--data", str(package)]
    assert main(["add", "source", *options]) == 1
    assert "cachtment" in capsys.readouterr().err


def test_two_at_once_do_not_lose_one(
    package: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def meanwhile(trial: Path) -> list[str]:
        (package / "sources.csv").write_bytes((package / "sources.csv").read_bytes() + b"\n")
        return derive(trial)

    monkeypatch.setattr(change, "derive", meanwhile)
    assert main(["add", "source", "--id", "W-1", "--title", "Een", "--data", str(package)]) == 2
    assert "Iemand anders" in capsys.readouterr().err


def test_every_word_fits_one_column() -> None:
    for thing in THINGS.values():
        assert len(thing.fields) == len({f.name for f in thing.fields.values()})
        assert not {"data", "format", "from", "file"} & set(thing.fields)


def test_identifiers_go_on() -> None:
    assert [next_id(set()), next_id({"C009"}), next_id({"C1999", "X"})] == ["C001", "C010", "C2000"]


def test_a_planned_reorganisation_is_recorded(package: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = add(package, "reorganisation", capsys, date="2027-01-01", old="Ijsveen", new="Súdhaven")
    assert [(one["code"], one["after"]) for one in told["changes"]] == [(code(8), None)]
    ended = {row["code"]: row["valid_to"] for row in rows(package, "municipalities")}
    assert (ended[code(8)], ended[code(7)]) == ("2027-01-01", "")
    assert rows(package, "reorganisations")[-1]["planned"] == "false"
    assert check(package) == []
    again = refused(package, "reorganisation", capsys, date="2027-02-01", old="Ijsveen", new="Súdhaven")
    assert "bestaat sinds 1 januari 2027 niet meer" in again


def test_a_split_and_a_new_name(package: Path, capsys: pytest.CaptureFixture[str]) -> None:
    split = ["add", "reorganisation", "--date", "2027-01-01", "--old", FREE, "--source", "Q-1", "--data", str(package)]
    goals = ["--new", "Aardeveld", "--share", "0.25", "--new", "GM9020=Nieuwstad"]
    assert main([*split, *goals]) == 2 and "voor elke new" in capsys.readouterr().err
    assert main([*split, *goals, "--share", "0.5"]) == 2 and "samen 0.75" in capsys.readouterr().err
    assert main([*split, *goals, "--share", "0.75"]) == 0
    assert "oude grenzen" in capsys.readouterr().out
    found = {r["new_code"]: r["area_share"] for r in rows(package, "reorganisations") if r["date"] == "2027-01-01"}
    assert found.items() >= {code(1): "0.25", "GM9020": "0.75"}.items()
    add(package, "reorganisation", capsys, date="2027-02-01", old="Beukenrode", new="GM9021=Nieuwe naam", source="Q-1")
    assert [r["kind"] for r in rows(package, "reorganisations") if r["new_code"] == "GM9021"] == ["renamed"]
    assert check(package) == []
