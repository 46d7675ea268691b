"""What may not be kept in free text, and what looks like it and may."""

import pytest

from coverage.inventory.screening import MOST_REMARK, is_bsn, text_fault


@pytest.mark.parametrize(
    "text",
    ["06-12345678", "bel 06 12 34 56 78 even", "+31 6 12345678", "0031612345678", "(070) 123 45 67", "070-1234567"],
)
def test_telephone_numbers_are_refused(text: str) -> None:
    assert "telefoon" in text_fault(text)


@pytest.mark.parametrize("text", ["jan@gemeente.nl", "mail jan.jansen @ den-haag.nl", "jan(at)voorbeeld.nl"])
def test_mail_addresses_are_refused(text: str) -> None:
    assert "e-mail" in text_fault(text)


@pytest.mark.parametrize("text", ["bsn 111222333", "123456782", "1112.22.333"])
def test_a_citizen_service_number_is_refused(text: str) -> None:
    assert "burgerservicenummer" in text_fault(text)


@pytest.mark.parametrize(
    "text",
    ["", "sinds 01-01-2026", "van 2026-01-01 tot 2027-12-31", "22 gemeenten", "besluit 2025/123456", "postbus 16200",
     "zaak 123456789", "artikel 2, eerste lid", "€ 250.000 per jaar"],
)  # fmt: skip
def test_what_only_looks_like_it_may_be_said(text: str) -> None:
    assert text_fault(text) == ""


def test_the_length_and_what_cannot_be_seen() -> None:
    assert text_fault("a" * MOST_REMARK) == "" and text_fault("a" * (MOST_REMARK + 1))
    assert text_fault("on\u202ezichtbaar")


def test_the_check_of_eleven() -> None:
    assert is_bsn("111222333") and is_bsn("123456782") and not is_bsn("123456789") and not is_bsn("000000000")
