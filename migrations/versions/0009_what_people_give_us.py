"""Remember files that are imported, feeds that are suggested, and which outlets count.

Revision: 0009, after 0008.
"""

import sqlalchemy as sa
from alembic import op

from bot.store.columns import Instant

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    op.add_column("chat", sa.Column("outlets", sa.JSON(none_as_null=True)))
    op.add_column("chat", sa.Column("singly_until", Instant))
    op.create_table(
        "file_import",
        sa.Column("id", _ID, nullable=False),
        sa.Column("chat_id", _ID, nullable=False),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("undo", sa.Text),
        sa.Column("created_at", Instant, nullable=False),
        sa.Column("done_at", Instant),
        sa.ForeignKeyConstraint(
            ["chat_id"], ["chat.id"], name="fk_file_import_chat_id_chat", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_file_import"),
    )
    op.create_index("ix_file_import_chat_id", "file_import", ["chat_id"])
    op.create_table(
        "feed_suggestion",
        sa.Column("id", _ID, nullable=False),
        sa.Column("chat_id", _ID, nullable=False),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False, server_default=""),
        sa.Column("language", sa.String(35)),
        sa.Column("entries", sa.Integer),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("reason", sa.Text),
        sa.Column("decided_by", sa.BigInteger),
        sa.Column("created_at", Instant, nullable=False),
        sa.Column("not_before", Instant, nullable=False),
        sa.ForeignKeyConstraint(
            ["chat_id"],
            ["chat.id"],
            name="fk_feed_suggestion_chat_id_chat",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_feed_suggestion"),
    )
    op.create_index("ix_feed_suggestion_chat_id", "feed_suggestion", ["chat_id"])
    op.create_index(
        "ix_feed_suggestion_state_not_before", "feed_suggestion", ["state", "not_before"]
    )


def downgrade() -> None:
    op.drop_table("feed_suggestion")
    op.drop_table("file_import")
    op.drop_column("chat", "singly_until")
    op.drop_column("chat", "outlets")
