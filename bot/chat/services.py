"""What the handlers work with, given by the composition root."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Protocol

from bot.domain.model import FeedSpec
from bot.pipeline.configure import FeedsDiff
from bot.pipeline.location import Whereabouts
from bot.pipeline.status import Overview
from bot.pipeline.verdicts import Verdict
from bot.store.engine import Store


class Office(Protocol):
    """What admins can ask of the service itself (`bot.office`)."""

    async def reload(self) -> FeedsDiff:
        """Take the files as they are now, or raise a ConfigError."""

    async def diagnose(self, spec: FeedSpec) -> Verdict:
        """Fetch and read a feed as its server gives it now."""

    async def back_up(self) -> tuple[Path, int]:
        """Copy the database; return the file and its size."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """The store, the clock (aware) and where to ask how the bot is.

    `office` is what admins can ask of the service itself. `admins` are the Telegram user
    ids of TOCSIN_ADMIN_IDS; `whereabouts` is what is known for a while of locations that
    were shared; `feeds_file` is where admins add feeds.
    """

    store: Store
    now: Callable[[], datetime]
    overview: Callable[[], Awaitable[Overview]]
    office: Office
    admins: frozenset[int] = frozenset()
    feeds_file: Path | None = None
    whereabouts: Whereabouts = field(default_factory=Whereabouts)
