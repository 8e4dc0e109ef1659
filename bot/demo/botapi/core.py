"""What the emulator knows: the bot, the people, the chats, the calls. No HTTP here."""

import asyncio
import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count

from bot.demo.botapi.args import Args, Upload
from bot.demo.botapi.errors import JSON, ApiError, bad_request, too_many_requests
from bot.demo.botapi.events import Events
from bot.demo.botapi.faults import Faults
from bot.demo.botapi.flood import Flood
from bot.demo.botapi.rooms import Person, Room, Stored
from bot.demo.botapi.text import find_entities
from bot.demo.botapi.updates import Updates

_TOKEN = re.compile(r"^(\d{1,19}):[A-Za-z0-9_-]+$")
ANSWER_TIME = 30.0  # seconds; Telegram does not say how long a query can be answered


@dataclass(slots=True, kw_only=True)
class Call:
    """One request that the bot made.

    Attributes:
        status: The HTTP status of the answer; 0 while there is none, or if the
            connection was cut.
    """

    method: str
    params: dict[str, str]
    at: float
    status: int = 0

    @property
    def chat_id(self) -> int | None:
        """Return the chat that it concerns, if it names one by number."""
        text = self.params.get("chat_id", "")
        return int(text) if re.fullmatch(r"-?\d+", text) else None


@dataclass(slots=True, kw_only=True)
class Webhook:
    """Where updates are delivered; an empty `url` means long polling."""

    url: str = ""
    secret: str = ""
    max_connections: int = 40
    error_at: int = 0
    error: str = ""
    set_at: float = float("-inf")


@dataclass(slots=True, kw_only=True)
class Query:
    """A press of a button that waits for its answer."""

    at: float
    person_id: int
    chat_id: int


@dataclass(slots=True, kw_only=True)
class Profile:
    """What the bot tells about itself, each by language."""

    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    commands: dict[tuple[str, str], list[JSON]] = field(default_factory=dict)
    menu_buttons: dict[int, JSON] = field(default_factory=dict)


class Core:
    """The state that the methods change and the people's side looks at."""

    def __init__(
        self,
        token: str,
        *,
        clock: Callable[[], float],
        flood: bool = True,
        username: str = "tocsin_demo_bot",
        poll_floor: float = 3.0,
    ) -> None:
        """Begin with nobody there.

        Args:
            token: The bot's token, ``<id>:<secret>``.
            clock: Seconds since the epoch.
            flood: Whether flood limits hold.
            username: The bot's username, without the @.
            poll_floor: See `Updates`.
        """
        match = _TOKEN.match(token)
        if match is None:
            msg = "a token is <number>:<letters, digits, _ and ->"
            raise ValueError(msg)
        self.token = token
        self.bot_id = int(match[1])
        self.username = username
        self.clock = clock
        self.people: dict[int, Person] = {}
        self.rooms: dict[int, Room] = {}
        self.faults = Faults()
        self.events_hub = Events()
        self.updates = Updates(self.faults, poll_floor)
        self.flood = Flood(enabled=flood)
        self.webhook = Webhook()
        self.profile = Profile()
        self.queries: dict[str, Query] = {}
        self.callback_answers: dict[str, JSON] = {}
        self.inline_queries: dict[str, float] = {}  # when each was asked
        self.inline_answers: dict[str, JSON] = {}
        self.files: dict[str, Upload] = {}
        self.calls: list[Call] = []
        self.unknown_calls: list[str] = []
        self.logged_out = False
        self.closing = False
        self.open_requests: set[asyncio.Task[object]] = set()
        self.shared_ids = count(1)
        self._query_ids = count(1)

    def bot_user(self) -> JSON:
        """Return the bot's ``User`` object as others see it."""
        name = self.profile.names.get("") or "Tocsin"
        user: JSON = {"id": self.bot_id, "is_bot": True, "first_name": name}
        return {**user, "username": self.username}

    def user(self, user_id: int) -> JSON | None:
        """Return the ``User`` object of a person or of the bot, None if unknown."""
        if user_id == self.bot_id:
            return self.bot_user()
        person = self.people.get(user_id)
        return None if person is None else person.user()

    def room(self, args: Args) -> Room:
        """Return the chat that the request names.

        Raises:
            ApiError: There is none.
        """
        text = args.text("chat_id").strip()
        if not text:
            raise bad_request("chat_id is empty")
        if text.startswith("@"):
            wanted = text[1:].lower()
            # A bot cannot find people by their username, only groups and channels.
            for room in self.rooms.values():
                if not room.is_private and (room.username or "").lower() == wanted:
                    return room
            raise bad_request("chat not found")
        found = self.rooms.get(int(text)) if re.fullmatch(r"-?\d{1,19}", text) else None
        if found is None:
            raise bad_request("chat not found")
        return found

    def writable_room(self, args: Args) -> Room:
        """Return the chat that the request names, if the bot can write there."""
        room = self.room(args)
        room.check_writable(self.people.get(room.id) if room.is_private else None)
        return room

    def count_message(self, room: Room, *, is_edit: bool = False) -> None:
        """Count a message for the flood limits.

        Raises:
            ApiError: 429, there are too many.
        """
        wait = self.flood.refuse(
            room.id, is_private=room.is_private, is_edit=is_edit, now=self.clock()
        )
        if wait:
            raise too_many_requests(wait)

    def store(
        self, room: Room, sender: JSON | None, content: JSON, *, silent: bool = False
    ) -> Stored:
        """Keep a message, and tell who listens."""
        message: JSON = {"message_id": next(room.ids), "date": int(self.clock())}
        if sender is not None and room.kind != "channel":
            message["from"] = sender
        else:
            message["sender_chat"] = room.chat()
        message |= {"chat": room.chat(), **content}
        outgoing = sender is not None and sender["id"] == self.bot_id
        stored = Stored(message=message, outgoing=outgoing, silent=silent)
        room.stored[message["message_id"]] = stored
        self.events_hub.publish("message", chat_id=room.id, message=stored.shown())
        return stored

    def edited(self, room: Room, stored: Stored) -> JSON:
        """Stamp a changed message, tell who listens, and return it."""
        stored.message["edit_date"] = int(self.clock())
        self.events_hub.publish("edit", chat_id=room.id, message=stored.shown())
        return stored.message

    def service(self, room: Room, sender: JSON | None, content: JSON) -> JSON:
        """Keep a service message and queue its update."""
        stored = self.store(room, sender, content)
        kind = "channel_post" if room.kind == "channel" else "message"
        self.updates.add(kind, stored.message)
        return stored.message

    def commands_in(self, text: str) -> list[str]:
        """Return the commands of a text, each with its slash."""
        return [
            text.encode("utf-16-le")[
                2 * e["offset"] : 2 * (e["offset"] + e["length"])
            ].decode("utf-16-le")
            for e in find_entities(text)
            if e["type"] == "bot_command"
        ]

    def keep_file(self, upload: Upload) -> JSON:
        """Keep a file, and return the fields that every file object has."""
        digest = hashlib.sha256(upload.name.encode() + b"\0" + upload.content).hexdigest()
        file_id = f"F{digest[:40]}"
        self.files[file_id] = upload
        size = len(upload.content)
        return {"file_id": file_id, "file_unique_id": digest[:16], "file_size": size}

    def refuse_if_logged_out(self) -> None:
        """Raise what Telegram answers after ``logOut``."""
        if self.logged_out:
            raise ApiError(400, "Logged out")
