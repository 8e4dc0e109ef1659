"""What a handler is given and what it gives back; both know nothing of Telegram."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.chat.services import Services
from bot.domain.model import Button, Chat, Managed, Outgoing
from bot.i18n import Texts, texts

VERSION = "v1"
MAX_NUMBER = 2**62
MAX_DATA = 64  # Bot API, InlineKeyboardButton: bytes
_ROOM = re.compile(r"m(\d{1,18})(?=:)", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """A file that came with a message, or with the one that it answers.

    `read` fetches it up to a number of bytes; None if it is larger or cannot be had.
    """

    name: str
    size: int
    read: Callable[[int], Awaitable[bytes | None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A command or a press.

    `text` is what follows the command; `arguments` are the parts of a button's data;
    `quoted` is the first text in a fixed-width font of the pressed message, `reply_to` the
    message that a command answers; `is_admin` says that an admin of this bot asks, in
    private; `point` is a location that was sent, as latitude and longitude.
    """

    services: Services
    chat: Chat
    now: datetime
    text: str = ""
    arguments: tuple[str, ...] = ()
    quoted: str = ""
    thread_id: int | None = None
    reply_to: int | None = None
    is_admin: bool = False
    point: tuple[float, float] | None = None
    file: Attached | None = None

    @property
    def texts(self) -> Texts:
        """The texts in the language of who asks."""
        return texts(self.place.language)

    @property
    def place(self) -> Chat:
        """The chat where the answer goes; a managed one is set up from elsewhere."""
        return self.chat.person if isinstance(self.chat, Managed) else self.chat

    def with_text(self, text: str) -> "Request":
        """Return the request with another text after its command."""
        return replace(self, text=text)

    def with_arguments(self, *arguments: str) -> "Request":
        """Return the request with other arguments of its button."""
        return replace(self, arguments=arguments)

    def argument(self, index: int, default: str = "") -> str:
        """Return the button's argument at `index`, `default` if it has fewer."""
        return self.arguments[index] if index < len(self.arguments) else default

    def number(self, index: int, default: int = 0) -> int:
        """Return the button's argument at `index` as a number that a database can hold."""
        argument = self.argument(index)
        is_number = argument.isascii() and argument.isdigit()
        return min(int(argument), MAX_NUMBER) if is_number else default


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The message to show, and a notice over the chat after a press.

    `later` is what takes longer than a press may wait: its answer replaces the message.
    `is_open` says that a text was no answer to what was asked, which stays asked.
    """

    message: Outgoing
    notice: str = ""
    is_open: bool = False
    later: "Callable[[], Awaitable[Answer]] | None" = None


Handler = Callable[[Request], Awaitable[Answer]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """A handler, and its rules.

    `changes`: in groups only administrators may. `fresh`: after a press it answers with a
    new message, for the pressed one is to stay (an alert).
    """

    run: Handler
    changes: bool = False
    fresh: bool = False


Keyboard = tuple[tuple[Button, ...], ...]


def data(screen: str, *arguments: str | int) -> str:
    """Return a button's data, which says all that the press needs: there is no session."""
    return ":".join((VERSION, screen, *map(str, arguments)))


def parse_data(value: str) -> tuple[str, tuple[str, ...]] | None:
    """Return screen and arguments of a button's data, None if it is not of this version."""
    version, _, rest = value.partition(":")
    screen, *arguments = rest.split(":")
    if version != VERSION or not screen:
        return None
    return screen, tuple(arguments)


def room_data(room: int, screen: str, *arguments: str | int) -> str:
    """Return the data of a button that is about another chat than its message's.

    `room` is our id of that chat; 0 is the private chat itself.
    """
    return data(screen, *arguments).replace(VERSION, f"m{room}", 1)


def split_room(value: str) -> tuple[int | None, str]:
    """Return which other chat a button's data is about, None if none, and the rest."""
    found = _ROOM.match(value)
    if found is None:
        return None, value
    return int(found[1]), f"{VERSION}{value[found.end() :]}"


def button(label: str, screen: str, *arguments: str | int) -> Button:
    """Return a button that leads to `screen`."""
    return Button(text=label, data=data(screen, *arguments))
