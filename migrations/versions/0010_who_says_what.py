"""Keep where entries have it from and who says what; three choices of follow-ups.

Revision: 0010, after 0009. A chat that had turned follow-ups off hears of each story once.
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("ALTER TABLE chat RENAME COLUMN follow_ups TO had_follow_ups")
    op.add_column(
        "chat",
        sa.Column("follow_ups", sa.String(8), nullable=False, server_default="changes"),
    )
    op.execute("UPDATE chat SET follow_ups = 'first' WHERE NOT had_follow_ups")
    op.drop_column("chat", "had_follow_ups")
    op.create_table(
        "report",
        sa.Column(
            "entry_id",
            sa.BigInteger().with_variant(sa.Integer, "sqlite"),
            nullable=False,
            autoincrement=False,
        ),
        sa.Column("origin", sa.String(64), nullable=False),
        sa.Column("shingles", sa.LargeBinary, nullable=False),
        sa.Column("statements", sa.JSON, nullable=False),
        sa.Column("joined_because", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id"],
            ["entry.id"],
            name="fk_report_entry_id_entry",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("entry_id", name="pk_report"),
    )


def downgrade() -> None:
    op.drop_table("report")
    op.execute("ALTER TABLE chat RENAME COLUMN follow_ups TO wanted")
    op.add_column(
        "chat",
        sa.Column("follow_ups", sa.Boolean, nullable=False, server_default=sa.true()),
    )
    op.execute("UPDATE chat SET follow_ups = (wanted <> 'first')")
    op.drop_column("chat", "wanted")
