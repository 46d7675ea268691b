"""Slides about one region: how it stands, what is and was there and beside it, and its course through time."""

from __future__ import annotations

from collections.abc import Callable

from coverage.analysis.course import course
from coverage.analysis.region_profile import text
from coverage.analysis.region_profile.beside import adjoining
from coverage.analysis.region_profile.facts import RegionProfile, region_profile
from coverage.analysis.region_profile.newest_said import newest_said
from coverage.analysis.region_profile.offered import programmes_of
from coverage.analysis.region_profile.sections import region_sources
from coverage.analysis.region_profile.sentences import in_a_line, not_there, region_answer, who_leads
from coverage.analysis.region_profile.served import Heard, groups_of
from coverage.analysis.story.drawn import drawn_slide
from coverage.analysis.story.scene import Scene
from coverage.analysis.story.slides import Chart, Picture, Series, Slide, SlideTable
from coverage.i18n import _, day, label, number, percent
from coverage.vocabulary import EVIDENCED, STATUS_STYLE, PictureKind, SlideKind, Status

MOST_PROGRAMMES, MOST_BESIDE = 6, 3


def _region(at: Scene, p: RegionProfile) -> Slide:
    counts = p.counts()
    present = [s for s in Status if counts[s]]
    table = SlideTable(
        _("Status van de gemeenten in de regio"),
        (_("Status"), _("Gemeenten"), _("Inwoners")),
        tuple((label(s), number(counts[s]), number(p.inhabitants(s))) for s in present),
        frozenset({1, 2}),
        {i: STATUS_STYLE[s] for i, s in enumerate(present)},
    )
    told = "; ".join(f"{label(s)}: {', '.join(r.name for r in p.of(s))}" for s in present)
    amounts = tuple(f"{fact.word}: {fact.value}" for fact in text.region_money_facts(at.ds, p))
    asked = tuple(line.text for line in text.questions_here(at.ds, p))
    lead = (who_leads(p),)
    few = len(present) <= MOST_BESIDE  # rows of the table leave room for who leads
    return Slide(
        SlideKind.REGION, title(p.name), (*(lead if few else ()), region_answer(p)),
        pictures=(Picture(p.report, title(p.name), f"{region_answer(p)} {told}.", p.number),),
        table=table, notes=(*(() if few else lead), newest_said(p).text, told, *amounts, *asked),
        sources=tuple(sorted({c.claim.source_id for r in p.rows for c in r.decisive})),
    )  # fmt: skip


def _offer(at: Scene, p: RegionProfile) -> Slide:
    programmes, beside = programmes_of(at.ds, p), adjoining(at.ds, p)
    evidenced = [x for x in programmes if x.evidenced]
    groups = groups_of(at.ds, p)
    heard = {h: [g for g in groups if g.heard is h] for h in Heard}
    said = [
        _("Groepen waarvan een recent aangetoond programma zegt dat het ze bedient: {recent} van de {all}. Eerder "
          "gezegd: {earlier}.").format(
            recent=number(len(heard[Heard.RECENT])), all=number(len(groups)), earlier=number(len(heard[Heard.EARLIER])),
        ),
    ]  # fmt: skip
    if beside:
        names = ", ".join(a.region.name for a in beside)
        served = ", ".join(a.region.name for a in beside if a.region.of(*EVIDENCED))
        form = (
            _("Buren: {names}. Recent bewijs is er in {served}.")
            if served
            else _("Buren: {names}. Ook daar is geen recent bewijs.")
        )
        said.append(form.format(names=names, served=served))
    rows = tuple((x.name, _how(x.recent, x.confirmed)) for x in evidenced[:MOST_PROGRAMMES])
    if not evidenced:
        said.insert(0, _("Voor geen gemeente in deze regio is een programma aangetoond, ook niet eerder."))
    notes = (
        *(line.text for line in text.programme_lines(at.ds, p)),
        *(line.text for line in text.groups_told(at.ds, p)),
        *(line.text for line in text.rules(at.ds, p)),
        *(f"{a.region.name}: {in_a_line(a.region)}." for a in beside),
    )
    caption = _("Programma's die zijn aangetoond")
    if len(evidenced) > len(rows):
        caption = _("Programma's die zijn aangetoond ({shown} van {all})").format(
            shown=number(len(rows)), all=number(len(evidenced))
        )
    return Slide(
        SlideKind.REGION_OFFER, _("{region}: aanbod en buren").format(region=title(p.name)), tuple(said),
        table=SlideTable(caption, (_("Programma"), _("Bewijs")), rows) if rows else None,
        notes=notes, sources=region_sources(at.ds, p),
    )  # fmt: skip


def _how(recent: tuple[str, ...], confirmed: str) -> str:
    age = _("recent") if recent else _("eerder")
    return f"{age}, {confirmed}"


def _course(at: Scene, p: RegionProfile) -> Slide:
    every = course(at.ds, at.wish.on, at.wish.max_age, frozenset({p.number}))
    steps = [s for s in every if s.on.month == 12 or s.on == at.wish.on]
    present = [s for s in Status if any(step.municipalities[s] for step in steps)]
    best = max(steps, key=lambda step: sum(step.shares[s] for s in EVIDENCED))
    lines = tuple(
        _("{date}: recent bewijs voor {count} van de {all} gemeenten, waar {share} van de inwoners woont.").format(
            date=day(step.on), count=number(sum(step.municipalities[s] for s in EVIDENCED)),
            all=number(sum(step.municipalities.values())), share=percent(sum(step.shares[s] for s in EVIDENCED)),
        )
        for step in sorted({s.on: s for s in (steps[0], best, steps[-1])}.values(), key=lambda s: s.on)
    )  # fmt: skip
    chart = Chart(
        _("Gemeenten per status, aan het eind van elk jaar"),
        tuple(str(step.on.year) for step in steps),
        tuple(Series(label(s), tuple(x.municipalities[s] for x in steps), STATUS_STYLE[s]) for s in present),
        " ".join(lines),
        years=True,
    )
    spoken = "; ".join(f"{day(step.on)}: {number(step.sources)}" for step in every if step.sources)
    return Slide(
        SlideKind.REGION_COURSE, _("{region}: het verloop sinds 2011").format(region=title(p.name)),
        (*lines, _("Weinig bronnen is iets anders dan weinig programma's.")),
        chart=chart,
        notes=(_("Bronnen die over deze regio spraken, per half jaar: {spoken}.").format(spoken=spoken or "0"),),
        sources=tuple(sorted({c.claim.source_id for r in p.rows for c in r.claims})),
    )  # fmt: skip


def title(name: str) -> str:
    """What a slide about a region is called."""
    return _("Regio {name}").format(name=name)


def region_slide(at: Scene, kind: SlideKind, number_of: int) -> Slide:
    """One of the slides about a region; when it has no municipalities on the date, a slide that says so."""
    found = region_profile(at.ds, number_of, at.wish.on, at.wish.max_age)
    if found:
        return SLIDES[kind](at, found)
    names = at.ds.table("duup_regions").set_index("number")["name"]
    name = str(names.get(number_of, number_of))
    return Slide(kind, title(name), (not_there(name, day(at.wish.on)),))


SLIDES: dict[SlideKind, Callable[[Scene, RegionProfile], Slide]] = {
    SlideKind.REGION: _region,
    SlideKind.REGION_OFFER: _offer,
    SlideKind.REGION_COURSE: _course,
    SlideKind.REGION_CHAIN: lambda at, p: drawn_slide(at, SlideKind.REGION_CHAIN, PictureKind.CHAIN, p.number),
}
