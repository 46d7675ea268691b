"""The definitions of keys are complete, and mistakes in them are named."""

from __future__ import annotations

import tomllib

import pytest

from coverage.analysis.allocation.definitions import FILE, defined_as, definitions, read
from coverage.analysis.allocation.known_keys import KEYS
from coverage.analysis.citations import citation
from coverage.dataset import current
from coverage.named_rows import Cited


def document():
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def test_every_key_is_defined_with_words_owner_and_known_sources():
    ds = current()
    assert list(definitions()) == list(KEYS)
    for d in definitions().values():
        assert defined_as(d.slug) is d
        assert d.label_nl and d.label_en and d.definition_nl and d.definition_en and d.owner
        assert d.cites is None or ds.source(citation(ds, d.cites)[0]).title
    assert definitions()["population"].cites is Cited.ALLOCATION_RULE


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda d: d["key"][1].pop("owner"), "'population_fixed'.*owner"),
        (lambda d: d["key"][1].update(colour="red"), "colour"),
        (lambda d: d["key"][2].update(label_en=""), "fill in label_en"),
        (lambda d: d["key"][2].update(slug="inwoners"), "twice"),
        (lambda d: d["key"].pop(), "mix"),
        (lambda d: d["key"][1].update(parameters={"ceiling": 3}), "ceiling"),
        (lambda d: d["key"][7].update(parameters={"weights": {"floor": 3}}), "floor"),
        (lambda d: d["key"][0].update(date_next_review=d["key"][0]["date_reviewed"]), "date_next_review"),
    ],
)
def test_a_mistake_is_named(change, message):
    broken = document()
    change(broken)
    with pytest.raises(ValueError, match=message):
        read(broken, "keys.toml")
