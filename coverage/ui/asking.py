"""A form that asks a page again, for who waits in vain for the app."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from coverage.i18n import _
from coverage.ui.html import join
from coverage.ui.state import Param, address


def select_field(title: str, name: str, options: Iterable[tuple[str, str, bool]]) -> Markup:
    """A list to choose from in a form, under its label; options are (value, words, whether it is chosen)."""
    inside = join(
        Markup('<option value="{}"{}>{}</option>').format(value, Markup(" selected") if chosen else "", words)
        for value, words, chosen in options
    )
    return Markup('<label>{} <select name="{}">{}</select></label>').format(title, name, inside)


def asking_form(fields: Markup, *asked: Param[Any]) -> Markup:
    """A form that asks this page again with other values, for who waits in vain for the app.

    ``fields`` are those of the parameters ``asked``; what the address holds beside them stays.
    """
    names = {param.name for param in asked}
    kept = join(
        Markup('<input type="hidden" name="{}" value="{}">').format(name, value)
        for name, value in address().items()
        if name not in names
    )
    return Markup('<form class="without">{}{} <button>{}</button></form>').format(kept, fields, _("Zoek"))
