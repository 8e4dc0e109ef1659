from datetime import timedelta

import pytest

from bot.chat.durations import find_duration, is_possible, read_duration


@pytest.mark.parametrize(
    ("text", "length"),
    [
        pytest.param("2h", timedelta(hours=2), id="hours"),
        pytest.param("30m", timedelta(minutes=30), id="minutes"),
        pytest.param("1d", timedelta(days=1), id="a day"),
        pytest.param("1h 30m", timedelta(minutes=90), id="two parts"),
        pytest.param("1h30min", timedelta(minutes=90), id="without a space"),
        pytest.param("2 години", timedelta(hours=2), id="in Ukrainian"),
        pytest.param("30 хв.", timedelta(minutes=30), id="abbreviated"),
        pytest.param("3 ДНЯ", timedelta(days=3), id="in Russian capitals"),
        pytest.param("for 2 hours", timedelta(hours=2), id="with a for"),
        pytest.param("на 2 часа", timedelta(hours=2), id="likewise in Russian"),
        pytest.param("1 week", timedelta(weeks=1), id="a week"),
        pytest.param("1 годину", timedelta(hours=1), id="in the accusative"),
        pytest.param("на 1 минуту", timedelta(minutes=1), id="likewise in Russian"),
        pytest.param("на годину", timedelta(hours=1), id="without a number"),
        pytest.param("на сутки", timedelta(days=1), id="a day and a night"),
        pytest.param("for an hour", timedelta(hours=1), id="an hour"),
        pytest.param("2 тижні", timedelta(weeks=2), id="weeks"),
        pytest.param("пів години", timedelta(minutes=30), id="half an hour"),
        pytest.param("полчаса", timedelta(minutes=30), id="likewise in Russian, one word"),
        pytest.param("for half an hour", timedelta(minutes=30), id="likewise in English"),
    ],
)
def test_a_length_of_time(text: str, length: timedelta) -> None:
    assert find_duration(text) == length


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2",
        "h",
        "2x",
        "-2h",
        "0h",
        "2h and more",
        "999999h",
        "²h",
        "9999w",
        "an",
        "d",
        "hours",
    ],
)
def test_no_length_of_time(text: str) -> None:
    assert find_duration(text) is None


@pytest.mark.parametrize("text", ["0h", "999999h", "999999w", "999999w " * 20])
def test_an_impossible_length_is_a_length_and_no_word_of_a_query(text: str) -> None:
    length = read_duration(text)

    assert length is not None
    assert not is_possible(length)
