"""Notices that a configuration file changed."""

import hashlib
from pathlib import Path

from bot.config.yaml import MAX_BYTES


class FileWatch:
    """Watches one file by its content.

    Make the watch before the file is read for the first time, so that no change falls
    between. Content and not the time of change decides: a file that is replaced by a link
    (Kubernetes) or restored with its old time has changed, one that was only touched has
    not. Each content is reported once, so a faulty file is complained about once.
    """

    def __init__(self, path: Path) -> None:
        """Remember how `path` looks now; it need not exist."""
        self.path = path
        self._seen = self._fingerprint()

    def changed(self) -> bool:
        """Return True if the file differs from what the last call saw."""
        before, self._seen = self._seen, self._fingerprint()
        return before != self._seen

    def _fingerprint(self) -> bytes | None:
        """Return a hash of the content, None if it cannot be read."""
        try:
            with self.path.open("rb") as file:
                return hashlib.sha256(file.read(MAX_BYTES + 1)).digest()
        except OSError:
            return None
