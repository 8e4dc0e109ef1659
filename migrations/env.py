"""Alembic runs here; `bot.store.migrate` hands over the connection."""

from alembic import context

from bot.store.archive_schema import is_described
from bot.store.schema import metadata

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=metadata,
    render_as_batch=True,
    compare_type=True,
    include_name=is_described,
    transaction_per_migration=False,
)
with context.begin_transaction():
    context.run_migrations()
