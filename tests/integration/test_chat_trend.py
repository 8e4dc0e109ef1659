"""``/trend``: a picture, the same in words, and a message when there is a spike."""

import asyncio
from datetime import timedelta
from functools import partial

from chat_client import ANN, ChatClient, Json, buttons
from sqlalchemy import update

from bot.deliver.send import send
from bot.pipeline.dispatch import Dispatch
from bot.pipeline.spikes import EVERY, SpikeWatch
from bot.store import schema


async def _month(chat: ChatClient) -> None:
    """Let the archive have two entries a day about Sumy Oblast, for a month."""
    for hour in range(12, 31 * 24, 12):
        await chat.add_entry(f"News {hour}", "UA-59", minutes_ago=hour * 60)
    async with chat.store.write() as tx:
        await tx.execute(update(schema.feed).values(country="UA"))


async def _burst(chat: ChatClient, count: int = 12) -> None:
    for number in range(count):
        await chat.add_entry(f"Burst {number}", "UA-59", minutes_ago=10 + number)


def _picture(message: Json) -> Json:
    [photo] = message["photo"]
    assert isinstance(photo, dict)
    return photo


async def test_a_place_is_drawn_and_told_in_words(chat: ChatClient) -> None:
    await _month(chat)
    await _burst(chat)

    answer = await chat.say("/trend Sumy 7d")

    assert _picture(answer)["width"] == 1080
    assert answer["caption"].startswith(
        "Sumy Oblast, Ukraine: stories in 7 days (Kyiv time)"
    )
    assert "Total: 25, about 3.6 a day; the most on 22 Nov: 13." in answer["caption"]
    assert "By country of the outlets: Ukraine 25." in answer["caption"]
    assert "Unusually many on 22 Nov: 13, usually 2." in answer["caption"]


async def test_another_span_changes_the_picture_in_place(chat: ChatClient) -> None:
    await _month(chat)
    answer = await chat.say("/trend Sumy")

    month = await chat.press(answer, "30 days")

    assert month["message_id"] == answer["message_id"]
    assert _picture(month)["file_id"] != _picture(answer)["file_id"]
    assert "stories in 30 days" in month["caption"]
    assert "✅ 30 days" in buttons(month)


async def test_from_the_picture_the_settings_come_as_a_new_message(
    chat: ChatClient,
) -> None:
    answer = await chat.say("/trend Sumy")

    after = await chat.press(answer, "Settings")

    assert after["caption"] == answer["caption"]
    assert chat.sent()[-1]["text"].startswith("Settings")


async def test_a_place_without_news_is_drawn_empty(chat: ChatClient) -> None:
    answer = await chat.say("/trend Sumy 90d")

    assert "Nothing about it in this time." in answer["caption"]


async def test_several_places_are_offered(chat: ChatClient) -> None:
    question = await chat.say("/trend Georgia 30d")
    await chat.press_data(question, next(iter(buttons(question).values())))

    assert "stories in 30 days" in chat.sent()[-1]["caption"]


async def test_an_unknown_place_is_told(chat: ChatClient) -> None:
    assert (
        "I know no place called “Zzyzx qq”" in (await chat.say("/trend Zzyzx qq"))["text"]
    )


async def test_without_a_name_the_followed_places_are_offered(chat: ChatClient) -> None:
    empty = await chat.say("/trend")
    await chat.say("/region Sumy, Kharkiv")
    offered = await chat.say("/trend")

    assert "/trend Belgorod 7d" in empty["text"]
    assert "Kharkiv Oblast, Ukraine" in buttons(offered)


async def test_a_forged_press_does_no_harm(chat: ChatClient) -> None:
    answer = await chat.say("/trend Sumy")
    for data in ("v1:tr:no-such-place:7", "v1:tr:UA-59:10000000", "v1:trs:1", "v1:tr"):
        await chat.press_data(answer, data)

    notices = [each.get("text", "") for each in chat.calls("answerCallbackQuery")]
    assert not any("fault is mine" in notice for notice in notices)


async def _tell(chat: ChatClient, watch: SpikeWatch) -> list[str]:
    """Look and send; return what was sent."""
    before = len(chat.sent())
    await watch.look(now=chat.clock.now)
    dispatch = Dispatch(
        store=chat.store,
        send=partial(send, chat.application.bot),
        clock=chat.clock,
        pause=lambda _: 0.0,
    )
    await dispatch.drain(asyncio.Event())
    return [message["text"] for message in chat.sent()[before:]]


async def test_a_spike_is_told_once_to_who_wants_it(chat: ChatClient) -> None:
    await chat.say("/region Sumy")
    await _month(chat)
    answer = await chat.say("/trend Sumy")
    await chat.press(answer, "Tell me about spikes")
    await _burst(chat)
    watch = SpikeWatch(store=chat.store)

    told = await _tell(chat, watch)
    chat.clock.forward(minutes=EVERY / timedelta(minutes=1))
    again = await _tell(chat, watch)
    restarted = await _tell(chat, SpikeWatch(store=chat.store))

    [text] = told
    assert text == (
        "📈 Sumy Oblast: unusually much news\n\n"
        "12 stories in the last 3 hours; at this time of day it is usually 1."
    )
    assert (again, restarted) == ([], [])


async def test_nobody_is_told_of_spikes_unasked(chat: ChatClient) -> None:
    await chat.say("/region Sumy")
    await _month(chat)
    await _burst(chat)

    assert await _tell(chat, SpikeWatch(store=chat.store)) == []


async def test_a_choice_of_mode_turns_spikes_on_and_off(chat: ChatClient) -> None:
    menu = await chat.say("/mode")
    on = await chat.press(menu, "Spikes")
    off = await chat.press(on, "✅ Spikes")

    assert "✅ Spikes: unusually many stories" in buttons(on)
    assert "Spikes: unusually many stories" in buttons(off)


async def test_quiet_hours_hold_for_spikes(chat: ChatClient) -> None:
    await chat.say("/region Sumy")
    await chat.say("/quiet 13:00-15:00")
    await chat.press(await chat.say("/mode"), "Spikes")
    await _month(chat)
    await _burst(chat)
    watch = SpikeWatch(store=chat.store)

    quiet = await _tell(chat, watch)
    chat.clock.forward(hours=1)
    after = await _tell(chat, watch)

    assert quiet == []
    assert [text.startswith("📈 Sumy Oblast") for text in after] == [True]
    assert chat.sent(ANN)
