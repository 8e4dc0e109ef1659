"""People and chats as the emulator keeps them. No I/O."""

from dataclasses import dataclass, field
from itertools import count
from typing import Literal

from bot.demo.botapi.errors import JSON, ApiError, bad_request, forbidden

RoomKind = Literal["private", "group", "supergroup", "channel"]
MemberStatus = Literal["creator", "administrator", "member", "restricted", "left", "kicked"]
_RIGHTS = (
    "can_be_edited",
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
)


@dataclass(slots=True, kw_only=True)
class Person:
    """Somebody who can talk to the bot."""

    id: int
    first_name: str
    language_code: str = "en"
    username: str | None = None
    started: bool = False
    blocked: bool = False
    deleted: bool = False

    def user(self) -> JSON:
        """Return the ``User`` object."""
        user: JSON = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        if self.username:
            user["username"] = self.username
        if self.language_code:
            user["language_code"] = self.language_code
        return user


@dataclass(slots=True, kw_only=True)
class Stored:
    """One message of a chat with what the API does not show."""

    message: JSON
    outgoing: bool
    silent: bool = False
    deleted: bool = False
    reactions: list[JSON] = field(default_factory=list)

    def shown(self) -> JSON:
        """Return the message with the marks that `BotApi.messages` adds."""
        marks: JSON = {"outgoing": self.outgoing, "disable_notification": self.silent}
        if self.deleted:
            marks["deleted"] = True
        if self.reactions:
            marks["reactions"] = list(self.reactions)
        return {**self.message, **marks}


@dataclass(slots=True, kw_only=True)
class Room:
    """A chat: with one person, a group, a supergroup or a channel."""

    id: int
    kind: RoomKind
    title: str
    ids: "count[int]"
    username: str | None = None
    members: dict[int, MemberStatus] = field(default_factory=dict)
    bot_status: MemberStatus = "member"
    muted: bool = False
    is_forum: bool = False
    gone: bool = False
    migrated_to: int | None = None
    topics: dict[int, Literal["open", "closed"]] = field(default_factory=dict)
    stored: dict[int, Stored] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)

    @property
    def is_private(self) -> bool:
        """Return whether it is the chat with one person."""
        return self.kind == "private"

    def chat(self) -> JSON:
        """Return the ``Chat`` object."""
        chat: JSON = {"id": self.id, "type": self.kind}
        chat["first_name" if self.is_private else "title"] = self.title
        if self.username:
            chat["username"] = self.username
        if self.is_forum:
            chat["is_forum"] = True
        return chat

    def find(self, message_id: int) -> Stored | None:
        """Return the message if it is there and not deleted."""
        stored = self.stored.get(message_id)
        return None if stored is None or stored.deleted else stored

    def check_member(self) -> None:
        """Raise what Telegram answers if the bot is not in this group any more."""
        if self.migrated_to is not None:
            raise bad_request(
                "group chat was upgraded to a supergroup chat",
                {"migrate_to_chat_id": self.migrated_to},
            )
        if self.gone:
            raise forbidden("the group chat was deleted")
        if self.bot_status == "kicked":
            raise forbidden(f"bot was kicked from the {self.kind} chat")
        if self.bot_status == "left":
            raise forbidden(f"bot is not a member of the {self.kind} chat")

    def check_writable(self, person: Person | None) -> None:
        """Raise what Telegram answers if the bot cannot write here.

        Args:
            person: The other one, if the chat is private.
        """
        if person is not None:
            if (refusal := _closed(person)) is not None:
                raise refusal
            return
        self.check_member()
        if self.kind == "channel" and self.bot_status != "administrator":
            raise bad_request("need administrator rights in the channel chat")
        if self.muted:
            raise bad_request("not enough rights to send text messages to the chat")

    def check_topic(self, thread_id: int) -> None:
        """Raise what Telegram answers if the bot cannot write into the topic."""
        state = self.topics.get(thread_id)
        if state is None:
            raise bad_request("message thread not found")
        if state == "closed" and self.bot_status != "administrator":
            raise bad_request("TOPIC_CLOSED")


def _closed(person: Person) -> ApiError | None:
    if person.deleted:
        return forbidden("user is deactivated")
    if person.blocked:
        return forbidden("bot was blocked by the user")
    if not person.started:
        return forbidden("bot can't initiate conversation with a user")
    return None


def member_object(user: JSON, status: MemberStatus) -> JSON:
    """Return the ``ChatMember`` object with the fields that its status requires."""
    member: JSON = {"user": user, "status": status}
    if status == "creator":
        member["is_anonymous"] = False
    elif status == "administrator":
        member |= dict.fromkeys(_RIGHTS, True)
        member |= {"can_be_edited": False, "is_anonymous": False}
    elif status == "kicked":
        member["until_date"] = 0
    return member
