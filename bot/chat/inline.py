"""``@bot query`` in any chat: a list of entries, of which one is sent to that chat.

An admin lets Telegram ask by /setinline at @BotFather. Whoever asks need not have a chat
with the bot, and none is made.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from telegram import (
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    LinkPreviewOptions,
    Update,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest
from telegram.ext import ContextTypes

from bot.chat.incoming import language_of
from bot.chat.inline_view import Article, WhyNot, articles, why_not
from bot.chat.services import Services
from bot.chat.view import reader_of
from bot.domain.errors import QueryError
from bot.domain.model import Chat, Subscription
from bot.pipeline.chats import find_private
from bot.pipeline.hearing import find_hearing
from bot.pipeline.queries import clean_query, subscription_of
from bot.pipeline.search import newest
from bot.pipeline.subscriptions import listing
from bot.store.entries import StoredEntry

log = logging.getLogger(__name__)

SHOWN: Final = 20  # of the 50 that Telegram takes; nobody scrolls further
# Seconds for which Telegram repeats an answer to the same person; it asks at every letter.
CACHED: Final = 30
START: Final = "inline"  # payload of the way to the private chat; /start goes on as ever


@dataclass(frozen=True, slots=True, kw_only=True)
class InlineDesk:
    """Where inline queries arrive."""

    services: Services

    async def on_query(self, update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer with the newest entries that match; without words, what is followed."""
        query = update.inline_query
        if query is None:
            return
        asker = await find_private(self.services.store, query.from_user.id)
        chat = asker or Chat(id=0, telegram_id=0, language=language_of(update))
        reader = reader_of(chat, self.services.now())
        found, why_none = await self._find(clean_query(query.query), asker)
        shown = articles(found, reader)
        way_on = InlineQueryResultsButton(why_not(why_none, reader), start_parameter=START)
        try:
            await query.answer(
                [_result(each) for each in shown],
                cache_time=CACHED,
                is_personal=True,
                button=None if shown else way_on,
            )
        except BadRequest as exc:  # too old: the next letter was typed meanwhile
            log.info("inline query not answered: %s", exc.message)

    async def _find(
        self, text: str, asker: Chat | None
    ) -> tuple[Sequence[StoredEntry], WhyNot]:
        """Return what is offered, and what to say if that is nothing."""
        store = self.services.store
        if text:
            try:
                asked: Sequence[Subscription] = [subscription_of(text)]
            except QueryError:
                return (), WhyNot.NO_QUERY  # perhaps half a one: the rest is being typed
        else:
            asked = await listing(store, asker) if asker is not None else ()
            if not asked:
                return (), WhyNot.FOLLOWS_NOTHING
        hearing = (
            await find_hearing(store, asker, now=self.services.now()) if asker else None
        )
        found = await newest(store, asked, limit=SHOWN, hearing=hearing)
        return found.entries, WhyNot.LEFT_OUT if found.left_out else WhyNot.NOTHING_FOUND


def _result(article: Article) -> InlineQueryResultArticle:
    return InlineQueryResultArticle(
        id=article.id,
        title=article.title,
        description=article.description,
        url=article.url,
        input_message_content=InputTextMessageContent(
            article.message.html,
            parse_mode=ParseMode.HTML,
            link_preview_options=LinkPreviewOptions(is_disabled=True),
        ),
    )
