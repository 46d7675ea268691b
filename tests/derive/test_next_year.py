"""Next year's files put into a package: for real where the collected files are, and on the made-up country."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import pytest
import shapely
from shapely.geometry.base import BaseGeometry
from small_package import SIDE, SOUTH, WEST, code, square, write_package
from walked import NEW_YEAR, walk

from coverage.analysis.population import inhabitants
from coverage.analysis.status import status_at
from coverage.cli import main
from coverage.dataset import DATA
from coverage.dataset.newest import read_dataset
from coverage.dataset.problems import check
from coverage.derive.outlines import read_outlines
from coverage.derive.write import table_bytes
from coverage.geography.areas import municipalities
from coverage.geography.lineage import lineage
from coverage.geography.wider import area_pieces

SHARED = Path(os.environ.get("COVERAGE_SHARED", Path(__file__).parents[3] / "shared")) / "data"
HEADER = "datum,oude_code,nieuwe_code,nieuwe_naam,soort,aandeel_oppervlakte,bron"
WEST_HALF = shapely.segmentize(shapely.box(WEST, SOUTH - SIDE, WEST + 3_000, SOUTH), SIDE / 2)  # of GM9006


def _edit(root: Path, name: str, change: Callable[[pd.DataFrame], pd.DataFrame]) -> None:
    path = root / f"{name}.csv"
    path.write_bytes(table_bytes(change(pd.read_csv(path, dtype=str, keep_default_na=False))))


def _without(column: str, value: str) -> Callable[[pd.DataFrame], pd.DataFrame]:
    return lambda frame: frame[frame[column] != value]


def _reopened(codes: list[str]) -> Callable[[pd.DataFrame], pd.DataFrame]:
    def change(frame: pd.DataFrame) -> pd.DataFrame:
        last = frame["code"].isin(codes) & ~frame["code"].duplicated(keep="last")
        return frame.assign(valid_to=frame["valid_to"].mask(last, ""))

    return change


@pytest.mark.skipif(not SHARED.is_dir(), reason="the collected files of CBS are not here")
def test_the_latest_division_and_population_that_were_removed_come_back_the_same(tmp_path: Path) -> None:
    root = Path(shutil.copytree(DATA, tmp_path / "data"))
    last, gone, new = "2023-01-01", ["GM0501", "GM0530", "GM0614"], "GM1992"
    _edit(root, "reorganisations", lambda frame: frame[(frame["date"] != last) | (frame["planned"] == "true")])
    for name in ("municipalities", "memberships"):
        _edit(root, name, _without("code", new))
        _edit(root, name, _reopened(gone))
    for name in ("population", "population_pieces", "population_years"):
        _edit(root, name, _without("year", "2026"))
    (root / "boundaries" / "2023.topojson").unlink()
    files = {
        "--reorganisations": SHARED / "regions" / "herindelingen.csv",
        "--boundaries": SHARED / "boundaries" / "gemeenten_2024_cbs_gegeneraliseerd_dashboard3.geojson",
        "--population": SHARED / "population" / "inwoners_per_gemeente.csv",
    }
    options = [str(part) for pair in files.items() for part in pair]
    options += ["--year", "2026", "--source", "D-POP-2026", "--provisional"]
    assert main(["derive", "--data", str(root), *options]) == 0
    for path in sorted(DATA.rglob("*.csv")) + sorted(DATA.rglob("*json")):
        name = path.relative_to(DATA).as_posix()
        if name not in {"population_years.csv", "datapackage.json"}:  # a remark is written by people, and has its size
            assert (root / name).read_bytes() == path.read_bytes(), name
    years = [pd.read_csv(folder / "population_years.csv", dtype=str).drop(columns="note") for folder in (root, DATA)]
    pd.testing.assert_frame_equal(*years)


def _outlines(path: Path, shapes: dict[str, BaseGeometry], crs: str = "EPSG:28992") -> Path:
    frame = gpd.GeoDataFrame(
        {"statcode": list(shapes), "statnaam": [f"Naam {c}" for c in shapes]},
        geometry=list(shapes.values()), crs="EPSG:28992",
    )  # fmt: skip
    frame.to_crs(crs).to_file(path, layer="gemeente_gegeneraliseerd")
    return path


def _rows(path: Path, *rows: str) -> Path:
    path.write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
    return path


def _today() -> dict[str, BaseGeometry]:
    """The borders of 2026 in the made-up country."""
    shapes = {code(n): square(n) for n in range(1, 9)}
    return shapes | {code(14): shapely.union(square(9), square(10))}


def _split() -> dict[str, BaseGeometry]:
    """GM9006 went to GM9001 (its west) and a new GM9020; drawn with borders some metres off, as other makers do."""
    shapes = _today()
    six = shapes.pop(code(6))
    shapes[code(1)] = shapely.union(shapes[code(1)], WEST_HALF)
    shapes["GM9020"] = shapely.difference(six, WEST_HALF)
    return {c: shapely.transform(shape, lambda xy: xy + np.array([20, -20])) for c, shape in shapes.items()}


def _put(root: Path, **files: Path | str) -> int:
    return main(["derive", "--data", str(root), *(str(p) for word, path in files.items() for p in (f"--{word}", path))])


SPLIT = (f"2027-01-01,{code(6)},{code(1)},,splitsing,,Q-1", f"2027-01-01,{code(6)},GM9020,Nieuwstad,splitsing,,Q-1")


@pytest.mark.parametrize(
    ("suffix", "crs"), [("gpkg", "EPSG:28992"), pytest.param("geojson", "EPSG:4326", marks=pytest.mark.slow)]
)
def test_a_split_with_new_borders_cuts_the_piece(tmp_path: Path, suffix: str, crs: str) -> None:
    root = write_package(tmp_path / "data")
    before = inhabitants(read_dataset(root), 2024, "2023")
    assert (
        _put(
            root,
            reorganisations=_rows(tmp_path / "moves.csv", *SPLIT),
            boundaries=_outlines(tmp_path / f"borders.{suffix}", _split(), crs),
        )
        == 0
    )
    ds = walk(root, NEW_YEAR - timedelta(days=1)) if suffix == "gpkg" else read_dataset(root)  # the same country twice
    assert lineage(ds).undrawn("2027") == {}
    areas = municipalities(ds, NEW_YEAR).set_index("code")
    assert areas["geometry"]["GM9020"].area / 1e6 == pytest.approx(70, abs=1)
    assert areas["geometry"][code(1)].area / 1e6 == pytest.approx(130, abs=1)
    assert areas["geometry"].area.sum() == pytest.approx(10 * SIDE**2, abs=1)
    assert shapely.coverage_is_valid(list(areas["geometry"]))
    assert areas["name"]["GM9020"] == "Nieuwstad"
    shares = ds.table("reorganisations").query("old_code == 'GM9006'")
    assert dict(zip(shares["new_code"], shares["area_share"], strict=True)) == pytest.approx(
        {code(1): 0.3, "GM9020": 0.7}, abs=0.005
    )
    after = inhabitants(ds, 2024, "2027")
    assert after["GM9020"] == pytest.approx(before[code(6)] * 0.7, rel=0.01)
    assert after[code(1)] == pytest.approx(before[code(1)] + before[code(6)] * 0.3, rel=0.01)
    assert sum(after.values()) == sum(before.values())
    (held,) = ds.table("memberships").query("code == 'GM9020'").itertuples()
    assert (held.duvo_region, held.duup_uncertain, held.alternative_duup) == ("Aardeveld", True, "2")  # of GM9006
    # What a claim said of an area with GM9006 in it, holds in both parts; an area may also have one part as a member.
    parts = {f"{code(6)}-{code(1)}", f"{code(6)}-GM9020"}
    assert area_pieces(ds)["WEST"] == {code(1), code(2)} | parts
    _edit(root, "area_members", lambda frame: frame.replace({"piece": {code(6): f"{code(6)}-GM9020"}}))
    assert check(root) == []
    assert area_pieces(read_dataset(root))["WEST"] == {code(1), code(2), f"{code(6)}-GM9020"}
    _edit(root, "area_members", lambda frame: frame.replace({"piece": {f"{code(6)}-GM9020": f"{code(6)}-{code(2)}"}}))
    assert [(p.file, p.column) for p in check(root)] == [("area_members.csv", "piece")]


def test_borders_of_a_split_may_come_later_and_a_second_time_changes_nothing(tmp_path: Path) -> None:
    root = write_package(tmp_path / "data")
    moves = _rows(tmp_path / "moves.csv", *(row.replace("splitsing,,", "splitsing,0.5,") for row in SPLIT))
    assert _put(root, reorganisations=moves) == 0
    assert set(lineage(read_dataset(root)).uncut("2027")) == {code(6)}
    borders = _outlines(tmp_path / "borders.gpkg", _split())
    assert _put(root, boundaries=borders) == 0
    assert lineage(read_dataset(root)).uncut("2027") == {}
    made = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    assert _put(root, reorganisations=moves, boundaries=borders) == 0
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == made


def test_a_merger_over_a_border_of_regions_is_told_and_uncertain(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_package(tmp_path / "data")
    rows = (f"2027-01-01,{code(n)},GM9021,Grensstad,{kind},1,Q-1" for n, kind in ((5, "fusie"), (8, "samenvoeging")))
    assert _put(root, reorganisations=_rows(tmp_path / "moves.csv", *rows)) == 0
    assert "Let op: GM9021 Grensstad is gemaakt uit gemeenten van Eikenbosch en Súdhaven" in capsys.readouterr().out
    (held,) = read_dataset(root).table("memberships").query("code == 'GM9021'").itertuples()
    assert (held.duvo_region, held.alternatives, held.alternative_duup) == ("Eikenbosch", "Súdhaven", "2")
    assert (held.certainty, held.duup_uncertain) == ("derived", True)
    assert status_at(read_dataset(root), NEW_YEAR).row("GM9021").duup_number == 1


def test_a_new_code_for_the_same_place_and_borders_that_fit(tmp_path: Path) -> None:
    root = write_package(tmp_path / "data")
    shapes = _today()
    shapes["GM9022"] = shapes.pop(code(2))
    moves = _rows(tmp_path / "moves.csv", f"2027-01-01,{code(2)},GM9022,Andersdorp,naamswijziging,1,Q-1")
    pieces = (root / "boundaries" / "pieces.geojson").read_bytes()
    assert _put(root, reorganisations=moves, boundaries=_outlines(tmp_path / "borders.gpkg", shapes)) == 0
    assert (root / "boundaries" / "pieces.geojson").read_bytes() == pieces
    assert status_at(read_dataset(root), NEW_YEAR).row("GM9022").name == "Andersdorp"


def test_polygons_and_multipolygons_in_one_geojson(tmp_path: Path) -> None:
    """Such a file says of its layer that the kind of shape is unknown."""
    shapes = _today()
    island = shapely.box(WEST - 5_000, SOUTH, WEST - 4_000, SOUTH + 1_000)
    shapes[code(1)] = shapely.union(shapes[code(1)], island)
    path = _outlines(tmp_path / "borders.geojson", shapes, "EPSG:4326")
    assert pyogrio.list_layers(path)[0][1] == "Unknown"
    assert list(read_outlines(path).shapes.index) == sorted(shapes)


def test_a_border_that_moved_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = write_package(tmp_path / "data")
    shapes = _today()
    strip = shapely.box(WEST + SIDE, SOUTH, WEST + SIDE + 500, SOUTH + SIDE)
    shapes[code(1)], shapes[code(2)] = shapely.union(shapes[code(1)], strip), shapely.difference(shapes[code(2)], strip)
    assert _put(root, boundaries=_outlines(tmp_path / "borders.gpkg", shapes)) == 0
    told = capsys.readouterr().out
    assert f"Let op: {code(1)}: op de kaart 4.8% groter of kleiner" in told and code(2) in told


def _copy(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (["2027-01-01,GM1,GM9001,,fusie,1,Q-1"], "regel 2, kolom old"),
        (["2027-13-01,GM9002,GM9001,,fusie,1,Q-1"], "regel 2, kolom date"),
        (["2019-01-01,GM9002,GM9001,,fusie,1,Q-1"], "ligt niet na 2021-01-01"),
        (["2027-01-01,GM9002,GM9001,,ruil,1,Q-1"], "regel 2, kolom kind"),
        (["2027-01-01,GM9002,GM9001,,fusie,2,Q-1"], "regel 2, kolom area_share"),
        (["2027-01-01,GM9002,GM9001,,fusie,1,Q-9"], 'bron "Q-9" staat niet in sources.csv'),
        (["2027-01-01,GM9002,GM9099,,fusie,1,Q-1"], "GM9099 staat niet in municipalities.csv"),
        (["2027-01-01,GM9098,GM9001,,fusie,1,Q-1"], "GM9098 staat niet|GM9098 bestaat niet op"),
        (list(SPLIT), "geef met --boundaries de nieuwe grenzen"),
    ],
)
def test_a_reorganisation_that_does_not_fit_is_told_and_changes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], rows: list[str], words: str
) -> None:
    root = write_package(tmp_path / "data")
    before = _copy(root)
    assert _put(root, reorganisations=_rows(tmp_path / "moves.csv", *rows)) == 1
    told = capsys.readouterr().err
    assert any(part in told for part in words.split("|")), told
    assert _copy(root) == before


def test_a_file_without_its_columns_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = write_package(tmp_path / "data")
    file = tmp_path / "moves.csv"
    file.write_text("datum,van,naar\n2027-01-01,GM9001,GM9002\n", encoding="utf-8")
    assert _put(root, reorganisations=file) == 1
    assert "moves.csv, regel 1: deze kolommen ontbreken: old (old_code of oude_code)" in capsys.readouterr().err


def _wrong_crs(path: Path) -> None:
    _outlines(path, _today(), "EPSG:3857")


def _odd_codes(path: Path) -> None:
    _outlines(path, _today() | {"GM9099": shapely.box(WEST, SOUTH + SIDE, WEST + SIDE, SOUTH + 2 * SIDE)})


def _twice(path: Path) -> None:
    frame = gpd.GeoDataFrame({"statcode": [code(1)] * 2}, geometry=[square(1), square(2)], crs="EPSG:28992")
    frame.to_file(path)


def _no_codes(path: Path) -> None:
    gpd.GeoDataFrame({"naam": ["x"]}, geometry=[square(1)], crs="EPSG:28992").to_file(path)


def _other_layers(path: Path) -> None:
    for layer in ("provincie", "buurt"):
        gpd.GeoDataFrame({"statcode": ["PV20"]}, geometry=[square(1)], crs="EPSG:28992").to_file(path, layer=layer)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (_wrong_crs, "neem het bestand in RD (EPSG:28992)"),
        (_odd_codes, "niet in municipalities.csv: GM9099"),
        (_twice, "GM9001 staat er meer dan eens"),
        (_no_codes, "kolom met de gemeentecode ontbreekt"),
        (_other_layers, "geen laag gemeente_gegeneraliseerd; er zijn: provincie, buurt"),
        (lambda path: path.write_text("geen kaart", encoding="utf-8"), "is geen GeoPackage of GeoJSON"),
        (lambda path: None, "bestand niet gevonden"),
    ],
)
def test_borders_that_cannot_be_used_are_told_and_change_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], make: Callable[[Path], None], words: str
) -> None:
    root = write_package(tmp_path / "data")
    before = _copy(root)
    make(tmp_path / "borders.gpkg")
    assert _put(root, boundaries=tmp_path / "borders.gpkg") == 1
    assert words in capsys.readouterr().err
    assert _copy(root) == before
