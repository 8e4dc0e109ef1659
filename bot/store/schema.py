"""The tables (DESIGN section 3), one schema for SQLite and PostgreSQL.

Text of entries may be deleted after a while; what tells "seen" outlives it.
"""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
    text,
)

from bot.store import archive_schema  # noqa: F401  # its tables are among these
from bot.store.admin_tables import admin_action as admin_action  # noqa: PLC0414  # part
from bot.store.admin_tables import broadcast as broadcast  # noqa: PLC0414  # likewise
from bot.store.chat_tables import chat as chat  # noqa: PLC0414  # part of the schema
from bot.store.chat_tables import manager as manager  # noqa: PLC0414  # likewise
from bot.store.chat_tables import subscription as subscription  # noqa: PLC0414  # likewise
from bot.store.columns import Instant, id_column, metadata
from bot.store.own_tables import feed_suggestion, file_import  # noqa: F401  # one schema
from bot.store.story_tables import report, story_state, story_term  # noqa: F401  # one
from bot.store.trend_tables import spike as spike  # noqa: PLC0414  # likewise

# Of `delivery`. Literals, for a partial index serves only what names its condition.
WAITING = text("delivery.state IN ('ready', 'unsure') AND delivery.finished_at IS NULL")
SENDING = text("delivery.state = 'sending'")
_IS_DEAD = (
    "{0}state IN ('rejected', 'unsure') "
    "AND {0}finished_at IS NOT NULL AND {0}kind != 'edit'"
)
DEAD, _DEAD = (text(_IS_DEAD.format(of)) for of in ("delivery.", ""))
HELD = text("delivery.state = 'held'")
UNTOLD = text("delivery.state IN ('held', 'listed')")
_WAITING = text("state IN ('ready', 'unsure') AND finished_at IS NULL")
_SENDING = text("state = 'sending'")
_HELD = text("state = 'held'")
TO_ALL = text("delivery.kind = 'to_all'")
_TO_ALL = text("kind = 'to_all'")
_UNTOLD = text("state IN ('held', 'listed')")

feed = Table(
    "feed",
    metadata,
    id_column(),
    Column("url", Text, nullable=False, unique=True),
    Column("title", Text, nullable=False, server_default=""),
    Column("publisher", Text, nullable=False, server_default=""),
    Column("language", String(35)),
    Column("country", String(2)),
    Column("tags", JSON, nullable=False),
    Column("interval_seconds", Integer, nullable=False),
    Column("time_zone", String(64), nullable=False, server_default="UTC"),
    Column("enabled", Boolean, nullable=False),
    Column("is_held", Boolean, nullable=False, server_default=false()),  # by an admin
    # the answers of its server
    Column("site", String(253), nullable=False, server_default=""),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("validators_host", String(253)),
    Column("wire_hash", String(32)),
    Column("body_hash", String(32)),
    Column("profile", Integer, nullable=False, server_default="0"),
    Column("moved_to", Text),
    Column("moved_since", Instant),
    Column("moved_polls", Integer, nullable=False, server_default="0"),
    # how far its 304s are believed
    Column("answers_304", Integer, nullable=False, server_default="0"),
    Column("audit_after", Integer, nullable=False, server_default="20"),
    Column("full_at", Instant),
    Column("lies", Boolean, nullable=False, server_default=false()),
    # its entries
    Column("hosts", JSON, nullable=False),
    Column("baseline_at", Instant),
    Column("average_gap", Float),  # seconds
    Column("longest_gap", Float),  # seconds
    Column("gaps", Integer, nullable=False, server_default="0"),
    Column("learning_since", Instant),
    Column("last_new_at", Instant),
    Column("possible_gaps", Integer, nullable=False, server_default="0"),
    Column("last_gap_at", Instant),
    # its polls
    Column("next_poll_at", Instant, nullable=False),
    Column("not_before", Instant),  # what its server asked for
    Column("burst_until", Instant),
    Column("lease_until", Instant),
    Column("failures", Integer, nullable=False, server_default="0"),
    Column("fault", String(16)),
    Column("failing_since", Instant),
    Column("last_error", Text),
    Column("last_polled_at", Instant),
    Column("last_success_at", Instant),
    Index("ix_feed_enabled_next_poll_at", "enabled", "next_poll_at"),
)

feed_slices = Table(
    "feed_slices",
    metadata,
    Column(
        "feed_id",
        ForeignKey("feed.id", ondelete="CASCADE"),
        primary_key=True,
        nullable=False,
        autoincrement=False,
    ),
    Column("skeleton", String(32), nullable=False),
    Column("entries", LargeBinary, nullable=False),
)

story = Table(
    "story",
    metadata,
    id_column(),
    Column("first_seen_at", Instant, nullable=False),
    Column("last_seen_at", Instant, nullable=False),
)

story_key = Table(
    "story_key",
    metadata,
    id_column(),
    Column("story_id", ForeignKey("story.id", ondelete="CASCADE"), nullable=False),
    Column("key", String(34), nullable=False),
    Column("feed_id", ForeignKey("feed.id", ondelete="CASCADE"), nullable=False),
    Column("seen_at", Instant, nullable=False),
    Index("ix_story_key_key_seen_at", "key", "seen_at"),
    Index("ix_story_key_story_id", "story_id"),
    Index("ix_story_key_feed_id", "feed_id"),
)

entry = Table(
    "entry",
    metadata,
    id_column(),
    Column("feed_id", ForeignKey("feed.id", ondelete="CASCADE"), nullable=False),
    Column("story_id", ForeignKey("story.id", ondelete="SET NULL")),
    Column("guid", Text),
    Column("link", Text),
    Column("title", Text, nullable=False),
    Column("summary", Text, nullable=False),
    Column("author", Text),
    Column("categories", JSON, nullable=False),
    Column("language", String(35), nullable=False),
    Column("published_at", Instant, nullable=False),
    Column("first_seen_at", Instant, nullable=False),
    Column("revision", Integer, nullable=False, server_default="0"),
    Column("silent_reason", Text),
    Column("update_kind", String(16)),  # what it changes in its story
    Column("update_detail", Text),
    Index("ix_entry_published_at", "published_at"),
    Index("ix_entry_feed_id", "feed_id"),
    Index("ix_entry_story_id", "story_id"),
)

about = Table(
    "about",
    metadata,
    Column(
        "entry_id",
        ForeignKey("entry.id", ondelete="CASCADE"),
        primary_key=True,
        nullable=False,
    ),
    Column("place_id", String(40), primary_key=True, nullable=False),
    Index("ix_about_place_id_entry_id", "place_id", "entry_id"),
)

seen = Table(
    "seen",
    metadata,
    Column(
        "feed_id",
        ForeignKey("feed.id", ondelete="CASCADE"),
        primary_key=True,
        nullable=False,
    ),
    Column("key", String(34), primary_key=True, nullable=False),
    Column("entry_id", ForeignKey("entry.id", ondelete="SET NULL")),
    Column("seen_at", Instant, nullable=False),
    Index("ix_seen_entry_id", "entry_id"),
)

mute = Table(
    "mute",
    metadata,
    id_column(),
    Column("chat_id", ForeignKey("chat.id", ondelete="CASCADE"), nullable=False),
    Column("key", String(700), nullable=False),
    Column("story_id", ForeignKey("story.id", ondelete="CASCADE")),
    Column("words", Text, nullable=False),
    Column("until", Instant),
    Column("created_at", Instant, nullable=False),
    UniqueConstraint("chat_id", "key"),
    Index("ix_mute_story_id", "story_id"),
)

match = Table(
    "match",
    metadata,
    Column(
        "entry_id",
        ForeignKey("entry.id", ondelete="CASCADE"),
        primary_key=True,
        nullable=False,
    ),
    Column(
        "subscription_id",
        ForeignKey("subscription.id", ondelete="CASCADE"),
        primary_key=True,
        nullable=False,
    ),
    Column("evidence", JSON, nullable=False),
    Column("action", String(8), nullable=False),
    Column("reason", Text, nullable=False),
    Index("ix_match_subscription_id", "subscription_id"),
)

delivery = Table(
    "delivery",
    metadata,
    id_column(),
    Column("chat_id", ForeignKey("chat.id", ondelete="CASCADE"), nullable=False),
    Column("story_id", ForeignKey("story.id", ondelete="CASCADE")),
    Column("entry_id", ForeignKey("entry.id", ondelete="CASCADE")),
    # of an alert that a digest tells: which, and at which place in it
    Column("digest_id", ForeignKey("delivery.id", ondelete="SET NULL")),
    Column("digest_rank", Integer),
    Column("kind", String(16), nullable=False),
    Column("key", String(64), nullable=False),
    Column("evidence", JSON, nullable=False),
    Column("state", String(16), nullable=False),
    Column("not_before", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("resends", Integer, nullable=False, server_default="0"),
    Column("last_error", Text),
    Column("message_id", BigInteger),
    Column("created_at", Instant, nullable=False),
    Column("finished_at", Instant),
    UniqueConstraint("chat_id", "key"),
    Index(
        "ix_delivery_waiting",
        "kind",
        "id",
        sqlite_where=_WAITING,
        postgresql_where=_WAITING,
    ),
    Index(
        "ix_delivery_sending",
        "chat_id",
        sqlite_where=_SENDING,
        postgresql_where=_SENDING,
    ),
    Index(
        "ix_delivery_dead",
        "id",
        sqlite_where=_DEAD,
        postgresql_where=_DEAD,
    ),
    Index(
        "ix_delivery_held",
        "not_before",
        sqlite_where=_HELD,
        postgresql_where=_HELD,
    ),
    Index(
        "ix_delivery_untold",
        "chat_id",
        sqlite_where=_UNTOLD,
        postgresql_where=_UNTOLD,
    ),
    Index("ix_delivery_to_all", "key", sqlite_where=_TO_ALL, postgresql_where=_TO_ALL),
    Index("ix_delivery_story_id", "story_id"),
    Index("ix_delivery_entry_id", "entry_id"),
    Index("ix_delivery_digest_id_digest_rank", "digest_id", "digest_rank"),
)

update = Table(
    "update",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("handled_at", Instant, nullable=False),
)

counter = Table(
    "counter",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("value", BigInteger, nullable=False),
)
