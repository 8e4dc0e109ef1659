"""`BotApi`: the emulator as tests and the chat page hold it."""

import asyncio
import time
from collections.abc import Callable
from itertools import count

from starlette.applications import Starlette

from bot.demo.botapi import methods_profile
from bot.demo.botapi.errors import JSON
from bot.demo.botapi.events import EventStream
from bot.demo.botapi.people import People
from bot.demo.botapi.rooms import MemberStatus, Room
from bot.demo.botapi.server import build_app


class BotApi(People):
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

    # What happens to the bot

    def block(self, person_id: int) -> None:
        """Block the bot: sends fail with 403."""
        self.people[person_id].blocked = True
        self._membership(self.rooms[person_id], person_id, "member", "kicked")

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
        timeout: float = 30.0,  # noqa: ASYNC109 -- a test's own limit
    ) -> None:
        """Return as soon as `predicate` holds; it is asked at every change.

        Raises:
            TimeoutError: It did not hold within `timeout` seconds.
        """
        async with asyncio.timeout(timeout):
            while not predicate(self):
                await self.events_hub.wait()
