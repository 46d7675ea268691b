"""Fragile coverage, the steps to national coverage, whom to ask first, and priority under RUPS II."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from coverage.analysis.moments import bands
from coverage.analysis.naming import in_words
from coverage.analysis.spots.fragile import Dependence
from coverage.analysis.spots.priority import Priority
from coverage.analysis.spots.steps import ASKED_ABOUT, Ask, Step
from coverage.dataset import Dataset
from coverage.i18n import _, day, label, number, percent
from coverage.named_rows import Cited
from coverage.ui import pieces
from coverage.ui.data.cite import cited
from coverage.ui.html import show


def fragility_table(title: str, head: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """A plain table; the first column names the row, columns with words (``w2`` …) are aligned to the left."""
    show(_table(title, head, rows))


def _table(title: str, head: Sequence[str], rows: Sequence[Sequence[object]]) -> Markup:
    words = [i for i in range(1, len(head)) if any(re.match(r"[^\W\d]", str(row[i])) for row in rows)]
    style = "plain" + "".join(f" w{i + 1}" for i in words)
    return pieces.table(head, rows, title, style=style, height="window")


def fragile_table(ds: Dataset, on: date, found: Sequence[Dependence]) -> None:
    """Programmes by the inhabitants who would lose evidenced provision."""
    say(
        _(
            "Als één programma stopt, is voor een gemeente niets meer recent aangetoond, tenzij een bron er een tweede "
            "programma noemt. Programma's waarover niemand recent schreef, tellen niet mee."
        )
    )
    if not found:
        say(_("Op deze datum is nergens een programma recent aangetoond; er is dus niets dat kan wegvallen."))
        return
    fragility_table(
        _("Wat valt weg als een programma stopt?"),
        (_("Programma"), _("Inwoners zonder"), _("Gemeenten zonder"), _("Welke"), _("Met een tweede programma")),
        [
            (
                d.name,
                number(d.inhabitants_lost),
                number(len(d.lost)),
                ", ".join(r.name for r in d.lost) or "–",
                "; ".join(f"{b.row.name} ({in_words(ds, b.others, on)})" for b in d.backed) or "–",
            )
            for d in found
        ],
    )


def steps_table(ds: Dataset, on: date, found: Sequence[Step]) -> None:
    """The arrangements in order, with the share that is evidenced after each."""
    say(
        _(
            "De regel: per regio één afspraak, de regio met de meeste inwoners zonder recent bewijs eerst. Is er in de "
            "regio een programma recent aangetoond, dan gaat dat ook voor de rest werken. Was er eerder een, vraag dan "
            "eerst of het nog loopt. Pas anders is er een nieuw programma nodig; ook dan kan er een bestaan dat geen "
            "bron noemt."
        )
    )
    half = next((i for i, s in enumerate(found, 1) if s.share >= 0.8), None)
    if half:
        say(
            _(
                "Komen de eerste {count} afspraken er, en schrijft een bron dat op, dan is voor ten minste 80% van de "
                "inwoners een programma recent aangetoond."
            ).format(count=half)
        )
    fragility_table(
        _("Kleinste stappen naar landelijke dekking"),
        (
            _("Regio"),
            _("Afspraak"),
            _("Gemeenten"),
            _("Inwoners"),
            _("Aangetoond daarna"),
            _("Waarvan indeling onzeker"),
        ),
        [
            (
                s.region.name,
                _arrangement(ds, s, on),
                number(s.municipalities),
                number(s.inhabitants),
                percent(s.share),
                number(s.uncertain) if s.uncertain else "–",
            )
            for s in found
        ],
    )


def _arrangement(ds: Dataset, step: Step, on: date) -> str:
    if step.programme:
        return _("“{programme}” ook voor de rest van de regio").format(programme=in_words(ds, [step.programme], on))
    if step.earlier:
        name = in_words(ds, [step.earlier], on)
        return _("vraag eerst of “{programme}” nog loopt").format(programme=name)
    return _("nieuw programma in regio {region}").format(region=step.region.name)


def ask_table(found: Sequence[Ask]) -> None:
    """Centre municipalities to ask, most inhabitants about whom nothing is known first."""
    say(_("Omgekeerd: bij wie navragen, zodat van de meeste inwoners bekend wordt of er nu een programma is?"))
    fragility_table(
        _("Wie eerst vragen"),
        (
            _("Vraag aan"),
            _("Regio"),
            _("Gemeenten"),
            *(label(s) for s in ASKED_ABOUT),
        ),
        [
            (
                a.region.centre,
                a.region.name,
                number(a.municipalities),
                *(number(n) if n else "–" for n in a.inhabitants.values()),
            )
            for a in found
        ],
    )


def priority_table(ds: Dataset, found: Sequence[Priority], on: date) -> None:
    """Regions without an evidenced programme on the date."""
    say(
        _(
            "RUPS II gaf in artikel 4, lid 2 voorrang aan aanvragen voor een regio waar geen uitstapprogramma "
            "bestaat. De "
            "regeling zegt niet wat een regio is; wij nemen de regio's die hierboven zijn gekozen. Geen programma "
            "recent aangetoond "
            "is niet "
            "hetzelfde als geen programma: alleen waar een gemeente een witte vlek is, staat dat vast."
        )
    )
    fragility_table(
        _("Regio's die op {date} voorrang hadden gehad").format(date=day(on)),
        (_("Regio"), _("Inwoners"), _("Gemeenten"), _("Waarvan witte vlek")),
        [(p.region.name, number(p.inhabitants), number(p.municipalities), number(p.confirmed)) for p in found],
    )
    show(Markup("<p>{}</p>").format(cited(ds, Cited.PRIORITY)))


def priority_matrix(days: Sequence[date], matrix: dict[str, tuple[bool | None, ...]]) -> Markup:
    """The same for the start of every scheme: which regions had no evidenced programme."""
    words = {True: _("voorrang"), False: _("programma"), None: _("bestond niet")}
    return _table(
        _("Voorrang door de tijd: bij het begin van elke regeling en vandaag"),
        (_("Regio"), *(day(d) for d in days)),
        [(name, *(words[first] for first in row)) for name, row in matrix.items()],
    )


def matrix_days(ds: Dataset, on: date, today: date) -> list[date]:
    """The begin of every band, the date chosen, and today."""
    return sorted({*(b.begin for b in bands(ds)), on, today})


def say(text: str) -> None:
    """A paragraph."""
    show(Markup("<p>{}</p>").format(text))
