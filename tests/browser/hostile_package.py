"""The data package with a hostile text in every free field: what a page, a table or a file must show as plain text."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

from coverage.dataset import DATA
from coverage.dataset.tables import TABLES, Field, Table
from coverage.derive.datapackage import write_datapackage

FLAG = "hacked"  # what a script would set on the window
LONG = "x" * 10_000  # no place to break a line
LONG_WORDS = ("woord " * 1_700).strip()
RUN = f"window.top.{FLAG}=1"
MARKUP = (
    f"<script>{RUN}</script>",
    f'<img src=x onerror="{RUN}">',
    f'"><svg onload="{RUN}">',
    f"' onmouseover='{RUN}' x='",
    "</p></section></table><h1>Gehackt</h1>",
    "&lt;b&gt; &amp; ]]> <!-- -->",
    f"javascript:{RUN}",
)
MARKDOWN = (
    f"[klik](javascript:{RUN}) ![plaatje](https://voorbeeld.invalid/x.png) **vet** # kop",
    ":material/home: :red[rood] :smile: `code` ~~weg~~ <https://voorbeeld.invalid>",
    "$\\frac{1}{0}$ $$x$$ \\textbf{y}",
)
FORMULAS = (
    '=HYPERLINK("https://voorbeeld.invalid","klik")',
    "+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "＝1+1",  # full width: some spreadsheets read it as a formula too
)
STRANGE = (
    "\u200fעברית\u200e \u0639\u0631\u0628\u064a\u200f",  # written from right to left, with its marks
    "🏳️‍🌈👩‍👩‍👧🏛️",
    "${7*7} {{7*7}} {0.__class__} {text} %s %(x)s {% raw %}",
    "%0d%0aSet-Cookie: x=1 \\ \\n ../../etc/passwd",
    "'; DROP TABLE claims; --",
)
HOSTILE = (*MARKUP, *MARKDOWN, *FORMULAS, *STRANGE)
LONG_NAME, MARKUP_NAME = "GM0301", "GM0200"  # Zutphen and Apeldoorn: in the same DUUP region
# Text by form, but read as something else: another rule says what these may hold.
FIXED_ANYWHERE = {"also_in"}
FIXED = {
    ("memberships", "alternative_duup"), ("contradiction_subjects", "subject_kind"),
    ("contradiction_subjects", "subject"), ("duvo_regions", "name"),
}  # fmt: skip


def hostile_package(target: Path) -> Path:
    """A valid copy of the data package in ``target`` of which every free text is hostile."""
    shutil.copytree(DATA, target, ignore=shutil.ignore_patterns("editions"))
    texts = cycle((*HOSTILE, LONG_WORDS))
    for table in TABLES.values():
        _spoil(target / f"{table.name}.csv", table, texts)
    _spoil_borders(target)
    write_datapackage(target)
    return target


def name_of(code: str, name: str) -> str:
    """The hostile name of a municipality; each stays different from every other."""
    if code == LONG_NAME:
        return f"{name}{LONG}"
    if code == MARKUP_NAME:
        return f"{MARKUP[1]}{name}"
    return f"{HOSTILE[int(code[2:]) % len(HOSTILE)]}{name}"


def free(table: Table, field: Field) -> bool:
    """Whether a column holds words of people, and not a code, a key or a reference."""
    fixed = field.name in FIXED_ANYWHERE or (table.name, field.name) in FIXED
    coded = field.values or field.refers or field.name in table.key or fixed
    return field.kind == "text" and not coded


def _spoil(path: Path, table: Table, texts: Iterator[str]) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        for field in table.fields:
            value = row[field.name]
            if (table.name, field.name) == ("municipalities", "name"):
                row["name"] = name_of(row["code"], value)
            elif value and free(table, field) and not value.replace(".", "").isdigit():
                row[field.name] = next(texts)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, table.columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _spoil_borders(root: Path) -> None:
    """The names on the map come from the borders."""
    for path in (root / "boundaries").glob("*.topojson"):
        topology = json.loads(path.read_text(encoding="utf-8"))
        for geometry in topology["objects"]["municipalities"]["geometries"]:
            geometry["properties"]["name"] = name_of(geometry["id"], geometry["properties"].get("name", ""))
        path.write_text(json.dumps(topology), encoding="utf-8")
