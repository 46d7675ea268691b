"""The page with answers for parliament."""

import re

from app_pages import html_of, page

from coverage.vocabulary import ParliamentQuestion

WHO = r"\(bevinding\)"  # behind the name of who found it


def test_all_questions_with_notes_that_exist_and_background_when_asked() -> None:
    at = page("antwoord", datum="2018-12-31")
    shown = html_of(at)
    assert all(q.label("nl") in shown for q in ParliamentQuestion)
    assert "op 31 december 2018 niet aangetoond" in shown
    marks, notes = set(re.findall(r'href="#(noot-\d+)"', shown)), set(re.findall(r'<li id="(noot-\d+)"', shown))
    assert marks
    assert marks == notes
    assert not re.findall(WHO, shown)
    assert not at.get("code")
    opened = page("antwoord", unfolded=("told-network", "answer-copy"), datum="2018-12-31")
    assert re.findall(WHO, html_of(opened))
    assert "Is er een landelijk dekkend netwerk?" in opened.get("code")[0].proto.code_text


def test_in_english() -> None:
    at = page("antwoord", datum="2013-07-01", taal="en")
    assert "Is there a network that covers the whole country?" in html_of(at)
