"""`BotApi`: the emulator as tests and the chat page hold it; the people's side of it."""

import asyncio
import time
from collections.abc import Callable, Mapping
from itertools import count

from starlette.applications import Starlette

from bot.demo.botapi import methods_profile
from bot.demo.botapi.args import Upload
from bot.demo.botapi.core import Core, Query
from bot.demo.botapi.errors import JSON
from bot.demo.botapi.events import EventStream
from bot.demo.botapi.rooms import MemberStatus, Person, Room, RoomKind, member_object
from bot.demo.botapi.server import build_app
from bot.demo.botapi.text import find_entities


class BotApi(Core):
    """A Bot API server with the people who use it.

    The bot talks to `asgi`; the people's side is these methods. Everything runs in one
    event loop and nothing is written to disk.
    """

    def __init__(
        self,
        token: str,
        *,
        clock: Callable[[], float] = time.time,  # noqa: TID251 -- stands for Telegram's own clock
        flood: bool = True,
        username: str = "tocsin_demo_bot",
        poll_floor: float = 3.0,
    ) -> None:
        """Begin with nobody there; see `Core` for the arguments."""
        super().__init__(
            token, clock=clock, flood=flood, username=username, poll_floor=poll_floor
        )
        self.asgi: Starlette = build_app(self)

    # People and chats

    def add_person(
        self,
        id: int,
        first_name: str,
        language_code: str = "en",
        username: str | None = None,
    ) -> None:
        """Add somebody, who has not started the bot yet."""
        self.people[id] = Person(
            id=id, first_name=first_name, language_code=language_code, username=username
        )
        self.rooms[id] = Room(
            id=id, kind="private", title=first_name, username=username, ids=self.shared_ids
        )
        self.events_hub.publish("chat", chat_id=id)

    def add_group(
        self,
        id: int,  # noqa: A002 -- the Bot API's own word
        title: str,
        kind: RoomKind = "group",
        members: Mapping[int, MemberStatus] | None = None,
        *,
        bot_status: MemberStatus | None = None,
        username: str | None = None,
    ) -> None:
        """Add a chat that the bot is in; in a channel it is an administrator."""
        status: MemberStatus = "administrator" if kind == "channel" else "member"
        room = Room(
            id=id,
            kind=kind,
            title=title,
            username=username,
            members=dict(members or {}),
            bot_status="left",
            ids=self.shared_ids if kind == "group" else count(1),
        )
        self.rooms[id] = room
        by = next((p for p, s in room.members.items() if s == "creator"), None)
        self._set_bot_status(room, by, bot_status or status)
        self.events_hub.publish("chat", chat_id=id)

    def add_topic(self, chat_id: int, thread_id: int) -> None:
        """Open a topic; the supergroup becomes a forum."""
        room = self.rooms[chat_id]
        room.is_forum = True
        room.topics[thread_id] = "open"

    def close_topic(self, chat_id: int, thread_id: int) -> None:
        """Close a topic: only administrators write there."""
        self.rooms[chat_id].topics[thread_id] = "closed"

    def delete_topic(self, chat_id: int, thread_id: int) -> None:
        """Delete a topic."""
        del self.rooms[chat_id].topics[thread_id]

    # What people do

    def say(
        self,
        person_id: int,
        text: str,
        chat_id: int | None = None,
        thread_id: int | None = None,
        reply_to: int | None = None,
    ) -> JSON:
        """Write a message, and return it; the bot gets it unless its privacy mode hides it."""
        content: JSON = {"text": text}
        if entities := find_entities(text):
            content["entities"] = entities
        return self._post(person_id, content, chat_id, thread_id, reply_to)

    def share_location(
        self, person_id: int, latitude: float, longitude: float, chat_id: int | None = None
    ) -> JSON:
        """Send a place."""
        place = {"latitude": latitude, "longitude": longitude}
        return self._post(person_id, {"location": place}, chat_id, None, None)

    def send_file(
        self, person_id: int, name: str, content: bytes, chat_id: int | None = None
    ) -> JSON:
        """Send a document."""
        kind = "application/octet-stream"
        upload = Upload(name=name, content_type=kind, content=content)
        file = self.keep_file(upload) | {"file_name": name, "mime_type": kind}
        return self._post(person_id, {"document": file}, chat_id, None, None)

    def _post(
        self,
        person_id: int,
        content: JSON,
        chat_id: int | None,
        thread_id: int | None,
        reply_to: int | None,
    ) -> JSON:
        person = self.people[person_id]
        room = self.rooms[person_id if chat_id is None else chat_id]
        if room.is_private:
            if person.blocked:
                self.unblock(person_id)
            person.started = True
        if thread_id is not None:
            content = {**content, "message_thread_id": thread_id, "is_topic_message": True}
        replied = room.find(reply_to) if reply_to is not None else None
        if replied is not None:
            content = {**content, "reply_to_message": dict(replied.message)}
        stored = self.store(room, person.user(), content)
        if self._bot_sees(room, content, to_bot=replied is not None and replied.outgoing):
            kind = "channel_post" if room.kind == "channel" else "message"
            self.updates.add(kind, stored.message)
        return dict(stored.message)

    def _bot_sees(self, room: Room, content: JSON, *, to_bot: bool) -> bool:
        """Apply the privacy mode of groups."""
        if room.bot_status in ("left", "kicked"):
            return False
        if room.is_private or room.bot_status == "administrator" or to_bot:
            return True
        text = str(content.get("text", ""))
        me = f"@{self.username}".lower()
        commands = self.commands_in(text)
        if any("@" not in c or c.lower().endswith(me) for c in commands):
            return True
        return not commands and me in text.lower().split()

    def press(self, person_id: int, chat_id: int, message_id: int, data: str) -> str:
        """Press a button, and return the id of the callback query.

        Raises:
            ValueError: The message never had this button's message id.
        """
        stored = self.rooms[chat_id].stored.get(message_id)
        if stored is None:
            msg = f"no message {message_id} in chat {chat_id}"
            raise ValueError(msg)
        query_id = str(next(self._query_ids))
        message: JSON = dict(stored.message)
        if stored.deleted:
            message = {"chat": message["chat"], "message_id": message_id, "date": 0}
        self.queries[query_id] = Query(
            at=self.clock(), person_id=person_id, chat_id=chat_id
        )
        query: JSON = {
            "id": query_id,
            "from": self.people[person_id].user(),
            "message": message,
            "chat_instance": str(chat_id),
            "data": data,
        }
        self.updates.add("callback_query", query)
        return query_id

    # What happens to the bot

    def block(self, person_id: int) -> None:
        """Block the bot: sends fail with 403."""
        self.people[person_id].blocked = True
        self._membership(self.rooms[person_id], person_id, "member", "kicked")

    def unblock(self, person_id: int) -> None:
        """Unblock the bot."""
        self.people[person_id].blocked = False
        self._membership(self.rooms[person_id], person_id, "kicked", "member")

    def delete_account(self, person_id: int) -> None:
        """Delete somebody's account: sends fail with 403."""
        self.people[person_id].deleted = True

    def kick(self, chat_id: int, by: int | None = None) -> None:
        """Remove the bot from a chat."""
        self._set_bot_status(self.rooms[chat_id], by, "kicked")

    def promote(self, chat_id: int, status: MemberStatus, by: int | None = None) -> None:
        """Give the bot another status in a chat, such as administrator or member."""
        self._set_bot_status(self.rooms[chat_id], by, status)

    def mute(self, chat_id: int, *, muted: bool = True) -> None:
        """Forbid the chat's members, the bot too, to write; or allow it again."""
        self.rooms[chat_id].muted = muted

    def delete_group(self, chat_id: int) -> None:
        """Delete a chat: sends fail with 403."""
        self.rooms[chat_id].gone = True

    def upgrade(self, chat_id: int, new_id: int) -> None:
        """Turn a group into a supergroup with another id; the old one answers 400."""
        old = self.rooms[chat_id]
        new = Room(
            id=new_id,
            kind="supergroup",
            title=old.title,
            members=dict(old.members),
            bot_status=old.bot_status,
            ids=count(1),
        )
        self.rooms[new_id] = new
        by = next((self.people[p].user() for p in old.members if p in self.people), None)
        self.service(old, by, {"migrate_to_chat_id": new_id})
        old.migrated_to = new_id
        self.service(new, by, {"migrate_from_chat_id": chat_id})

    def _set_bot_status(self, room: Room, by: int | None, status: MemberStatus) -> None:
        old, room.bot_status = room.bot_status, status
        self._membership(room, by, old, status)

    def _membership(
        self, room: Room, by: int | None, old: MemberStatus, new: MemberStatus
    ) -> None:
        actor = self.people.get(by) if by is not None else None
        bot = self.bot_user()
        self.updates.add(
            "my_chat_member",
            {
                "chat": room.chat(),
                "from": actor.user() if actor is not None else bot,
                "date": int(self.clock()),
                "old_chat_member": member_object(bot, old),
                "new_chat_member": member_object(bot, new),
            },
        )
        self.events_hub.publish("chat_member", chat_id=room.id, status=new)

    # What tests and the page look at

    def messages(self, chat_id: int) -> list[JSON]:
        """Return all messages of a chat in order, with the emulator's marks."""
        return [stored.shown() for stored in self.rooms[chat_id].stored.values()]

    def commands_for(self, person_id: int, chat_id: int | None = None) -> list[JSON]:
        """Return the commands that a person is shown in a chat."""
        language = self.people[person_id].language_code[:2]
        where = person_id if chat_id is None else chat_id
        return methods_profile.commands_for(self, person_id, where, language)

    def events(self) -> EventStream:
        """Return a stream of everything that happens from now on."""
        return self.events_hub.listen()

    def clear_faults(self) -> None:
        """Forget the faults that are still to come."""
        self.faults.clear()

    async def wait_for(
        self,
        predicate: Callable[["BotApi"], object],
        timeout: float = 10.0,  # noqa: ASYNC109 -- a test's own limit
    ) -> None:
        """Return as soon as `predicate` holds; it is asked at every change.

        Raises:
            TimeoutError: It did not hold within `timeout` seconds.
        """
        async with asyncio.timeout(timeout):
            while not predicate(self):
                await self.events_hub.wait()
