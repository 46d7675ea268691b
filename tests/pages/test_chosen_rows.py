"""A row chosen in a table of municipalities stays that municipality, whatever the rows become."""

from __future__ import annotations

import json

import pytest
from app_pages import page
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from streamlit.testing.v1 import AppTest

from coverage.ui.state import TOLD

LATER = {"datum": "2026-01-01"}
TABLES = [
    pytest.param("overzicht", {}, LATER, id="front page"),
    pytest.param("dekking", {}, LATER, id="coverage"),
    pytest.param("dekking", {"laag": "geld"}, LATER, id="layer"),
    pytest.param("dekking", {"vergelijk": "2011-06-30"}, LATER, id="two dates"),
    pytest.param("witte_vlekken", {}, {"volgorde": "regio"}, id="spots"),
    pytest.param("doelgroepen", {"weergave": "kaart"}, LATER, id="group"),
]


def rerun(at: AppTest, row: WidgetState) -> None:
    """As the browser does: it keeps telling which row is chosen in a table that it still has."""
    if not any(table.proto.id == row.id for table in at.dataframe):
        at.run()
        return
    states = WidgetStates()
    states.CopyFrom(at._tree.get_widget_states())
    states.widgets.append(row)
    at._run(states)


@pytest.mark.parametrize(("name", "address", "change"), TABLES)
def test_a_chosen_row_is_never_another_municipality(name: str, address: dict[str, str], change: dict[str, str]) -> None:
    at = page(name, ("tabel", "coverage-table", "group-table"), datum="2013-07-01", **address)
    table = at.dataframe[0]
    last = len(table.value) - 1
    municipality = table.value["Gemeente"].iloc[last]
    row = WidgetState(id=table.proto.id)
    row.string_value = json.dumps({"selection": {"rows": [last], "columns": [], "cells": []}})
    rerun(at, row)
    assert not at.exception
    assert at.query_params["gemeente"] in (municipality, [municipality])
    for key, value in change.items():
        at.query_params[key] = value
    at.session_state[TOLD] = {}
    rerun(at, row)
    assert not at.exception
    assert at.query_params["gemeente"] in (municipality, [municipality])
    rows = at.dataframe[0].value
    if at.dataframe[0].proto.id == table.proto.id:  # the row is still marked: then it is still this one
        assert rows["Gemeente"].iloc[last] == municipality
