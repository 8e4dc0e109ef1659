import socket

import pytest

from bot.poll.guard import BlockedAddressError, parse_networks
from bot.poll.resolve import Answers, Resolver

LOOPBACK = parse_networks(["127.0.0.0/8"])


def answering(*addresses: str) -> Resolver:
    def look_up(_host: str, port: int, _family: int) -> Answers:
        return [
            (
                socket.AF_INET6 if ":" in each else socket.AF_INET,
                socket.SOCK_STREAM,
                socket.IPPROTO_TCP,
                "",
                (each, port),
            )
            for each in addresses
        ]

    return Resolver(LOOPBACK, look_up)


async def addresses(resolver: Resolver) -> list[str]:
    try:
        return [each["host"] for each in await resolver.resolve("a.example", 80)]
    finally:
        await resolver.close()


@pytest.mark.parametrize(
    "answer",
    [
        ("8.8.8.8", "2a00:1450:4001:81b::200e"),
        ("127.0.0.1", "8.8.8.8"),  # allowed, so not private to us
        ("::1", "127.0.0.1"),  # localhost; the guard at the socket refuses ::1
    ],
)
async def test_answers_of_one_kind_are_used(answer: tuple[str, ...]) -> None:
    assert await addresses(answering(*answer)) == list(answer)


@pytest.mark.parametrize(
    "private", ["10.0.0.1", "::1", "::ffff:10.0.0.1", "fe80::1%eth0", "169.254.169.254"]
)
async def test_an_answer_that_mixes_is_refused_as_a_whole(private: str) -> None:
    with pytest.raises(BlockedAddressError, match="public and private"):
        await addresses(answering("8.8.8.8", private))


async def test_for_a_proxy_nothing_is_judged() -> None:
    resolver = Resolver(None, answering("8.8.8.8", "10.0.0.1")._lookup)

    assert await addresses(resolver) == ["8.8.8.8", "10.0.0.1"]


async def test_the_system_knows_this_machine() -> None:
    resolver = Resolver(LOOPBACK)

    found = await resolver.resolve("localhost", 80)
    await resolver.close()

    assert {each["host"] for each in found} & {"127.0.0.1", "::1"}
