"""What can be added to the data package: each kind of fact, its table, and the words for its columns.

A word is the name of a column without ``_id`` (``source_id``: source) unless :data:`_WORDS` says otherwise. Every
column of the table has a word, so that a new column can be filled in without new code.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from coverage.dataset.tables import TABLES, Field

_WORDS = {
    ("sources", "source_id"): "id", ("programmes", "programme_id"): "id", ("areas", "area_id"): "id",
    ("claims", "claim_id"): "id", ("claims", "code"): "municipality", ("programmes", "centre_code"): "municipality",
    ("programmes", "kind_source_id"): "source", ("programmes", "kind_detail"): "detail",
    ("programmes", "kind_note"): "note", ("rule_areas", "code"): "municipality",
    ("rule_areas", "duup_number"): "region", ("amounts_stated", "duup_number"): "region",
}  # fmt: skip
_SHORT = {"source_detail": "detail", "programme_id": "programme", "source_id": "source", "area_id": "area"}


@dataclass(frozen=True, slots=True)
class Thing:
    """A kind of fact: the word of the command, its table, and values of columns that are not filled in."""

    word: str
    table: str
    defaults: Mapping[str, str]
    extra: tuple[str, ...] = ()  # words that fill another table

    @property
    def fields(self) -> dict[str, Field]:
        """Word -> column of the table."""
        return {word_of(self.table, f.name): f for f in TABLES[self.table].fields}


def word_of(table: str, column: str) -> str:
    """The word for a column: an option, with dashes for underscores, and a heading of a filled file."""
    return _WORDS.get((table, column)) or _SHORT.get(column, column)


THINGS: dict[str, Thing] = {
    thing.word: thing
    for thing in (
        Thing("source", "sources", {"reading": "unstated", "used": "false"}),
        Thing("programme", "programmes", {"national_scope": "false", "name_is_ours": "false"}),
        Thing("period", "programme_periods", {"status": "active", "funding": "unknown", "date_basis": "stated"}),
        Thing("claim", "claims", {"basis": "programme", "certainty": "explicit", "date_basis": "stated"}),
        Thing("area", "areas", {"kind": "listed", "certainty": "source"}, extra=("members",)),
        Thing("group", "target_groups", {"reach": "yes", "stated": "true", "from_anywhere": "false"}),
        Thing("domain", "life_domains", {"reach": "yes", "stated": "true"}),
        Thing("access", "access", {"national": "false"}),
        Thing("rule", "rule_areas", {"named": "true"}),
        Thing("outcome", "outcomes", {"kind": "reported", "participants": "false"}),
        Thing("funding", "funding", {"kind": "reported", "role": "other", "per_year": "false"}),
        Thing("amount", "amounts_stated", {}),
        Thing("event", "timeline", {}),
    )
}  # fmt: skip
