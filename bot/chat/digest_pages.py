"""Turning the pages of a digest."""

from typing import Final

from bot.chat.request import Action, Answer, Request
from bot.chat.view import menu_button, message, reader_of
from bot.deliver.digest import digest_card
from bot.pipeline import digest_cards


async def page(request: Request) -> Answer:
    """Show another page of a digest, however old its message is."""
    card = await digest_cards.read_page(
        request.services.store, request.chat, request.number(0), page=request.number(1)
    )
    if card is None:
        reader = reader_of(request.chat, request.now)
        gone = request.texts.gettext("The stories of this digest have been deleted since.")
        return Answer(message=message(gone, buttons=((menu_button(reader),),)))
    shown = digest_card(card, request.texts, time_zone=request.chat.time_zone)
    return Answer(message=shown)


COMMANDS: Final[dict[str, Action]] = {}
SCREENS: Final = {"d": Action(run=page)}
