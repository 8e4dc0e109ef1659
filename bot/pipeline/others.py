"""Renders the deliveries that are about no story of their own."""

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.deliver.announcement import announcement
from bot.domain.model import Delivery, Outgoing
from bot.i18n import texts
from bot.store import broadcasts


async def render_other(tx: AsyncConnection, delivery: Delivery) -> Outgoing | None:
    """Return the message of a delivery, None if there is nothing to say any more."""
    words = await broadcasts.words_of(tx, delivery.id)
    return announcement(words, texts(delivery.chat.language)) if words else None
