"""The local publisher: feeds in each format, conditional requests, the timeline."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from itertools import islice

import httpx
import pytest
from starlette.applications import Starlette

from bot.demo.documents import CONTENT_TYPES
from bot.demo.items import load_news
from bot.demo.publisher import Publisher, UnknownOutletError
from bot.domain.model import ParsedEntry
from bot.parse.feed import parse_feed

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


@asynccontextmanager
async def the_publisher() -> AsyncIterator[httpx.AsyncClient]:
    publisher = Publisher(load_news(), clock=lambda: NOW)
    transport = httpx.ASGITransport(app=Starlette(routes=publisher.routes))
    async with httpx.AsyncClient(
        transport=transport, base_url="http://127.0.0.1"
    ) as client:
        yield client


async def test_an_unchanged_feed_is_not_sent_again() -> None:
    async with the_publisher() as client:
        first = await client.get("/feeds/pogranichye")
        validators = {"If-None-Match": first.headers["etag"]}
        second = await client.get("/feeds/pogranichye", headers=validators)
        missing = await client.get("/feeds/nobody")
        no_article = await client.get("/news/pogranichye/999")

    assert (first.status_code, second.status_code) == (200, 304)
    assert (missing.status_code, no_article.status_code) == (404, 404)


async def test_the_archive_is_dated_back_over_two_days_in_every_format() -> None:
    async with the_publisher() as client:
        ages = [
            NOW - entry.published_at
            for outlet in load_news().outlets
            for entry in _parsed(await client.get(f"/feeds/{outlet.slug}"))
            if entry.published_at is not None
        ]

    assert len(ages) == len(load_news().archive)
    assert max(ages) < timedelta(days=2)
    assert min(ages) > timedelta(hours=1)
    assert {outlet.format for outlet in load_news().outlets} == set(CONTENT_TYPES)


def test_the_timeline_repeats_no_headline_for_an_hour() -> None:
    scenes = list(islice(load_news().scenes(), 120))  # some 30 seconds each
    heads = [drafts[0].title for drafts in scenes]

    assert len(set(heads)) == len(heads)
    assert not any("{" in draft.title + draft.summary for s in scenes for draft in s)


def test_a_draft_of_nobody_or_without_a_headline_is_refused() -> None:
    publisher = Publisher(load_news(), clock=lambda: NOW)
    label, draft = load_news().ready[0]

    with pytest.raises(UnknownOutletError):
        publisher.publish(type(draft)(outlet="x", title=label))
    with pytest.raises(ValueError, match="headline"):
        publisher.publish(type(draft)(outlet=draft.outlet, title=" \n"))


def _parsed(response: httpx.Response) -> tuple[ParsedEntry, ...]:
    return parse_feed(
        response.content,
        content_type=response.headers["content-type"],
        url=str(response.url),
        now=NOW,
    ).entries
