"""The static edition: whole, linked, without script; and the same figures wherever they are taken from."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

import geopandas as gpd
import openpyxl
import pandas as pd
import pytest
from small_package import code, write_package

from coverage.analysis.profile import text
from coverage.analysis.profile.facts import profile
from coverage.analysis.status import status_at
from coverage.analysis.turn_now import where_to_turn_now
from coverage.cli import main
from coverage.dataset import Dataset, current
from coverage.dataset.problems import inspect
from coverage.exports.open_data.catalogue import LATEST, open_files_by_path
from coverage.exports.static_site.local_pages import municipality_pages, region_pages
from coverage.exports.static_site.pages import StaticPage
from coverage.exports.static_site.render import render
from coverage.exports.static_site.site import Site, slug
from coverage.exports.static_site.write import Written, write_site
from coverage.exports.writing import WriteError
from coverage.geography.areas import duup_regions
from coverage.i18n import label, number, use_language

ON = date(2026, 6, 1)
DS = current()


class Elements(HTMLParser):
    """Elements of a page as (tag, attributes), and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def all(self, *tags: str) -> Iterator[dict[str, str | None]]:
        return (attributes for tag, attributes in self.found if tag in tags)


@pytest.fixture(scope="module", params=["made up", pytest.param("real", marks=pytest.mark.slow)])
def ds(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return (
        current(write_package(tmp_path_factory.mktemp("small") / "data")) if request.param == "made up" else current()
    )


@pytest.fixture(scope="module")
def site(ds: Dataset, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Written]:
    target = tmp_path_factory.mktemp("edition") / "site"
    return target, write_site(ds, target, ON)


@pytest.fixture(scope="module")
def pages(site: tuple[Path, Written]) -> dict[str, Elements]:
    folder = site[0]
    found = sorted(folder.rglob("*.html"))
    return {p.relative_to(folder).as_posix(): Elements(p.read_text(encoding="utf-8")) for p in found}


def test_a_page_for_every_municipality_and_region(ds, pages):
    report = status_at(ds, ON)
    assert sum(name.startswith("gemeenten/") for name in pages) == len(report.rows)
    assert sum(name.startswith("regios/") for name in pages) == len(duup_regions(ds, ON))


def test_every_link_picture_and_anchor_leads_somewhere(site, pages):
    folder = site[0]
    ids = {name: {a["id"] for _tag, a in page.found if a.get("id")} for name, page in pages.items()}
    broken = []
    for name, page in pages.items():
        for value in [a.get("href") for a in page.all("a", "link")] + [a.get("src") for a in page.all("img")]:
            parts = urlsplit(value or "")
            if parts.scheme in {"http", "https"}:
                continue
            target = (folder / name).parent / unquote(parts.path) if parts.path else folder / name
            key = target.resolve().relative_to(folder.resolve()).as_posix()
            if not target.is_file() or (parts.fragment and parts.fragment not in ids[key]):
                broken.append((name, value))
    assert broken == []


def test_pages_are_dutch_without_script_and_described(pages):
    for name, page in pages.items():
        tags = [tag for tag, _attributes in page.found]
        assert next(page.all("html"))["lang"] == "nl", name
        assert not {"iframe", "style"} & set(tags), name
        described = [attributes for tag, attributes in page.found if tag == "script"]  # data, which no browser runs
        assert described == ([{"type": "application/ld+json"}] if name == "index.html" else []), name
        assert tags.count("h1") == tags.count("main") == 1, name
        assert all(a.get("alt") for a in page.all("img")), name
        assert not [a for _tag, a in page.found if any(key.startswith("on") or key == "style" for key in a)], name
        levels = [int(tag[1]) for tag in tags if re.fullmatch(r"h[1-6]", tag)]
        assert all(b - a <= 1 for a, b in pairwise(levels)), name
        assert "112" in "".join(page.text), name


def test_a_page_of_a_municipality_says_what_the_dashboard_and_the_fact_sheet_say(ds, pages):
    rows = status_at(ds, ON).rows
    first_of_each = {row.status: row for row in reversed(rows)}.values()
    for row in first_of_each:
        found = profile(ds, row.code, ON)
        shown = " ".join("".join(pages[f"gemeenten/{slug(row.name)}.html"].text).split())
        turning = (t.line for t in where_to_turn_now(ds, found))
        lines = (*text.serving(ds, found), *text.groups(found), *turning, *text.history_lines(ds, found),
                 *text.open_questions(ds, found), *text.comparison(found))  # fmt: skip
        said = [line.text for line in lines] + [part for fact in text.facts(found) for part in (fact.word, fact.value)]
        assert [words for words in said if " ".join(words.split()) not in shown] == []


def test_the_files_at_fixed_addresses_are_there(ds, site):
    """Under both names of the edition, byte for byte what the server would give on the date of this edition."""
    named = open_files_by_path(ds, ON)
    for folder in (LATEST, ds.edition):
        written = site[0] / "data" / folder
        assert {p.relative_to(written).as_posix() for p in written.rglob("*") if p.is_file()} == set(named)
    for path in ("status/today.csv", "claims.csv", "hsds.json"):
        assert (site[0] / "data" / LATEST / path).read_bytes() == named[path].make()


def test_weight_is_told_and_stays_low(ds, site):
    folder, written = site
    sizes = [p.stat().st_size for p in folder.rglob("*") if p.is_file()]
    assert (written.files, written.total) == (len(sizes), sum(sizes))
    if ds is not current():  # of ten municipalities
        return
    assert written.mean_page < 150_000
    assert written.largest_page < 400_000
    assert written.total < 30_000_000  # two thirds of it are the files at fixed addresses, for programs


@pytest.mark.slow
def test_the_same_edition_gives_the_same_pages_and_maps(ds, site, tmp_path):
    write_site(ds, tmp_path / "again", ON)
    kept = [p for p in site[0].rglob("*") if p.suffix in {".html", ".svg", ".css", ".csv", ".zip", ".json"}]
    assert len(kept) > len(status_at(ds, ON).rows)
    for path in kept:
        assert path.read_bytes() == (tmp_path / "again" / path.relative_to(site[0])).read_bytes(), path.name


def test_figures_are_the_same_everywhere(ds, site, pages, capsys, monkeypatch):
    """Status and inhabitants of every municipality: command line, page, list, CSV, workbook and GeoPackage."""
    folder = site[0]
    monkeypatch.setenv("COVERAGE_DATA", str(ds.path))
    assert main(["status", "--date", ON.isoformat(), "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)["municipalities"]
    expected = {m["code"]: (m["status"], m["inhabitants"]) for m in told}

    csv = pd.read_csv(folder / "gegevens" / "dekking.csv", sep=";", decimal=",", encoding="utf-8-sig")
    assert dict(zip(csv["code"], zip(csv["statuscode"], csv["inwoners"], strict=True), strict=True)) == expected
    sheet = openpyxl.load_workbook(folder / "gegevens" / "dekking.xlsx", read_only=True)["status per gemeente"]
    head, *rows = sheet.iter_rows(values_only=True)
    book = [dict(zip(head, row, strict=True)) for row in rows]
    assert {r["code"]: (r["statuscode"], r["inwoners"]) for r in book} == expected
    layer = gpd.read_file(folder / "gegevens" / "dekking.gpkg", layer="gemeenten")
    assert dict(zip(layer["code"], zip(layer["statuscode"], layer["inwoners"], strict=True), strict=True)) == expected

    report = status_at(ds, ON)
    listed = (folder / "gemeenten.html").read_text(encoding="utf-8")
    for path, row in ((f"gemeenten/{slug(r.name)}.html", r) for r in report.rows):
        status, inhabitants = expected[row.code]
        page = (folder / path).read_text(encoding="utf-8")
        assert f'data-code="{row.code}"><span class="status {status}">{label(row.status)}' in page
        assert f"<dd>{number(inhabitants)} op 1 januari" in page
        line = re.search(rf'<tr data-code="{row.code}">.*?</tr>', listed, flags=re.DOTALL)
        assert line and f'class="status {status}"' in line[0] and f'<td class="n">{number(inhabitants)}</td>' in line[0]


def test_a_hostile_name_is_text(tmp_path):
    """On the pages; what stands in files is tried in ``tests/reliability/test_hostile_exports.py``."""
    hostile = "<img src=x onerror=alert(1)>"
    root = write_package(tmp_path / "data")
    found = inspect(root)
    names = found.tables["municipalities"].copy()
    names.loc[names["code"] == code(2), "name"] = hostile
    ds = Dataset(root, replace(found, tables=found.tables | {"municipalities": names}))
    edition = Site(ds, ON, 3)
    shown = [p for p in [*region_pages(edition), *municipality_pages(edition)]
             if p.values["title"] in {hostile, "DUUP-regio Aardeveld"}]  # fmt: skip
    assert len(shown) == 2
    for page in shown:
        html = _rendered(edition, page)
        assert not [a for a in Elements(html).all("img") if "onerror" in a]
        assert "&lt;img src=x onerror=alert(1)&gt;" in html


def _rendered(site: Site, page: StaticPage) -> str:
    return render(page.template, page.path, {"site": site, **page.values})


def test_the_edition_is_dutch_whatever_the_language_of_the_caller(tmp_path, pages):
    use_language("en")
    try:
        with pytest.raises(WriteError):
            write_site(DS, tmp_path.parent, ON)
    finally:
        use_language("nl")
    assert "Op 1 juni 2026 is" in "".join(pages["index.html"].text)


def test_slugs_are_plain_and_differ():
    names = [r.name for r in status_at(DS, ON).rows]
    assert len({slug(name) for name in names}) == len(names)
    assert slug("'s-Hertogenbosch") == "s-hertogenbosch"
    assert slug("Súdwest-Fryslân") == "sudwest-fryslan"
    assert slug("../../etc/passwd") == "etc-passwd"
