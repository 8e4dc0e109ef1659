"""The table of what was reported unusually often; `schema` has them all."""

from sqlalchemy import Column, Float, Index, Integer, String, Table

from bot.store.columns import Instant, id_column, metadata

# One row is one spike: `last_at` moves on while it lasts.
spike = Table(
    "spike",
    metadata,
    id_column(),
    Column("place_id", String(40), nullable=False),
    Column("began_at", Instant, nullable=False),
    Column("last_at", Instant, nullable=False),
    Column("stories", Integer, nullable=False),
    Column("usual", Float, nullable=False),
    Index("ix_spike_place_id_last_at", "place_id", "last_at"),
)
