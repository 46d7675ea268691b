"""Whom public sources name for people who want to stop: names with place and date, without promises."""

from __future__ import annotations

import re
from datetime import date

import pytest
from asgi_client import get
from starlette.applications import Starlette

from coverage.analysis.where_to_turn import NAMED_WITHIN, _newest, help_in_short, named_help
from coverage.dataset import current
from coverage.ui.web.help_page import PATH, help_route
from coverage.vocabulary import EVIDENCE_KINDS

ON = date(2026, 11, 28)
APP = Starlette(routes=[help_route("/base")])


@pytest.mark.parametrize(("query", "language"), [("", "nl"), ("?taal=en", "en")])
def test_the_page(query: str, language: str) -> None:
    page = get(APP, f"/base/{PATH}{query}")
    assert page.status == 200
    assert f'<html lang="{language}">' in page.text
    for h in named_help(current(), ON):
        assert str(h.organisation).split("&")[0] in page.text
    words = re.sub(r"<[^>]+>", " ", page.text.partition("<main")[2])
    assert not re.search(r"\b0\d{1,3}[- ]?\d{6,8}\b", words), "no telephone numbers"
    assert "CoMensha" not in words, "not before its page is recorded as a source"


def test_only_help_with_leaving_that_a_source_says_runs() -> None:
    ds = current()
    kinds = dict(zip(ds.table("programmes")["programme_id"], ds.table("programmes")["kind"], strict=True))
    found = _newest(ds, ON)
    assert found
    for programme, moment in found:
        assert kinds[programme] in EVIDENCE_KINDS
        assert moment.executors
        assert ON.year - moment.first_possible.year <= NAMED_WITHIN
    days = [moment.first_possible for _programme, moment in found]
    assert days == sorted(days, reverse=True)


def test_social_work_that_is_no_exit_help_is_not_in_the_list() -> None:
    named = " ".join(h.organisation for h in named_help(current(), ON))
    assert "PMW013" not in named
    assert "Sterk Huis" not in named


def test_national_reach_is_never_told_without_its_limits() -> None:
    for h in named_help(current(), ON):
        if "Nederland" in h.admits:
            assert "loverboys" in h.admits or "meisjes" in h.admits


def test_nothing_that_began_later() -> None:
    assert all("Belle" not in h.organisation for h in named_help(current(), date(2013, 7, 1)))


def test_the_line_on_paper_sends_to_the_municipality() -> None:
    assert help_in_short().startswith("Wil je stoppen met sekswerk? Vraag je gemeente welke hulp er in de regio is")
