"""Another process asks Telegram with our token: said once, and left room."""

import logging
from datetime import timedelta

import pytest
from instants import NOW

from bot.deliver.reach import Reach
from bot.deliver.rival import ADVICE, ALONE_AFTER, GRACE, Rival

SECOND = timedelta(seconds=1)


def test_pause_grows_to_a_minute_and_the_log_says_it_once(
    caplog: pytest.LogCaptureFixture,
) -> None:
    rival, at = Rival(), NOW

    pauses = []
    for _ in range(9):
        pauses.append(rival.met(at).total_seconds())
        rival.answered(at + SECOND)  # between two 409s each gets an answer
        at += SECOND * 40

    assert pauses == [5, 10, 20, 40, 60, 60, 60, 60, 60]
    assert [record.getMessage() for record in caplog.records] == [ADVICE]


def test_one_that_goes_away_is_no_trouble() -> None:
    rival = Rival()
    rival.met(NOW)
    rival.met(NOW + GRACE - SECOND)

    assert rival.trouble(NOW + GRACE) is None


def test_what_nobody_heard_of_for_long_is_no_trouble() -> None:
    rival = Rival()
    rival.met(NOW)
    rival.met(NOW + GRACE)

    assert rival.trouble(NOW + GRACE + ALONE_AFTER) is not None
    assert rival.trouble(NOW + GRACE + ALONE_AFTER + SECOND) is None


def test_health_names_it_until_we_are_alone(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    reach = Reach(clock=lambda: NOW)
    last = NOW + GRACE
    reach.rival.met(NOW)
    reach.rival.met(last)

    reach.rival.answered(last + ALONE_AFTER - SECOND)
    met = reach.troubles(last)
    reach.rival.answered(last + ALONE_AFTER)

    assert met == [f"since 2026-03-02 10:00 UTC {ADVICE}"]
    assert reach.troubles(last) == []
    assert caplog.messages[-1] == "nobody else asks Telegram for updates any more"
    assert reach.rival.met(last + ALONE_AFTER) == timedelta(seconds=5)


def test_clock_that_is_put_back_does_not_keep_it_for_ever() -> None:
    rival = Rival()
    rival.met(NOW)

    rival.answered(NOW - ALONE_AFTER)

    assert rival.since is None
