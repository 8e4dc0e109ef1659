from datetime import timedelta

import pytest

from bot.config.duration import format_duration, parse_duration


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        pytest.param("90s", timedelta(seconds=90), id="seconds"),
        pytest.param("5m", timedelta(minutes=5), id="minutes"),
        pytest.param("2h", timedelta(hours=2), id="hours"),
        pytest.param("1d", timedelta(days=1), id="days"),
        pytest.param(" 0s ", timedelta(0), id="zero, with spaces around"),
    ],
)
def test_a_number_with_a_unit_is_a_duration(text: str, duration: timedelta) -> None:
    assert parse_duration(text) == duration


@pytest.mark.parametrize(
    "text", ["", "5", "m", "5 m", "-5m", "1.5h", "5M", "1h30m", "٥m", "999999999d"]
)
def test_what_is_no_duration_is_refused_in_words(text: str) -> None:
    with pytest.raises(ValueError, match=r"write a whole number|longer than"):
        parse_duration(text)


@pytest.mark.parametrize("text", ["0s", "59s", "1m", "90s", "1h", "90m", "1d", "25h"])
def test_the_largest_whole_unit_is_written(text: str) -> None:
    assert format_duration(parse_duration(text)) == text


@pytest.mark.parametrize("duration", [timedelta(seconds=-1), timedelta(milliseconds=1)])
def test_what_has_no_whole_unit_cannot_be_written(duration: timedelta) -> None:
    with pytest.raises(ValueError, match="whole number of seconds"):
        format_duration(duration)
