"""How much one site is asked at once, and when it is left alone.

`Slots` and `Closings` decide and wait for nothing; `Courtesy` lets tasks wait for them.
"""

import asyncio
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from bot.domain.feeds import Postponed
from bot.domain.hosts import site

MAX_CLOSED = 10_000  # sites remembered; over it, those that open first are forgotten


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How many requests may run at once.

    Browsers open six connections to a host (RFC 9112, section 9.4, names no figure); fewer
    would let two feeds that hang hold up all the others of their publisher.
    """

    per_host: int = 6
    per_site: int = 8
    in_all: int = 64


@dataclass(slots=True, eq=False)
class _Level:
    """Some equal places, taken in the order of asking."""

    room: int
    taken: int = 0
    waiting: deque["Ticket"] = field(default_factory=deque)


@dataclass(slots=True, eq=False)
class Ticket:
    """A place that was asked for; `granted` says whether the request may be made."""

    host: str
    site: str
    levels: tuple[_Level, ...]
    held: int = 0

    @property
    def granted(self) -> bool:
        """Whether it holds a place at every level."""
        return self.held == len(self.levels)


class Slots:
    """Places for requests: of a host, of its site, and of all (pure).

    A request takes them in this order and waits at the first level that is full, so what
    waits for one slow host takes nothing from the others. First come, first served at each
    level; each ticket holds the places of one request only, so none waits for ever.
    """

    def __init__(self, limits: Limits) -> None:
        """Start with every place free."""
        self._limits = limits
        self._hosts: dict[str, _Level] = {}
        self._sites: dict[str, _Level] = {}
        self._all = _Level(limits.in_all)

    def ask(self, host: str) -> Ticket:
        """Return a ticket, granted if there is room now."""
        name, owner = host.rstrip(".").casefold(), site(host)
        levels = (
            self._hosts.setdefault(name, _Level(self._limits.per_host)),
            self._sites.setdefault(owner, _Level(self._limits.per_site)),
            self._all,
        )
        ticket = Ticket(name, owner, levels)
        _advance(ticket)
        return ticket

    def leave(self, ticket: Ticket) -> Sequence[Ticket]:
        """Give back what `ticket` holds, or stop waiting; return whom that lets in."""
        if not ticket.granted:
            ticket.levels[ticket.held].waiting.remove(ticket)
        granted = []
        for level in ticket.levels[: ticket.held]:
            level.taken -= 1
            if level.waiting:
                following = level.waiting.popleft()
                level.taken += 1
                following.held += 1
                _advance(following)
                if following.granted:
                    granted.append(following)
        ticket.held, ticket.levels = 0, ()
        self._forget(self._hosts, ticket.host)
        self._forget(self._sites, ticket.site)
        return granted

    def __len__(self) -> int:
        """Return how many hosts and sites are remembered."""
        return len(self._hosts) + len(self._sites)

    @staticmethod
    def _forget(levels: dict[str, _Level], name: str) -> None:
        level = levels.get(name)
        if level is not None and not level.taken and not level.waiting:
            del levels[name]


def _advance(ticket: Ticket) -> None:
    while not ticket.granted:
        level = ticket.levels[ticket.held]
        if level.taken >= level.room:
            level.waiting.append(ticket)
            return
        level.taken += 1
        ticket.held += 1


@dataclass(slots=True)
class Closings:
    """Which sites asked to be left alone, and until when (pure); seconds of one clock."""

    _until: dict[str, tuple[float, str]] = field(default_factory=dict)

    def close(self, name: str, *, until: float, reason: str, now: float) -> None:
        """Leave `name` alone until then; an earlier promise that lasts longer stays."""
        if until <= max(now, self._until.get(name, (now, ""))[0]):
            return
        self._until[name] = (until, reason)
        if len(self._until) > MAX_CLOSED:
            latest = sorted(self._until.items(), key=lambda each: each[1][0], reverse=True)
            kept = latest[: MAX_CLOSED // 2]  # half, so that not each closing sorts again
            self._until = {each: end for each, end in kept if end[0] > now}

    def find(self, name: str, *, now: float) -> Postponed | None:
        """Return for how long `name` is still to be left alone, None if it is not."""
        end = self._until.get(name)
        if end is None:
            return None
        until, reason = end
        if until <= now:
            del self._until[name]
            return None
        return Postponed(pause=timedelta(seconds=until - now), reason=reason)

    def __len__(self) -> int:
        """Return how many sites are remembered."""
        return len(self._until)


class Courtesy:
    """Lets a request wait until it may be made, or says that it must not be.

    Args:
        limits: Of requests at once.
        clock: Seconds; only their differences count.
    """

    def __init__(
        self,
        limits: Limits = Limits(),
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Start with every site open."""
        self._slots = Slots(limits)
        self._closings = Closings()
        self._clock = clock
        self._turns: dict[Ticket, asyncio.Future[None]] = {}

    async def enter(self, host: str) -> Ticket | Postponed:
        """Wait for a place; give the ticket back to `leave`.

        A site that closes meanwhile postpones those who wait as well.
        """
        owner = site(host)
        closed = self._closings.find(owner, now=self._clock())
        if closed is not None:
            return closed
        ticket = self._slots.ask(host)
        if ticket.granted:
            return ticket
        self._turns[ticket] = asyncio.get_running_loop().create_future()
        try:
            await self._turns[ticket]
        except asyncio.CancelledError:
            self.leave(ticket)
            raise
        finally:
            del self._turns[ticket]
        closed = self._closings.find(owner, now=self._clock())
        if closed is not None:
            self.leave(ticket)
            return closed
        return ticket

    def leave(self, ticket: Ticket) -> None:
        """Give the place to whoever waits for it."""
        for granted in self._slots.leave(ticket):
            turn = self._turns[granted]
            if not turn.done():
                turn.set_result(None)

    def close(self, host: str, pause: timedelta, reason: str) -> None:
        """Ask nothing of the site of `host` for `pause`; `reason` is for people."""
        now = self._clock()
        self._closings.close(
            site(host), until=now + pause.total_seconds(), reason=reason, now=now
        )
