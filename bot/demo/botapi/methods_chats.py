"""Methods about chats and their members, and about files."""

from collections.abc import Callable

from bot.demo.botapi.args import Args
from bot.demo.botapi.core import Core
from bot.demo.botapi.errors import JSON, bad_request
from bot.demo.botapi.rooms import MemberStatus, Room, member_object

MAX_DOWNLOAD = 20_000_000  # Bot API, getFile
_GONE = ("left", "kicked")


def _joined_room(core: Core, args: Args) -> Room:
    room = core.room(args)
    if not room.is_private:
        room.check_member()
    return room


def members_of(core: Core, room: Room) -> dict[int, MemberStatus]:
    """Return who is in the chat, the bot included."""
    if room.is_private:
        return {room.id: "member", core.bot_id: "member"}
    everybody = {**room.members, core.bot_id: room.bot_status}
    return {who: status for who, status in everybody.items() if status not in _GONE}


def get_chat(core: Core, args: Args) -> JSON:
    """``getChat``."""
    room = _joined_room(core, args)
    chat = room.chat() | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(
            (
                "unlimited_gifts",
                "limited_gifts",
                "unique_gifts",
                "premium_subscription",
                "gifts_from_channels",
            ),
            False,
        ),
    }
    if room.pinned and (stored := room.find(room.pinned[-1])) is not None:
        chat["pinned_message"] = stored.message
    return chat


def get_member(core: Core, args: Args) -> JSON:
    """``getChatMember``."""
    room = _joined_room(core, args)
    user_id = args.integer("user_id")
    if not user_id:
        raise bad_request("invalid user_id specified")
    user = core.user(user_id)
    if user is None:
        raise bad_request("PARTICIPANT_ID_INVALID")
    if room.is_private and user_id not in (room.id, core.bot_id):
        raise bad_request("member not found")
    if user_id == core.bot_id:
        return member_object(user, room.bot_status)
    if room.is_private:
        return member_object(user, "member")
    return member_object(user, room.members.get(user_id, "left"))


def get_administrators(core: Core, args: Args) -> list[JSON]:
    """``getChatAdministrators``."""
    room = _joined_room(core, args)
    if room.is_private:
        raise bad_request("there are no administrators in the private chat")
    return [
        member_object(user, status)
        for who, status in members_of(core, room).items()
        if status in ("creator", "administrator") and (user := core.user(who)) is not None
    ]


def get_member_count(core: Core, args: Args) -> int:
    """``getChatMemberCount``."""
    return len(members_of(core, _joined_room(core, args)))


def leave(core: Core, args: Args) -> bool:
    """``leaveChat``."""
    room = core.room(args)
    if room.is_private:
        raise bad_request("chat member status can't be changed in private chats")
    room.check_member()
    room.bot_status = "left"
    core.events_hub.publish("chat_member", chat_id=room.id, status="left")
    return True


def get_file(core: Core, args: Args) -> JSON:
    """``getFile``."""
    file_id = args.text("file_id")
    upload = core.files.get(file_id)
    if upload is None:
        raise bad_request("invalid file_id")
    if len(upload.content) > MAX_DOWNLOAD:
        raise bad_request("file is too big")
    return {
        "file_id": file_id,
        "file_unique_id": file_id[1:17],
        "file_size": len(upload.content),
        "file_path": f"documents/{file_id}",
    }


METHODS: dict[str, Callable[[Core, Args], object]] = {
    "getChat": get_chat,
    "getChatMember": get_member,
    "getChatAdministrators": get_administrators,
    "getChatMemberCount": get_member_count,
    "leaveChat": leave,
    "getFile": get_file,
}
