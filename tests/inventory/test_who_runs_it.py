"""Who only confirms that a programme is there is not cited for who runs it, in whatever place that is read."""

import csv
import io
import zipfile
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from small_package import write_package

from coverage.analysis.groups.route import route
from coverage.analysis.profile.facts import profile
from coverage.analysis.programmes.records import programme
from coverage.analysis.programmes.sentences import last_state
from coverage.analysis.region_profile.facts import region_profile
from coverage.analysis.region_profile.offered import programmes_of
from coverage.analysis.status import DEFAULT_MAX_AGE
from coverage.analysis.where_to_turn import named_help
from coverage.cli.profile import profile_as_json
from coverage.cli.region import region_as_json
from coverage.dataset.newest import read_dataset
from coverage.dataset.problems import read_strings
from coverage.dates import today
from coverage.editing.publishing import publish
from coverage.exports.package_zip import package_zip
from coverage.exports.standards.hsds import hsds_services
from coverage.i18n import label
from coverage.inventory.actors import Desk
from coverage.inventory.judging import accept
from coverage.inventory.overlay import check_with
from coverage.inventory.rounds import Dates, asked_organisations, open_round
from coverage.inventory.statements import AnswerStatement
from coverage.inventory.store import Store
from coverage.inventory.submitting import Sending, submit
from coverage.vocabulary import AnswerChannel, AnswerField, AnswerKind, ProgrammeStatus, TargetGroup

ANNA, BERT = Desk("desk:anna"), Desk("desk:bert")
TOWN, PROGRAMME, BEFORE, STATED = "GM9001", "P-AARDE", "Stichting Voorbeeld", "M-najaar-GM9001"
EXISTS = AnswerStatement(f"programme:{PROGRAMME}", AnswerField.EXISTENCE, AnswerKind.CONFIRMED)
SAME = AnswerStatement(f"programme:{PROGRAMME}", AnswerField.EXECUTOR, AnswerKind.CONFIRMED)
OTHER = AnswerStatement(f"programme:{PROGRAMME}", AnswerField.EXECUTOR, AnswerKind.CHANGED, "Stichting Anders")
ONE_BY_ONE = [(EXISTS, OTHER)], [(EXISTS,), (OTHER,)]


@pytest.fixture
def package(tmp_path: Path) -> Path:
    return write_package(tmp_path / "data")


def published(store: Store, package: Path, *sendings: Sequence[AnswerStatement]) -> Path:
    """The package after an edition for each of these sendings, entered at the desk and accepted."""
    strings = read_strings(package)[0]
    open_round(store, ANNA, "najaar", asked_organisations(strings, "centres"), Dates(today() + timedelta(28), today()))
    for number, said in enumerate(sendings):
        strings = read_strings(package)[0]
        sending = Sending(str(uuid4()), TOWN, "najaar", AnswerChannel.PHONE, tuple(said))
        accept(store, BERT, submit(store, ANNA, sending, strings).answers, check_with(strings))
        publish(store, ANNA, package, f"{today().year}-najaar-{number}")
    return package


def rows_of(package: Path) -> list[dict[str, str]]:
    with (package / "programme_periods.csv").open(encoding="utf-8", newline="") as file:
        return [r for r in csv.DictReader(file) if r["source_id"] == STATED]


def everywhere(package: Path, on: date) -> dict[str, tuple[str, ...]]:
    """Who runs the programme, by all that says so; with the source where it is told beside it."""
    ds = read_dataset(package)
    told = profile(ds, TOWN, on)
    (served,) = (s for s in told.serving if s.programme_id == PROGRAMME)
    region = region_profile(ds, told.membership.duup_number, on)
    assert region
    (offered,) = (x for x in programmes_of(ds, region) if x.programme.id == PROGRAMME)
    doors = route(ds, on, (TargetGroup.WOMEN,), TOWN, DEFAULT_MAX_AGE)
    (door,) = (d for d in (*doors.now, *doors.earlier, *doors.silent) if d.programme_id == PROGRAMME)
    named = programme(ds, PROGRAMME).telling(on, "executors")
    service = next(s for s in hsds_services(ds, on) if s["name"] == door.name)
    by_command = next(s for s in profile_as_json(ds, told)["programmes"] if s["programme"] == PROGRAMME)
    by_region = next(s for s in region_as_json(ds, region)["programmes"] if s["programme"] == PROGRAMME)
    helped = next(h for h in named_help(ds, on) if h.organisation in {BEFORE, "Stichting Anders"})
    assert named and {served.described_by, named.source_id} <= {*served.sources, *offered.sources}
    return {
        "profile": (served.executors, served.described_by),
        "command": (by_command["executors"], by_command["executors_source"]),
        "card": (named.executors, named.source_id),
        "region": (offered.executors,), "region command": (by_region["executors"],), "door": (door.organisation,),
        "service": (service["organization"]["name"],), "help": (helped.organisation,),
    }  # fmt: skip


def say_all(answers: dict[str, tuple[str, ...]]) -> tuple[set[str], set[str]]:
    """The executors, and their sources, that all of it names."""
    return {a[0] for a in answers.values()}, {a[1] for a in answers.values() if len(a) > 1}


def test_a_confirmed_programme_keeps_its_executor_with_its_own_source(sqlite_store: Store, package: Path) -> None:
    before = everywhere(package, today())
    after = everywhere(published(sqlite_store, package, (EXISTS,)), today())
    assert after == before and say_all(after) == ({BEFORE}, {"Q-1"})
    (row,) = rows_of(package)
    assert (row["executors"], row["organisation_kind"], row["catchment"], row["status"]) == ("", "", "", "active")
    with zipfile.ZipFile(io.BytesIO(package_zip(read_dataset(package)))) as archive:
        name = next(n for n in archive.namelist() if n.endswith("programme_periods.csv"))
        copies = csv.DictReader(io.StringIO(archive.read(name).decode("utf-8-sig")))
        assert [r["executors"] for r in copies if r["source_id"] == STATED] == [""]


def test_a_confirmed_executor_is_that_of_before_by_its_word(sqlite_store: Store, package: Path) -> None:
    after = everywhere(published(sqlite_store, package, (EXISTS, SAME)), today())
    assert say_all(after) == ({BEFORE}, {STATED})
    assert [r["executors"] for r in rows_of(package)] == ["", BEFORE]


@pytest.mark.parametrize("sendings", ONE_BY_ONE)
def test_another_executor_is_named_by_its_word_also_when_it_follows_in_a_next_edition(
    sqlite_store: Store, package: Path, sendings
) -> None:
    after = everywhere(published(sqlite_store, package, *sendings), today())
    assert say_all(after) == ({"Stichting Anders"}, {STATED})
    assert {r["status"] for r in rows_of(package)} == {"active"}
    yesterday = everywhere(package, today() - timedelta(1))
    assert say_all(yesterday) == ({BEFORE}, {"Q-1"})


def test_an_executor_alone_leaves_the_last_state_as_it_was_told(sqlite_store: Store, package: Path) -> None:
    """Who says who runs it did not say that it runs: the state of before stands with its date, and that is said."""
    told = programme(read_dataset(package), PROGRAMME).state(today())
    assert told and told.status is ProgrammeStatus.ACTIVE
    ds = read_dataset(published(sqlite_store, package, (OTHER,)))
    after = programme(ds, PROGRAMME)
    newest = after.at(today())
    assert newest and (newest.source_id, newest.status) == (STATED, ProgrammeStatus.UNKNOWN)
    assert after.state(today()) == told
    assert last_state(after, today()) == (
        f"{label(told.status)} ({told.told}); een bron van {newest.told} zegt niet of het er nog is"
    )


def test_access_that_is_confirmed_is_confirmed_row_by_row(sqlite_store: Store, package: Path) -> None:
    """What lets the whole country in, with its limits, stays beside what lets the town in."""
    path = package / "access.csv"
    text = path.read_text(encoding="utf-8").splitlines()
    heading = text[0].split(",")
    own = next(dict(zip(heading, next(csv.reader([line])), strict=True)) for line in text[1:] if PROGRAMME in line)
    wide = own | {"criterion": "none", "area": "Nederland", "only_code": "", "national": "true", "note": "Alleen X"}
    with path.open("a", encoding="utf-8", newline="") as file:
        csv.DictWriter(file, heading, lineterminator="\n").writerow(wide)
    said = AnswerStatement(f"programme:{PROGRAMME}", AnswerField.ACCESS, AnswerKind.CONFIRMED)
    published(sqlite_store, package, (said,))
    with path.open(encoding="utf-8", newline="") as file:
        stated = [r for r in csv.DictReader(file) if r["source_id"] == STATED]
    kept = ("criterion", "area", "only_code", "national")
    assert [tuple(r[c] for c in kept) for r in stated] == [tuple(r[c] for c in kept) for r in (own, wide)]
    assert [r["note"] for r in stated] == ["", "Alleen X"]
