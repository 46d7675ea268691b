"""Words that Streamlit writes in English and has no setting for, each with ours: the one list of them.

The script of the page (assets/words.js) puts ours in their place, in text and in the names that a screen reader says.
tests/ui/test_page_words.py holds each of them against the version of Streamlit that is installed.
"""

from __future__ import annotations

import json

WORDS = {
    "Skip to main content": "Naar de inhoud",
    "App pages": "Pagina's",
    "Main menu": "Hoofdmenu",
    "Expand sidebar": "Menu openen",
    "Collapse sidebar": "Menu sluiten",
    "Open": "Openen",
    "Close": "Sluiten",
    "Choose date": "Kies een datum",
    "Clear date": "Datum wissen",
    "day": "dag",
    "month": "maand",
    "year": "jaar",
    "Choose an option": "Kies",
    "Choose options": "Kies",
    "Clear value": "Keuze wissen",
    "Clear all": "Alles wissen",
    "Selected values": "Gekozen",
    "Selectbox options": "Keuzes",
    "Multiselect options": "Keuzes",
    "No results": "Niets gevonden",
    "Copy to clipboard": "Kopiëren",
    "Show/hide columns": "Kolommen tonen of verbergen",
    "Search": "Zoeken",
    "Fullscreen": "Volledig scherm",
    "Close fullscreen": "Volledig scherm sluiten",
    "Toolbar action": "Knop bij de tabel",
    "Sort ascending": "Oplopend sorteren",
    "Sort descending": "Aflopend sorteren",
    "Autosize": "Breedte aanpassen",
    "Pin column": "Kolom vastzetten",
    "Unpin column": "Kolom losmaken",
    "Hide column": "Kolom verbergen",
    "Upload": "Bestand kiezen",
    "Add files": "Bestanden kiezen",
    "Drag and drop a file here": "Sleep een bestand hierheen",
    "Drag and drop files here": "Sleep bestanden hierheen",
    "Download failed": "Het downloaden is niet gelukt",
    "Connecting": "Verbinden",
    "Connecting to Streamlit server": "Verbinding maken met de server",
    "Unable to connect to Streamlit server": "Geen verbinding met de server",
    "Connection error": "Geen verbinding",
    "Network error": "Fout in het netwerk",
    "Page not found": "Deze pagina bestaat niet",
    "Request timed out": "De server antwoordt niet",
    "Error uploading file": "Het bestand is niet aangekomen",
    "Please wait...": "Een ogenblik…",
    "Try again": "Probeer het opnieuw",
}
# A start or an end that Streamlit knows, around what it fills in: a regular expression, what takes its place, and what
# must be in Streamlit's code.
PATTERNS = (
    (r"^Add: ", "Toevoegen: ", "Add: "),
    (r"^Remove ", "Weghalen: ", "Remove "),
    (r"^Help for ", "Uitleg bij ", "Help for "),
    (r"^([\d.,]+) ?([KMG]?B) per file", "Hoogstens $1 $2 per bestand", " per file"),
    (r"^Choose date,", "Kies een datum,", "Choose date"),
    (r"^day,", "dag,", "day"),
    (r"^month,", "maand,", "month"),
    (r"^year,", "jaar,", "year"),
    (r"^(.*) files are not allowed\.$", "Een bestand van de soort $1 kan hier niet.", " files are not allowed."),
    (r"^File must be (.*) or smaller\.$", "Het bestand mag hoogstens $1 zijn.", "File must be "),
    (r"^(.*) status code (\d+)$", "Het is niet gelukt (fout $2).", "status code "),
)


def lists() -> bytes:
    """The list, as the script reads it."""
    return f"const WORDS = {json.dumps(WORDS)}, PATTERNS = {json.dumps([p[:2] for p in PATTERNS])};\n".encode()
