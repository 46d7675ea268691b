"""One municipality on one page that fits on a printed A4: verdict, facts, history and sources."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from markupsafe import Markup

from coverage.analysis import summary
from coverage.analysis.axis import Axis
from coverage.analysis.profile import text
from coverage.analysis.profile.facts import Profile, profile
from coverage.analysis.profile.history import HISTORY_FROM
from coverage.analysis.profile.own_answers import own_answers
from coverage.analysis.profile.sentences import municipality_answer
from coverage.analysis.region_profile.facts import region_profile
from coverage.analysis.status import StatusReport, status_at
from coverage.analysis.turn_now import TurningLine, where_to_turn_now
from coverage.dataset import Dataset
from coverage.i18n import _, day, definition, label, number
from coverage.ui import choose
from coverage.ui.data.asked import duup_asks, duup_rules
from coverage.ui.data.cite import (
    marked_facts,
    marked_lines,
    numbered,
    programme_address,
    region_link,
    source_marks,
    sources_listed,
)
from coverage.ui.data.contradictions import contradiction_notes, marks
from coverage.ui.data.wider import wider_links
from coverage.ui.html import hinted, join, show, shown_by, swatch
from coverage.ui.local_map import local_legend, local_map, outlines_of_links
from coverage.ui.map import status
from coverage.ui.map.named import named_areas
from coverage.ui.opening import Opening
from coverage.ui.params import DATE, MAX_AGE, MUNICIPALITY
from coverage.ui.pieces import answered, article_part, folded_on_phone, stacked, years_under
from coverage.vocabulary import STATUS_STYLE

SHORT = 300  # characters on groups and access that a page shows without folding them


def title() -> str:
    """Over the page while no municipality was chosen."""
    return _("Hoe zit het in mijn gemeente?")


def invitation(ds: Dataset, report: StatusReport) -> Markup:
    """What stands there until then: how to choose one (of the area that was typed), and the country as a whole."""
    how = _("Typ de naam van een gemeente, of klik op de kaart. Oude namen en schrijfwijzen werken ook.")
    return wider_links(ds, MUNICIPALITY.get(), report.on) + hinted(how) + answered(summary.country_answer(report))


def article(ds: Dataset, p: Profile) -> Markup:
    """The page of a municipality; the sources at its end are what the marks behind sentences point to."""
    name, under = text.heading(p)
    status = p.row.status
    verdict = Markup('<p class="verdict">{}<strong>{}</strong></p>{}').format(
        swatch(STATUS_STYLE[status]), label(status),
        folded_on_phone(_("Wat betekent dat?"), Markup('<p class="soft">{}</p>').format(definition(status))),
    )  # fmt: skip
    turns = where_to_turn_now(ds, p)
    groups = text.groups(p)
    long = sum(len(line.text) for line in groups) > SHORT
    parts = (
        (_("Waar kun je terecht?"), _turning(turns), False),
        (_("Voor wie, en wie mag komen?"), marked_lines(groups), long),
        (_("Wat de gemeente zelf antwoordde (overgenomen)"), marked_lines(own_answers(ds, p.row.code)), False),
        (_("Hoe weten we dit?"), marked_lines(text.serving(ds, p)), True),
        (_("Sinds 2011"), history_line(p) + marked_lines(text.history_lines(ds, p), "steps"), True),
        (_("Inwoners, regio en geld"), marked_facts(text.facts(p)), True),
        (_("Regio en buurgemeenten"), marked_lines(text.comparison(p)) + _to_region(p.row.duup_region), True),
        (_("Wat is onbekend, en wie weet het?"), marked_lines(text.open_questions(ds, p)), True),
    )
    told = join(article_part(*part) for part in parts if part[1])
    told += article_part(_("Bronnen"), sources_listed(ds, told, p.sources), True)
    whole = Markup(
        '<article class="profile" aria-label="{}"><p class="soft on-paper">{}</p><p class="answer">{}{}</p>'
        "{}{}</article>"
    ).format(name, under, municipality_answer(ds, p), marks(p.caveats), verdict, told)
    return numbered(whole)


def asked_here(ds: Dataset, p: Profile) -> None:
    """What the DUUP asks, on the page of a centre municipality alone: the same for each, so not sent again."""
    if p.membership.in_force and p.row.code in set(ds.table("duup_regions")["centre_code"]):
        show(Markup('<div class="profile">{}</div>').format(article_part(duup_asks(), duup_rules(ds), True)))


def _turning(turns: tuple[TurningLine, ...]) -> Markup:
    """Where to turn now; a programme's line ends with the way to its card. Those elsewhere come last."""
    near, far = [t for t in turns if not t.elsewhere], [t for t in turns if t.elsewhere]
    more = _("Elders in de regio ({count})").format(count=number(len(far)))
    return _turns(near) + (folded_on_phone(more, _turns(far)) if far else Markup(""))


def _turns(turns: Iterable[TurningLine]) -> Markup:
    return Markup('<ul class="said">{}</ul>').format(
        join(
            Markup("<li>{}{}{}</li>").format(
                t.line.text,
                Markup(' <a href="{}">{}</a>').format(programme_address(t.programme_id), _("Meer over dit programma"))
                if t.programme_id
                else "",
                source_marks(t.line.sources),
            )
            for t in turns
        )
    )


def own_region(ds: Dataset, p: Profile) -> Markup:
    """The map of the region of a municipality, with the municipality marked, and its legend."""
    found = region_profile(ds, p.row.duup_number, p.on, p.report.max_age)
    if not found:
        return Markup("")
    return outlines_of_links(ds, found) + local_map(ds, found, p.row.code) + local_legend(found)


def _to_region(name: str) -> Markup:
    words = _("Bekijk de pagina van de regio {name}").format(name=name)
    return Markup('<p class="to-region"><a href="{}">{}</a></p>').format(region_link(name), words)


def caveats_here(p: Profile) -> None:
    """Where sources about the municipality disagree; nothing when they do not."""
    contradiction_notes(p.caveats, _("Kanttekeningen bij deze gemeente"))


def history_line(p: Profile) -> Markup:
    """The history as a line of colours and patterns with a stroke at the date; the list under it says the same."""
    axis = Axis(HISTORY_FROM, p.until)
    bars = stacked((STATUS_STYLE[s.status], max(axis.width(s.begin, s.end or axis.last), 0.002)) for s in p.history)
    told = _(
        "Lijn van de status van {name} sinds 2011; de perioden staan in de lijst hieronder. De streep is {date}."
    ).format(name=p.row.name, date=day(p.on))
    return Markup('<div class="line" role="img" aria-label="{}">{}<b style="{}"></b>{}</div>').format(
        told, bars, axis.left(p.on), years_under(axis, 3)
    )


def opening(ds: Dataset) -> Opening:
    """What the first view shows of this page."""
    report = status_at(ds, DATE.get(), MAX_AGE.get())
    selected = choose.found(ds, report.on, report.division.id)[0]
    found = profile(ds, selected, report.on, report.max_age) if selected else None
    if found:
        below = shown_by(partial(asked_here, ds, found), partial(caveats_here, found))
        return Opening(found.row.name, search="moments", article=article(ds, found) + below)
    first = invitation(ds, report)
    shown = status.pictured(report, selected=selected)
    return Opening(title(), shown, search="moments", article=first, parts=named_areas(ds, shown.view))
