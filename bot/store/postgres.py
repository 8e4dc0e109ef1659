"""How long the two sides of a connection to PostgreSQL wait for each other.

A machine that vanishes closes no connection. Unless told otherwise each side then waits for
two hours: we for an answer, and the server with the locks that a dead process had.
"""

from typing import Any, Final

from sqlalchemy import Connection, event, make_url
from sqlalchemy.ext.asyncio import AsyncEngine

# The server lets go of whoever is gone for as long, as we do of the server; and of one that
# is there, but does nothing in a transaction, and holds up the others.
SESSION: Final = {
    "tcp_keepalives_idle": "15s",
    "tcp_keepalives_interval": "5s",
    "tcp_keepalives_count": "3",
    "tcp_user_timeout": "30s",
    "idle_in_transaction_session_timeout": "60s",
}
# Whoever has it asks each second: a process that is frozen leads no more.
LOCK_SESSION: Final = {**SESSION, "idle_session_timeout": "30s"}
# PostgreSQL before 14 has not all of them.
_SET: Final = (
    "SELECT set_config(name, wanted.value, false)"
    " FROM unnest(%s::text[], %s::text[]) AS wanted (name, value)"
    " JOIN pg_settings USING (name)"
)


def patience(url: str) -> dict[str, Any]:
    """Return for how long a server that does not answer is waited for, in libpq's words.

    What `url` says wins.
    """
    limits = {
        "connect_timeout": 10,  # seconds, as all but the last
        "keepalives_idle": 15,
        "keepalives_interval": 5,
        "keepalives_count": 3,
        "tcp_user_timeout": 30_000,  # milliseconds; Linux only
    }
    return {name: limits[name] for name in limits.keys() - make_url(url).query.keys()}


def limit_sessions(engine: AsyncEngine, limits: dict[str, str]) -> None:
    """Have the server end each session of `engine` whose process is gone or frozen.

    By statements, for a pooler refuses what it does not know when a connection begins.
    """

    @event.listens_for(engine.sync_engine, "connect")
    def on_connect(connection: Any, _record: object) -> None:
        cursor = connection.cursor()
        cursor.execute(_SET, (list(limits), list(limits.values())))
        cursor.close()
        connection.commit()


def may_take_long(connection: Connection) -> None:
    """Let this transaction be idle: what it does between two statements takes its time."""
    connection.exec_driver_sql("SET LOCAL idle_in_transaction_session_timeout = 0")
