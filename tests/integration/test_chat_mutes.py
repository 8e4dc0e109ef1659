"""``/mute``, ``/unmute`` and ``/story``: hear no more of it, or see who reported it."""

import pytest
from chat_client import ANN, BOB, GROUP, ChatClient, buttons, data_of
from published import publish
from sqlalchemy import func, insert, select, update

from bot.domain.model import DeliveryState
from bot.store import schema

SHEBEKINO = "Взрывы в Шебекине слышны всю ночь"
FAIR = "Ярмарка в Шебекине собрала гостей"


async def alerts(chat: ChatClient) -> int:
    """Return how many alerts are in the outbox."""
    async with chat.store.read() as tx:
        found = await tx.execute(
            select(func.count()).where(
                schema.delivery.c.state != DeliveryState.EXPIRED.value
            )
        )
        return int(found.scalar_one())


async def add_to_story(chat: ChatClient, title: str, *, outlet: str, country: str) -> None:
    """Let another outlet join the only story."""
    entry_id = await chat.add_entry(title)
    async with chat.store.write() as tx:
        feed = await tx.execute(
            insert(schema.feed)
            .values(
                url=f"https://{outlet}.example/feed",
                title=outlet,
                country=country,
                tags=[],
                hosts=[],
                interval_seconds=300,
                enabled=True,
                next_poll_at=chat.clock.now,
            )
            .returning(schema.feed.c.id)
        )
        story_id = (await tx.execute(select(schema.story.c.id))).scalar_one()
        await tx.execute(
            update(schema.entry)
            .where(schema.entry.c.id == entry_id)
            .values(story_id=story_id, feed_id=feed.scalar_one())
        )


async def test_a_muted_outlet_alerts_no_more_until_it_is_heard_again(
    chat: ChatClient,
) -> None:
    await chat.say("/region Belgorod")
    await publish(chat, "Floods in Paris", "en")

    muted = await chat.say("/mute example post")
    await publish(chat, SHEBEKINO)
    while_muted = await alerts(chat)
    heard = await chat.press(muted, "Undo")
    await publish(chat, FAIR)

    assert "nothing more from example post" in muted["text"]
    assert while_muted == 0
    assert "Unmuted: example post" in heard["text"]
    assert await alerts(chat) == 1


@pytest.mark.parametrize("length", ["0h", "0 minutes", "9999w"])
async def test_words_are_not_muted_for_no_time_or_for_ages(
    chat: ChatClient, length: str
) -> None:
    answer = await chat.say(f"/mute football for {length}")

    assert answer["text"].startswith("Nothing is muted: that is not a length of time.")
    assert (await chat.say("/mute"))["text"].startswith("Nothing is muted.")


async def test_muted_words_are_a_query_and_hold_for_a_time(chat: ChatClient) -> None:
    await chat.say("/region Belgorod")

    muted = await chat.say("/mute ярмарка -взрыв for 2h")
    await publish(chat, FAIR)
    await publish(chat, SHEBEKINO)
    while_muted = await alerts(chat)
    chat.clock.forward(hours=3)
    await publish(chat, FAIR + " снова")

    assert "Until 16:00 Kyiv time." in muted["text"]
    assert while_muted == 1
    assert await alerts(chat) == 2
    assert "Nothing is muted." in (await chat.say("/mute"))["text"]


async def test_the_story_of_an_alert_is_muted_by_its_button(chat: ChatClient) -> None:
    await chat.say("/region Belgorod")
    alert = chat.sent()[-1]["message_id"]
    await publish(chat, SHEBEKINO, message_id=alert)

    answer = await chat.say("/mute", reply_to=alert)
    listed = await chat.say("/unmute")
    ended = await chat.press(listed, "✖️")

    assert f"You will get no more about this story: {SHEBEKINO}" in answer["text"]
    assert f"story: {SHEBEKINO}" in listed["text"]
    assert "Nothing is muted." in ended["text"]


@pytest.mark.parametrize(
    ("typed", "until"),
    [
        ("/mute 2h", "Until 16:00"),
        ("/mute 2 години", "Until 16:00"),
        ("/mute for an hour", "Until 15:00"),
        ("/mute цю подію на годину", "Until 15:00"),
        ("/mute это событие", ""),
        ("/mute подію", ""),
    ],
)
async def test_the_story_of_an_alert_is_muted_however_one_says_it(
    chat: ChatClient, typed: str, until: str
) -> None:
    await chat.say("/region Belgorod")
    alert = chat.sent()[-1]["message_id"]
    await publish(chat, SHEBEKINO, message_id=alert)

    answer = await chat.say(typed, reply_to=alert)

    assert answer["text"].startswith("You will get no more about this story:")
    assert until in answer["text"]


@pytest.mark.parametrize(
    "typed", ["/mute 2h", "/mute for 2h", "/mute all", "/mute все", "/mute усі на 2 год"]
)
async def test_who_wants_to_hear_nothing_is_told_of_the_pause(
    chat: ChatClient, typed: str
) -> None:
    answer = await chat.say(typed)

    assert "/pause" in answer["text"]
    assert "How long" in (await chat.press(answer, "Pause"))["text"]
    assert "Nothing is muted." in (await chat.say("/mute"))["text"]


@pytest.mark.parametrize("typed", ["/unmute all", "/unmute усе"])
async def test_all_that_is_muted_is_heard_again(chat: ChatClient, typed: str) -> None:
    await chat.say("/mute football")
    await chat.say("/mute chess")

    answer = await chat.say(typed)

    assert answer["text"] == "Unmuted: “football” and “chess”"
    assert "Nothing is muted." in (await chat.say("/mute"))["text"]


async def test_words_may_be_meant_for_an_outlet(chat: ChatClient) -> None:
    await chat.say("/region Belgorod")
    await publish(chat, SHEBEKINO)
    answer = await chat.say("/mute post for 2h")

    muted = await chat.press(answer, "Outlet: Example Post")
    again = await chat.press_data(muted, data_of(answer, "Outlet: Example Post"))
    listed = await chat.say("/mute")
    unlike = await chat.say("/mute post football")

    assert "If you mean the outlet, choose it below." in answer["text"]
    assert muted["text"] == again["text"]
    assert muted["text"].startswith("You will get nothing more from Example Post.\n\nUntil")
    assert "outlet: Example Post (until 16:00" in listed["text"]
    assert "“post”" not in listed["text"]
    assert "outlet" not in unlike["text"]


async def test_the_time_comes_last_whatever_is_muted(chat: ChatClient) -> None:
    answer = await chat.say("/mute атака на Суми на 2 години")

    assert "“атака на Суми”." in answer["text"]
    assert "Until 16:00" in answer["text"]


async def test_a_muted_story_is_not_told_when_its_alert_had_expired(
    chat: ChatClient,
) -> None:
    await chat.say("/region Belgorod")
    await publish(chat, SHEBEKINO, message_id=900)
    async with chat.store.write() as tx:
        story_id = (await tx.execute(select(schema.story.c.id))).scalar_one()
        await tx.execute(update(schema.delivery).values(state=DeliveryState.EXPIRED.value))
    await chat.press_data(await chat.say("/help"), f"v1:mutes:{story_id}")

    await publish(chat, FAIR, story_id=story_id)

    assert await alerts(chat) == 0


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        pytest.param("/mute OR", "A word is missing before OR.", id="no query"),
        pytest.param("/unmute nobody", "It was not muted.", id="never muted"),
        pytest.param("/mute", "Nothing is muted.", id="nothing"),
        pytest.param("/mute this", "I have no such story", id="no alert is answered"),
        pytest.param("/story", "This chat has had no alert yet.", id="no story yet"),
        pytest.param("/story 99999999999999999999999", "I have no such story", id="huge"),
    ],
)
async def test_what_cannot_be_done_is_said(chat: ChatClient, typed: str, said: str) -> None:
    assert said in (await chat.say(typed))["text"]


async def test_a_story_of_another_chat_cannot_be_muted(chat: ChatClient) -> None:
    await chat.say("/region Belgorod")
    await publish(chat, SHEBEKINO, message_id=900)
    help_text = await chat.say("/help", BOB)

    answered = await chat.press_data(help_text, "v1:mutes:1", BOB)
    forged = await chat.press_data(help_text, "v1:mutes:x", BOB)

    assert "v1" not in answered["text"] + forged["text"]
    async with chat.store.read() as tx:
        assert (await tx.execute(select(func.count(schema.mute.c.id)))).scalar_one() == 0


async def test_in_a_group_only_administrators_mute(chat: ChatClient) -> None:
    chat.api.add_group(GROUP, "Newsroom", members={ANN: "administrator", BOB: "member"})
    await chat.settle()

    await chat.say("/mute football", BOB, chat_id=GROUP)
    refused = await chat.say("/unmute", BOB, chat_id=GROUP)
    await chat.say("/mute football", ANN, chat_id=GROUP)
    listed = await chat.say("/unmute", ANN, chat_id=GROUP)

    assert "адміністратори" in refused["text"]
    assert "слова: «football»" in listed["text"]


async def test_a_story_shows_its_outlets_by_side(chat: ChatClient) -> None:
    await chat.say("/region Belgorod")
    alert = chat.sent()[-1]["message_id"]
    await publish(chat, SHEBEKINO, message_id=alert)
    await add_to_story(chat, "Explosions in Shebekino", outlet="Kyiv Wire", country="UA")
    await add_to_story(chat, "Взрывы в городе", outlet="Moscow Wire", country="RU")

    answer = await chat.say("/story", reply_to=alert)
    newest = await chat.say("/story")

    assert newest["text"] == answer["text"]
    assert "3 outlets" in answer["text"]
    assert (
        "Outlets in Ukraine\n13:55 Kyiv Wire: Explosions in Shebekino\n\n"
        "Outlets in Russia\n13:55 Moscow Wire: Взрывы в городе\n\n"
        "Outlets elsewhere\n13:55 Example Post"
    ) in answer["text"]
    assert "Mute this story" in buttons(answer)


async def test_a_long_story_is_read_page_by_page(chat: ChatClient) -> None:
    await chat.say("/region Belgorod")
    await publish(chat, SHEBEKINO, message_id=900)
    for number in range(14):
        await add_to_story(chat, f"Report {number}", outlet=f"Wire {number}", country="UA")

    first = await chat.say("/story")
    second = await chat.press(first, "▶️")

    assert "Report 11" in first["text"]
    assert "Report 12" not in first["text"]
    assert "Report 12" in second["text"]
    assert second["text"].endswith("Outlets elsewhere\n13:55 Example Post")
