"""What stands for a question, from the tables alone and with an accepted answer folded in."""

from pathlib import Path

import pytest
from small_package import write_package

from coverage.dataset.newest import read_dataset
from coverage.dataset.problems import read_strings
from coverage.inventory.answer_words import said_in_words, subject_in_words
from coverage.inventory.standing_values import standing_value
from coverage.inventory.subjects import Places, Tables, tables_of
from coverage.vocabulary import AnswerField


@pytest.fixture(scope="module", params=["strings", "typed"])
def tables(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Tables:
    path: Path = write_package(tmp_path_factory.mktemp("country") / "data")
    return read_strings(path)[0] if request.param == "strings" else tables_of(read_dataset(path))


def test_each_field_has_its_value_and_source(tables: Tables) -> None:
    exists = standing_value(tables, "programme:P-AARDE", AnswerField.EXISTENCE)
    assert exists and (exists.value, exists.source_id, exists.on) == ("Nieuwe Stap", "Q-1", "2025")
    area = standing_value(tables, "programme:P-AARDE", AnswerField.AREA)
    assert area and {"GM9002", "GM9003"} <= set(area.value)


def test_what_no_source_says_is_none(tables: Tables) -> None:
    assert standing_value(tables, "programme:P-OUD", AnswerField.EXECUTOR) is None  # its executor is not known
    assert standing_value(tables, "programme:P-EIK", AnswerField.CAPACITY_CLASS) is None
    assert standing_value(tables, "region:1", AnswerField.EXISTENCE) is None
    assert standing_value(tables, "programme:NIEUW", AnswerField.EXISTENCE) is None


def test_values_and_subjects_are_told_by_name(tables: Tables) -> None:
    places = Places(tables)
    assert said_in_words(["women", "men"], AnswerField.GROUPS, places) == "vrouwen, mannen"
    assert said_in_words(["GM9001"], AnswerField.AREA, places) == places.names["GM9001"]
    assert said_in_words("open", AnswerField.CAPACITY_CLASS, places) == "er is plaats"
    assert "Nieuwe Stap" in subject_in_words("programme:P-AARDE", places)
    assert places.names["GM9001"] in subject_in_words("handshake:P-AARDE:GM9001", places)
