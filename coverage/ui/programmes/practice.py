"""How a programme works, on its card: folded by phase and subject, each line with its source."""

from __future__ import annotations

from datetime import date

from markupsafe import Markup

from coverage.analysis.programmes.practice import phases_told, practice
from coverage.analysis.programmes.sentences import practice_silence
from coverage.dataset import Dataset
from coverage.i18n import _
from coverage.named_rows import Cited
from coverage.ui.data.cite import cited
from coverage.ui.data.told import told_folds
from coverage.ui.html import show


def card_practice(ds: Dataset, programme_id: str, on: date) -> None:
    """Phases, method, partners and where people went, in words of sources up to the date; silence said as such."""
    found = practice(ds, programme_id, on)
    blocks = told_folds(ds, found)
    silence = Markup("")
    if not phases_told(ds, programme_id, on):
        silence = Markup('<p class="silent">{} {}</p>').format(practice_silence(), cited(ds, Cited.PHASES))
    show(Markup('<section class="card"><h3>{}</h3>{}{}</section>').format(_("Fasen en werkwijze"), blocks, silence))
