"""From templates to HTML: every value is escaped, words and numbers are those of the other pages."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from coverage.analysis.remarks import remarks_in_short
from coverage.i18n import day, definition, euro, label, number, partial_day, percent
from coverage.vocabulary import EVIDENCED, Status

TEMPLATES = Path(__file__).parents[1] / "templates"


@cache
def environment() -> Environment:
    """Templates with autoescape on; a name that a page does not know is an error, not an empty place."""
    found = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.globals.update(
        day=day,
        definition=definition,
        euro=euro,
        evidenced=EVIDENCED,
        label=label,
        number=number,
        partial_day=partial_day,
        percent=percent,
        remarks=remarks_in_short,
        statuses=tuple(Status),
    )
    return found


def render(template: str, path: str, values: dict[str, Any]) -> str:
    """A page; ``path`` is where it will stand, from which its relative links follow."""
    return environment().get_template(template).render(values, root="../" * path.count("/"), here=path)
