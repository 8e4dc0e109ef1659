"""Let chats say when they are told: digests, quiet hours, and what waits for them.

Revision: 0006, after 0005.
"""

import sqlalchemy as sa
from alembic import op

from bot.store.columns import Instant

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

HELD = sa.text("state = 'held'")
UNTOLD = sa.text("state IN ('held', 'listed')")


def _chat_columns() -> list[sa.Column]:
    return [
        sa.Column("mode", sa.String(8), nullable=False, server_default="now"),
        sa.Column("digest_times", sa.String(64)),
        sa.Column("digest_days", sa.Integer, nullable=False, server_default="127"),
        sa.Column(
            "digest_says_nothing", sa.Boolean, nullable=False, server_default=sa.false()
        ),
        sa.Column("next_digest_at", Instant),
        sa.Column("quiet_start", sa.String(5)),
        sa.Column("quiet_end", sa.String(5)),
        sa.Column(
            "quiet_but_urgent", sa.Boolean, nullable=False, server_default=sa.false()
        ),
        sa.Column("hourly_limit", sa.Integer),
    ]


def upgrade() -> None:
    for column in _chat_columns():
        op.add_column("chat", column)
    op.create_index("ix_chat_next_digest_at", "chat", ["next_digest_at"])
    op.add_column(
        "subscription",
        sa.Column("is_urgent", sa.Boolean, nullable=False, server_default=sa.false()),
    )
    # SQLite builds the table anew: a digest has no story and no entry of its own.
    with op.batch_alter_table("delivery") as batch:
        batch.alter_column("story_id", nullable=True)
        batch.alter_column("entry_id", nullable=True)
        batch.add_column(sa.Column("digest_id", _delivery_id()))
        batch.add_column(sa.Column("digest_rank", sa.Integer))
        batch.create_foreign_key(
            "fk_delivery_digest_id_delivery",
            "delivery",
            ["digest_id"],
            ["id"],
            ondelete="SET NULL",
        )
    op.create_index(
        "ix_delivery_held",
        "delivery",
        ["not_before"],
        sqlite_where=HELD,
        postgresql_where=HELD,
    )
    op.create_index(
        "ix_delivery_untold",
        "delivery",
        ["chat_id"],
        sqlite_where=UNTOLD,
        postgresql_where=UNTOLD,
    )
    op.create_index(
        "ix_delivery_digest_id_digest_rank", "delivery", ["digest_id", "digest_rank"]
    )


def _delivery_id() -> sa.types.TypeEngine[int]:
    return sa.BigInteger().with_variant(sa.Integer, "sqlite")


def downgrade() -> None:
    # What the older version does not know of: a story that waits is told as an alert.
    op.execute("DELETE FROM delivery WHERE kind = 'digest'")
    op.execute(
        "UPDATE delivery SET state = 'ready' WHERE state IN ('held', 'listed', 'digested')"
    )
    for name in ("digest_id_digest_rank", "untold", "held"):
        op.drop_index(f"ix_delivery_{name}", "delivery")
    with op.batch_alter_table("delivery") as batch:
        batch.drop_constraint("fk_delivery_digest_id_delivery", type_="foreignkey")
        batch.drop_column("digest_rank")
        batch.drop_column("digest_id")
        batch.alter_column("entry_id", nullable=False)
        batch.alter_column("story_id", nullable=False)
    op.drop_column("subscription", "is_urgent")
    op.drop_index("ix_chat_next_digest_at", "chat")
    for column in reversed(_chat_columns()):
        op.drop_column("chat", column.name)
