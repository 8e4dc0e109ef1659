"""Groups, buttons, membership, faults: what holds for every command."""

import pytest
from chat_client import ANN, BOB, GROUP, ChatClient, buttons
from sqlalchemy import text

from bot.demo.botapi import Fault
from bot.domain.model import ChatState

CHANNEL, SUPERGROUP = -100_7, -100_42
FROM_ANOTHER_TIME = (
    "v1:add:no-such-place",
    "v1:city:no-such-place",
    "v1:drop:no-such-place",
    "v1:on:m:ua:0:no-such-place",
    "v1:r:x:y:z",
    "v1:rm:999:0",
    "v1:del:999",
    "v1:list:99",
    "v1:wl:xx",
    "v1:w:9",
    "v1:hold:x",
    "v1:hold:99999999999999999999",
    "v1:undo:no-such-place",
)


@pytest.fixture
async def group(chat: ChatClient) -> ChatClient:
    """Return a chat with a group, which Ann owns and Bob is in."""
    chat.api.add_group(GROUP, "Neighbours", "group", {ANN: "creator", BOB: "member"})
    await chat.settle()
    return chat


async def test_an_administrator_changes_the_settings_of_a_group(group: ChatClient) -> None:
    answer = await group.say("/region Sumy", ANN, chat_id=GROUP)

    assert "You now follow Sumy Oblast" in answer["text"]
    assert await group.regions(GROUP) == ["UA-59"]


async def test_a_member_is_refused_and_told_what_everybody_may(group: ChatClient) -> None:
    answer = await group.say("/region Sumy", BOB, chat_id=GROUP)

    assert answer["text"] == (
        "Налаштування цього чату можуть змінювати лише адміністратори.\n\n"
        "Усім доступні /list, /latest, /search, /why, /status і /help."
    )
    assert await group.regions(GROUP) == []


async def test_a_member_may_read(group: ChatClient) -> None:
    await group.say("/region Sumy", ANN, chat_id=GROUP)

    answer = await group.say("/list", BOB, chat_id=GROUP)

    assert "Sumy Oblast" in answer["text"]


async def test_a_members_press_changes_nothing(group: ChatClient) -> None:
    question = await group.say("/region Belgrod", ANN, chat_id=GROUP)

    after = await group.press(question, "Belgorod Oblast", BOB)

    assert after["text"] == question["text"]
    assert await group.regions(GROUP) == []
    [answered] = group.calls("answerCallbackQuery")
    assert answered["text"] == "Only administrators can change the settings of this chat."
    assert answered["show_alert"] == "true"


async def test_an_anonymous_administrator_is_one(group: ChatClient) -> None:
    await group.say("/region Sumy", ANN, chat_id=GROUP, anonymous=True)

    assert await group.regions(GROUP) == ["UA-59"]
    assert group.calls("getChatMember") == []


async def test_rights_are_remembered_for_five_minutes(group: ChatClient) -> None:
    await group.say("/region Sumy", ANN, chat_id=GROUP)
    await group.say("/region Kursk", ANN, chat_id=GROUP)
    asked_at_first = len(group.calls("getChatMember"))
    group.clock.forward(minutes=6)
    await group.say("/region Belgorod", ANN, chat_id=GROUP)

    assert asked_at_first == 1
    assert len(group.calls("getChatMember")) == 2


async def test_a_command_for_another_bot_is_not_answered(group: ChatClient) -> None:
    group.api.say(ANN, "/list@another_bot", GROUP)
    group.api.say(ANN, "/roll", GROUP)
    group.api.say(ANN, "just talk", GROUP)
    await group.settle()

    assert group.sent(GROUP) == []


async def test_an_unknown_command_that_names_us_is_answered(group: ChatClient) -> None:
    answer = await group.say(f"/roll@{group.api.username}", ANN, chat_id=GROUP)

    assert "I do not know /roll" in answer["text"]


async def test_a_name_is_typed_in_a_group_as_a_reply(group: ChatClient) -> None:
    picker = await group.say("/region", ANN, chat_id=GROUP)
    question = await group.press(picker, "Type a name")

    answer = await group.say("Sumy", ANN, chat_id=GROUP, reply_to=question["message_id"])

    assert "Reply to this message" in question["text"]
    assert "You now follow Sumy Oblast" in answer["text"]


async def test_a_channel_is_set_up_by_its_posts(chat: ChatClient) -> None:
    chat.api.add_group(CHANNEL, "News", "channel", {ANN: "creator"})

    await chat.say("/region Sumy", ANN, chat_id=CHANNEL)

    assert await chat.regions(CHANNEL) == ["UA-59"]


async def test_an_outdated_button_brings_the_new_menu(chat: ChatClient) -> None:
    message = await chat.say("/help")

    for data in ("v0:region:1", "nonsense", "v1:no-such-screen:1"):
        after = await chat.press_data(message, data)

        assert after["text"].startswith("Settings")
    answered = chat.calls("answerCallbackQuery")
    assert [a["text"] for a in answered] == (
        ["This menu was outdated; here is the new one."] * 3
    )


async def test_a_button_of_another_time_does_no_harm(chat: ChatClient) -> None:
    message = await chat.say("/help")

    for data in FROM_ANOTHER_TIME:
        await chat.press_data(message, data)

    answered = chat.calls("answerCallbackQuery")
    assert len(answered) == len(FROM_ANOTHER_TIME)
    assert [a for a in answered if "fault is mine" in a.get("text", "")] == []
    assert await chat.subscriptions() == []


async def test_settings_on_an_alert_leave_the_alert(chat: ChatClient) -> None:
    alert = await chat.say("/help")

    after = await chat.press_data(alert, "v1:s:")

    assert after["text"] == alert["text"]
    assert chat.sent()[-1]["text"].startswith("Settings")


async def test_a_deleted_message_is_answered_anew(chat: ChatClient) -> None:
    message = await chat.say("/help")
    await chat.application.bot.delete_message(ANN, message["message_id"])

    await chat.press_data(message, "v1:m")

    assert chat.sent()[-1]["text"].startswith("Settings")


async def test_a_late_press_still_works(chat: ChatClient) -> None:
    message = await chat.say("/help")
    chat.api.faults.add(
        Fault(
            kind="400",
            method="answerCallbackQuery",
            description="Bad Request: query is too old and response timeout expired",
        )
    )

    after = await chat.press_data(message, "v1:m")

    assert after["text"].startswith("Settings")


async def test_a_name_without_a_command_is_offered(chat: ChatClient) -> None:
    offer = await chat.say("белгород")
    before = await chat.regions()
    await chat.press(offer, "Belgorod Oblast")

    assert before == []
    assert await chat.regions() == ["RU-BEL"]


async def test_other_text_is_helped_on(chat: ChatClient) -> None:
    answer = await chat.say("<b>what</b> & how is this zzyzx?")

    assert "I know no place called “<b>what</b> & how is this zzyzx?”" in answer["text"]


@pytest.mark.parametrize("word", ["help", "Меню", "помощь"])
async def test_a_word_for_help_shows_it(chat: ChatClient, word: str) -> None:
    assert (await chat.say(word))["text"] == (await chat.say("/help"))["text"]


@pytest.mark.parametrize("word", ["/stop", "Стоп", "unsubscribe"])
async def test_who_says_stop_may_pause_or_delete(chat: ChatClient, word: str) -> None:
    answer = await chat.say(word)

    assert "Pause" in buttons(answer)
    assert "Delete everything about" in (await chat.press(answer, "Delete my data"))["text"]


async def test_several_names_without_a_command_are_offered(chat: ChatClient) -> None:
    offered = await chat.say("Суми та Одеса, Lviv")

    assert [
        label for label in buttons(offered) if "Oblast" in label and "(" not in label
    ] == [
        "Sumy Oblast, Ukraine",
        "Odesa Oblast, Ukraine",
        "Lviv Oblast, Ukraine",
    ]


async def test_a_sentence_with_commas_is_no_list_of_places(chat: ChatClient) -> None:
    assert "I know no place called" in (await chat.say("Sumy, please, now"))["text"]


async def test_an_edited_command_is_not_done_again(chat: ChatClient) -> None:
    chat.api.say(ANN, "/keyword dam")
    await chat.settle()
    first = next(m for m in chat.api.messages(ANN) if not m["outgoing"])
    chat.api.edit(ANN, ANN, first["message_id"], "/keyword flood")
    await chat.settle()

    assert [each.query for each in await chat.subscriptions()] == ["dam"]


async def test_a_block_keeps_the_settings(chat: ChatClient) -> None:
    await chat.say("/region Sumy")
    chat.api.block(ANN)
    await chat.settle()
    blocked = (await chat.stored(ANN)).state
    chat.api.unblock(ANN)
    await chat.settle()

    assert blocked is ChatState.UNREACHABLE
    assert (await chat.stored(ANN)).state is ChatState.ACTIVE
    assert await chat.regions() == ["UA-59"]


async def test_a_kick_is_noted(group: ChatClient) -> None:
    await group.say("/region Sumy", ANN, chat_id=GROUP)
    group.api.kick(GROUP, ANN)
    await group.settle()

    assert (await group.stored(GROUP)).state is ChatState.UNREACHABLE


async def test_a_group_keeps_its_settings_when_it_becomes_a_supergroup(
    group: ChatClient,
) -> None:
    await group.say("/region Sumy", ANN, chat_id=GROUP)
    group.api.upgrade(GROUP, SUPERGROUP)
    await group.settle()

    assert await group.regions(SUPERGROUP) == ["UA-59"]
    assert await group.regions(GROUP) == []


async def test_a_fault_is_told_in_one_honest_line(
    chat: ChatClient, caplog: pytest.LogCaptureFixture
) -> None:
    await _break_the_store(chat)

    answer = await chat.say("/list")

    assert answer["text"] == "That did not work; the fault is mine. Please try again."
    assert "update failed" in caplog.text


async def test_a_press_that_fails_is_answered_once(chat: ChatClient) -> None:
    message = await chat.say("/help")
    await _break_the_store(chat)

    after = await chat.press_data(message, "v1:list:0")

    assert after["text"] == message["text"]
    [answered] = chat.calls("answerCallbackQuery")
    assert "the fault is mine" in answered["text"]


async def _break_the_store(chat: ChatClient) -> None:
    async with chat.store.write() as tx:
        await tx.execute(text("DROP TABLE subscription"))


async def test_a_command_in_other_letters_is_unknown_not_a_place(chat: ChatClient) -> None:
    answer = await chat.say("/область Суми")

    assert "I do not know /область" in answer["text"]
