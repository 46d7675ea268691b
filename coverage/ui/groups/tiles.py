"""One tile a group: where a programme says it serves it, now or earlier, and what nobody says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup

from coverage.analysis.groups.gaps import GapReport
from coverage.analysis.groups.summary import group_municipalities
from coverage.analysis.statements import Statement
from coverage.i18n import _, label, number, percent
from coverage.ui.html import join
from coverage.ui.params.groups import GROUP_VIEW, GROUPS, GroupView
from coverage.ui.pieces import stacked, swatched
from coverage.ui.state import here
from coverage.vocabulary import COVER_STYLE, Code, GroupCover, Reach


def tiles(reports: Sequence[GapReport], findings: Iterable[Statement]) -> Markup:
    """All groups; each tile leads to the map of its group. ``findings`` are the national ones up to the date."""
    named: dict[Code, list[Statement]] = {}
    for finding in findings:
        if finding.reach is Reach.INSUFFICIENT:
            named.setdefault(finding.topic, []).append(finding)
    used = [c for c in GroupCover if any(r.counts()[c] for r in reports)]
    key = join(Markup("<span>{}</span>").format(swatched(COVER_STYLE[c], label(c))) for c in used)
    words = _("Balk: welk deel van de inwoners.")
    return Markup('<p class="key-line"><span>{}</span>{}</p><ul class="tiles">{}</ul>').format(
        words, key, join(_tile(r, named) for r in reports)
    )


def _tile(report: GapReport, named: Mapping[Code, list[Statement]]) -> Markup:
    group, people = report.groups[0], report.inhabitants()
    total = sum(people.values())
    bar = stacked((COVER_STYLE[c], people[c] / total if total else 0) for c in GroupCover)
    address = here({GROUP_VIEW.name: GroupView.MAP.value, GROUPS.name: group.value})
    lines = join(Markup("<li>{}</li>").format(line) for line in _lines(report)) + _silent(report)
    lines += join(Markup("<li>{}</li>").format(line) for line in _national(named.get(group, [])))
    return Markup('<li><a href="{}">{}</a>{}<ul>{}</ul></li>').format(address, label(group), bar, lines)


def _lines(report: GapReport) -> Iterable[str]:
    counts, people = report.counts(), report.inhabitants()
    total = sum(people.values())
    served = counts[GroupCover.SERVED]
    if served:
        yield _("recent: {count} ({share} van de inwoners)").format(
            count=group_municipalities(served), share=percent(people[GroupCover.SERVED] / total)
        )
    else:
        yield _("recent: 0 gemeenten")
    if counts[GroupCover.SERVED_EARLIER]:
        years = sorted(r.since[:4] for r in report.rows if r.cover is GroupCover.SERVED_EARLIER)
        yield _("eerder: {count} ({years})").format(
            count=group_municipalities(counts[GroupCover.SERVED_EARLIER]), years=_span(years)
        )
    if counts[GroupCover.NOT_SERVED]:
        yield _("zegt nee: {count}").format(count=group_municipalities(counts[GroupCover.NOT_SERVED]))
    if counts[GroupCover.INSUFFICIENT]:
        yield _("zegt onvoldoende: {count}").format(count=group_municipalities(counts[GroupCover.INSUFFICIENT]))
    if counts[GroupCover.ONLY_NATIONAL]:
        yield _("alleen landelijk genoemd: {count}").format(
            count=group_municipalities(counts[GroupCover.ONLY_NATIONAL])
        )


def _silent(report: GapReport) -> Markup:
    """The municipalities that are left; a phone has only the bar for them."""
    counts = report.counts()
    rest = counts[GroupCover.PROGRAMME_SILENT] + counts[GroupCover.NO_PROGRAMME]
    words = _("geen recent woord: {count}").format(count=group_municipalities(rest))
    return Markup('<li class="silent">{}</li>').format(words) if rest else Markup("")


def _national(said: Sequence[Statement]) -> Iterable[str]:
    """What national sources found, with the years in which they said it."""
    if not said:
        return
    years = sorted({s.date[:4] for s in said})
    sources = len({s.source_id for s in said})
    words = (
        _("landelijk onvoldoende bereikt volgens {count} bronnen ({years})")
        if sources > 1
        else _("landelijk onvoldoende bereikt volgens 1 bron ({years})")
    )
    yield words.format(count=number(sources), years=_span(years))


def _span(years: Sequence[str]) -> str:
    return "–".join(dict.fromkeys((years[0], years[-1])))
