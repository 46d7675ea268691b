"""Sentences on target groups, generated from the data: the answer on top of the page and the map's description."""

from __future__ import annotations

from collections.abc import Sequence

from coverage.analysis.groups.gaps import GapReport
from coverage.analysis.groups.matrix import Matrix
from coverage.i18n import _, day, label, number, percent
from coverage.vocabulary import SILENCE, GroupCover, Said, TargetGroup


def people_of(groups: Sequence[TargetGroup]) -> str:
    """The group, or several at once, in words."""
    if len(groups) == 1:
        return label(groups[0])
    return _("mensen die tegelijk horen bij: {groups}").format(groups=" + ".join(label(g) for g in groups))


def group_gap_answer(report: GapReport) -> str:
    """Where a programme says it serves the group, and of how many municipalities nobody says anything."""
    counts, people = report.counts(), report.inhabitants()
    total = sum(people.values())
    served = counts[GroupCover.SERVED]
    form = (
        _("Op {date} zegt voor {served} van de {all} gemeenten een recent aangetoond programma dat het deze "
          "groep bedient: {group}. Daar woont {share} van de inwoners.")
        if served
        else _("Op {date} zegt voor geen van de {all} gemeenten een recent aangetoond programma dat het "
               "deze groep bedient: {group}.")
    )  # fmt: skip
    first = form.format(
        date=day(report.on),
        served=number(served),
        all=number(len(report.rows)),
        group=people_of(report.groups),
        share=percent(people[GroupCover.SERVED] / total if total else 0),
    )
    return " ".join([first, *_rest(report)])


def _rest(report: GapReport) -> list[str]:
    counts = report.counts()
    silent = sum(counts[c] for c in SILENCE)
    forms = (
        (_("Onvoldoende bereik meldt een programma in {count}."), counts[GroupCover.INSUFFICIENT]),
        (_("Dat het de groep niet bedient, zegt een programma in {count}."), counts[GroupCover.NOT_SERVED]),
        (_("Voor {count} zegt geen recent aangetoond programma er iets over: dat is geen nee."), silent),
        (
            _("Voor {count} daarvan zei een programma dat het de groep bediende; dat is niet recent bevestigd."),
            counts[GroupCover.SERVED_EARLIER],
        ),
        (_("Voor {count} daarvan noemt alleen een landelijk programma de groep."), counts[GroupCover.ONLY_NATIONAL]),
    )
    return [form.format(count=group_municipalities(count)) for form, count in forms if count]


def group_municipalities(count: int) -> str:
    """1 gemeente, 12 gemeenten."""
    return _("1 gemeente") if count == 1 else _("{count} gemeenten").format(count=number(count))


def gap_list_answer(reports: Sequence[GapReport]) -> str:
    """For how many groups a programme says now, or said earlier, that it serves them; one line, the tiles name them."""
    served = [r for r in reports if r.counts()[GroupCover.SERVED]]
    once = [r for r in reports if r not in served and r.counts()[GroupCover.SERVED_EARLIER]]
    form = (
        _("Op {date} zegt voor {served} van de {all} groepen een recent aangetoond programma dat het die bedient.")
        if served
        else _("Op {date} zegt voor geen van de {all} groepen een recent aangetoond programma dat het die bedient.")
    )
    words = [form.format(date=day(reports[0].on), served=number(len(served)), all=number(len(reports)))]
    if once:
        form = (
            _("Voor {count} groepen zei alleen een eerder aangetoond programma dat; of dat nog zo is, weten we niet.")
            if len(once) > 1
            else _("Voor 1 groep zei alleen een eerder aangetoond programma dat; of dat nog zo is, weten we niet.")
        )
        words.append(form.format(count=number(len(once))))
    return " ".join([*words, _("Zwijgen is geen nee.")])


def matrix_answer(table: Matrix) -> str:
    """How much of a matrix evidenced programmes speak about, and that the rest is silence."""
    cells = [c for r in table.rows for c in r.cells]
    spoken = [c for c in cells if c.current and c.said not in {Said.SILENT, Said.NO_PROGRAMME}]
    refused = sum(c.said is Said.NO for c in spoken)
    served = sum(any(c in spoken for c in r.cells) for r in table.rows)
    sentences = [
        _("Op {date} zegt bij {rows} van de {all} {scope} een recent aangetoond programma iets over {dimension}: "
          "{spoken} van de {cells} vakken zijn gevuld, waarvan {refused} met een nee.").format(
            date=day(table.on), rows=number(served), all=number(len(table.rows)), scope=label(table.scope),
            dimension=label(table.dimension), spoken=number(len(spoken)), cells=number(len(cells)),
            refused=number(refused),
        ),
        _("Een streepje betekent dat we er geen bron over vonden; dat is geen nee. Tussen haakjes staat wat eerder is "
          "gezegd, met het jaar."),
    ]  # fmt: skip
    return " ".join(sentences)
