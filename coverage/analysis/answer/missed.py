"""Who is missed: groups that sources on the country call insufficiently reached, silence per group, and places."""

from __future__ import annotations

from collections.abc import Iterable

from coverage.analysis.answer.told import Ref, Sentence, refs_of
from coverage.analysis.layers.provision import ever_evidenced_programmes
from coverage.analysis.statements import SERVES, Stance, Statement, national_findings, stances
from coverage.analysis.status import StatusReport
from coverage.dataset import Dataset
from coverage.i18n import _, day, label, number
from coverage.vocabulary import EVER_EVIDENCED, EVIDENCED, DateBasis, Dimension, Reach, Status, TargetGroup


def missed(ds: Dataset, report: StatusReport) -> tuple[Sentence, ...]:
    """Groups first, then regions and municipalities. What nobody says is told as not known, never as a no."""
    return (_findings(ds, report), *_by_group(ds, report), *_regions(report), *_none(report))


def _findings(ds: Dataset, report: StatusReport) -> Sentence:
    named: dict[TargetGroup, list[Statement]] = {}
    for s in national_findings(ds, Dimension.GROUPS, report.on):
        if s.reach is Reach.INSUFFICIENT and isinstance(s.topic, TargetGroup):
            named.setdefault(s.topic, []).append(s)
    if not named:
        return Sentence(
            _(
                "Tot {date} vonden we geen bron over het hele land die zegt welke groepen onvoldoende worden bereikt."
            ).format(date=day(report.on))
        )
    order = sorted(named, key=lambda g: (-len({s.source_id for s in named[g]}), list(TargetGroup).index(g)))
    words = _(
        "Onvoldoende bereikt, volgens bronnen over het hele land: {groups}. Of dat nog zo is, zeggen ze niet."
    ).format(groups="; ".join(_group(g, named[g]) for g in order))
    every = {s.source_id: Ref(s.source_id, s.detail, s.reading, _stated(s)) for said in named.values() for s in said}
    return Sentence(words, tuple(every.values()))


def _group(group: TargetGroup, said: list[Statement]) -> str:
    sources, last = len({s.source_id for s in said}), said[-1].told
    parts = ", ".join(dict.fromkeys(s.part for s in said)) if all(s.part for s in said) else ""
    form = _("{group} (1 bron, {date})") if sources == 1 else _("{group} ({count} bronnen, de laatste van {date})")
    return form.format(group=f"{label(group)}: {parts}" if parts else label(group), count=number(sources), date=last)


def _by_group(ds: Dataset, report: StatusReport) -> tuple[Sentence, ...]:
    """Which groups a programme of now, of before, or none at all says that it serves."""
    local = ever_evidenced_programmes(ds, report.on, report.max_age, report.division.id)
    found = {p.programme_id for programmes in local.values() for p in programmes}
    current = {p.programme_id for programmes in local.values() for p in programmes if p.status in EVIDENCED}
    saying = {
        (programme, group): stance
        for (programme, group), stance in stances(ds, Dimension.GROUPS, report.on).items()
        if programme in found and stance.level in SERVES
    }
    now = [g for g in TargetGroup if any((p, g) in saying for p in current)]
    before = [g for g in TargetGroup if g not in now and any((p, g) in saying for p in found)]
    never = [g for g in TargetGroup if g not in now and g not in before]
    forms = (
        (now, _("Een programma dat op {date} recent is aangetoond, zegt deze groepen te bedienen: {groups}.")),
        (before, _("Alleen een programma dat eerder is aangetoond, zei deze groepen te bedienen: {groups}. Of "
                   "dat nog zo is, weten we niet.")),
        (never, _("Van geen plaatselijk programma van nu of eerder vonden we dat het deze groepen bedient: {groups}. "
                  "Zwijgen is geen nee.")),
    )  # fmt: skip
    none = Sentence(_("Op {date} is nergens een programma recent aangetoond, en dus voor geen enkele groep.").format(
        date=day(report.on)
    ))  # fmt: skip
    told = [
        Sentence(
            form.format(date=day(report.on), groups="; ".join(map(label, groups))),
            _sources(s for (p, g), s in saying.items() if g in groups and (p in current or groups is before)),
        )
        for groups, form in forms
        if groups
    ]
    return (*told,) if any(r.status in EVIDENCED for r in report.rows) else (none, *told)


def _stated(s: Statement) -> str:
    """The date that a source gives; an answer does not rest on an estimate of ours."""
    return s.date if s.basis is DateBasis.STATED else ""


def _sources(said: Iterable[Stance]) -> tuple[Ref, ...]:
    newest = {s.source_id: Ref(s.source_id, "", s.reading, _stated(s)) for stance in said for s in stance.statements}
    return tuple(sorted(newest.values(), key=lambda r: r.date, reverse=True))


def _regions(report: StatusReport) -> tuple[Sentence, ...]:
    """Regions without evidence that nothing took back; they exist from the DUUP on."""
    if all(r.status is not Status.ASSIGNED_ONLY for r in report.rows):
        return ()
    names = {r.duup_number: r.duup_region for r in report.rows}
    spoken = {r.duup_number for r in report.rows if r.status in EVER_EVIDENCED}
    silent = [name for number_, name in sorted(names.items()) if number_ not in spoken]
    if not silent:
        return (
            Sentence(
                _("In elk van de {all} DUUP-regio's is voor ten minste één gemeente een programma aangetoond, "
                  "recent of eerder.").format(all=number(len(names)))
            ),
        )  # fmt: skip
    words = _(
        "In {count} van de {all} DUUP-regio's vonden we voor geen enkele gemeente een programma dat er nog kan zijn: "
        "{names}. Dat is iets anders dan: er is niets."
    ).format(count=number(len(silent)), all=number(len(names)), names=", ".join(silent))
    return (Sentence(words),)


def _none(report: StatusReport) -> tuple[Sentence, ...]:
    rows = [r for r in report.rows if r.status is Status.CONFIRMED_NONE]
    if not rows:
        return ()
    words = _("Volgens een bron is er geen programma, of stopte het laatste, in: {names}.").format(
        names=", ".join(r.name for r in rows)
    )
    return (Sentence(words, refs_of(c.claim for r in rows for c in r.decisive)),)
