import pytest

from bot.domain.errors import Fault
from bot.domain.feeds import Validators
from bot.poll.address import parse_address
from bot.poll.reasons import FailedError
from bot.poll.redirects import MAX_REDIRECTS, Way

KNOWN = Validators(etag='"x"', host="b.example")


def go(*hops: tuple[int, str], first: str = "https://a.example/rss") -> Way:
    way = Way(parse_address(first), KNOWN)
    for status, location in hops:
        way.follow(status, {"location": location})
    return way


@pytest.mark.parametrize(
    ("hops", "moved_to"),
    [
        ([], None),
        ([(301, "/new")], "https://a.example/new"),
        ([(308, "//b.example/x"), (301, "?y=%d1")], "https://b.example/x?y=%d1"),
        ([(301, "/new"), (302, "/today")], None),
        ([(307, "/today"), (301, "/new")], None),
    ],
)
def test_only_permanent_redirects_move_a_feed(
    hops: list[tuple[int, str]], moved_to: str | None
) -> None:
    assert go(*hops).moved_to() == moved_to


def test_validators_are_shown_to_their_host_on_whichever_hop() -> None:
    way = go()
    assert way.validators() == Validators()

    way.follow(302, {"location": "http://b.example:8080/x"})
    assert way.validators() == KNOWN


def test_validators_of_no_host_are_the_first_ones() -> None:
    way = Way(parse_address("http://a.example/"), Validators(etag='"x"'))

    assert way.validators().etag == '"x"'
    way.follow(302, {"location": "http://b.example/"})
    assert way.validators() == Validators()


@pytest.mark.parametrize(
    ("location", "kept"),
    [
        ("/x", True),
        ("https://a.example/x", True),
        ("http://a.example/x", False),
        ("https://a.example:443/x", True),
        ("https://a.example:8443/x", False),
        ("https://b.example/x", False),
    ],
)
def test_a_password_stays_with_its_host_and_is_never_sent_in_clear_text(
    location: str, *, kept: bool
) -> None:
    way = go((302, location), first="https://ann:secret@a.example/")

    assert bool(way.here.authorization) is kept
    assert "secret" not in str(way.here.url)


def test_a_loss_of_tls_is_noticed() -> None:
    assert go((302, "http://a.example/")).downgraded
    assert not go((302, "https://b.example/")).downgraded


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("", "does not say where to go (status 302)"),
        ("file:///etc/passwd", "not one of http or https: file"),
        ("javascript:alert(1)", "not one of http or https: javascript"),
        ("http://[::1/", "not a valid one"),
        ("http://a..b/", "not a valid one"),
        ("https://a.example/rss#again", "circle"),
    ],
)
def test_redirects_to_nowhere(location: str, reason: str) -> None:
    with pytest.raises(FailedError) as caught:
        go((302, location))

    assert reason in caught.value.reason
    assert caught.value.kind is Fault.REDIRECT
    assert caught.value.transient


def test_redirects_end() -> None:
    way = go(*((302, f"/{number}") for number in range(MAX_REDIRECTS)))

    with pytest.raises(FailedError, match="more than 5 redirects"):
        way.follow(302, {"location": "/on"})


@pytest.mark.parametrize(
    ("first", "location", "kept"),
    [
        ("http://u:p@a.example/", "https://a.example/", True),
        ("http://u:p@a.example:8080/", "/x", True),
        ("http://u:p@a.example:8080/", "https://a.example/", False),
        ("http://u:p@a.example/", "http://a.example:8080/", False),
    ],
)
def test_a_password_is_not_for_another_port(
    first: str, location: str, *, kept: bool
) -> None:
    assert bool(go((302, location), first=first).here.authorization) is kept
