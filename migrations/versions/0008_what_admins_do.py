"""Let people set up channels from their private chat, and admins do more.

Revision: 0008, after 0007.
"""

import sqlalchemy as sa
from alembic import op

from bot.store.columns import Id, Instant

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_FLAGS = (("chat", "spikes"), ("subscription", "is_paused"), ("feed", "is_held"))
_TO_ALL = sa.text("kind = 'to_all'")


def _of_chat(table: str, column: str, *, ondelete: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], ["chat.id"], name=f"fk_{table}_{column}_chat", ondelete=ondelete
    )


def upgrade() -> None:
    for table, column in _FLAGS:
        op.add_column(
            table,
            sa.Column(column, sa.Boolean, nullable=False, server_default=sa.false()),
        )
    op.create_table(
        "manager",
        sa.Column("person_id", Id, nullable=False, autoincrement=False),
        sa.Column("chat_id", Id, nullable=False, autoincrement=False),
        _of_chat("manager", "person_id", ondelete="CASCADE"),
        _of_chat("manager", "chat_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person_id", "chat_id", name="pk_manager"),
    )
    op.create_index("ix_manager_chat_id", "manager", ["chat_id"])
    op.create_table(
        "admin_action",
        sa.Column("id", Id, nullable=False, autoincrement=True),
        sa.Column("admin_id", Id),
        sa.Column("at", Instant, nullable=False),
        sa.Column("what", sa.String(32), nullable=False),
        sa.Column("subject", sa.Text, nullable=False, server_default=""),
        _of_chat("admin_action", "admin_id", ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name="pk_admin_action"),
    )
    op.create_index("ix_admin_action_admin_id", "admin_action", ["admin_id"])
    op.create_table(
        "broadcast",
        sa.Column("id", Id, nullable=False, autoincrement=True),
        sa.Column("admin_id", Id),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("created_at", Instant, nullable=False),
        _of_chat("broadcast", "admin_id", ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name="pk_broadcast"),
    )
    op.create_index("ix_broadcast_admin_id", "broadcast", ["admin_id"])
    op.create_table(
        "spike",
        sa.Column("id", Id, nullable=False, autoincrement=True),
        sa.Column("place_id", sa.String(40), nullable=False),
        sa.Column("began_at", Instant, nullable=False),
        sa.Column("last_at", Instant, nullable=False),
        sa.Column("stories", sa.Integer, nullable=False),
        sa.Column("usual", sa.Float, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_spike"),
    )
    op.create_index("ix_spike_place_id_last_at", "spike", ["place_id", "last_at"])
    op.create_index(
        "ix_delivery_to_all",
        "delivery",
        ["key"],
        sqlite_where=_TO_ALL,
        postgresql_where=_TO_ALL,
    )


def downgrade() -> None:
    op.execute("DELETE FROM delivery WHERE kind IN ('to_all', 'spike')")
    op.drop_index("ix_delivery_to_all", "delivery")
    for table in ("spike", "broadcast", "admin_action", "manager"):
        op.drop_table(table)
    for table, column in reversed(_FLAGS):
        op.drop_column(table, column)
