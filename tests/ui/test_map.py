"""What the map sends to the browser."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from coverage.dataset import current
from coverage.geography.lineage import divisions
from coverage.geography.web import geometry_codes
from coverage.ui.map.component import as_script
from coverage.ui.map.view import ALPHABET, AreaClass, MapView, payload
from coverage.vocabulary import STATUS_STYLE, Status

DEMO = Path(__file__).parents[1] / "browser" / "demo_app.py"
CLASSES = tuple(AreaClass(s.label(), STATUS_STYLE[s]) for s in Status)


def codes(division: str = "2023") -> tuple[str, ...]:
    return geometry_codes(current(), division)


def view(**changes: object) -> MapView:
    values = {code: i % len(CLASSES) for i, code in enumerate(codes())}
    given: dict[str, Any] = {"division": "2023", "classes": CLASSES, "values": values, "title": "t", "description": "d"}
    return MapView(**given | changes)


@pytest.mark.parametrize("division", [d.id for d in divisions(current())])
def test_the_payload_gives_every_municipality_its_own_class(division: str) -> None:
    values = {code: i % len(CLASSES) for i, code in enumerate(codes(division))}
    packed = str(payload(view(division=division, values=values))["values"])
    assert [ALPHABET.index(c) for c in packed] == [values[code] for code in sorted(values)]


def test_a_municipality_without_a_value_is_a_dash() -> None:
    packed = str(payload(view(values={codes()[1]: 2}))["values"])
    assert packed[:3] == "-2-"


def test_a_note_is_sent_once_with_the_places_of_its_municipalities() -> None:
    first, second, third = codes()[:3]
    sent = payload(view(notes={first: "a", second: "", third: "a", codes()[-1]: "b"}))
    assert sent["notes"] == {"a": [0, 2], "b": [len(codes()) - 1]}


def test_marks_and_groups_are_told_apart() -> None:
    first, second, third = codes()[:3]
    sent = payload(
        view(
            marks={first: "u", second: "du"},
            mark_labels={"u": "onzeker", "d": "verouderd"},
            outlines={first: 7, third: 30},
        )
    )
    assert sent["marks"] == ["du", "u"]
    assert str(sent["marked"])[:3] == "10-"
    assert str(sent["groups"])[:3].count("-") == 1
    assert str(sent["groups"])[0] != str(sent["groups"])[2]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"values": {"GM9999": 0}}, "GM9999"),
        ({"values": {"GM0301": len(CLASSES)}}, "classes"),
        ({"values": {"GM0301": -1}}, "classes"),
        ({"marks": {"GM0301": "x"}}, "marks"),
        ({"marks": {"GM0301": "u"}}, "mark_labels"),
        ({"outlines": {code: code for code in codes()}}, "groups"),
    ],
)
def test_what_cannot_be_drawn_is_refused(changes: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        payload(view(**changes))


def test_the_same_view_has_the_same_id_and_another_has_not() -> None:
    assert payload(view())["id"] == payload(view())["id"] != payload(view(selected="GM0301"))["id"]


@given(st.text())
def test_any_text_survives_the_script_and_cannot_leave_it(text: str) -> None:
    script = as_script({"name": text})
    assert json.loads(script) == {"name": text}
    assert not set("<>&'\u2028\u2029\n") & set(script)


def frame(app: AppTest) -> dict[str, str]:
    arguments: dict[str, str] = json.loads(app.get("component_instance")[0].proto.json_args)
    return arguments


def test_a_change_leaves_the_identity_of_the_frame_alone() -> None:
    app = AppTest.from_file(str(DEMO), default_timeout=30).run()
    before = frame(app)
    app.slider[0].set_value(5)
    app.radio[0].set_value("2021").run()
    after = frame(app)
    assert not app.exception
    assert after["key"] == before["key"]
    assert after["script"] == before["script"]
    assert after["feature_group"] != before["feature_group"]
    assert len(json.dumps(after)) < 4_000


def test_the_frame_asks_no_other_host() -> None:
    sent = frame(AppTest.from_file(str(DEMO), default_timeout=30).run())
    assert all(link.startswith("../../kaart/") for link in [*sent["js_links"], *sent["css_links"]])
    assert "://" not in json.dumps(sent)


def test_the_background_map_is_the_readers_choice() -> None:
    tiles = payload(view(background=True))["background"]
    assert isinstance(tiles, dict)
    assert tiles["url"].startswith("https://service.pdok.nl/")
    assert "Kadaster" in tiles["attribution"]
