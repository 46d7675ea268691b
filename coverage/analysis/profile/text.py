"""What a profile says, section by section, in words: the same on the page, the fact sheet and the static edition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from coverage.analysis.claim import Claim, LocalClaim
from coverage.analysis.dating import claim_day
from coverage.analysis.naming import in_words, programme_names
from coverage.analysis.profile.facts import Profile
from coverage.analysis.profile.region_money import amount_in_words
from coverage.analysis.profile.sentences import compared, stretch
from coverage.analysis.profile.serving import Serving
from coverage.analysis.profile.unknowns import unknowns
from coverage.analysis.remarks import national_remarks
from coverage.analysis.statements import access_or_silence, groups_or_silence
from coverage.dataset import Dataset
from coverage.i18n import _, day, euro, label, number, percent, sentence_case
from coverage.vocabulary import ANNOUNCING_KINDS, Basis, MembershipCertainty, ProgrammeKind, Relation, Status


class Line(NamedTuple):
    """A sentence, and the sources that say so (none: it was computed here from all of them)."""

    text: str
    sources: tuple[str, ...] = ()


class Fact(NamedTuple):
    """A short fact: a word, its value, and its sources."""

    word: str
    value: str
    sources: tuple[str, ...] = ()


def facts(profile: Profile) -> tuple[Fact, ...]:
    """Inhabitants, regions, how sure these are, and money."""
    row, member, population = profile.row, profile.membership, profile.report.population
    provisional = " " + _("(voorlopig)") if population.provisional else ""
    people = _("{count} op 1 januari {year}{provisional}").format(
        count=number(row.inhabitants), year=population.year, provisional=provisional
    )
    why = (member.source_id,)
    return (
        Fact(_("Inwoners"), people, (profile.people,)),
        Fact(_("DUUP-regio"), regional(member.duup_region, member.duup_centre, not member.in_force), why),
        Fact(
            _("DUVO-regio"),
            divided(regional(member.duvo_region, member.duvo_centre, False), member.valid_from, profile.on),
            why,
        ),
        Fact(_("Hoe zeker is dat?"), " ".join(t for t in (member.sentence, member.note) if t), why),
        *money(profile),
    )


def divided(text: str, begin: date, on: date) -> str:
    """A region of a division that came later than the date says of which day it is."""
    return _("{region} (indeling van {date})").format(region=text, date=day(begin)) if on < begin else text


def regional(region: str, centre: str, later: bool) -> str:
    """A region with its centre municipality; before the DUUP began it says that there was none yet."""
    text = region if region == centre else _("{region} (centrumgemeente {centre})").format(region=region, centre=centre)
    return _("die was er nog niet; later: {region}").format(region=text) if later else text


def money(profile: Profile) -> Iterator[Fact]:
    """What the region would get by the rule, its range, and a yardstick for this municipality."""
    m = profile.money
    yield Fact(_("Bedrag van de DUUP-regio"), *amount_in_words(m, profile.membership.in_force))
    if m and m.own and profile.membership.in_force:
        part = _(
            "{amount}: zoveel hoort bij het aantal inwoners ({share} van de regio). Het geld gaat naar de "
            "centrumgemeente; een gemeente heeft er geen eigen deel van."
        ).format(amount=euro(m.own.amount), share=percent(float(m.own.share)))
        yield Fact(_("Rekenmaat, geen bedrag"), part)


def serving(ds: Dataset, profile: Profile) -> tuple[Line, ...]:
    """By whom and through which relation, now and earlier; who says there is none; rules, plans, national reach; and
    whatever else sources say, since none may seem silent that spoke."""
    found = [
        Line(
            _("{relation} ({date}): {note}").format(
                relation=sentence_case(label(c.claim.relation)),
                date=claim_day(c.claim),
                note=c.claim.note or _("geen toelichting in de bron"),
            ),
            (c.claim.source_id,),
        )
        for c in profile.row.decisive
        if c.claim.ends
    ]
    found += [programme_facts(p) for p in profile.serving]
    found += [announced(ds, profile, c) for c in profile.row.announced]
    if profile.membership.in_force or any(c.claim.basis is Basis.ASSIGNMENT for c in profile.row.claims):
        found.append(assigned(profile))
    found += [besides(ds, c) for c in _untold(profile)]
    found += [Line(text, (source,)) for text, source in national_remarks(ds, profile.row)]
    return _once(found) or (Line(_("We vonden geen bron over hulp bij stoppen in deze gemeente op deze datum.")),)


def _once(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The same words once, with all sources that say so."""
    found: dict[str, tuple[str, ...]] = {}
    for line in lines:
        found[line.text] = tuple(dict.fromkeys((*found.get(line.text, ()), *line.sources)))
    return tuple(Line(text, source_lines) for text, source_lines in found.items())


def _untold(profile: Profile) -> tuple[LocalClaim, ...]:
    """Claims that speak and that the lines on programmes, rules and plans do not tell."""
    row = profile.row
    told = {*row.decisive, *row.announced, *(c for p in profile.serving for c in p.claims)}
    names = {p.programme_id for p in profile.serving}
    return tuple(c for c in row.claims if c not in told and _adds(c.claim) and c.claim.programme_id not in names)


def _adds(claim: Claim) -> bool:
    """Whether it is a claim of its own, beside rules and assignments that other tables tell of."""
    return bool(claim.claim_id) and claim.kind is not ProgrammeKind.ASSIGNMENT


def besides(ds: Dataset, local: LocalClaim) -> Line:
    """What a source says beside that: other help for what it is, an older plan, a none, a programme that stopped."""
    claim = local.claim
    name = programme_names(ds, claim.start)[claim.programme_id]
    if claim.kind not in ANNOUNCING_KINDS and not claim.ends:
        form = _("Ander werk: {name} ({date}). {kind}: dat telt hier niet als hulp bij stoppen.")
    else:
        form = _("Ook gezegd: {relation}, {name} ({date}). Dat bepaalt op deze datum de status niet.")
    kind = sentence_case(label(claim.kind))
    relation = label(claim.basis if claim.basis is Basis.REGULATION else claim.relation)
    words = form.format(name=name, date=claim_day(claim), kind=kind, relation=relation)
    return Line(words, (claim.source_id,))


def programme_facts(p: Serving) -> Line:
    """One programme: name, executors, through which relation, and whether a recent source says so."""
    by = _(", uitgevoerd door {executors}").format(executors=p.executors) if p.executors else ""
    before = _("Eerder:") if p.status is Status.EVIDENCED_EARLIER else ""
    part = _("Geldt voor een deel van de gemeente.") if p.partial else ""
    said = f"{p.name}{by}. {sentence_case('; '.join(relations(p.claims)))}."
    sources = tuple(dict.fromkeys(c.claim.source_id for c in p.claims))
    return Line(" ".join(t for t in (before, said, part) if t), sources)


def relations(claims: Iterable[LocalClaim]) -> tuple[str, ...]:
    """Relation, what it rests on and how sure, once, with all dates on which a source says so."""
    dates: dict[str, list[str]] = {}
    for c in (local.claim for local in claims):
        named = "" if c.relation is Relation.NATIONAL else f", {label(c.certainty)}"
        words = f"{label(c.relation)}, {label(c.basis)}{named}"
        dates.setdefault(words, []).append(claim_day(c))
    return tuple(f"{words} ({', '.join(dict.fromkeys(days))})" for words, days in dates.items())


def announced(ds: Dataset, profile: Profile, local: LocalClaim) -> Line:
    """A local rule in force or a plan, with its date: no word on whether a programme runs."""
    claim = local.claim
    name = programme_names(ds, profile.on)[claim.programme_id]
    rule = _("Lokale regel: {name} ({date}). Of er een programma is, staat er niet in.")
    plan = _("Plan: {name} ({date}). Of het er is gekomen, staat er niet in.")
    words = (rule if claim.basis is Basis.REGULATION else plan).format(name=name, date=claim_day(claim))
    return Line(words, (claim.source_id,))


def assigned(profile: Profile) -> Line:
    """The assignment of the DUUP region; that the municipality belongs to it is mostly derived, and said so."""
    member = profile.membership
    words = _(
        "Het Rijk heeft {centre} aangewezen voor de regio {region}. Of er een programma is, zegt dat niet."
    ).format(centre=member.duup_centre, region=member.duup_region)
    derived = _("Bij welke regio deze gemeente hoort, hebben we afgeleid.")
    certain = member.certainty is MembershipCertainty.SOURCE
    return Line(words if certain else f"{words} {derived}", (member.source_id,))


def groups(profile: Profile) -> tuple[Line, ...]:
    """For whom, and who may come in, by programme with dates; silence is said."""
    found = []
    for p in (*profile.serving, *profile.national):
        words = _("{name}: {groups}. Toegang: {access}.")
        words = words.format(name=p.name, groups=groups_or_silence(p.groups), access=access_or_silence(p.access))
        said = (s.source_id for x in (*p.groups, *p.access) for s in x.statements)
        found.append(Line(words, tuple(dict.fromkeys(said))))
    return tuple(found)


def nearest_lines(ds: Dataset, profile: Profile) -> tuple[Line, ...]:
    """The nearest programme and where to turn; empty where provision is evidenced."""
    spot = profile.spot
    if spot is None:
        return ()
    turn = Line(
        _("Vraag de gemeente zelf of centrumgemeente {centre} welke hulp er is.").format(
            centre=spot.duup_centre or spot.duvo_centre
        )
    )
    if spot.nearest is None:
        if profile.national:  # they admit people from everywhere, and are told as such
            return (turn,)
        return (Line(_("We kennen geen programma elders met een recente bron dat mensen van hier toelaat.")), turn)
    near = spot.nearest
    words = _("{programmes} in {place}, {km} km hemelsbreed.").format(
        programmes=in_words(ds, near.programmes, profile.on), place=near.name, km=number(near.km, 1)
    )
    deciding = tuple(dict.fromkeys(c.claim.source_id for c in profile.report.row(near.code).decisive))
    return (Line(words, deciding), turn)


def history_lines(ds: Dataset, profile: Profile) -> tuple[Line, ...]:
    """The stretches of the history line in words."""
    return tuple(Line(stretch(ds, s), s.sources) for s in profile.history)


def open_questions(ds: Dataset, profile: Profile) -> tuple[Line, ...]:
    """What is unknown, and who could fill it in."""
    return tuple(Line(_("{what} Wie weet het: {who}.").format(what=u.what, who=u.who)) for u in unknowns(ds, profile))


def comparison(profile: Profile) -> tuple[Line, ...]:
    """Region and neighbours."""
    return tuple(Line(t) for t in compared(profile))


def source_lines(ds: Dataset, keys: Iterable[str]) -> tuple[Line, ...]:
    """Titles of sources, with year and identifier."""
    found = []
    for key in keys:
        s = ds.source(key)
        found.append(Line(f"{s.title}{f' ({s.year})' if s.year else ''}", (key,)))
    return tuple(found)


def heading(profile: Profile) -> tuple[str, str]:
    """Title and the line under it."""
    under = _("Factsheet uitstapprogramma's voor sekswerkers, peildatum {date}")
    return profile.row.name, under.format(date=day(profile.on))
