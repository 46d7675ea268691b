"""``allocate`` gives the promised shape, whole euros that add up, and one clear line when asked wrongly."""

from __future__ import annotations

import json

import pytest

from coverage.cli import main


def run(capsys, *argv):
    code = main(["allocate", *argv])
    return code, capsys.readouterr()


def test_as_json(capsys):
    code, out = run(capsys, "--budget", "6000000", "--year", "2024", "--format", "json")
    found = json.loads(out.out)
    assert code == 0
    assert (found["budget"], found["year"], found["key"], found["round"]) == (6_000_000, 2024, "population", 1)
    assert set(found["regions"][0]) == {
        "number", "name", "inhabitants", "share", "amount", "per_inhabitant", "amount_min", "amount_max", "stated",
    }  # fmt: skip
    assert [r["number"] for r in found["regions"]] == list(range(1, 19))
    assert sum(r["amount"] for r in found["regions"]) == 6_000_000
    assert sum(r["inhabitants"] for r in found["regions"]) == 17_942_942
    assert all(isinstance(r[k], int) for r in found["regions"] for k in ("amount", "amount_min", "amount_max"))
    assert sum(r["share"] for r in found["regions"]) == pytest.approx(1)


@pytest.mark.parametrize(
    "options",
    [
        ("--key", "population_fixed", "--fixed-amount", "50000"), ("--key", "floor", "--floor", "150.000"),
        ("--key", "hold_harmless", "--max-loss", "0", "--other-year", "2012"), ("--key", "equal", "--round", "1000"),
        ("--key", "mix", "--weights", "population=60,equal=40"), ("--key", "municipalities", "--division", "2021"),
        ("--key", "population_other_year", "--other-year", "2026"), ("--budget", "0"), ("--budget", "10 mld"),
    ],
)  # fmt: skip
def test_every_key_adds_up(capsys, options):
    code, out = run(capsys, *options, "--format", "json")
    found = json.loads(out.out)
    assert code == 0
    assert sum(r["amount"] for r in found["regions"]) == found["budget"]
    assert all(r["amount_min"] <= r["amount"] <= r["amount_max"] for r in found["regions"])


def test_a_key_has_the_name_that_it_has_in_addresses(capsys):
    same = [run(capsys, "--key", name, "--format", "json")[1].out for name in ("equal", "gelijk")]
    assert same[0] == same[1] != run(capsys, "--format", "json")[1].out


def test_as_a_table(capsys):
    code, out = run(capsys, "--round", "1000", "--budget", "5 mln")
    assert code == 0
    assert "Zaanstad" in out.out
    assert "Samen 5000000 euro" in out.out


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (("--budget", "-1"), "negatief"), (("--budget", "6,5"), "centen"), (("--budget", "99 mld"), "10 miljard"),
        (("--budget", "veel"), "geen bedrag"), (("--year", "2025"), "2025"), (("--year", "-2024"), "heel getal"),
        (("--key", "luck"), "luck"), (("--round", "10"), "Afronden"),
        (("--key", "floor", "--floor", "1 mln", "--budget", "6 mln", "--year", "2024"), "333.333"),
        (("--division", "2020"), "2020"), (("--key", "mix", "--weights", "population=-1"), "heel getal"),
    ],
)  # fmt: skip
def test_bad_questions_get_one_line(capsys, options, why):
    code, out = run(capsys, *options)
    assert code == 2
    assert out.out == ""
    assert why in out.err
    assert out.err.count("\n") == 1
