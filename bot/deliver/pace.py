"""When the next Bot API call may go (pure: the caller brings the clock and the waiting).

Telegram takes about 30 messages a second over all chats, 1 a second in a private chat with
short bursts, and 20 a minute in a group. Exact limits are unpublished, so we pace and obey
each 429 as well. A call enters with `enter`, `due` says which calls may go now and when to
ask again, and `leave` ends it. Answers to people overtake deliveries; these share what is
left by their lanes (`bot.deliver.lanes`). Within one chat and lane calls go one after the
other, in order.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.deliver.lanes import DELIVERIES, Lane, Turns

SEND_RATE = 27.0  # messages a second over all chats; Telegram's bulk limit is about 30
FREE_RATE = 30.0  # above it Telegram takes messages only as paid broadcasts
MIN_RATE = 1.0
PRIVATE_PAUSE = 1.0  # Bot FAQ: no more than one message a second in a chat
GROUP_PAUSE = 3.0
GROUP_LIMIT = 20  # Bot FAQ: messages a minute in a group; edits count apart (unofficial)
GROUP_WINDOW = 60.0
ANSWER_BURST = 3  # a dialogue does not wait a second after each tap
ANSWERS_IN_A_ROW = 4  # then one delivery goes, so that answers never starve alerts
TWO_CHATS_WITHIN = 5.0  # 429 in two chats this close together is about the bot, not a chat
# Then all are silent for so many seconds at most: if all are meant, the next call is told
# so again, and two chats that must be left alone for hours may have nothing in common.
LONGEST_GUESS = 60.0
CLEAN_FOR = 10.0  # the rate recovers by one for so many seconds without a 429
LATE = 0.03  # a busy loop fires a timer so late; that does not slow the whole down
LEAST_LATE = 0.005  # at high rates too, but for more than a turn
NEVER = float("-inf")
FORGET_AFTER = 120.0  # an idle chat's clock says nothing any more


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One Bot API call that waits for its turn.

    `chat_id` is None if the call is about no chat; `counted` is False for calls that send
    nothing (they wait only while the whole bot is blocked); `is_paid` says that it is a
    paid broadcast.
    """

    chat_id: int | None
    lane: Lane = Lane.ANSWER
    is_group: bool = False
    is_edit: bool = False
    counted: bool = True
    is_paid: bool = False


@dataclass(slots=True)
class _Chat:
    """What is remembered of a chat: its clock, and a group's last minute."""

    paid_until: float = NEVER  # GCRA: when all that was sent is paid for by pauses
    blocked_until: float = NEVER
    sent: deque[float] = field(default_factory=lambda: deque(maxlen=GROUP_LIMIT))
    edited: deque[float] = field(default_factory=lambda: deque(maxlen=GROUP_LIMIT))

    def ready_at(self, call: Call) -> float:
        """Return the instant from which this chat's limits let `call` go."""
        pause = GROUP_PAUSE if call.is_group else PRIVATE_PAUSE
        credit = (ANSWER_BURST - 1) * pause if call.lane is Lane.ANSWER else 0.0
        ready = max(self.blocked_until, self.paid_until - credit)
        window = self.edited if call.is_edit else self.sent
        if call.is_group and len(window) == GROUP_LIMIT:
            ready = max(ready, window[0] + GROUP_WINDOW)
        return ready

    def charge(self, call: Call, now: float) -> None:
        """Take note that `call` went at `now`."""
        pause = GROUP_PAUSE if call.is_group else PRIVATE_PAUSE
        self.paid_until = max(self.paid_until, now) + pause
        (self.edited if call.is_edit else self.sent).append(now)


class Pacer:
    """The order and the instants of all calls of one bot.

    Times are seconds of any clock that never goes back. Not thread-safe.

    Args:
        rate: Messages a second over all chats, without bursts.
        free_rate: Those of them that are no paid broadcasts; by default all.
    """

    def __init__(self, rate: float = SEND_RATE, *, free_rate: float | None = None) -> None:
        if rate <= 0:
            msg = f"rate must be positive: {rate}"
            raise ValueError(msg)
        self._full_rate = rate
        self._rate = rate
        self._free_rate = rate if free_rate is None else min(rate, free_rate)
        self._next_at = NEVER
        self._next_free_at = NEVER
        self._blocked_until = NEVER
        self._clean_since = NEVER
        self._flooded: dict[int, tuple[float, float]] = {}
        self._chats: dict[int, _Chat] = {}
        self._waiting: dict[Lane, dict[int, Call]] = {lane: {} for lane in Lane}
        self._going: dict[int, Call] = {}
        self._uncounted: set[int] = set()  # of those that wait
        self._tickets = 0
        self._row = 0
        self._turns = Turns()

    @property
    def rate(self) -> float:
        """Messages a second over all chats at present."""
        return self._rate

    def enter(self, call: Call) -> int:
        """Let `call` wait for its turn; return its ticket."""
        self._tickets += 1
        self._waiting[call.lane][self._tickets] = call
        if not call.counted:
            self._uncounted.add(self._tickets)
        return self._tickets

    def leave(self, ticket: int) -> None:
        """Forget a call that ended or was given up; the next one of its chat may go."""
        self._going.pop(ticket, None)
        self._uncounted.discard(ticket)
        for waiting in self._waiting.values():
            waiting.pop(ticket, None)

    def due(self, now: float) -> tuple[tuple[int, ...], float | None]:
        """Let go what may go at `now`.

        Returns:
            The tickets in the order in which their calls go; and when to ask again, or None
            if nothing waits for a clock (it may wait for a `leave`).
        """
        self._recover(now)
        granted: list[int] = []
        while True:
            ready, again = self._next(now)
            if ready is None:
                return tuple(granted), again
            self._grant(ready, now)
            granted.append(ready)

    def not_before(self, call: Call) -> float:
        """Return the instant before which `call`, which waits or may enter, cannot go.

        It tells of a silence that Telegram asked for and of the chat's own limits, not of
        the others that wait.
        """
        chat = self._chats.get(call.chat_id) if call.chat_id is not None else None
        if chat is None:
            return self._blocked_until
        ready = chat.ready_at(call) if call.counted else chat.blocked_until
        return max(self._blocked_until, ready)

    def waiting(self, lane: Lane) -> tuple[tuple[int, Call], ...]:
        """Return the calls of a lane that have not gone yet, by ticket, in order."""
        return tuple(self._waiting[lane].items())

    def flooded(self, now: float, chat_id: int | None, retry_after: float) -> None:
        """Take note of a 429: silence for the chat, or for all when it is about the bot.

        It is about the bot if no chat was concerned, or if another chat got one shortly
        before; then the rate is halved, once for each such silence.
        """
        until = now + retry_after
        self._clean_since = max(self._clean_since, now)
        if chat_id is None:
            self._block_all(now, until)
            return
        chat = self._chats.setdefault(chat_id, _Chat())
        chat.blocked_until = max(chat.blocked_until, until)
        others = [
            other_until
            for other, (at, other_until) in self._flooded.items()
            if other != chat_id and now - at <= TWO_CHATS_WITHIN
        ]
        self._flooded = {
            other: (at, end)
            for other, (at, end) in self._flooded.items()
            if now - at <= TWO_CHATS_WITHIN
        }
        self._flooded[chat_id] = (now, until)
        if others:
            # The shorter silence: if all are meant, the next call is told so again; if two
            # groups only were busy at once, everybody else need not wait their minute out.
            self._block_all(now, min(until, now + LONGEST_GUESS, *others))

    def _block_all(self, now: float, until: float) -> None:
        if self._blocked_until <= now:  # calls in flight fail together: halve once
            self._rate = max(min(MIN_RATE, self._full_rate), self._rate / 2)
        self._blocked_until = max(self._blocked_until, until)
        self._clean_since = max(now, self._blocked_until)

    def _recover(self, now: float) -> None:
        """Raise the rate again after clean seconds."""
        if self._rate >= self._full_rate:
            self._clean_since = now
            return
        steps = int(max(0.0, now - self._clean_since) // CLEAN_FOR)
        if steps:
            self._rate = min(self._full_rate, self._rate + steps)
            self._clean_since += steps * CLEAN_FOR

    def _next(self, now: float) -> tuple[int | None, float | None]:
        """Return the ticket that goes next at `now`, else the instant to ask again."""
        again: float | None = None
        turn_at = max(self._next_at, self._blocked_until)
        if now < turn_at and not self._uncounted:  # it is nobody's turn before
            waits = any(next(self._heads(lane), None) for lane in Lane)
            return None, turn_at if waits else None
        for lane in self._lanes(now):
            for ticket, call in self._heads(lane):
                ready = self._ready_at(call)
                if ready <= now:
                    return ticket, None
                again = ready if again is None else min(again, ready)
        return None, again

    def _lanes(self, now: float) -> tuple[Lane, ...]:
        """Return the lanes in the order of this turn."""
        deliveries = self._turns.order(lane for lane in DELIVERIES if self._waiting[lane])
        if self._row >= ANSWERS_IN_A_ROW and any(
            self._ready_at(call) <= now
            for lane in deliveries
            for _, call in self._heads(lane)
        ):
            return (*deliveries, Lane.ANSWER)
        return (Lane.ANSWER, *deliveries)

    def _heads(self, lane: Lane) -> Iterator[tuple[int, Call]]:
        """Yield the calls of a lane that no earlier one of the same chat holds up."""
        seen = {call.chat_id for call in self._going.values() if call.lane is lane}
        for ticket, call in self._waiting[lane].items():
            if call.chat_id is None or call.chat_id not in seen:
                yield ticket, call
                seen.add(call.chat_id)

    def _ready_at(self, call: Call) -> float:
        ready = self.not_before(call)
        if not call.counted:
            return ready
        return max(ready, self._next_at, NEVER if call.is_paid else self._next_free_at)

    def _grant(self, ticket: int, now: float) -> None:
        """Let a call go, and charge it to the clocks."""
        lane = next(lane for lane in Lane if ticket in self._waiting[lane])
        call = self._waiting[lane].pop(ticket)
        self._going[ticket] = call
        if not call.counted:
            self._uncounted.discard(ticket)
            return
        self._row = self._row + 1 if lane is Lane.ANSWER else 0
        if lane is not Lane.ANSWER:
            self._turns.take(lane)
        self._next_at = _after(self._next_at, now, self._rate)
        if not call.is_paid:
            free_rate = min(self._free_rate, self._rate)
            self._next_free_at = _after(self._next_free_at, now, free_rate)
        if call.chat_id is not None:
            self._chats.setdefault(call.chat_id, _Chat()).charge(call, now)
        if len(self._chats) > 10 * self._full_rate * FORGET_AFTER:
            self._forget(now)

    def _forget(self, now: float) -> None:
        """Drop the chats whose clocks ran out long ago."""
        self._chats = {
            chat_id: chat
            for chat_id, chat in self._chats.items()
            if max(chat.paid_until, chat.blocked_until) > now - FORGET_AFTER
        }


def _after(turn_at: float, now: float, rate: float) -> float:
    """Return when the next may go after one at `now` whose turn was at `turn_at`."""
    gap = 1 / rate
    late = min(LATE, max(gap, LEAST_LATE))
    return (turn_at if now - turn_at <= late else now) + gap
