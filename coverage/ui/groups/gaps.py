"""What is missing: per group where no programme says it serves it, and what to ask each region first."""

from __future__ import annotations

import pandas as pd
from markupsafe import Markup

from coverage.analysis.groups.gaps import GapReport, GroupQuestion
from coverage.dataset import Dataset
from coverage.geography.region_names import region_names
from coverage.i18n import _, label, number
from coverage.ui.html import join, show
from coverage.ui.params.groups import GROUP_VIEW, GROUPS, GroupView
from coverage.ui.pieces import table
from coverage.ui.state import here
from coverage.vocabulary import SILENCE, GroupCover

FIRST = 5  # questions shown at once; the rest folds out
SPLIT = (GroupCover.NOT_SERVED, GroupCover.INSUFFICIENT)


def gap_frame(reports: tuple[GapReport, ...]) -> pd.DataFrame:
    """One row per group: municipalities and inhabitants without service, split into said not, insufficient, silent."""
    rows = []
    for r in reports:
        counts, people = r.counts(), r.inhabitants()
        silent, silent_people = sum(counts[c] for c in SILENCE), sum(people[c] for c in SILENCE)
        rows.append(
            {
                _("Doelgroep"): label(r.groups[0]),
                _("Gemeenten bediend"): counts[GroupCover.SERVED],
                _("Gezegd: niet"): counts[GroupCover.NOT_SERVED],
                _("Gezegd: onvoldoende"): counts[GroupCover.INSUFFICIENT],
                _("Geen recent woord"): silent,
                _("Inwoners bediend"): people[GroupCover.SERVED],
                _("Inwoners, gezegd: niet"): people[GroupCover.NOT_SERVED],
                _("Inwoners, gezegd: onvoldoende"): people[GroupCover.INSUFFICIENT],
                _("Inwoners, geen recent woord"): silent_people,
            }
        )
    return pd.DataFrame(rows)


def gap_list(reports: tuple[GapReport, ...]) -> Markup:
    """The list as a table; each group leads to its map."""
    frame = gap_frame(reports)
    body = (
        (
            Markup('<a href="{}">{}</a>').format(
                here({GROUP_VIEW.name: GroupView.MAP.value, GROUPS.name: r.groups[0].value}), values[0]
            ),
            *map(number, values[1:]),
        )
        for r, values in zip(reports, frame.itertuples(index=False), strict=True)
    )
    return table(frame.columns, body, _("Gemeenten en inwoners per doelgroep"), style="figures")


def ask_first(ds: Dataset, questions: dict[int, tuple[GroupQuestion, ...]]) -> None:
    """Per region the groups to ask about, in order, with the reason; regions with the same list stand together."""
    regions = region_names(ds)
    by_list: dict[tuple[GroupQuestion, ...], list[str]] = {}
    for n, asked in questions.items():
        by_list.setdefault(asked, []).append(regions[n])
    everywhere = _("Alle {count} regio's").format(count=len(questions)) if len(by_list) == 1 < len(questions) else ""
    items = join(_regions(everywhere or ", ".join(names), asked) for asked, names in by_list.items())
    show(Markup('<div class="{}">{}</div>').format("ask once" if everywhere else "ask", items))
    words = (
        _("Dit zijn per regio de groepen waarvan geen recent aangetoond programma zegt dat het ze bedient. De "
        "volgorde: eerst "
          "groepen die landelijke bronnen tot deze datum onvoldoende bereikt noemen (de meest genoemde voorop), daarna "
          "de vaste volgorde van de lijst. Meer wordt niet gewogen.")
    )  # fmt: skip
    show(Markup('<p class="source">{}</p>').format(words))


def _regions(names: str, asked: tuple[GroupQuestion, ...]) -> Markup:
    first = join(_question(q) for q in asked[:FIRST])
    rest = ", ".join(_words(q) for q in asked[FIRST:])
    more = (
        Markup("<details><summary>{}</summary>{}</details>").format(
            _("Daarna nog {count}").format(count=len(asked) - FIRST), rest
        )
        if rest
        else Markup("")
    )
    return Markup("<section><h3>{}</h3><ol>{}</ol>{}</section>").format(names, first, more)


def _words(q: GroupQuestion) -> str:
    """The group, with what a programme of the region says when it says anything."""
    if not q.level:
        return label(q.group)
    return _("{group} (een programma zegt: {level})").format(group=label(q.group), level=label(q.level))


def _question(q: GroupQuestion) -> Markup:
    national = (
        Markup(' <span class="soft">{}</span>').format(
            _("landelijk onvoldoende bereikt volgens {count} bronnen").format(count=q.national)
            if q.national > 1
            else _("landelijk onvoldoende bereikt volgens 1 bron")
        )
        if q.national
        else Markup("")
    )
    return Markup("<li>{}{}</li>").format(_words(q), national)
