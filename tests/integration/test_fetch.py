import asyncio
import gzip
import random
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from publisher import Publisher

from bot.domain.errors import Fault, FetchError
from bot.domain.model import Document, NotModified, Unchanged, Validators
from bot.poll.address import parse_address
from bot.poll.fetch import Fetcher
from bot.poll.redirects import Way
from bot.poll.transport import Patience


@pytest.fixture
async def publisher() -> AsyncIterator[Publisher]:
    async with Publisher() as running:
        yield running


@pytest.fixture
async def fetcher() -> AsyncIterator[Fetcher]:
    made = Fetcher(allow_networks=["127.0.0.0/8"], max_bytes=2**20)
    yield made
    await made.aclose()


async def failure(fetcher: Fetcher, url: str) -> FetchError:
    with pytest.raises(FetchError) as caught:
        await fetcher.fetch(url)
    return caught.value


async def test_a_document_with_its_validators(
    fetcher: Fetcher, publisher: Publisher
) -> None:
    feed = publisher.feed("/a.xml").add(title="Fire in Sumy")
    feed.last_modified = True
    feed.cache_control = "max-age=90"

    document = await fetcher.fetch(feed.url)

    assert isinstance(document, Document)
    assert document.body == feed.render()
    assert document.url == feed.url
    assert document.content_type == "application/rss+xml; charset=utf-8"
    assert document.validators.etag
    assert document.validators.last_modified == "Mon, 02 Mar 2026 10:00:00 GMT"
    assert document.validators.host == "127.0.0.1"
    assert document.moved_to is None
    assert document.max_age == timedelta(seconds=90)


async def test_the_request_says_who_asks_and_for_what(
    fetcher: Fetcher, publisher: Publisher
) -> None:
    feed = publisher.feed("/a.xml")
    feed.will_serve(b"<rss/>", headers={"Set-Cookie": "track=1; Path=/"})

    await fetcher.fetch(feed.url)
    await fetcher.fetch(feed.url)

    headers = publisher.requests[-1].headers
    assert headers["User-Agent"].startswith("Tocsin/")
    assert headers["Accept-Encoding"] == "gzip, deflate"
    assert "application/rss+xml" in headers["Accept"]
    assert "Cookie" not in headers


@pytest.mark.parametrize("by", ["etag", "last_modified"])
async def test_not_modified(fetcher: Fetcher, publisher: Publisher, by: str) -> None:
    feed = publisher.feed("/a.xml").add(title="Fire in Sumy")
    feed.etag, feed.last_modified = by == "etag", by == "last_modified"
    document = await fetcher.fetch(feed.url)
    assert isinstance(document, Document)

    answer = await fetcher.fetch(feed.url, document.validators)

    assert isinstance(answer, NotModified)
    assert answer.validators == document.validators


async def test_a_change_is_a_document_again(fetcher: Fetcher, publisher: Publisher) -> None:
    feed = publisher.feed("/a.xml").add(title="Fire in Sumy")
    document = await fetcher.fetch(feed.url)
    assert isinstance(document, Document)

    feed.add(title="Fire is out")
    answer = await fetcher.fetch(feed.url, document.validators)

    assert isinstance(answer, Document)
    assert b"Fire is out" in answer.body


async def test_gzip(fetcher: Fetcher, publisher: Publisher) -> None:
    feed = publisher.feed("/a.xml").add(title="Fire in Sumy")
    feed.gzip = True

    document = await fetcher.fetch(feed.url)

    assert isinstance(document, Document)
    assert document.body == feed.render()


@pytest.mark.parametrize(
    ("status", "transient", "reason"),
    [
        (401, True, "password"),
        (403, True, "refuses"),
        (404, True, "no such document"),
        (410, False, "gone"),
        (429, True, "too often"),
        (500, True, "fault"),
        (503, True, "fault"),
        (599, True, "fault"),
        (204, True, "no document"),
        (206, True, "no document"),
        (304, True, "nothing yet"),
        (302, True, "where to go"),
    ],
)
async def test_statuses(
    fetcher: Fetcher, publisher: Publisher, status: int, *, transient: bool, reason: str
) -> None:
    feed = publisher.feed("/a.xml").will_fail(status, times=None)

    error = await failure(fetcher, feed.url)

    assert error.transient is transient
    assert reason in error.reason
    assert str(status) in error.reason


@pytest.mark.parametrize(
    ("status", "header", "seconds"),
    [(429, 31, 31), (503, 31, 31), (403, 31, 31), (429, "soon", None), (500, 31, None)],
)
async def test_a_server_says_when_to_come_back(
    fetcher: Fetcher, publisher: Publisher, status: int, header: object, seconds: int | None
) -> None:
    feed = publisher.feed("/a.xml").will_fail(status, retry_after=header)

    error = await failure(fetcher, feed.url)

    assert error.retry_after == (timedelta(seconds=seconds) if seconds else None)


async def test_a_date_to_come_back_is_measured_on_the_servers_clock(
    fetcher: Fetcher, publisher: Publisher
) -> None:
    feed = publisher.feed("/a.xml")
    feed.will_send(
        b"HTTP/1.1 503 Busy\r\nContent-Length: 0\r\nDate: Mon, 02 Mar 2026 10:00:00 GMT\r\n"
        b"Retry-After: Mon, 02 Mar 2026 10:01:00 GMT\r\n\r\n"
    )

    error = await failure(fetcher, feed.url)

    assert error.retry_after == timedelta(seconds=60)


async def test_faults_are_told_apart(fetcher: Fetcher, publisher: Publisher) -> None:
    feed = publisher.feed("/a.xml").add(title="Fire in Sumy")
    feed.will_cut(after=100)
    feed.will_send(b"\0\1 garbage\r\n\r\n")
    feed.will_send(b"HTTP/1.1 200 OK\r\nX-Long: " + b"a" * 100_000 + b"\r\n\r\n")
    feed.will_serve(b" \n ")
    feed.will_serve(b"\x1f\x8bno gzip")
    feed.will_serve(b"<rss/>", headers={"Content-Encoding": "br"})
    feed.will_swell(2**21)
    feed.will_swell(2**27, packed=True)

    errors = [await failure(fetcher, feed.url) for _ in range(8)]

    assert [(error.kind, error.reason) for error in errors] == [
        (Fault.CONNECTION, "the document was cut off"),
        (Fault.SERVER, "the answer is not valid HTTP"),
        (Fault.SERVER, "the answer is not valid HTTP"),
        (Fault.DOCUMENT, "empty document"),
        (Fault.SERVER, "the packed document is damaged"),
        (Fault.SERVER, "the server packed it as 'br', which was not asked for"),
        (Fault.HOSTILE, "larger than 1 MB"),
        (Fault.HOSTILE, "larger than 1 MB"),
    ]
    assert isinstance(await fetcher.fetch(feed.url), Document)


async def test_a_dropped_connection(fetcher: Fetcher, publisher: Publisher) -> None:
    feed = publisher.feed("/a.xml").will_reset(times=None)

    error = await failure(fetcher, feed.url)

    assert error.reason == "the server closed the connection without an answer"
    assert error.transient


async def test_a_body_that_drips_meets_the_deadline(publisher: Publisher) -> None:
    feed = publisher.feed("/a.xml").will_drip()
    fetcher = Fetcher(
        allow_networks=["127.0.0.1/32"],
        patience=Patience(whole=timedelta(milliseconds=200)),
    )

    error = await failure(fetcher, feed.url)
    await fetcher.aclose()

    assert error.reason == "no complete answer within 0.2 s"
    assert error.kind is Fault.TIMEOUT


async def test_a_server_that_falls_silent(publisher: Publisher) -> None:
    feed = publisher.feed("/a.xml").will_wait(asyncio.Event())
    fetcher = Fetcher(
        allow_networks=["127.0.0.1/32"],
        patience=Patience(silence=timedelta(milliseconds=200)),
    )

    error = await failure(fetcher, feed.url)
    await fetcher.aclose()

    assert (error.kind, error.reason) == (Fault.TIMEOUT, "the server fell silent")


@pytest.mark.parametrize(
    ("url", "kind", "reason"),
    [
        ("ftp://127.0.0.1/", Fault.ADDRESS, "not one of http or https"),
        ("file:///etc/passwd", Fault.ADDRESS, "not one of http or https"),
        ("feed.xml", Fault.ADDRESS, "not one of http or https"),
        ("http://", Fault.ADDRESS, "not a valid one"),
        ("http://127.0.0.1:1/", Fault.CONNECTION, "refused the connection"),
        ("http://nowhere.invalid/", Fault.ADDRESS, "no address"),
        ("http://a..b/", Fault.ADDRESS, "not a valid one"),
        ("http://[::1/", Fault.ADDRESS, "not a valid one"),
        ("http://127.0.0.1:99999/", Fault.ADDRESS, "not a valid one"),
    ],
)
async def test_addresses_that_lead_nowhere(
    fetcher: Fetcher, url: str, kind: Fault, reason: str
) -> None:
    error = await failure(fetcher, url)

    assert reason in error.reason
    assert error.kind is kind


async def test_plain_http_on_a_tls_port(fetcher: Fetcher, publisher: Publisher) -> None:
    url = publisher.url("/a.xml").replace("http:", "https:")

    assert (await failure(fetcher, url)).reason.startswith("TLS failed")


async def test_a_password_is_used_and_never_shown(
    fetcher: Fetcher, publisher: Publisher
) -> None:
    feed = publisher.feed("/a.xml").will_fail(401)
    url = feed.url.replace("://", "://ann:secret@")

    error = await failure(fetcher, url)
    document = await fetcher.fetch(url)

    assert publisher.requests[0].headers["Authorization"] == "Basic YW5uOnNlY3JldA=="
    assert "secret" not in f"{error} {error.url}"
    assert isinstance(document, Document)
    assert document.url == feed.url


async def test_validators_stay_with_their_host(
    fetcher: Fetcher, publisher: Publisher
) -> None:
    publisher.feed("/b.xml")
    publisher.feed("/here").will_redirect("/b.xml")
    known = Validators(etag='"x"')

    await fetcher.fetch(publisher.url("/here"), known)
    elsewhere = publisher.url("/b.xml").replace("127.0.0.1", "localhost")
    publisher.feed("/there").will_redirect(elsewhere)
    await fetcher.fetch(publisher.url("/there"), known)

    conditional = ["If-None-Match" in seen.headers for seen in publisher.requests]
    assert conditional == [True, True, True, False]


async def test_a_feed_behind_a_redirect_gets_its_304(
    fetcher: Fetcher, publisher: Publisher
) -> None:
    feed = publisher.feed("/b.xml").add(title="Fire in Sumy")
    elsewhere = feed.url.replace("127.0.0.1", "localhost")
    publisher.feed("/a.xml").will_redirect(elsewhere, 308)

    document = await fetcher.fetch(publisher.url("/a.xml"))
    assert isinstance(document, Document)
    answer = await fetcher.fetch(publisher.url("/a.xml"), document.validators)

    assert isinstance(answer, NotModified)
    assert answer.validators == document.validators
    assert document.validators.host == "localhost"
    assert document.url == document.moved_to == answer.moved_to == elsewhere
    shown = ["If-None-Match" in seen.headers for seen in publisher.requests]
    assert shown == [False, False, False, True]


@pytest.mark.parametrize("packed", [False, True])
async def test_what_breaks_off_in_a_complete_answer_is_asked_for_again(
    fetcher: Fetcher, publisher: Publisher, *, packed: bool
) -> None:
    feed = publisher.feed("/a.xml").add(title="Fire in Sumy").add(title="Fire in Lgov")
    whole = feed.render()
    feed.body = whole[:-60]
    feed.gzip = packed

    cut = await fetcher.fetch(feed.url)
    assert isinstance(cut, Document)
    again = await fetcher.fetch(feed.url, cut.validators, wire_hash=cut.wire_hash)
    feed.body = whole
    healed = await fetcher.fetch(feed.url)

    assert not cut.validators
    assert isinstance(again, Unchanged)
    assert not again.validators
    assert isinstance(healed, Document)
    assert healed.validators.etag


async def test_the_same_bytes_again_are_not_unpacked(
    fetcher: Fetcher, publisher: Publisher
) -> None:
    packed = gzip.compress(b"<rss/>", mtime=0)
    feed = publisher.feed("/a.xml")
    feed.will_serve(packed, headers={"Content-Encoding": "gzip"}, times=3)
    feed.will_serve(packed, headers={"Cache-Control": "max-age=90"}, times=2)
    feed.will_serve(gzip.compress(b"<rss />", mtime=0))

    first = await fetcher.fetch(feed.url)
    assert isinstance(first, Document)
    again = await fetcher.fetch(feed.url, wire_hash=first.wire_hash)
    unasked = await fetcher.fetch(feed.url)
    other_encoding = await fetcher.fetch(feed.url, wire_hash=first.wire_hash)
    assert isinstance(other_encoding, Document)
    fresh = await fetcher.fetch(feed.url, wire_hash=other_encoding.wire_hash)
    changed = await fetcher.fetch(feed.url, wire_hash=first.wire_hash)

    assert first.body == other_encoding.body == b"<rss/>"
    assert again == Unchanged(validators=Validators(host="127.0.0.1"))
    assert isinstance(unasked, Document)
    assert isinstance(fresh, Unchanged)
    assert fresh.max_age == timedelta(seconds=90)
    assert isinstance(changed, Document)


async def test_a_body_without_a_length_has_its_limit_too(
    fetcher: Fetcher, publisher: Publisher
) -> None:
    feed = publisher.feed("/a.xml")
    feed.will_send(b"HTTP/1.1 200 OK\r\n\r\n" + b" " * (2**20 + 1))

    error = await failure(fetcher, feed.url)

    assert (error.kind, error.reason) == (Fault.HOSTILE, "larger than 1 MB")


async def test_a_long_document_is_unpacked_as_well(
    fetcher: Fetcher, publisher: Publisher
) -> None:
    body = b"<rss>" + random.Random(3).randbytes(200_000).hex().encode() + b"</rss>"
    feed = publisher.feed("/a.xml")
    feed.will_serve(gzip.compress(body), headers={"Content-Encoding": "gzip"})

    document = await fetcher.fetch(feed.url)

    assert isinstance(document, Document)
    assert document.body == body


async def test_an_address_is_asked_for_as_it_is_written(
    fetcher: Fetcher, publisher: Publisher
) -> None:
    written = "/a%2Fb/../c?sign=%d1%2f+x&next=http://h/"
    publisher.feed("/to").will_redirect(f"{written}&y= ї")

    for path in (written, "/to"):
        await failure(fetcher, publisher.url(path))

    asked = [seen.path for seen in publisher.requests]
    assert asked == [written, "/to", f"/c?{written.partition('?')[2]}&y=%20%D1%97"]


async def test_a_loss_of_tls_is_told_once(
    fetcher: Fetcher, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", logger="bot.poll.fetch")
    way = Way(parse_address("https://a.example/"), Validators())
    way.follow(301, {"location": "http://a.example/"})

    fetcher._note_downgrade(way)
    fetcher._note_downgrade(way)

    assert caplog.messages == ["a redirect leads from https to http: a.example"]
