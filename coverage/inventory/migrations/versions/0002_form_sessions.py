"""Who entered the form: the hash of what their cookie holds, for which invitation, and until when."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "form_session",
        sa.Column("token_hash", sa.String(64), primary_key=True),
        sa.Column("invitation_id", sa.String(64), sa.ForeignKey("invitation.invitation_id"), nullable=False),
        sa.Column("until", sa.String(32), nullable=False),
    )
