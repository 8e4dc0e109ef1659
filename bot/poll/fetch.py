"""Fetches one feed document: conditional, bounded in time and size, guarded.

httpx on aiohttp's connector: the same client API without the cost of httpx's own pool,
which grows with its connections (encode/httpx#3215), and a socket factory for the guard.
"""

import asyncio
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from http.cookiejar import CookieJar, DefaultCookiePolicy

import aiohttp
import httpx
from httpx_aiohttp import AiohttpTransport

from bot.domain.errors import FetchError
from bot.domain.model import Document, NotModified, Validators
from bot.poll.guard import Network, find_host_objection, guarded_sockets, parse_networks
from bot.poll.headers import parse_max_age, parse_retry_after
from bot.poll.inflate import DamagedError, TooLargeError, inflate
from bot.poll.reasons import describe

USER_AGENT = "Tocsin/0.1 (feed reader)"
ACCEPT = (
    "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml,"
    " application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.1"
)
DEADLINE = timedelta(seconds=30)  # for all: name, connection, redirects and body
MAX_BYTES = 8 * 2**20  # of the document, unpacked; feeds with 2,000 entries stay below
MAX_REDIRECTS = 5
MAX_HEADER = 2**16  # of one line; security policies alone are longer than aiohttp's 8 kB
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PAUSING = frozenset({403, 429, 503})  # statuses that come with Retry-After


@dataclass(frozen=True, slots=True, kw_only=True)
class _Hop:
    """One request of a chain of redirects; `url` carries no user name."""

    url: httpx.URL
    auth: httpx.BasicAuth | None
    validators: Validators


class Fetcher:
    """The HTTP client for feeds; one for the life of the process.

    It bounds each request, not their number: that is for the caller to do.

    Args:
        allow_networks: Networks in CIDR form that may be asked although not public.
        proxy: A proxy's URL; the proxy itself may stand anywhere.
        user_agent: How we introduce ourselves.
        deadline: For one fetch with all its redirects.
        max_bytes: Of a document, packed or unpacked.
    """

    def __init__(
        self,
        *,
        allow_networks: Iterable[str | Network] = (),
        proxy: str | None = None,
        user_agent: str = USER_AGENT,
        deadline: timedelta = DEADLINE,
        max_bytes: int = MAX_BYTES,
    ) -> None:
        """Keep the limits; connections are made by the first fetch."""
        self._allow_networks = parse_networks(allow_networks)
        self._proxied = bool(proxy)
        self._deadline = deadline
        self._max_bytes = max_bytes
        self._tls = httpx.create_ssl_context()
        self._client = httpx.AsyncClient(
            transport=AiohttpTransport(
                verify=self._tls,
                client=self._make_session,
                proxy=httpx.Proxy(proxy) if proxy else None,
            ),
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=())),
            timeout=None,  # noqa: S113  # the deadline of `fetch` is over all of it
            trust_env=False,
            headers={
                "User-Agent": user_agent,
                "Accept": ACCEPT,
                "Accept-Encoding": "gzip, deflate",
            },
        )

    def _make_session(self) -> aiohttp.ClientSession:
        sockets = None if self._proxied else guarded_sockets(self._allow_networks)
        return aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=0, ssl=self._tls, socket_factory=sockets),
            cookie_jar=aiohttp.DummyCookieJar(),
            max_line_size=MAX_HEADER,
            max_field_size=MAX_HEADER,
        )

    async def fetch(
        self,
        url: str,
        validators: Validators = Validators(),  # noqa: B008  # frozen
        *,
        now: datetime | None = None,
    ) -> Document | NotModified:
        """Return the document at `url`, or that it did not change since `validators`.

        Args:
            url: Of the feed, http or https; a user name and password in it are used.
            validators: Of the document that we have; not shown to another host.
            now: Only to read a ``Retry-After`` date of a server that sends no ``Date``.

        Raises:
            FetchError: There is no document; `reason` says why, without any password.
        """
        shown = _without_user(url)
        try:
            async with asyncio.timeout(self._deadline.total_seconds()):
                return await self._follow(url, shown, validators, now)
        except TimeoutError as error:
            seconds = f"{self._deadline.total_seconds():g}"
            reason = f"no complete answer within {seconds} s"
            raise FetchError(shown, reason, transient=True) from error
        except (TooLargeError, DamagedError) as error:
            reason = str(error) or f"larger than {self._max_bytes / 2**20:g} MB"
            raise FetchError(shown, reason, transient=True) from error
        except (
            httpx.HTTPError,
            httpx.InvalidURL,
            httpx.StreamError,
            aiohttp.ClientError,
            OSError,
            ValueError,  # yarl's and idna's word for an address that cannot be
        ) as error:
            raise FetchError(shown, describe(error), transient=True) from error

    async def aclose(self) -> None:
        """Close every connection."""
        await self._client.aclose()

    async def _follow(
        self, url: str, shown: str, validators: Validators, now: datetime | None
    ) -> Document | NotModified:
        hop = _first_hop(url, validators)
        seen: set[httpx.URL] = set()
        while len(seen) <= MAX_REDIRECTS:
            self._check(hop.url, shown)
            if hop.url in seen:
                raise FetchError(shown, "the redirects run in a circle", transient=True)
            seen.add(hop.url)
            result = await self._ask(hop, shown, now)
            if not isinstance(result, _Hop):
                return result
            hop = result
        raise FetchError(shown, f"more than {MAX_REDIRECTS} redirects", transient=True)

    def _check(self, url: httpx.URL, shown: str) -> None:
        if url.scheme not in {"http", "https"} or not url.host:
            reason = f"the address is not one of http or https: {url.scheme or 'none'}"
            raise FetchError(shown, reason, transient=False)
        if self._proxied:
            port = url.port or {"http": 80, "https": 443}[url.scheme]
            objection = find_host_objection(url.host, port, self._allow_networks)
            if objection is not None:
                raise FetchError(shown, objection, transient=True)

    async def _ask(
        self, hop: _Hop, shown: str, now: datetime | None
    ) -> Document | NotModified | _Hop:
        headers = {
            name: value
            for name, value in (
                ("If-None-Match", hop.validators.etag),
                ("If-Modified-Since", hop.validators.last_modified),
            )
            if value
        }
        async with self._client.stream(
            "GET", hop.url, headers=headers, auth=hop.auth
        ) as answer:
            if answer.status_code in _REDIRECTS:
                return _next_hop(hop, answer, shown)
            if answer.status_code == httpx.codes.NOT_MODIFIED and headers:
                return NotModified(
                    validators=_updated(hop.validators, answer),
                    max_age=parse_max_age(answer.headers),
                )
            if answer.status_code not in {
                httpx.codes.OK,
                httpx.codes.NON_AUTHORITATIVE_INFORMATION,
            }:
                raise _refusal(answer, shown, now)
            body = await self._read(answer)
            if not body.strip():
                raise FetchError(shown, "empty document", transient=True)
            return Document(
                url=str(hop.url),
                body=body,
                content_type=answer.headers.get("content-type"),
                validators=_updated(Validators(), answer),
                max_age=parse_max_age(answer.headers),
            )

    async def _read(self, answer: httpx.Response) -> bytes:
        length = answer.headers.get("content-length", "")
        if re.fullmatch(r"\d{1,18}", length, re.ASCII) and int(length) > self._max_bytes:
            raise TooLargeError
        raw = bytearray()
        async for chunk in answer.aiter_raw():
            raw += chunk
            if len(raw) > self._max_bytes:
                raise TooLargeError
        return inflate(bytes(raw), answer.headers.get("content-encoding"), self._max_bytes)


def _first_hop(url: str, validators: Validators) -> _Hop:
    parsed = httpx.URL(url.strip())
    auth = httpx.BasicAuth(parsed.username, parsed.password) if parsed.userinfo else None
    return _Hop(url=_clean(parsed), auth=auth, validators=validators)


def _next_hop(hop: _Hop, answer: httpx.Response, shown: str) -> _Hop:
    location = answer.headers.get("location", "").strip()
    if not location:
        reason = f"status {answer.status_code} does not say where to go"
        raise FetchError(shown, reason, transient=True)
    target = hop.url.join(location)
    new = _first_hop(str(target), hop.validators)
    if new.url.host != hop.url.host:
        return replace(new, validators=Validators())
    upgraded = new.url.scheme in {hop.url.scheme, "https"}
    return replace(new, auth=new.auth or (hop.auth if upgraded else None))


def _clean(url: httpx.URL) -> httpx.URL:
    return url.copy_with(username=None, password=None, fragment=None)


def _without_user(url: str) -> str:
    """Return `url` as it may be shown and logged."""
    scheme, separator, rest = url.strip().partition("://")
    authority, slash, path = rest.partition("/")
    return f"{scheme}{separator}{authority.rpartition('@')[2]}{slash}{path}"


def _updated(validators: Validators, answer: httpx.Response) -> Validators:
    return Validators(
        etag=answer.headers.get("etag") or validators.etag,
        last_modified=answer.headers.get("last-modified") or validators.last_modified,
    )


def _refusal(answer: httpx.Response, shown: str, now: datetime | None) -> FetchError:
    status = answer.status_code
    known = {
        httpx.codes.UNAUTHORIZED: "asks for a password",
        httpx.codes.FORBIDDEN: "refuses us",
        httpx.codes.NOT_FOUND: "knows no such document",
        httpx.codes.GONE: "says that the feed is gone for good",
        httpx.codes.TOO_MANY_REQUESTS: "is asked too often",
        httpx.codes.NOT_MODIFIED: "says unchanged, but we have nothing yet",
    }
    what = (
        "has a fault" if status >= httpx.codes.INTERNAL_SERVER_ERROR else "sent no document"
    )
    return FetchError(
        shown,
        f"the server {known.get(httpx.codes(status), what) if status in known else what}"
        f" (status {status})",
        transient=status != httpx.codes.GONE,
        retry_after=parse_retry_after(answer.headers, now) if status in _PAUSING else None,
    )
