"""Which outlets a chat hears: by country and tag, and but for those that it hides."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from hashlib import blake2b

from bot.domain.folding import fold
from bot.domain.model import Chat, FeedSpec, Mute, MuteKind
from bot.store import chats, feed_specs
from bot.store.engine import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlets:
    """What there is to choose from, and how many feeds the chat hears by its choice."""

    chat: Chat
    marks: frozenset[str]
    heard: int


def key_of(mark: str) -> str:
    """Return a short name of a country or a tag, for the data of a button."""
    if not mark.startswith("#"):
        return mark
    return f"#{blake2b(mark.encode(), digest_size=8).hexdigest()}"


def is_heard(chat: Chat, marks: Collection[str]) -> bool:
    """Return whether the chat hears an outlet with these marks."""
    return not chat.outlets or not chat.outlets.isdisjoint(marks)


def hears(chat: Chat, spec: FeedSpec, muted: Iterable[Mute]) -> bool:
    """Return whether the chat is told of what this feed brings."""
    is_hidden = any(hides(mute, spec) for mute in muted)
    return spec.enabled and is_heard(chat, spec.marks) and not is_hidden


def hides(mute: Mute, spec: FeedSpec) -> bool:
    """Return whether a mute is of this feed's outlet."""
    names = {fold(spec.title), fold(spec.publisher)}
    return mute.kind is MuteKind.OUTLET and fold(mute.words) in names


async def find_outlets(store: Store, chat: Chat) -> Outlets:
    """Return what the chat can choose from."""
    async with store.read() as tx:
        return _outlets(chat, await feed_specs.list_specs(tx))


async def choose(store: Store, chat: Chat, key: str, *, wanted: bool) -> Outlets:
    """Hear outlets of the country or tag with that key, or not only for it any more."""
    async with store.write() as tx:
        specs = await feed_specs.list_specs(tx)
        known = {*_outlets(chat, specs).marks, *chat.outlets}
        named = {mark for mark in known if key_of(mark) == key}
        chosen = chat.outlets | named if wanted else chat.outlets - named
        changed = replace(chat, outlets=chosen)
        await chats.set_outlets(tx, chat.id, chosen)
    return _outlets(changed, specs)


async def choose_all(store: Store, chat: Chat) -> Outlets:
    """Hear all outlets."""
    async with store.write() as tx:
        await chats.set_outlets(tx, chat.id, ())
        specs = await feed_specs.list_specs(tx)
    return _outlets(replace(chat, outlets=frozenset()), specs)


def _outlets(chat: Chat, specs: Iterable[FeedSpec]) -> Outlets:
    enabled = [spec for spec in specs if spec.enabled]
    return Outlets(
        chat=chat,
        marks=frozenset(mark for spec in enabled for mark in spec.marks),
        heard=sum(is_heard(chat, spec.marks) for spec in enabled),
    )
