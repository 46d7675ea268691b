"""The fact sheet: one A4 for every municipality, with the words of the profile."""

import shutil
import subprocess
from dataclasses import replace
from datetime import date

import pytest

from coverage.analysis.profile.facts import profile
from coverage.analysis.profile.text import facts, groups, history_lines, open_questions, serving, source_lines
from coverage.analysis.status import status_at
from coverage.dataset import current
from coverage.exports import factsheet_pdf as module
from coverage.exports.factsheet_layout import Section, Sheet, fitted
from coverage.exports.factsheet_pdf import factsheet_map, factsheet_pdf
from coverage.exports.static_map import draw
from coverage.geography.names import resolve
from coverage.i18n import label, number, use_language

ds = current()


def of(name: str, on: date):
    return profile(ds, resolve(ds, name, on).codes_in(status_at(ds, on).division.id)[0], on)


def text_of(data: bytes) -> str:
    """What a reader can select, on one line."""
    tool = shutil.which("pdftotext")
    if not tool:
        pytest.skip("pdftotext (poppler-utils) is not installed")
    found = subprocess.run([tool, "-layout", "-", "-"], input=data, capture_output=True, check=True)
    return " ".join(found.stdout.decode().split())


@pytest.fixture(scope="module")
def same_map():
    """The map is drawn once and used for all: what is tested over all municipalities is the text."""
    p = of("Zutphen", date(2013, 7, 1))
    patch = pytest.MonkeyPatch()
    picture = draw(ds, factsheet_map(ds, p), "png", size=(2.6, 2.8), dpi=40, title=False, legend=False)
    patch.setattr(module, "draw", lambda *_args, **_settings: picture)
    yield
    patch.undo()


def wordiest(on: date, most: int) -> list[str]:
    """Codes of the municipalities of which a profile has most to say, and of the largest."""
    lengths = {}
    for row in status_at(ds, on).rows:
        p = profile(ds, row.code, on)
        lines = (
            *facts(p),
            *serving(ds, p),
            *groups(p),
            *history_lines(ds, p),
            *open_questions(ds, p),
            *source_lines(ds, p.sources),
        )
        lengths[row.code] = sum(len(str(line)) for line in lines)
    return sorted(lengths, key=lambda code: -lengths[code])[:most]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("on", "most"), [(date(2013, 7, 1), 400), (date(2018, 1, 1), 20), (date(2021, 6, 1), 20), (date(2026, 7, 1), 20)]
)
def test_one_page_for_every_municipality_with_the_values_of_its_profile(on, most, same_map, monkeypatch):
    said: list[str] = []
    lowest: list[float] = []
    put = Sheet.put

    def spy(self, text, x, y, width, size=8.0, **style):
        said.append(text)
        low = put(self, text, x, y, width, size, **style)
        lowest.append(low)
        return low

    monkeypatch.setattr(Sheet, "put", spy)
    for code in wordiest(on, most):
        row = status_at(ds, on).row(code)
        said.clear()
        lowest.clear()
        factsheet_pdf(ds, profile(ds, code, on))
        assert max(lowest) <= 291, row.name  # millimetres; the paper ends at 297
        words = " ".join(said)
        assert label(row.status) in words
        assert row.name in words
        assert number(row.inhabitants) in words


def test_text_can_be_selected_and_the_document_says_what_it_is():
    p = of("Zutphen", date(2013, 7, 1))
    data = factsheet_pdf(ds, p, "https://voorbeeld.nl/mijn-gemeente?gemeente=Zutphen&datum=2013-07-01")
    found = text_of(data)
    for words in ("Zutphen", label(p.row.status), "47.145", "editie", "peildatum 1 juli 2013", "CC BY 4.0"):
        assert words in found
    assert "https://voorbeeld.nl/mijn-gemeente?gemeente=Zutphen&datum=2013-07-01" in found
    assert data.count(b"/Type /Page\n") == 1
    assert b"/Lang (nl-NL)" in data
    assert b"/Title" in data
    assert b"/Alt" in data


def test_a_document_in_english_says_so():
    use_language("en")
    try:
        p = of("Zutphen", date(2013, 7, 1))
        data, status = factsheet_pdf(ds, p), label(p.row.status)
    finally:
        use_language("nl")
    assert b"/Lang (en-GB)" in data
    assert status in text_of(data)


def test_the_map_is_described_in_words():
    p = of("Breda", date(2013, 7, 1))
    view = factsheet_map(ds, p)
    assert "Breda: volgens een bron niet" in view.description
    assert view.selected == "GM0758"
    assert view.only == {"GM0758", *(n.code for n in p.neighbours)}
    assert len(factsheet_map(ds, of("Texel", date(2026, 7, 1))).only) > 1


def test_hostile_text_is_text():
    p = of("Zutphen", date(2013, 7, 1))
    evil = replace(p, row=replace(p.row, name='=cmd|"</Title>) <script>\n\x00**vet** \u202e'))
    found = text_of(factsheet_pdf(ds, evil))
    assert "**vet**" in found
    assert "<script>" in found


def test_what_does_not_fit_is_left_out_and_says_so():
    sheet = Sheet("titel", "onderwerp")
    long = Section("Lang", tuple(f"zin {i} " + "woord " * 40 for i in range(40)))
    one = Section("Een", ("woord " * 3000,))
    short = Section("Kort", ("blijft staan",))
    found = fitted(sheet, [long, one, short], 150)
    assert sum(sheet.section_height(s) for s in found) <= 150
    assert "zie de pagina" in found[0].texts[-1]
    assert "zie de pagina" in found[1].texts[-1]
    assert found[2] == short
