"""The tables of the inventory's database, for SQLite and PostgreSQL alike.

``event`` is the log. ``event_text`` holds what people typed and can be erased, once an event says so. The others
are no history: ``invitation`` keeps the secrets of links and codes as hashes, ``draft`` what was not sent yet,
``form_session`` who entered the form today.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, PrimaryKeyConstraint, String, Table, Text

METADATA = MetaData()

EVENT = Table(
    "event", METADATA,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("event_id", String(64), nullable=False, unique=True),
    Column("kind", String(24), nullable=False),
    Column("at", String(32), nullable=False),
    Column("actor", String(80), nullable=False),
    Column("about", String(80), nullable=False),
    Column("round", String(60), nullable=False),
    Column("payload", Text, nullable=False),
    Column("digests", Text, nullable=False),
    Column("salt", String(32), nullable=False),
    Column("prev_hash", String(64), nullable=False, unique=True),  # unique: a chain cannot fork
    Column("hash", String(64), nullable=False, unique=True),
    Index("event_about", "about"),
    Index("event_kind", "kind"),
)  # fmt: skip

EVENT_TEXT = Table(
    "event_text", METADATA,
    Column("seq", Integer, ForeignKey("event.seq"), nullable=False),
    Column("name", String(24), nullable=False),
    Column("text", Text, nullable=False),
    PrimaryKeyConstraint("seq", "name"),
)  # fmt: skip

INVITATION = Table(
    "invitation", METADATA,
    Column("invitation_id", String(64), primary_key=True),
    Column("round", String(60), nullable=False),
    Column("organisation", String(6), nullable=False),
    Column("mailbox", String(254), nullable=False),
    Column("link_hash", String(64), nullable=False, unique=True),
    Column("code_salt", String(32), nullable=False),
    Column("code_hash", String(64), nullable=False),
    Column("expires_on", String(10), nullable=False),
    Column("revoked", Integer, nullable=False),
    Column("tries", Integer, nullable=False),
    Index("invitation_round", "round", "organisation"),
)  # fmt: skip

DRAFT = Table(
    "draft", METADATA,
    Column("invitation_id", String(64), ForeignKey("invitation.invitation_id"), nullable=False),
    Column("subject", String(80), nullable=False),
    Column("field", String(24), nullable=False),
    Column("content", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("editor", String(64), nullable=False),
    Column("at", String(32), nullable=False),
    PrimaryKeyConstraint("invitation_id", "subject", "field"),
)  # fmt: skip

FORM_SESSION = Table(
    "form_session", METADATA,
    Column("token_hash", String(64), primary_key=True),
    Column("invitation_id", String(64), ForeignKey("invitation.invitation_id"), nullable=False),
    Column("until", String(32), nullable=False),  # UTC
)  # fmt: skip
