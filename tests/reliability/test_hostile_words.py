"""The places where a text from outside enters another language: a script, a template, Markdown."""

from __future__ import annotations

import json
import re

from hostile_package import FORMULAS, HOSTILE, MARKDOWN
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Template
from test_hostile_addresses import tried

from coverage.exports.safe import DANGEROUS, neutral
from coverage.ui.html import as_text
from coverage.ui.map.component import as_script

directives = st.text("{}%#$\\\"'<>&/ 7*\n\u2028", max_size=30)


@tried(300)
@given(st.one_of(st.sampled_from(HOSTILE), directives, st.text(max_size=60)))
def test_what_the_map_is_told_is_data_in_a_script_and_in_a_template(text: str) -> None:
    """branca compiles what our templates give as a template once more: ``{{7*7}}`` in a name would be worked out."""
    told = as_script({"title": text, text: [{"name": text}]})
    assert not {"<", "&", "'", "\u2028"} & set(told)
    assert json.loads(Template(told).render()) == {"title": text, text: [{"name": text}]}


@tried(300)
@given(st.text("[]()!*_~`$<>:#&|\\ ab", max_size=40))
def test_every_sign_of_markdown_is_escaped(text: str) -> None:
    """What is left when each escaped pair is taken out holds no sign; read as Markdown it is the text itself."""
    pairs = re.compile(r"\\(.)")
    assert not set(pairs.sub("", as_text(text))) & set("[]!*_~`$<>:#&|\\")
    assert pairs.sub(r"\1", as_text(text)) == text


def test_no_formula_is_left_at_the_start_of_a_cell() -> None:
    for text in (*FORMULAS, *MARKDOWN, "\n=1+1", "\t=1+1", "＋1"):
        assert not neutral(text).startswith(DANGEROUS)
