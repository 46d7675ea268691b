"""Writes the static edition: aside first, then in place of the earlier one; and weighs it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import perf_counter

from coverage.analysis.status import DEFAULT_MAX_AGE, status_at
from coverage.dataset import Dataset
from coverage.exports.formats import Request, make
from coverage.exports.standards.schema_org import dataset_head
from coverage.exports.static_map import draw, region_view, status_map_view
from coverage.exports.static_site.local_pages import municipality_pages, region_pages
from coverage.exports.static_site.open_data import open_data
from coverage.exports.static_site.pages import StaticPage, national_pages
from coverage.exports.static_site.render import TEMPLATES, render
from coverage.exports.static_site.site import Site
from coverage.exports.writing import new_folder
from coverage.i18n import language, use_language

MARK = "editie.json"  # tells that a folder was made here, and may be replaced
STYLE = "stijl.css"
FRONT = "index.html"
DOWNLOADS = ("csv", "xlsx", "gpkg", "zip")
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: counts, bytes, seconds. The weight of a page is its HTML with the style and maps it loads."""

    pages: int
    files: int
    total: int
    mean_page: float
    largest_page: int
    largest_name: str
    seconds: float


def write_site(
    ds: Dataset, target: Path, on: date, max_age: int = DEFAULT_MAX_AGE, progress: Progress = lambda done, total: None
) -> Written:
    """Write the edition in Dutch to a folder. :class:`~coverage.exports.writing.WriteError` when that is impossible.

    The same package, date and limit give the same files, apart from the workbook and the GeoPackage.
    """
    begin, before = perf_counter(), language()
    use_language("nl")
    try:
        with new_folder(target, MARK) as folder:
            site = Site(ds, on, max_age)
            pages = _pages(site, folder, progress)
            _files(site, folder)
            weights = {p.path: _weigh(folder, p) for p in pages}
            sizes = [f.stat().st_size for f in folder.rglob("*") if f.is_file()]
    finally:
        use_language(before)
    largest = max(weights, key=lambda path: weights[path])
    mean = sum(weights.values()) / len(weights)
    return Written(len(pages), len(sizes), sum(sizes), mean, weights[largest], largest, perf_counter() - begin)


def _pages(site: Site, folder: Path, progress: Progress) -> list[StaticPage]:
    total = len(site.dates) + len(site.report.rows) + len(site.regions) + 6
    pages = []
    for make_pages in (national_pages, region_pages, municipality_pages):
        for page in make_pages(site):
            described = dataset_head(site.ds, site.on) if page.path == FRONT else ""
            values = {"site": site, "downloads": DOWNLOADS, "described": described, **page.values}
            _put(folder, page.path, render(page.template, page.path, values).encode())
            pages.append(page)
            progress(len(pages), max(total, len(pages)))
    return pages


def _files(site: Site, folder: Path) -> None:
    ds = site.ds
    _put(folder, STYLE, (TEMPLATES / STYLE).read_bytes())
    for on in site.dates:
        _put(folder, site.status_map(on), draw(ds, status_map_view(status_at(ds, on, site.max_age), ds.edition), "svg"))
    for region in site.regions:
        view = region_view(site.report, ds.edition, region.number)
        _put(folder, site.region_map(region.number), draw(ds, view, "svg"))
    for name in DOWNLOADS:
        _put(folder, f"gegevens/dekking.{name}", make(ds, name, Request(site.on, site.max_age)))
    for path, content in open_data(ds, site.on):
        _put(folder, path, content)
    about = {"edition": ds.edition, "date": site.on.isoformat(), "max_age_years": site.max_age}
    _put(folder, MARK, (json.dumps(about, indent=1) + "\n").encode())


def _put(folder: Path, path: str, content: bytes) -> None:
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)


def _weigh(folder: Path, page: StaticPage) -> int:
    return sum((folder / name).stat().st_size for name in (page.path, STYLE, *page.loads))
