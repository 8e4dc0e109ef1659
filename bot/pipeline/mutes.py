"""What a chat does not want to be told of: a story, an outlet, words."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.errors import QueryError
from bot.domain.folding import fold
from bot.domain.folding import words as split_words
from bot.domain.model import Chat, Mute, MuteKind
from bot.match.evaluate import find_evidence
from bot.match.nodes import Node
from bot.match.printing import canonical
from bot.match.words import Asked
from bot.pipeline.queries import read_query
from bot.store import entries, feeds, mutes, told
from bot.store.engine import Store

MAX_MUTES: Final = 100  # of a chat: each is asked of each entry that matches for it
MAX_OFFERED: Final = 3  # outlets that muted words may be meant for
MAX_TIME: Final = timedelta(days=366)


@dataclass(frozen=True, slots=True, kw_only=True)
class Muted:
    """The chat is told no more of it.

    `outlets` are feeds with all the muted words in their name: perhaps one was meant.
    """

    mute: Mute
    outlets: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MuteRefused:
    """What is to be muted cannot be read as a query."""

    text: str
    error: QueryError


@dataclass(frozen=True, slots=True, kw_only=True)
class TooManyMutes:
    """The chat mutes as much as a chat may."""

    limit: int = MAX_MUTES


@dataclass(frozen=True, slots=True, kw_only=True)
class NoStory:
    """The story is not there (any more)."""


MuteOutcome = Muted | MuteRefused | TooManyMutes | NoStory


async def listing(store: Store, chat: Chat, *, now: datetime) -> tuple[Mute, ...]:
    """Return what the chat mutes now, oldest first."""
    async with store.read() as tx:
        return tuple(await mutes.of_chat(tx, chat.id, now=now))


async def mute_story(
    store: Store,
    chat: Chat,
    story_id: int,
    *,
    now: datetime,
    length: timedelta | None = None,
) -> MuteOutcome:
    """Tell the chat no more of a story of which it has, or may have, a message."""
    async with store.write() as tx:
        alert = await told.find_by_story(tx, chat.id, story_id)
        entry = await entries.find_entry(tx, alert.entry_id) if alert else None
        if entry is None:
            return NoStory()
        return await _add(
            tx,
            chat,
            kind=MuteKind.STORY,
            name=str(story_id),
            words=entry.title,
            story_id=story_id,
            until=_end(now, length),
            now=now,
        )


async def mute_message(
    store: Store,
    chat: Chat,
    message_id: int,
    *,
    now: datetime,
    length: timedelta | None = None,
) -> MuteOutcome:
    """Tell the chat no more of the story of one of its messages."""
    async with store.read() as tx:
        alert = await told.find_by_message(tx, chat.id, message_id)
    if alert is None:
        return NoStory()
    return await mute_story(store, chat, alert.story_id, now=now, length=length)


async def mute_text(
    store: Store,
    chat: Chat,
    text: str,
    *,
    now: datetime,
    length: timedelta | None = None,
) -> MuteOutcome:
    """Mute an outlet by its exact name, else what a query matches."""
    name = fold(text)
    until = _end(now, length)
    async with store.write() as tx:
        if name in map(fold, await feeds.outlet_names(tx)):
            return await _add(
                tx, chat, kind=MuteKind.OUTLET, name=name, words=text, until=until, now=now
            )
        try:
            same = canonical(read_query(text))
        except QueryError as error:
            return MuteRefused(text=text, error=error)
        outcome = await _add(
            tx, chat, kind=MuteKind.WORDS, name=same, words=text, until=until, now=now
        )
        if not isinstance(outcome, Muted):
            return outcome
        return Muted(mute=outcome.mute, outlets=_alike(text, await feeds.list_names(tx)))


def _alike(text: str, known: Iterable[tuple[int, str, str]]) -> tuple[tuple[int, str], ...]:
    """Return id and outlet of the first feeds that have all the words in their names."""
    typed = set(split_words(text))
    found: dict[str, tuple[int, str]] = {}
    for feed_id, title, publisher in sorted(known):
        names = [set(split_words(title)), set(split_words(publisher))]
        if typed and any(typed <= name for name in names):
            outlet = publisher or title
            found.setdefault(fold(outlet), (feed_id, outlet))
    return tuple(found.values())[:MAX_OFFERED]


async def mute_instead(
    store: Store, chat: Chat, *, feed_id: int, mute_id: int, now: datetime
) -> MuteOutcome:
    """Mute the outlet of a feed, for as long, instead of words meant for its name.

    A second call finds the words gone, and leaves the outlet as it is.
    """
    async with store.write() as tx:
        names = {one: outlet or title for one, title, outlet in await feeds.list_names(tx)}
        if feed_id not in names:
            return NoStory()
        name, mine = names[feed_id], await mutes.of_chat(tx, chat.id, now=now)
        for mute in mine:
            if mute.kind is MuteKind.OUTLET and fold(mute.words) == fold(name):
                return Muted(mute=mute)
        gone = await mutes.remove(tx, chat.id, [mute_id])
        until = gone[0].until if gone else None
        return await _add_outlet(tx, chat, name, until=until, now=now)


async def mute_outlet(store: Store, chat: Chat, name: str, *, now: datetime) -> MuteOutcome:
    """Mute an outlet by its exact name."""
    async with store.write() as tx:
        return await _add_outlet(tx, chat, name, until=None, now=now)


async def unmute(store: Store, chat: Chat, ids: Collection[int]) -> tuple[Mute, ...]:
    """Tell the chat of these again; return what was ended."""
    async with store.write() as tx:
        return await mutes.remove(tx, chat.id, ids)


async def _add_outlet(
    tx: AsyncConnection, chat: Chat, name: str, *, until: datetime | None, now: datetime
) -> MuteOutcome:
    kind = MuteKind.OUTLET
    return await _add(
        tx, chat, kind=kind, name=fold(name), words=name, until=until, now=now
    )


async def _add(
    tx: AsyncConnection,
    chat: Chat,
    *,
    kind: MuteKind,
    name: str,
    words: str,
    story_id: int | None = None,
    until: datetime | None,
    now: datetime,
) -> MuteOutcome:
    mine = await mutes.of_chat(tx, chat.id, now=now)
    if len(mine) >= MAX_MUTES:
        return TooManyMutes()
    return Muted(
        mute=await mutes.add(
            tx,
            chat.id,
            kind=kind,
            name=name,
            words=words,
            story_id=story_id,
            until=until,
            now=now,
        )
    )


def _end(now: datetime, length: timedelta | None) -> datetime | None:
    return None if length is None else now + min(length, MAX_TIME)


def is_muted(mute: Mute, *, story_id: int, asked: Asked) -> bool:
    """Say whether the entry that is asked about, of that story, is what `mute` means."""
    match mute.kind:
        case MuteKind.STORY:
            return mute.story_id == story_id
        case MuteKind.OUTLET:
            return fold(mute.words) in asked.feeds
        case MuteKind.WORDS:
            node = _node(mute.words)
            return node is not None and find_evidence(node, asked) is not None


@lru_cache(maxsize=10_000)
def _node(text: str) -> Node | None:
    """Return the query; None if this version cannot read it, and it mutes nothing."""
    try:
        return read_query(text)
    except QueryError:
        return None
