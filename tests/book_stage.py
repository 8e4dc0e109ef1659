"""Where a scene of the conversation book plays: a group, a forum, beside a channel."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from chat_client import ANN, BOB, GROUP

from bot.demo.botapi import BotApi
from bot.demo.botapi.rooms import MemberStatus

FORUM: Final = -100_420_000
CHANNEL: Final = -100_777_000
EVE: Final = 9
CLOSED: Final = 1  # a port below 1024, which no test can open
_MEMBERS: Final[dict[int, MemberStatus]] = {ANN: "creator", BOB: "member"}


@dataclass(kw_only=True)
class Stage:
    """What the stage directions have built; without one people talk to the bot alone.

    Attributes:
        room: The group in which all is said from now on.
        topic: Of the forum, in which the present line is said.
        channels: Where alerts are looked for, too.
    """

    api: BotApi
    feeds_file: Path
    room: int | None = None
    topic: int | None = None
    channels: list[int] = field(default_factory=list)

    def set(self, line: str) -> str:
        """Follow a stage direction; return it for the page, "" if the line is none."""
        match line.split():
            case ["topic", number, "is", how]:
                change = self.api.close_topic if how == "closed" else self.api.delete_topic
                change(FORUM, int(number))
            case ["Eve", "reads", language]:
                self.api.add_person(EVE, "Eve", language)
            case _ if line in _DIRECTIONS:
                _DIRECTIONS[line](self)
            case _:
                return ""
        return line

    def add_dead_feed(self) -> None:
        with self.feeds_file.open("a", encoding="utf-8") as file:
            file.write(f"  - {{url: 'http://127.0.0.1:{CLOSED}/rss', title: Dead Post}}\n")

    def group(self) -> None:
        self.room = GROUP
        self.api.add_group(GROUP, "Town", "group", _MEMBERS)

    def forum(self) -> None:
        self.room = FORUM
        self.api.add_group(FORUM, "Town", "supergroup", _MEMBERS)

    def channel(self) -> None:
        name = "border_news"
        self.channels.append(CHANNEL)
        self.api.add_group(CHANNEL, "Border news", "channel", _MEMBERS, username=name)

    def leave(self) -> None:
        self.api.promote(CHANNEL, "left", by=ANN)

    def come_back(self) -> None:
        self.api.promote(CHANNEL, "administrator", by=ANN)

    def degrade(self) -> None:
        self.api.rooms[CHANNEL].members[ANN] = "member"


# Ann makes each of them, and Bob is a member.
_DIRECTIONS: Final[dict[str, Callable[[Stage], None]]] = {
    "feeds.yaml has a feed more, at an address where nobody answers": Stage.add_dead_feed,
    "in a group": Stage.group,
    "in a group with topics": Stage.forum,
    "beside the channel @border_news": Stage.channel,
    "the bot leaves the channel": Stage.leave,
    "the bot is let into the channel again": Stage.come_back,
    "Ann does not administer the channel any more": Stage.degrade,
}
