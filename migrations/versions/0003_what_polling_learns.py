"""Remember what polling learns of a feed: its rhythm, its server, its entries' slices.

Revision: 0003, after 0002.
"""

import sqlalchemy as sa
from alembic import op

from bot.domain.hosts import site_of
from bot.store.columns import Instant

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def _columns() -> list[sa.Column]:
    return [
        sa.Column("time_zone", sa.String(64), nullable=False, server_default="UTC"),
        sa.Column("site", sa.String(253), nullable=False, server_default=""),
        sa.Column("validators_host", sa.String(253)),
        sa.Column("wire_hash", sa.String(32)),
        sa.Column("profile", sa.Integer, nullable=False, server_default="0"),
        sa.Column("moved_to", sa.Text),
        sa.Column("moved_since", Instant),
        sa.Column("moved_polls", sa.Integer, nullable=False, server_default="0"),
        sa.Column("answers_304", sa.Integer, nullable=False, server_default="0"),
        sa.Column("audit_after", sa.Integer, nullable=False, server_default="20"),
        sa.Column("full_at", Instant),
        sa.Column("lies", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("average_gap", sa.Float),
        sa.Column("longest_gap", sa.Float),
        sa.Column("gaps", sa.Integer, nullable=False, server_default="0"),
        sa.Column("learning_since", Instant),
        sa.Column("last_new_at", Instant),
        sa.Column("possible_gaps", sa.Integer, nullable=False, server_default="0"),
        sa.Column("last_gap_at", Instant),
        sa.Column("not_before", Instant),
        sa.Column("burst_until", Instant),
        sa.Column("fault", sa.String(16)),
        sa.Column("failing_since", Instant),
    ]


def upgrade() -> None:
    # Column by column: a batch would build the table anew on SQLite.
    for column in _columns():
        op.add_column("feed", column)
    feed = sa.table("feed", sa.column("id"), sa.column("url"), sa.column("site"))
    connection = op.get_bind()
    for row in connection.execute(sa.select(feed.c.id, feed.c.url)).all():
        connection.execute(
            sa.update(feed).where(feed.c.id == row.id).values(site=site_of(row.url))
        )
    op.create_table(
        "feed_slices",
        sa.Column("feed_id", sa.BigInteger().with_variant(sa.Integer, "sqlite")),
        sa.Column("skeleton", sa.String(32), nullable=False),
        sa.Column("entries", sa.LargeBinary, nullable=False),
        sa.ForeignKeyConstraint(
            ["feed_id"],
            ["feed.id"],
            name="fk_feed_slices_feed_id_feed",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("feed_id", name="pk_feed_slices"),
    )


def downgrade() -> None:
    op.drop_table("feed_slices")
    for column in reversed(_columns()):
        op.drop_column("feed", column.name)
