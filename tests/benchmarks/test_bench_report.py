"""The report of the benchmark: what is met, what is missed, and where it goes in a document."""

import pytest

from benchmarks.browser import View, Visit
from benchmarks.figures import TABLES, Figure, Result, Run
from benchmarks.report import MarkError, cell, put, report, table, targets, verdict
from benchmarks.views import DOCS_STYLE, EMPTY, PAGES

DOCUMENT = "# Speed\n\nBefore.\n\n<!-- figures: begin (by make bench) -->\nold\n<!-- figures: end -->\n\nAfter.\n"


def view(seconds: float = 1.0, kilobytes: float = 10, cpu: float = 0.05, hosts: frozenset[str] = frozenset()) -> View:
    return View(seconds, seconds, seconds, cpu, 100, 1_500_000, int(kilobytes * 1000), hosts)


def result(target: int, first: View, *steps: View) -> Result:
    return Result(PAGES[target], [Visit(first, steps)])


@pytest.fixture
def run() -> Run:
    """An empty page of 1 s, a docs-style app of 3 s, a front page that meets all and a second page that does not."""
    return Run(
        Result(EMPTY, [Visit(view(), ())]),
        Result(DOCS_STYLE, [Visit(view(3.0), (view(2.0, 1800, 1.3),))]),
        [
            result(0, view(0.4), view(0.2), view(0.2, 12)),
            result(1, view(0.6), view(0.3, 25, 0.07, frozenset({"elsewhere.example"}))),
        ],
        [Figure("memory for each reader more", 3.5, "MB", 3)],
    )


def rows(text: str, title: str) -> dict[str, list[str]]:
    """The cells of a table of the report, by its first column."""
    body = text.partition(f"### {title}\n")[2].partition("###")[0]
    lines = [[c.strip() for c in line.strip("|").split("|")] for line in body.splitlines() if line.startswith("|")]
    return {first: rest for first, *rest in lines}


@pytest.mark.parametrize(("value", "met"), [(1.49, True), (1.5, True), (1.51, False)])
def test_a_target_is_met_up_to_and_with_its_limit(value: float, met: bool) -> None:
    assert Figure("ratio", value, "x", 1.5).met is met
    assert cell(Figure("ratio", value, "x", 1.5)).startswith("**") is not met


def test_a_figure_shows_its_unit_and_a_missing_one_a_dash() -> None:
    assert [str(Figure("", 1.234, unit)) for unit in ("x", "s", "kB", "ms", "")] == [
        "1.23 x", "1.23 s", "1.2 kB", "1 ms", "1",
    ]  # fmt: skip
    assert cell(None) == "–"


def test_verdict_names_the_worst_page_and_how_many_keep_to_the_target() -> None:
    figures = [Figure("Overzicht", 1.2, "x", 1.5), Figure("Dekking", 1.6, "x", 1.5)]
    assert verdict("map", figures) == ("map", "1.60 x (Dekking)", "at most 1.50 x", "MISSED, 1 of 2 pages keep to it")
    assert verdict("map", figures[:1]) == ("map", "1.20 x", "at most 1.50 x", "MET")


def test_every_target_is_judged_and_only_on_pages_of_ours(run: Run) -> None:
    judged = dict(targets(run))
    wanted = sum(column.at_most is not None for columns in TABLES.values() for column in columns)
    assert len(judged) == wanted + 1
    assert [f.text for f in judged["Interaction: median"]] == ["Overzicht", "Dekking"]


def test_ratios_come_before_seconds_and_compare_with_both_apps(run: Run) -> None:
    text = report(run, "Made now.")
    assert text.startswith("Made now.") and text.index("### Ratios") < text.index("### First visit")
    ratios = rows(text, "Ratios")
    assert ratios["Overzicht"][0] == "0.40 x" and ratios["Dekking"][0] == "**0.60 x**"
    assert ratios["Overzicht"][2] == "7.50 x"  # 3 s against 0.4 s
    assert ratios["Overzicht"][4] == "10.00 x"  # 2 s against 0.2 s


def test_interactions_give_the_median_time_and_the_most_bytes(run: Run) -> None:
    found = rows(report(run, ""), "Interaction")
    assert found["Overzicht: another date"] == ["0.20 s", "0.20 s", "12.0 kB", "1500.0 kB", "50 ms"]
    assert found["Dekking: step in time"][2] == "**25.0 kB**" and found["Dekking: step in time"][4] == "**70 ms**"
    assert "empty page" not in found and "docs-style app: another date" in found


def test_other_hosts_are_counted(run: Run) -> None:
    assert rows(report(run, ""), "First visit")["Dekking"][6] == "**1**"


def test_without_the_docs_style_app_its_ratios_are_left_open(run: Run) -> None:
    alone = Run(run.empty, None, run.pages, run.server)
    assert rows(report(alone, ""), "Ratios")["Overzicht"][2:] == ["–"] * 5


def test_table_is_markdown() -> None:
    assert table(["a", "b"], [["x", "1"]]) == "| a | b |\n| --- | ---: |\n| x | 1 |"


def test_report_goes_between_its_marks_and_all_else_stays() -> None:
    put_once = put(DOCUMENT, "figures", "new")
    expected = DOCUMENT.replace("old", "\nnew\n")
    assert put_once == expected
    assert put(put_once, "figures", "new") == put_once


@pytest.mark.parametrize(
    "document",
    [
        "no marks",
        "<!-- figures: end --> <!-- figures: begin -->",
        DOCUMENT + DOCUMENT,
        DOCUMENT.replace("<!-- figures: end -->", ""),
    ],
)
def test_a_document_without_its_pair_of_marks_is_refused(document: str) -> None:
    with pytest.raises(MarkError, match="figures: begin"):
        put(document, "figures", "new")


def test_every_page_of_the_dashboard_is_measured() -> None:
    from coverage.ui import pages

    measured = {target.path.strip("/").partition("?")[0] for target in PAGES}
    plain = {page.path for page in pages.PLAIN}
    # All but the desk, which is for a reviewer who signed in.
    assert measured == {page.path for page in pages.PAGES} - {"werkbank"} | plain
    assert all(target.steps and target.interaction for target in PAGES if target.path.strip("/") not in plain)
