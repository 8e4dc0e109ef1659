from datetime import datetime, timedelta

import pytest
from instants import NOW

from bot.deliver.reach import GRACE, STALE, Reach

SECOND = timedelta(seconds=1)


@pytest.fixture
def clock() -> list[datetime]:
    return [NOW]


@pytest.fixture
def reach(clock: list[datetime]) -> Reach:
    return Reach(clock=lambda: clock[0])


def test_one_call_that_fails_is_no_outage(reach: Reach, clock: list[datetime]) -> None:
    reach.failed("reset")
    at_once = reach.trouble(NOW + GRACE - SECOND)
    clock[0] += SECOND
    reach.answered()

    assert at_once is None
    assert reach.trouble(NOW + GRACE * 2) is None
    assert reach.last_outage is None
    assert reach.answered_at == NOW + SECOND


def test_silence_is_told_with_its_beginning_and_the_last_reason(
    reach: Reach, clock: list[datetime]
) -> None:
    reach.failed("reset")
    clock[0] += GRACE
    reach.failed("refused")

    trouble = reach.trouble(clock[0])

    assert trouble == f"Telegram is out of reach since {NOW:%Y-%m-%d %H:%M} UTC: refused"


def test_an_outage_that_is_over_is_remembered(reach: Reach, clock: list[datetime]) -> None:
    reach.failed("refused")
    clock[0] += GRACE * 5
    reach.answered()

    assert reach.trouble(clock[0]) is None
    assert reach.last_outage == (NOW, NOW + GRACE * 5)


def test_a_failure_long_ago_says_nothing(reach: Reach) -> None:
    reach.failed("refused")

    assert reach.trouble(NOW + STALE) is not None
    assert reach.trouble(NOW + STALE + SECOND) is None
