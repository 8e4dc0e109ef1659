"""The people's side: who is there, and what they write and press. No HTTP here."""

import re
from collections.abc import Mapping
from itertools import count

from bot.demo.botapi.args import Upload
from bot.demo.botapi.core import Core, Query
from bot.demo.botapi.errors import JSON
from bot.demo.botapi.rooms import MemberStatus, Person, Room, RoomKind, member_object
from bot.demo.botapi.text import find_entities

# Who writes for an administrator that stays anonymous.
_ANONYMOUS: JSON = {
    "id": 1087968824,
    "is_bot": True,
    "first_name": "Group",
    "username": "GroupAnonymousBot",
}
_PAYLOAD = re.compile(r"^[A-Za-z0-9_-]{0,64}$")  # Bot API, deep linking


class People(Core):
    """The emulator's state with the people who use it."""

    # People and chats

    def add_person(
        self,
        id: int,  # noqa: A002 -- the Bot API's own word
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
        *,
        anonymous: bool = False,
    ) -> JSON:
        """Write a message, and return it; the bot gets it unless privacy mode hides it.

        Args:
            person_id: Who writes.
            text: What.
            chat_id: Where; without it in the private chat with the bot.
            thread_id: In which topic, which is opened if there is none.
            reply_to: The message that is answered.
            anonymous: As an administrator who hides behind the group's name.
        """
        content: JSON = {"text": text}
        if entities := find_entities(text):
            content["entities"] = entities
        if anonymous and chat_id is not None:
            content |= {"from": _ANONYMOUS, "sender_chat": self.rooms[chat_id].chat()}
        return self._post(person_id, content, chat_id, thread_id, reply_to)

    def start(self, person_id: int, payload: str = "") -> JSON:
        """Press the start button, or open a link to the bot with a payload.

        Raises:
            ValueError: Telegram makes no such link.
        """
        if not _PAYLOAD.match(payload):
            msg = f"a payload has at most 64 of A-Z, a-z, 0-9, _ and -: {payload!r}"
            raise ValueError(msg)
        return self.say(person_id, f"/start {payload}".rstrip())

    def edit(self, person_id: int, chat_id: int, message_id: int, text: str) -> JSON:
        """Change one's own message, and return it."""
        room = self.rooms[chat_id]
        stored = room.find(message_id)
        if stored is None or stored.message.get("from", {}).get("id") != person_id:
            msg = f"no message {message_id} of {person_id} in chat {chat_id}"
            raise ValueError(msg)
        stored.message |= {"text": text, "entities": find_entities(text)}
        self.edited(room, stored)
        if self._bot_sees(room, stored.message, to_bot=False):
            self.updates.add("edited_message", stored.message)
        return dict(stored.message)

    def share_location(
        self, person_id: int, latitude: float, longitude: float, chat_id: int | None = None
    ) -> JSON:
        """Send a place."""
        place = {"latitude": latitude, "longitude": longitude}
        return self._post(person_id, {"location": place}, chat_id, None, None)

    def send_file(
        self,
        person_id: int,
        name: str,
        content: bytes,
        chat_id: int | None = None,
        *,
        caption: str = "",
        reply_to: int | None = None,
    ) -> JSON:
        """Send a document, with words below it; it may answer a message."""
        kind = "application/octet-stream"
        upload = Upload(name=name, content_type=kind, content=content)
        file = self.keep_file(upload) | {"file_name": name, "mime_type": kind}
        sent: JSON = {"document": file}
        if caption:
            sent |= {"caption": caption, "caption_entities": find_entities(caption)}
        return self._post(person_id, sent, chat_id, None, reply_to)

    def forward(self, person_id: int, chat_id: int, text: str) -> JSON:
        """Forward a post of a channel, or what was written as a group, to the bot."""
        room = self.rooms[chat_id]
        name = "chat" if room.kind == "channel" else "sender_chat"
        origin: JSON = {
            "type": "channel" if name == "chat" else "chat",
            "date": int(self.clock()),
            name: room.chat(),
        }
        if name == "chat":
            origin["message_id"] = 1
        content: JSON = {"text": text, "forward_origin": origin}
        return self._post(person_id, content, None, None, None)

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
        else:
            room.members.setdefault(person_id, "member")
        if thread_id is not None:
            if thread_id not in room.topics:
                self.add_topic(room.id, thread_id)
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
        text = str(content.get("text") or content.get("caption", ""))
        me = f"@{self.username}".lower()
        commands = self.commands_in(text)
        if any("@" not in c or c.lower().endswith(me) for c in commands):
            return True
        return not commands and me in text.lower().split()

    def press(self, person_id: int, chat_id: int, message_id: int, data: str) -> str:
        """Press a button, and return the id of the callback query.

        Raises:
            ValueError: There never was such a message.
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

    def ask_inline(self, person_id: int, query: str) -> str:
        """Type the bot's name and a query in some chat; return the inline query's id."""
        query_id = str(next(self._query_ids))
        self.inline_queries[query_id] = self.clock()
        asked: JSON = {
            "id": query_id,
            "from": self.people[person_id].user(),
            "query": query,
            "offset": "",
        }
        self.updates.add("inline_query", asked)
        return query_id

    def unblock(self, person_id: int) -> None:
        """Unblock the bot."""
        self.people[person_id].blocked = False
        self._membership(self.rooms[person_id], person_id, "kicked", "member")

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
