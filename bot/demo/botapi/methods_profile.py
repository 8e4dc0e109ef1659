"""Methods about the bot itself: its name, its commands, its menu button."""

import re
from collections.abc import Callable

from bot.demo.botapi.args import Args
from bot.demo.botapi.core import Core
from bot.demo.botapi.errors import JSON, bad_request
from bot.demo.botapi.text import utf16_length

MAX_COMMANDS = 100  # Bot API, setMyCommands
MAX_COMMAND_DESCRIPTION = 256  # Bot API, BotCommand
MAX_NAME = 64  # Bot API, setMyName
MAX_DESCRIPTION = 512  # Bot API, setMyDescription
MAX_SHORT_DESCRIPTION = 120  # Bot API, setMyShortDescription
_COMMAND = re.compile(r"^[a-z0-9_]{1,32}$")
_LANGUAGE = re.compile(r"^(?:[a-z]{2})?$")
_PLAIN_SCOPES = frozenset(
    {"default", "all_private_chats", "all_group_chats", "all_chat_administrators"}
)
_CHAT_SCOPES = frozenset({"chat", "chat_administrators", "chat_member"})


def get_me(core: Core, args: Args) -> JSON:
    """``getMe``."""
    del args
    return core.bot_user() | {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def _language(args: Args) -> str:
    code = args.text("language_code")
    if not _LANGUAGE.match(code):
        raise bad_request("invalid language code specified")
    return code


def _scope(core: Core, args: Args) -> str:
    """Return the key of the request's scope, such as ``chat:-5``."""
    scope = args.object("scope")
    kind = str(scope.get("type", "default"))
    if kind in _PLAIN_SCOPES:
        return kind
    if kind not in _CHAT_SCOPES:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    room = core.room(Args(values={"chat_id": str(scope.get("chat_id", ""))}))
    if kind == "chat_administrators" and room.is_private:
        raise bad_request("can't change commands in private chats")
    if kind != "chat_member":
        return f"{kind}:{room.id}"
    user_id = scope.get("user_id")
    if not isinstance(user_id, int):
        raise bad_request("can't parse BotCommandScope: invalid user_id specified")
    return f"{kind}:{room.id}:{user_id}"


def _command(value: object) -> JSON:
    if not isinstance(value, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    name, description = value.get("command"), value.get("description")
    if not isinstance(name, str) or not isinstance(description, str):
        raise bad_request("can't parse BotCommand: command and description are needed")
    name = name.removeprefix("/")
    if not _COMMAND.match(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= utf16_length(description.strip()) <= MAX_COMMAND_DESCRIPTION:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description.strip()}


def set_commands(core: Core, args: Args) -> bool:
    """``setMyCommands``."""
    commands = args.json("commands")
    if not isinstance(commands, list):
        raise bad_request("can't parse commands JSON object")
    if len(commands) > MAX_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    key = (_scope(core, args), _language(args))
    core.profile.commands[key] = [_command(one) for one in commands]
    core.events_hub.publish("commands", scope=key[0], language_code=key[1])
    return True


def get_commands(core: Core, args: Args) -> list[JSON]:
    """``getMyCommands``: of exactly this scope and language."""
    return core.profile.commands.get((_scope(core, args), _language(args)), [])


def delete_commands(core: Core, args: Args) -> bool:
    """``deleteMyCommands``."""
    key = (_scope(core, args), _language(args))
    core.profile.commands.pop(key, None)
    core.events_hub.publish("commands", scope=key[0], language_code=key[1])
    return True


def commands_for(core: Core, person_id: int, chat_id: int, language: str) -> list[JSON]:
    """Return the commands that a person is shown in a chat.

    The first that is set wins, from the narrowest scope to the default one, each first in
    the person's language and then without one (Bot API, "Determining list of commands").
    """
    room = core.rooms[chat_id]
    is_admin = room.members.get(person_id) in ("creator", "administrator")
    scopes = [f"chat:{chat_id}", "all_private_chats"]
    if not room.is_private:
        scopes = [f"chat_member:{chat_id}:{person_id}"]
        scopes += [f"chat_administrators:{chat_id}"] if is_admin else []
        scopes += [f"chat:{chat_id}"]
        scopes += ["all_chat_administrators"] if is_admin else []
        scopes += ["all_group_chats"]
    for scope in (*scopes, "default"):
        for code in (language, ""):
            if commands := core.profile.commands.get((scope, code)):
                return commands
    return []


def _setter(field: str, attribute: str, limit: int) -> Callable[[Core, Args], bool]:
    def set_it(core: Core, args: Args) -> bool:
        text = args.text(field).strip()
        if utf16_length(text) > limit:
            raise bad_request(f"{field.replace('_', ' ')} is too long")
        texts: dict[str, str] = getattr(core.profile, attribute)
        language = _language(args)
        if text:
            texts[language] = text
        else:
            texts.pop(language, None)
        core.events_hub.publish("profile", field=field)
        return True

    return set_it


def _getter(field: str, attribute: str) -> Callable[[Core, Args], JSON]:
    def get_it(core: Core, args: Args) -> JSON:
        texts: dict[str, str] = getattr(core.profile, attribute)
        text = texts.get(_language(args)) or texts.get("")
        return {field: text or (core.bot_user()["first_name"] if field == "name" else "")}

    return get_it


def set_menu(core: Core, args: Args) -> bool:
    """``setChatMenuButton``: of one private chat, or of all of them."""
    button = args.object("menu_button") or {"type": "default"}
    if button.get("type") not in ("default", "commands", "web_app"):
        raise bad_request("can't parse MenuButton: Unsupported type specified")
    chat_id = core.room(args).id if args.has("chat_id") else 0
    core.profile.menu_buttons[chat_id] = button
    core.events_hub.publish("menu", chat_id=chat_id, menu_button=button)
    return True


def get_menu(core: Core, args: Args) -> JSON:
    """``getChatMenuButton``."""
    buttons = core.profile.menu_buttons
    chat_id = core.room(args).id if args.has("chat_id") else 0
    return buttons.get(chat_id) or buttons.get(0) or {"type": "default"}


METHODS: dict[str, Callable[[Core, Args], object]] = {
    "getMe": get_me,
    "setMyCommands": set_commands,
    "getMyCommands": get_commands,
    "deleteMyCommands": delete_commands,
    "setMyName": _setter("name", "names", MAX_NAME),
    "getMyName": _getter("name", "names"),
    "setMyDescription": _setter("description", "descriptions", MAX_DESCRIPTION),
    "getMyDescription": _getter("description", "descriptions"),
    "setMyShortDescription": _setter(
        "short_description", "short_descriptions", MAX_SHORT_DESCRIPTION
    ),
    "getMyShortDescription": _getter("short_description", "short_descriptions"),
    "setChatMenuButton": set_menu,
    "getChatMenuButton": get_menu,
}
