"""``python -m coverage inventory``: a round from beginning to edition, in the words of the command line."""

import csv
import io
import json
from datetime import timedelta
from pathlib import Path

import pytest
from small_package import write_package

from coverage.cli import main
from coverage.dataset.newest import add_to_snapshots
from coverage.dates import today

DEADLINE = (today() + timedelta(28)).isoformat()


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    root = write_package(tmp_path / "data")
    monkeypatch.setenv("COVERAGE_DATA", str(root))
    monkeypatch.setenv("COVERAGE_INVENTORY", f"sqlite:///{tmp_path / 'var' / 'inventory.sqlite'}")
    yield root
    add_to_snapshots(None)


@pytest.fixture
def run(package: Path, capsys: pytest.CaptureFixture[str]):
    def command(*words: str, code: int = 0) -> str:
        assert main(["inventory", *words]) == code, capsys.readouterr().err
        told = capsys.readouterr()
        return told.out if code == 0 else told.out + told.err

    assert command("init").startswith("De inventaris is klaar")
    return command


def answer(run, subject: str, field: str, kind: str, *rest: str, organisation: str = "Aardeveld") -> str:
    words = ("--organisation", organisation, "--subject", subject, "--field", field, "--kind", kind)
    made = json.loads(run("answer", "--round", "najaar", *words, "--channel", "phone", "--format", "json", *rest))
    (answer_id,) = made["answers"]
    return answer_id


def test_a_round_from_question_to_edition(run, package: Path, tmp_path: Path) -> None:
    assert "2 organisaties" in run("round", "open", "najaar", "--ask", "centres", "--deadline", DEADLINE)
    letters = list(csv.DictReader(io.StringIO(run("invite", "najaar", "--format", "csv"))))
    assert [x["name"] for x in letters] == ["Aardeveld", "Súdhaven"] and all(x["link"] and x["code"] for x in letters)

    new = [
        answer(run, "programme:AAR-NIEUW", "existence", "added", "--value", "Nieuw programma", "--since", "2026-01"),
        answer(run, "programme:AAR-NIEUW", "executor", "changed", "--value", "Stichting X"),
        answer(run, "programme:AAR-NIEUW", "area", "changed", "--value", "Beukenrode, Ijsveen"),
    ]
    unsure = answer(run, "region:2", "existence", "unknown", organisation="Súdhaven")
    wrong = answer(run, "programme:AAR-NIEUW", "groups", "changed", "--value", "women")
    waiting = json.loads(run("queue", "--format", "json"))
    assert waiting[0]["id"] == new[0] and {w["id"] for w in waiting} == {*new, unsure, wrong}
    run("return", wrong, "--reason", "Alleen vrouwen?")
    again = answer(run, "programme:AAR-NIEUW", "groups", "changed", "--value", "women,men")
    run("reject", unsure, "--reason", "Vraag het de uitvoerder.")
    assert "4 overgenomen (alleen" in run("accept", *new, again)

    said = json.loads(run("response", "najaar", "--format", "json"))
    assert (said["asked"], said["in"], said["accepted"], said["unknown"]) == (2, 2, 1, 1)
    assert [(r["number"], r["name"]) for r in said["regions"]] == [(1, "Aardeveld"), (2, "Súdhaven")]

    published = run("publish", "--edition", "knm-najaar")
    assert "claims.csv" in published
    assert "M-najaar-GM9001" in (package / "sources.csv").read_text(encoding="utf-8")
    assert json.loads((package / "datapackage.json").read_text(encoding="utf-8"))["version"] == "knm-najaar"
    again = run("publish", "--edition", "knm-later")  # what was published is not published again: only the name changes
    assert "gewijzigd: datapackage.json" in again
    edition = json.loads((package / "editions" / "knm-najaar.json").read_text(encoding="utf-8"))
    assert edition["log"]["hash"] in published
    run("round", "close", "najaar")
    run("verify")

    backup = tmp_path / "backup.jsonl"
    run("backup", str(backup))
    assert "niet leeg" in run("restore", str(backup), code=2)


def test_a_backup_is_restored_in_a_new_database_and_is_the_same(run, tmp_path: Path, monkeypatch) -> None:
    run("round", "open", "najaar", "--ask", "all", "--deadline", DEADLINE)
    run("invite", "najaar", "--only", "Aardeveld")
    answer(run, "programme:P-EIK", "existence", "confirmed", "--remark", "gebeld")
    before, file = run("verify"), tmp_path / "b.jsonl"
    run("backup", str(file))
    monkeypatch.setenv("COVERAGE_INVENTORY", f"sqlite:///{tmp_path / 'new.sqlite'}")
    run("init")
    run("restore", str(file))
    assert run("verify") == before
    assert json.loads(run("queue", "--format", "json"))[0]["remark"] == "gebeld"


def test_a_backup_that_was_changed_or_cut_off_is_refused(run, tmp_path: Path, monkeypatch) -> None:
    run("round", "open", "najaar", "--ask", "centres", "--deadline", DEADLINE)
    answer(run, "programme:P-EIK", "existence", "confirmed", "--remark", "gebeld")
    whole = tmp_path / "b.jsonl"
    run("backup", str(whole))
    monkeypatch.setenv("COVERAGE_INVENTORY", f"sqlite:///{tmp_path / 'new.sqlite'}")
    run("init")
    lines = whole.read_text(encoding="utf-8").splitlines()
    for text in ("\n".join(lines[:-1]), "\n".join(lines).replace("gebeld", "verzonnen"), "iets anders"):
        broken = tmp_path / "broken.jsonl"
        broken.write_text(text, encoding="utf-8")
        run("restore", str(broken), code=2)
    assert "In orde: 0 gebeurtenissen" in run("verify")


def test_who_recorded_an_answer_does_not_accept_it(run) -> None:
    run("--actor", "desk:anna", "round", "open", "najaar", "--ask", "centres", "--deadline", DEADLINE)
    words = ("--organisation", "GM9001", "--subject", "programme:P-EIK", "--field", "existence", "--kind", "ended")
    run("--actor", "desk:anna", "answer", "--round", "najaar", *words)
    answer_id = json.loads(run("queue", "--format", "json"))[0]["id"]
    assert "vraag een collega" in run("--actor", "desk:anna", "accept", answer_id, code=2)
    assert "1 overgenomen." in run("--actor", "desk:bert", "accept", answer_id[:8])


def test_an_accepted_answer_is_in_every_other_command(run, package: Path, capsys) -> None:
    run("round", "open", "najaar", "--ask", "centres", "--deadline", DEADLINE)
    none = answer(run, "region:2", "existence", "none", organisation="Súdhaven")

    def status() -> str:
        assert main(["status", "--format", "json"]) == 0
        rows = json.loads(capsys.readouterr().out)["municipalities"]
        return next(r["status"] for r in rows if r["code"] == "GM9007")

    before = status()
    run("accept", none)
    assert before != "confirmed_none" and status() == "confirmed_none"


@pytest.mark.parametrize("address", ["mysql://x/y", "sqlite:///nowhere/none.sqlite", "none"])
def test_a_wrong_configuration_is_one_line(address: str, package: Path, monkeypatch, capsys) -> None:
    monkeypatch.setenv("COVERAGE_INVENTORY", address)
    assert main(["inventory", "queue"]) != 0
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


def test_a_municipality_may_be_spelt_otherwise(run, tmp_path: Path) -> None:
    asked, boxes = tmp_path / "wie.txt", tmp_path / "postbussen.csv"
    asked.write_text("Gemeente: Aardeveld\nsudhaven (gemeente)\n", encoding="utf-8")
    boxes.write_text('organisation,mailbox\n"Aardeveld, gemeente",post@aardeveld.example\n', encoding="utf-8")
    assert "2 organisaties" in run("round", "open", "najaar", "--ask", str(asked), "--deadline", DEADLINE)
    made = run(
        "invite",
        "najaar",
        "--only",
        "gem. Aardeveld; Gemeente: Súdhaven",
        "--mailboxes",
        str(boxes),
        "--format",
        "json",
    )
    assert [(x["name"], bool(x["mailbox"])) for x in json.loads(made)] == [("Aardeveld", True), ("Súdhaven", False)]
    assert "Er is geen gemeente gevonden" in run("invite", "najaar", "--only", "Nergensstad", code=2)
