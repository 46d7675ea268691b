"""The page on sharing out money as Streamlit runs it, without a browser."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlsplit

import pytest
from app_pages import address_to_copy, html_of, maps, page
from markupsafe import escape

from coverage.analysis.allocation.budget import default_budget, duup_budgets
from coverage.analysis.allocation.history import money_history
from coverage.analysis.allocation.result import allocate
from coverage.analysis.allocation.scenario import baseline
from coverage.analysis.population import complete_years
from coverage.dataset import current
from coverage.i18n import euro
from coverage.vocabulary import FigureKind

DS = current()
BUDGET = default_budget(DS).amount
PARTS = {
    "verdeling": "Bedrag per DUUP-regio, het grootste eerst",
    "effect": "Alle sleutels naast de regel",
    "kassabon": "Erbij door de grootste resten",
    "zekerheid": "Om welke gemeenten gaat het?",
    "regio": "Een meetlat, geen recht op geld",
    "gaten": "dat laat geen oorzaak zien",
    "geschiedenis": "Geld van het rijk per jaar",
}


def amounts(text):
    """Region -> euros in the ranked table."""
    table = text.split("Bedrag per DUUP-regio, het grootste eerst")[-1]
    rows = re.findall(r'<th scope=row>([^<]+)<td class="g[^>]*></td><td>€\s([\d.]+)<', table)
    return {name.replace("&#39;", "'"): int(value.replace(".", "")) for name, value in rows}


@pytest.fixture(scope="module")
def opened():
    return page("verdeling", ("origin",))


def test_opens_with_the_rule_and_the_budget_of_the_source(opened):
    text = html_of(opened)
    assert not opened.exception
    most = max(allocate(DS, baseline(DS)).regions, key=lambda r: r.amount)
    assert f"krijgt DUUP-regio {escape(most.name)} het meest: €" in text
    assert "berekening volgens de regel" in text
    assert default_budget(DS).source_detail in text
    kinds = {b.kind for b in duup_budgets(DS)}
    assert all(("raming" if kind is FigureKind.ESTIMATE else kind.label("nl")) in text for kind in kinds)
    expected = {r.name: r.amount for r in allocate(DS, baseline(DS)).regions}
    assert amounts(text) == expected
    assert sum(amounts(text).values()) == BUDGET


def test_the_map_colours_every_municipality_and_names_the_amount_of_its_region(opened):
    (arguments,) = maps(opened)
    drawn = str(arguments).replace("\\\\", "\\")
    amount = euro(allocate(DS, baseline(DS)).region(7).amount).replace("€", "\\u20ac").replace("\xa0", "\\u00a0")
    assert f"Apeldoorn: {amount}" in drawn


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("key", ["inwoners", "bodem", "demping", "mengvorm"])
def test_every_part_for_keys_of_every_kind(part, key):
    at = page("verdeling", toon=part, sleutel=key)
    assert not at.exception
    text = html_of(at)
    assert PARTS[part] in text or any(PARTS[part] in str(s.value) for s in [*at.header, *at.subheader])


def test_the_link_of_a_receipt_gives_the_same_euros_elsewhere():
    at = page("verdeling", toon="kassabon", sleutel="demping", budget="5 mln", regio="arnhem", verlies="2", jaar="2023")
    link = address_to_copy(at)
    values = dict(parse_qsl(urlsplit(link).query))
    assert values["budget"] == "5000000"
    assert values["toon"] == "kassabon"
    assert set(values) == {
        "budget",
        "jaar",
        "indeling",
        "sleutel",
        "afronding",
        "ander-jaar",
        "verlies",
        "toon",
        "regio",
    }
    again = page("verdeling", (), **values)
    caption = re.compile(r"Kassabon DUUP-regio Arnhem: €\s[\d.]+ per jaar")
    assert caption.findall(html_of(at)) == caption.findall(html_of(again)) != []
    assert address_to_copy(again) == link


def test_values_of_an_address_stay_in_it_when_they_equal_the_default():
    at = page("verdeling", budget="6000000", jaar="2024")
    assert dict(at.query_params)["budget"] in ("6000000", ["6000000"])


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("-5", "is negatief"),
        ("6000000,50", "geen bedrag in hele euro&#39;s"),
        ("veel", "geen bedrag dat wij begrijpen"),
        ("11 miljard", "tussen € 0 en € 10.000.000.000"),
        ("<script>", "geen bedrag dat wij begrijpen"),
    ],
)
def test_a_bad_budget_gets_one_line_and_the_previous_result_stays(typed, line):
    at = page("verdeling", budget="5000000")
    before = amounts(html_of(at))
    box = next(t for t in at.text_input if t.label == "Budget per jaar")
    box.set_value(typed).run()
    text = html_of(at).replace("\xa0", " ")
    assert not at.exception
    assert line in text
    assert "We laten de vorige uitkomst staan." in text
    assert "<script>" not in text
    assert amounts(text) == before
    assert sum(before.values()) == 5_000_000


def test_a_new_budget_is_shared_out_and_clears_the_line():
    at = page("verdeling")
    next(t for t in at.text_input if t.label == "Budget per jaar").set_value("x").run()
    next(t for t in at.text_input if t.label == "Budget per jaar").set_value("6,5 mln").run()
    text = html_of(at)
    assert sum(amounts(text).values()) == 6_500_000
    assert "vorige uitkomst" not in text
    assert "je eigen bedrag" in text


def test_an_emptied_budget_is_that_of_the_source_again():
    at = page("verdeling", budget="5000000")
    next(t for t in at.text_input if t.label == "Budget per jaar").set_value("").run()
    assert sum(amounts(html_of(at)).values()) == BUDGET


def test_a_floor_that_cannot_be_paid_is_refused_and_one_that_can_is_used():
    at = page("verdeling", sleutel="bodem", budget="6 mln")
    next(t for t in at.text_input if t.label == "Bodem per regio").set_value("400.000").run()
    assert "Kies hoogstens" in html_of(at)
    next(t for t in at.text_input if t.label == "Bodem per regio").set_value("200.000").run()
    assert min(amounts(html_of(at)).values()) >= 200_000


def test_a_key_that_a_small_budget_cannot_pay_starts_lower():
    at = page("verdeling", budget="90000")
    next(s for s in at.selectbox if s.label == "Verdeelsleutel").select("floor").run()
    text = html_of(at)
    assert "Dit kan niet" not in text
    assert sum(amounts(text).values()) == 90_000
    assert min(amounts(text).values()) >= 90_000 // (3 * len(amounts(text)))


@pytest.mark.parametrize(
    ("address", "line"),
    [
        ({"budget": "-1"}, "is negatief"),
        ({"jaar": "2020"}, "geen volledige inwoneraantallen"),
        ({"jaar": "morgen"}, "is geen heel getal"),
        ({"sleutel": "loting"}, "is geen verdeelsleutel"),
        ({"afronding": "7"}, "Afronden kan op 1 of op 1.000 euro"),
        ({"sleutel": "bodem", "bodem": "100 mln"}, "Kies hoogstens"),
        ({"sleutel": "demping", "verlies": "101"}, "van 0 tot en met 100"),
        ({"sleutel": "demping", "eerder-budget": "600 mln"}, "Kies een hoger budget of een groter verlies"),
        ({"sleutel": "mengvorm", "gewichten": "inwoners=0"}, "een gewicht groter dan 0"),
        ({"sleutel": "mengvorm", "gewichten": "bodem=3"}, "kan niet in een mengvorm"),
        ({"regio": "Mars"}, "is geen DUUP-regio"),
        ({"toon": "alles"}, "is hier geen keuze"),
        ({"indeling": "1850"}, "kennen we niet bij indeling"),
    ],
)
def test_bad_addresses_get_a_friendly_line_and_the_rule(address, line):
    at = page("verdeling", **address)
    assert not at.exception
    assert line in html_of(at)
    assert sum(amounts(html_of(at)).values()) == BUDGET


def test_parameters_show_only_where_they_count():
    assert {t.label for t in page("verdeling").text_input} == {"Budget per jaar"}
    at = page("verdeling", sleutel="demping")
    assert {t.label for t in at.text_input} == {"Budget per jaar", "Budget toen"}
    assert [n.label for n in at.number_input] == ["Grootste verlies (procent)"]


def test_nothing_to_share_out():
    at = page("verdeling", budget="0", sleutel="gelijk")
    assert not at.exception
    assert set(amounts(html_of(at)).values()) == {0}
    for part in PARTS:
        assert not page("verdeling", budget="0", toon=part).exception


def test_provisional_inhabitants_are_marked():
    last = complete_years(DS)[-1]
    marked = f"1 januari {last.year}, voorlopig" in html_of(page("verdeling", jaar=str(last.year)))
    assert marked == last.provisional


def test_history_draws_gaps_and_lists_what_was_not_found():
    text = html_of(page("verdeling", toon="geschiedenis"))
    assert text.count('class="hole"') == len(money_history(DS).gaps)
    assert "2012-2013: geen landelijk bedrag bekend" in text
    assert all(escape(m.item) in text for m in money_history(DS).not_found)
    assert "van Utrecht naar Amsterdam" in text


def test_rules_of_the_schemes_stand_by_article_beside_the_advice():
    text = html_of(page("verdeling", ("rules-duup", "rules-rups_2"), toon="regels"))
    assert "Begroting toont minimaal 25 procent cofinanciering" in text
    assert "Geen voorwaarden van het rijk" in text
    assert "niet overgenomen" in text
