"""Fetches one feed document: conditional, bounded in time and size, guarded, polite.

aiohttp itself, for a poll that changes nothing costs little else (docs/adr/0008). One call
of `fetch` is a chain of requests: redirects, and other headers where ours are refused. Each
request waits for its turn at its own host.
"""

import logging
import time
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from typing import TypedDict

import aiohttp

from bot.domain.errors import Fault, FetchError
from bot.domain.feeds import Document, NotModified, Postponed, Unchanged, Validators
from bot.domain.hosts import site
from bot.poll.address import Address, NotWebAddressError, parse_address, without_user
from bot.poll.body import hash_wire, is_cut_off, read_raw, unpack
from bot.poll.courtesy import Courtesy, Limits
from bot.poll.deadline import Deadline
from bot.poll.guard import (
    Network,
    find_host_objection,
    find_literal_objection,
    guarded_sockets,
    parse_networks,
)
from bot.poll.headers import join_headers, parse_date, parse_max_age, read_validators
from bot.poll.profiles import in_order
from bot.poll.reasons import FailedError, describe, describe_status
from bot.poll.redirects import REDIRECTS, Way
from bot.poll.resolve import Lookup, Resolver, look_up
from bot.poll.transport import Patience, Transport, trusted
from bot.poll.trip import Trip

log = logging.getLogger(__name__)

MAX_BYTES = 8 * 2**20  # of the document, unpacked; feeds with 2,000 entries stay below
MAX_DOWNGRADED = 1000  # hosts remembered, so that each is told of once
_DOCUMENTS = frozenset({200, 203})
_NOT_MODIFIED = 304

Fetched = Document | NotModified | Unchanged | Postponed


class Fetcher:
    """The HTTP client for feeds; one for the life of the process.

    Args:
        allow_networks: Networks in CIDR form that may be asked although not public.
        proxy: A proxy's URL; the proxy itself may stand anywhere.
        patience: How long a fetch may take.
        max_bytes: Of a document, packed or unpacked.
        limits: Of requests at once.
        clock: Seconds, for how long a site is left alone.
        lookup: Resolves host names.
    """

    def __init__(
        self,
        *,
        allow_networks: Iterable[str | Network] = (),
        proxy: str | None = None,
        patience: Patience = Patience(),  # noqa: B008  # frozen
        max_bytes: int = MAX_BYTES,
        limits: Limits = Limits(),  # noqa: B008  # frozen
        clock: Callable[[], float] = time.monotonic,
        lookup: Lookup = look_up,
    ) -> None:
        """Keep the limits; connections are made by the first fetch."""
        self._allow_networks = parse_networks(allow_networks)
        self._proxied = bool(proxy)
        self._resolver = Resolver(None if proxy else self._allow_networks, lookup)
        self._transport = Transport(
            tls=trusted(),
            patience=patience,
            resolver=self._resolver,
            sockets=None if proxy else guarded_sockets(self._allow_networks),
            proxy=proxy or None,
        )
        self._max_bytes = max_bytes
        self._courtesy = Courtesy(limits, clock=clock)
        self._downgraded: set[str] = set()
        self._opened: aiohttp.ClientSession | None = None

    async def fetch(
        self,
        url: str,
        validators: Validators = Validators(),  # noqa: B008  # frozen
        *,
        now: datetime | None = None,
        wire_hash: str | None = None,
        profile: int = 0,
    ) -> Fetched:
        """Return the document at `url`, or that there is no new one.

        `Unchanged` comes only for a `wire_hash`, and `Postponed` only after the site named
        a time to come back.

        Args:
            url: Of the feed, http or https; a user name and password in it are used.
            validators: Of the document that we have; shown only to the host they are of.
            now: Only to read a ``Retry-After`` date of a server that sends no ``Date``.
            wire_hash: Of the document that we have.
            profile: The header profile that was answered last.

        Raises:
            FetchError: There is no document; `reason` says why, without any password.
        """
        try:
            return await self._travel(
                parse_address(url),
                validators,
                now=now,
                wire_hash=wire_hash,
                profile=profile,
            )
        except FailedError as failure:
            raise _error(url, failure) from failure
        except NotWebAddressError as error:
            refusal = FailedError(Fault.ADDRESS, str(error), transient=False)
            raise _error(url, refusal) from error
        except (
            aiohttp.ClientError,
            OSError,
            ValueError,  # yarl's and idna's word for an address that cannot be
        ) as error:
            raise _error(url, describe(error)) from error

    async def aclose(self) -> None:
        """Close every connection."""
        if self._opened is not None:
            await self._opened.close()
        await self._resolver.close()

    async def _travel(
        self,
        first: Address,
        validators: Validators,
        *,
        now: datetime | None,
        wire_hash: str | None,
        profile: int,
    ) -> Fetched:
        profiles = in_order(profile)
        trip = Trip(
            way=Way(first, validators),
            profiles=profiles,
            profile=next(profiles),
            wire_hash=wire_hash,
            now=now,
            deadline=Deadline(self._transport.patience.whole),
        )
        while True:
            self._check(trip.way.here)
            ticket = await self._courtesy.enter(trip.way.here.server)
            if isinstance(ticket, Postponed):
                return ticket
            try:
                async with trip.deadline:
                    result = await self._ask(trip)
            finally:
                self._courtesy.leave(ticket)
            if result is not None:
                return result

    def _check(self, address: Address) -> None:
        """Refuse what the address alone tells; the guard at the socket sees the rest."""
        find = find_host_objection if self._proxied else find_literal_objection
        objection = find(address.host, address.port, self._allow_networks)
        if objection is not None:
            raise FailedError(Fault.BLOCKED, f"{objection} ({address.host})")

    async def _ask(self, trip: Trip) -> Document | NotModified | Unchanged | None:
        """Make one request; None says that another one must follow."""
        try:
            return await self._ask_once(trip)
        except aiohttp.ClientResponseError as error:
            if not trip.ask_for_the_whole(error):
                raise
            return None

    async def _ask_once(self, trip: Trip) -> Document | NotModified | Unchanged | None:
        request = trip.headers()
        here = trip.way.here
        async with self._session().get(
            here.url, headers=request, allow_redirects=False
        ) as response:
            status, headers = response.status, join_headers(response.headers.items())
            if status in _DOCUMENTS:
                return await self._receive(trip, response, headers)
            known = trip.way.validators()
            if status == _NOT_MODIFIED and known != Validators():
                return NotModified(**_said(trip, headers, known))
        if status in REDIRECTS:
            trip.way.follow(status, headers)
            self._note_downgrade(trip.way)
            return None
        failure = describe_status(status, headers, trip.now)
        if failure.retry_after is not None:
            reason = f"{site(here.host)} asked for a pause (status {status})"
            self._courtesy.close(here.server, failure.retry_after, reason)
            failure.site = site(here.server)
        elif trip.try_another_profile(status):
            return None
        raise failure

    async def _receive(
        self, trip: Trip, response: aiohttp.ClientResponse, headers: Mapping[str, str]
    ) -> Document | Unchanged:
        raw = await read_raw(response, self._max_bytes)
        encoding = headers.get("content-encoding", "").strip().lower()
        wire_hash = hash_wire(raw, encoding)
        said = _said(trip, headers, Validators())
        is_same = wire_hash == trip.wire_hash
        if is_same and (trip.way.validators() or not said["validators"]):
            return Unchanged(**said)
        body = await unpack(raw, encoding, self._max_bytes)
        # What is cut off lacks the rest; a 304 that nobody can read is not asked for again.
        if trip.is_whole or is_cut_off(body):
            said["validators"] = Validators(host=trip.way.here.host)
        if is_same:
            return Unchanged(**said)
        content_type = headers.get("content-type")
        return Document(
            url=str(trip.way.here.url),
            body=body,
            content_type=content_type and content_type.encode(errors="replace").decode(),
            wire_hash=wire_hash,
            served_at=parse_date(headers.get("date", "")),
            **said,
        )

    def _note_downgrade(self, way: Way) -> None:
        """Say once for each host that a redirect gave up TLS."""
        host = way.here.host
        if not way.downgraded or host in self._downgraded:
            return
        if len(self._downgraded) < MAX_DOWNGRADED:
            self._downgraded.add(host)
        log.info("a redirect leads from https to http: %s", host)

    def _session(self) -> aiohttp.ClientSession:
        if self._opened is None:
            self._opened = self._transport.open()
        return self._opened


class _Said(TypedDict):
    """The fields of `Answer`."""

    validators: Validators
    max_age: timedelta | None
    moved_to: str | None
    profile: int


def _said(trip: Trip, headers: Mapping[str, str], known: Validators) -> _Said:
    return {
        "validators": read_validators(headers, trip.way.here.host, known),
        "max_age": parse_max_age(headers),
        "moved_to": trip.way.moved_to(),
        "profile": trip.profile,
    }


def _error(url: str, failure: FailedError) -> FetchError:
    return FetchError(
        without_user(url),
        failure.reason,
        kind=failure.kind,
        transient=failure.transient,
        retry_after=failure.retry_after,
        site=failure.site,
    )
