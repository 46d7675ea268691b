"""The allocation keys as data: ``keys.toml``, checked when it is read."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from coverage.analysis.allocation.keys import Parameters
from coverage.analysis.allocation.known_keys import KEYS, mixable
from coverage.i18n import language
from coverage.named_rows import Cited

FILE = Path(__file__).with_name("keys.toml")


@dataclass(frozen=True, slots=True)
class Definition:
    """One key as a reader meets it. ``slug`` is its name in addresses; ``other_year`` is 0 when it uses none."""

    id: str
    slug: str
    label_nl: str
    label_en: str
    definition_nl: str
    definition_en: str
    owner: str
    cites: Cited | None
    date_reviewed: date
    date_next_review: date
    parameters: Parameters
    other_year: int

    @property
    def label(self) -> str:
        """What a reader sees, in the language in use."""
        return self.label_nl if language() == "nl" else self.label_en

    @property
    def definition(self) -> str:
        """What it means, in the language in use."""
        return self.definition_nl if language() == "nl" else self.definition_en


@cache
def definitions() -> Mapping[str, Definition]:
    """Key id -> definition, in the order in which readers meet them; the baseline comes first."""
    with FILE.open("rb") as stream:
        return read(tomllib.load(stream), FILE.name)


def defined_as(name: str) -> Definition | None:
    """The definition with this id, or with this name in addresses."""
    return next((d for d in definitions().values() if name.strip() in {d.id, d.slug}), None)


def read(document: Mapping[str, Any], name: str) -> Mapping[str, Definition]:
    """Definitions from a parsed document; ValueError names the file, the key and what is wrong with it."""
    found: dict[str, Definition] = {}
    for row in document.get("key", []):
        where = f"{name}, key {row.get('id', '?')!r}"
        definition = _definition(row, where)
        if definition.id in found or definition.slug in {d.slug for d in found.values()}:
            raise ValueError(f"{where}: the id or the slug is used twice")
        found[definition.id] = definition
    if missing := KEYS.keys() ^ found.keys():
        raise ValueError(f"{name}: definitions and the keys that are computed differ: {', '.join(sorted(missing))}")
    return found


def _definition(row: Mapping[str, Any], where: str) -> Definition:
    expected = {f.name for f in fields(Definition)} - {"other_year"}
    if wrong := expected ^ row.keys():
        raise ValueError(f"{where}: fields missing or unknown: {', '.join(sorted(wrong))}")
    may_be_empty = {"cites", "parameters"}
    if empty := [f for f in expected - may_be_empty if not row[f]]:
        raise ValueError(f"{where}: fill in {', '.join(sorted(empty))}")
    if not row["date_reviewed"] < row["date_next_review"]:
        raise ValueError(f"{where}: date_next_review must come after date_reviewed")
    given = dict(row["parameters"])
    other_year = given.pop("other_year", 0)
    weights = given.pop("weights", {})
    if unknown := (given.keys() - {f.name for f in fields(Parameters)}) | (weights.keys() - set(mixable())):
        raise ValueError(f"{where}: unknown parameters: {', '.join(sorted(unknown))}")
    return Definition(
        **{
            **row,
            "cites": Cited(row["cites"]) if row["cites"] else None,
            "parameters": Parameters(**given, weights=tuple(weights.items())),
            "other_year": other_year,
        }
    )
