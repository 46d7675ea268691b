"""The list of sources: what each is used for and how it was read, to search, to narrow and to leaf through."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from coverage.analysis.source_use import SourceUse, source_uses
from coverage.dataset import Dataset
from coverage.i18n import _, label, number, partial_day
from coverage.ui.bound import pick, type_in
from coverage.ui.data.cite import source_link
from coverage.ui.data.downloads import table_button, table_link
from coverage.ui.data.sheets import begin_again, sheet_of
from coverage.ui.html import notice, show
from coverage.ui.params.data import SOURCE, SOURCES_SHOWN, SourcesShown
from coverage.ui.pieces import answer_line, table
from coverage.vocabulary import Code, Reading


def sources(ds: Dataset) -> None:
    """How much the data rests on, and one sheet of the sources that the reader asks for."""
    uses = source_uses(ds)
    answer_line(_rests_on(uses))
    left, right = st.columns([5, 7])
    with left:
        text = type_in(_("Zoek een bron"), SOURCE, _("titel, uitgever, jaar of kenmerk"))
    with right:
        shown = pick(_("Welke bronnen"), SOURCES_SHOWN, SourcesShown)
    begin_again("sources-asked", (text, shown))
    _sheet(ds, matching_sources(uses, text, shown), text, len(uses))
    table_button(ds, "sources", _("Download alle bronnen (CSV)"))


def first_sources(ds: Dataset) -> None:
    """How much the data rests on, and the sources that the address asks for, for the first view."""
    uses = source_uses(ds)
    answer_line(_rests_on(uses))
    _sheet(ds, matching_sources(uses, SOURCE.get(), SOURCES_SHOWN.get()), SOURCE.get(), len(uses))
    show(table_link("sources"))


def _rests_on(uses: tuple[SourceUse, ...]) -> str:
    used = [u for u in uses if u.rows]
    return _(
        "De gegevens rusten op {used} bronnen; {other} andere zijn alleen geraadpleegd. {excerpts} gebruikte "
        "bronnen zijn niet geheel gelezen, of dat is niet vastgelegd: sla die na voordat je eruit publiceert."
    ).format(
        used=number(len(used)),
        other=number(len(uses) - len(used)),
        excerpts=number(sum(_is(u, SourcesShown.LOOK_UP) for u in used)),
    )


def matching_sources(uses: tuple[SourceUse, ...], text: str, shown: Code) -> list[SourceUse]:
    """The source with exactly this identifier, whatever is shown; else those shown that hold every word of the text."""
    asked = text.casefold()
    named = [u for u in uses if u.source.source_id.casefold() == asked]
    return named or [u for u in uses if _is(u, shown) and all(word in _haystack(u) for word in asked.split())]


def _is(use: SourceUse, shown: Code) -> bool:
    if shown is SourcesShown.USED:
        return bool(use.rows)
    if shown is SourcesShown.LOOK_UP:
        return bool(use.rows) and use.source.reading is not Reading.FULL
    return shown is SourcesShown.ALL or not use.rows


def _haystack(use: SourceUse) -> str:
    s = use.source
    return " ".join((s.source_id, s.title, s.publisher, str(s.year or ""), s.date, s.url, s.note)).casefold()


def _sheet(ds: Dataset, found: list[SourceUse], asked: str, total: int) -> None:
    if not found:
        notice(_("Geen bron gevonden met “{text}”. Probeer een ander woord, of kies “alle”.").format(text=asked))
        return
    rows, begin, more = sheet_of(found)
    if more:
        caption = _("Bronnen {first} tot en met {last} van {all}, de meest gebruikte eerst")
    else:
        caption = _("{all} van de {total} bronnen, de meest gebruikte eerst")
    words = caption.format(
        first=number(begin + 1), last=number(begin + len(rows)), all=number(len(found)), total=number(total)
    )
    _rows(ds, rows, words)


def _rows(ds: Dataset, rows: Sequence[SourceUse], caption: str) -> None:
    head = (_("Bron"), _("Waarvoor (aantal rijen)"), _("Hoe gelezen"), _("Licentie"))
    body = ((_title(ds, u), u.sentence, label(u.source.reading), u.source.licence or _("niet vermeld")) for u in rows)
    show(table(head, body, caption, style="words"))


def _title(ds: Dataset, use: SourceUse) -> Markup:
    source = use.source
    when = partial_day(source.date) if source.date else str(source.year or "")
    parts = [p for p in (source.publisher, when, source.source_id) if p]
    note = Markup("<br><small>{}</small>").format(source.note) if source.note else Markup("")
    return Markup("{}<br><small>{}</small>{}").format(source_link(ds, source.source_id), " · ".join(parts), note)
