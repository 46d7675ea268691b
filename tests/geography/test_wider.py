"""Areas, provinces and postcodes that are typed for a municipality lead to what there is to choose, or to words."""

import pytest

from coverage.analysis.wider_words import wider_choice
from coverage.cli import main
from coverage.dataset import current
from coverage.dataset.frames import rows
from coverage.dates import today
from coverage.geography.areas import municipalities
from coverage.geography.names import NameProblem, resolve
from coverage.geography.postcode import is_postcode
from coverage.geography.region_names import UnknownRegion, region_names, resolve_region
from coverage.ui.data.wider import wider_links

DS = current()
ON = today()


def test_every_area_that_sources_speak_of_leads_to_municipalities_and_regions():
    known = set(municipalities(DS, ON)["name"])
    for area in rows(DS.table("areas")):
        found = wider_choice(DS, area.name, ON)
        assert found and set(found.municipalities) <= known, area.name
        assert found.regions and set(found.regions) <= set(region_names(DS).values()), area.name


def test_every_province_leads_to_exactly_its_municipalities():
    for province, own in municipalities(DS, ON).groupby("province"):
        found = wider_choice(DS, f"provincie {province}", ON)
        assert found and set(found.municipalities) == set(own["name"]), province


def test_a_part_of_an_area_says_that_its_own_members_are_not_known():
    found, whole = wider_choice(DS, "Zuid-Limburg", ON), wider_choice(DS, "Limburg", ON)
    assert found and whole and found.municipalities == whole.municipalities
    assert "Welke gemeenten in Zuid-Limburg liggen, staat niet in onze gegevens." in found.sentence
    assert "staat niet" not in whole.sentence


def test_links_stand_only_where_no_municipality_is_meant():
    assert "mijn-gemeente?gemeente=Hengelo" in wider_links(DS, "Twente", ON)
    assert "regio?regio=Enschede" in wider_links(DS, "Twente", ON)
    assert not wider_links(DS, "Utrecht", ON) and not wider_links(DS, "", ON) and not wider_links(DS, "xyzzy", ON)
    assert "staat niet in onze gegevens" in wider_links(DS, "Achterhoek", ON)


def test_an_area_typed_for_a_region_names_the_regions_of_its_municipalities():
    with pytest.raises(UnknownRegion) as problem:
        resolve_region(DS, "West-Brabant")
    assert problem.value.suggestions == wider_choice(DS, "West-Brabant", ON).regions  # type: ignore[union-attr]


@pytest.mark.parametrize("typed", ["7411", "7411 AB", "7411ab"])
def test_a_postcode_is_told_as_one(typed):
    assert is_postcode(typed)
    for find in (resolve, resolve_region):
        with pytest.raises(NameProblem, match="postcode"):
            find(DS, typed)


def test_the_command_line_names_them_too(capsys):
    assert main(["profile", "Twente"]) != 0
    assert "Hengelo" in capsys.readouterr().err
