"""``/admin broadcast``: a message to all chats, previewed and confirmed."""

from typing import Final

from bot.chat import broadcast_view as view
from bot.chat.for_admins import for_admins
from bot.chat.request import Action, Answer, Handler, Request
from bot.chat.view import reader_of
from bot.pipeline import broadcasts, chats
from bot.store.broadcasts import Broadcast

PROMPT: Final = "broadcast"
MOST: Final = 2**62


async def broadcast(request: Request) -> Answer:
    """``/admin broadcast words``: show the message as it will be, and ask."""
    words = request.text.strip()
    store, reader = request.services.store, reader_of(request.chat, request.now)
    if not words:
        newest = await broadcasts.find_newest(store)
        await chats.await_text(store, request.chat, PROMPT)
        return Answer(message=view.ask(newest, reader))
    if len(words) > view.MAX_WORDS:
        return Answer(message=view.too_long(len(words), reader), is_open=True)
    new, count = await broadcasts.draft(store, request.chat, words, now=request.now)
    return Answer(message=view.preview(new, words, count, reader))


def _id(request: Request) -> int:
    return min(request.number(0), MOST)


async def _send(request: Request) -> Answer:
    store, admin = request.services.store, request.chat
    return _shown(
        request, await broadcasts.send(store, admin, _id(request), now=request.now)
    )


async def _cancel(request: Request) -> Answer:
    store, admin = request.services.store, request.chat
    return _shown(
        request, await broadcasts.cancel(store, admin, _id(request), now=request.now)
    )


async def _progress(request: Request) -> Answer:
    return _shown(request, await broadcasts.find(request.services.store, _id(request)))


def _shown(request: Request, found: Broadcast | None) -> Answer:
    return Answer(message=view.progress(found, reader_of(request.chat, request.now)))


typed: Final = for_admins(broadcast)
SAID: Final[dict[str, Handler]] = {"broadcast": broadcast}
SCREENS: Final = {
    "askb": Action(run=for_admins(broadcast)),
    "bgo": Action(run=for_admins(_send)),
    "bno": Action(run=for_admins(_cancel)),
    "bst": Action(run=for_admins(_progress)),
}
