"""The pacer in front of every Bot API call (python-telegram-bot's rate limiter).

python-telegram-bot's own limiter keeps none of Telegram's limits strictly, so ours asks
`bot.deliver.pace`, which sees all calls of the bot: answers to people, and deliveries. The
latter name their lane: ``rate_limit_args=in_lane(Lane.ALERT)``.
"""

import asyncio
import math
from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any

from telegram.error import NetworkError, RetryAfter
from telegram.ext import BaseRateLimiter

from bot.deliver.lanes import DELIVERIES, Lane
from bot.deliver.pace import Call, Pacer

Result = bool | dict[str, Any] | list[dict[str, Any]]
Callback = Callable[..., Coroutine[Any, Any, Result]]

MAX_RETRIES = 2
MAX_ANSWER_PAUSE = timedelta(seconds=30)  # after that nobody looks at the dialogue any more
MAX_DELIVERY_PAUSE = (
    5.0  # seconds; a delivery that must wait longer goes back to the outbox
)
# Seconds; a group's own limit never takes longer. Who waits for an answer holds up, by the
# updates that Telegram does not give us meanwhile, everybody else.
MAX_ANSWER_WAIT = 60.0

# What counts against the limits of messages; the others answer a button, ask or set up.
_SENDING = ("send", "copy", "forward", "edit")
_NOT_SENDING = {"sendChatAction"}


def in_lane(lane: Lane) -> dict[str, Any]:
    """Return the ``rate_limit_args`` of a delivery."""
    return {"lane": lane}


def pause_of(error: RetryAfter) -> timedelta:
    """Return how long Telegram asks to wait, whichever type the library gives."""
    value = error.retry_after
    return value if isinstance(value, timedelta) else timedelta(seconds=value)


class PacedLimiter(BaseRateLimiter[dict[str, Any]]):
    """Let calls go when the pacer says so.

    An answer that meets a flood limit of up to 30 s waits and is repeated, twice at most;
    one to a chat that must be left alone for more than 60 s fails at once.
    A delivery is not repeated: RetryAfter goes to the caller, for the outbox knows better
    what to do; without a call even, when the chat must be left alone for more than 5 s.

    Telegram counts some calls that send nothing, such as setting the menu, for themselves:
    a flood limit of theirs holds up no message. If it is about the bot, messages meet it.

    Args:
        pacer: The clockwork; one for a bot.
    """

    def __init__(self, pacer: Pacer) -> None:
        self._pacer = pacer
        self._turns: dict[int, asyncio.Future[None]] = {}
        self._timer: asyncio.TimerHandle | None = None

    @property
    def pacer(self) -> Pacer:
        """The clockwork, for health and metrics."""
        return self._pacer

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Give up the calls that wait."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        for turn in self._turns.values():
            if not turn.done():
                turn.set_exception(NetworkError("the bot is shutting down"))

    async def process_request(  # noqa: PLR0917  # the library's signature
        self,
        callback: Callback,
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: dict[str, Any] | None,
    ) -> Result:
        """Call `callback` when its turn has come; see the class for flood limits."""
        call = call_of(endpoint, data, rate_limit_args)
        retries = MAX_RETRIES if call.lane is Lane.ANSWER else 0
        while True:
            ticket = await self._turn(call)
            try:
                return await callback(*args, **kwargs)
            except RetryAfter as exc:
                pause = pause_of(exc)
                if call.counted:
                    self._flooded(call, pause)
                if not retries or pause > MAX_ANSWER_PAUSE:
                    raise
                retries -= 1
            finally:
                self._pacer.leave(ticket)
                self._pump()
            if not call.counted:
                await asyncio.sleep(pause.total_seconds())

    async def _turn(self, call: Call) -> int:
        """Wait for the call's turn; return its ticket, which must be given back."""
        loop = asyncio.get_running_loop()
        ticket = self._pacer.enter(call)
        turn = self._turns[ticket] = loop.create_future()
        try:
            self._refuse_late(ticket, call, loop.time())
            self._pump()
            await turn
        except BaseException:  # cancelled or refused
            self._pacer.leave(ticket)
            self._pump()
            raise
        finally:
            self._turns.pop(ticket, None)
        return ticket

    def _pump(self) -> None:
        """Let go what may go now, and come back when the next may."""
        loop = asyncio.get_running_loop()
        granted, again = self._pacer.due(loop.time())
        for ticket in granted:
            turn = self._turns.get(ticket)
            if turn is not None and not turn.done():
                turn.set_result(None)
        if self._timer is not None:
            if self._timer.when() == again:
                return
            self._timer.cancel()
        self._timer = None if again is None else loop.call_at(again, self._come_back)

    def _come_back(self) -> None:
        self._timer = None
        self._pump()

    def _flooded(self, call: Call, pause: timedelta) -> None:
        """Tell the pacer of a 429, and send back the calls that it holds up."""
        now = asyncio.get_running_loop().time()
        self._pacer.flooded(now, call.chat_id, pause.total_seconds())
        for lane in Lane:
            for ticket, waiting in self._pacer.waiting(lane):
                self._refuse_late(ticket, waiting, now)

    def _refuse_late(self, ticket: int, call: Call, now: float) -> None:
        """Send a call back that would keep who makes it waiting for long."""
        pause = self._pacer.not_before(call) - now
        longest = MAX_DELIVERY_PAUSE if call.lane in DELIVERIES else MAX_ANSWER_WAIT
        turn = self._turns[ticket]
        if pause > longest and not turn.done():
            self._pacer.leave(ticket)
            turn.set_exception(RetryAfter(timedelta(seconds=math.ceil(pause))))


def call_of(
    endpoint: str, data: dict[str, Any], rate_limit_args: dict[str, Any] | None
) -> Call:
    """Return how the pacer sees a Bot API call."""
    chat_id = data.get("chat_id")
    number = chat_id if isinstance(chat_id, int) else None
    if isinstance(chat_id, str) and chat_id.removeprefix("-").isdecimal():
        number = int(chat_id)
    return Call(
        chat_id=number,
        lane=(rate_limit_args or {}).get("lane", Lane.ANSWER),
        is_group=number is not None and number < 0,
        is_edit=endpoint.startswith("edit"),
        counted=endpoint.startswith(_SENDING) and endpoint not in _NOT_SENDING,
        is_paid=bool(data.get("allow_paid_broadcast")),
    )
