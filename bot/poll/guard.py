"""Which addresses a feed may be fetched from.

A feed's address is text from outside, and so is each redirect: without a guard, a feed
could read what only this machine can reach (server-side request forgery). The check sits
where the socket is made, so it sees the very address that is connected to: neither odd
spellings (``127.1``, ``2130706433``) nor a name that resolves differently the second time
get past it. Where the name is resolved (resolve.py), a name with a public and a private
address is refused as a whole, for no publisher has one.
"""

import socket
from collections.abc import Callable, Iterable, Sequence
from errno import EACCES
from functools import lru_cache
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)
from typing import Any

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network
AddressInfo = tuple[
    int | socket.AddressFamily, int | socket.SocketKind, int, str, tuple[Any, ...]
]
Sockets = Callable[[AddressInfo], socket.socket]

# What web servers listen on; any other port of a stranger is not a feed but a probe.
PUBLIC_PORTS = frozenset({80, 443, 8080, 8443})

# IANA special-purpose registries. `is_global` is no substitute: Python 3.11 to 3.13 differ
# on 192.0.0.0/24 and 64:ff9b:1::/48, and all call fec0::/10 and multicast global.
_NOT_PUBLIC_4 = tuple(
    map(
        IPv4Network,
        (
            "0.0.0.0/8",  # this network
            "10.0.0.0/8",
            "100.64.0.0/10",  # carrier-grade NAT
            "127.0.0.0/8",
            "169.254.0.0/16",  # link-local, and the metadata service of clouds
            "172.16.0.0/12",
            "192.0.0.0/24",  # IETF protocol assignments
            "192.0.2.0/24",  # documentation
            "192.88.99.0/24",  # 6to4 relays, withdrawn
            "192.168.0.0/16",
            "198.18.0.0/15",  # benchmarks
            "198.51.100.0/24",  # documentation
            "203.0.113.0/24",  # documentation
            "224.0.0.0/4",  # multicast
            "240.0.0.0/4",  # reserved, and broadcast
        ),
    )
)
# Of IPv6 only global unicast is public: loopback, mapped, unique local, link-local,
# site-local, multicast and local NAT64 all lie outside of it.
_GLOBAL_6 = IPv6Network("2000::/3")
_NOT_PUBLIC_6 = tuple(
    map(
        IPv6Network,
        (
            "2001::/23",  # IETF protocol assignments, Teredo among them
            "2001:db8::/32",  # documentation
            "2002::/16",  # 6to4: judged by the IPv4 address inside
            "3fff::/20",  # documentation
        ),
    )
)
_NAT64 = IPv6Network("64:ff9b::/96")


class BlockedAddressError(OSError):
    """The address must not be connected to.

    An OSError, so that the connector tries the host's other addresses. Its text does not
    name the address: of several equal texts the connector keeps one error, with its type.
    """

    def __init__(self, address: str, reason: str) -> None:
        """Remember the address, for the log."""
        super().__init__(EACCES, reason)
        self.address = address
        self.reason = reason


def parse_networks(networks: Iterable[str | Network]) -> tuple[Network, ...]:
    """Return the networks of FEED_ALLOW_NETWORKS.

    Raises:
        ValueError: One of them is not a network in CIDR form.
    """
    return tuple(ip_network(each) if isinstance(each, str) else each for each in networks)


def is_public(address: str | Address, allow_networks: Sequence[Network] = ()) -> bool:
    """Return whether `address` is public, or lies inside `allow_networks`."""
    known = _parse_address(address)
    inner = _embedded(known)
    return (
        _is_inside(known, allow_networks)
        or _is_inside(inner, allow_networks)
        or _is_global(inner)
    )


@lru_cache(maxsize=4_096)  # asked twice at each poll, and the same of each feed
def find_objection(
    address: str | Address, port: int, allow_networks: Sequence[Network] = ()
) -> str | None:
    """Return why `address` and `port` must not be connected to, or None if they may."""
    known = _parse_address(address)
    inner = _embedded(known)
    if _is_inside(known, allow_networks) or _is_inside(inner, allow_networks):
        return None
    if not _is_global(inner):
        return "blocked address: it is not public and FEED_ALLOW_NETWORKS does not allow it"
    if port not in PUBLIC_PORTS:
        return "blocked port: of public servers only 80, 443, 8080 and 8443 are asked"
    return None


def find_host_objection(
    host: str, port: int, allow_networks: Sequence[Network] = ()
) -> str | None:
    """Return why `host` must not be asked through a proxy, as far as its text tells.

    A proxy resolves names itself, so of names only those that never leave a machine or a
    network are refused; the rest is the proxy's duty.
    """
    name = host.strip("[]").rstrip(".").casefold()
    if name.rpartition(".")[2] in {"localhost", "local", "internal"}:
        return "blocked address: a name of this machine or network"
    return find_literal_objection(name, port, allow_networks)


def find_literal_objection(
    host: str, port: int, allow_networks: Sequence[Network] = ()
) -> str | None:
    """Return why the address that `host` spells must not be asked; None for a name."""
    name = host.strip("[]").rstrip(".")
    if ":" not in name and not name.rpartition(".")[2][:1].isdigit():
        return None  # no spelling of an address ends so; parsing would cost 17 us
    try:
        return find_objection(name, port, allow_networks)
    except ValueError:
        pass
    try:
        # the C library's reading, with its octal, hexadecimal and short spellings
        return find_objection(IPv4Address(socket.inet_aton(name)), port, allow_networks)
    except (OSError, UnicodeError):
        return None


def find_answer_objection(
    addresses: Iterable[str], allow_networks: Sequence[Network] = ()
) -> str | None:
    """Return why one DNS answer must not be used, or None if it may.

    A public address beside a private one is an attempt to have the private one connected
    to when the other fails.
    """
    found = [_parse_address(each) for each in addresses]
    blocked = any(not is_public(each, allow_networks) for each in found)
    if blocked and any(_is_global(_embedded(each)) for each in found):
        return "blocked address: the name has public and private addresses"
    return None


def guarded_sockets(allow_networks: Sequence[Network]) -> Sockets:
    """Return a socket factory for aiohttp's connector that refuses before connecting."""

    def make(info: AddressInfo) -> socket.socket:
        family, kind, protocol, _, where = info
        objection = find_objection(str(where[0]), int(where[1]), allow_networks)
        if objection is not None:
            raise BlockedAddressError(str(where[0]), objection)
        return socket.socket(family, kind, protocol)

    return make


def _parse_address(address: str | Address) -> Address:
    if isinstance(address, str):
        return ip_address(address.partition("%")[0])  # a zone: fe80::1%eth0
    return address


def _embedded(address: Address) -> Address:
    """Return the IPv4 address inside a mapped, 6to4 or NAT64 one, else `address`."""
    if isinstance(address, IPv4Address):
        return address
    inner = address.ipv4_mapped or address.sixtofour
    if inner is None and address in _NAT64:
        inner = IPv4Address(int(address) & 0xFFFFFFFF)
    return inner or address


def _is_global(address: Address) -> bool:
    if isinstance(address, IPv4Address):
        return not _is_inside(address, _NOT_PUBLIC_4)
    return address in _GLOBAL_6 and not _is_inside(address, _NOT_PUBLIC_6)


def _is_inside(address: Address, networks: Iterable[Network]) -> bool:
    return any(address in network for network in networks)
