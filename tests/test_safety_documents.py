"""docs/asvs.md has each item of the standard once, with a verdict; ``test_docs.py`` holds that its tests exist."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

DOCS = Path(__file__).parents[1] / "docs"
# Items of levels 1 and 2 of ASVS 5.0.0: section -> how many; those of level 3 have the numbers after them.
ITEMS = {
    "1.1": 2, "1.2": 9, "1.3": 11, "1.4": 3, "1.5": 2, "2.1": 3, "2.2": 3, "2.3": 4, "2.4": 1, "3.2": 2, "3.3": 4,
    "3.4": 6, "3.5": 5, "3.7": 2, "4.1": 3, "4.2": 1, "4.3": 2, "4.4": 4, "5.1": 1, "5.2": 3, "5.3": 2, "5.4": 3,
    "6.1": 3, "6.2": 12, "6.3": 4, "6.4": 4, "6.5": 5, "6.6": 3, "6.8": 4, "7.1": 3, "7.2": 4, "7.3": 2, "7.4": 5,
    "7.5": 2, "7.6": 2, "8.1": 2, "8.2": 3, "8.3": 1, "8.4": 1, "9.1": 3, "9.2": 4, "10.1": 2, "10.2": 2, "10.3": 4,
    "10.4": 11, "10.5": 5, "10.6": 2, "10.7": 3, "11.1": 2, "11.2": 3, "11.3": 3, "11.4": 4, "11.5": 1, "11.6": 1,
    "12.1": 3, "12.2": 2, "12.3": 4, "13.1": 1, "13.2": 5, "13.3": 2, "13.4": 5, "14.1": 2, "14.2": 4, "14.3": 3,
    "15.1": 3, "15.2": 3, "15.3": 7, "16.1": 1, "16.2": 5, "16.3": 4, "16.4": 3, "16.5": 3, "17.1": 1, "17.2": 4,
    "17.3": 2,
}  # fmt: skip
WANTED = {f"V{section}.{n}" for section, most in ITEMS.items() for n in range(1, most + 1)}
ROW = re.compile(r"^\| (V[^|]+) \| ([^|]*) \| ([^|]+) \|([^|]*)\|$", re.MULTILINE)


def items(cell: str) -> Iterator[str]:
    """``V1.2.5-8`` is four of them."""
    for part in cell.split(", "):
        section, first, last = re.fullmatch(r"V(\d+\.\d+)\.(\d+)(?:-(\d+))?", part.strip()).groups()  # type: ignore[union-attr]
        yield from (f"V{section}.{n}" for n in range(int(first), int(last or first) + 1))


def test_each_item_of_the_standard_has_one_row() -> None:
    assert len(WANTED) == 253
    rows = ROW.findall((DOCS / "asvs.md").read_text(encoding="utf-8"))
    told = Counter(item for row in rows for item in items(row[0]))
    assert set(told) == WANTED
    assert [item for item, times in told.items() if times > 1] == []
    assert {row[1] for row in rows} == {"met", "partly", "not met", "n.a."}


def test_the_threat_model_is_one_page() -> None:
    assert len((DOCS / "threat-model.md").read_text(encoding="utf-8").split()) < 1400
