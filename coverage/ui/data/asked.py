"""What the DUUP asks of a centre municipality and leaves free, rule by rule."""

from __future__ import annotations

from markupsafe import Markup

from coverage.analysis.profile.text import Line
from coverage.analysis.schemes import scheme_rules
from coverage.dataset import Dataset
from coverage.i18n import _
from coverage.ui.data.cite import marked_lines
from coverage.vocabulary import Scheme


def duup_asks() -> str:
    """Over the rules."""
    return _("Wat de DUUP vraagt en vrijlaat")


def duup_rules(ds: Dataset) -> Markup:
    """The rules, each with its mark; empty when the package has none."""
    return marked_lines(Line(r.text, (r.source_id,)) for r in scheme_rules(ds, Scheme.DUUP))
