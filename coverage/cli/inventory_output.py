"""What ``inventory`` prints as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # these load a database library, which other commands need not wait for
    from coverage.inventory.judging import Queued
    from coverage.inventory.response import Response


def queue_as_json(waiting: Sequence[Queued]) -> list[dict[str, Any]]:
    """What ``inventory queue --format json`` prints."""
    return [
        {
            "id": q.answer.answer_id, "weight": q.weight, "conflict": q.conflict.value, "round": q.answer.round,
            "organisation": q.answer.organisation, "subject": q.answer.subject, "field": q.answer.field.value,
            "kind": q.answer.kind.value, "value": q.answer.value, "since": q.answer.since or None,
            "channel": q.answer.channel.value, "on": q.answer.on.isoformat(), "remark": q.answer.remark,
            "shown": q.answer.shown, "submission": q.answer.submission,
            "known": _known(q),
        }
        for q in waiting
    ]  # fmt: skip


def _known(q: Queued) -> dict[str, Any] | None:
    if q.known is None:
        return None
    return {"kind": q.known.kind.value, "value": q.known.value, "on": q.known.on.isoformat()}


def response_as_json(found: Response) -> dict[str, Any]:
    """What ``inventory response --format json`` prints: numbers of organisations, and the state of each region."""
    return {
        "round": found.round.name, "asked": len(found.organisations), "in": found.came_in, "partly": found.partly,
        "accepted": found.accepted, "unknown": found.unknown,
        "regions": [{"number": r.number, "name": r.name, "state": r.state.value} for r in found.regions],
    }  # fmt: skip
