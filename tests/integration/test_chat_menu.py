"""The menus of commands: in each language, for administrators, for the bot's admins."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from chat_client import ADMIN, ANN, BOB, GROUP, ChatClient, chat_client

from bot.chat.about_view import COMMANDS
from bot.chat.menu import READING, Menus, commands, introduce, set_commands
from bot.demo.botapi import Fault
from bot.i18n import LANGUAGES

ALL = [name for name, _ in COMMANDS]


@pytest.fixture
async def chat(tmp_path: Path) -> AsyncIterator[ChatClient]:
    async with chat_client(tmp_path) as client:
        await set_commands(client.application.bot)
        yield client


def _menu(chat: ChatClient, person: int = ANN, where: int | None = None) -> dict[str, str]:
    shown = chat.api.commands_for(person, where)
    return {each["command"]: each["description"] for each in shown}


async def _start_anew(chat: ChatClient, *admins: int) -> None:
    """Begin again with other admins, as after a restart."""
    own = Menus(store=chat.store, admins=frozenset(admins))
    await introduce(chat.application.bot, own)


def _changes(chat: ChatClient) -> int:
    """Return how often a menu of one person was set or deleted."""
    calls = chat.calls("setMyCommands") + chat.calls("deleteMyCommands")
    return sum('"chat"' in call["scope"] for call in calls)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_menu_is_within_the_limits_of_telegram(language: str) -> None:
    menu = commands(language)

    assert len(menu) < 100  # with /admin; Bot API, setMyCommands
    assert all(1 <= len(each.description) <= 256 for each in menu)


async def test_the_menu_speaks_three_languages(chat: ChatClient) -> None:
    await chat.say("/start")
    await chat.say("/start", BOB)

    assert list(_menu(chat)) == ALL
    assert _menu(chat)["list"] == "what you follow"
    assert _menu(chat, BOB)["list"] == "ваші підписки"


async def test_in_a_group_members_are_offered_what_they_may(chat: ChatClient) -> None:
    chat.api.add_group(GROUP, "Town", "group", {ANN: "creator", BOB: "member"})

    administrators, members = _menu(chat, ANN, GROUP), _menu(chat, BOB, GROUP)
    chat.api.rooms[GROUP].members |= {ANN: "member", BOB: "administrator"}

    assert list(administrators) == ALL
    assert set(members) == set(READING)
    assert set(_menu(chat, ANN, GROUP)) == set(READING)
    assert list(_menu(chat, BOB, GROUP)) == ALL


async def test_an_admin_has_their_command_from_the_first_message(chat: ChatClient) -> None:
    await _start_anew(chat, ADMIN)
    before = _menu(chat, ADMIN)

    await chat.say("/start", ADMIN)
    await chat.say("/start", ANN)

    assert "admin" not in before
    assert list(_menu(chat, ADMIN)) == [*ALL, "admin"]
    assert list(_menu(chat, ANN)) == ALL


async def test_an_admin_of_whom_the_settings_tell_has_it_from_the_start(
    chat: ChatClient,
) -> None:
    await chat.say("/start", ANN)

    await _start_anew(chat, ANN, 999)

    assert list(_menu(chat, ANN)) == [*ALL, "admin"]


async def test_who_is_no_admin_any_more_loses_it(chat: ChatClient) -> None:
    await chat.say("/start", ADMIN)

    await _start_anew(chat, ANN)

    assert list(_menu(chat, ADMIN)) == ALL


async def test_who_chooses_a_language_has_the_menu_in_it(chat: ChatClient) -> None:
    await chat.say("/lang ru")
    russian = _menu(chat)["list"]
    await chat.say("/lang en")

    assert russian == "ваши подписки"
    assert _menu(chat)["list"] == "what you follow"
    assert _changes(chat) == 2


async def test_the_menu_of_an_admin_follows_their_language(chat: ChatClient) -> None:
    await chat.say("/start", ADMIN)
    await chat.say("/lang en", ADMIN)

    assert _menu(chat, ADMIN)["admin"] == "the bot's health, and what to do"


async def test_nothing_is_asked_of_telegram_while_nothing_changes(chat: ChatClient) -> None:
    for command in ("/start", "/list", "/help"):
        await chat.say(command, ANN)
        await chat.say(command, ADMIN)
    await _start_anew(chat, ADMIN)

    assert _changes(chat) == 1  # the admin's


async def test_a_menu_that_telegram_refuses_is_tried_again(chat: ChatClient) -> None:
    chat.api.faults.add(Fault(kind="400", method="setMyCommands"))
    await chat.say("/start", ADMIN)
    refused = _menu(chat, ADMIN)
    await chat.say("/list", ADMIN)

    assert "admin" not in refused
    assert "admin" in _menu(chat, ADMIN)


async def test_who_forgets_has_everybodys_menu(chat: ChatClient) -> None:
    await chat.say("/lang ru")
    question = await chat.say("/forget")
    await chat.press_data(question, "v1:forget:yes")

    assert _menu(chat)["list"] == "what you follow"
