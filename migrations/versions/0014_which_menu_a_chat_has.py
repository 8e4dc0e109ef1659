"""Note which menu of commands a chat was given, to take it back.

Revision: 0014, after 0013.
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "chat", sa.Column("menu", sa.String(16), nullable=False, server_default="")
    )


def downgrade() -> None:
    op.drop_column("chat", "menu")
