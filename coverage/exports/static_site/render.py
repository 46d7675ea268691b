"""From templates to HTML: every value is escaped, words and numbers are those of the other pages."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from coverage.analysis.remarks import remarks_in_short
from coverage.analysis.where_to_turn import (
    help_doubt,
    help_line,
    help_list_link,
    help_question,
    under_the_list,
)
from coverage.i18n import day, definition, euro, label, number, partial_day, percent
from coverage.sender import about_sender, no_contact_yet, sender, site_name
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
        help_doubt=help_doubt,
        help_line=help_line,
        help_list_link=help_list_link,
        help_question=help_question,
        about_sender=about_sender,
        no_contact_yet=no_contact_yet,
        sender=sender,
        site_name=site_name,
        evidenced=EVIDENCED,
        label=label,
        number=number,
        partial_day=partial_day,
        percent=percent,
        remarks=remarks_in_short,
        statuses=tuple(Status),
        under_the_list=under_the_list,
    )
    return found


def render(template: str, path: str, values: dict[str, Any]) -> str:
    """A page; ``path`` is where it will stand, from which its relative links follow."""
    return environment().get_template(template).render(values, root="../" * path.count("/"), here=path)
