"""The log with its guards, texts, invitations and drafts.

Written out rather than taken from the tables of today: a migration says what was, also when the tables change.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_APPEND_ONLY = "the log is append-only"
_KEPT = "a text is erased only after an event of kind redacted"
_IS_ERASED = (
    "EXISTS (SELECT 1 FROM event e JOIN event r ON r.about = e.event_id WHERE e.seq = OLD.seq AND r.kind = 'redacted')"
)
# INSERT OR REPLACE deletes before it inserts; the trigger sees that only while recursive_triggers is on (store.py).
_SQLITE = (
    f"CREATE TRIGGER event_kept_u BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, '{_APPEND_ONLY}'); END",
    f"CREATE TRIGGER event_kept_d BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, '{_APPEND_ONLY}'); END",
    f"CREATE TRIGGER text_kept_u BEFORE UPDATE ON event_text BEGIN SELECT RAISE(ABORT, '{_APPEND_ONLY}'); END",
    f"CREATE TRIGGER text_kept_d BEFORE DELETE ON event_text WHEN NOT {_IS_ERASED} "
    f"BEGIN SELECT RAISE(ABORT, '{_KEPT}'); END",
)
_POSTGRESQL = (
    f"CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN RAISE EXCEPTION '{_APPEND_ONLY}'; END $$",
    f"CREATE FUNCTION refuse_erasing() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
    f"IF NOT {_IS_ERASED} THEN RAISE EXCEPTION '{_KEPT}'; END IF; RETURN OLD; END $$",
    "CREATE TRIGGER event_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON event "
    "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()",
    "CREATE TRIGGER text_kept_u BEFORE UPDATE OR TRUNCATE ON event_text "
    "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()",
    "CREATE TRIGGER text_kept_d BEFORE DELETE ON event_text FOR EACH ROW EXECUTE FUNCTION refuse_erasing()",
)
# What readers may see of the texts: those of answers that were accepted, never a remark.
_ACCEPTED_TEXT = (
    "CREATE VIEW accepted_text AS SELECT t.seq, t.name, t.text FROM event_text t JOIN event e ON e.seq = t.seq "
    "WHERE t.name = 'value' AND EXISTS (SELECT 1 FROM event a WHERE a.about = e.event_id AND a.kind = 'accepted')"
)


def upgrade() -> None:
    op.create_table(
        "event",
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("event_id", sa.String(64), nullable=False, unique=True),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("actor", sa.String(80), nullable=False),
        sa.Column("about", sa.String(80), nullable=False),
        sa.Column("round", sa.String(60), nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
        sa.Column("digests", sa.Text, nullable=False),
        sa.Column("salt", sa.String(32), nullable=False),
        sa.Column("prev_hash", sa.String(64), nullable=False, unique=True),
        sa.Column("hash", sa.String(64), nullable=False, unique=True),
    )
    op.create_index("event_about", "event", ["about"])
    op.create_index("event_kind", "event", ["kind"])
    op.create_table(
        "event_text",
        sa.Column("seq", sa.Integer, sa.ForeignKey("event.seq"), nullable=False),
        sa.Column("name", sa.String(24), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("seq", "name"),
    )
    op.create_table(
        "invitation",
        sa.Column("invitation_id", sa.String(64), primary_key=True),
        sa.Column("round", sa.String(60), nullable=False),
        sa.Column("organisation", sa.String(6), nullable=False),
        sa.Column("mailbox", sa.String(254), nullable=False),
        sa.Column("link_hash", sa.String(64), nullable=False, unique=True),
        sa.Column("code_salt", sa.String(32), nullable=False),
        sa.Column("code_hash", sa.String(64), nullable=False),
        sa.Column("expires_on", sa.String(10), nullable=False),
        sa.Column("revoked", sa.Integer, nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
    )
    op.create_index("invitation_round", "invitation", ["round", "organisation"])
    op.create_table(
        "draft",
        sa.Column("invitation_id", sa.String(64), sa.ForeignKey("invitation.invitation_id"), nullable=False),
        sa.Column("subject", sa.String(80), nullable=False),
        sa.Column("field", sa.String(24), nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("editor", sa.String(64), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("invitation_id", "subject", "field"),
    )
    op.execute(_ACCEPTED_TEXT)
    for statement in _SQLITE if op.get_bind().dialect.name == "sqlite" else _POSTGRESQL:
        op.execute(statement)
