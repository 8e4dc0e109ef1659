import socket

import pytest

from bot.poll.guard import (
    BlockedAddressError,
    find_host_objection,
    find_objection,
    guarded_sockets,
    is_public,
    parse_networks,
)

LOOPBACK = parse_networks(["127.0.0.2/32"])


@pytest.mark.parametrize(
    "address",
    [
        "8.8.8.8",
        "192.0.1.1",
        "172.32.0.1",
        "2a00:1450:4001:81b::200e",
        "::ffff:8.8.8.8",
        "64:ff9b::808:808",
        "2002:808:808::1",
    ],
)
def test_public_addresses_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "127.0.0.1",
        "127.255.255.254",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::7f00:1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "3fff::1",
        "5f00::1",
        "fc00::1",
        "fd12::1",
        "fe80::1",
        "fe80::1%eth0",
        "fec0::1",
        "ff02::1",
    ],
)
def test_every_other_network_is_not(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["127.0.0.2", "::ffff:127.0.0.2", "64:ff9b::7f00:2"])
def test_an_allowed_network_is_allowed_on_any_port(address: str) -> None:
    assert is_public(address, LOOPBACK)
    assert find_objection(address, 1, LOOPBACK) is None


def test_an_allowed_network_allows_no_other() -> None:
    assert find_objection("127.0.0.3", 80, LOOPBACK) is not None


@pytest.mark.parametrize(("port", "blocked"), [(80, False), (8443, False), (22, True)])
def test_strangers_are_asked_on_web_ports_only(port: int, *, blocked: bool) -> None:
    objection = find_objection("8.8.8.8", port)

    assert (objection is not None) is blocked


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "LOCALHOST.",
        "metadata.google.internal",
        "printer.local",
        "127.0.0.1",
        "127.1",
        "2130706433",
        "0x7f.1",
        "0177.0.0.1",
        "[::1]",
        "0",
    ],
)
def test_spellings_of_this_machine_are_not_passed_to_a_proxy(host: str) -> None:
    assert find_host_objection(host, 80) is not None


@pytest.mark.parametrize(
    "host", ["example.org", "8.8.8.8", "сайт.укр", "a..b", "one.4you", "1.2.3.4.5"]
)
def test_other_names_are_the_proxys_to_judge(host: str) -> None:
    assert find_host_objection(host, 80) is None


def test_a_socket_is_made_for_an_allowed_address_only() -> None:
    make = guarded_sockets(LOOPBACK)
    kind = (socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP, "")

    make((*kind, ("127.0.0.2", 5000))).close()
    with pytest.raises(BlockedAddressError) as caught:
        make((*kind, ("127.0.0.1", 80)))

    assert caught.value.address == "127.0.0.1"
    assert isinstance(caught.value, OSError)


def test_a_network_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="does not appear"):
        parse_networks(["loopback"])
