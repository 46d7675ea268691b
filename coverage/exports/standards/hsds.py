"""Programmes as Open Referral HSDS 3.0, for directories of help: https://docs.openreferral.org/en/3.0/.

Only help with leaving is a service here (the kinds that make evidence); plans, rules and assignments are none. HSDS has
no word for "there was one, nobody confirmed it recently". Such a service is ``inactive`` with an ``alert`` that says
so, because a directory shows what is ``active`` to people who need it now. docs/method-exports.md has the whole
mapping. No addresses, no contacts, no capacity: a location is a municipality.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from coverage.analysis.claim import Claim
from coverage.analysis.evidence import national_claims
from coverage.analysis.naming import municipality_names
from coverage.analysis.programmes.records import Description, Programme, programmes
from coverage.analysis.statements import SERVES, Stance, access_words, stances, stances_of
from coverage.analysis.status import DEFAULT_MAX_AGE, standing_evidence, status_at
from coverage.dataset import Dataset
from coverage.dataset.frames import rows
from coverage.dates import start, years_before
from coverage.i18n import _, label
from coverage.vocabulary import EVIDENCE_KINDS, AnswerField, AnswerKind, Dimension, ProgrammeStatus, Reach, Relation

MUNICIPALITY_URI = "https://identifier.overheid.nl/tooi/id/gemeente/{code}"  # the register TOOI, by the code of CBS
NAMESPACE = UUID("6d1f3e0a-6d0c-5c9b-9f0b-2f6a2b0f8b11")  # the same subject keeps the same identifier


@dataclass
class _Reach:
    """Where one programme works on a date, from evidence of any age that nothing took back; ``here`` has its seats."""

    named: dict[str, Claim] = field(default_factory=dict)
    areas: dict[str, tuple[Claim, set[str]]] = field(default_factory=dict)
    here: set[str] = field(default_factory=set)
    claims: list[Claim] = field(default_factory=list)


def hsds_json(ds: Dataset, on: date, max_age: int = DEFAULT_MAX_AGE) -> bytes:
    """One page of services with their organisation nested, as the list of services of the HSDS API gives it."""
    found = hsds_services(ds, on, max_age)
    page = {
        "total_items": len(found), "total_pages": 1, "page_number": 1, "size": len(found), "first_page": True,
        "last_page": True, "empty": not found, "contents": found,
    }  # fmt: skip
    return (json.dumps(page, ensure_ascii=False, indent=1) + "\n").encode()


def hsds_services(ds: Dataset, on: date, max_age: int = DEFAULT_MAX_AGE) -> list[dict[str, Any]]:
    """A service for each programme that helps with leaving and of which a source up to the date says that it ran."""
    reach = _reach(ds, on, max_age)
    said = stances(ds, Dimension.GROUPS, on)
    groups: dict[str, list[Stance]] = {}
    for (programme_id, _topic), stance in said.items():
        groups.setdefault(programme_id, []).append(stance)
    found = []
    for programme in programmes(ds):
        known = programme.kind in EVIDENCE_KINDS
        spoken = [m for m in programme.moments if m.start <= on and m.status is not ProgrammeStatus.PLANNED]
        if known and (spoken or programme.id in reach):
            own = reach.get(programme.id, _Reach())
            service = _service(ds, programme, spoken, own, groups.get(programme.id, []), (on, max_age))
            found.append(service | _runs_it(spoken))
    return found


def _reach(ds: Dataset, on: date, max_age: int) -> dict[str, _Reach]:
    found: dict[str, _Reach] = {}
    for row in status_at(ds, on, max_age).rows:
        for claim in (c.claim for c in standing_evidence(row.claims)):
            own = found.setdefault(claim.programme_id, _Reach())
            own.claims.append(claim)
            if claim.area_id:
                own.areas.setdefault(claim.area_id, (claim, set()))[1].add(row.code)
            else:
                own.named[row.code] = claim
                if claim.relation is Relation.LOCATION:
                    own.here.add(row.code)
    for claim in national_claims(ds):
        if claim.effective <= on and claim.kind in EVIDENCE_KINDS:
            found.setdefault(claim.programme_id, _Reach()).claims.append(claim)
    return found


def _service(
    ds: Dataset,
    programme: Programme,
    spoken: list[Description],
    reach: _Reach,
    groups: list[Stance],
    when: tuple[date, int],
) -> dict[str, Any]:
    on, max_age = when
    newest = spoken[-1] if spoken else None
    status, alert = _state(programme, newest, reach, on, max_age)
    service_id = _id("service", programme.id)
    known: dict[str, Any] = {
        "id": service_id,
        "name": programme.name,
        "alternate_name": "; ".join(programme.names),
        "description": _description(ds, programme, newest),
        "status": status,
        "alert": alert,
        "assured_date": _assured(reach, spoken),
        "eligibility_description": _eligibility(ds, programme, groups, on),
        "application_process": _route(ds, programme.id, on),
        "service_areas": _areas(ds, programme.id, service_id, reach),
        "service_at_locations": _locations(ds, programme.id, service_id, reach),
    }
    return {name: value for name, value in known.items() if value}


def _state(programme: Programme, newest: Description | None, reach: _Reach, on: date, max_age: int) -> tuple[str, str]:
    """Status in HSDS, and what a reader must know of it."""
    if (newest and newest.status is ProgrammeStatus.STOPPED) or (programme.stopped and start(programme.stopped) <= on):
        return "defunct", ""
    oldest = years_before(on, max_age)
    if any(claim.recent(oldest) for claim in reach.claims):
        return "active", ""
    return "inactive", _(
        "Niet recent bevestigd. Of dit programma nog bestaat, weten we niet; dat het is gestopt, zegt geen bron."
    )


def _assured(reach: _Reach, spoken: list[Description]) -> str:
    """First possible day of the newest evidence, else of the newest moment: never later than what the source says."""
    days = [c.first_possible for c in reach.claims if c.first_possible]
    newest = max(days, default=spoken[-1].first_possible if spoken and not reach.claims else None)
    return newest.isoformat() if newest else ""


def _description(ds: Dataset, programme: Programme, newest: Description | None) -> str:
    kind = label(programme.kind)
    if newest is None:
        return kind
    words = _("{kind}. Volgens: {source} ({date}).")
    return words.format(kind=kind, source=ds.source(newest.source_id).title, date=newest.told)


def _eligibility(ds: Dataset, programme: Programme, groups: list[Stance], on: date) -> str:
    serves = [label(s.topic) for s in groups if s.level in SERVES]
    refuses = [label(s.topic) for s in groups if s.level is Reach.NO]
    access = stances_of(ds, Dimension.ACCESS, programme.id, on)
    parts = [
        _("Voor: {groups}.").format(groups=", ".join(serves)) if serves else "",
        _("Niet voor: {groups}.").format(groups=", ".join(refuses)) if refuses else "",
        _("Wie mag meedoen: {rule}.").format(rule="; ".join(map(access_words, access))) if access else "",
    ]
    return " ".join(p for p in parts if p)


def _route(ds: Dataset, programme_id: str, on: date) -> str:
    """How a professional refers, in the words of the newest accepted answer of a municipality."""
    said = [
        r
        for r in rows(ds.table("answers"))
        if r.subject == f"programme:{programme_id}"
        and r.field == AnswerField.PROFESSIONAL_ROUTE
        and r.answer in {AnswerKind.CONFIRMED, AnswerKind.CHANGED}
        and r.date <= on
    ]
    return max(said, key=lambda r: r.date).value if said else ""


def _areas(ds: Dataset, programme_id: str, service_id: str, reach: _Reach) -> list[dict[str, Any]]:
    names = municipality_names(ds)
    named = [
        {
            "id": _id("area", programme_id, code), "service_id": service_id, "name": names[code],
            "uri": MUNICIPALITY_URI.format(code=code.lower()),
        }
        for code in sorted(reach.named)
    ]  # fmt: skip
    areas = [
        {
            "id": _id("area", programme_id, area_id), "service_id": service_id, "name": claim.area_name,
            "description": _("Gebied in de woorden van een bron ({reading}): {names}.").format(
                reading=label(claim.area_reading) if claim.area_reading else "",
                names=", ".join(sorted(names[c] for c in codes)),
            ),
        }
        for area_id, (claim, codes) in sorted(reach.areas.items())
    ]  # fmt: skip
    return named + areas


def _locations(ds: Dataset, programme_id: str, service_id: str, reach: _Reach) -> list[dict[str, Any]]:
    names = municipality_names(ds)
    return [
        {
            "id": _id("seat", programme_id, code), "service_id": service_id,
            "location": {
                "id": _id("location", code), "location_type": "physical", "name": names[code],
                "description": _("Alleen de gemeente is bekend gemaakt; adressen geven we nooit."),
                "external_identifier": code, "external_identifier_type": "CBS",
            },
        }
        for code in sorted(reach.here)
    ]  # fmt: skip


def _runs_it(spoken: list[Description]) -> dict[str, Any]:
    """Who carries it out, in the words of the source; more than one stays one text, since sources join them freely."""
    newest = next((m for m in reversed(spoken) if m.executors), None)
    if newest is None:
        return {}
    organisation_id = _id("organisation", newest.executors)
    kind = newest.organisation or _("soort organisatie niet bekend")
    organisation = {"id": organisation_id, "name": newest.executors, "description": kind}
    return {"organization_id": organisation_id, "organization": organisation}


def _id(*subject: str) -> str:
    return str(uuid5(NAMESPACE, "/".join(subject)))
