"""The tables by which the story of an entry is found (`bot.store.groups`)."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
)

from bot.store.columns import Id, Instant, metadata

# A term is a hash; what stories of the last days it stands in, as 64-bit numbers.
story_term = Table(
    "story_term",
    metadata,
    Column("term", BigInteger, primary_key=True, autoincrement=False),
    Column("stories", Integer, nullable=False),
    Column("newest", LargeBinary, nullable=False),
    Column("touched_at", Instant, nullable=False),
)

story_state = Table(
    "story_state",
    metadata,
    Column(
        "story_id",
        Id,
        ForeignKey("story.id", ondelete="CASCADE"),
        primary_key=True,
        nullable=False,
        autoincrement=False,
    ),
    Column("first_at", Instant, nullable=False),
    Column("last_at", Instant, nullable=False),
    Column("touched_at", Instant, nullable=False),
    Column("size", Integer, nullable=False),
    Column("facts", JSON, nullable=False),
    Column("vectors", LargeBinary, nullable=False),
)

# What an entry says beside its text: where it has it from, and who says what in it.
report = Table(
    "report",
    metadata,
    Column(
        "entry_id",
        Id,
        ForeignKey("entry.id", ondelete="CASCADE"),
        primary_key=True,
        nullable=False,
        autoincrement=False,
    ),
    Column("origin", String(64), nullable=False),
    Column("shingles", LargeBinary, nullable=False),
    Column("statements", JSON, nullable=False),
    Column("joined_because", Text, nullable=False),
)
