"""``/why``: which words pointed to which place."""

import re
from typing import Final

from bot.chat import why_view as view
from bot.chat.request import Action, Answer, Request
from bot.chat.view import reader_of
from bot.pipeline import explain

# A host with a dot; what people type instead of a link has none.
_LINK: Final = re.compile(r"^\S+\.\S+$")


async def why(request: Request) -> Answer:
    """``/why [link]``: explain an entry, the alert that is answered, or the newest ones."""
    reader, store = reader_of(request.chat, request.now), request.services.store
    link = request.text.strip("<> \n\t")
    if link and not _LINK.search(link):
        return Answer(message=view.no_link(link, reader))
    if link:
        found = await explain.explain_link(store, request.chat, link, now=request.now)
        feeds = () if found else await explain.find_feeds_of(store, link)
        missing = view.not_found(feeds, reader)
    elif request.reply_to is not None:
        found = await explain.explain_message(
            store, request.chat, request.reply_to, now=request.now
        )
        if found is None:
            count, of_digest = await explain.explain_digest(
                store, request.chat, request.reply_to, now=request.now
            )
            if of_digest:
                return Answer(message=view.explained(of_digest, reader, of=count))
        missing = view.no_alert(reader)
    else:
        newest = await explain.explain_latest(store, request.chat, now=request.now)
        return Answer(
            message=view.explained(newest, reader) if newest else view.nothing_yet(reader)
        )
    return Answer(message=view.explained([found], reader) if found else missing)


COMMANDS: Final = {"why": Action(run=why)}
SCREENS: Final = {"why": Action(run=why, fresh=True)}
