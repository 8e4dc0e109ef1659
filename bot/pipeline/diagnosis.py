"""Fetches and reads one feed, and says what is wrong with it; nothing is stored."""

from collections.abc import Callable
from datetime import datetime

from bot.domain.errors import FeedError
from bot.domain.model import Document, FeedSpec, Postponed
from bot.parse.worker import ParserPool
from bot.pipeline.verdicts import Verdict, judge, judge_error, judge_postponed
from bot.poll.fetch import Fetcher


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
    return judge(spec, document, parsed, now=now)
