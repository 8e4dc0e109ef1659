"""A day of the whole service with faults at random: all arrives, and memory is flat."""

from pathlib import Path

import pytest
from simulated_day import Report, Size, simulate


@pytest.fixture(autouse=True)
def _complains_a_lot_as_it_should(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("CRITICAL")


def assert_that_all_arrived(report: Report, *, expected: int) -> None:
    assert report.lost == []
    assert (report.arrived, report.foreign) == (report.expected, 0)
    assert report.repeated <= report.answers_lost + report.deaths
    assert report.expected > expected
    faults = (report.telegram_faults, report.feed_faults, report.store_faults)
    assert min(faults) > 10, faults


@pytest.mark.timeout(600)
async def test_t47_day_with_faults_loses_nothing_and_leaves_nothing_behind(
    tmp_path: Path,
) -> None:
    report = await simulate(Size(), f"sqlite:///{tmp_path / 'tocsin.db'}")

    assert_that_all_arrived(report, expected=300)
    # Bounded memories fill by 60 to 160 of Tocsin's objects after the first eight hours;
    # what kept one for each message would keep 200 more, for each poll 3,300.
    assert report.objects[-1] - report.objects[0] <= report.messages


@pytest.mark.timeout(600)
async def test_t47_two_workers_on_postgres_that_are_cut_off_lose_nothing(
    postgres_url: str,
) -> None:
    size = Size(chats=30, feeds=24, minutes=5, events=120, days=0.3, faults=1, minds=2)

    report = await simulate(size, postgres_url)

    assert_that_all_arrived(report, expected=90)
    assert report.cuts > 0
