"""What the DUUP asks of a centre municipality and leaves free, rule by rule."""

from __future__ import annotations

from markupsafe import Markup

from coverage.analysis.profile.text import Line
from coverage.analysis.schemes import scheme_rules
from coverage.dataset import Dataset
from coverage.i18n import _
from coverage.ui.data.cite import marked_lines, source_link
from coverage.ui.html import join
from coverage.vocabulary import Scheme


def duup_asks() -> str:
    """Over the rules."""
    return _("Wat de DUUP vraagt en vrijlaat")


def duup_rules(ds: Dataset) -> Markup:
    """The rules under the source that says so; empty when the package has none."""
    by_source: dict[str, list[Line]] = {}
    for rule in scheme_rules(ds, Scheme.DUUP):
        by_source.setdefault(rule.source_id, []).append(Line(rule.text))
    said = Markup('<p class="soft">{} {}</p>{}')
    return join(
        said.format(_("Zo staat het in deze bron:"), source_link(ds, source), marked_lines(lines))
        for source, lines in by_source.items()
    )
