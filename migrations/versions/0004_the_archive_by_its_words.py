"""Find entries by their words: an index of them, and which forms a stem has.

What was there before is put in by the service while it runs, newest first, or by
``tocsin migrate`` at once: see bot/pipeline/archive.py.

Revision: 0004, after 0003.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_TOKENS = "ascii tokenchars '!#$%&()*+,-./:;<=>?@[\\]^_`{|}~'"
_FTS5 = (
    "CREATE VIRTUAL TABLE archive USING fts5"
    f"(terms, content='', detail='none', columnsize=0, tokenize=\"{_TOKENS}\")"
)
_TABLE = (
    "CREATE TABLE archive ("
    "entry_id BIGINT CONSTRAINT pk_archive PRIMARY KEY"
    " CONSTRAINT fk_archive_entry_id_entry REFERENCES entry (id) ON DELETE CASCADE,"
    " terms TSVECTOR NOT NULL)"
)
_GIN = "CREATE INDEX ix_archive_terms ON archive USING gin (terms)"
_CREATE = {"sqlite": (_FTS5,), "postgresql": (_TABLE, _GIN)}


def upgrade() -> None:
    connection = op.get_bind()
    for statement in _CREATE[connection.dialect.name]:
        connection.exec_driver_sql(statement)
    op.create_table(
        "form",
        sa.Column("stem", sa.String(80), nullable=False),
        sa.Column("form", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("stem", "form", name="pk_form"),
        sqlite_with_rowid=False,
    )
    connection.exec_driver_sql(
        "INSERT INTO counter (name, value) "
        "SELECT 'archive_left', coalesce(max(id) + 1, 0) FROM entry"
    )


def downgrade() -> None:
    connection = op.get_bind()
    connection.exec_driver_sql(
        "DELETE FROM counter WHERE name IN ('archive_left', 'forms_left', 'forms_version')"
    )
    op.drop_table("form")
    connection.exec_driver_sql("DROP TABLE archive")
