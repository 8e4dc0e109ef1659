"""What one call of `fetch` has to keep in mind from request to request."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

import aiohttp

from bot.poll.deadline import Deadline
from bot.poll.profiles import PROFILES, REFUSALS
from bot.poll.redirects import Way


@dataclass(slots=True, kw_only=True)
class Trip:
    """One call of `fetch`; `is_whole` once it no longer asks for changes only."""

    way: Way
    profiles: Iterator[int]
    profile: int
    wire_hash: str | None
    now: datetime | None
    deadline: Deadline
    is_whole: bool = False

    def headers(self) -> dict[str, str]:
        """Return what the next request says."""
        headers = dict(PROFILES[self.profile])
        validators = self.way.validators()
        if validators.etag:
            headers["If-None-Match"] = validators.etag
        if validators.last_modified:
            headers["If-Modified-Since"] = validators.last_modified
        if self.way.here.authorization:
            headers["Authorization"] = self.way.here.authorization
        return headers

    def try_another_profile(self, status: int) -> bool:
        """Return whether there is a profile left to ask with again."""
        if status not in REFUSALS:
            return False
        following = next(self.profiles, None)
        self.profile = self.profile if following is None else following
        return following is not None

    def ask_for_the_whole(self, error: aiohttp.ClientResponseError) -> bool:
        """Return whether the server may have broken off over a 304, and ask without it.

        Some send a document or an empty chunk behind it, which no HTTP client takes.
        """
        if isinstance(error, aiohttp.ClientHttpProxyError) or not self.way.validators():
            return False
        self.way.forget_validators()
        self.is_whole = True
        return True
