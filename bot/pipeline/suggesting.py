"""Feeds that people suggest: checked as any other, then an admin decides.

::

    suggest → is it read, or suggested, already? → a row that is to be checked
      → a tick fetches and reads it → the admins are asked → feeds.yaml, or not
      → the person is told
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from bot.config.addresses import host_name, read_url, same_url_key
from bot.config.feed_values import MAX_TEXT, read_language
from bot.config.feeds_file import add_feeds
from bot.config.listed import ListedFeed
from bot.domain.errors import ConfigError, Fault, FeedError
from bot.domain.model import Chat, Document, ParsedFeed
from bot.pipeline.administration import Deed, tell
from bot.pipeline.feed_links import find_feed_links
from bot.store import admin_actions, feed_specs, suggestions
from bot.store.engine import Store
from bot.store.suggestions import UNDECIDED, Suggestion, SuggestionState

A_DAY: Final = 5  # suggestions of a chat: each costs a fetch and an admin's time
LEASE: Final = timedelta(minutes=5)  # of a step; a fetch takes half a minute at most
NO_ENTRIES: Final = "no entries"  # why a feed is refused that can be read

Read = Callable[[str], Awaitable[tuple[Document, ParsedFeed | FeedError]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggested:
    """What became of addresses that a chat suggested, each in one of the four.

    `over` are too many for one day, `known` are read already or suggested by somebody.
    """

    taken: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    faulty: tuple[str, ...] = ()
    over: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """An admin decided; `suggestion` as it is now, `error` if feeds.yaml stays as it was.

    `was_before` if it was decided, or forgotten, by then.
    """

    suggestion: Suggestion | None
    was_before: bool = False
    error: ConfigError | None = None


async def suggest(
    store: Store, chat: Chat, urls: Sequence[str], *, now: datetime
) -> Suggested:
    """Note which of the addresses are to be checked."""
    taken: list[str] = []
    known: list[str] = []
    faulty: list[str] = []
    over: list[str] = []
    async with store.write() as tx:
        specs = await feed_specs.list_specs(tx)
        waiting = await suggestions.open_urls(tx)
        seen = {same_url_key(url) for url in (*waiting, *(spec.url for spec in specs))}
        since = now - timedelta(days=1)
        room = A_DAY - await suggestions.count_since(tx, chat.id, since)
        for typed in dict.fromkeys(urls):
            url = _address(typed)
            if url is None:
                faulty.append(typed)
            elif same_url_key(url) in seen:
                known.append(url)
            elif len(taken) >= room:
                over.append(url)
            else:
                seen.add(same_url_key(url))
                taken.append(url)
                await suggestions.add(tx, chat.id, url, now=now)
    return Suggested(
        taken=tuple(taken), known=tuple(known), faulty=tuple(faulty), over=tuple(over)
    )


def _address(typed: str) -> str | None:
    """Return the address that somebody typed; one with a password is none.

    >>> _address("example.org/rss")
    'https://example.org/rss'
    """
    text = typed.strip()
    try:
        url = read_url(text if "://" in text else f"https://{text}")
        host = host_name(url)
    except ValueError:
        return None
    return url if "." in host and "@" not in url.split("/")[2] else None


async def check(store: Store, suggestion: Suggestion, read: Read, *, now: datetime) -> None:
    """Fetch and read a feed that was suggested; note what it is, or why it is refused.

    Of a page that names its feed, that feed is meant.
    """
    found, url = await _read(read, suggestion.url)
    if isinstance(found, list):
        url = found[0]
        found, _ = await _read(read, url)
    move: dict[str, object] = {}
    if isinstance(found, ParsedFeed) and found.entries:
        state = SuggestionState.READY
        move = {
            "url": url,
            "title": " ".join(found.title.split())[:MAX_TEXT] or host_name(url),
            "language": _language(found.language),
            "entries": len(found.entries),
        }
    else:
        state = SuggestionState.REFUSED
        move["reason"] = found.kind.value if isinstance(found, FeedError) else NO_ENTRIES
        if isinstance(found, list):
            move["reason"] = Fault.DOCUMENT.value
    async with store.write() as tx:
        await suggestions.move(
            tx, suggestion.id, after=(SuggestionState.NEW,), to=state, now=now, **move
        )


async def _read(read: Read, url: str) -> tuple[ParsedFeed | FeedError | list[str], str]:
    """Return the feed, why it is none, or the feeds that the page there names."""
    try:
        document, parsed = await read(url)
    except FeedError as exc:
        return exc, url
    if isinstance(parsed, FeedError) and parsed.kind is Fault.DOCUMENT:
        own = same_url_key(document.url)
        links = [link for link in find_feed_links(document) if same_url_key(link) != own]
        return links or parsed, url
    return parsed, url


def _language(declared: str | None) -> str | None:
    try:
        return read_language((declared or "").replace("_", "-"))
    except ValueError:
        return None


async def decide(
    store: Store,
    suggestion_id: int,
    *,
    approve: bool,
    admin: Chat,
    feeds_file: Path,
    now: datetime,
) -> Decided:
    """Add the feed to feeds.yaml, or decline it; a second decision changes nothing.

    The file is written first: if that fails, or the process dies, the question stays.
    """
    async with store.read() as tx:
        suggestion = await suggestions.find(tx, suggestion_id)
    if suggestion is None or suggestion.state not in UNDECIDED:
        return Decided(suggestion=suggestion, was_before=True)
    if approve:
        feed = ListedFeed(
            url=suggestion.url, title=suggestion.title, language=suggestion.language
        )
        try:
            await asyncio.to_thread(add_feeds, feeds_file, [feed])
        except ConfigError as exc:
            return Decided(suggestion=suggestion, error=exc)
    to = SuggestionState.APPROVED if approve else SuggestionState.DECLINED
    deed = Deed.APPROVE if approve else Deed.DECLINE
    async with store.write() as tx:
        by = admin.telegram_id
        moved = await suggestions.move(
            tx, suggestion_id, after=UNDECIDED, to=to, now=now, decided_by=by
        )
        if moved:
            subject = suggestion.title or ""
            await admin_actions.note(
                tx, admin_id=admin.id, what=deed.value, subject=subject, at=now
            )
        found = await suggestions.find(tx, suggestion_id)
    if moved:
        tell(admin, deed)
    return Decided(suggestion=found, was_before=not moved)
