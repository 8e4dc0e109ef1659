"""Takes a configuration file again when it has changed, without a restart."""

import logging
from collections.abc import Awaitable, Callable
from pathlib import Path

from bot.config.watch import FileWatch
from bot.domain.errors import ConfigError

log = logging.getLogger(__name__)


class Reload:
    """Watches one file; make it before the file is read for the first time.

    Attributes:
        error: What is wrong with the file as it is now; None while it is in use.
    """

    def __init__(
        self, path: Path, what: str, take: Callable[[], Awaitable[object]]
    ) -> None:
        """Watch `path`.

        Args:
            path: The file.
            what: What it describes, in the plural, for the log.
            take: Reads the file and puts it to use; a ConfigError leaves all as it was.
        """
        self.error: str | None = None
        self._watch = FileWatch(path)
        self._what = what
        self._take = take
        self._is_stale = False  # the file changed and was not taken

    async def look(self) -> None:
        """Take the file if it has changed; one with an error changes nothing."""
        self._is_stale |= self._watch.changed()
        if not self._is_stale:
            return
        try:
            await self._take()
        except ConfigError as exc:
            self.error = str(exc)
            self._is_stale = False  # complain once; mending it is a change
            log.warning("the running %s stay: %s", self._what, exc)
            return
        self._is_stale = False
        self.error = None
