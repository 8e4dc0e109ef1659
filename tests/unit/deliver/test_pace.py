import pytest

from bot.deliver.lanes import AGED_AFTER, DELIVERIES, SHARES, Lane, Turns
from bot.deliver.pace import Call, Pacer

PERSON, OTHER, GROUP = 1, 2, -1


def answer(chat_id: int | None = PERSON) -> Call:
    return Call(chat_id=chat_id, is_group=(chat_id or 0) < 0)


def delivery(chat_id: int | None = PERSON, *, is_edit: bool = False) -> Call:
    return Call(
        chat_id=chat_id, lane=Lane.ALERT, is_group=(chat_id or 0) < 0, is_edit=is_edit
    )


def run(pacer: Pacer, calls: list[Call], *, start: float = 0.0) -> list[tuple[float, Call]]:
    """Let the calls go as soon as they may, each ending at once."""
    tickets = {pacer.enter(call): call for call in calls}
    now, went = start, []
    while tickets:
        granted, again = pacer.due(now)
        for ticket in granted:
            went.append((now, tickets.pop(ticket)))
            pacer.leave(ticket)
        if not granted:
            assert again is not None
            now = max(now, again)
    return went


def times(went: list[tuple[float, Call]]) -> list[float]:
    return [round(at, 3) for at, _ in went]


def test_deliveries_to_many_chats_keep_the_rate_without_a_burst() -> None:
    went = run(Pacer(10), [delivery(chat) for chat in range(1, 6)])

    assert times(went) == [0.0, 0.1, 0.2, 0.3, 0.4]


def test_deliveries_to_one_person_go_each_second() -> None:
    assert times(run(Pacer(27), [delivery()] * 3)) == [0.0, 1.0, 2.0]


def test_answers_to_one_person_go_three_at_once() -> None:
    assert times(run(Pacer(1000), [answer()] * 5)) == [0.0, 0.001, 0.002, 1.0, 2.0]


def test_a_group_gets_twenty_a_minute() -> None:
    went = times(run(Pacer(1000), [delivery(GROUP)] * 22))

    assert went[1] == 3.0
    assert went[19] < 60 <= went[20]


def test_a_group_gets_twenty_a_minute_of_answers_too() -> None:
    went = times(run(Pacer(1000), [answer(GROUP)] * 24))

    assert went[19] < 60 <= went[20]


def test_edits_of_a_group_count_apart() -> None:
    pacer = Pacer(1000)
    run(pacer, [delivery(GROUP)] * 20)

    went = run(pacer, [delivery(GROUP, is_edit=True)], start=57.1)

    assert went[0][0] < 61


def test_messages_to_chats_that_have_no_number_keep_the_rate() -> None:
    assert times(run(Pacer(10), [answer(None)] * 3)) == [0.0, 0.1, 0.2]


def test_an_answer_overtakes_deliveries() -> None:
    calls = [delivery(chat) for chat in range(10, 15)]

    went = run(Pacer(10), [*calls, answer()])

    assert went[0][1] == answer()


def test_many_answers_let_a_delivery_through() -> None:
    answers = [answer(chat) for chat in range(10, 30)]

    went = [call for _, call in run(Pacer(10), [*answers, delivery()])]

    assert went.index(delivery()) == 4


def test_lanes_share_what_answers_leave() -> None:
    calls = [
        Call(chat_id=100 * lane + number, lane=lane)
        for lane in DELIVERIES
        for number in range(70)
    ]

    first = [call.lane for _, call in run(Pacer(10), calls)][:100]

    assert {lane: first.count(lane) for lane in DELIVERIES} == SHARES


def test_what_a_lane_does_not_use_is_not_saved_up() -> None:
    turns = Turns()
    for _ in range(500):
        turns.take(*turns.order([Lane.ALERT]))

    taken = []
    for _ in range(20):
        taken.append(turns.order((Lane.ALERT, Lane.DIGEST))[0])
        turns.take(taken[-1])

    assert taken.count(Lane.DIGEST) in {2, 3}


def test_a_lane_that_waits_long_has_more_turns() -> None:
    turns, taken = Turns(), []
    for _ in range(100):
        lane = turns.order((Lane.ALERT, Lane.DIGEST))[0]
        turns.take(lane, 9 * AGED_AFTER if lane is Lane.DIGEST else 0)
        taken.append(lane)

    # 70 to 10, ten times as many
    assert 52 <= taken.count(Lane.DIGEST) <= 60


def test_what_is_not_paid_keeps_the_free_rate() -> None:
    paid = [Call(chat_id=chat, lane=Lane.ALERT, is_paid=True) for chat in range(100, 200)]
    free = [answer(chat) for chat in range(1, 6)]

    went = run(Pacer(100, free_rate=10), [*paid, *free])

    answers = [at for at, call in went if not call.is_paid]
    assert answers == pytest.approx([0.0, 0.1, 0.2, 0.3, 0.4], abs=0.011)
    assert went[-1][0] == pytest.approx(1.04)


def test_in_one_chat_a_call_waits_for_the_end_of_the_one_before() -> None:
    pacer = Pacer(1000)
    first, second = pacer.enter(answer()), pacer.enter(answer())

    assert pacer.due(0.0) == ((first,), None)
    assert pacer.due(5.0) == ((), None)
    pacer.leave(first)
    assert pacer.due(5.0) == ((second,), None)


def test_a_given_up_call_makes_room() -> None:
    pacer = Pacer(10)
    given_up, kept = pacer.enter(delivery()), pacer.enter(delivery(OTHER))
    pacer.leave(given_up)

    assert pacer.due(0.0)[0] == (kept,)


def test_a_call_that_sends_nothing_is_not_paced() -> None:
    pacer = Pacer(1)
    pacer.enter(delivery())
    pacer.due(0.0)
    ask = pacer.enter(Call(chat_id=None, counted=False))

    assert pacer.due(0.0)[0] == (ask,)


def test_a_flood_limit_silences_its_chat_only() -> None:
    pacer = Pacer(27)
    pacer.flooded(0.0, PERSON, 31)

    assert pacer.not_before(delivery()) == 31.0
    assert times(run(pacer, [delivery(OTHER), delivery()])) == [0.0, 31.0]
    assert pacer.rate == 27


def test_two_chats_soon_after_each_other_silence_all_and_halve_the_rate_once() -> None:
    pacer = Pacer(20)
    pacer.flooded(0.0, 1, 10)
    pacer.flooded(3.0, 2, 10)
    pacer.flooded(3.0, 3, 10)

    assert pacer.rate == 10
    assert pacer.not_before(delivery(99)) == 10.0
    assert pacer.not_before(delivery(2)) == 13.0
    assert pacer.not_before(Call(chat_id=None, counted=False)) == 10.0


def test_two_chats_left_alone_for_hours_silence_the_others_for_a_minute() -> None:
    pacer = Pacer(20)
    pacer.flooded(0.0, 1, 40_000)
    pacer.flooded(3.0, 2, 40_000)

    assert pacer.not_before(delivery(99)) == 63.0
    assert pacer.not_before(delivery(2)) == 40_003.0


def test_two_chats_long_after_each_other_are_two_chats() -> None:
    pacer = Pacer(20)
    pacer.flooded(0.0, 1, 10)
    pacer.flooded(5.1, 2, 10)

    assert pacer.rate == 20
    assert pacer.not_before(delivery(99)) < 0


def test_a_flood_limit_about_no_chat_is_about_the_bot() -> None:
    pacer = Pacer(20)
    pacer.flooded(0.0, None, 7)

    assert pacer.not_before(delivery(99)) == 7.0
    assert pacer.rate == 10


def test_the_rate_recovers_by_one_each_clean_ten_seconds() -> None:
    pacer = Pacer(20)
    pacer.flooded(0.0, None, 7)

    rates = []
    for now in (7.0, 16.9, 17.0, 37.0, 300.0):
        pacer.due(now)
        rates.append(pacer.rate)

    assert rates == [10, 10, 11, 13, 20]


def test_the_rate_never_falls_below_one() -> None:
    pacer = Pacer(3)
    for at in range(5):
        pacer.flooded(at * 10.0, None, 1)

    assert pacer.rate == 1


def test_a_slow_bot_may_be_slower_than_one() -> None:
    pacer = Pacer(0.5)
    pacer.flooded(0.0, None, 1)

    assert pacer.rate == 0.5


def test_a_late_timer_does_not_slow_the_whole_down() -> None:
    pacer = Pacer(10)
    for chat in (1, 2, 3):
        pacer.enter(delivery(chat))
    pacer.due(0.0)

    assert pacer.due(0.105)[1] == pytest.approx(0.2)


def test_idle_chats_are_forgotten() -> None:
    pacer = Pacer(1)
    for chat in range(1, 2000):
        pacer.enter(answer(chat))
        pacer.due(float(chat))

    assert len(pacer._chats) < 1300


def test_waiting_calls_are_told_in_order() -> None:
    pacer = Pacer(1)
    first, second = pacer.enter(delivery(1)), pacer.enter(delivery(2))

    assert pacer.waiting(Lane.ALERT) == ((first, delivery(1)), (second, delivery(2)))
    assert pacer.waiting(Lane.ANSWER) == ()


@pytest.mark.parametrize("rate", [0, -1])
def test_a_rate_is_positive(rate: float) -> None:
    with pytest.raises(ValueError, match="rate must be positive"):
        Pacer(rate)
