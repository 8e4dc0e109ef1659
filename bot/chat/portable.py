"""``/export`` and ``/import``: a chat's own data as files."""

from typing import Final

from bot.chat import feed_list
from bot.chat import portable_view as view
from bot.chat.request import Action, Answer, Request
from bot.chat.view import reader_of
from bot.config.portable import MAX_BYTES, Problem
from bot.pipeline import chats, exporting, importing

PROMPT: Final = "import"


async def export(request: Request) -> Answer:
    """``/export [json|opml]``: the settings as a file, or the feeds."""
    if request.text.strip().casefold() == "opml":
        return await _export_feeds(request)
    return await _export_settings(request)


async def _export_settings(request: Request) -> Answer:
    content = await exporting.export_settings(
        request.services.store, request.chat, now=request.now
    )
    return Answer(message=view.settings_file(content, reader_of(request.chat, request.now)))


async def _export_feeds(request: Request) -> Answer:
    content, count = await exporting.export_feeds(
        request.services.store, request.chat, now=request.now
    )
    reader = reader_of(request.chat, request.now)
    return Answer(message=view.feeds_file(content, count, reader))


async def import_(request: Request) -> Answer:
    """``/import``: with a file, or answering one, shows what it would change."""
    if request.file is not None:
        return await take_file(request)
    if request.text:
        return await _take(request, request.text.encode(errors="replace"))
    return await _ask(request)


async def _ask(request: Request) -> Answer:
    """Ask for a file; the next one, or text, is taken for it, also after a restart."""
    await chats.await_text(request.services.store, request.chat, PROMPT)
    return Answer(message=view.ask(reader_of(request.chat, request.now)))


async def take_file(request: Request) -> Answer:
    """Show what a file would change."""
    file = request.file
    assert file is not None, "whoever calls this has a file"
    body = await file.read(MAX_BYTES) if file.size <= MAX_BYTES else None
    if body is not None:
        return await _take(request, body)
    await chats.await_text(request.services.store, request.chat, PROMPT)
    reader = reader_of(request.chat, request.now)
    return Answer(message=view.too_large(MAX_BYTES, reader), is_open=True)


async def take_text(request: Request) -> Answer:
    """Show what the text of a file would change."""
    return await _take(request, request.text.encode(errors="replace"))


async def _take(request: Request, body: bytes) -> Answer:
    if body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return await feed_list.take(request, body)
    store, chat = request.services.store, request.chat
    found = await importing.offer(store, chat, body, now=request.now)
    reader = reader_of(chat, request.now)
    if isinstance(found, Problem):
        await chats.await_text(store, chat, PROMPT)
        return Answer(message=view.unreadable(found, reader), is_open=True)
    return Answer(message=view.offered(found, reader))


async def _take_over(request: Request) -> Answer:
    outcome = await importing.take_over(
        request.services.store, request.chat, request.number(0), now=request.now
    )
    chat = outcome.chat if isinstance(outcome, importing.Done) else request.chat
    return Answer(message=view.done(outcome, reader_of(chat, request.now)))


async def _undo(request: Request) -> Answer:
    outcome = await importing.undo(
        request.services.store, request.chat, request.number(0), now=request.now
    )
    chat = outcome.chat if isinstance(outcome, importing.Undone) else request.chat
    return Answer(message=view.undone(outcome, reader_of(chat, request.now)))


COMMANDS: Final = {
    "export": Action(run=export, changes=True),
    "import": Action(run=import_, changes=True),
}
SCREENS: Final = {
    "exj": Action(run=_export_settings, changes=True, fresh=True),
    "exo": Action(run=_export_feeds, changes=True, fresh=True),
    "aski": Action(run=_ask, changes=True),
    "imp": Action(run=_take_over, changes=True),
    "imu": Action(run=_undo, changes=True),
}
