"""What changed between two dates, in sentences."""

from __future__ import annotations

from coverage.analysis.comparison.compare import Change, Comparison
from coverage.analysis.naming import counted, in_words
from coverage.dataset import Dataset
from coverage.i18n import _, day, label, partial_day
from coverage.vocabulary import ChangeKind


def comparison_answer(found: Comparison) -> str:
    """How many municipalities and inhabitants opened, closed, changed, aged, and what was only learned."""

    def count(kind: ChangeKind) -> str:
        rows = found.of(kind)
        return counted(len(rows), sum(r.inhabitants for r in rows))

    parts = [
        _("Tussen {first} en {second} (indeling {division}) kwam er bewijs van een programma bij voor {count}.").format(
            first=day(found.before.on),
            second=day(found.after.on),
            division=found.division.label,
            count=count(ChangeKind.OPENED),
        ),
        _("Volgens een bron stopte het in {count}.").format(count=count(ChangeKind.CLOSED)),
    ]
    optional = (
        (ChangeKind.CHANGED, _("Een ander programma, of een andere manier, is er aangetoond voor {count}.")),
        (ChangeKind.AGED, _("Niet meer recent bevestigd is het in {count}: dat is stilte, geen stop.")),
        (ChangeKind.RENEWED, _("Opnieuw recent aangetoond is het in {count}.")),
    )
    parts += [text.format(count=count(kind)) for kind, text in optional if found.of(kind)]
    if found.learned:
        parts.append(
            _("Over {count} werd pas na {first} bekend hoe het er op die dag voor stond.").format(
                count=counted(len(found.learned)), first=day(found.before.on)
            )
        )
    return " ".join(parts)


def describe_comparison(ds: Dataset, found: Comparison, change: Change) -> str:
    """What happened to one municipality."""
    parts = []
    if change.before.status is not change.after.status:
        parts.append(f"{label(change.before.status)} → {label(change.after.status)}")
    if change.appeared:
        parts.append(_("erbij: {programmes}").format(programmes=in_words(ds, change.appeared, found.after.on)))
    if change.disappeared:
        gone = in_words(ds, change.disappeared, found.before.on)
        old = _("niet meer recent aangetoond: {programmes}")
        parts.append((_("weg: {programmes}") if change.kind is ChangeKind.CLOSED else old).format(programmes=gone))
    if change.reported_later:
        parts.append(_("pas bekend in {date}").format(date=partial_day(change.reported_later)))
    if change.thought:
        parts.append(
            _("op {date} was bekend: {then}; nu weten we: {now}").format(
                date=day(found.before.on), then=label(change.thought.status), now=label(change.before.status)
            )
        )
    return "; ".join(parts)
