"""The changelog of the data: editions with their differences, and the days on which evidence came in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from markupsafe import Markup

from coverage import dates
from coverage.analysis.editions.changelog import Entry, changes
from coverage.analysis.editions.edition import Edition, editions, moments_of
from coverage.analysis.editions.sentences import editions_answer
from coverage.analysis.editions.snapshot import RULE
from coverage.analysis.moments import moments
from coverage.analysis.source_use import table_names
from coverage.analysis.status import status_at
from coverage.dataset import Dataset
from coverage.dataset.memo import per_language
from coverage.i18n import _, day, label, number
from coverage.ui.data.answered import municipal_answers
from coverage.ui.data.since import show_since, since_frame
from coverage.ui.html import notice, show, shown_by
from coverage.ui.opening import Opening
from coverage.ui.params import DATE
from coverage.ui.params.slides import EDITION
from coverage.ui.pieces import answered, subheading, table
from coverage.ui.tables import told_table
from coverage.vocabulary import EVIDENCED, Code


def changelog(ds: Dataset, today: date) -> None:
    """Newest first: what is different since the last edition, and between editions."""
    found = changes(ds, today)
    if not found:
        notice(_("Er is nog geen editie vastgelegd. Bij elke kennisbijeenkomst leggen we er een vast."))
    for entry in found:
        _entry(ds, entry)


def _entry(ds: Dataset, entry: Entry) -> None:
    one = entry.edition
    title = _("Editie {name}, {date}").format(name=one.name, date=day(one.on)) if one else _("Sinds de laatste editie")
    subheading(title)
    if one:
        counts = one.taken.now.counts()
        show(
            Markup('<p>{}</p><p class="source">{} <code>{}</code></p>').format(
                _("Aanbod was aangetoond in {count} van de {all} gemeenten; gegevens {data}, grens {age} jaar.").format(
                    count=number(sum(counts[s] for s in EVIDENCED)),
                    all=number(len(one.taken.now.rows)),
                    data=one.taken.dataset_edition,
                    age=one.taken.max_age,
                ),
                _("Controlesom (SHA-256):"),
                one.sha256,
            )
        )
    if entry.edition is None and entry.earlier and entry.earlier.taken.rule != RULE:
        show(_rule_change(ds, entry.earlier))
    if entry.since and entry.earlier:
        show(Markup("<p>{}</p>").format(editions_answer(entry.since, entry.earlier.name)))
        frame = since_frame(ds, entry.since)
        if len(frame):
            told_table(frame, key=f"changes-{one.name if one else 'now'}", alt=title)
    else:
        show(Markup("<p>{}</p>").format(_("De eerste editie: er is geen eerdere om mee te vergelijken.")))
    if entry.tables:
        known = table_names()
        words = "; ".join(f"{known.get(n, n)}: {number(a)} → {number(b)}" for n, (a, b) in entry.tables.items())
        told = Markup('<p class="source">{}</p>').format(words)
        show(Markup("<details><summary>{}</summary>{}</details>").format(_("Aantal rijen per tabel"), told))


def _rule_change(ds: Dataset, earlier: Edition) -> Markup:
    """Per date of an edition that was made with another rule: how often each status was given then, and is now."""
    rows = []
    for moment in moments_of(earlier):
        now = status_at(ds, moment.on, earlier.taken.max_age).counts()
        then: dict[Code, int] = {s: n for s, n in moment.counts().items() if n}
        told = (_counts(then), _counts({s: n for s, n in now.items() if n}))
        rows.append((day(moment.on), *told))
    words = _(
        "Sinds november 2026 geldt een andere regel voor de status: gebieden in woorden tellen mee, oud bewijs heet "
        "eerder aangetoond, en een landelijk programma kleurt de kaart niet meer."
    )
    title = _("Wat de nieuwe regel verandert, per datum")
    head = (_("Peildatum"), _("In editie {name}").format(name=earlier.name), _("Nu"))
    return Markup("<p>{}</p>{}").format(words, table(head, rows, title, style="told"))


def _counts(counts: Mapping[Code, int]) -> str:
    return "; ".join(f"{label(s)}: {number(n)}" for s, n in counts.items())


@per_language()
def evidence_table(ds: Dataset, today: date) -> Markup:
    """The days on which claims begin to count, evidence or not, with how much and from which sources."""
    found = [m for m in reversed(moments(ds)) if m.on <= today]
    rows = (
        (day(m.on), number(m.claims), number(m.municipalities), "; ".join(ds.source(s).title for s in m.sources))
        for m in found
    )
    head = (_("Telt vanaf"), _("Uitspraken"), _("Gemeenten"), _("Bronnen"))
    return table(head, rows, _("Dagen waarop uitspraken beginnen te tellen"), style="told", height="window")


def title() -> str:
    """Over the page."""
    return _("Wat is er veranderd?")


def intro() -> str:
    """What the page holds."""
    return _(
        "Bij elke kennisbijeenkomst leggen we vast wat we toen zeiden: een editie. Daarna is te zien wat er "
        "bijkwam of stopte, wat we over die dag bijleerden, en wat we corrigeerden."
    )


def opening(ds: Dataset) -> Opening:
    """What the first view shows of this page."""
    return Opening(title(), dated=False, article=answered(intro()) + shown_by(lambda: _told(ds)))


def _told(ds: Dataset) -> None:
    if chosen := next((e for e in editions(ds) if e.name == EDITION.get()), None):
        show_since(ds, chosen, DATE.get())
    all_changes(ds)


def all_changes(ds: Dataset) -> None:
    """Under the comparison of a reader's choice: editions, answers of municipalities, and days of evidence."""
    changelog(ds, dates.today())
    municipal_answers(ds)
    subheading(_("Wanneer kwam welke uitspraak erbij?"))
    show(evidence_table(ds, dates.today()))
