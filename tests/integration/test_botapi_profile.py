import pytest
from botapi_client import Client

from bot.demo.botapi import BotApi

ANN, GROUP = 7, -1005


async def test_commands_and_their_scopes(client: Client, api: BotApi) -> None:
    api.add_group(GROUP, "Friends", "supergroup", {ANN: "creator"})
    start = {"command": "start", "description": "Start"}
    settings = {"command": "settings", "description": "Налаштування"}
    await client.call("setMyCommands", commands=[start])
    await client.call("setMyCommands", commands=[settings], language_code="uk")
    admins = {"type": "all_chat_administrators"}
    await client.call("setMyCommands", commands=[start, settings], scope=admins)

    assert await client.call("getMyCommands") == [start]
    assert await client.call("getMyCommands", language_code="ru") == []
    assert api.commands_for(ANN) == [settings]
    assert api.commands_for(ANN, GROUP) == [start, settings]
    await client.call("deleteMyCommands", language_code="uk")
    assert api.commands_for(ANN) == [start]


@pytest.mark.parametrize(
    ("arguments", "description"),
    [
        ({"commands": [{"command": "Ü", "description": "x"}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "x" * 33, "description": "x"}]}, "BOT_COMMAND_INVALID"),
        (
            {"commands": [{"command": "x", "description": "x" * 257}]},
            "BOT_COMMAND_DESCRIPTION_INVALID",
        ),
        (
            {"commands": [{"command": "x", "description": "x"}] * 101},
            "BOT_COMMANDS_TOO_MUCH",
        ),
        ({"commands": ["x"]}, "can't parse BotCommand: expected an Object"),
        (
            {"commands": [{"command": "x"}]},
            "can't parse BotCommand: command and description are needed",
        ),
        ({}, "can't parse commands JSON object"),
        (
            {"commands": [], "scope": {"type": "chat_administrators", "chat_id": 7}},
            "can't change commands in private chats",
        ),
        (
            {"commands": [], "scope": {"type": "chat_member", "chat_id": 7}},
            "can't parse BotCommandScope: invalid user_id specified",
        ),
        ({"commands": [], "language_code": "eng"}, "invalid language code specified"),
        ({"commands": [], "scope": {"type": "chat", "chat_id": 99}}, "chat not found"),
        (
            {"commands": [], "scope": {"type": "moon"}},
            "can't parse BotCommandScope: Unsupported type specified",
        ),
    ],
)
async def test_set_commands_refuses(
    client: Client, arguments: dict[str, object], description: str
) -> None:
    refusal = await client.refused("setMyCommands", **arguments)

    assert refusal == f"Bad Request: {description}"


async def test_the_narrowest_scope_wins(client: Client, api: BotApi) -> None:
    api.add_group(GROUP, "Friends", "supergroup")
    member = {"type": "chat_member", "chat_id": GROUP, "user_id": ANN}
    for name, scope in (("a", {"type": "all_group_chats"}), ("b", member)):
        command = {"command": name, "description": "x"}
        await client.call("setMyCommands", commands=[command], scope=scope)

    assert [command["command"] for command in api.commands_for(ANN, GROUP)] == ["b"]
    await client.call("setMyCommands", commands=[], scope=member)
    assert [command["command"] for command in api.commands_for(ANN, GROUP)] == ["a"]
    assert api.commands_for(ANN) == []


async def test_what_the_bot_says_of_itself(client: Client) -> None:
    await client.call("setMyName", name="Tocsin UA", language_code="uk")
    await client.call("setMyDescription", description="Alerts")
    await client.call("setChatMenuButton", menu_button={"type": "commands"})

    assert await client.call("getMyName", language_code="uk") == {"name": "Tocsin UA"}
    assert await client.call("getMyName") == {"name": "Tocsin"}
    assert await client.call("getMyDescription", language_code="ru") == {
        "description": "Alerts"
    }
    assert await client.call("getMyShortDescription") == {"short_description": ""}
    assert await client.call("getChatMenuButton", chat_id=ANN) == {"type": "commands"}
    await client.call("setMyDescription")
    assert await client.call("getMyDescription") == {"description": ""}
    wrong = await client.refused("setChatMenuButton", menu_button={"type": "x"})
    assert wrong == "Bad Request: can't parse MenuButton: Unsupported type specified"
    long = await client.refused("setMyShortDescription", short_description="x" * 121)
    assert long == "Bad Request: short description is too long"
