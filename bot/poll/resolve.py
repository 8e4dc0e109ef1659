"""Resolves host names for the connector: in threads of our own, each answer judged."""

import asyncio
import socket
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

from aiohttp.abc import AbstractResolver, ResolveResult

from bot.poll.guard import BlockedAddressError, Network, find_answer_objection

# A dead name holds its thread for as long as the system's resolver tries, half a minute.
# In asyncio's own few threads a handful of such names would stop the database too.
THREADS = 64

Answers = Sequence[tuple[int, int, int, str, tuple[str | int, ...] | tuple[int, bytes]]]
Lookup = Callable[[str, int, int], Answers]


def look_up(host: str, port: int, family: int) -> Answers:
    """Return the system's answer for `host` (blocking).

    Raises:
        OSError: There is none.
    """
    return socket.getaddrinfo(
        host, port, family, socket.SOCK_STREAM, flags=socket.AI_ADDRCONFIG
    )


class Resolver(AbstractResolver):
    """Gives each connection one answer, and none that mixes public and private addresses.

    Args:
        allow_networks: May be asked although not public; None to judge nothing, for what
            connects to a proxy only.
        lookup: Asks the system.
    """

    def __init__(
        self, allow_networks: Sequence[Network] | None, lookup: Lookup = look_up
    ) -> None:
        """Start no thread yet."""
        self._allow_networks = allow_networks
        self._lookup = lookup
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="resolver")

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """Return the addresses of `host`.

        Raises:
            OSError: It has none, or must not be asked.
        """
        answers = await asyncio.get_running_loop().run_in_executor(
            self._threads, self._lookup, host, port, family
        )
        found = [
            ResolveResult(
                hostname=host,
                host=_numeric(where),
                port=port,
                family=kind,
                proto=protocol,
                flags=socket.AI_NUMERICHOST | socket.AI_NUMERICSERV,
            )
            for kind, _, protocol, _, where in answers
            if kind in {socket.AF_INET, socket.AF_INET6}
        ]
        if self._allow_networks is not None:
            addresses = [each["host"] for each in found]
            objection = find_answer_objection(addresses, self._allow_networks)
            if objection is not None:
                raise BlockedAddressError(", ".join(addresses), objection)
        return found

    async def close(self) -> None:
        """Wait for no lookup that still runs."""
        self._threads.shutdown(wait=False, cancel_futures=True)


def _numeric(where: tuple[str | int, ...] | tuple[int, bytes]) -> str:
    """Return the address without its zone: a link-local one is not public anyway."""
    return str(where[0]).partition("%")[0]
