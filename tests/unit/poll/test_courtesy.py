import asyncio
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.feeds import Postponed
from bot.poll.courtesy import MAX_CLOSED, Closings, Courtesy, Limits, Slots, Ticket

HOSTS = ("a.one.example", "b.one.example", "c.one.example", "two.example", "1.2.3.4")


def test_a_host_a_site_and_all_have_their_limits() -> None:
    slots = Slots(Limits(per_host=1, per_site=2, in_all=3))

    tickets = {host: slots.ask(host) for host in (*HOSTS, "3.example")}

    assert [tickets[host].granted for host in tickets] == [
        True,
        True,
        False,  # the third of its site
        True,
        False,  # the fourth of all
        False,
    ]
    assert not slots.ask("A.One.example.").granted


def test_places_go_to_who_asked_first() -> None:
    slots = Slots(Limits(per_host=1))
    first, second, third = (slots.ask("one.example") for _ in range(3))

    assert list(slots.leave(first)) == [second]
    assert list(slots.leave(second)) == [third]
    assert list(slots.leave(third)) == []


def test_who_stops_waiting_frees_what_it_held() -> None:
    slots = Slots(Limits(per_host=1, per_site=1))
    holder = slots.ask("a.one.example")
    waiting = slots.ask("b.one.example")
    behind = slots.ask("b.one.example")

    assert list(slots.leave(waiting)) == []
    assert list(slots.leave(holder)) == [behind]
    assert list(slots.leave(behind)) == []
    assert len(slots) == 0


def test_a_ticket_given_back_twice_gives_back_once() -> None:
    slots = Slots(Limits(per_host=1))
    ticket = slots.ask("one.example")
    slots.leave(ticket)

    assert slots.ask("one.example").granted
    slots.leave(ticket)

    assert not slots.ask("one.example").granted


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 99)), max_size=200))
def test_limits_hold_and_everybody_is_served(steps: list[tuple[bool, int]]) -> None:
    limits = Limits(per_host=2, per_site=3, in_all=4)
    slots = Slots(limits)
    open_tickets: list[Ticket] = []

    for asks, number in steps:
        if asks:
            open_tickets.append(slots.ask(HOSTS[number % len(HOSTS)]))
        elif open_tickets:
            slots.leave(open_tickets.pop(number % len(open_tickets)))
        granted = [ticket for ticket in open_tickets if ticket.granted]
        for host in HOSTS:
            assert sum(each.host == host for each in granted) <= limits.per_host
        assert sum(each.site == "one.example" for each in granted) <= limits.per_site
        assert len(granted) <= limits.in_all
        assert bool(granted) or not open_tickets

    while open_tickets:
        slots.leave(next(each for each in open_tickets if each.granted))
        open_tickets = [each for each in open_tickets if each.levels]
    assert len(slots) == 0


def test_a_closed_site_opens_by_itself() -> None:
    closings = Closings()

    closings.close("one.example", until=10, reason="busy", now=0)

    assert closings.find("two.example", now=0) is None
    closed = closings.find("one.example", now=4)
    assert closed == Postponed(pause=timedelta(seconds=6), reason="busy")
    assert closings.find("one.example", now=10) is None
    assert len(closings) == 0


def test_the_longer_promise_stays() -> None:
    closings = Closings()

    closings.close("one.example", until=10, reason="long", now=0)
    closings.close("one.example", until=5, reason="short", now=1)
    closings.close("two.example", until=1, reason="over", now=1)

    closed = closings.find("one.example", now=1)
    assert closed is not None
    assert closed.reason == "long"
    assert len(closings) == 1


def test_closed_sites_are_bounded_and_the_longest_stay() -> None:
    closings = Closings()

    for number in range(MAX_CLOSED + 1):
        closings.close(f"{number}.example", until=number + 1, reason="busy", now=0)

    assert len(closings) <= MAX_CLOSED
    assert closings.find("0.example", now=0) is None
    assert closings.find(f"{MAX_CLOSED}.example", now=0) is not None


async def test_who_waits_is_let_in_or_sent_away() -> None:
    seconds = [0.0]
    courtesy = Courtesy(Limits(per_host=1), clock=lambda: seconds[0])
    first = await courtesy.enter("a.one.example")
    second = asyncio.create_task(courtesy.enter("a.one.example"))
    third = asyncio.create_task(courtesy.enter("a.one.example"))
    await asyncio.sleep(0)  # both stand in the queue
    assert isinstance(first, Ticket)

    courtesy.leave(first)
    ticket = await second
    assert isinstance(ticket, Ticket)
    courtesy.close("b.one.example", timedelta(seconds=30), "busy")
    courtesy.leave(ticket)

    assert await third == Postponed(pause=timedelta(seconds=30), reason="busy")
    assert isinstance(await courtesy.enter("two.example"), Ticket)
    seconds[0] = 30
    assert isinstance(await courtesy.enter("a.one.example"), Ticket)


async def test_who_is_cancelled_while_it_waits_blocks_nobody() -> None:
    courtesy = Courtesy(Limits(per_host=1))
    first = await courtesy.enter("one.example")
    second = asyncio.create_task(courtesy.enter("one.example"))
    third = asyncio.create_task(courtesy.enter("one.example"))
    await asyncio.sleep(0)
    assert isinstance(first, Ticket)

    courtesy.leave(first)
    second.cancel()  # granted, and not yet told
    with pytest.raises(asyncio.CancelledError):
        await second

    assert isinstance(await third, Ticket)
