"""Fetches and reads one feed, and says what is wrong with it; nothing is stored."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final

from bot.domain.errors import FeedError
from bot.domain.model import Document, FeedSpec, ParsedFeed, Postponed
from bot.parse.worker import ParserPool
from bot.pipeline.verdicts import Verdict, judge, judge_error, judge_postponed
from bot.poll.fetch import Fetcher

END_OF_TIME: Final = datetime(9999, 1, 1, tzinfo=UTC)  # no date lies ahead of it


async def diagnose(
    spec: FeedSpec, fetcher: Fetcher, parser: ParserPool, *, clock: Callable[[], datetime]
) -> Verdict:
    """Return the verdict on a feed as its server gives it now."""
    try:
        document = await fetcher.fetch(spec.url, now=clock())
    except FeedError as exc:
        return judge_error(exc)
    if isinstance(document, Postponed):
        return judge_postponed(document)
    assert isinstance(document, Document), "nothing is known that it could be like"
    now = clock()
    try:
        parsed = await parser.parse(document, now=now, zone=spec.time_zone)
    except FeedError as exc:
        return judge_error(exc, document)
    ahead = await _dates_ahead(document, parsed, parser, zone=spec.time_zone)
    return judge(spec, document, parsed, now=now, ahead=ahead)


async def _dates_ahead(
    document: Document, parsed: ParsedFeed, parser: ParserPool, *, zone: str
) -> tuple[datetime, ...]:
    """Return the dates of entries that are not believed because they lie in the future."""
    undated = [at for at, entry in enumerate(parsed.entries) if not entry.published_at]
    if not undated:
        return ()
    try:
        believed = await parser.parse(document, now=END_OF_TIME, zone=zone)
    except FeedError:  # a busy machine: it was read a moment ago
        return ()
    dates = (believed.entries[at].published_at for at in undated)
    return tuple(at for at in dates if at is not None)
