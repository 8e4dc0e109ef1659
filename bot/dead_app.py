"""``tocsin dead``: list, read, requeue and drop what could not be delivered."""

import asyncio
import json
import sys
from collections.abc import Sequence
from typing import Annotated, Any, Final

import typer

from bot import app as service
from bot.config.settings import load_settings
from bot.deliver.plain import line
from bot.domain.errors import TocsinError
from bot.pipeline.dead_letters import Fate, decide, find_letter, list_letters
from bot.store.copying import require_file
from bot.store.dead import Letter
from bot.store.engine import Store

MAX_REASON: Final = 100
MOST: Final = (
    1_000  # letters that are listed; whoever has more has one fault a thousand times
)

app = typer.Typer(
    help="Messages that could not be delivered: list, read, send again, give up.",
    no_args_is_help=True,
)
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, one line each.")]
LARGEST: Final = 2**63 - 1  # that a database can hold
Ids = Annotated[list[int] | None, typer.Argument(metavar="[ID ...]", min=1, max=LARGEST)]
All = Annotated[bool, typer.Option("--all", help="All of them, instead of ids.")]


async def _opened() -> Store:
    settings = load_settings()
    require_file(Store(settings.database_url).path)
    return await service.open_store(settings)


async def _list() -> tuple[Sequence[Letter], int]:
    store = await _opened()
    try:
        return await list_letters(store, limit=MOST)
    finally:
        await store.close()


async def _find(letter_id: int) -> Letter:
    store = await _opened()
    try:
        found = await find_letter(store, letter_id)
    finally:
        await store.close()
    if found is None:
        raise TocsinError(f"{letter_id}: no dead letter has this id")
    return found


async def _decide(fate: Fate, ids: Sequence[int] | None) -> int:
    store = await _opened()
    try:
        return await decide(store, fate, ids, now=service.utc_now())
    finally:
        await store.close()


def _shown(letter: Letter) -> dict[str, Any]:
    return {
        "id": letter.id,
        "chat": letter.chat,
        "name": letter.name or None,
        "kind": letter.kind.value,
        "state": letter.state.value,
        "title": letter.title or None,
        "reason": letter.reason,
        "attempts": letter.attempts,
        "created_at": f"{letter.created_at:%Y-%m-%dT%H:%M:%SZ}",
        "finished_at": f"{letter.finished_at:%Y-%m-%dT%H:%M:%SZ}",
    }


def _say(value: str | dict[str, Any]) -> None:
    told = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    sys.stdout.write(f"{told}\n")


@app.command("list")
def list_all(*, as_json: AsJson = False) -> None:
    """List dead letters, newest first, with the reason."""
    found, count = asyncio.run(_list())
    for letter in found:
        shown = _shown(letter)
        columns = (str(shown[key]) for key in ("id", "finished_at", "kind", "chat"))
        reason = line(letter.reason or letter.state.value, MAX_REASON)
        _say(shown if as_json else "  ".join((*columns, reason)))
    if not as_json:
        _say(f"{count} dead letter{'' if count == 1 else 's'}")


@app.command()
def show(
    letter_id: Annotated[int, typer.Argument(metavar="ID", min=1, max=LARGEST)],
    *,
    as_json: AsJson = False,
) -> None:
    """Print all that is known of one."""
    shown = _shown(asyncio.run(_find(letter_id)))
    if as_json:
        _say(shown)
        return
    for key, value in shown.items():
        _say(f"{key:12}{'' if value is None else line(str(value), 1_000)}")


@app.command()
def requeue(ids: Ids = None, *, every: All = False) -> None:
    """Let dead letters be sent once more; what may have arrived may come twice."""
    _report(Fate.REQUEUE, ids, every=every)


@app.command()
def drop(ids: Ids = None, *, every: All = False) -> None:
    """Give dead letters up."""
    _report(Fate.DROP, ids, every=every)


def _report(fate: Fate, ids: list[int] | None, *, every: bool) -> None:
    if bool(ids) is every:
        raise typer.BadParameter("name the ids, or write --all")
    count = asyncio.run(_decide(fate, ids or None))
    done = "wait again" if fate is Fate.REQUEUE else "given up"
    _say(f"{count} {done}")
    wanted = len(set(ids or ()))
    if count < wanted:
        raise TocsinError(f"{wanted - count} of the ids are of no dead letter")
