"""What people write who know no command, or write one otherwise: seen in the chat."""

import pytest
from chat_client import ANN, GROUP, ChatClient, buttons


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("/regoin Sumy", "Did you mean /region Sumy?"),
        ("/регіон Суми", "Did you mean /region Суми?"),
        ("/кугшщт Суми", "Did you mean /region Суми?"),
        (".куршщт Суми", "Did you mean /region Суми?"),
        ("/RЕGION Суми", "Did you mean /region Суми?"),  # with a Cyrillic Е
        ("/ region Sumy", "Did you mean /region Sumy?"),
        ("//help", "Did you mean /help?"),
        ("keyword drone", "Did you mean /keyword drone?"),
        ("near 50 km", "Did you mean /region near 50 km?"),
        ("рядом со мной", "Did you mean /region рядом со мной?"),
        ("search Суми", "Did you mean /search Суми?"),
        ("Pause 2h", "Did you mean /pause 2h?"),
        (f"/regoin {'Суми, ' * 40}", "Did you mean /region?"),  # too long to be copied
        ("@border_news", "Did you mean /settings @border_news?"),
        ("https://t.me/border_news", "Did you mean /settings https://t.me/border_news?"),
    ],
)
async def test_a_command_that_is_written_otherwise_is_offered(
    chat: ChatClient, typed: str, meant: str
) -> None:
    answer = await chat.say(typed)

    assert meant in answer["text"]
    assert "Settings" in buttons(answer)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Налаштування", "Time zone: Kyiv"),
        ("Мои подписки", "You follow nothing yet."),
        ("мова", "Which language do you prefer?"),
        ("Привіт!", "Step 1 of 3"),
        ("hello", "Step 1 of 3"),
        ("пауза", "How long should alerts wait?"),
        ("resume", "Time zone: Kyiv"),
    ],
)
async def test_a_word_that_a_button_has_does_what_the_button_does(
    chat: ChatClient, typed: str, shown: str
) -> None:
    assert shown in (await chat.say(typed))["text"]


async def test_a_town_that_begins_like_a_command_is_a_town(chat: ChatClient) -> None:
    answer = await chat.say("Story City")

    assert any(label.startswith("Story City, Iowa") for label in buttons(answer))


async def test_the_question_for_a_region_does_not_swallow_a_button(
    chat: ChatClient,
) -> None:
    await chat.press(await chat.say("/region"), "Type a name")

    answer = await chat.say("Налаштування")

    assert "Time zone: Kyiv" in answer["text"]


async def test_a_link_is_explained(chat: ChatClient) -> None:
    await chat.add_entry("Dam breached near Sumy", "UA-59")

    answer = await chat.say("https://example.org/Dam-breached-near-Sumy")

    assert "I read Example Post" in answer["text"]


async def test_lines_are_names_of_their_own(chat: ChatClient) -> None:
    answer = await chat.say("Сумська область\nХарківська область\nОдеська область")

    assert [label.split()[0] for label in buttons(answer)][:3] == [
        "Sumy",
        "Kharkiv",
        "Odesa",
    ]


async def test_pasted_news_offers_the_places_that_it_names(chat: ChatClient) -> None:
    news = (
        "Вибух у Сумах, є постраждалі. Рятувальники працюють на місці, кажуть в обласній "
        "адміністрації. Деталі з’ясовують, повідомили у Харкові."
    )

    answer = await chat.say(news)
    nowhere = await chat.say("Сьогодні чудова погода, і нічого більше не сталося. " * 3)

    assert "Sumy Oblast, Ukraine" in buttons(answer)
    assert "Kharkiv Oblast, Ukraine" in buttons(answer)
    assert "That text names no place that I know." in nowhere["text"]
    assert "/keyword" not in nowhere["text"]


@pytest.mark.parametrize("typed", ["hi", "ok", "ні"])
async def test_two_letters_are_no_misspelt_place(chat: ChatClient, typed: str) -> None:
    answer = await chat.say(typed)

    assert "Do you want to follow" not in answer["text"]


@pytest.mark.parametrize(
    ("command", "screen"), [("/tz", "asktz"), ("/digest", "askd"), ("/quiet", "askq")]
)
async def test_in_a_group_a_question_asks_for_a_reply(
    chat: ChatClient, command: str, screen: str
) -> None:
    chat.api.add_group(GROUP, "Neighbours", "group", {ANN: "creator"})
    answer = await chat.say(command, chat_id=GROUP)

    question = await chat.press_data(answer, f"v1:{screen}")
    open_still = await chat.say("nonsense", chat_id=GROUP, reply_to=question["message_id"])

    assert question["text"].startswith("Reply to this message")
    assert "reply to this message" in open_still["text"]
