"""Method, certainty of the division and open questions, as pages of text and tables."""

from __future__ import annotations

from datetime import date

from markupsafe import Markup

from coverage.analysis.known_gaps import known_gaps
from coverage.analysis.membership_overview import membership_overview
from coverage.analysis.method_text import methods
from coverage.analysis.status import StatusReport
from coverage.dataset import Dataset
from coverage.i18n import _, day, label, number
from coverage.ui.data.cite import source_link
from coverage.ui.html import join, show
from coverage.ui.pieces import answer_line, table


def method(ds: Dataset) -> None:
    """The method of each page in a few sentences, with a link to the page."""
    parts = (
        Markup('<section class="method"><h2>{}</h2><ul>{}</ul><p><a href="{}">{}</a></p></section>').format(
            m.title, join(Markup("<li>{}</li>").format(step) for step in m.steps), m.page, _("Naar die pagina")
        )
        for m in methods(ds)
    )
    show(join(parts))


def certainty(ds: Dataset, on: date) -> None:
    """How sure it is to which regions municipalities belong, and which are in doubt, with their alternatives."""
    found = membership_overview(ds, on)
    answer_line(
        _(
            "Van {derived} van de {all} gemeenten is de DUVO-regio afgeleid (indeling van {date}). Van {uncertain} "
            "gemeenten is ook de DUUP-regio onzeker."
        ).format(
            derived=number(found.derived), all=number(found.municipalities), date=day(on),
            uncertain=number(len(found.uncertain)),
        )
    )  # fmt: skip
    strength = (_("Zekerheid"), _("Bewijs"), _("Gemeenten"))
    counts = ((label(c), label(e), number(n)) for (c, e), n in found.counts.items())
    show(table(strength, counts, _("Gemeenten naar sterkte van het bewijs"), style="words"))
    head = (_("Gemeente"), _("Nu ingedeeld bij"), _("Kan ook zijn"), _("Waarom"))
    doubts = (
        (name, m.duup_region, ", ".join(m.other_regions) or m.alternatives, m.note or label(m.evidence))
        for name, m in found.uncertain
    )
    show(table(head, doubts, _("Gemeenten waarvan de DUUP-regio onzeker is"), style="words"))


def gaps(ds: Dataset, report: StatusReport) -> None:
    """What is not known for the whole country, and who could fill it in."""
    found = known_gaps(ds, report)
    answer_line(
        _("{count} vragen waarop geen gelezen bron antwoord geeft, en wie het kan weten.").format(
            count=number(len(found))
        )
    )
    head = (_("Wat"), _("Waar gezocht, of waar het moet staan"), _("Wie kan het aanvullen"))
    rows = ((g.what, source_link(ds, g.source_id) if g.source_id else g.where, g.who) for g in found)
    show(table(head, rows, _("Bekende gaten"), style="words"))
