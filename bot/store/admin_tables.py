"""The tables of what admins do; `schema` has them all.

Who forgets their chat leaves the record of what was done, without who did it.
"""

from sqlalchemy import JSON, Column, ForeignKey, Index, String, Table, Text

from bot.store.columns import Instant, id_column, metadata

admin_action = Table(
    "admin_action",
    metadata,
    id_column(),
    Column("admin_id", ForeignKey("chat.id", ondelete="SET NULL")),
    Column("at", Instant, nullable=False),
    Column("what", String(32), nullable=False),
    Column("subject", Text, nullable=False, server_default=""),
    Column("facts", JSON(none_as_null=True)),
    Index("ix_admin_action_admin_id", "admin_id"),
)

broadcast = Table(
    "broadcast",
    metadata,
    id_column(),
    Column("admin_id", ForeignKey("chat.id", ondelete="SET NULL")),
    Column("words", Text, nullable=False),
    Column("state", String(16), nullable=False),
    Column("created_at", Instant, nullable=False),
    Index("ix_broadcast_admin_id", "admin_id"),
)
