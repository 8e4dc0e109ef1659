"""Find dead letters at once, and let chats choose pictures and sounds.

Revision: 0012, after 0011.
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

DEAD = sa.text(
    "state IN ('rejected', 'unsure') AND finished_at IS NOT NULL AND kind != 'edit'"
)
REJECTED = sa.text("state = 'rejected'")


def _chat_columns() -> list[sa.Column]:
    return [
        sa.Column("pictures", sa.String(8), nullable=False, server_default="off"),
        sa.Column("sound", sa.String(8), nullable=False, server_default="all"),
    ]


def _replace_index(old: str, new: str, where: sa.TextClause) -> None:
    op.drop_index(f"ix_delivery_{old}", "delivery")
    op.create_index(
        f"ix_delivery_{new}",
        "delivery",
        ["id"],
        sqlite_where=where,
        postgresql_where=where,
    )


def upgrade() -> None:
    for column in _chat_columns():
        op.add_column("chat", column)
    _replace_index("rejected", "dead", DEAD)


def downgrade() -> None:
    op.execute("UPDATE delivery SET state = 'rejected' WHERE state = 'dropped'")
    _replace_index("dead", "rejected", REJECTED)
    for column in reversed(_chat_columns()):
        op.drop_column("chat", column.name)
