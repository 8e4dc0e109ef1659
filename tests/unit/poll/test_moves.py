from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.feeds import Move
from bot.poll.moves import follow, is_stable

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
HOUR = timedelta(hours=1)
OLD, NEW = "https://a.example/old", "https://a.example/new"


def seen(*targets: str | None, every: timedelta = HOUR) -> tuple[Move | None, datetime]:
    """Return what is known after polls that led to `targets`, and when the last was."""
    move = None
    now = NOW
    for number, target in enumerate(targets):
        now = NOW + every * number
        move = follow(move, target, now)
    return move, now


def test_a_first_redirect_is_noted() -> None:
    assert follow(None, NEW, NOW) == Move(url=NEW, since=NOW, polls=1)


def test_the_same_target_again_keeps_its_beginning() -> None:
    move, _ = seen(NEW, NEW, NEW)

    assert move == Move(url=NEW, since=NOW, polls=3)


def test_another_target_begins_anew() -> None:
    move, now = seen(NEW, NEW, OLD)

    assert move == Move(url=OLD, since=now, polls=1)


def test_an_answer_without_a_redirect_ends_it() -> None:
    assert seen(NEW, NEW, None) == (None, NOW + 2 * HOUR)


@pytest.mark.parametrize(
    ("polls", "age", "stable"),
    [
        pytest.param(1, timedelta(days=9), False, id="one poll is not enough"),
        pytest.param(2, timedelta(days=9), False, id="nor are two"),
        pytest.param(3, timedelta(hours=24), True, id="three over a day are"),
        pytest.param(500, timedelta(hours=23, minutes=59), False, id="many within a day"),
        pytest.param(3, timedelta(hours=-30), False, id="a clock that went back"),
    ],
)
def test_t20_a_move_is_believed_after_three_polls_and_a_day(
    *, polls: int, age: timedelta, stable: bool
) -> None:
    assert is_stable(Move(url=NEW, since=NOW - age, polls=polls), NOW) is stable


@pytest.mark.parametrize(
    "targets",
    [
        pytest.param([NEW, OLD], id="between two targets"),
        pytest.param([NEW, NEW, None], id="on and off"),
        pytest.param([NEW] * 23 + [None], id="on for nearly a day, then off"),
    ],
)
def test_t20_what_flaps_is_never_stable(targets: list[str | None]) -> None:
    move = None
    for number in range(24 * 30):
        now = NOW + HOUR * number
        move = follow(move, targets[number % len(targets)], now)

        assert move is None or not is_stable(move, now)
