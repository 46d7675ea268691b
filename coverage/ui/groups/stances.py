"""What programmes say, with source and date: the panel that a cell or a row of a matrix opens."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from coverage.analysis.groups.matrix import Row
from coverage.analysis.statements import Stance, Statement
from coverage.dataset import Dataset
from coverage.i18n import _, label
from coverage.ui.data.cite import cite, programme_address
from coverage.ui.html import join, show
from coverage.vocabulary import Code, Criterion, Reach


def names(ds: Dataset) -> dict[str, str]:
    """Programme -> name."""
    table = ds.table("programmes")
    return dict(zip(table["programme_id"], table["name"], strict=True))


def row_panel(ds: Dataset, row: Row, topic: Code | None) -> None:
    """Every statement behind a row, or behind one cell of it, by programme."""
    title = f"{row.title}: {label(topic)}" if topic else row.title
    stances = [s for c in row.cells if topic in {None, c.topic} for s in c.stances]
    by_programme: dict[str, list[Stance]] = {}
    for stance in stances:
        by_programme.setdefault(stance.programme_id, []).append(stance)
    blocks = [
        _programme(ds, p, by_programme[p], current)
        for ids, current in ((row.evidenced, True), (row.linked, False))
        for p in ids
        if p in by_programme
    ]
    silent = [p for p in row.evidenced if p not in by_programme]
    if silent:
        words = _("Wel aangetoond, maar geen bron zegt hierover iets: {programmes}. Dat is geen nee.")
        known = ", ".join(names(ds)[p] for p in silent)
        blocks.append(Markup('<p class="silent">{}</p>').format(words.format(programmes=known)))
    if not blocks:
        words = _("Geen gelezen bron zegt hierover iets. Dat is geen nee.")
        blocks.append(Markup('<p class="silent">{}</p>').format(words))
    show(Markup('<section class="detail" aria-label="{}"><h2>{}</h2>{}</section>').format(title, title, join(blocks)))


def _programme(ds: Dataset, programme_id: str, stances: Iterable[Stance], current: bool) -> Markup:
    state = _("aangetoond op deze datum") if current else _("op deze datum niet aangetoond")
    return Markup('<h3><a href="{}">{}</a> <span class="tag {}">{}</span></h3>{}').format(
        programme_address(programme_id),
        names(ds)[programme_id],
        "now" if current else "past",
        state,
        stance_list(ds, stances),
    )


def stance_list(ds: Dataset, stances: Iterable[Stance]) -> Markup:
    """One item per subject: the level, who said so and when; remarks and earlier statements with it."""
    return Markup('<ul class="stances">{}</ul>').format(join(_stance(ds, s) for s in stances))


def _stance(ds: Dataset, stance: Stance) -> Markup:
    lines = [_statement(ds, s, said(s)) for s in stance.statements]
    lines += [_statement(ds, s, _("bron laat het open")) for s in stance.remarks]
    older = [_statement(ds, s, said(s)) for s in stance.earlier]
    if older:
        lines.append(
            Markup("<details><summary>{}</summary><ul>{}</ul></details>").format(_("Eerder gezegd"), join(older))
        )
    return Markup("<li><strong>{}</strong><ul>{}</ul></li>").format(label(stance.topic), join(lines))


def said(s: Statement) -> str:
    """The level in words; an access criterion applies rather than being answered with yes."""
    return _("geldt") if isinstance(s.topic, Criterion) else label(s.reach)


LEVEL_CLASS: Mapping[Reach, str] = {
    Reach.EMPHASIS: "emphasis", Reach.YES: "yes", Reach.LESS_OFTEN: "less", Reach.INSUFFICIENT: "insufficient",
    Reach.NO: "no", Reach.UNKNOWN: "open",
}  # fmt: skip


def _statement(ds: Dataset, s: Statement, level: str) -> Markup:
    part = Markup(" ({})").format(s.part) if s.part else Markup("")
    note = Markup('<span class="note">{}</span> ').format(s.note) if s.note else Markup("")
    return Markup('<li><span class="level {}">{}</span>{}, {} <time>{}</time>. {}{}</li>').format(
        LEVEL_CLASS[s.reach],
        level,
        part,
        _("over"),  # what a source says of a day, which may lie before the day of the source
        s.told,
        note,
        cite(ds, s.source_id, s.detail, s.reading),
    )
