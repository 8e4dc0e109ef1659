"""``/admin reload | people | backup | log``."""

from typing import Final

from bot.chat import office_view as view
from bot.chat.for_admins import for_admins
from bot.chat.request import Action, Answer, Handler, Request
from bot.chat.view import reader_of
from bot.domain.errors import ConfigError, StoreError
from bot.pipeline import administration
from bot.pipeline.administration import Deed


async def reload(request: Request) -> Answer:
    """``/admin reload``: take the files as they are now, and say what changed."""
    reader = reader_of(request.chat, request.now)
    services = request.services
    try:
        diff = await services.office.reload()
    except ConfigError as exc:
        return Answer(message=view.not_reloaded(str(exc), reader))
    facts = diff.facts()
    await administration.note(
        services.store, request.chat, Deed.RELOAD, facts=facts, now=request.now
    )
    return Answer(message=view.reloaded(facts, reader))


async def people(request: Request) -> Answer:
    """``/admin people``: chats, subscriptions and the queue in numbers."""
    found = await administration.count_people(request.services.store, now=request.now)
    reader = reader_of(request.chat, request.now)
    return Answer(message=view.people(found, reader))


async def backup(request: Request) -> Answer:
    """``/admin backup``: copy the database, and say where to."""
    reader = reader_of(request.chat, request.now)
    if request.services.store.path is None:
        return Answer(message=view.use_pg_dump(reader))
    return Answer(message=view.copying(reader), later=lambda: _copied(request))


async def _copied(request: Request) -> Answer:
    services = request.services
    reader = reader_of(request.chat, request.now)
    try:
        path, size = await services.office.back_up()
    except (ConfigError, StoreError) as exc:
        return Answer(message=view.not_copied(str(exc), reader))
    await administration.note(
        services.store, request.chat, Deed.BACKUP, path.name, now=request.now
    )
    return Answer(message=view.copied(path, size, reader))


async def log(request: Request) -> Answer:
    """``/admin log``: what admins did, newest first."""
    page = request.number(0)
    found, more = await administration.list_actions(request.services.store, page)
    reader = reader_of(request.chat, request.now)
    return Answer(message=view.log(found, reader, page, more=more))


SAID: Final[dict[str, Handler]] = {
    "reload": reload,
    "people": people,
    "backup": backup,
    "log": log,
}
SCREENS: Final = {
    "ore": Action(run=for_admins(reload)),
    "ope": Action(run=for_admins(people)),
    "oba": Action(run=for_admins(backup)),
    "olo": Action(run=for_admins(log)),
}
