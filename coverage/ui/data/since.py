"""Reading a screen against an earlier edition: what opened, closed, was learned or corrected since."""

from __future__ import annotations

from datetime import date

import pandas as pd

from coverage.analysis.editions.edition import Edition, Since, edition, editions, since
from coverage.analysis.editions.sentences import describe_edition, editions_answer, named
from coverage.dataset import Dataset
from coverage.dataset.editions import EditionError
from coverage.i18n import _, label
from coverage.ui.bound import pick_from
from coverage.ui.html import notice
from coverage.ui.params.slides import EDITION
from coverage.ui.pieces import answer_line
from coverage.ui.tables import told_table
from coverage.vocabulary import ChangeKind


def choose_edition(ds: Dataset) -> Edition | None:
    """A box to choose an edition, or none; the choice is in the address."""
    known = {"": _("niet vergelijken")} | {e.name: named(e) for e in reversed(editions(ds))}
    chosen = pick_from(_("Vergelijk met een eerdere editie"), EDITION, known)
    return edition(ds, chosen) if chosen else None


def edition_panel(ds: Dataset, on: date) -> None:
    """The box, and below it what is different on a date since the edition chosen; for any page with a date."""
    chosen = choose_edition(ds)
    if chosen:
        show_since(ds, chosen, on)


def show_since(ds: Dataset, chosen: Edition, on: date) -> None:
    """The answer in a sentence, and the municipalities in a table."""
    try:
        found = since(ds, chosen, on)
    except EditionError as problem:
        notice(str(problem))
        return
    answer_line(editions_answer(found, chosen.name))
    frame = since_frame(ds, found)
    if len(frame):
        alt = _("Tabel van gemeenten waar iets anders is sinds de editie")
        told_table(frame, key="since", alt=alt)


def since_frame(ds: Dataset, found: Since) -> pd.DataFrame:
    """A row for each municipality that differs, with what is different."""
    rows = [(name, label(kind), "") for kind in ChangeKind for name in found.of(kind).values()]
    told = ((_("bijgeleerd"), found.learned), (_("gecorrigeerd"), found.corrected), (_("doelgroepen"), found.groups))
    rows += [(d.now.name, kind, describe_edition(ds, d)) for kind, differences in told for d in differences]
    names = (_("Gemeente"), _("Wat"), _("Uitleg"))
    frame = pd.DataFrame(rows, columns=list(names))
    return frame.astype({names[1]: "category", names[2]: "category"})
