"""The map of a target group, its legend with counts, and the table with the same rows."""

from __future__ import annotations

import pandas as pd
from markupsafe import Markup

from coverage.analysis.groups.gaps import GapReport, GroupRow
from coverage.analysis.groups.summary import group_gap_answer, group_municipalities, people_of
from coverage.dataset import Dataset
from coverage.geography.names import sort_key
from coverage.i18n import _, day, definition, label, number
from coverage.ui.data.cite import programme_address
from coverage.ui.groups.stances import names, stance_list
from coverage.ui.html import join, show, swatch
from coverage.ui.map.pictured import Pictured
from coverage.ui.map.view import AreaClass, MapView
from coverage.ui.pieces import legend, of_all, swatched
from coverage.ui.tables import NAMES, duup_column, municipality_table
from coverage.vocabulary import COVER_STYLE, GroupCover

ORDER = {cover: index for index, cover in enumerate(GroupCover)}


def _marks() -> dict[str, str]:
    return {"d": _("gezegd vóór de leeftijdsgrens"), "p": _("geldt voor een deel van de gemeente")}


def _ringed(row: GroupRow) -> bool:
    """Whether a programme of now rests on older words; that an earlier one does is what its class says."""
    return row.older and row.cover is not GroupCover.SERVED_EARLIER


def groups_pictured(report: GapReport, selected: str | None) -> Pictured:
    """The map of the groups in the report."""
    sentence = group_gap_answer(report)
    view = MapView(
        division=report.status.division.id,
        classes=tuple(AreaClass(label(c), COVER_STYLE[c]) for c in GroupCover),
        values={r.code: ORDER[r.cover] for r in report.rows},
        marks={r.code: "d" * _ringed(r) + "p" * r.partial for r in report.rows if _ringed(r) or r.partial},
        notes={r.code: r.since[:4] for r in report.rows if r.cover is GroupCover.SERVED_EARLIER},
        mark_labels=_marks(),
        outlines={r.code: r.duup_number for r in report.rows},
        selected=selected,
        title=_("Kaart: {group} op {date}").format(group=people_of(report.groups), date=day(report.on)),
        description=sentence,
    )
    return Pictured(sentence, view, _legend(report))


def _legend(report: GapReport) -> Markup:
    """Colours and words with municipalities and inhabitants; what no programme of now says at the end."""
    counts, people = report.counts(), report.inhabitants()
    total = sum(people.values())
    entries = (
        (swatched(COVER_STYLE[c], label(c), definition(c)), number(counts[c]), of_all(people[c], total))
        for c in GroupCover
    )
    older = sum(_ringed(r) for r in report.rows)
    note = _("In {count} daarvan berust het op een uitspraak van vóór de leeftijdsgrens; de kaart geeft die een ring.")
    note_line = (
        Markup('<p class="source">{}</p>').format(note.format(count=group_municipalities(older))) if older else ""
    )
    provisional = " " + _("(voorlopig)") if report.status.population.provisional else ""
    head = (_("Wat bekend is"), _("Gemeenten"), _("Inwoners"))
    return Markup('{}{}<p class="source">{}</p>').format(
        legend(people_of(report.groups), head, entries, style="legend cover"),
        note_line,
        _("Inwoners op 1 januari {year}{provisional}. Bron: CBS.").format(
            year=report.status.population.year, provisional=provisional
        ),
    )


def group_frame(report: GapReport) -> pd.DataFrame:
    """The rows as a table; repeating columns are categories, which keeps it small on the wire."""
    rows = in_order(report)
    covers = [label(c) for c in GroupCover]
    return pd.DataFrame(
        {
            _("Gemeente"): pd.array([r.name for r in rows], dtype=NAMES),
            _("Wat bekend is"): pd.Categorical([label(r.cover) for r in rows], covers, ordered=True),
            _("Gezegd in"): pd.Categorical([r.since[:4] or "–" for r in rows]),
            duup_column(report.status): pd.Categorical([r.duup_region for r in rows]),
            _("Inwoners"): pd.array([r.inhabitants for r in rows], dtype="int32"),
            _("Programma's"): pd.Categorical([_programmes(r) for r in rows]),
        }
    )


def _programmes(row: GroupRow) -> str:
    said = dict.fromkeys(s.programme_id for s in row.deciding)
    return ", ".join(said or row.programmes) or "–"


def group_table(report: GapReport, key: str) -> None:
    """The table beside the map; the municipality of the row that the reader chooses goes in the address."""
    rows, alt = in_order(report), _("Tabel met dezelfde gemeenten als op de kaart")
    municipality_table(group_frame(report), [r.code for r in rows], [r.name for r in rows], key=key, alt=alt)


def in_order(report: GapReport) -> list[GroupRow]:
    """Rows in alphabetical order."""
    return sorted(report.rows, key=lambda r: sort_key(r.name))


def group_export(report: GapReport) -> pd.DataFrame:
    """The table to take along: codes as well, and the statements behind each row with their dates and sources."""
    frame = group_frame(report)
    rows = in_order(report)
    frame.insert(0, "code", [r.code for r in rows])
    frame[_("Gezegd")] = [
        "; ".join(f"{s.programme_id}: {label(s.topic)} = {label(s.level)} ({s.date}, {x.source_id})"
                  for s in r.deciding if s.level for x in s.statements[:1])
        for r in rows
    ]  # fmt: skip
    return frame


def group_detail(ds: Dataset, report: GapReport, code: str) -> None:
    """What the programmes of one municipality say about the group, and who said so when."""
    row = next(r for r in report.rows if r.code == code)
    known = names(ds)
    blocks = [
        Markup('<h3><a href="{}">{}</a></h3>{}').format(
            programme_address(p), known[p], stance_list(ds, [s for s in row.deciding if s.programme_id == p])
        )
        for p in dict.fromkeys(s.programme_id for s in row.deciding)
    ]
    silent = [known[p] for p in row.programmes if p not in {s.programme_id for s in row.deciding}]
    if silent:
        blocks.append(Markup("<p>{} {}</p>").format(_("Ook aangetoond, zonder zo'n uitspraak:"), ", ".join(silent)))
    show(
        Markup(
            '<section class="detail" aria-label="{}"><h2>{}</h2><p class="verdict">{}<strong>{}</strong></p>'
            "<p>{}</p>{}</section>"
        ).format(
            row.name, row.name, swatch(COVER_STYLE[row.cover]), label(row.cover), definition(row.cover), join(blocks)
        )
    )


def remaining(reports: tuple[GapReport, ...]) -> None:
    """What remains as groups are combined, step by step."""
    if len(reports) < 2:
        return
    entries = (
        (
            ("+ " if i else "") + label(r.groups[-1]),
            number(r.counts()[GroupCover.SERVED]),
            number(r.inhabitants()[GroupCover.SERVED]),
        )
        for i, r in enumerate(reports)
    )
    head = (_("Groep"), _("Gemeenten"), _("Inwoners"))
    show(
        Markup('{}<p class="source">{}</p>').format(
            legend(_("Wat overblijft bij elke groep erbij"), head, entries),
            _("Alleen waar één programma zegt al deze groepen te bedienen."),
        )
    )
