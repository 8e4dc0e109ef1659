"""Messages of the local Bot API that lie in a file, for a simulated day.

It keeps 2 to 7 KB of each for ever, in the process whose memory is measured: a day's 20,000
to 1,000 chats were 50 MB that looked like the service's.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import fields

from bot.demo.botapi.rooms import Stored

_PARTS = tuple(each.name for each in fields(Stored))
_TABLE = "CREATE TABLE message (chat, id, content, PRIMARY KEY (chat, id)) WITHOUT ROWID"


class Shelf(dict[int, Stored]):
    """The messages of one chat: the one looked at last is here, the others in the file.

    It is what `Room.stored` needs: a message may be changed until another one of its chat
    is looked at.
    """

    def __init__(self, file: sqlite3.Connection, chat: int) -> None:
        super().__init__()
        self._file, self._chat = file, chat

    def __setitem__(self, message_id: int, stored: Stored) -> None:
        self._put_away()
        super().__setitem__(message_id, stored)

    def get(self, message_id: int, default: None = None) -> Stored | None:  # type: ignore[override]  # nobody asks for another
        if message_id not in self:
            row = self._file.execute(
                "SELECT content FROM message WHERE chat = ? AND id = ?",
                (self._chat, message_id),
            ).fetchone()
            if row is None:
                return default
            self[message_id] = _read(row[0])
        return self[message_id]

    def values(self) -> list[Stored]:  # type: ignore[override]  # they are only gone through
        self._put_away()
        rows = self._file.execute(
            "SELECT content FROM message WHERE chat = ? ORDER BY id", (self._chat,)
        )
        return [_read(content) for (content,) in rows]

    def _put_away(self) -> None:
        for message_id, stored in self.items():
            parts = [getattr(stored, part) for part in _PARTS]
            self._file.execute(
                "REPLACE INTO message VALUES (?, ?, ?)",
                (self._chat, message_id, json.dumps(parts)),
            )
        self.clear()


def _read(content: str) -> Stored:
    return Stored(**dict(zip(_PARTS, json.loads(content), strict=True)))


@contextmanager
def shelf_file() -> Iterator[sqlite3.Connection]:
    """Open a file without a name, of which SQLite keeps 2 MB in memory."""
    with closing(sqlite3.connect("", isolation_level=None)) as file:
        file.execute("PRAGMA journal_mode = OFF")
        file.execute(_TABLE)
        yield file
