"""What changes in a story answers its message: once, attributed, at most each half hour."""

from asyncio import Event
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace
from datetime import time, timedelta
from functools import partial
from typing import Any

import pytest
from newsroom import Newsroom, newsroom
from publisher import ScriptedFeed
from sqlalchemy import update

from bot.deliver.bot import build_bot
from bot.deliver.send import send
from bot.demo.botapi import BotApi, serve
from bot.domain.model import DeliveryState, FollowUps, Mode, QuietHours
from bot.pipeline import mutes, timetable
from bot.pipeline.chats import Sender, open_chat, pause, resume
from bot.pipeline.dispatch import Dispatch
from bot.pipeline.explain import explain_message
from bot.store import schema
from bot.store.engine import Store

TOKEN = "424242:follow_up_tests_have_a_token_of_their_own"  # of the local Bot API
OLENA = 7
THREE = "Drone attack on Belgorod injures three, governor says"
FIVE = "Drone attack on Belgorod injures five, governor says"
SEVEN = "Drone attack on Belgorod injures seven, governor says"


@dataclass(kw_only=True)
class Desk:
    """A newsroom, and Olena who follows Belgorod Oblast in a chat."""

    room: Newsroom
    api: BotApi
    dispatch: Dispatch
    feeds: list[ScriptedFeed] = field(default_factory=list)

    async def tell(self, title: str, *, after: timedelta = timedelta(minutes=5)) -> None:
        """Let another outlet publish, and send what follows."""
        feed = self.feeds.pop(0)
        feed.add(title=title, published=self.room.now + after)
        await self.room.poll(after)
        await self.dispatch.drain(Event())

    async def wait(self, pause: timedelta) -> None:
        self.room.later(pause)
        await self.dispatch.drain(Event())

    def messages(self) -> list[dict[str, Any]]:
        return [m for m in self.api.messages(OLENA) if m["from"]["is_bot"]]


@pytest.fixture
async def desk(store: Store) -> AsyncIterator[Desk]:
    api = BotApi(TOKEN, flood=False, poll_floor=0)
    async with AsyncExitStack() as stack:
        room = await stack.enter_async_context(newsroom(store))
        url = await stack.enter_async_context(serve(api))
        bot = build_bot(token=TOKEN, api_url=url, send_rate=1000, read_timeout=2)
        await stack.enter_async_context(bot)
        api.add_person(OLENA, "Olena")
        api.say(OLENA, "/start")
        desk = Desk(
            room=room,
            api=api,
            dispatch=Dispatch(
                store=store,
                send=partial(send, bot),
                clock=lambda: room.now,
                pause=lambda _: 0.0,
            ),
        )
        desk.feeds += [
            await room.feed(f"/{name}.xml", publisher=name.title())
            for name in ("alpha", "beta", "gamma", "delta")
        ]
        await room.poll()
        await room.subscribe(OLENA, regions=("RU-BEL",))
        yield desk


async def chat_of(desk: Desk) -> Any:
    return await open_chat(desk.room.store, Sender(telegram_id=OLENA), now=desk.room.now)


async def test_more_injured_answers_the_message_with_both_numbers(desk: Desk) -> None:
    await desk.tell(THREE)
    await desk.tell(FIVE)

    alert, follow_up = desk.messages()
    assert alert["text"].startswith(THREE)
    assert follow_up["text"].startswith(f"{FIVE}\n🔄 wounded: 3 → 5")
    assert follow_up["reply_to_message"]["message_id"] == alert["message_id"]
    assert "unconfirmed" not in follow_up["text"]


async def test_why_says_of_the_answer_that_it_was_sent(desk: Desk) -> None:
    await desk.tell(THREE)
    await desk.tell(FIVE)
    answer = desk.messages()[-1]["message_id"]

    found = await explain_message(desk.room.store, await chat_of(desk), answer)

    assert found is not None
    assert found.entry.title == FIVE
    assert (found.state, found.reason) == (DeliveryState.SENT, "")


async def test_what_changes_within_half_an_hour_comes_as_one(desk: Desk) -> None:
    await desk.tell(THREE)
    await desk.tell(FIVE)
    await desk.tell(SEVEN)
    before = len(desk.messages())
    await desk.wait(timedelta(minutes=30))

    assert before == 2
    assert [m["text"].split("\n")[1] for m in desk.messages()[1:]] == [
        "🔄 wounded: 3 → 5",
        "🔄 wounded: 5 → 7",
    ]


async def test_who_wants_stories_once_hears_of_no_change(desk: Desk) -> None:
    await timetable.set_follow_ups(desk.room.store, await chat_of(desk), FollowUps.FIRST)
    await desk.tell(THREE)
    await desk.tell(FIVE)

    assert len(desk.messages()) == 1


async def test_a_muted_story_is_silent(desk: Desk) -> None:
    await desk.tell(THREE)
    alert = desk.messages()[0]["message_id"]
    chat = await chat_of(desk)
    await mutes.mute_message(desk.room.store, chat, alert, now=desk.room.now)
    await desk.tell(FIVE)

    assert len(desk.messages()) == 1


async def test_quiet_hours_hold_a_change_back(desk: Desk) -> None:
    await desk.tell(THREE)
    now = desk.room.now
    chat = replace(await chat_of(desk), time_zone="UTC")
    await timetable.set_time_zone(desk.room.store, chat, "UTC", now=now)
    hours = QuietHours(start=time(now.hour), end=time((now.hour + 2) % 24))
    await timetable.set_quiet(desk.room.store, chat, hours, now=now)
    await desk.tell(FIVE)
    held = len(desk.messages())
    await desk.wait(timedelta(hours=2))

    assert held == 1
    assert "🔄 wounded: 3 → 5" in desk.messages()[-1]["text"]


async def test_a_change_comes_when_a_pause_without_end_is_over(desk: Desk) -> None:
    await desk.tell(THREE)
    await pause(desk.room.store, await chat_of(desk), now=desk.room.now)
    await desk.tell(FIVE)
    held = len(desk.messages())
    desk.room.later(timedelta(hours=8))
    await resume(desk.room.store, await chat_of(desk), now=desk.room.now)
    await desk.wait(timedelta(minutes=1))

    assert held == 1
    assert "🔄 wounded: 3 → 5" in desk.messages()[-1]["text"]


async def test_an_alert_that_is_gone_is_no_reason_to_be_silent(desk: Desk) -> None:
    await desk.tell(THREE)
    desk.api.rooms[OLENA].stored.clear()
    await desk.tell(FIVE)

    assert "🔄 wounded: 3 → 5" in desk.messages()[-1]["text"]


async def test_a_story_of_a_digest_is_not_told_twice_by_itself(desk: Desk) -> None:
    await desk.tell(THREE)
    async with desk.room.store.write() as tx:
        await tx.execute(update(schema.delivery).values(state="digested"))
    chat = await chat_of(desk)
    await timetable.set_digests(
        desk.room.store, chat, mode=Mode.DIGEST, digests=chat.digests, now=desk.room.now
    )
    await desk.tell(FIVE)

    assert len(desk.messages()) == 1
