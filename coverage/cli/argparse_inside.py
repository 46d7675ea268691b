"""The lines of argparse in Dutch, like all else that a command says; the only place that reaches into argparse.

It asks the name ``_`` of its module for each of its texts. The public way, a catalogue found by the language of the
environment, would give the same mistake another language on another computer.
"""

from __future__ import annotations

import argparse
from gettext import gettext

TEXTS = {
    "usage: ": "gebruik: ",
    "positional arguments": "argumenten",
    "options": "opties",
    "show this help message and exit": "toon deze uitleg",
    "%(prog)s: error: %(message)s\n": "%(prog)s: fout: %(message)s\n",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "the following arguments are required: %s": "dit ontbreekt: %s",
    "one of the arguments %s is required": "geef een van deze: %s",
    "not allowed with argument %s": "kan niet samen met %s",
    "unrecognized arguments: %s": "niet begrepen: %s",
    "invalid choice: %(value)r (choose from %(choices)s)": "%(value)r kan niet; kies uit %(choices)s",
    "invalid %(type)s value: %(value)r": "%(value)r is geen getal",  # of other types our own functions tell it
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s kan %(matches)s zijn; schrijf het uit",
    "ignored explicit argument %r": "hier hoort geen waarde achter, en er staat %r",
    "expected one argument": "hier hoort een waarde achter",
    "expected at least one argument": "hier hoort minstens één waarde achter",
}


def speak_dutch() -> None:
    """Let argparse say its texts in Dutch; one that is not known here stays as it is."""
    argparse._ = lambda text: TEXTS.get(text) or gettext(text)  # type: ignore[attr-defined]
