"""`tocsin annotate`: many entries through the pipeline's decisions, in an empty store."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.annotate.about import annotate
from bot.domain.model import Annotation, FeedSpec, Mention, ParsedEntry
from bot.normalize.language import detect_language
from bot.pipeline.groups import StateMemory
from bot.pipeline.prepare import Prepared, key_entry, prepare_entry
from bot.pipeline.storybook import StoryBook, StoryFound
from bot.store import feeds
from bot.store.engine import Store

FEED_URL = "https://{}.invalid/"  # a feed of the batch has a name and no address


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchEntry:
    """One line of the input."""

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

    def __init__(self, store: Store, *, across_languages: bool = True) -> None:
        """Use `store`, which should be empty and at the newest schema."""
        self._store = store
        self._across_languages = across_languages
        self._memory = StateMemory()
        self._feeds: dict[str, int] = {}

    async def decide(self, batch: Sequence[BatchEntry]) -> list[dict[str, Any]]:
        """Return the output of some entries, in their order."""
        if not batch:
            return []
        ready = [_prepare(entry) for entry in batch]
        async with self._store.write() as tx:
            of_feed = {entry.feed: entry for entry in batch}
            ids = {
                feed: await self._feed_id(tx, entry, entry.published_at)
                for feed, entry in of_feed.items()
            }
            book = await StoryBook.open(
                tx,
                [
                    (prepared, ids[entry.feed])
                    for entry, prepared in zip(batch, ready, strict=True)
                ],
                oldest=min(entry.published_at for entry in batch),
                memory=self._memory,
                across_languages=self._across_languages,
            )
            found = [
                await book.find(
                    prepared,
                    feed_id=ids[entry.feed],
                    spec=_spec(entry),
                    now=entry.published_at,
                )
                for entry, prepared in zip(batch, ready, strict=True)
            ]
            await book.write(tx)
        self._memory.confirm()
        return [
            show_annotation(entry.id, prepared.annotation)
            | _show_story(story, book.number(story.story_id))
            for entry, prepared, story in zip(batch, ready, found, strict=True)
        ]

    async def _feed_id(self, tx: AsyncConnection, entry: BatchEntry, now: datetime) -> int:
        if entry.feed not in self._feeds:
            spec = _spec(entry)
            self._feeds[entry.feed] = await feeds.ensure(tx, spec, now=now)
        return self._feeds[entry.feed]


def _prepare(entry: BatchEntry) -> Prepared:
    spec = _spec(entry)
    parsed = ParsedEntry(
        link=entry.url,
        title=entry.title,
        summary=entry.summary,
        published_at=entry.published_at,
        language=entry.language,
    )
    return _as_given(
        prepare_entry(key_entry(parsed, spec), spec, at=entry.published_at), entry
    )


def _as_given(prepared: Prepared, entry: BatchEntry) -> Prepared:
    """Return the annotation of the text as given: offsets count from there."""
    if prepared.keyed.title == entry.title:
        return prepared
    language = prepared.annotation.language
    annotation = annotate(entry.title, entry.summary, language)
    return replace(prepared, annotation=annotation)


def _show_story(found: StoryFound, number: int) -> dict[str, Any]:
    return {
        "story": str(number),
        "alert": found.alert,
        "update_kind": found.update.kind if found.update is not None else None,
        "reason": found.reason,
    }
