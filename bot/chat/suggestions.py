"""What becomes of suggested feeds without anybody pressing: checks, questions, outcomes."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final, assert_never

from telegram.ext import ExtBot

from bot.chat import suggestion_view as view
from bot.chat.services import Services
from bot.chat.view import reader_of
from bot.deliver.send import send
from bot.domain.model import Chat, Deferred, Outcome, Outgoing, Sent, Unsure
from bot.pipeline import chats, suggesting
from bot.pipeline.suggesting import LEASE, Read
from bot.store import suggestions
from bot.store.suggestions import Suggestion, SuggestionState

MOST: Final = 5  # steps of one look: a fetch may take half a minute
AGAIN: Final = timedelta(hours=1)  # when no admin could be asked

Open = Callable[[], AbstractAsyncContextManager[Read]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionDesk:
    """Takes each suggestion to its next step; `open_reader` is for feeds of strangers."""

    services: Services
    bot: ExtBot[Any]
    open_reader: Open

    async def look(self) -> None:
        """Take the steps for which it is time; one that fails is tried again later."""
        for _ in range(MOST):
            now = self.services.now()
            async with self.services.store.write() as tx:
                found = await suggestions.claim_next(tx, now=now, until=now + LEASE)
            if found is None:
                return
            await self._step(found)

    async def _step(self, suggestion: Suggestion) -> None:
        match suggestion.state:
            case SuggestionState.NEW:
                async with self.open_reader() as read:
                    await suggesting.check(
                        self.services.store, suggestion, read, now=self.services.now()
                    )
            case SuggestionState.READY:
                await self._ask(suggestion)
            case SuggestionState.ASKED:
                return  # an admin's turn
            case (
                SuggestionState.APPROVED
                | SuggestionState.DECLINED
                | SuggestionState.REFUSED
            ):
                await self._tell(suggestion)
            case never:
                assert_never(never)

    async def _ask(self, suggestion: Suggestion) -> None:
        """Ask every admin; one who has the question is enough."""
        store, now = self.services.store, self.services.now()
        asked = False
        for admin_id in sorted(self.services.admins):
            admin = await chats.find_private(store, admin_id)
            admin = admin or Chat(id=0, telegram_id=admin_id)
            question = view.question(suggestion, reader_of(admin, now))
            asked |= isinstance(await self._send(admin, question), Sent | Unsure)
        async with store.write() as tx:
            if asked:
                await suggestions.move(
                    tx,
                    suggestion.id,
                    after=(SuggestionState.READY,),
                    to=SuggestionState.ASKED,
                    now=now,
                )
            else:
                await suggestions.postpone(tx, suggestion.id, now + AGAIN)

    async def _tell(self, suggestion: Suggestion) -> None:
        """Tell who suggested it what became of it."""
        store, now = self.services.store, self.services.now()
        async with store.read() as tx:
            chat = await suggestions.find_chat_of(tx, suggestion)
        if chat is None:
            return  # forgotten meanwhile, and the suggestion with it
        told = await self._send(chat, view.outcome(suggestion, reader_of(chat, now)))
        async with store.write() as tx:
            if isinstance(told, Deferred):
                await suggestions.postpone(tx, suggestion.id, now + told.pause)
            else:
                await suggestions.mark_told(tx, suggestion.id)

    async def _send(self, chat: Chat, message: Outgoing) -> Outcome:
        return await send(self.bot, chat, message, now=self.services.now())
