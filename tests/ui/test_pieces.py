"""Tables and legends are made in one place, and what goes in is escaped."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup

from coverage.ui.pieces import legend, row, stacked, swatched, table
from coverage.vocabulary import Style

UI = Path(__file__).parents[2] / "coverage/ui"
PLAIN, DOTTED = Style("#fff", "", "#000"), Style("#eee", "dots", "#000")


def test_a_table_scrolls_under_its_name_and_heads_its_rows() -> None:
    made = table(("Wie", "", "Aantal"), [("<b>", Markup("<td class=g></td>"), 3)], "Aan & uit", foot=[("Samen", 3)])
    assert made.startswith('<div class="scroll whole" role="region" tabindex="0" aria-label="Aan &amp; uit">')
    assert "<th scope=col>Wie<td><th scope=col>Aantal<tbody>" in made
    assert "<tr><th scope=row>&lt;b&gt;<td class=g></td><td>3<" in made
    assert "<tfoot><tr><th scope=row>Samen<td>3</table>" in made
    assert "<tfoot>" not in table(("Wie",), [], "Leeg")


def test_a_chosen_row_says_so() -> None:
    assert row("A", (1,), chosen=True) == '<tr class="chosen" aria-current="true"><th scope=row>A<td>1'


def test_a_legend_shows_the_colour_beside_the_words() -> None:
    made = legend("Legenda", ("Status", "Aantal"), [(swatched(DOTTED, "hier", "zo & zo"), 2)])
    assert made.startswith('<table class="legend"><caption>Legenda</caption>')
    assert 'class="swatch dots"' in made and "hier<small>zo &amp; zo</small><td>2<" in made


def test_a_stacked_bar_leaves_out_what_is_nothing() -> None:
    assert stacked([(PLAIN, 0.25), (PLAIN, 0.0), (DOTTED, 0.75)]).count("<i ") == 2


def test_tables_are_written_in_one_place() -> None:
    apart = {"pieces.py", "server.py"}  # the page of a server that could not start has nothing of ours
    others = [p for p in UI.rglob("*.py") if p.name not in apart]
    assert not [p.name for p in others if "<table" in p.read_text(encoding="utf-8")]
