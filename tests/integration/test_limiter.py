import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
from telegram.error import NetworkError, RetryAfter
from telegram.ext import ExtBot

from bot.deliver.bot import build_bot
from bot.deliver.lanes import Lane
from bot.deliver.limiter import PacedLimiter, call_of, in_lane
from bot.deliver.pace import Call
from bot.deliver.send import send
from bot.demo.botapi import BotApi, Fault, serve
from bot.domain.model import Chat, Deferred, Outgoing, Sent

TOKEN = "4242:limiter-tests_secret-0123456789"
PEOPLE = range(1, 21)
GROUP = -100_500
MESSAGE = Outgoing(html="a", plain="a")

Bot = ExtBot[Any]


@pytest.fixture
async def api() -> BotApi:
    api = BotApi(TOKEN)
    for person in PEOPLE:
        api.add_person(person, f"Person {person}")
        api.say(person, "/start")
    api.add_group(GROUP, "Neighbours", "supergroup", {1: "creator"})
    return api


@pytest.fixture
async def bot(api: BotApi) -> AsyncIterator[Bot]:
    async with serve(api) as base, build_bot(token=TOKEN, api_url=base) as bot:
        yield bot


def limiter_of(bot: Bot) -> PacedLimiter:
    limiter = bot.rate_limiter
    assert isinstance(limiter, PacedLimiter)
    return limiter


def texts_of(api: BotApi, method: str = "sendMessage") -> list[str]:
    return [call.params["text"] for call in api.calls if call.method == method]


def to(person: int) -> Chat:
    return Chat(id=person, telegram_id=person)


@pytest.mark.parametrize(
    ("endpoint", "data", "args", "expected"),
    [
        pytest.param(
            "sendMessage", {"chat_id": 5}, None, Call(chat_id=5), id="answer to a person"
        ),
        pytest.param(
            "sendMessage",
            {"chat_id": "-5"},
            in_lane(Lane.EDIT),
            Call(chat_id=-5, lane=Lane.EDIT, is_group=True),
            id="delivery to a group",
        ),
        pytest.param(
            "editMessageText", {"chat_id": 5}, {}, Call(chat_id=5, is_edit=True), id="edit"
        ),
        pytest.param(
            "sendMessage", {"chat_id": "@name"}, None, Call(chat_id=None), id="by name"
        ),
        pytest.param(
            "sendChatAction",
            {"chat_id": 5},
            None,
            Call(chat_id=5, counted=False),
            id="typing is no message",
        ),
        pytest.param(
            "sendMessage",
            {"chat_id": 5, "allow_paid_broadcast": True},
            in_lane(Lane.ALERT),
            Call(chat_id=5, lane=Lane.ALERT, is_paid=True),
            id="paid broadcast",
        ),
        pytest.param("getMe", {}, None, Call(chat_id=None, counted=False), id="a question"),
    ],
)
def test_how_the_pacer_sees_a_call(
    endpoint: str, data: dict[str, Any], args: dict[str, Any] | None, expected: Call
) -> None:
    assert call_of(endpoint, data, args) == expected


async def test_deliveries_to_many_chats_keep_the_rate(api: BotApi, bot: Bot) -> None:
    outcomes = await asyncio.gather(*(send(bot, to(person), MESSAGE) for person in PEOPLE))

    assert all(isinstance(outcome, Sent) for outcome in outcomes)
    times = [call.at for call in api.calls if call.method == "sendMessage"]
    # Nineteen pauses of 1/27 s; the wire may shorten one, never the sum.
    assert times[-1] - times[0] > 0.6


async def test_answers_overtake_deliveries(api: BotApi, bot: Bot) -> None:
    async with asyncio.TaskGroup() as group:
        for person in PEOPLE:
            group.create_task(send(bot, to(person), MESSAGE))
        await asyncio.sleep(0)
        group.create_task(bot.send_message(1, "answer"))

    assert texts_of(api).index("answer") < 5


async def test_messages_of_one_chat_keep_their_order(api: BotApi, bot: Bot) -> None:
    await asyncio.gather(*(bot.send_message(1, str(n)) for n in range(4)))

    assert texts_of(api) == ["0", "1", "2", "3"]
    first, *_, before, last = [c.at for c in api.calls if c.method == "sendMessage"]
    assert before - first < last - first
    assert last - first > 0.9  # three at once, then one a second


async def test_a_flooded_answer_waits_and_is_repeated(api: BotApi, bot: Bot) -> None:
    api.faults.add(Fault(kind="429", method="sendMessage", retry_after=1, chat_id=1))

    message = await bot.send_message(1, "answer")

    assert message.text == "answer"
    refused, sent = [call for call in api.calls if call.method == "sendMessage"]
    assert sent.at - refused.at >= 0.99


async def test_an_answer_that_would_come_too_late_fails(api: BotApi, bot: Bot) -> None:
    api.faults.add(Fault(kind="429", method="sendMessage", retry_after=31))

    with pytest.raises(RetryAfter):
        await bot.send_message(1, "answer")

    assert len(texts_of(api)) == 1


async def test_an_answer_is_repeated_twice_at_most(api: BotApi, bot: Bot) -> None:
    api.faults.add(Fault(kind="429", method="getChat", retry_after=1, times=9))

    with pytest.raises(RetryAfter):
        await bot.get_chat(1)

    assert sum(call.method == "getChat" for call in api.calls) == 3


async def test_a_flooded_delivery_goes_back_and_its_chat_is_left_alone(
    api: BotApi, bot: Bot
) -> None:
    api.faults.add(Fault(kind="429", method="sendMessage", retry_after=40, chat_id=1))

    first = await send(bot, to(1), MESSAGE)
    again = await send(bot, to(1), MESSAGE)
    other = await send(bot, to(2), MESSAGE)

    assert isinstance(first, Deferred)
    assert isinstance(again, Deferred)
    assert isinstance(other, Sent)
    assert timedelta(seconds=38) < again.pause <= timedelta(seconds=40)
    assert len(texts_of(api)) == 2  # the second was not even tried


ASKING: dict[str, Callable[[Bot], Awaitable[object]]] = {
    "setMyCommands": lambda bot: bot.set_my_commands([("help", "what there is")]),
    "sendChatAction": lambda bot: bot.send_chat_action(1, "typing"),
    "getChat": lambda bot: bot.get_chat(1),
}


@pytest.mark.parametrize("method", ASKING)
async def test_a_flood_limit_of_a_call_that_sends_nothing_holds_up_no_message(
    api: BotApi, bot: Bot, method: str
) -> None:
    api.faults.add(Fault(kind="429", method=method, retry_after=3000))

    with pytest.raises(RetryAfter):
        await ASKING[method](bot)

    assert isinstance(await send(bot, to(1), MESSAGE), Sent)


async def test_who_asks_in_a_chat_that_must_be_left_alone_for_hours_holds_up_nobody(
    api: BotApi, bot: Bot
) -> None:
    api.faults.add(Fault(kind="429", method="sendMessage", retry_after=40_000, chat_id=1))

    async with asyncio.timeout(20):
        waiting = [bot.send_message(1, "answer") for _ in range(9)]
        failed = await asyncio.gather(*waiting, return_exceptions=True)
        with pytest.raises(RetryAfter):
            await bot.send_message(1, "answer")
        other = await bot.send_message(2, "answer")

    assert all(isinstance(error, RetryAfter) for error in failed)
    assert other.text == "answer"
    assert sum(call.chat_id == 1 for call in api.calls) == 1


async def test_a_question_that_meets_a_short_flood_limit_waits_and_is_repeated(
    api: BotApi, bot: Bot
) -> None:
    api.faults.add(Fault(kind="429", method="getChat", retry_after=1))

    await bot.get_chat(1)

    refused, answered = [call for call in api.calls if call.method == "getChat"]
    assert answered.at - refused.at >= 0.99


async def test_deliveries_that_wait_go_back_when_the_whole_bot_is_flooded(
    api: BotApi, bot: Bot
) -> None:
    for person in (1, 2):
        api.faults.add(
            Fault(kind="429", method="sendMessage", retry_after=40, chat_id=person)
        )

    outcomes = await asyncio.gather(*(send(bot, to(person), MESSAGE) for person in PEOPLE))

    assert sum(isinstance(outcome, Deferred) for outcome in outcomes) > 10
    assert limiter_of(bot).pacer.rate == 13.5


async def test_a_full_minute_of_a_group_sends_the_delivery_back(
    api: BotApi, bot: Bot
) -> None:
    pacer = limiter_of(bot).pacer
    at: float | None = asyncio.get_running_loop().time() - 52
    for _ in range(20):
        ticket = pacer.enter(Call(chat_id=GROUP, is_group=True))
        while at is not None and not (due := pacer.due(at))[0]:
            at = due[1]
        pacer.leave(ticket)

    outcome = await send(bot, Chat(id=9, telegram_id=GROUP, kind="supergroup"), MESSAGE)

    assert isinstance(outcome, Deferred)
    assert timedelta(seconds=5) < outcome.pause <= timedelta(seconds=8)
    assert texts_of(api) == []


async def test_shutting_down_gives_up_what_waits(bot: Bot) -> None:
    await bot.send_message(1, "first")
    limiter = limiter_of(bot)
    waiting = asyncio.create_task(send(bot, to(1), MESSAGE))
    await asyncio.sleep(0)  # lets it run as far as its turn
    assert limiter.pacer.waiting(Lane.ALERT)

    await limiter.shutdown()

    outcome = await waiting
    assert isinstance(outcome, Deferred)
    assert "shutting down" in outcome.reason


async def test_a_cancelled_call_makes_room(api: BotApi, bot: Bot) -> None:
    await bot.send_message(1, "first")
    limiter = limiter_of(bot)
    waiting = asyncio.create_task(send(bot, to(1), MESSAGE))
    await asyncio.sleep(0)  # lets it run as far as its turn
    assert limiter.pacer.waiting(Lane.ALERT)

    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting

    assert limiter.pacer.waiting(Lane.ALERT) == ()
    assert texts_of(api) == ["first"]


async def test_other_errors_pass_through(api: BotApi, bot: Bot) -> None:
    api.faults.add(Fault(kind="500", method="getChat"))

    with pytest.raises(NetworkError):
        await bot.get_chat(1)

    assert (await bot.get_chat(1)).id == 1


async def test_no_flood_limit_is_met_at_the_default_rate(api: BotApi, bot: Bot) -> None:
    """Telegram's own windows hold, as the emulator counts them."""
    people = [to(person) for person in PEOPLE for _ in range(2)]

    outcomes = await asyncio.gather(*(send(bot, chat, MESSAGE) for chat in people))

    assert all(isinstance(outcome, Sent) for outcome in outcomes)
    assert all(call.status == 200 for call in api.calls)
    per_chat: dict[int | None, list[float]] = {}
    for call in api.calls:
        if call.method == "sendMessage":
            per_chat.setdefault(call.chat_id, []).append(call.at)
    assert all(b - a > 0.9 for times in per_chat.values() for a, b in pairwise(times))
