"""A picture in words and as a table: its title, what it says to who does not see it, and its numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from coverage.analysis.pictures.chain import Chain, chain_of
from coverage.analysis.pictures.heat import evidence_heat, heat_days
from coverage.analysis.region_profile.facts import region_profile, region_profiles
from coverage.analysis.region_profile.sentences import region_answer
from coverage.analysis.spots.steps import Step, steps
from coverage.analysis.status import DEFAULT_MAX_AGE, status_at
from coverage.dataset import Dataset
from coverage.i18n import _, day, euro, label, number, percent
from coverage.vocabulary import EVIDENCED, PictureKind, Status

Cell = str | int | float


@dataclass(frozen=True, slots=True)
class PictureSubject:
    """What a picture is about: a date, the age limit in years and, for a picture of one region, its DUUP number."""

    kind: PictureKind
    on: date
    max_age: int = DEFAULT_MAX_AGE
    region: int | None = None


@dataclass(frozen=True, slots=True)
class PictureText:
    """``told`` says in words what the picture shows; ``rows`` hold its numbers under the names of ``head``."""

    title: str
    told: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def picture_text(ds: Dataset, subject: PictureSubject) -> PictureText:
    """A picture in words. ValueError for a region that has no municipalities on the date."""
    return _TEXTS[subject.kind](ds, subject)


def steps_of(ds: Dataset, subject: PictureSubject) -> tuple[float, tuple[Step, ...]]:
    """The share of the inhabitants with recent evidence now, and the steps from there."""
    report = status_at(ds, subject.on, subject.max_age)
    return report.share(*EVIDENCED), steps(ds, report)


def chain_here(ds: Dataset, subject: PictureSubject) -> Chain:
    """The chain of the region of a picture; ValueError when there is no such region."""
    p = region_profile(ds, subject.region or 0, subject.on, subject.max_age)
    if p is None:
        raise ValueError(f"there is no DUUP region {subject.region} on {subject.on}")
    return chain_of(ds, p)


def _small_maps(ds: Dataset, subject: PictureSubject) -> PictureText:
    found = region_profiles(ds, subject.on, subject.max_age)
    some = [p for p in found if p.of(*EVIDENCED)]
    form = _("Van {all} regio's is er in {some} voor minstens één gemeente een programma recent aangetoond")
    if not some:
        form = _("In geen van de {all} regio's is voor een gemeente een programma recent aangetoond")
    told = form.format(all=number(len(found)), some=number(len(some)))
    names = ", ".join(p.name for p in some)
    return PictureText(
        _("De regio's op {date}").format(date=day(subject.on)), f"{told}: {names}." if some else f"{told}.",
        (_("Regio"), *(label(s) for s in Status)),
        tuple((p.name, *p.counts().values()) for p in found),
    )  # fmt: skip


def _heat(ds: Dataset, subject: PictureSubject) -> PictureText:
    rows, days = evidence_heat(ds, subject.on, subject.max_age), heat_days(subject.on)
    told = _(
        "Per regio en jaar, aan het eind van het jaar (dit jaar: op {date}). Hoe donkerder, hoe meer inwoners in een "
        "gemeente met recent bewijs. Het getal telt de bronnen van dat jaar. Lichter kan ook betekenen dat bronnen "
        "zwijgen."
    ).format(date=day(subject.on))
    return PictureText(
        _("Bewijs per jaar en regio, tot {date}").format(date=day(subject.on)), told,
        (_("Regio"), _("Op"), _("Aandeel van de inwoners met recent bewijs"), _("Bronnen dat jaar")),
        tuple(
            (row.name, on.isoformat(), round(cell.share, 4), cell.sources)
            for row in rows for on, cell in zip(days, row.cells, strict=True) if cell
        ),
    )  # fmt: skip


def _steps(ds: Dataset, subject: PictureSubject) -> PictureText:
    now, found = steps_of(ds, subject)
    told = _("Nu woont {share} van de inwoners in een gemeente met recent bewijs.").format(share=percent(now))
    if found:
        half = next((i for i, s in enumerate(found, 1) if s.share > 0.5), len(found))
        told += " " + _(
            "Een stap geeft een hele regio recent bewijs: door na te gaan, uit te breiden of te beginnen. Na {count} "
            "van de {all} stappen, te beginnen bij de regio {region}, is het {share}."
        ).format(
            count=number(half),
            all=number(len(found)),
            region=found[0].region.name,
            share=percent(found[half - 1].share),
        )
    return PictureText(
        _("De kleinste stappen naar landelijke dekking op {date}").format(date=day(subject.on)), told,
        (_("Regio"), _("Wat te doen"), _("Inwoners erbij"), _("Aandeel daarna")),
        tuple((s.region.name, step_words()[asked_of(s)], s.inhabitants, round(s.share, 4)) for s in found),
    )  # fmt: skip


def asked_of(step: Step) -> Status:
    """What is there to begin a step from: recent evidence, earlier evidence, or nothing known."""
    return Status.EVIDENCED_HERE if step.programme else Status.EVIDENCED_EARLIER if step.earlier else Status.UNKNOWN


def step_words() -> dict[Status, str]:
    """What a step asks for, in a few words, by what there is to begin from."""
    return {
        Status.EVIDENCED_HERE: _("een programma van nu uitbreiden"),
        Status.EVIDENCED_EARLIER: _("nagaan of een eerder programma nog loopt"),
        Status.UNKNOWN: _("een nieuw programma"),
    }


def _chain(ds: Dataset, subject: PictureSubject) -> PictureText:
    found = chain_here(ds, subject)
    p = found.region
    told = region_answer(p)
    if found.amount is not None:
        told += " " + _(
            "Volgens de rekenregel krijgt {centre} {amount} per jaar. Of dat geld naar deze programma's gaat, zegt de "
            "tekening niet."
        ).format(centre=p.centre, amount=euro(found.amount))
    return PictureText(
        _("Van Rijk tot gemeente: regio {name}").format(name=p.name), told,
        (_("Programma"), _("Uitgevoerd door"), _("Gemeenten, recent"), _("Gemeenten, eerder"), _("Laatst bevestigd")),
        tuple((x.name, x.executors, x.recent, x.earlier, x.confirmed) for x in found.links),
    )  # fmt: skip


_TEXTS: dict[PictureKind, Callable[[Dataset, PictureSubject], PictureText]] = {
    PictureKind.SMALL_MAPS: _small_maps,
    PictureKind.HEAT: _heat,
    PictureKind.STEPS: _steps,
    PictureKind.CHAIN: _chain,
}
