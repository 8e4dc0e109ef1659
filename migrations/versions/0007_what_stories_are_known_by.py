"""Remember what stories are known by: their terms, and the stories of each term.

Revision: 0007, after 0006.
"""

import sqlalchemy as sa
from alembic import op

from bot.store.columns import Instant

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("entry", sa.Column("update_kind", sa.String(16)))
    op.add_column("entry", sa.Column("update_detail", sa.Text))
    op.add_column(
        "chat",
        sa.Column("follow_ups", sa.Boolean, nullable=False, server_default=sa.true()),
    )
    op.create_table(
        "story_term",
        sa.Column("term", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("stories", sa.Integer, nullable=False),
        sa.Column("newest", sa.LargeBinary, nullable=False),
        sa.Column("touched_at", Instant, nullable=False),
        sa.PrimaryKeyConstraint("term", name="pk_story_term"),
    )
    op.create_table(
        "story_state",
        sa.Column(
            "story_id",
            sa.BigInteger().with_variant(sa.Integer, "sqlite"),
            nullable=False,
            autoincrement=False,
        ),
        sa.Column("first_at", Instant, nullable=False),
        sa.Column("last_at", Instant, nullable=False),
        sa.Column("touched_at", Instant, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("facts", sa.JSON, nullable=False),
        sa.Column("vectors", sa.LargeBinary, nullable=False),
        sa.ForeignKeyConstraint(
            ["story_id"],
            ["story.id"],
            name="fk_story_state_story_id_story",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("story_id", name="pk_story_state"),
    )


def downgrade() -> None:
    op.drop_table("story_state")
    op.drop_table("story_term")
    op.drop_column("chat", "follow_ups")
    op.drop_column("entry", "update_detail")
    op.drop_column("entry", "update_kind")
