"""Free text, screened before it is kept: no telephone numbers, mail addresses or citizen service numbers (BSN)."""

from __future__ import annotations

import re
import unicodedata

from coverage.i18n import _

MOST_REMARK = 300  # characters
_MAIL = re.compile(r"[\w.+'-]+\s*(?:@|\(at\)|\[at\])\s*[\w-]+(?:\s*\.\s*[\w-]+)+", re.IGNORECASE)
# Digits with what people put between them. Nine with the check of a BSN, or ten and more: a number of a telephone.
_DIGITS = re.compile(r"(?:\+|\b00)?\d(?:[ .\-/()]{0,3}\d){7,14}")
_DATE = re.compile(r"(?:\d{1,2}[-/. ]\d{1,2}[-/. ](?:19|20)\d{2}|(?:19|20)\d{2}[-/. ]\d{1,2}[-/. ]\d{1,2})")
_BSN_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def is_bsn(digits: str) -> bool:
    """Whether eight or nine digits pass the check of a BSN (the "elfproef": weights 9 to 2 and -1, divisible by 11)."""
    if len(digits) not in {8, 9} or not digits.isdecimal() or not int(digits):
        return False
    return sum(w * int(d) for w, d in zip(_BSN_WEIGHTS, digits.zfill(9), strict=True)) % 11 == 0


def text_fault(text: str, most: int = MOST_REMARK) -> str:
    """Why a text cannot be kept, for the person who typed it; empty when it can."""
    if len(text) > most:
        return _("De tekst is langer dan {most} tekens; maak hem korter.").format(most=most)
    if any(unicodedata.category(c) in {"Cc", "Cf", "Co", "Cs"} for c in text.replace("\n", " ")):
        return _("De tekst bevat onzichtbare tekens; typ hem opnieuw.")
    if _MAIL.search(text):
        return _("Er staat een e-mailadres in. Haal dat weg: wij bewaren geen gegevens van personen.")
    for found in _DIGITS.finditer(_DATE.sub(" ", text)):
        digits = re.sub(r"\D", "", found.group())
        if is_bsn(digits):
            return _("Er staat een nummer in dat een burgerservicenummer kan zijn. Haal dat weg.")
        if found.group().startswith(("+", "0")) and len(digits) >= 9:
            return _("Er staat een telefoonnummer in. Haal dat weg: wij bewaren geen gegevens van personen.")
    return ""
