"""What readers type and what it means."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coverage.dataset import current
from coverage.geography.lineage import DIVISIONS
from coverage.geography.names import AmbiguousMunicipality, NameProblem, UnknownMunicipality, resolve

DS = current()
KNOWN = DS.table("municipalities")
VARIANTS = DS.table("municipality_variants")


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Zutphen", "Zutphen"),
        ("  zutphen ", "Zutphen"),
        ("gemeente Zutphen", "Zutphen"),
        ("ZUTPHEN", "Zutphen"),
        ("GM0301", "Zutphen"),
        ("gm 0301", "Zutphen"),
        ("0301", "Zutphen"),
        ("301", "Zutphen"),
        ("'s-Gravenhage", "Den Haag"),
        ("’s-Gravenhage", "Den Haag"),
        ("s gravenhage", "Den Haag"),
        ("den haag", "Den Haag"),
        ("Den Bosch", "'s-Hertogenbosch"),
        ("s-hertogenbosch", "'s-Hertogenbosch"),
        ("sudwest fryslan", "Súdwest-Fryslân"),
        ("Súdwest Fryslân", "Súdwest-Fryslân"),
        ("Su\u0301dwest-Frysla\u0302n", "Súdwest-Fryslân"),
        ("Bergen (NH.)", "Bergen (NH.)"),
        ("bergen nh", "Bergen (NH.)"),
        ("Bergen (L)", "Bergen (L.)"),
        ("nuenen gerwen en nederwetten", "Nuenen, Gerwen en Nederwetten"),
        ("St. Michielsgestel", "Sint-Michielsgestel"),
        ("hengelo", "Hengelo"),
        ("Hengelo (O.)", "Hengelo"),
        ("\u202eZutphen\u202c", "Zutphen"),
    ],
)
def test_current_municipalities_in_many_spellings(typed: str, name: str) -> None:
    match = resolve(DS, typed)
    assert (match.name, match.explanation) == (name, "")
    assert match.codes_in("2023") == (match.code,)


@pytest.mark.parametrize(
    ("typed", "since", "now"),
    [
        ("Weesp", "24 maart 2022", {"Amsterdam"}),
        ("Brielle", "1 januari 2023", {"Voorne aan Zee"}),
        ("Andijk", "1 januari 2011", {"Medemblik"}),
        ("De Friese Meren", "1 juli 2015", {"De Fryske Marren"}),
        ("Boarnsterhim", "1 januari 2014", {"Leeuwarden", "Heerenveen", "Súdwest-Fryslân", "De Fryske Marren"}),
        ("Haaren", "1 januari 2021", {"Vught", "Oisterwijk", "Tilburg", "Boxtel"}),
    ],
)
def test_former_municipalities_say_where_they_went(typed: str, since: str, now: set[str]) -> None:
    match = resolve(DS, typed)
    names = KNOWN.set_index("code")["name"]
    assert match.name == typed
    assert {names[code] for code in match.codes_in("2023")} == now
    assert f"bestaat sinds {since} niet meer" in match.explanation
    assert all(name in match.explanation for name in now)


def test_largest_heir_comes_first() -> None:
    names = KNOWN.set_index("code")["name"]
    assert names[resolve(DS, "Haaren").codes_in("2023")[0]] == "Vught"


def test_explanation_depends_on_the_borders_shown() -> None:
    assert resolve(DS, "Weesp", date(2021, 6, 1)).explanation == ""
    assert resolve(DS, "Weesp", date(2013, 7, 1)).explanation == ""
    assert resolve(DS, "Weesp", date(2022, 3, 24)).explanation != ""
    early = resolve(DS, "Voorne aan Zee", date(2022, 6, 1))
    assert early.codes_in("2022-03") == ("GM0501", "GM0530", "GM0614")
    assert "pas sinds 1 januari 2023" in early.explanation and "Hellevoetsluis" in early.explanation
    assert resolve(DS, "Amsterdam").codes_in("2021") == ("GM0363",)


def test_a_name_of_two_municipalities_lists_both() -> None:
    with pytest.raises(AmbiguousMunicipality, match=r"Bergen \(NH\.\) en Bergen \(L\.\)") as problem:
        resolve(DS, "Bergen")
    assert problem.value.candidates == ("Bergen (NH.)", "Bergen (L.)")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("Zuthpen", "Zutphen"),
        ("Amsterdm", "Amsterdam"),
        ("Alphen", "Alphen aan den Rijn"),
        ("Rotterdan", "Rotterdam"),
        ("hertogenbos", "'s-Hertogenbosch"),
        ("Leeuwaarden", "Leeuwarden"),
    ],
)
def test_typing_errors_get_suggestions(typed: str, first: str) -> None:
    with pytest.raises(UnknownMunicipality) as problem:
        resolve(DS, typed)
    assert problem.value.suggestions[0] == first and first in str(problem.value)
    assert len(problem.value.suggestions) <= 5


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "\u200f\u202e",
        "\x00\x07",
        "x" * 10_000,
        "Zutphen" * 2000,
        "Москва",
        "🙂",
        "GM9999",
        "GM00000301",
        "-1",
        "%s{0}",
    ],
)
def test_absurd_input_is_refused_legibly(typed: str) -> None:
    try:
        match = resolve(DS, typed)
    except UnknownMunicipality as problem:
        message = str(problem)
        assert 10 < len(message) < 300 and message.isprintable()
    else:
        assert match.name == "Zutphen"  # leading zeros too many


def test_nothing_typed_asks_for_a_name() -> None:
    with pytest.raises(UnknownMunicipality, match="Typ de naam"):
        resolve(DS, " ")


def test_every_name_code_and_variant_is_found() -> None:
    for code, name in zip(KNOWN["code"], KNOWN["name"], strict=True):
        assert resolve(DS, name).code == code
        assert resolve(DS, code).code == code
        assert resolve(DS, name.upper()).code == code
    for code, variant in zip(VARIANTS["code"], VARIANTS["variant"], strict=True):
        assert resolve(DS, variant).code == code


def test_every_municipality_is_somewhere_in_every_division() -> None:
    for code in KNOWN["code"]:
        for division in DIVISIONS:
            match = resolve(DS, code, division.valid_from)
            assert match.codes_in(division.id)
            assert bool(match.explanation) == (match.codes_in(division.id) != (code,))


@given(st.text(max_size=60))
def test_any_text_gives_a_match_or_a_friendly_problem(text: str) -> None:
    try:
        assert resolve(DS, text).code in set(KNOWN["code"])
    except NameProblem as problem:
        assert str(problem).isprintable()
