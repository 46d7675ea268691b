"""What is different since an edition, in sentences."""

from __future__ import annotations

from coverage.analysis.editions.edition import Difference, Edition, Since, editions
from coverage.analysis.naming import counted, in_words
from coverage.dataset import Dataset
from coverage.i18n import _, day, label
from coverage.inventory.answer_words import counted_answers
from coverage.vocabulary import ChangeKind


def named(edition: Edition) -> str:
    """An edition by its name and its date."""
    return _("editie {name} ({date})").format(name=edition.name, date=day(edition.on))


def presented(ds: Dataset) -> str:
    """The edition that is shown, with the day on which it was frozen, and that answers were taken over since."""
    frozen = next((e for e in editions(ds) if e.name == ds.edition), None)
    if frozen is None:
        return _("editie {name}").format(name=ds.edition)
    later = len(ds.table("answers")) - frozen.taken.tables.get("answers", 0)
    if later <= 0:
        return named(frozen)
    words = _("{edition}, met daarna overgenomen: {answers}")
    return words.format(edition=named(frozen), answers=counted_answers(later))


def editions_answer(found: Since, name: str) -> str:
    """How many municipalities opened, closed, aged, and what was learned or corrected about the edition's date."""
    if found.base == found.on:
        parts = [
            _("Vergeleken wordt wat editie {name} van {date} zei met wat we daar nu van weten.").format(
                name=name, date=day(found.base)
            )
        ]
    else:
        parts = [
            _(
                "Sinds editie {name} ({date}) kwam er bewijs van een programma bij voor {opened}, en stopte het "
                "volgens een bron in {closed}."
            ).format(
                name=name, date=day(found.base), opened=counted(len(found.of(ChangeKind.OPENED))),
                closed=counted(len(found.of(ChangeKind.CLOSED))),
            )
        ]  # fmt: skip
    optional = (
        (len(found.of(ChangeKind.AGED)), _("Niet meer recent bevestigd is het in {count}: dat is stilte, geen stop.")),
        (len(found.of(ChangeKind.RENEWED)), _("Opnieuw recent aangetoond is het in {count}.")),
        (
            len(found.of(ChangeKind.CHANGED)),
            _("Een ander programma, of een andere manier, is er aangetoond voor {count}."),
        ),
    )
    parts += [text.format(count=counted(n)) for n, text in optional if n]
    if found.learned or found.corrected:
        parts.append(
            _(
                "Over {date} zelf weten we nu meer in {learned}, en zeggen we iets anders dan de editie in {corrected}."
            ).format(date=day(found.base), learned=counted(len(found.learned)), corrected=counted(len(found.corrected)))
        )
    else:
        parts.append(_("Over {date} zelf is niets bijgeleerd en niets gecorrigeerd.").format(date=day(found.base)))
    if found.reworded:
        parts.append(
            _(
                "De editie is gemaakt met een eerdere regel voor de status; daardoor is het woord anders voor {count}."
            ).format(count=counted(len(found.reworded)))
        )
    if found.groups:
        parts.append(
            _("Welke doelgroepen worden bediend, is anders in {count}.").format(count=counted(len(found.groups)))
        )
    if found.amounts:
        parts.append(_("De berekende bedragen verschillen in {count} regio's.").format(count=len(found.amounts)))
    return " ".join(parts)


def describe_edition(ds: Dataset, found: Difference) -> str:
    """What an edition said of one municipality, and what is said of the same day now."""
    then, now = (
        label(r.status)
        + (f" ({in_words(ds, (p for p in r.programmes if p in names_in_edition(ds)))})" if r.programmes else "")
        for r in (found.then, found.now)
    )
    return _("editie: {then}; nu: {now}").format(then=then, now=now)


def names_in_edition(ds: Dataset) -> frozenset[str]:
    """Programmes that the package has a name for; an edition may hold one that was taken out since."""
    return frozenset(ds.table("programmes")["programme_id"])
