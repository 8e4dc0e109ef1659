"""T22: a filter that judges the headers is asked with others, the honest ones first."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from publisher import Publisher, ScriptedFeed

from bot.domain.errors import Fault, FetchError
from bot.domain.feeds import Document, NotModified
from bot.poll.fetch import Fetcher
from bot.poll.profiles import PROFILES


@pytest.fixture
async def publisher() -> AsyncIterator[Publisher]:
    async with Publisher() as running:
        yield running


@pytest.fixture
async def fetcher() -> AsyncIterator[Fetcher]:
    made = Fetcher(allow_networks=["127.0.0.0/8"])
    yield made
    await made.aclose()


def only_for(feed: ScriptedFeed, profiles: set[int], status: int = 403) -> ScriptedFeed:
    """Let `feed` refuse every other profile."""
    agents = {PROFILES[each]["User-Agent"] for each in profiles}

    async def answer(request: web.Request) -> web.StreamResponse:
        if request.headers["User-Agent"] in agents:
            return feed._healthy(request)
        return web.Response(status=status)

    return feed._then(200, answer, None)


def asked(publisher: Publisher) -> list[int]:
    """Return the profile of each request."""
    agents = [each["User-Agent"] for each in PROFILES]
    return [agents.index(seen.headers["User-Agent"]) for seen in publisher.requests]


@pytest.mark.parametrize("status", [403, 406])
@pytest.mark.parametrize(
    ("remembered", "liked", "order"),
    [
        pytest.param(0, {0, 1, 2}, [0], id="the honest one"),
        pytest.param(0, {1, 2}, [0, 1], id="the second"),
        pytest.param(0, {2}, [0, 1, 2], id="a browser's"),
        pytest.param(2, {0, 1, 2}, [2], id="the remembered one"),
        pytest.param(2, {0, 1}, [2, 0], id="honest again"),
        pytest.param(1, {2}, [1, 0, 2], id="all of them"),
    ],
)
async def test_the_next_profile_is_tried(
    fetcher: Fetcher,
    publisher: Publisher,
    *,
    status: int,
    remembered: int,
    liked: set[int],
    order: list[int],
) -> None:
    feed = only_for(publisher.feed("/a").add(title="Fire in Sumy"), liked, status)

    answer = await fetcher.fetch(feed.url, profile=remembered)

    assert isinstance(answer, Document)
    assert answer.profile == order[-1]
    assert asked(publisher) == order


async def test_a_browser_names_its_languages_and_we_do_not(
    fetcher: Fetcher, publisher: Publisher
) -> None:
    feed = only_for(publisher.feed("/a").add(title="Fire in Sumy"), {2})

    await fetcher.fetch(feed.url)

    named = ["Accept-Language" in seen.headers for seen in publisher.requests]
    assert named == [False, False, True]


async def test_one_round_and_no_more(fetcher: Fetcher, publisher: Publisher) -> None:
    feed = only_for(publisher.feed("/a"), set())

    with pytest.raises(FetchError) as caught:
        await fetcher.fetch(feed.url, profile=1)

    assert caught.value.kind is Fault.FORBIDDEN
    assert asked(publisher) == [1, 0, 2]


@pytest.mark.parametrize(("status", "header"), [(401, None), (451, None), (403, 60)])
async def test_what_is_not_about_headers_is_asked_once(
    fetcher: Fetcher, publisher: Publisher, status: int, header: int | None
) -> None:
    feed = publisher.feed("/a").will_fail(status, retry_after=header, times=None)

    with pytest.raises(FetchError):
        await fetcher.fetch(feed.url)

    assert asked(publisher) == [0]


async def test_a_refusal_behind_a_redirect_is_asked_again_there(
    fetcher: Fetcher, publisher: Publisher
) -> None:
    feed = only_for(publisher.feed("/new").add(title="Fire in Sumy"), {1})
    publisher.feed("/old").will_redirect("/new", 301)

    first = await fetcher.fetch(publisher.url("/old"))
    assert isinstance(first, Document)
    second = await fetcher.fetch(
        publisher.url("/old"), first.validators, profile=first.profile
    )

    assert isinstance(second, NotModified)
    assert (first.profile, second.profile) == (1, 1)
    assert first.moved_to == second.moved_to == feed.url
    assert [seen.path for seen in publisher.requests] == [
        *("/old", "/new", "/new"),
        *("/old", "/new"),
    ]
