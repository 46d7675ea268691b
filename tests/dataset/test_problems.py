"""Every way in which a package can be broken is found, with the place and what to do."""

import csv
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from data_edits import rows_of
from small_package import code, write_package

from coverage.dataset import DATA
from coverage.dataset.divisions import divisions_of
from coverage.dataset.newest import read_dataset
from coverage.dataset.problems import Problem, check

Rows = list[list[str]]


@pytest.fixture
def package(tmp_path: Path) -> Path:
    return write_package(tmp_path / "data")


def change(package: Path, table: str, edit: Callable[[Rows], object]) -> None:
    """Apply an edit to the rows of a table; row 0 is the header."""
    path = package / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    edit(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def setting(line: int, column: str, value: str) -> Callable[[Rows], None]:
    """An edit that puts a value on a line (the header is line 1)."""

    def edit(rows: Rows) -> None:
        rows[line - 1][rows[0].index(column)] = value

    return edit


def places(problems: list[Problem]) -> set[tuple[str, int | None, str]]:
    return {(p.file, p.row, p.column) for p in problems}


def line_of(package: Path, table: str, **values: str) -> int:
    """Of the first row with these values."""
    for line, row in enumerate(rows_of(package, table), start=2):
        if all(row[c] == v for c, v in values.items()):
            return line
    raise AssertionError(f"no such row in {table}")


def test_the_committed_package_is_sound() -> None:
    assert [str(p) for p in check(DATA)] == []


def test_the_message_for_the_operator(package: Path) -> None:
    change(package, "claims", setting(5, "relation", "xyz"))
    (problem,) = check(package)
    place, _, message = str(problem).partition(": ")
    assert place == "data/claims.csv, regel 5, kolom relation"
    assert message.startswith('"xyz" is geen bekende waarde; kies uit location, catchment, ')


def test_a_missing_file(package: Path) -> None:
    (package / "claims.csv").unlink()
    (problem,) = check(package)
    assert (problem.file, problem.row, problem.column) == ("claims.csv", None, "")
    assert str(problem).startswith("data/claims.csv: bestand ontbreekt; zet een eerdere versie terug")


@pytest.mark.parametrize(
    ("content", "row", "word"),
    [
        (b"", None, "leeg"),
        (b"\n\n", None, "leeg"),
        (b"variant,code,source_id,note\n", None, "alleen een kop"),
        (b"variant,code,source_id,note\nDen Duinhuizen,GM9003,D-1,\nS\xfad,GM9007,D-1,\n", 3, "UTF-8"),
        (b"code,variant,source_id,note\nGM9003,Den Duinhuizen,D-1,\n", 1, "volgorde"),
        (b"variant,code,source_id,note\nDen Duinhuizen,GM9003,D-1\n", 2, "3 cellen in plaats van 4"),
        (b"variant,code,source_id,note\nDen Duinhuizen,GM9003,D-1,,\n", 2, "5 cellen in plaats van 4"),
        (b"variant,code,source_id,note\n\nDen Duinhuizen,GM9003,D-1,\n", 2, "lege regel"),
        (b"variant,code,source_id,note\n,,,\nDen Duinhuizen,GM9003,D-1,\n", 2, "lege regel"),
        ("variant\tcode\tsource_id\tnote\nDen Duinhuizen\tGM9003\tD-1\t\n".encode("utf-16"), 1, "UTF-8"),
        (b'variant,code,source_id,note\nDen Duinhuizen,GM9003,D-1,"half\n', 2, "aanhalingstekens"),
    ],
)
def test_the_shape_of_a_file(package: Path, content: bytes, row: int | None, word: str) -> None:
    (package / "municipality_variants.csv").write_bytes(content)
    (problem,) = check(package)
    assert (problem.file, problem.row) == ("municipality_variants.csv", row)
    assert word in problem.message


def test_a_byte_order_mark_does_no_harm(package: Path) -> None:
    path = package / "claims.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert check(package) == []


def test_columns_missing_unknown_and_double(package: Path) -> None:
    (package / "municipality_variants.csv").write_text("variant,odd,source_id,note,note\nA,B,D,,\n", "utf-8")
    assert places(check(package)) == {("municipality_variants.csv", 1, c) for c in ("code", "odd", "note")}


def test_all_problems_at_once(package: Path) -> None:
    change(package, "claims", setting(5, "effective", "2013-7-1"))
    change(package, "claims", setting(9, "name", ""))
    change(package, "population", setting(4, "inhabitants", "12.055"))
    assert places(check(package)) == {
        ("claims.csv", 5, "effective"),
        ("claims.csv", 9, "name"),
        ("population.csv", 4, "inhabitants"),
    }


def test_a_key_that_occurs_twice(package: Path) -> None:
    change(package, "claims", setting(10, "claim_id", "C001"))
    (problem,) = check(package)
    assert (problem.file, problem.row, problem.column) == ("claims.csv", 10, "claim_id")
    assert "regel 2" in problem.message


@pytest.mark.parametrize(
    ("table", "column", "value", "target"),
    [
        ("claims", "programme_id", "NOWHERE", "programmes.csv"),
        ("claims", "source_id", "W-X", "sources.csv"),
        ("claims", "code", "GM9999", "municipalities.csv"),
        ("population", "year", "2016", "population_years.csv"),
        ("memberships", "duvo_region", "Delfzijl", "duvo_regions.csv"),
        ("duup_regions", "centre_code", "GM9999", "municipalities.csv"),
    ],
)
def test_a_reference_to_nothing(package: Path, table: str, column: str, value: str, target: str) -> None:
    change(package, table, setting(2, column, value))
    (problem,) = [p for p in check(package) if p.column == column]
    assert (problem.file, problem.row) == (f"{table}.csv", 2)
    assert target in problem.message


def test_a_municipality_without_a_region(package: Path) -> None:
    line = line_of(package, "memberships", code=code(14))
    change(package, "memberships", lambda rows: rows.pop(line - 1))
    (problem,) = check(package)
    assert (problem.file, problem.row) == ("memberships.csv", None)
    assert "GM9014 heeft op 2023-01-01 geen regio" in problem.message


def test_a_municipality_with_two_regions_or_after_its_end(package: Path) -> None:
    ended = line_of(package, "memberships", code=code(9))
    change(package, "memberships", setting(ended, "valid_to", ""))
    overlapping = line_of(package, "memberships", code=code(5))
    change(package, "memberships", lambda rows: rows.insert(overlapping, list(rows[overlapping - 1])))
    change(package, "memberships", setting(overlapping, "valid_to", "2023-01-02"))
    change(package, "memberships", setting(overlapping + 1, "valid_from", "2023-01-01"))
    found = places(check(package))
    assert ("memberships.csv", overlapping + 1, "code") in found
    assert ("memberships.csv", line_of(package, "memberships", code=code(9)), "code") in found


def test_periods_that_end_before_they_begin(package: Path) -> None:
    line = line_of(package, "municipalities", code=code(14))
    change(package, "municipalities", setting(line, "valid_to", "2013-01-01"))
    assert ("municipalities.csv", line, "valid_to") in places(check(package))


@pytest.mark.parametrize(
    ("column", "value"),
    [("alternative_duup", "19"), ("alternative_duup", "1"), ("alternative_duup", "")],
)
def test_regions_that_disagree(package: Path, column: str, value: str) -> None:
    line = line_of(package, "memberships", code=code(6))
    change(package, "memberships", setting(line, column, value))
    assert ("memberships.csv", line, column) in places(check(package))


def test_inhabitants_that_do_not_add_up(package: Path) -> None:
    line = line_of(package, "population", year="2021", code=code(1))
    change(package, "population", setting(line, "inhabitants", "1"))
    shorter = ("population.csv", None, "")  # by four digits
    total = ("population_years.csv", line_of(package, "population_years", year="2021"), "total")
    assert places(check(package)) == {shorter, total}


def test_a_complete_year_has_every_municipality(package: Path) -> None:
    line = line_of(package, "population", year="2021", code=code(1))
    change(package, "population", setting(line, "code", code(13)))
    assert places(check(package)) == {("population.csv", line, "code"), ("population.csv", None, "")}


def test_pieces_that_do_not_add_up(package: Path) -> None:
    change(package, "population_pieces", setting(2, "inhabitants", "1"))
    assert places(check(package)) == {("population_pieces.csv", None, "inhabitants")}


def test_pieces_that_are_missing(package: Path) -> None:
    missing = rows_of(package, "population_pieces")[0]["piece"]
    change(package, "population_pieces", setting(2, "piece", code(13)))
    odd, *of_years = check(package)
    assert {(p.file, p.row, p.column) for p in (odd, *of_years)} == {("population_pieces.csv", None, "piece")}
    assert any(missing in p.message for p in of_years)
    assert code(13) in odd.message


@pytest.mark.parametrize("piece", ["GM9001-GM9999", "GM9001-"])
def test_a_part_of_a_piece_that_cannot_be(package: Path, piece: str) -> None:
    change(package, "population_pieces", setting(2, "piece", piece))
    assert any(p.column == "piece" and piece in p.message for p in check(package))


def test_a_claim_about_a_municipality_that_did_not_exist(package: Path) -> None:
    change(package, "claims", setting(2, "code", code(13)))
    change(package, "claims", setting(3, "effective", "2026-07-01"))
    assert places(check(package)) == {("claims.csv", 2, "code"), ("claims.csv", 3, "effective")}


def test_a_claim_names_a_municipality_or_an_area(package: Path) -> None:
    change(package, "claims", setting(2, "area_id", "WEST"))
    change(package, "claims", setting(3, "code", ""))
    change(package, "claims", setting(4, "area_reading", "exact"))
    assert places(check(package)) == {
        ("claims.csv", 2, "code"),
        ("claims.csv", 3, "code"),
        ("claims.csv", 4, "area_reading"),
    }


def test_a_claim_about_an_area_before_it_had_these_members(package: Path) -> None:
    change(package, "areas", setting(2, "valid_from", "2026-01-01"))
    assert places(check(package)) == {("claims.csv", line_of(package, "claims", area_id="WEST"), "area_id")}


def test_areas_with_members_that_did_not_exist_or_none_at_all(package: Path) -> None:
    change(package, "areas", lambda rows: rows.extend([["EMPTY", *rows[1][1:]], ["SHORT", *rows[1][1:]]]))
    change(package, "area_members", lambda rows: rows.append(["SHORT", *rows[1][1:]]))
    change(package, "area_members", setting(2, "piece", code(13)))
    short, empty = (line_of(package, "areas", area_id=area) for area in ("SHORT", "EMPTY"))
    change(package, "areas", setting(short, "valid_to", "2001-01-01"))
    assert places(check(package)) == {
        ("area_members.csv", 2, "piece"),
        ("areas.csv", short, "valid_to"),
        ("areas.csv", empty, "area_id"),
    }


def test_bounds_of_a_date_that_is_no_estimate_or_that_cross(package: Path) -> None:
    stated = line_of(package, "claims", date_basis="stated")
    estimate = line_of(package, "claims", date_basis="estimated")
    change(package, "claims", setting(stated, "date_latest", "2020"))
    change(package, "claims", setting(estimate, "date_latest", "2020"))
    column = "date_earliest"
    assert places(check(package)) == {("claims.csv", stated, column), ("claims.csv", estimate, column)}


def test_an_active_exit_programme_without_a_claim_or_a_reason(package: Path) -> None:
    silent = line_of(package, "programme_periods", no_claim_reason="no_place")
    claimed = line_of(package, "programme_periods", programme_id="P-AARDE", no_claim_reason="")
    change(package, "programme_periods", setting(silent, "no_claim_reason", ""))
    change(package, "programme_periods", setting(claimed, "no_claim_reason", "undated"))
    column = "no_claim_reason"
    assert places(check(package)) == {
        ("programme_periods.csv", silent, column),
        ("programme_periods.csv", claimed, column),
    }


def test_a_contradiction_about_nothing(package: Path) -> None:
    change(package, "contradiction_subjects", lambda rows: rows.append(list(rows[1])))
    change(package, "contradiction_subjects", setting(2, "subject", "NOWHERE"))
    change(package, "contradiction_subjects", setting(3, "subject_kind", "country"))
    assert places(check(package)) == {
        ("contradiction_subjects.csv", 2, "subject"),
        ("contradiction_subjects.csv", 3, "subject_kind"),
    }


@pytest.mark.parametrize(
    "content", [None, "", "{", "[]", '{"version": 3, "resources": []}', '{"version": "x", "resources": [1]}']
)
def test_the_description(package: Path, content: str | None) -> None:
    path = package / "datapackage.json"
    path.unlink() if content is None else path.write_text(content, encoding="utf-8")
    assert {p.file for p in check(package)} == {"datapackage.json"}


def test_borders_that_are_missing_or_broken(package: Path) -> None:
    described = [r["path"] for r in json.loads((package / "datapackage.json").read_text("utf-8"))["resources"]]
    first, second, *_ = [p for p in described if p.startswith("boundaries/")]
    (package / first).unlink()
    (package / second).write_text((package / second).read_text("utf-8")[:500], encoding="utf-8")
    assert {(p.file, p.message.split(";")[0]) for p in check(package)} == {
        (first, "bestand ontbreekt"),
        (second, "is geen geldig JSON-bestand, misschien is het afgebroken"),
    }


def test_no_borders_at_all(package: Path) -> None:
    divisions = divisions_of(read_dataset(package).table("reorganisations"))
    shutil.rmtree(package / "boundaries")
    description = json.loads((package / "datapackage.json").read_text("utf-8"))
    description["resources"] = [r for r in description["resources"] if not r["path"].startswith("boundaries/")]
    (package / "datapackage.json").write_text(json.dumps(description), encoding="utf-8")
    files = {"pieces.geojson", *(f"{division.id}.topojson" for division in divisions)}
    assert places(check(package)) == {(f"boundaries/{file}", None, "") for file in files}


def test_a_directory_that_is_not_there(tmp_path: Path) -> None:
    assert len(check(tmp_path / "nowhere")) > 20


def test_a_duvo_region_belongs_to_one_duup_region_at_a_time(package: Path) -> None:
    line = line_of(package, "duvo_duup", duvo_region="Eikenbosch")
    change(package, "duvo_duup", lambda rows: rows.append(["Eikenbosch", "2", "2027-01-01", "", "D-1", "", "full", ""]))
    (problem,) = check(package)
    assert (problem.file, problem.column) == ("duvo_duup.csv", "valid_from")
    change(package, "duvo_duup", setting(line, "valid_to", "2027-01-01"))
    assert check(package) == []
    change(package, "duvo_duup", lambda rows: rows.pop())
    assert {(p.file, p.column) for p in check(package)} == {("memberships.csv", "duvo_region")}


def test_a_sentence_that_code_speaks_needs_its_source(package: Path) -> None:
    change(package, "citations", lambda rows: rows.pop())
    assert places(check(package)) == {("citations.csv", None, "place")}
