import heapq
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import count, pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.deliver.lanes import AGED_AFTER, SHARES, Lane, Turns
from bot.deliver.pace import (
    ANSWER_BURST,
    GROUP_LIMIT,
    GROUP_PAUSE,
    GROUP_WINDOW,
    LATE,
    PRIVATE_PAUSE,
    Call,
    Pacer,
)

RATE = 10.0
EPSILON = 1e-6


@dataclass(frozen=True)
class Arrival:
    at: float
    call: Call
    takes: float


@dataclass(frozen=True)
class Flood:
    at: float
    chat_id: int | None
    retry_after: int


CALLS = st.builds(
    lambda chat, lane, edit: Call(chat_id=chat, lane=lane, is_group=chat < 0, is_edit=edit),
    st.sampled_from([1, 2, 3, -1, -2]),
    st.sampled_from(list(Lane)),
    st.booleans(),
)
TRAFFIC = st.lists(
    st.builds(Arrival, st.floats(0, 20), CALLS, st.floats(0, 2)), min_size=1, max_size=60
)
FLOODS = st.lists(
    st.builds(
        Flood, st.floats(0, 30), st.sampled_from([1, 2, -1, None]), st.integers(1, 20)
    ),
    max_size=4,
)


@dataclass
class Timeline:
    """Runs the clockwork over what happens, and writes down what went when."""

    went: list[tuple[float, int, Call]] = field(default_factory=list)
    entered: dict[int, Arrival] = field(default_factory=dict)

    def run(self, arrivals: list[Arrival], floods: list[Flood]) -> None:
        pacer, order = Pacer(RATE), count()
        events: list[Arrival | Flood] = [*arrivals, *floods]
        agenda: list[tuple[float, int, Arrival | Flood | int]] = [
            (event.at, next(order), event) for event in events
        ]
        heapq.heapify(agenda)
        now = 0.0
        while True:
            granted, again = pacer.due(now)
            for ticket in granted:
                arrival = self.entered[ticket]
                self.went.append((now, ticket, arrival.call))
                heapq.heappush(agenda, (now + arrival.takes, next(order), ticket))
            if again is not None and (not agenda or again < agenda[0][0]):
                now = again
                continue
            if not agenda:
                return
            now, _, event = heapq.heappop(agenda)
            match event:
                case Arrival():
                    self.entered[pacer.enter(event.call)] = event
                case Flood():
                    pacer.flooded(now, event.chat_id, event.retry_after)
                case ticket:
                    pacer.leave(ticket)


def run(arrivals: list[Arrival], floods: list[Flood]) -> Timeline:
    timeline = Timeline()
    timeline.run(arrivals, floods)
    return timeline


def most_within(times: list[float], window: float) -> int:
    return max(
        (sum(at <= other < at + window for other in times) for at in times), default=0
    )


@given(TRAFFIC, FLOODS)
def test_each_call_goes_once_and_not_before_it_came(
    arrivals: list[Arrival], floods: list[Flood]
) -> None:
    timeline = run(arrivals, floods)

    assert sorted(ticket for _, ticket, _ in timeline.went) == sorted(timeline.entered)
    assert len(timeline.went) == len(arrivals)
    assert all(at >= timeline.entered[ticket].at for at, ticket, _ in timeline.went)


@given(TRAFFIC, FLOODS)
def test_the_rate_over_all_chats_holds(
    arrivals: list[Arrival], floods: list[Flood]
) -> None:
    times = [at for at, _, _ in run(arrivals, floods).went]

    assert all(b - a >= 1 / RATE - LATE - EPSILON for a, b in pairwise(times))
    assert most_within(times, 1 - EPSILON) <= RATE + 1


@given(TRAFFIC, FLOODS)
def test_in_a_chat_and_lane_calls_keep_their_order_and_never_overlap(
    arrivals: list[Arrival], floods: list[Flood]
) -> None:
    timeline = run(arrivals, floods)

    lanes = defaultdict(list)
    for at, ticket, call in timeline.went:
        lanes[call.chat_id, call.lane].append((at, ticket))
    for went in lanes.values():
        assert [ticket for _, ticket in went] == sorted(ticket for _, ticket in went)
        for (at, ticket), (following, _) in pairwise(went):
            assert following >= at + timeline.entered[ticket].takes


@given(TRAFFIC, FLOODS)
def test_the_limits_of_each_chat_hold(arrivals: list[Arrival], floods: list[Flood]) -> None:
    chats = defaultdict(list)
    for at, _, call in run(arrivals, floods).went:
        chats[call.chat_id].append((at, call))
    for went in chats.values():
        is_group = went[0][1].is_group
        pause = GROUP_PAUSE if is_group else PRIVATE_PAUSE
        for length in (pause, 10 * pause):
            times = [at for at, _ in went]
            assert most_within(times, length - EPSILON) <= length / pause + ANSWER_BURST
        for (before, _), (at, call) in pairwise(went):
            assert call.lane is Lane.ANSWER or at >= before + pause - EPSILON
        for is_edit in (True, False):
            times = [at for at, call in went if call.is_edit is is_edit]
            if is_group:
                assert most_within(times, GROUP_WINDOW - EPSILON) <= GROUP_LIMIT


@given(TRAFFIC, FLOODS)
def test_nothing_goes_while_telegram_asks_for_silence(
    arrivals: list[Arrival], floods: list[Flood]
) -> None:
    went = run(arrivals, floods).went

    for flood in floods:
        for at, _, call in went:
            if flood.chat_id in {None, call.chat_id}:
                # What came at the same instant may have gone before the flood was known.
                assert not flood.at < at < flood.at + flood.retry_after - EPSILON


@given(TRAFFIC)
def test_an_answer_waits_for_deliveries_of_other_chats_for_one_turn_only(
    arrivals: list[Arrival],
) -> None:
    calls = [a.call for a in arrivals if a.call.lane is not Lane.ANSWER]
    person = Call(chat_id=99)
    timeline = run([*(Arrival(0.0, c, 0.0) for c in calls), Arrival(0.0, person, 0.0)], [])

    before = [call for _, _, call in timeline.went].index(person)

    assert before <= 1


WAITS = st.dictionaries(st.sampled_from(list(SHARES)), st.floats(0, 3600), min_size=1)


@given(st.lists(WAITS, min_size=1, max_size=200))
def test_no_lane_that_waits_is_passed_over_for_long(
    moments: list[dict[Lane, float]],
) -> None:
    """Not even a digest beside alerts that are an hour old."""
    turns, passed_over = Turns(), dict.fromkeys(SHARES, 0)
    for waits in moments:
        order = turns.order(waits)
        assert sorted(order) == sorted(waits)
        turns.take(order[0], waits[order[0]])
        for lane in SHARES:
            passed_over[lane] = passed_over[lane] + 1 if lane in order[1:] else 0
        oldest = 1 + 3600 / AGED_AFTER
        assert all(
            passed <= oldest * (sum(SHARES.values()) / SHARES[lane] + 1)
            for lane, passed in passed_over.items()
        )


@given(st.lists(st.sampled_from(list(SHARES)), min_size=1, max_size=3, unique=True))
def test_lanes_that_wait_share_the_turns(lanes: list[Lane]) -> None:
    turns, had = Turns(), dict.fromkeys(lanes, 0)
    for _ in range(1000):
        lane = turns.order(lanes)[0]
        turns.take(lane)
        had[lane] += 1

    total = sum(SHARES[lane] for lane in lanes)
    assert all(abs(had[lane] - 1000 * SHARES[lane] / total) <= 2 for lane in lanes)


@given(st.integers(2, 40), st.integers(1, 30))
def test_a_chat_with_much_waiting_delays_no_other(waiting: int, others: int) -> None:
    """One more message than chats have gone before the last of them has its only one."""
    much = [Arrival(0.0, Call(chat_id=1, lane=Lane.ALERT), 0.0)] * waiting
    single = [
        Arrival(0.0, Call(chat_id=chat, lane=Lane.ALERT), 0.0)
        for chat in range(2, others + 2)
    ]
    went = [call.chat_id for _, _, call in run([*much, *single], []).went]

    last = max(went.index(chat) for chat in range(2, others + 2))
    turns_of_much = went[: last + 1].count(1)
    assert turns_of_much <= 1 + (last + 1) / (RATE * PRIVATE_PAUSE)
