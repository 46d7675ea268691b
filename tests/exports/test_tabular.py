"""Downloads: harmless in a spreadsheet, complete, and with their explanation."""

from datetime import date
from io import BytesIO, StringIO
from zipfile import ZipFile

import pandas as pd
import pyogrio
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coverage.dataset import current
from coverage.exports.geopackage import geopackage_bytes
from coverage.exports.safe import DANGEROUS, neutral
from coverage.exports.tabular import about, csv_bytes, xlsx_bytes

DS = current()
HOSTILE = ["=1+1", "+3", "-cmd", "@sum", "\t=x", "\r=x", "gewoon", "3 = drie"]
FRAME = pd.DataFrame({"code": ["GM0301"] * len(HOSTILE), "tekst": HOSTILE, "getal": [-1.5] * len(HOSTILE)})
WORDS = about(DS, "Proef", "Een zin.", date(2013, 7, 1), "https://voorbeeld.nl/dekking")


def test_csv_neutralises_formulas_and_opens_in_a_dutch_spreadsheet():
    raw = csv_bytes(FRAME)
    assert raw.startswith(b"\xef\xbb\xbf")
    back = pd.read_csv(StringIO(raw.decode("utf-8-sig")), sep=";", decimal=",", keep_default_na=False)
    assert not [t for t in back["tekst"] if t.startswith(DANGEROUS)]
    assert back["tekst"][6] == "gewoon"
    assert back["getal"][0] == -1.5  # a number is no formula


@given(st.text(max_size=20))
def test_no_text_begins_like_a_formula(text):
    assert not neutral(text).startswith(DANGEROUS)
    assert neutral(text).removeprefix("'") == text.removeprefix("'")


def parts(workbook):
    """The XML of a workbook: sheets and shared texts."""
    with ZipFile(BytesIO(workbook)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml")}


def test_xlsx_holds_text_and_no_formula_and_explains_itself():
    found = parts(xlsx_bytes(FRAME, WORDS))
    sheets = [xml for name, xml in found.items() if name.startswith("xl/worksheets/")]
    assert len(sheets) == 2
    assert not any("<f>" in xml or "<hyperlink" in xml for xml in sheets)
    texts = found["xl/sharedStrings.xml"]
    assert "<t>=1+1</t>" in texts
    assert DS.edition in texts
    assert "CC BY 4.0" in texts


def test_empty_values_stay_empty():
    frame = pd.DataFrame({"a": pd.array([1, None], dtype="Int64"), "b": ["x", None]})
    sheet = parts(xlsx_bytes(frame, WORDS))["xl/worksheets/sheet1.xml"]
    assert 'r="A2"' in sheet
    assert 'r="A3"' not in sheet


def test_geopackage_has_areas_in_rd_and_the_explanation(tmp_path):
    path = tmp_path / "x.gpkg"
    path.write_bytes(geopackage_bytes(DS, FRAME, "2021", WORDS))
    areas = pyogrio.read_dataframe(path, layer="gemeenten")
    assert areas.crs.to_epsg() == 28992
    assert len(areas) == len(FRAME)
    assert areas.geometry.area.iloc[0] == pytest.approx(43e6, rel=0.1)  # Zutphen measures about 43 square kilometres
    assert DS.edition in set(pyogrio.read_dataframe(path, layer="toelichting")["tekst"])


def test_geopackage_has_regions_and_columns_that_need_no_quotes(tmp_path):
    path, two = (
        tmp_path / "x.gpkg",
        pd.DataFrame({"code": ["GM0301", "GM0200"], "DUUP-regio": "Apeldoorn", "programma's": ""}),
    )
    path.write_bytes(geopackage_bytes(DS, two, "2021", WORDS))
    areas = pyogrio.read_dataframe(path, layer="gemeenten")
    assert list(areas.columns) == ["code", "duup_regio", "programmas", "geometry"]
    regions = pyogrio.read_dataframe(path, layer="duup_regios")
    assert list(regions["duup_regio"]) == ["Apeldoorn"]
    assert regions.geometry.area.sum() == pytest.approx(areas.geometry.area.sum())


def test_geopackage_refuses_a_code_of_another_division():
    with pytest.raises(ValueError, match="GM0457"):
        geopackage_bytes(DS, pd.DataFrame({"code": ["GM0457"]}), "2023", WORDS)
