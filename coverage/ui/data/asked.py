"""What the DUUP asks of a centre municipality and leaves free, rule by rule."""

from __future__ import annotations

from markupsafe import Markup

from coverage.analysis.schemes import scheme_rules
from coverage.dataset import Dataset
from coverage.i18n import _
from coverage.ui.data.cite import source_marks
from coverage.ui.html import join
from coverage.vocabulary import Scheme


def duup_asks() -> str:
    """Over the rules."""
    return _("Wat de DUUP vraagt en vrijlaat")


def duup_rules(ds: Dataset) -> Markup:
    """The rules, each with its mark; empty when the package has none."""
    items = join(
        Markup("<li>{}{}</li>").format(r.text, source_marks((r.source_id,))) for r in scheme_rules(ds, Scheme.DUUP)
    )
    return Markup('<ul class="said">{}</ul>').format(items) if items else Markup("")
