"""A day of the whole service with faults at random: all arrives, and memory is flat."""

from pathlib import Path

import pytest
from simulated_day import Size, simulate


@pytest.mark.timeout(600)
async def test_t47_day_with_faults_loses_nothing_and_leaves_nothing_behind(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("CRITICAL")  # it complains a lot, as it should

    report = await simulate(Size(), tmp_path)

    assert report.lost == []
    assert (report.arrived, report.foreign) == (report.expected, 0)
    assert report.repeated <= report.answers_lost + report.deaths
    assert report.expected > 300
    faults = (report.telegram_faults, report.feed_faults, report.store_faults)
    assert min(faults) > 10, faults
    # Bounded memories fill by 60 to 160 of Tocsin's objects after the first eight hours;
    # what kept one for each message would keep 200 more, for each poll 3,300.
    assert report.objects[-1] - report.objects[0] <= report.messages
