"""`tocsin annotate`: many entries through the pipeline's decisions, in an empty store."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.annotate.about import annotate
from bot.domain.model import Annotation, FeedSpec, Mention, ParsedEntry
from bot.normalize.language import detect_language
from bot.pipeline.prepare import Prepared, key_entry, prepare_entry
from bot.pipeline.record import StoryFound, add_entry, find_story
from bot.store import entries, feeds
from bot.store.engine import Store

FEED_URL = "https://{}.invalid/"  # a feed of the batch has a name and no address


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchEntry:
    """One line of the input (CONTRACT, section 4)."""

    id: Any
    published_at: datetime
    feed: str
    title: str
    summary: str
    language: str | None = None
    url: str | None = None


def _spec(entry: BatchEntry) -> FeedSpec:
    url = FEED_URL.format(entry.feed)
    return FeedSpec(url=url, title=entry.feed, publisher=entry.feed)


def show_mention(mention: Mention) -> dict[str, Any]:
    """Return a mention as the output has it."""
    shown = asdict(mention)
    del shown["place_id"]
    return shown | {"kind": mention.kind.value}


def show_annotation(identifier: Any, annotation: Annotation) -> dict[str, Any]:
    """Return what the text says by itself, without a store."""
    codes = {*annotation.regions, *annotation.countries}
    return {
        "id": identifier,
        "lang": annotation.language,
        "mentions": [show_mention(mention) for mention in annotation.mentions],
        "regions": list(annotation.regions),
        "countries": list(annotation.countries),
        "about": sorted(codes & annotation.about),
    }


def places_only(entry: BatchEntry) -> dict[str, Any]:
    """Return the output without story and alert."""
    text = f"{entry.title}\n{entry.summary}"
    language = detect_language(text, entry.language)
    return show_annotation(entry.id, annotate(entry.title, entry.summary, language))


class Batch:
    """Decides entry after entry, each at its own time."""

    def __init__(self, store: Store) -> None:
        """Use `store`, which should be empty and at the newest schema."""
        self._store = store
        self._feeds: dict[str, int] = {}

    async def decide(self, batch: Sequence[BatchEntry]) -> list[dict[str, Any]]:
        """Return the output of some entries, in their order."""
        async with self._store.write() as tx:
            return [await self._decide(tx, entry) for entry in batch]

    async def _decide(self, tx: AsyncConnection, entry: BatchEntry) -> dict[str, Any]:
        now = entry.published_at
        feed_id = await self._feed_id(tx, entry, now)
        parsed = ParsedEntry(
            link=entry.url,
            title=entry.title,
            summary=entry.summary,
            published_at=now,
            language=entry.language,
        )
        prepared = _as_given(
            prepare_entry(key_entry(parsed, _spec(entry)), _spec(entry)), entry
        )
        found = await find_story(tx, prepared, feed_id=feed_id, now=now)
        entry_id = await add_entry(
            tx, prepared, feed_id=feed_id, silent_reason=None, now=now
        )
        await entries.set_story(tx, entry_id, found.story_id)
        return show_annotation(entry.id, prepared.annotation) | _show_story(found)

    async def _feed_id(self, tx: AsyncConnection, entry: BatchEntry, now: datetime) -> int:
        if entry.feed not in self._feeds:
            spec = _spec(entry)
            self._feeds[entry.feed] = await feeds.ensure(tx, spec, now=now)
        return self._feeds[entry.feed]


def _as_given(prepared: Prepared, entry: BatchEntry) -> Prepared:
    """Return the annotation of the text as given: offsets count from there."""
    if prepared.keyed.title == entry.title:
        return prepared
    language = prepared.annotation.language
    return Prepared(
        keyed=prepared.keyed,
        annotation=annotate(entry.title, entry.summary, language),
        words=prepared.words,
        story_keys=prepared.story_keys,
    )


def _show_story(found: StoryFound) -> dict[str, Any]:
    return {
        "story": str(found.story_id),
        "alert": "new" if found.is_new else "silent",
        "update_kind": None,
        "reason": found.reason,
    }
