"""Remember what a chat does not want to be told of.

Revision: 0005, after 0004.
"""

import sqlalchemy as sa
from alembic import op

from bot.store.columns import Instant

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    op.create_table(
        "mute",
        sa.Column("id", _ID, nullable=False),
        sa.Column("chat_id", _ID, nullable=False),
        sa.Column("key", sa.String(700), nullable=False),
        sa.Column("story_id", _ID),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("until", Instant),
        sa.Column("created_at", Instant, nullable=False),
        sa.ForeignKeyConstraint(
            ["chat_id"], ["chat.id"], name="fk_mute_chat_id_chat", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["story_id"], ["story.id"], name="fk_mute_story_id_story", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_mute"),
        sa.UniqueConstraint("chat_id", "key", name="uq_mute_chat_id_key"),
    )
    op.create_index("ix_mute_story_id", "mute", ["story_id"])


def downgrade() -> None:
    op.drop_table("mute")
