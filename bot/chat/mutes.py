"""``/mute`` and ``/unmute``: hear no more of a story, an outlet, or words."""

import re
from datetime import timedelta
from typing import Final

from bot.chat import mute_view as view
from bot.chat.durations import is_possible, read_duration
from bot.chat.request import Action, Answer, Request
from bot.chat.view import reader_of
from bot.domain.folding import fold
from bot.pipeline import mutes

_THIS: Final = re.compile(r"^(?:this|the|цю|ця|эту|это)\s+(?=\S)")
_STORY: Final = frozenset(
    "story this it event це подія подію історія історію это событие история историю".split()
)
_ALL: Final = frozenset("all everything все усе всі усі всіх усіх всё всех".split())
# The last "for": what is muted may have one, too.
_LENGTH: Final = re.compile(
    r"^(?:.*\s)?(?P<for>(?:for|на)\s+)(\S.*)$", re.IGNORECASE | re.DOTALL
)


def split_length(text: str) -> tuple[str, timedelta | None]:
    """Split ``football for 2h`` into what and how long; None for ever.

    >>> split_length("football for 2h")
    ('football', datetime.timedelta(seconds=7200))
    """
    found = _LENGTH.match(text)
    length = read_duration(found[2]) if found else None
    if found is None or length is None:
        return text.strip(), None
    return text[: found.start("for")].strip(), length


async def mute(request: Request) -> Answer:
    """``/mute what [for 2h]``: a story by answering its alert, an outlet, or words."""
    store, chat, now = request.services.store, request.chat, request.now
    reader = reader_of(chat, now)
    what, length = split_length(request.text)
    if length is None and (bare := read_duration(what)) is not None:
        what, length = "", bare  # of the story that is answered
    if length is not None and not is_possible(length):
        return Answer(message=view.length_refused(reader))
    if fold(what) in _ALL or (length is not None and not (what or request.reply_to)):
        return Answer(message=view.all_is_a_pause(reader))
    is_story = not what or _THIS.sub("", fold(what)) in _STORY
    if is_story and request.reply_to is not None:
        outcome = await mutes.mute_message(
            store, chat, request.reply_to, now=now, length=length
        )
    elif is_story and what:  # "this", of no message: not a word to be muted
        outcome = mutes.NoStory()
    elif not what:
        mine = await mutes.listing(store, chat, now=now)
        return Answer(message=view.listing(mine, reader))
    else:
        outcome = await mutes.mute_text(store, chat, what, now=now, length=length)
    return Answer(message=view.muted(outcome, reader))


async def _mute_story(request: Request) -> Answer:
    """Mute the story of the pressed message."""
    outcome = await mutes.mute_story(
        request.services.store,
        request.chat,
        min(request.number(0), 2**62),
        now=request.now,
    )
    return Answer(message=view.muted(outcome, reader_of(request.chat, request.now)))


async def _mute_instead(request: Request) -> Answer:
    """Mute the outlet on the button, and not the words that were written."""
    outcome = await mutes.mute_instead(
        request.services.store,
        request.chat,
        feed_id=request.number(0),
        mute_id=request.number(1),
        now=request.now,
    )
    return Answer(message=view.muted(outcome, reader_of(request.chat, request.now)))


async def unmute(request: Request) -> Answer:
    """``/unmute [what]``: hear of it again; without a name, choose from the list."""
    wanted = fold(request.text)
    mine = await mutes.listing(request.services.store, request.chat, now=request.now)
    reader = reader_of(request.chat, request.now)
    if not wanted:
        return Answer(message=view.listing(mine, reader))
    ids = [each.id for each in mine if wanted in _ALL or fold(each.words) == wanted]
    gone = await mutes.unmute(request.services.store, request.chat, ids)
    return Answer(message=view.unmuted(gone, reader))


async def _undo(request: Request) -> Answer:
    gone = await mutes.unmute(request.services.store, request.chat, [_id(request)])
    return Answer(message=view.unmuted(gone, reader_of(request.chat, request.now)))


async def _end_one(request: Request) -> Answer:
    """End one of the list, and show the list again."""
    await mutes.unmute(request.services.store, request.chat, [_id(request)])
    return await _page(request, request.number(1))


async def show_muted(request: Request) -> Answer:
    """Show a page of what is muted."""
    return await _page(request, request.number(0))


async def _page(request: Request, page: int) -> Answer:
    mine = await mutes.listing(request.services.store, request.chat, now=request.now)
    reader = reader_of(request.chat, request.now)
    return Answer(message=view.listing(mine, reader, page))


def _id(request: Request) -> int:
    return min(request.number(0), 2**62)


COMMANDS: Final = {
    "mute": Action(run=mute, changes=True),
    "unmute": Action(run=unmute, changes=True),
}
SCREENS: Final = {
    "mutes": Action(run=_mute_story, changes=True, fresh=True),
    "muto": Action(run=_mute_instead, changes=True),
    "unmute": Action(run=_undo, changes=True),
    "unm": Action(run=_end_one, changes=True),
    "muted": Action(run=show_muted),
}
