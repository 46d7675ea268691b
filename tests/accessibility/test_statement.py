"""The accessibility statement says what is so: its deviations exist, and the tests that it names too."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from coverage.analysis.profile.facts import profile
from coverage.dataset import current
from coverage.exports.factsheet_pdf import factsheet_pdf

ROOT = Path(__file__).resolve().parents[2]
STATEMENT = (ROOT / "docs/accessibility.md").read_text(encoding="utf-8")


def test_every_deviation_is_told_in_full():
    """The form of the Dutch model statement; each deviation answers the same questions."""
    deviations = re.split(r"^### Afwijking \d+", STATEMENT, flags=re.M)[1:]
    assert len(deviations) >= 5
    for text in deviations:
        for question in (
            "Succescriterium",
            "Beschrijving",
            "Oorzaak",
            "Gevolg",
            "Alternatief",
            "Maatregel",
            "Planning",
        ):
            assert f"**{question}**" in text, (question, text[:80])


def test_no_status_without_an_audit():
    """A, B and C need an audit by WCAG-EM, done or planned within six months; there is neither."""
    assert "Nalevingsstatus: D" in STATEMENT


def test_the_proof_exists():
    named = set(re.findall(r"tests/[\w/]+\.py", STATEMENT))
    assert len(named) >= 8
    assert not [path for path in named if not (ROOT / path).is_file()]


def test_documents_have_a_language_and_a_title_but_only_pictures_are_tagged():
    """Deviation 3. When the PDF library tags text too, this fails and the statement must be changed."""
    ds = current()
    document = factsheet_pdf(ds, profile(ds, "GM0301", date(2013, 7, 1)))
    assert b"/Lang (nl-NL)" in document and b"/Title" in document
    tags = set(re.findall(rb"/S /(\w+)", document)) - {b"Transparency"}
    assert tags == {b"Document", b"Figure"}


def test_every_criterion_has_how_it_was_tested_and_the_outcome():
    rows = re.findall(
        r"^\| (\d\.\d\.\d+)(?:-(\d\.\d\.\d+))? [^|]+\| (A|AA|A, AA) \| ([^|]+) \| ([^|]+) \|$", STATEMENT, re.M
    )
    told = [first for first, *_rest in rows]
    assert len(told) == len(set(told)) == 51  # the five of sound and video are one row: 55 criteria of A and AA
    outcomes = ("voldoet", "niet van toepassing", "niet volledig onderzocht")
    assert all(how and outcome.startswith(outcomes) for *_criterion, how, outcome in rows)
    named = {n for *_criterion, outcome in rows for n in re.findall(r"\d+", outcome.partition("afwijking")[2])}
    assert named <= set(re.findall(r"^### Afwijking (\d+)", STATEMENT, re.M))
