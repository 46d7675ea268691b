"""The case that must go well, on the data as they are: only a local rule is known, and one answer tells the rest.

Which centre, which municipalities and how many follow from the data: the local rule in force that names most
municipalities, some of them outside the region of its centre (today that of Apeldoorn).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from form_client import Client
from played import ANNA, BERT, DAYS
from starlette.applications import Starlette

from coverage.analysis.inventory_effect import effect
from coverage.analysis.status import status_at
from coverage.dataset import current
from coverage.dataset.newest import add_to_snapshots
from coverage.dataset.problems import read_strings
from coverage.dates import today
from coverage.forms.routes import form_routes
from coverage.inventory.handshakes import handshakes
from coverage.inventory.invitations import Letter
from coverage.inventory.judging import accept, queue
from coverage.inventory.overlay import check_with, show_accepted, tables_now
from coverage.inventory.response import questions_for
from coverage.inventory.rounds import asked_organisations, invite, open_round
from coverage.inventory.store import Store
from coverage.inventory.store_setup import init_store
from coverage.inventory.subjects import Places, tables_of
from coverage.vocabulary import AnswerField, Handshake, ProgrammeKind, Relation, Status

RECENT = {Status.EVIDENCED_HERE, Status.EVIDENCED_REGION}


@dataclass(frozen=True)
class Case:
    """The centre of the rule, and the municipalities of today that the rule names."""

    centre: str
    area: frozenset[str]


@pytest.fixture(scope="module")
def case() -> Case:
    ds = current()
    places, claims, programmes = Places(tables_of(ds)), ds.table("claims"), ds.table("programmes")
    rules = set(programmes["programme_id"][programmes["kind"] == ProgrammeKind.REGULATION])
    named: dict[str, set[str]] = {}
    for claim in claims[claims["programme_id"].isin(rules)].itertuples():
        if claim.code in places.names and claim.relation == Relation.CATCHMENT:
            named.setdefault(places.programmes[claim.programme_id], set()).add(claim.code)

    def outside(centre: str) -> Counter[bool]:
        return Counter(places.region_of[code] != places.region_of[centre] for code in named[centre])

    found = [c for c in named if c in places.centres.values() and outside(c)[True] >= 2]
    assert found, "no local rule names municipalities outside the region of its centre any more: choose another case"
    centre = max(found, key=lambda c: len(named[c]))
    return Case(centre, frozenset(named[centre] | {centre}))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = init_store(f"sqlite:///{tmp_path / 'inventory.sqlite'}")
    show_accepted(made)
    yield made
    add_to_snapshots(None)
    made.close()


def came_in(store: Store, letter: Letter) -> tuple[Client, str]:
    client, home = Client(Starlette(routes=form_routes("", lambda: store))), f"/opgave/{letter.link}"
    client.get(home)
    client.submit(code=letter.code)
    return client, home


def book(store: Store):
    with store.reading() as connection:
        return store.book(connection)


def test_one_answer_adds_programme_executor_groups_and_area_and_asks_each_municipality(
    store: Store, case: Case
) -> None:
    ds = current()
    strings = read_strings(ds.path)[0]
    before = {r.code: r.status for r in status_at(ds, today()).rows}
    turning = {code for code in case.area if before[code] not in RECENT}
    assert turning, "everybody is served already: the case shows nothing"
    open_round(store, ANNA, "najaar", asked_organisations(strings, "centres"), DAYS)
    (letter,) = invite(store, ANNA, "najaar", only=[case.centre])

    client, home = came_in(store, letter)
    client.get(f"{home}/nieuw")
    page = client.submit(text="Programma X", since=f"{today().year}-01")
    subject = page.url.partition("/vraag/")[2].partition("/")[0]
    client.get(f"{home}/vraag/{subject}/executor")
    client.submit(answer="changed", text="Organisatie X")
    page = client.get(f"{home}/vraag/{subject}/area")
    assert all(f'value="{code}"' in page.text for code in case.area)  # nobody has to be typed
    client.submit(answer="changed", code=sorted(case.area))
    client.get(f"{home}/vraag/{subject}/groups")
    client.submit(answer="changed", code=["women", "men"])
    client.get(f"{home}/controle")
    receipt = client.submit(department="beleidsmedewerker zorg en veiligheid")
    assert "Je antwoorden zijn ontvangen" in receipt.text

    waiting = [q.answer for q in queue(book(store))]
    assert {a.field.value for a in waiting} == {"existence", "executor", "area", "groups"}
    assert len({a.submission for a in waiting}) == 1  # one answer
    ids = [a.answer_id for a in waiting]
    foreseen = effect(current(), book(store), ids, today())
    assert not foreseen.problems and {t.code for t in foreseen.turned} == turning
    assert {r.code: r.status for r in status_at(current(), today()).rows} == before  # stated is not accepted
    accept(store, BERT, ids, check_with(strings))

    ds = current()
    after = {r.code: r.status for r in status_at(ds, today()).rows}
    assert {c for c in after if after[c] is not before[c]} == turning and {after[c] for c in case.area} <= RECENT
    programme = subject.partition(":")[2]
    (period,) = {r.executors for r in ds.table("programme_periods").itertuples() if r.programme_id == programme} - {""}
    groups = ds.table("target_groups")
    assert period == "Organisatie X"
    assert {str(g) for g in groups["group"][groups["programme_id"] == programme]} == {"women", "men"}

    # Who is named is asked whether it knows: all but the centre, which answered for the programme itself.
    states = {p.municipality: p.state for p in handshakes(book(store)) if p.programme == programme}
    assert states == dict.fromkeys(case.area, Handshake.CLAIMED) | {case.centre: Handshake.MUTUAL}
    asked = asked_organisations(strings, "named", book(store))
    assert set(asked) == case.area - {case.centre}
    open_round(store, ANNA, "herkenning", asked, DAYS)
    for town in asked:
        question = (f"handshake:{programme}:{town}", AnswerField.RECOGNITION)
        assert question in questions_for(book(store), tables_now(store, ds.path), "herkenning", town)
    letter = invite(store, ANNA, "herkenning")[0]
    client, home = came_in(store, letter)
    page = client.get(f"{home}/vraag/handshake:{programme}:{letter.organisation}/recognition")
    assert "Kennen jullie het, en verwijzen jullie?" in page.text
