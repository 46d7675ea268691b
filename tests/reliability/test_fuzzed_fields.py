"""Whatever is typed in a field, one text after another in one session: no trace, no markup, and the page stands.

Thousands of texts by ``make test-all``, a sample by ``make test``. What an address may hold is tried in
``tests/pages/test_hostile_addresses.py``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from addresses import ADDRESSES
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest
from test_hostile_addresses import MARKUP, hostile, opened, stands, tried

from coverage.dates import today
from coverage.ui.pages import PAGES
from coverage.ui.params import FIRST_DAY

ALWAYS = (MARKUP[1], "9" * 300, "\u202e\x00")
numbers, days = st.integers(), st.dates(FIRST_DAY, today())


@dataclass(frozen=True)
class Field:
    """Something to type in: the page, its label there, what is typed, and the address where it shows."""

    page: str
    label: str
    typed: st.SearchStrategy[Any] = hostile
    address: dict[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.page}: {self.label}"


MIXED, SINCE = {"sleutel": "mengvorm"}, {"datum": "2014-05-06", "vergelijk": "2013-01-01"}
FIELDS = (
    Field("overzicht", "Zoek een gemeente"),
    Field("dekking", "Zoek een gemeente", address={"datum": "2013-07-01"}),
    Field("witte_vlekken", "Zoek een gemeente"),
    Field("mijn_gemeente", "Zoek een gemeente"),
    Field("doelgroepen", "Zoek een gemeente", address={"doelgroep": "men", "weergave": "wegwijzer"}),
    Field("regio", "Zoek een regio"),
    Field("programmas", "Zoek"),
    Field("gegevens", "Zoek een woord", address={"blad": "rijen"}),
    Field("gegevens", "Zoek een bron", address={"blad": "bronnen"}),
    Field("presentatie", "Eigen titel"),
    Field("presentatie", "Plaats"),
    Field("presentatie", "Dag van de bijeenkomst", days),
    Field("verdeling", "Budget per jaar"),
    Field("verdeling", "Bodem per regio", address={"sleutel": "bodem"}),
    Field("verdeling", "Vast bedrag per regio", address={"sleutel": "vast-bedrag"}),
    Field("verdeling", "Budget toen", address={"sleutel": "demping"}),
    Field("verdeling", "Grootste verlies (procent)", numbers, {"sleutel": "demping"}),
    Field("verdeling", "Gewicht inwoners", numbers, MIXED),
    Field("verdeling", "Gelijke delen", numbers, MIXED),
    Field("verdeling", "Gemeenten", numbers, MIXED),
    Field("verdeling", "Ander jaar", numbers, MIXED),
    Field("overzicht", "Andere peildatum", days, {"datum": "2014-05-06"}),
    Field("dekking", "Of kies een dag", days, {"datum": "2014-05-06"}),
    Field("dekking", "Vergelijk met", days, SINCE),
    Field("presentatie", "Andere peildatum", days, {"datum": "2014-05-06"}),
    Field("presentatie", "Eerdere datum", st.dates(FIRST_DAY, date(2014, 5, 6)), SINCE),
)


def entries(at: AppTest) -> dict[str, Any]:
    """Everything on the page that takes what a reader makes up, by its label."""
    boxes = [box for box in at.selectbox if box.proto.accept_new_options]
    return {entry.label: entry for entry in (*at.text_input, *at.number_input, *at.date_input, *boxes)}


def type_in(entry: Any, typed: Any) -> None:
    """Type and press Enter. A number is brought within what the browser takes; a name that is no option is taken."""
    if entry.type == "number_input":
        least = int(entry.min)
        typed = least + typed % int(entry.max - least + 1)
    if entry.type == "selectbox" and typed not in entry.options:
        entry.options.append(typed)
    entry.set_value(typed)


@pytest.mark.parametrize("one", FIELDS, ids=str)
@pytest.mark.parametrize("examples", [6, pytest.param(300, marks=pytest.mark.slow)])
def test_a_field_takes_anything(one: Field, examples: int) -> None:
    at = opened(one.page, one.address)

    def types(typed: Any) -> None:
        nonlocal at
        if one.label not in entries(at):  # the text before closed it: a day that has a button of its own
            at = opened(one.page, one.address)
        type_in(entries(at)[one.label], typed)
        stands(at.run(), [str(typed)])

    for text in ALWAYS if one.typed is hostile else ():
        types(text)
    tried(examples)(given(one.typed)(types))()


@pytest.mark.slow
def test_every_field_is_tried() -> None:
    """On every part of every page; what ``FIELDS`` does not name would go untried."""
    pages = {page.path: page.file.removesuffix(".py") for page in PAGES}
    dutch = [urlsplit(address) for address in ADDRESSES if "taal=" not in address]
    views = [(pages[parts.path.strip("/")], dict(parse_qsl(parts.query))) for parts in dutch]
    seen = {
        str(Field(page, label))
        for page, address in (*views, *((one.page, one.address) for one in FIELDS))
        for label in entries(opened(page, address))
    }
    assert seen == {str(one) for one in FIELDS}
