"""The tables of chats and of what they follow; `schema` has them all."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
)

from bot.store.columns import Instant, id_column, metadata

chat = Table(
    "chat",
    metadata,
    id_column(),
    Column("telegram_id", BigInteger, nullable=False, unique=True),
    Column("thread_id", BigInteger),
    Column("kind", String(16), nullable=False),
    Column("title", Text),
    Column("language", String(8), nullable=False),
    Column("time_zone", String(64), nullable=False),
    Column("state", String(16), nullable=False),
    Column("state_reason", Text),
    Column("paused_until", Instant),
    Column("parked_until", Instant),
    Column("prompt", String(64)),
    # when it wants to be told; times are HH:MM by its own clock
    Column("mode", String(8), nullable=False, server_default="now"),
    Column("digest_times", String(64)),
    Column("digest_days", Integer, nullable=False, server_default="127"),  # Monday is 1
    Column("digest_says_nothing", Boolean, nullable=False, server_default=false()),
    Column("next_digest_at", Instant),
    Column("quiet_start", String(5)),
    Column("quiet_end", String(5)),
    Column("quiet_but_urgent", Boolean, nullable=False, server_default=false()),
    Column("hourly_limit", Integer),
    Column("follow_ups", String(8), nullable=False, server_default="changes"),
    Column("spikes", Boolean, nullable=False, server_default=false()),
    # the outlets that it hears, by country and tag; null for all
    Column("outlets", JSON(none_as_null=True)),
    Column("singly_until", Instant),
    Column("pictures", String(8), nullable=False, server_default="off"),
    Column("sound", String(8), nullable=False, server_default="all"),
    Column("menu", String(16), nullable=False, server_default=""),
    Column("created_at", Instant, nullable=False),
    Index("ix_chat_next_digest_at", "next_digest_at"),
)

# Who sets up which groups and channels from a private chat; what to offer, never a right.
manager = Table(
    "manager",
    metadata,
    Column(
        "person_id",
        ForeignKey("chat.id", ondelete="CASCADE"),
        primary_key=True,
        nullable=False,
        autoincrement=False,
    ),
    Column(
        "chat_id",
        ForeignKey("chat.id", ondelete="CASCADE"),
        primary_key=True,
        nullable=False,
        autoincrement=False,
    ),
    Index("ix_manager_chat_id", "chat_id"),
)

subscription = Table(
    "subscription",
    metadata,
    id_column(),
    Column("chat_id", ForeignKey("chat.id", ondelete="CASCADE"), nullable=False),
    Column("key", String(700), nullable=False),
    Column("regions", JSON, nullable=False),
    Column("query", Text),
    Column("is_urgent", Boolean, nullable=False, server_default=false()),
    Column("is_paused", Boolean, nullable=False, server_default=false()),
    Column("in_digest", Boolean, nullable=False, server_default=false()),
    Column("created_at", Instant, nullable=False),
    UniqueConstraint("chat_id", "key"),
)
