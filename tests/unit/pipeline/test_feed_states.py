from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.errors import Fault
from bot.domain.model import FeedSpec, FeedState, Move, Rhythm, Trust
from bot.pipeline.feed_states import (
    Condition,
    count_conditions,
    judge_state,
    worst_first,
)

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
AN_HOUR_AGO = NOW - timedelta(hours=1)
FEED = FeedState(
    id=1,
    spec=FeedSpec(url="https://a.example/", title="A"),
    next_poll_at=NOW,
    last_polled_at=NOW,
    last_success_at=NOW,
)
FAILED = {"failing_since": AN_HOUR_AGO, "last_error": "x"}
SILENT = Rhythm(
    average_gap=timedelta(minutes=10),
    longest_gap=timedelta(hours=6),
    gaps=500,
    since=NOW - timedelta(days=60),
    last_new_at=NOW - timedelta(hours=13),
)
MOVED = Move(url="https://b.example/", since=NOW - timedelta(days=2), polls=9)


@pytest.mark.parametrize(
    ("changes", "condition", "since"),
    [
        pytest.param({}, Condition.OK, None, id="healthy"),
        pytest.param(
            {"last_success_at": None, "last_polled_at": None}, Condition.NEW, None, id="new"
        ),
        pytest.param(
            {"failures": 1, "fault": Fault.SERVER, **FAILED},
            Condition.FAILING,
            AN_HOUR_AGO,
            id="failing",
        ),
        pytest.param(
            {"failures": 1, "fault": Fault.GONE, **FAILED},
            Condition.FAILING,
            AN_HOUR_AGO,
            id="gone, said once",
        ),
        pytest.param(
            {"failures": 3, "fault": Fault.GONE, **FAILED},
            Condition.PARKED,
            AN_HOUR_AGO,
            id="gone",
        ),
        pytest.param(
            {"failures": 1, "fault": Fault.FOREIGN, **FAILED},
            Condition.QUARANTINED,
            AN_HOUR_AGO,
            id="another site's entries",
        ),
        pytest.param({"rhythm": SILENT}, Condition.SILENT, SILENT.last_new_at, id="silent"),
        pytest.param(
            {"rhythm": SILENT, "failures": 2, "fault": Fault.TIMEOUT, **FAILED},
            Condition.FAILING,
            AN_HOUR_AGO,
            id="silent because it cannot be read",
        ),
        pytest.param({"move": MOVED}, Condition.MOVED, MOVED.since, id="moved"),
        pytest.param(
            {"move": replace(MOVED, polls=1)}, Condition.OK, None, id="moved, seen once"
        ),
        pytest.param(
            {"move": MOVED, "rhythm": SILENT},
            Condition.SILENT,
            SILENT.last_new_at,
            id="moved and silent",
        ),
    ],
)
def test_a_feed_has_one_word(
    changes: dict[str, object], condition: Condition, since: datetime | None
) -> None:
    health = judge_state(replace(FEED, **changes), now=NOW)  # type: ignore[arg-type]

    assert (health.condition, health.since) == (condition, since)


def test_a_silent_feed_tells_for_how_long_and_where_it_went() -> None:
    health = judge_state(replace(FEED, rhythm=SILENT, move=MOVED), now=NOW)

    assert health.silence == timedelta(hours=13)
    assert health.move == MOVED


def test_the_worst_come_first_and_of_those_the_oldest() -> None:
    def failing(id_: int, hours: int) -> FeedState:
        return replace(FEED, id=id_, failures=1, failing_since=NOW - timedelta(hours=hours))

    states = [
        FEED,
        failing(2, hours=1),
        replace(FEED, id=3, possible_gaps=2),
        failing(4, hours=5),
        replace(FEED, id=5, trust=Trust(lies=True)),
        replace(FEED, id=6, move=MOVED),
    ]

    healths = worst_first(judge_state(state, now=NOW) for state in states)

    assert [health.feed.id for health in healths] == [4, 2, 6, 3, 5, 1]
    assert count_conditions(healths) == {
        Condition.FAILING: 2,
        Condition.MOVED: 1,
        Condition.OK: 3,
    }
