"""``/mode``, ``/digest``, ``/quiet`` and ``/tz``, typed and pressed, over the Bot API."""

from asyncio import Event
from datetime import time
from functools import partial

import pytest
from chat_client import ANN, BOB, GROUP, ChatClient, buttons, data_of

from bot.deliver.send import send
from bot.domain.model import Match, Mode, QuietHours
from bot.match.words import Asked, DocumentWords
from bot.pipeline.digests import look
from bot.pipeline.dispatch import Dispatch
from bot.pipeline.telling import Telling, tell
from bot.store import schema, stories


async def test_digest_times_and_days_are_typed(chat: ChatClient) -> None:
    answer = await chat.say("/digest 08:00,20:00 mon-fri")
    ann = await chat.stored()

    assert "Digest times: 08:00 and 20:00 (Mon–Fri), Kyiv time" in answer["text"]  # a span
    assert "Next digest: 23 Nov, 08:00" in answer["text"]
    assert ann.mode is Mode.DIGEST
    assert ann.digests.days == frozenset(range(5))


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("/mode 5 на годину", "✅ 5/h"),
        ("/mode 5 an hour", "✅ 5/h"),
        ("/digest вимкни", "Turn digests on"),
        ("/quiet викл", "✅ No quiet hours"),
        ("/quiet 22 7", "✅ 22:00–07:00"),
    ],
)
async def test_it_may_be_said_otherwise(chat: ChatClient, typed: str, told: str) -> None:
    assert told in buttons(await chat.say(typed))


async def test_days_alone_leave_the_times_as_they_are(chat: ChatClient) -> None:
    await chat.say("/digest 7:30")

    answer = await chat.say("/digest пн-пт")

    ann = await chat.stored()
    assert "07:30 (Mon–Fri)" in answer["text"]
    assert ann.digests.times == (time(7, 30),)
    assert ann.digests.days == frozenset(range(5))


@pytest.mark.parametrize("how", ["/mode digest", "/mode smart", "/pause"])
async def test_who_is_not_told_at_once_is_promised_nothing_else(
    chat: ChatClient, how: str
) -> None:
    await chat.say(how)
    answers = [await chat.say("/region Sumy"), await chat.say("/keyword drone")]

    assert all("You now follow" in answer["text"] for answer in answers)
    assert not any("at once" in answer["text"] for answer in answers)


async def test_digests_off_is_the_way_back(chat: ChatClient) -> None:
    await chat.say("/digest 9")

    answer = await chat.say("/digest off")

    assert "Alerts: at once" in answer["text"]
    assert (await chat.stored()).mode is Mode.NOW
    assert "Turn digests on" in buttons(answer)


async def test_who_gets_what_is_urgent_keeps_it_with_other_times(chat: ChatClient) -> None:
    await chat.say("/mode smart")

    answer = await chat.say("/digest 7:30")

    assert "urgent at once, the rest in a digest at 07:30" in answer["text"]
    assert (await chat.stored()).mode is Mode.SMART


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("/digest tomorrow", "I do not understand “tomorrow”"),
        ("/quiet at night", "I do not understand “at night”"),
        ("/mode loud", "I do not understand “loud”"),
        ("/digest 24:30", "I do not understand “24:30”"),
        ("/tz Zzyzxville", "I know no time zone or city “Zzyzxville”"),
    ],
)
async def test_what_cannot_be_read_is_answered_with_examples(
    chat: ChatClient, command: str, words: str
) -> None:
    answer = await chat.say(command)

    assert words in answer["text"]
    assert "rite for example" in answer["text"]


async def test_times_and_days_are_pressed(chat: ChatClient) -> None:
    screen = await chat.say("/digest")
    screen = await chat.press(screen, "Turn digests on")
    screen = await chat.press(screen, "Digest times")
    screen = await chat.press(screen, "12:00")
    screen = await chat.press(screen, "✅ 20:00")
    screen = await chat.press(screen, "Sat, Sun")
    screen = await chat.press(screen, "Say when there is nothing new")
    ann = await chat.stored()

    assert ann.digests.times == (time(8), time(12))
    assert ann.digests.days == {5, 6}
    assert ann.digests.says_nothing
    assert "✅ Sat, Sun" in buttons(screen)


async def test_the_last_time_cannot_be_taken_away(chat: ChatClient) -> None:
    screen = await chat.say("/digest 8")

    await chat.press(screen, "✅ 08:00")

    assert (await chat.stored()).digests.times == (time(8),)
    assert chat.calls("answerCallbackQuery")[-1]["text"].startswith("One to eight")


async def test_times_and_hours_are_typed_after_a_question(chat: ChatClient) -> None:
    await chat.press(await chat.say("/digest"), "Type the times")
    await chat.say("7:15, 19 пн-пт")
    await chat.press(await chat.say("/quiet"), "Type the hours")
    await chat.say("22:30-6:15 except urgent")
    ann = await chat.stored()

    assert ann.digests.times == (time(7, 15), time(19))
    assert ann.quiet == QuietHours(start=time(22, 30), end=time(6, 15), but_urgent=True)


async def test_quiet_hours_are_pressed(chat: ChatClient) -> None:
    screen = await chat.say("/quiet")
    screen = await chat.press(screen, "23:00–07:00")  # a span
    screen = await chat.press(screen, "Urgent alerts still come")
    screen = await chat.press(screen, "22:00–07:00")  # likewise
    ann = await chat.stored()
    screen = await chat.press(screen, "No quiet hours")

    assert ann.quiet == QuietHours(start=time(22), end=time(7), but_urgent=True)
    assert (await chat.stored()).quiet is None
    assert "Quiet hours: none" in screen["text"]


async def test_a_mode_and_a_limit(chat: ChatClient) -> None:
    screen = await chat.say("/mode digest")
    screen = await chat.press(screen, "Urgent at once")
    screen = await chat.press(screen, "10/h")
    typed = await chat.say("/mode 25/h")
    ann = await chat.stored()
    await chat.press(typed, "all")

    assert (ann.mode, ann.hourly_limit) == (Mode.SMART, 25)
    assert "✅ 10/h" in buttons(screen)
    assert "✅ 25/h" in buttons(typed)
    assert (await chat.stored()).hourly_limit is None


async def test_what_is_urgent_is_marked(chat: ChatClient) -> None:
    await chat.say("/region Sumy")
    screen = await chat.press(await chat.say("/mode"), "What is urgent")

    marked = await chat.press(screen, "Sumy Oblast")
    again = await chat.press_data(marked, data_of(screen, "Sumy Oblast"))
    unmarked = await chat.press(again, "✅ Sumy Oblast")

    assert "✅ Sumy Oblast" in buttons(marked)
    assert buttons(again) == buttons(marked)
    assert "Sumy Oblast" in buttons(unmarked)


async def test_a_time_zone_by_name_city_button_and_location(chat: ChatClient) -> None:
    typed = await chat.say("/tz Варшава")
    warsaw = (await chat.stored()).time_zone
    screen = await chat.press(typed, "Another one")
    screen = await chat.press(screen, "London")
    london = (await chat.stored()).time_zone
    screen = await chat.press(await chat.press(screen, "Another one"), "Type a city")
    shared = await chat.share(50.0, 36.2)

    assert "Time zone: Warsaw (UTC+1). It is 13:00 there." in typed["text"]
    assert (warsaw, london) == ("Europe/Warsaw", "Europe/London")
    assert "Kyiv (UTC+2)" in shared["text"]


async def test_of_several_zones_one_is_chosen(chat: ChatClient) -> None:
    several = await chat.say("/tz UTC+2")

    await chat.press(several, "UTC+2")

    assert (await chat.stored()).time_zone == "Etc/GMT-2"
    assert "✅ Kyiv (UTC+2)" in buttons(several)


@pytest.mark.parametrize(
    "data",
    [
        "v1:dt:1:9999",
        "v1:dt:1:",
        "v1:dd:0",
        "v1:qh:07000700",
        "v1:qh:x",
        "v1:tz:Mars/Base",
        "v1:d:99999:0",
        "v1:d::",
        "v1:um:1:99999",
        "v1:limit:-5",
        "v1:qu:1",
        "v1:wm:loud",
    ],
)
async def test_data_of_no_button_of_ours_does_no_harm(chat: ChatClient, data: str) -> None:
    screen = await chat.say("/digest")
    before = await chat.stored()

    answer = await chat.press_data(screen, data)

    assert "fault is mine" not in answer["text"]
    assert await chat.stored() == before


async def test_in_a_group_only_administrators_may(chat: ChatClient) -> None:
    chat.api.add_group(GROUP, "Town", "group", {ANN: "creator", BOB: "member"})
    await chat.settle()
    screen = await chat.say("/digest 8", ANN, chat_id=GROUP)

    for command in ("/mode digest", "/digest 9", "/quiet 23-7", "/tz Warsaw"):
        answer = await chat.say(command, BOB, chat_id=GROUP)
        assert "Тільки адміністратори" in answer["text"] or "nly administrators" in str(
            answer
        )
    await chat.press(screen, "12:00", BOB)

    town = await chat.stored(GROUP)
    assert (town.digests.times, town.quiet, town.time_zone) == (
        (time(8),),
        None,
        "Europe/Kyiv",
    )


async def test_settings_say_when_the_chat_is_told(chat: ChatClient) -> None:
    await chat.say("/digest 8")
    await chat.say("/quiet 23-7")

    answer = await chat.say("/settings")

    assert "Alerts: in a digest at 08:00" in answer["text"]
    assert "Quiet hours: 23:00–07:00" in answer["text"]  # a span
    assert "Time zone: Kyiv (UTC+2)" in answer["text"]


async def test_digest_now_without_anything_says_so(chat: ChatClient) -> None:
    answer = await chat.say("/digest now")

    assert "Nothing is waiting" in answer["text"]


async def wait_for_digest(chat: ChatClient, count: int) -> None:
    """Let so many stories be listed for the chat's next digest."""
    await chat.say("/region Sumy")
    await chat.say("/digest 8")
    [subscription] = await chat.subscriptions()
    for number in range(count):
        entry_id = await chat.add_entry(f"Dam number {number:02} breached", "UA-59", "UA")
        async with chat.store.write() as tx:
            (story_id,) = await stories.create(tx, [chat.clock.now])
            where = schema.entry.c.id == entry_id
            await tx.execute(schema.entry.update().where(where).values(story_id=story_id))
            match = Match(
                subscription_id=subscription.id,
                chat_id=subscription.chat_id,
                evidence=("UA-59",),
            )
            telling = Telling(
                entry_id=entry_id,
                story_id=story_id,
                asked=Asked(words=DocumentWords("Dam breached")),
                matches=[match],
                at=chat.clock.now,
            )
            await tell(tx, [telling])


async def dispatch(chat: ChatClient) -> None:
    sending = Dispatch(
        store=chat.store,
        send=partial(send, chat.application.bot),
        clock=chat.clock,
        pause=lambda _: 0.0,
    )
    await look(chat.store, now=chat.clock.now)
    await sending.drain(Event())


async def test_a_digest_is_asked_for_and_paged_in_place(chat: ChatClient) -> None:
    await wait_for_digest(chat, 23)
    waiting = await chat.say("/digest")
    answer = await chat.say("/digest now")
    await dispatch(chat)
    digest = chat.sent()[-1]
    messages = len(chat.sent())

    second = await chat.press(digest, "▶️")
    third = await chat.press(second, "▶️")
    first = await chat.press(third, "▶️")

    assert "23 stories wait." in waiting["text"]
    assert "The digest with 23 stories is on its way." in answer["text"]
    assert "1. Dam number" in digest["text"]
    assert "11. Dam number" in second["text"]
    assert "23. Dam number" in third["text"]
    assert first["text"] == digest["text"]
    assert "3/3" in buttons(third)
    assert len(chat.sent()) == messages


async def test_pages_of_another_chat_are_not_shown(chat: ChatClient) -> None:
    await wait_for_digest(chat, 3)
    await chat.say("/digest now")
    await dispatch(chat)
    screen = await chat.say("/help", BOB)

    async with chat.store.read() as tx:
        kind = schema.delivery.c.kind == "digest"
        digest_id = (await tx.execute(schema.delivery.select().where(kind))).one().id
    shown = await chat.press_data(screen, f"v1:d:{digest_id}:0", BOB)

    assert "Dam number" not in shown["text"]


async def test_why_says_what_waits_for_a_digest_and_where_it_came(chat: ChatClient) -> None:
    await wait_for_digest(chat, 1)
    waiting = await chat.say("/why")
    await chat.say("/digest now")

    told = await chat.say("/why")

    assert "It waits for the next digest." in waiting["text"]
    assert "It is in the digest of 14:00 Kyiv time." in told["text"]
