"""A name after the `in` of a query that means no one place for certain."""

import pytest
from chat_client import ANN, BOB, GROUP, ChatClient, buttons

ASKED = "Several places are called “Georgia”. Which one do you mean?"


async def _followed(chat: ChatClient) -> list[tuple[str | None, tuple[str, ...]]]:
    return [(each.query, each.regions) for each in await chat.subscriptions()]


async def test_which_of_two_places_is_meant_is_asked(chat: ChatClient) -> None:
    asked = await chat.say("/keyword dam in Georgia")
    before = await _followed(chat)

    followed = await chat.press(asked, "Georgia, country")

    assert ASKED in asked["text"]
    assert before == []
    assert "You now follow “dam” in Georgia." in followed["text"]
    assert await _followed(chat) == [("dam", ("GE",))]


async def test_several_names_are_asked_one_by_one(chat: ChatClient) -> None:
    first = await chat.say("/keyword dam in Georgia, Sumy, Mykolaivka")
    second = await chat.press(first, "Georgia, US state")
    label = next(each for each in buttons(second) if "Mykolaivka" in each)
    await chat.press(second, label)

    [(query, regions)] = await _followed(chat)
    assert "“Mykolaivka”" in second["text"]
    assert (query, regions[:2], len(regions)) == ("dam", ("US-GA", "UA-59"), 3)


async def test_the_words_alone_can_be_meant(chat: ChatClient) -> None:
    asked = await chat.say("/keyword dam in Georgia")

    await chat.press(asked, "None of them, just the words")

    assert await _followed(chat) == [("dam in Georgia", ())]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("дамба in нигде", "нигде"),
        ("fire in car", "car"),
        ("rise in prices", "prices"),
        ("dam in Sumy, Qwrtzpsd", "Qwrtzpsd"),
        ("dam in Georgia, Qwrtzpsd", "Qwrtzpsd"),
    ],
)
async def test_what_is_no_place_is_taken_for_words_and_that_is_said(
    chat: ChatClient, text: str, name: str
) -> None:
    answer = await chat.say(f"/keyword {text}")

    assert f"I read “{name}” as a word, not as a place." in answer["text"]
    assert await _followed(chat) == [(text, ())]


@pytest.mark.parametrize(
    ("name", "region"),
    [
        ("Нигде", "TR-51"),
        ("суми", "UA-59"),
        ("сумы", "UA-59"),
        ("орел", "RU-ORL"),
        ("Полтаве", "UA-53"),
        ("грузії", "GE"),
        ("us", "US"),
    ],
)
async def test_a_name_or_its_inflection_is_that_place(
    chat: ChatClient, name: str, region: str
) -> None:
    answer = await chat.say(f"/keyword dam in {name}")

    assert "for a word" not in answer["text"]
    assert await _followed(chat) == [("dam", (region,))]


async def test_a_similar_name_is_offered_and_takes_the_place_of_the_words(
    chat: ChatClient,
) -> None:
    answer = await chat.say("/keyword dam in Belgrod")
    words = await _followed(chat)

    chosen = await chat.press(answer, "Belgorod Oblast")

    assert "If you mean a place, choose it below." in answer["text"]
    assert words == [("dam in Belgrod", ())]
    assert await _followed(chat) == [("dam", ("RU-BEL",))]
    assert "Before: dam in Belgrod" in chosen["text"]


async def test_an_edit_asks_which_place_and_stays_open(chat: ChatClient) -> None:
    await chat.say("/keyword dam")
    await chat.press(await chat.say("/list"), "1. Edit")

    asked = await chat.say("dike in Georgia")
    await chat.press(asked, "Georgia, US state")

    assert ASKED in asked["text"]
    assert await _followed(chat) == [("dike", ("US-GA",))]


@pytest.mark.parametrize("command", ["/test", "/search"])
async def test_a_test_and_a_search_ask_as_well(chat: ChatClient, command: str) -> None:
    await chat.add_entry("Dam breached", "GE")
    asked = await chat.say(f"{command} dam in Georgia")

    chosen = await chat.press(asked, "Georgia, country")
    await chat.press(chosen, "Follow this")

    assert ASKED in asked["text"]
    assert "Dam breached" in chosen["text"]
    assert await _followed(chat) == [("dam", ("GE",))]


@pytest.mark.parametrize("command", ["/test", "/search"])
async def test_a_test_and_a_search_say_what_is_taken_for_a_word(
    chat: ChatClient, command: str
) -> None:
    await chat.add_entry("Dam breached", "RU-BEL")
    answer = await chat.say(f"{command} dam in Belgrod")

    chosen = await chat.press(answer, "Belgorod Oblast")

    assert (
        "I read “Belgrod” as a word, not as a place. If you mean a place" in answer["text"]
    )
    assert "Dam breached" in chosen["text"]
    assert await _followed(chat) == []


@pytest.mark.parametrize(
    "data",
    [
        *("v1:kin", "v1:kin:k99:GE", "v1:kin:k:nowhere", "v1:kil", "v1:kil:k99"),
        *("v1:kir:k:GE", "v1:kir:s:GE", "v1:kiw:k", "v1:kiw:t"),
    ],
)
async def test_a_forged_choice_follows_nothing(chat: ChatClient, data: str) -> None:
    answer = await chat.press_data(await chat.say("/keyword dam in Georgia"), data)

    assert "fault is mine" not in answer["text"]
    assert await _followed(chat) == []


async def test_members_of_a_group_choose_nothing_to_follow(chat: ChatClient) -> None:
    chat.api.add_group(GROUP, "Town", "group", {ANN: "creator", BOB: "member"})
    await chat.settle()
    asked = await chat.say("/keyword dam in Georgia", chat_id=GROUP)
    await chat.press(asked, "Georgia, country", BOB)

    assert await chat.subscriptions(GROUP) == []


async def test_of_names_that_a_word_joins_the_unclear_one_is_asked(
    chat: ChatClient,
) -> None:
    asked = await chat.say("/keyword dam in Sumy and Georgia")
    await chat.press(asked, "Georgia, country")

    assert ASKED in asked["text"]
    assert await _followed(chat) == [("dam", ("UA-59", "GE"))]
