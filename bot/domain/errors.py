"""Every error that Tocsin raises on purpose.

::

    TocsinError
    ├── ConfigError        settings, feeds.yaml or regions.yaml cannot be used
    │   └── ConfigErrors   several of them, found together
    ├── QueryError         what a person typed after /keyword cannot be read
    ├── FeedError          one feed could not be read; the others go on
    │   ├── FetchError     it could not be fetched
    │   └── ParseError     it was fetched, but is not a feed that we can read
    └── StoreError         the database cannot be used now

An error carries data and says whether to try again. Expected outcomes, such as a message
that Telegram refuses, are return types and not errors.
"""

from collections.abc import Iterable
from datetime import timedelta
from enum import StrEnum


class TocsinError(Exception):
    """Base of all; its text is one sentence that a person understands."""


class ConfigError(TocsinError):
    """Settings or a configuration file cannot be used.

    Attributes:
        where: The file with its line, or the name of the setting.
        reason: What is wrong and what to do, in one sentence.
    """

    def __init__(self, where: str, reason: str) -> None:
        """Remember the place and the reason."""
        super().__init__(f"{where}: {reason}")
        self.where = where
        self.reason = reason


class ConfigErrors(ConfigError):  # noqa: N818  # it is several errors
    """Several things in the configuration are wrong; the text has one line for each.

    Attributes:
        errors: Each of them, in the order of the file.
    """

    def __init__(self, errors: Iterable[ConfigError]) -> None:
        """Remember the errors; `where` and `reason` are the first one's."""
        self.errors = tuple(errors)
        super().__init__(self.errors[0].where, self.errors[0].reason)

    def __str__(self) -> str:
        """Return one line for each error."""
        return "\n".join(map(str, self.errors))


class QueryError(TocsinError):
    """A query cannot be read.

    Attributes:
        reason: Key of the reason, translated where it is shown; `token` belongs into it.
        position: Offset of the first wrong character, in code points.
        token: What the person wrote there, on one line; "" if the reason names nothing.
    """

    def __init__(self, reason: str, position: int = 0, token: str = "") -> None:
        """Remember the reason and its position, which people count from 1."""
        super().__init__(f"position {position + 1}: {reason.format(token=token)}")
        self.reason = reason
        self.position = position
        self.token = token


class Fault(StrEnum):
    """What kind of thing is wrong with a feed; each kind backs off in its own way."""

    ADDRESS = "address"  # no such host, or no such address
    BLOCKED = "blocked"  # an address that feeds may not be fetched from
    CONNECTION = "connection"  # refused, reset, cut off
    TLS = "tls"
    TIMEOUT = "timeout"
    REDIRECT = "redirect"  # in a circle, too many, or to nowhere
    FORBIDDEN = "forbidden"  # 401, 403, 406, 451
    MISSING = "missing"  # 404
    GONE = "gone"  # 410
    BUSY = "busy"  # 429, and whatever names a time to come back
    SERVER = "server"  # 5xx and statuses that nobody expects
    DOCUMENT = "document"  # no feed, or one that cannot be read
    HOSTILE = "hostile"  # over a limit of size, depth, time or memory
    FOREIGN = "foreign"  # another site's feed, served by mistake
    INTERNAL = "internal"  # a fault of ours


class FeedError(TocsinError):
    """One feed could not be read.

    Attributes:
        url: The feed's address.
        reason: What went wrong, in words that an admin understands.
        kind: What kind of thing that is.
        transient: True if a later poll may succeed without anybody acting.
        retry_after: The pause that the server asked for, if it asked.
        site: The site that asked for it; a redirect may lead to another one than `url`.
    """

    def __init__(
        self,
        url: str,
        reason: str,
        *,
        transient: bool,
        kind: Fault = Fault.DOCUMENT,
        retry_after: timedelta | None = None,
        site: str | None = None,
    ) -> None:
        """Remember what an admin and the schedule need."""
        super().__init__(f"{url}: {reason}")
        self.url = url
        self.reason = reason
        self.kind = kind
        self.transient = transient
        self.retry_after = retry_after
        self.site = site


class FetchError(FeedError):
    """The document could not be fetched."""


class ParseError(FeedError):
    """The document is not a feed that we can read."""


class StoreError(TocsinError):
    """The database cannot be used now; the work is repeated later."""
