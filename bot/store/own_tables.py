"""What people give us: files that they import, feeds that they suggest."""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, String, Table, Text

from bot.store.columns import Instant, id_column, metadata

# A file as it was read, kept until it is taken over, and then until that can be undone.
file_import = Table(
    "file_import",
    metadata,
    id_column(),
    Column("chat_id", ForeignKey("chat.id", ondelete="CASCADE"), nullable=False),
    Column("kind", String(8), nullable=False),
    Column("document", Text, nullable=False),
    Column("undo", Text),
    Column("created_at", Instant, nullable=False),
    Column("done_at", Instant),
    Index("ix_file_import_chat_id", "chat_id"),
)

feed_suggestion = Table(
    "feed_suggestion",
    metadata,
    id_column(),
    Column("chat_id", ForeignKey("chat.id", ondelete="CASCADE"), nullable=False),
    Column("url", Text, nullable=False),
    Column("title", Text, nullable=False, server_default=""),
    Column("language", String(35)),
    Column("entries", Integer),
    Column("state", String(16), nullable=False),
    Column("reason", Text),
    Column("decided_by", BigInteger),
    Column("created_at", Instant, nullable=False),
    Column("not_before", Instant, nullable=False),
    Index("ix_feed_suggestion_chat_id", "chat_id"),
    Index("ix_feed_suggestion_state_not_before", "state", "not_before"),
)
