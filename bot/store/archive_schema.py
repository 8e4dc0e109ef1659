"""What the full-text index is made of: it is spelt differently on each database.

`archive` has the words of every entry, to find candidates by; they are looked at once more
where the query is known. `form` has the forms of words that stand in it, by their stems.
"""

from collections.abc import Callable
from typing import Final

from sqlalchemy import Column, Connection, String, Table, event

from bot.store.columns import metadata

# Without the texts (content=''), positions (detail) and lengths (columnsize) the index has
# a fifth of the size; what it finds is read anyway. Words come folded: all that is not a
# space belongs to one.
_TOKENS: Final = "ascii tokenchars '!#$%&()*+,-./:;<=>?@[\\]^_`{|}~'"
_FTS5: Final = (
    "CREATE VIRTUAL TABLE archive USING fts5"
    f"(terms, content='', detail='none', columnsize=0, tokenize=\"{_TOKENS}\")"
)
_TABLE: Final = (
    "CREATE TABLE archive ("
    "entry_id BIGINT CONSTRAINT pk_archive PRIMARY KEY"
    " CONSTRAINT fk_archive_entry_id_entry REFERENCES entry (id) ON DELETE CASCADE,"
    " terms TSVECTOR NOT NULL)"
)
_GIN: Final = "CREATE INDEX ix_archive_terms ON archive USING gin (terms)"
CREATE: Final = {"sqlite": (_FTS5,), "postgresql": (_TABLE, _GIN)}
DROP: Final = "DROP TABLE IF EXISTS archive"

form = Table(
    "form",
    metadata,
    Column("stem", String(80), primary_key=True),
    Column("form", String(64), primary_key=True),
    sqlite_with_rowid=False,
)


def is_described(name: str | None, kind: str, _parents: object = None) -> bool:
    """Say whether the metadata describes a table: not the index, nor what SQLite adds."""
    return kind != "table" or not str(name).startswith("archive")


def _run(*statements: str) -> Callable[..., None]:
    def run(_: object, connection: Connection, **_options: object) -> None:
        for statement in statements or CREATE[connection.dialect.name]:
            connection.exec_driver_sql(statement)

    return run


# The index is made and dropped with the tables.
event.listen(metadata, "after_create", _run())
event.listen(metadata, "before_drop", _run(DROP))
