import pytest

from bot import __version__
from bot.poll.profiles import PROFILES, in_order


def test_the_first_profile_says_who_asks() -> None:
    assert PROFILES[0]["User-Agent"].startswith(f"Tocsin/{__version__} ")
    assert "application/rss+xml" in PROFILES[0]["Accept"]


def test_each_profile_asks_only_for_what_is_unpacked() -> None:
    assert {each["Accept-Encoding"] for each in PROFILES} == {"gzip, deflate"}
    assert len({each["User-Agent"] for each in PROFILES}) == len(PROFILES)


@pytest.mark.parametrize(
    ("remembered", "order"),
    [(0, [0, 1, 2]), (1, [1, 0, 2]), (2, [2, 0, 1]), (7, [0, 1, 2]), (-1, [0, 1, 2])],
)
def test_the_remembered_profile_comes_first_and_then_the_honest_one(
    remembered: int, order: list[int]
) -> None:
    assert list(in_order(remembered)) == order
