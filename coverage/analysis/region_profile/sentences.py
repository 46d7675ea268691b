"""A region in sentences: the answer on top of its page, the line in the list of regions, and what its date means."""

from __future__ import annotations

from coverage.analysis.region_profile.facts import RegionProfile
from coverage.i18n import _, day, number, percent
from coverage.vocabulary import EVIDENCED, Status


def region_answer(p: RegionProfile) -> str:
    """How many municipalities have recent evidence, and how the others stand, with shares of the inhabitants."""
    recent = len(p.of(*EVIDENCED))
    form = (
        _("Op {date} is in de regio {region} voor {recent} van de {all} gemeenten een programma recent aangetoond "
          "({share} van de inwoners){rest}.")
        if recent
        else _("Op {date} is in de regio {region} voor geen van de {all} gemeenten een programma recent "
               "aangetoond{rest}.")
    )  # fmt: skip
    rest = "; ".join(_others(p))
    return form.format(
        date=day(p.on), region=p.name, recent=number(recent), all=number(len(p.rows)),
        share=percent(p.share(*EVIDENCED)), rest=f"; {rest}" if rest else "",
    )  # fmt: skip


def _others(p: RegionProfile) -> list[str]:
    """The part of the answer about each status that is no recent evidence, for those that occur."""
    forms = {
        Status.EVIDENCED_EARLIER: _("voor {count} eerder ({share}; nieuwste bron over een programma van {year})"),
        Status.ANNOUNCED: _("voor {count} noemt alleen een regel of plan hulp bij stoppen ({share})"),
        Status.ASSIGNED_ONLY: _("van {count} is alleen bekend dat het Rijk de regio aanwees ({share})"),
        Status.CONFIRMED_NONE: _(
            "voor {count} zegt een bron dat er geen programma is, of dat het laatste stopte ({share})"
        ),
        Status.UNKNOWN: _("van {count} weten we niet of er een programma is ({share})"),
    }
    counts = p.counts()
    return [
        form.format(count=number(counts[s]), share=percent(p.share(s)), year=newest_year(p))
        for s, form in forms.items()
        if counts[s]
    ]


def newest_year(p: RegionProfile) -> str:
    """The year of the newest evidence among municipalities evidenced earlier; empty without any."""
    return max((r.last_confirmed[:4] for r in p.of(Status.EVIDENCED_EARLIER)), default="")


def who_leads(p: RegionProfile) -> str:
    """Name, number and centre of the region on the date; before the DUUP, that there was none yet."""
    if not p.in_force:
        return _(
            "Op {date} was er nog geen DUUP: deze regio's bestaan sinds {begin}. Welke regio's er daarvoor waren, "
            "staat niet in de gegevens. Hier staan de gemeenten die er op {begin} bij hoorden."
        ).format(date=day(p.on), begin=day(p.begins))
    return _(
        "DUUP-regio {number} heeft {count} gemeenten en {people} inwoners ({share} van Nederland). De "
        "centrumgemeente is {centre}."
    ).format(
        number=p.number, count=number(len(p.rows)), people=number(p.inhabitants()), centre=p.centre,
        share=percent(p.inhabitants() / (sum(p.report.inhabitants().values()) or 1)),
    )  # fmt: skip


def in_a_line(p: RegionProfile) -> str:
    """The answer in the list of regions."""
    recent = len(p.of(*EVIDENCED))
    said = _("recent aangetoond voor {recent} van de {all} gemeenten").format(
        recent=number(recent), all=number(len(p.rows))
    )
    return "; ".join([said, *_others(p)])


def not_there(name: str, on: str) -> str:
    """For a region without municipalities on the date."""
    return _("Op {date} bestaat de DUUP-regio {region} niet.").format(date=on, region=name)
