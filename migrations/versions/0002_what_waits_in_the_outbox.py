"""Find what waits and what is being sent without looking at what was sent.

Revision: 0002, after 0001.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

WAITING = sa.text("state IN ('ready', 'unsure') AND finished_at IS NULL")
SENDING = sa.text("state = 'sending'")
REJECTED = sa.text("state = 'rejected'")


def upgrade() -> None:
    op.create_index(
        "ix_delivery_waiting",
        "delivery",
        ["kind", "id"],
        sqlite_where=WAITING,
        postgresql_where=WAITING,
    )
    op.create_index(
        "ix_delivery_sending",
        "delivery",
        ["chat_id"],
        sqlite_where=SENDING,
        postgresql_where=SENDING,
    )
    op.create_index(
        "ix_delivery_rejected",
        "delivery",
        ["id"],
        sqlite_where=REJECTED,
        postgresql_where=REJECTED,
    )
    # SQLite would rather look at all that ever was `ready` than at the little that is.
    op.drop_index("ix_delivery_state_not_before", "delivery")


def downgrade() -> None:
    op.create_index("ix_delivery_state_not_before", "delivery", ["state", "not_before"])
    op.drop_index("ix_delivery_rejected", "delivery")
    op.drop_index("ix_delivery_sending", "delivery")
    op.drop_index("ix_delivery_waiting", "delivery")
