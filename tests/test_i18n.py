"""Words, numbers and dates in the reader's language."""

from datetime import date

import pytest

from coverage import i18n, vocabulary


@pytest.fixture(autouse=True)
def dutch_afterwards():
    yield
    i18n.use_language("nl")


def test_dutch_numbers_amounts_and_dates():
    assert i18n.number(17_942_942) == "17.942.942"
    assert i18n.number(12.34, 1) == "12,3"
    assert i18n.percent(0.1234) == "12,3%"
    assert i18n.euro(6_000_000).replace("\xa0", " ") == "€ 6.000.000"
    assert i18n.day(date(2013, 7, 1)) == "1 juli 2013"


def test_english_numbers_and_dates():
    i18n.use_language("en")
    assert i18n.number(17_942_942) == "17,942,942"
    assert i18n.day(date(2013, 7, 1)) == "1 July 2013"


@pytest.mark.parametrize(("text", "shown"), [("2015", "2015"), ("2013-07", "juli 2013"), ("2013-07-01", "1 juli 2013")])
def test_partial_dates_stay_as_coarse_as_the_source(text, shown):
    assert i18n.partial_day(text) == shown


def test_a_text_without_translation_stays_dutch():
    i18n.use_language("en")
    assert i18n._("een zin die niemand vertaalde") == "een zin die niemand vertaalde"


def test_every_code_has_words_in_both_languages():
    for enum in vars(vocabulary).values():
        if isinstance(enum, type) and issubclass(enum, vocabulary.Code) and enum is not vocabulary.Code:
            for code in enum:
                assert code.label("nl")
                assert code.label("en")


def test_status_styles_differ_in_more_than_colour():
    styles = vocabulary.STATUS_STYLE
    assert set(styles) == set(vocabulary.Status)
    assert styles[vocabulary.Status.UNKNOWN].pattern == "hatch"
    assert len({(s.fill, s.pattern) for s in styles.values()}) == len(styles)


@pytest.mark.parametrize(("language", "typed"), [("nl", "6.000.000,5"), ("en", "6,000,000.5")])
def test_a_typed_number_is_kept_in_one_notation(language: vocabulary.Language, typed: str):
    i18n.use_language(language)
    assert i18n.typed_number(typed) == "6.000.000,5"
