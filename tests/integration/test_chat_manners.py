"""A lot at once, and what people are asked after a pause: seen in the chat."""

import re

from chat_client import ANN, GROUP, ChatClient, data_of
from sqlalchemy import insert

from bot.chat.patience import BURST
from bot.store import chats, schema


async def test_a_flood_of_commands_meets_one_polite_sentence(chat: ChatClient) -> None:
    for _ in range(BURST + 30):
        chat.api.say(ANN, "/privacy")
    await chat.settle()
    answers = chat.sent()
    chat.clock.forward(minutes=3)
    again = await chat.say("/privacy")

    refused = [a for a in answers if a["text"].startswith("That was a lot at once.")]
    assert len(answers) == BURST + 1
    assert len(refused) == 1
    assert "What I store" in again["text"]


async def test_each_press_of_a_flood_is_answered(chat: ChatClient) -> None:
    message = await chat.say("/help")
    for _ in range(BURST + 10):
        chat.api.press(ANN, ANN, message["message_id"], "v1:lang")
    await chat.settle()

    answered = chat.calls("answerCallbackQuery")
    assert len(answered) == BURST + 10
    told = [a for a in answered if a.get("text", "").startswith("That was a lot")]
    assert len(told) == 11


async def test_a_sign_alone_is_not_offered_as_a_keyword(chat: ChatClient) -> None:
    answers = [await chat.say(sign) for sign in ("👍", "?", "...")]

    assert not any("/keyword" in answer["text"] for answer in answers)
    assert all("/help" in answer["text"] for answer in answers)


async def test_what_people_say_to_each_other_is_not_counted(chat: ChatClient) -> None:
    chat.api.add_group(GROUP, "Neighbours", "group", {ANN: "creator"})
    chat.api.promote(GROUP, "administrator", ANN)
    for _ in range(BURST + 10):
        chat.api.say(ANN, "just talk", GROUP)
    await chat.settle()

    answer = await chat.say("/list", chat_id=GROUP)

    assert "You follow nothing yet." in answer["text"]


async def _hold(chat: ChatClient, count: int) -> None:
    """Let so many alerts wait for Ann."""
    entry_id = await chat.add_entry("Dam breached near Sumy", "UA-59")
    async with chat.store.write() as tx:
        found = await chats.find_chat(tx, ANN)
        assert found is not None
        for number in range(1, count + 1):
            story = {"id": number, "first_seen_at": chat.clock.now}
            await tx.execute(
                insert(schema.story).values(story | {"last_seen_at": chat.clock.now})
            )
            await tx.execute(
                insert(schema.delivery).values(
                    chat_id=found.id,
                    story_id=number,
                    entry_id=entry_id,
                    kind="alert",
                    key=f"alert:{number}",
                    evidence=[],
                    state="held",
                    not_before=chats.FOREVER,
                    expires_at=chats.FOREVER,
                    created_at=chat.clock.now,
                )
            )


async def test_after_a_pause_with_much_the_chat_is_asked(chat: ChatClient) -> None:
    await chat.say("/pause")
    await _hold(chat, 37)

    question = await chat.say("/resume")
    skipped = await chat.press(question, "Skip them")
    again = await chat.press_data(skipped, data_of(question, "All"))

    assert "37 stories came meanwhile." in question["text"]
    assert "37 stories were skipped" in skipped["text"]
    assert "None of it is waiting any more." in again["text"]


async def test_a_chat_with_many_regions_is_told_how_many_more_there_are(
    chat: ChatClient,
) -> None:
    for names in (
        "Вінницька Волинська Дніпропетровська Донецька Житомирська Закарпатська Львівська",
        "Запорізька Івано-Франківська Київська Кіровоградська Луганська Миколаївська",
        "Одеська Полтавська Рівненська Сумська Тернопільська Харківська Херсонська",
        "Хмельницька Черкаська Чернівецька Чернігівська Курська Брянська Ростовська",
    ):
        await chat.say("/region " + ", ".join(f"{name} область" for name in names.split()))

    settings = (await chat.say("/settings"))["text"]
    picker = (await chat.say("/region"))["text"]
    page = (await chat.say("/list 3"))["text"]

    [more] = re.findall(r"Oblast; and (\d+) more\n", settings)
    assert settings.count("Oblast") == 27 - int(more)
    assert picker.endswith(f", and {more} more")
    assert [line[:3] for line in page.splitlines()[2:]] == ["9. ", "10.", "11.", "12."]
