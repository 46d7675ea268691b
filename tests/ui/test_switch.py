"""The switch of language leads to the address the reader is at, and nowhere else."""

import pytest
from asgi_client import get
from starlette.applications import Starlette
from streamlit.testing.v1 import AppTest

from coverage.ui.web.switch import in_other_words, switch_route

ASK_LANGUAGE = """
import streamlit as st
from coverage.ui.params import LANGUAGE
from coverage.ui.state import enter
st.text(LANGUAGE.get())  # as the frame does: before it is known which page is shown
enter("page")
"""


@pytest.mark.parametrize(
    ("address", "language", "expected"),
    [
        ("http://host/dekking?datum=2013-07-01", "en", "/dekking?datum=2013-07-01&taal=en"),
        ("http://host/dekking?datum=2013-07-01&taal=en", "nl", "/dekking?datum=2013-07-01"),
        ("http://host/?taal=en&taal=en", "en", "/?taal=en"),
        ("http://host/base/verdeling?budget=6,5 mln", "en", "/base/verdeling?budget=6%2C5+mln&taal=en"),
        ("", "en", "/base/?taal=en"),
        ("", "nl", "/base/"),
        ("http://[", "nl", "/base/"),
        ("http://host//evil.example/x", "nl", "/evil.example/x"),
        ("http://host/\\evil.example", "nl", "/evil.example"),
        ("https://evil.example/dekking", "nl", "/dekking"),
    ],
)
def test_only_the_language_changes_and_the_address_is_ours(address: str, language: str, expected: str):
    assert in_other_words(address, language, "/base") == expected


def test_the_route_answers_with_the_new_address():
    app = Starlette(routes=[switch_route("/base")])
    answer = get(app, "/base/taal/en")
    assert (answer.status, answer.headers["location"]) == (303, "/base/?taal=en")
    assert get(app, "/base/taal/xx").headers["location"] == "/base/"


def test_the_language_lasts_when_another_page_empties_the_address():
    at = AppTest.from_string(ASK_LANGUAGE)
    at.query_params["taal"] = "en"
    at.run().run()
    at.query_params.clear()
    at.run()
    assert at.text[0].value == "en"
