"""How alerts look and sound in a chat: buttons of ``/mode``."""

from typing import Final

from bot.chat import look_view as view
from bot.chat.request import Action, Answer, Request
from bot.chat.view import reader_of
from bot.domain.model import Chat, Pictures, Sound
from bot.pipeline import timetable


def _shown(request: Request, chat: Chat) -> Answer:
    return Answer(message=view.look(chat, reader_of(chat, request.now)))


async def look(request: Request) -> Answer:
    """Show how alerts look and sound."""
    return _shown(request, request.chat)


async def _pictures(request: Request) -> Answer:
    wanted = Pictures(request.argument(0)) if request.argument(0) in set(Pictures) else None
    chat = await timetable.set_look(
        request.services.store, request.chat, pictures=wanted or request.chat.pictures
    )
    return _shown(request, chat)


async def _sound(request: Request) -> Answer:
    wanted = Sound(request.argument(0)) if request.argument(0) in set(Sound) else None
    chat = await timetable.set_look(
        request.services.store, request.chat, sound=wanted or request.chat.sound
    )
    return _shown(request, chat)


COMMANDS: Final[dict[str, Action]] = {}
SCREENS: Final = {
    "look": Action(run=look),
    "lkp": Action(run=_pictures, changes=True),
    "lks": Action(run=_sound, changes=True),
}
