"""What is said of a region, section by section: the same on its page, its PDF, the static edition and the command line.

A section without anything to say holds one line that says why.
"""

from __future__ import annotations

from coverage.analysis.allocation.definitions import definitions
from coverage.analysis.allocation.scenario import baseline
from coverage.analysis.allocation.stated import beside_the_rule, stated_for
from coverage.analysis.allocation.words import per_head
from coverage.analysis.naming import in_words, programme_names
from coverage.analysis.profile.own_answers import own_answers
from coverage.analysis.profile.region_money import amount_in_words, region_money
from coverage.analysis.profile.text import Fact, Line
from coverage.analysis.region_profile.beside import AdjoiningRegion, adjoining
from coverage.analysis.region_profile.compared import MOST_ALIKE, Standing, beside_others
from coverage.analysis.region_profile.facts import RegionProfile
from coverage.analysis.region_profile.gaps_here import growing_old, open_in, some
from coverage.analysis.region_profile.offered import RegionProgramme, RegionRule, local_rules, programmes_of
from coverage.analysis.region_profile.sentences import in_a_line
from coverage.analysis.region_profile.served import Heard, groups_of
from coverage.analysis.statements import access_words, group_words
from coverage.dataset import Dataset
from coverage.i18n import _, day, label, number, partial_day, percent, sentence_case
from coverage.vocabulary import EVIDENCE_KINDS, EVIDENCED, Status

MOST_ANSWERS = 20


def programme_lines(ds: Dataset, p: RegionProfile) -> tuple[Line, ...]:
    """Programmes that are or were there, current ones first."""
    found = tuple(Line(programme_line(x), x.sources) for x in programmes_of(ds, p))
    return found or (Line(_("We vonden tot deze datum geen bron die een programma in deze regio noemt.")),)


def programme_line(x: RegionProgramme) -> str:
    """A programme: name, executors, for which municipalities, since when, for whom, who may come in."""
    by = _(", uitgevoerd door {executors}").format(executors=x.executors) if x.executors else ""
    parts = [f"{x.name}{by}: {standing(x)}"]
    if x.groups:
        parts.append(_("voor wie: {groups}").format(groups="; ".join(group_words(s) for s in x.groups)))
    if x.access:
        parts.append(_("toegang: {access}").format(access="; ".join(access_words(s) for s in x.access)))
    return ". ".join(sentence_case(part) for part in parts) + "."


def standing(x: RegionProgramme) -> str:
    """How it stands in the region: evidenced for whom, or what it is otherwise, with the date of the newest source."""
    if x.recent:
        said = _("recent aangetoond voor {names}").format(names=some(x.recent))
    elif x.earlier:
        said = _("eerder aangetoond voor {names}").format(names=some(x.earlier))
    elif x.stopped:
        said = _("volgens een bron gestopt")
    elif x.programme.kind in EVIDENCE_KINDS:
        said = _("wel genoemd, maar voor geen gemeente in deze regio aangetoond")
    else:
        said = _("{kind}, telt niet als hulp bij stoppen").format(kind=label(x.programme.kind))
    return _("{standing} (nieuwste bron: {date})").format(standing=said, date=x.confirmed) if x.confirmed else said


def when_offered(x: RegionProgramme) -> str:
    """From when until when, as far as a source says so."""
    begin, end = x.programme.began, x.programme.stopped if x.stopped else ""
    if begin and end:
        return _("{begin} tot {end}").format(begin=partial_day(begin), end=partial_day(end))
    if begin:
        return _("sinds {begin}").format(begin=partial_day(begin))
    return _("tot {end}").format(end=partial_day(end)) if end else _("begin niet bekend")


def rules(ds: Dataset, p: RegionProfile) -> tuple[Line, ...]:
    """Local rules that name municipalities of the region."""
    found = tuple(Line(_rule(ds, p, r), (r.claim.source_id,)) for r in local_rules(p))
    return found or (Line(_("We kennen op deze datum geen lokale regel die gemeenten in deze regio noemt.")),)


def _rule(ds: Dataset, p: RegionProfile, r: RegionRule) -> str:
    form = (
        _("{name} ({date}) geldt voor {names}. Of er een programma is, staat er niet in.")
        if r.current
        else _("{name} ({date}) noemt {names}. Of die regel nu nog geldt, weten we niet.")
    )
    name = programme_names(ds, p.on)[r.claim.programme_id]
    return form.format(name=name, date=r.day, names=some(r.municipalities))


def region_money_facts(ds: Dataset, p: RegionProfile) -> tuple[Fact, ...]:
    """The amount by the rule with its range, the real amount where a source states it, and what the first rests on."""
    return (*amounts_here(ds, p), *worked_out(ds, p))


def amounts_here(ds: Dataset, p: RegionProfile) -> tuple[Fact, ...]:
    """The amount by the rule with its range, and the real amount where a source states it."""
    by_rule = Fact(_("Bedrag van de DUUP-regio"), *amount_in_words(region_money(ds, p.number), p.in_force))
    return (by_rule, *(Fact(_("Echt bedrag"), beside_the_rule(a), (a.source_id,)) for a in stated_for(ds, p.number)))


def worked_out(ds: Dataset, p: RegionProfile) -> tuple[Fact, ...]:
    """What the amount by the rule rests on; nothing where there is no amount."""
    m = region_money(ds, p.number)
    if not m or not p.in_force:
        return ()
    heads = _("{count} op 1 januari {year}").format(count=number(m.region.inhabitants), year=m.year)
    return (
        Fact(_("Sleutel"), definitions()[baseline(ds).key].label),
        Fact(_("Inwoners waarmee is gerekend"), heads, (m.source_id,)),
        Fact(_("Rekenmaat per inwoner"), per_head(m.region.per_inhabitant)),
    )


def groups_told(ds: Dataset, p: RegionProfile) -> tuple[Line, ...]:
    """Target groups by what is heard of them, with the year."""
    return tuple(groups_heard(ds, p).values())


def groups_heard(ds: Dataset, p: RegionProfile) -> dict[Heard, Line]:
    """The line for each kind of word on target groups that there is in the region."""
    found = groups_of(ds, p)
    return {
        heard: Line(
            f"{words}: " + "; ".join(label(g.group) + (f" ({g.year})" if g.year else "") for g in own),
            tuple(dict.fromkeys(s.source_id for g in own for x in g.cell.stances for s in x.statements)),
        )
        for heard, words in heard_words().items()
        if (own := [g for g in found if g.heard is heard])
    }


def heard_words() -> dict[Heard, str]:
    """What each kind of word on a group is called."""
    return {
        Heard.RECENT: _("Een recent aangetoond programma zegt deze groep te bedienen"),
        Heard.EARLIER: _("Eerder gezegd, niet recent bevestigd"),
        Heard.WEAK: _("Een programma zegt: minder vaak, onvoldoende of niet"),
        Heard.NOBODY: _("Geen bron over een programma hier zegt iets (dat is geen nee)"),
    }


def neighbour_lines(ds: Dataset, p: RegionProfile) -> tuple[Line, ...]:
    """Adjoining regions with their answer in short."""
    found = tuple(Line(_neighbour(ds, p, a)) for a in adjoining(ds, p))
    return found or (Line(_("Deze regio grenst aan geen andere regio.")),)


def _neighbour(ds: Dataset, p: RegionProfile, a: AdjoiningRegion) -> str:
    far = f" ({number(a.km)} km)" if a.km is not None else ""
    said = f"{a.region.name}{far}: {in_a_line(a.region)}."
    return f"{said} {admitted(ds, p, a)}".rstrip()


def admitted(ds: Dataset, p: RegionProfile, a: AdjoiningRegion) -> str:
    """Which programmes there do not exclude people from this region; empty where none is recently evidenced."""
    if not a.region.of(*EVIDENCED):
        return ""
    if not a.admits:
        return _("Van geen recent aangetoond programma daar weten we dat mensen van hier er terechtkunnen.")
    return _("De toegangsregel sluit mensen van hier niet uit bij: {programmes}.").format(
        programmes=in_words(ds, a.admits, p.on)
    )


def side_by_side(ds: Dataset, p: RegionProfile) -> tuple[Line, ...]:
    """The region beside the country and beside regions of its size."""
    found = beside_others(ds, p)
    lines = [(p.name, found.own), (_("Heel Nederland"), found.country), *((s.name, s) for s in found.alike)]
    return (Line(how_compared()), *(Line(f"{name}: {_standing(s)}") for name, s in lines))


def how_compared() -> str:
    """Which regions are comparable, and that it is no ranking."""
    return _(
        "Vergelijkbaar zijn de {count} regio's die het meest lijken in aantal inwoners en aantal gemeenten. Het is "
        "geen ranglijst: verschil kan ook komen doordat bronnen ontbreken."
    ).format(count=number(MOST_ALIKE))


def _standing(s: Standing) -> str:
    return _(
        "{count} gemeenten, {people} inwoners; recent aangetoond {recent}, eerder {earlier}, niet bekend {blind}"
    ).format(
        count=number(s.municipalities), people=number(s.inhabitants),
        recent=percent(sum(s.shares[x] for x in EVIDENCED)), earlier=percent(s.shares[Status.EVIDENCED_EARLIER]),
        blind=percent(s.shares[Status.ASSIGNED_ONLY] + s.shares[Status.UNKNOWN]),
    )  # fmt: skip


def questions_here(ds: Dataset, p: RegionProfile) -> tuple[Line, ...]:
    """What is not known, and who could say."""
    found = open_in(ds, p)
    return tuple(Line(_("{what} Wie weet het: {who}.").format(what=u.what, who=u.who)) for u in found) or (
        Line(_("Over deze regio kennen we op deze datum geen open vragen.")),
    )


def accepted_here(ds: Dataset, p: RegionProfile) -> tuple[Line, ...]:
    """What municipalities of the region answered themselves, as far as it was accepted."""
    found = [Line(f"{r.name}: {line.text}", line.sources) for r in p.rows for line in own_answers(ds, r.code)]
    return tuple(found[:MOST_ANSWERS]) or (Line(_("Van de gemeenten in deze regio is nog geen antwoord overgenomen.")),)


def old_when(ds: Dataset, p: RegionProfile) -> tuple[Line, ...]:
    """Which evidence grows too old within two years, if nobody confirms it."""
    found = tuple(
        Line(
            _("{name}: op {date} is het bewijs te oud ({programmes}).").format(
                name=t.row.name, date=day(t.on), programmes=in_words(ds, t.programmes, p.on)
            ),
            t.sources,
        )
        for t in growing_old(ds, p)
    )
    return found or (
        Line(_("In de twee jaar na deze datum wordt hier voor geen gemeente al het recente bewijs te oud.")),
    )
