"""Events and the chain that binds them: each carries the hash of the one before it.

Texts that people typed stand apart from the event, which holds only a salted digest of them. So a text can be erased
and the chain still verifies. A chain shows that something was changed; who owns the whole file can compute it anew,
which is why the last hash is printed in editions, receipts and slides.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

GENESIS = "0" * 64  # what stands as the hash before the first event


class EventKind(StrEnum):
    """What can happen; an event never changes, so what is undone is undone by a later one."""

    GRANTED = "granted"  # a role for someone at the desk
    UNGRANTED = "ungranted"
    ROUND_OPENED = "round_opened"
    INVITED = "invited"
    INVITATION_REVOKED = "invitation_revoked"
    REMINDED = "reminded"
    CONTACT_FAILED = "contact_failed"
    ANSWERED = "answered"
    SUBMITTED = "submitted"
    ACCEPTED = "accepted"
    RETURNED = "returned"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    REDACTED = "redacted"
    PUBLISHED = "published"
    ROUND_CLOSED = "round_closed"


@dataclass(frozen=True, slots=True)
class NewEvent:
    """An event to be written. ``event_id`` is made by whoever asks for it, so that a retry does nothing;
    ``about`` is the event (or, for a role, the actor) that it judges; ``texts`` are typed by people, by name."""

    event_id: str
    kind: EventKind
    actor: str
    payload: Mapping[str, Any] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    about: str = ""
    round: str = ""


@dataclass(frozen=True, slots=True)
class LogEvent:
    """An event as it stands in the log. ``digests`` bind the texts; a text that was erased is absent from ``texts``."""

    seq: int
    event_id: str
    kind: EventKind
    at: str
    actor: str
    about: str
    round: str
    payload: Mapping[str, Any]
    digests: Mapping[str, str]
    texts: Mapping[str, str]
    salt: str
    prev_hash: str
    hash: str

    @property
    def moment(self) -> datetime:
        """When it was recorded, UTC."""
        return datetime.fromisoformat(self.at)


def canonical(value: Any) -> str:
    """JSON with one spelling: sorted keys, no white space, characters as they are."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def text_digest(salt: str, name: str, text: str) -> str:
    """SHA-256 of a text with the salt of its event, so that a short text cannot be guessed from its digest."""
    return hashlib.sha256(f"{salt}\0{name}\0{text}".encode()).hexdigest()


def event_hash(event: LogEvent) -> str:
    """SHA-256 over everything of an event but its texts, for which their digests stand."""
    parts = [
        event.seq, event.event_id, event.kind.value, event.at, event.actor, event.about, event.round,
        dict(event.payload), dict(event.digests), event.prev_hash,
    ]  # fmt: skip
    return hashlib.sha256(canonical(parts).encode()).hexdigest()


def linked(new: NewEvent, seq: int, prev_hash: str, at: datetime) -> LogEvent:
    """The event as it is written after the one whose hash is ``prev_hash``."""
    salt = secrets.token_hex(16)
    texts = {name: text for name, text in new.texts.items() if text}
    digests = {name: text_digest(salt, name, text) for name, text in texts.items()}
    moment = at.astimezone(UTC).isoformat(timespec="milliseconds")
    payload = json.loads(canonical(dict(new.payload)))
    bare = LogEvent(
        seq, new.event_id, new.kind, moment, new.actor, new.about, new.round, payload, digests, texts, salt, prev_hash,
        "",
    )  # fmt: skip
    return _with_hash(bare)


def _with_hash(event: LogEvent) -> LogEvent:
    values = {name: getattr(event, name) for name in LogEvent.__slots__}
    return LogEvent(**(values | {"hash": event_hash(event)}))


def chain_problems(events: Iterable[LogEvent]) -> Iterator[str]:
    """What is wrong with a log, in Dutch, one line each: gaps, changed events, changed or missing texts."""
    listed = list(events)
    erased = {e.about for e in listed if e.kind is EventKind.REDACTED}
    prev_hash = GENESIS
    for seq, event in enumerate(listed, start=1):
        where = f"gebeurtenis {event.seq}"
        if event.seq != seq:
            yield f"{where}: hier hoort nummer {seq} te staan; er ontbreekt iets of het staat dubbel"
            return
        if event.prev_hash != prev_hash:
            yield f"{where}: sluit niet aan op de vorige"
        if event.hash != event_hash(event):
            yield f"{where}: de inhoud past niet bij de hash; zij is veranderd"
        for name, digest in event.digests.items():
            text = event.texts.get(name)
            if text is None and event.event_id not in erased:
                yield f"{where}: de tekst “{name}” ontbreekt zonder dat zij is gewist"
            elif text is not None and text_digest(event.salt, name, text) != digest:
                yield f"{where}: de tekst “{name}” is veranderd"
        prev_hash = event.hash
