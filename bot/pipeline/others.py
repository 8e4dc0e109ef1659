"""Renders the deliveries that are about no story of their own."""

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.deliver.announcement import announcement
from bot.deliver.spike import spike_message
from bot.domain.model import Delivery, DeliveryKind, Outgoing
from bot.i18n import texts
from bot.pipeline.regions import find_target
from bot.route.spike import WINDOW
from bot.store import broadcasts, trends


async def render_other(tx: AsyncConnection, delivery: Delivery) -> Outgoing | None:
    """Return the message of a delivery, None if there is nothing to say any more."""
    say = texts(delivery.chat.language)
    if delivery.kind is DeliveryKind.SPIKE:
        spike = await trends.of_delivery(tx, delivery.id)
        target = find_target(spike.place_id) if spike is not None else None
        if spike is None or target is None:
            return None
        name = target.place.name(say.language)
        around = say.around(name, target.km) if target.km is not None else name
        return spike_message(around, spike, say, window=WINDOW)
    words = await broadcasts.words_of(tx, delivery.id)
    return announcement(words, say) if words else None
