from datetime import time

import pytest

from bot.chat.clock_words import (
    WEEKEND,
    WORKDAYS,
    Hours,
    Times,
    find_days,
    find_hours,
    find_times,
)
from bot.domain.timetable import EVERY_DAY

BOTH = (time(8), time(20))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("08:00,20:00", Times(times=BOTH)),
        ("8 20", Times(times=BOTH)),
        ("20.00; 8:00; 08:00", Times(times=BOTH)),
        ("08:00,20:00 mon-fri", Times(times=BOTH, days=WORKDAYS)),
        ("8,20 пн–пт", Times(times=BOTH, days=WORKDAYS)),
        ("8,20 пн - пт", Times(times=BOTH, days=WORKDAYS)),
        ("8,20 будні", Times(times=BOTH, days=WORKDAYS)),
        ("8,20 Понедельник-Пятница", Times(times=BOTH, days=WORKDAYS)),
        ("8,20 сб,нд", Times(times=BOTH, days=WEEKEND)),
        ("8,20 weekend", Times(times=BOTH, days=WEEKEND)),
        ("8,20 sat-mon", Times(times=BOTH, days=frozenset({5, 6, 0}))),
        ("8,20 щодня", Times(times=BOTH, days=EVERY_DAY)),
        ("7:30 п'ятниця", Times(times=(time(7, 30),), days=frozenset({4}))),
        ("at 8 and 20", Times(times=BOTH)),
        ("о 8 та 20:00", Times(times=BOTH)),
        ("8am, 8 p.m. mon-fri", Times(times=BOTH, days=WORKDAYS)),
        ("в 8 утра и в 8 вечера", Times(times=BOTH)),
        ("о 8 ранку та о 8 вечора", Times(times=BOTH)),
        ("12 ночи, 12 дня", Times(times=(time(0), time(12)))),
        ("11 ночі, 2:30 ночі", Times(times=(time(2, 30), time(23)))),
        ("каждый день в 8 и 20", Times(times=BOTH, days=EVERY_DAY)),
        ("every day at 8 and 20", Times(times=BOTH, days=EVERY_DAY)),
        ("at 8 am on weekdays", Times(times=(time(8),), days=WORKDAYS)),
        ("о 8 у середу й суботу", Times(times=(time(8),), days=frozenset({2, 5}))),
        ("в 8 по будням", Times(times=(time(8),), days=WORKDAYS)),
        ("13 утра", None),
        ("12am", Times(times=(time(0),))),
        ("12:30pm", Times(times=(time(12, 30),))),
        ("13pm", None),
        ("0am", None),
        ("and", None),
        ("24:00", Times(times=(time(0),))),
        ("mon-fri", None),
        ("25:00", None),
        ("08:60", None),
        ("8 o'clock", None),
        ("1 2 3 4 5 6 7 8 9", None),
        ("", None),
    ],
)
def test_times_of_digests(text: str, found: Times | None) -> None:
    assert find_times(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("mon-fri", WORKDAYS),
        ("по вихідних", WEEKEND),
        ("у п'ятницю", frozenset({4})),
        ("8 mon-fri", None),
        ("tomorrow", None),
        ("", None),
    ],
)
def test_days_alone(text: str, found: frozenset[int] | None) -> None:
    assert find_days(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("23:00-07:00", Hours(start=time(23), end=time(7))),
        ("23-7", Hours(start=time(23), end=time(7))),
        ("23.30 – 7", Hours(start=time(23, 30), end=time(7))),
        ("23:00-07:00 except urgent", Hours(start=time(23), end=time(7), but_urgent=True)),
        ("23-7, крім термінових", Hours(start=time(23), end=time(7), but_urgent=True)),
        ("23-7 кроме срочных", Hours(start=time(23), end=time(7), but_urgent=True)),
        ("from 11 pm to 7am", Hours(start=time(23), end=time(7))),
        ("з 23:00 до 07:00", Hours(start=time(23), end=time(7))),
        ("с 23 до 7 кроме срочных", Hours(start=time(23), end=time(7), but_urgent=True)),
        ("с 11 вечера до 7 утра", Hours(start=time(23), end=time(7))),
        ("з 11 вечора до 7 ранку", Hours(start=time(23), end=time(7))),
        ("с 12 ночи до 6:30 утра", Hours(start=time(0), end=time(6, 30))),
        ("23 7", Hours(start=time(23), end=time(7))),
        ("23:00 07:00 except urgent", Hours(start=time(23), end=time(7), but_urgent=True)),
        ("11pm-7", Hours(start=time(23), end=time(7))),
        ("from 23", None),
        ("0-24", None),
        ("7:00-7:00", None),
        ("23:00", None),
        ("except urgent", None),
        ("tonight", None),
    ],
)
def test_hours_of_quiet(text: str, found: Hours | None) -> None:
    assert find_hours(text) == found
