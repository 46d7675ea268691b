"""What argparse itself refuses is told in Dutch too, in one line under how the command is used; exit code 2."""

from __future__ import annotations

import argparse
import inspect

import pytest

from coverage.cli import main
from coverage.cli.argparse_inside import TEXTS


def test_argparse_still_says_what_we_translate() -> None:
    source = inspect.getsource(argparse)
    assert [text for text in TEXTS if text.strip() not in source] == []


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("inventory answer --kind misschien", "--kind: 'misschien' kan niet; kies uit 'confirmed', 'changed', 'added'"),
        ("inventory grant x --role baas", "--role: 'baas' kan niet; kies uit "),
        ("status --format xml", "--format: 'xml' kan niet; kies uit 'table', 'json'"),
        ("oordeel", "opdracht: 'oordeel' kan niet; kies uit 'check', "),
        ("", "dit ontbreekt: opdracht"),
        ("compare --from 2013-01-01", "dit ontbreekt: --to"),
        ("export", "geef een van deze: --format --static"),
        ("export --format pdf --static map", "--static: kan niet samen met --format"),
        ("regions --year later", "--year: 'later' is geen getal"),
        ("status --date", "--date: hier hoort een waarde achter"),
        ("derive --population", "--population: hier hoort een waarde achter"),
        ("inventory accept", "dit ontbreekt: ID"),
        ("status --alles", "niet begrepen: --alles"),
        ("status --m 3", "--m kan --max-age, --municipality zijn; schrijf het uit"),
        ("status --foresee=ja", "--foresee: hier hoort geen waarde achter, en er staat 'ja'"),
        ("status --date 2013-13-01", "--date: '2013-13-01' is geen datum; schrijf jjjj-mm-dd, bijvoorbeeld 2013-07-01"),
    ],
)
def test_a_refused_option_is_told_in_dutch(words: str, line: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(words.split())
    assert stopped.value.code == 2
    told = capsys.readouterr().err
    assert told.startswith("gebruik: python -m coverage")
    assert f": fout: {line}" in told
    assert not {"error", "usage", "argument", "expected", "invalid", "required"} & set(told.replace(":", " ").split())


def test_the_help_is_dutch(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["inventory", "accept", "--help"])
    told = capsys.readouterr().out
    assert "argumenten:" in told and "opties:" in told and "toon deze uitleg" in told
