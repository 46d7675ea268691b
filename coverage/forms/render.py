"""From templates to pages: every value escaped, one style sheet, and no script at all."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from coverage.forms.texts import texts
from coverage.i18n import OWN_NAME, day, label, language, partial_day

TEMPLATES = Path(__file__).parent / "templates"


@cache
def form_environment() -> Environment:
    """Templates with autoescape on; a name that a page does not know is an error, not an empty place."""
    found = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    found.globals.update(day=day, label=label, partial_day=partial_day, own_name=OWN_NAME)
    return found


@cache
def style_sheet() -> tuple[str, bytes]:
    """Name (with a hash of the content) and content of the style sheet."""
    content = (TEMPLATES / "form.css").read_bytes()
    return f"stijl.{sha256(content).hexdigest()[:12]}.css", content


def page(template: str, **values: Any) -> str:
    """A page in the language in use."""
    return form_environment().get_template(template).render(language=language(), t=texts(), **values)
