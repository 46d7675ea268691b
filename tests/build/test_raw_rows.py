"""Raw rows know where they stand."""

from pathlib import Path

import pytest

from coverage.build import codes
from coverage.build.rows import BuildError, Row, plain, read_rows
from coverage.vocabulary import Relation


def raw(tmp_path: Path, text: str) -> list[Row]:
    path = tmp_path / "raw.csv"
    path.write_text(text, encoding="utf-8")
    return read_rows(path)


def test_an_unknown_value_stops_the_build_with_its_place(tmp_path: Path) -> None:
    good, bad = raw(tmp_path, "relatie,landelijk\nvestiging,ja\nbuurt,misschien\n")
    assert good.code("relatie", codes.RELATION) is Relation.LOCATION
    assert good.flag("landelijk") is True
    with pytest.raises(BuildError, match=r"raw\.csv, row 3, column relatie: 'buurt' has no code"):
        bad.code("relatie", codes.RELATION)
    with pytest.raises(BuildError, match=r"raw\.csv, row 3, column landelijk: 'misschien'"):
        bad.flag("landelijk")
    with pytest.raises(BuildError, match="column 'bron' is missing"):
        good["bron"]


def test_rows_with_too_few_or_many_cells(tmp_path: Path) -> None:
    for body in ("1\n", "1,2,3\n"):
        with pytest.raises(BuildError, match="row 2"):
            raw(tmp_path, "a,b\n" + body)
    with pytest.raises(BuildError, match="not found"):
        read_rows(tmp_path / "nothing.csv")


def test_words_that_only_the_collection_understands() -> None:
    assert plain("Botst, zie tegenstrijdigheden.md T12") == "Botst, zie tegenstrijdigheid T12"
    assert plain("Titel niet in de seedtekst; afgeleid") == "Titel niet in de brontekst; afgeleid"
    assert plain(" Woonplaatseis ") == "Woonplaatseis"


def test_every_code_of_the_vocabulary_can_be_reached() -> None:
    for mapping in (
        codes.CERTAINTY,
        codes.PERIOD,
        codes.PROGRAMME_STATUS,
        codes.FUNDING,
        codes.REACH,
        codes.TARGET_GROUP,
        codes.LIFE_DOMAIN,
        codes.CRITERION,
        codes.FIGURE_KIND,
        codes.SCHEME,
        codes.MEMBERSHIP_EVIDENCE,
        codes.REORGANISATION_KIND,
        codes.TIMELINE_DOMAIN,
        codes.MEMBERSHIP_CERTAINTY,
        codes.CONTRADICTION_KIND,
    ):
        members = list(mapping.values())
        assert set(members) == set(type(members[0])), type(members[0])
    # A claim of national reach comes from access criteria, not from the claims.
    assert set(codes.RELATION.values()) == set(Relation) - {Relation.NATIONAL}
