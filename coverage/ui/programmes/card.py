"""The card of one programme: everything the sources say about it, with dates, sources and caveats."""

from __future__ import annotations

from datetime import date

from markupsafe import Markup

from coverage.analysis.contradictions import contradictions_about
from coverage.analysis.dating import claim_day
from coverage.analysis.programmes.directory import Amount, amounts, service_area
from coverage.analysis.programmes.records import Description, Programme, Told
from coverage.analysis.programmes.sentences import last_state, presence
from coverage.analysis.statements import stances
from coverage.analysis.status import StatusReport
from coverage.dataset import Dataset
from coverage.i18n import _, label, number, partial_day
from coverage.ui.data.cite import cite
from coverage.ui.data.contradictions import marks
from coverage.ui.data.told import folds
from coverage.ui.groups.stances import stance_list
from coverage.ui.html import collecting, join, show
from coverage.ui.map.component import coverage_map
from coverage.ui.map.view import AreaClass, MapView
from coverage.vocabulary import Dimension, FigureKind, Style

AREA = (Style("#00558c", ink="#ffffff"), Style("#f5dc8a", "dots"))


def card_head(ds: Dataset, programme: Programme, on: date, max_age: int) -> None:
    """Name, state on the date, who runs it and where, each in the words of the newest source that tells it."""
    now = programme.state(on)
    facts = [(_("Andere namen"), ", ".join(programme.names)), (_("Centrum"), programme.centre)]
    if now:
        facts += [
            (_("Uitvoerders"), _told_of(programme, on, "executors")),
            (_("Soort organisatie"), _told_of(programme, on, "organisation")),
            (_("Werkgebied, in woorden van de bron"), _told_of(programme, on, "catchment")),
            (_("Laatste stand"), last_state(programme, on)),
            (_("Wie betaalt"), label(now.funding)),
        ]  # fmt: skip
    facts += [
        (_("Begonnen, volgens de bron"), partial_day(programme.began) if programme.began else ""),
        (_("Gestopt"), partial_day(programme.stopped) if programme.stopped else ""),
    ]
    rows = join(Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(k, v) for k, v in facts if v)
    show(
        Markup('<section class="detail"><h2>{}{}</h2><p><strong>{}</strong></p><dl>{}</dl></section>').format(
            programme.name,
            marks(contradictions_about(ds, programme=programme.id)),
            presence(ds, programme, on, max_age),
            rows,
        )
    )


def _told_of(programme: Programme, on: date, what: Told) -> str:
    """In the words of the newest source that tells it, with its date when that is not the one of its last state."""
    found = programme.telling(on, what)
    if found is None:
        return ""
    return str(getattr(found, what)) + ("" if found == programme.state(on) else f" ({found.told})")


def card_map(ds: Dataset, programme: Programme, report: StatusReport) -> None:
    """Municipalities that sources connect with the programme; nothing when they name none."""
    area = service_area(ds, programme.id, report.on, report.max_age)
    if not area:
        words_none = _("Tot deze datum noemt geen bron een gemeente bij dit programma.")
        show(Markup('<p class="silent">{}</p>').format(words_none))
        return
    words = (_("recent aangetoond op deze datum"), _("genoemd, maar niet recent aangetoond"))
    names = {r.code: r.name for r in report.rows}
    if not collecting():  # the list under it says the same
        coverage_map(
            MapView(
                division=report.division.id,
                classes=tuple(AreaClass(w, s) for w, s in zip(words, AREA, strict=True)),
                values={code: 0 if here else 1 for code, (_claim, here) in area.items()},
                notes={code: f"{label(c.relation)} ({claim_day(c)})" for code, (c, _here) in area.items()},
                title=_("Kaart: gemeenten bij {name}").format(name=programme.name),
                description="; ".join(
                    f"{names[code]}: {label(c.relation)}, {claim_day(c)}" for code, (c, _here) in area.items()
                ),
            ),
            key="programmakaart",
            height=420,
        )
    items = join(
        Markup("<li>{}: {} ({}){}</li>").format(
            names[code],
            label(c.relation),
            claim_day(c),
            "" if here else Markup(' <span class="soft">{}</span>').format(words[1]),
        )
        for code, (c, here) in area.items()
    )
    show(Markup("<details><summary>{}</summary><ul>{}</ul></details>").format(_("Dezelfde gemeenten als lijst"), items))


def card_says(ds: Dataset, programme: Programme, on: date) -> None:
    """Groups, life domains and access, folded, with who said so and when; silence is named as silence."""
    for dimension, title in (
        (Dimension.GROUPS, _("Voor wie")),
        (Dimension.DOMAINS, _("Waarmee het helpt")),
        (Dimension.ACCESS, _("Wie mag meedoen")),
    ):
        said = [s for (p, _topic), s in stances(ds, dimension, on).items() if p == programme.id]
        if said:
            body = folds([(title, len(said), stance_list(ds, said))])
        else:
            silence = _("Tot deze datum zegt geen gelezen bron hier iets over. Dat is geen nee.")
            body = Markup('<h3>{}</h3><p class="silent">{}</p>').format(title, silence)
        show(Markup('<section class="card">{}</section>').format(body))


def card_history(ds: Dataset, programme: Programme) -> None:
    """State and funding over time, and the amounts that sources name for place or organisation."""
    moments = join(_moment(ds, m) for m in programme.moments)
    listed = Markup('<ol class="claims">{}</ol>').format(moments)
    show(folds([(_("Stand en geld door de tijd"), len(programme.moments), listed)]))
    if found := amounts(ds, programme):
        warning = _("Dit geld is niet per se voor dit programma. Het is niet te delen door aantallen mensen.")
        listed = join(_amount(ds, a) for a in found)
        body = Markup('<p class="source">{}</p><ul class="claims">{}</ul>').format(warning, listed)
        show(folds([(_("Bedragen bij deze plaats of uitvoerder"), len(found), body)]))


def _moment(ds: Dataset, m: Description) -> Markup:
    note = Markup('<p class="note">{}</p>').format(m.note) if m.note else Markup("")
    return Markup(
        '<li><p><time>{}</time> <strong>{}</strong>: {}, {}</p><p class="tags"><span>{}</span></p>{}{}</li>'
    ).format(
        m.told,
        m.name,
        label(m.status),
        label(m.funding),
        label(m.period),
        note,
        cite(ds, m.source_id, m.detail, m.reading),
    )


def _amount(ds: Dataset, a: Amount) -> Markup:
    value = _("bedrag niet gevonden") if a.value is None else f"{number(a.value)} {a.unit}"
    period = " – ".join(partial_day(d) for d in dict.fromkeys((a.period_from, a.period_to)) if d)
    kind = f" ({label(a.kind)})" if a.kind not in {FigureKind.REPORTED, FigureKind.NOT_FOUND} else ""
    return Markup("<li><p><time>{}</time> {}, {}: <strong>{}</strong>{}{}</p>{}</li>").format(
        period,
        label(a.scheme),
        a.item,
        value,
        kind,
        marks(contradictions_about(ds, scheme=a.scheme)),
        cite(ds, a.source_id, a.detail),
    )
