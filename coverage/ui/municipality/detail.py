"""What is known about one municipality: status, regions and every claim with its source."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from coverage.analysis.claim import LocalClaim
from coverage.analysis.dating import claim_day
from coverage.analysis.naming import programme_names
from coverage.analysis.planned import planned_remarks
from coverage.analysis.profile.text import divided
from coverage.analysis.remarks import remarks
from coverage.analysis.status import MunicipalityStatus, StatusReport
from coverage.dataset import Dataset
from coverage.dates import years_before
from coverage.i18n import _, definition, label, number
from coverage.ui.data.cite import municipality_link, source_link
from coverage.ui.html import join, show, swatch
from coverage.ui.tables import duup_column
from coverage.vocabulary import STATUS_STYLE, DateBasis


def municipality_detail(ds: Dataset, report: StatusReport, row: MunicipalityStatus) -> None:
    """Status, region and claims of a municipality, in order of time."""
    show(
        Markup(
            '<section class="detail" aria-label="{}"><h2>{}</h2><p class="verdict">{}<strong>{}</strong></p>'
            '<p>{}</p><p class="to-page"><a href="{}">{}</a></p>{}<dl>{}</dl>'
            "<h3>{}</h3><ol class=claims>{}</ol></section>"
        ).format(
            row.name,
            row.name,
            swatch(STATUS_STYLE[row.status]),
            label(row.status),
            definition(row.status),
            municipality_link(row.name),
            _("Waar kun je terecht? De pagina van {name}").format(name=row.name),
            _remarks(ds, report, row),
            _facts(report, row),
            _("Wat zeggen de bronnen?"),
            _claims(ds, report, row),
        )
    )


def _remarks(ds: Dataset, report: StatusReport, row: MunicipalityStatus) -> Markup:
    found = (*remarks(row), *planned_remarks(ds, report.on, row.code))
    return join(Markup('<p class="remark">{}</p>').format(text) for text in found)


def _facts(report: StatusReport, row: MunicipalityStatus) -> Markup:
    facts = (
        (duup_column(report), row.duup_region),
        (divided(_("DUVO-regio"), report.division.valid_from, report.on), row.duvo_region),
        (_("Inwoners"), number(row.inhabitants)),
        (_("Code"), row.code),
    )
    return join(Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(k, v) for k, v in facts)


def _claims(ds: Dataset, report: StatusReport, row: MunicipalityStatus) -> Markup:
    if not row.claims:
        return Markup("<li>{}</li>").format(_("We vonden geen bron over deze gemeente op deze datum."))
    return claim_items(ds, report, row, row.claims)


def claim_items(ds: Dataset, report: StatusReport, row: MunicipalityStatus, claims: Iterable[LocalClaim]) -> Markup:
    """List items for claims about a municipality, with source, date, certainty and how it was read."""
    return join(_claim(ds, report, row, c, programme_names(ds, c.claim.start)[c.claim.programme_id]) for c in claims)


def _claim(ds: Dataset, report: StatusReport, row: MunicipalityStatus, local: LocalClaim, programme: str) -> Markup:
    claim = local.claim
    old = not claim.recent(years_before(report.on, report.max_age))
    tags = [
        label(claim.relation),
        label(claim.basis),
        *([_("via {area}").format(area=claim.area_name)] if claim.area_id else []),
        *([label(claim.certainty)] if claim.claim_id else []),
        *([label(claim.date_basis)] if claim.date_basis is DateBasis.PUBLISHED else []),
        label(claim.reading),
        *([_("ouder dan de grens")] if old else []),
        *([_("bepaalt de status")] if local in row.decisive else []),
    ]
    detail = Markup(", {}").format(claim.detail) if claim.detail else Markup("")
    note = Markup("<p class=note>{}</p>").format(claim.note) if claim.note else Markup("")
    return Markup(
        "<li{}><p><time>{}</time> <strong>{}</strong></p><p class=tags>{}</p>{}<p class=source>{}: {}{}</p></li>"
    ).format(
        Markup(" class=old") if old else "",
        claim_day(claim),
        programme,
        join(Markup("<span>{}</span> ").format(t) for t in tags),
        note,
        _("Bron"),
        source_link(ds, claim.source_id),
        detail,
    )
