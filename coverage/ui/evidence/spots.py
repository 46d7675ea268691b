"""White and blind spots as lists and as a card: since when, why, what is nearest, and where to turn."""

from __future__ import annotations

from datetime import date

import pandas as pd
from markupsafe import Markup

from coverage.analysis.evidence import duup_start
from coverage.analysis.naming import in_words
from coverage.analysis.profile.text import divided
from coverage.analysis.remarks import national_remarks
from coverage.analysis.spots.sentences import kinds_told, since_told
from coverage.analysis.spots.white_spots import SPOTS, Spot, Spots
from coverage.dataset import Dataset
from coverage.geography.names import sort_key
from coverage.i18n import _, label, number
from coverage.ui.html import join, show
from coverage.ui.pieces import BodyRow, legend, swatched
from coverage.ui.tables import NAMES, municipality_table
from coverage.vocabulary import STATUS_STYLE, WHITE, Status


def kinds(spots: Spots) -> Markup:
    """White, blind and to be confirmed, each with its meaning, and under it its statuses with what they count."""
    entries: list[BodyRow] = []
    for statuses, title in kinds_told():
        kind = Markup('<tr><th colspan=3 scope=rowgroup class="kind"><strong>{}</strong></th></tr>')
        entries.append(kind.format(title))
        entries += [
            (swatched(STATUS_STYLE[s], label(s)), number(len(spots.by_status[s])), number(spots.inhabitants(s)))
            for s in statuses
        ]
    head = (_("Wat weten we?"), _("Gemeenten"), _("Inwoners"))
    return legend(_("Zonder recent bewijs, en waarom"), head, entries)


def first_with_rows(spots: Spots) -> Status:
    """The first group that has any municipality; white spots when none has."""
    return next((s for s in SPOTS if spots.by_status[s]), Status.CONFIRMED_NONE)


def ordered(spots: Spots, status: Status, order: str) -> tuple[Spot, ...]:
    """The spots of a group by inhabitants, by distance to the nearest programme, or by region."""
    rows = spots.by_status[status]
    if order == "afstand":
        return tuple(sorted(rows, key=lambda s: -(s.nearest.km if s.nearest else 0)))
    if order == "regio":
        return tuple(sorted(rows, key=lambda s: (sort_key(s.row.duup_region), sort_key(s.row.name))))
    return rows


def spots_table(ds: Dataset, spots: Spots, status: Status, order: str, key: str) -> None:
    """One group in the order chosen; the municipality of the row that the reader chooses goes in the address."""
    rows = ordered(spots, status, order)
    if not rows:
        show(Markup("<p>{}</p>").format(_("Op deze datum staat er geen gemeente in deze lijst.")))
        return
    white = status in WHITE
    on = spots.report.on
    if on >= duup_start(ds):  # regions bear the name of their centre municipality, so one column tells both
        region, centres = _("DUUP-regio (centrumgemeente)"), [s.duup_centre for s in rows]
    else:
        duvo = divided(_("DUVO-regio"), spots.report.division.valid_from, on)
        region, centres = duvo, [s.duvo_centre for s in rows]
    columns = {
        _("Gemeente"): pd.array([s.row.name for s in rows], dtype=NAMES),
        _("Inwoners"): pd.array([s.row.inhabitants for s in rows], dtype="int32"),
        region: pd.Categorical(centres),
    }
    if white or status is Status.EVIDENCED_EARLIER:
        columns[_("Geen sinds") if white else _("Laatst aangetoond")] = pd.Categorical(
            [since_told(s) or _("nooit") for s in rows]
        )
    if any(s.nearest for s in rows):
        near = [_nearest(ds, s, on) for s in rows]
        columns[_("Dichtstbijzijnde programma")] = pd.Categorical(near)
        columns[_("Afstand (km)")] = pd.array([round(s.nearest.km) if s.nearest else 0 for s in rows], dtype="uint16")
    alt = _("Tabel: {group}").format(group=label(status))
    municipality_table(pd.DataFrame(columns), [s.row.code for s in rows], [s.row.name for s in rows], key=key, alt=alt)
    if white:  # in whole: a cell of the table cuts sentences off
        line = Markup("<p><strong>{}</strong>. {}: {}</p>")
        show(join(line.format(s.row.name, _("Volgens de bron"), reasons(s)) for s in rows))


def _nearest(ds: Dataset, spot: Spot, on: date) -> str:
    """Where the nearest programme is and its name; the others of that place are on the card."""
    if not spot.nearest:
        return "–"
    first, *others = spot.nearest.programmes
    text = f"{spot.nearest.name}: {in_words(ds, [first], on)}"
    return _("{text} e.a.").format(text=text) if others else text


def reasons(spot: Spot) -> str:
    """Why there is none, in the words of the sources."""
    return "; ".join(c.claim.note or label(c.claim.relation) for c in spot.reasons) or "–"


def spot_card(ds: Dataset, spots: Spots, spot: Spot) -> None:
    """Where someone from this municipality can turn meanwhile."""
    on = spots.report.on
    lines = []
    if spot.nearest:
        lines.append(
            (
                _("Dichtstbijzijnde programma"),
                _(
                    "{programme}, in {place}, {km} km hemelsbreed. De bekende regels sluiten mensen van hier niet uit."
                ).format(
                    programme=in_words(ds, spot.nearest.programmes, on),
                    place=spot.nearest.name,
                    km=number(spot.nearest.km, 1),
                ),
            )
        )
    else:
        lines.append(
            (
                _("Dichtstbijzijnde programma"),
                _("We kennen geen programma elders met een recente bron dat mensen van hier toelaat."),
            )
        )
    centre = _("Vraag de centrumgemeente {duvo} welke hulp er is.").format(duvo=spot.duvo_centre)
    if spot.duup_centre and spot.duup_centre != spot.duvo_centre:
        centre += " " + _("Geld voor de DUUP-regio gaat naar {duup}.").format(duup=spot.duup_centre)
    lines.append((_("Waar intussen terecht?"), centre))
    national = join(Markup("<li>{}</li>").format(words) for words, _source in national_remarks(ds, spot.row))
    show(
        Markup(
            '<section class="detail" aria-label="{}"><dl class="long">{}</dl><p><strong>{}</strong></p>{}</section>'
        ).format(
            _("Waar terecht"),
            join(Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(k, v) for k, v in lines),
            _("Programma's voor het hele land"),
            Markup("<ul>{}</ul>").format(national)
            if national
            else Markup("<p>{}</p>").format(_("Geen recente bron noemt er een.")),
        )
    )
