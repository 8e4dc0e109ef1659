"""Who waits for a Bot API call, and whose turn it is (pure)."""

from collections.abc import Iterable
from enum import IntEnum
from types import MappingProxyType
from typing import Final

# Seconds after which what waits counts for half: its lane has twice the turns, then thrice.
AGED_AFTER: Final = 60.0


class Lane(IntEnum):
    """Who waits for the call; the lowest goes first."""

    ANSWER = 0
    ALERT = 1
    EDIT = 2
    DIGEST = 3


DELIVERIES: Final = (Lane.ALERT, Lane.EDIT, Lane.DIGEST)
# Of each hundred deliveries while all three wait: an alert is news, an edit notifies
# nobody, and a digest is minutes old when it comes.
SHARES: Final = MappingProxyType({Lane.ALERT: 70, Lane.EDIT: 20, Lane.DIGEST: 10})


class Turns:
    """Which lane's turn it is: in the long run each of those that wait has its share.

    What a lane does not use goes to the others, and is not saved up. A single alert goes
    before a single edit, and that before a digest.
    """

    def __init__(self) -> None:
        """Nobody had a turn yet."""
        self._spent = dict.fromkeys(DELIVERIES, 0.0)
        self._now = 0.0  # what the lane with the last turn had spent before it
        self._waited: frozenset[Lane] = frozenset()

    def order(self, lanes: Iterable[Lane]) -> tuple[Lane, ...]:
        """Return the lanes in which something waits, the one whose turn it is first."""
        waiting = frozenset(lanes)
        for lane in waiting - self._waited:
            self._spent[lane] = max(self._spent[lane], self._now)
        self._waited = waiting
        return tuple(
            sorted(waiting, key=lambda lane: (self._spent[lane] + 1 / SHARES[lane], lane))
        )

    def take(self, lane: Lane, waited: float = 0.0) -> None:
        """Take note that `lane` had a turn, with what had waited for `waited` seconds."""
        self._now = self._spent[lane]
        self._spent[lane] += 1 / (SHARES[lane] * (1 + max(0.0, waited) / AGED_AFTER))
