"""Keep what a reload changed as facts, to be told in each admin's language.

Revision: 0013, after 0012.
"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("admin_action", sa.Column("facts", sa.JSON()))


def downgrade() -> None:
    op.drop_column("admin_action", "facts")
