from datetime import UTC, datetime, timedelta

from bot.chat.patience import BURST, REMEMBERED, Patience, Turn

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def test_a_thousand_questions_in_a_minute_meet_one_sentence() -> None:
    patience = Patience()

    turns = [patience.turn(7, now=NOW + timedelta(seconds=0.06 * n)) for n in range(1000)]

    assert turns.count(Turn.REFUSE) == 1
    assert BURST <= turns.count(Turn.ANSWER) <= BURST + 60
    assert turns[:BURST] == [Turn.ANSWER] * BURST


def test_who_waits_is_answered_again_and_told_again() -> None:
    patience = Patience()
    for _ in range(BURST + 2):
        patience.turn(7, now=NOW)
    later = NOW + timedelta(minutes=3)

    turns = [patience.turn(7, now=later) for _ in range(BURST + 2)]

    assert turns == [*[Turn.ANSWER] * BURST, Turn.REFUSE, Turn.IGNORE]


def test_one_person_is_no_other() -> None:
    patience = Patience()
    for _ in range(BURST + 5):
        patience.turn(7, now=NOW)

    assert patience.turn(8, now=NOW) is Turn.ANSWER


def test_a_clock_that_goes_back_gives_nothing() -> None:
    patience = Patience()
    for _ in range(BURST):
        patience.turn(7, now=NOW)

    assert patience.turn(7, now=NOW - timedelta(days=1)) is Turn.REFUSE


def test_those_who_asked_longest_ago_are_forgotten() -> None:
    patience = Patience()
    for person in range(REMEMBERED + 1):
        patience.turn(person, now=NOW)

    assert len(patience._buckets) == REMEMBERED
