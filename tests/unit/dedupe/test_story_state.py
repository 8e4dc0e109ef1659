from datetime import date, timedelta

import pytest
from instants import NOW

from bot.dedupe.features import Features
from bot.dedupe.story_state import CENTROID_TERMS, FACTS, MEMBERS, StoryState
from bot.dedupe.vectors import unit
from bot.dedupe.victims import tolls_of
from bot.domain.reports import EventKind, Occasion, Quantity, Report, Toll, TollKind


def entry(number: int = 0, **changes: object) -> Features:
    terms = {number * 100 + n: 1.0 + n / 7 for n in range(12)}
    values: dict[str, object] = {
        "feed_id": number % 5,
        "publisher": f"paper {number}",
        "language": "uk",
        "published_at": NOW + timedelta(minutes=number),
        "terms": terms,
        "title": tuple(terms)[:5],
        "names": frozenset(list(terms)[:2]),
        "aliases": frozenset({number}),
        "places": frozenset({f"g{number}"}),
        "title_places": frozenset({f"g{number}"}),
        "title_place_names": frozenset({number}),
        "regions": frozenset({"UA-59"}),
    }
    return Features(**(values | changes))  # type: ignore[arg-type]


def told(*entries: Features) -> StoryState:
    state = StoryState(id=7, first_at=NOW, last_at=NOW)
    for each in entries:
        state.add(each, unit(each.terms))
    return state


def stored(state: StoryState) -> StoryState:
    facts, vectors = state.pack()
    return StoryState.unpack(
        state.id,
        first_at=state.first_at,
        last_at=state.last_at,
        facts=facts,
        vectors=vectors,
    )


REPORT = Report(
    tolls=(Toll(kind=TollKind.KILLED, low=2, high=2, start=0, end=3),),
    quantities=frozenset({Quantity(value=4, unit="bombs")}),
    occasion=Occasion(days=frozenset({date(2026, 3, 2)}), weekdays=frozenset({0, 4})),
)


@pytest.mark.parametrize(
    "state",
    [
        pytest.param(told(), id="nothing"),
        pytest.param(told(entry()), id="one entry"),
        pytest.param(told(*(entry(n) for n in range(40))), id="many entries"),
        pytest.param(told(entry(report=REPORT)), id="facts"),
        pytest.param(
            told(entry(report=Report(occasion=Occasion(is_live=True)))), id="live page"
        ),
        pytest.param(
            told(entry(report=Report(occasion=Occasion(roundup_on=date(2026, 3, 2))))),
            id="a day's summary",
        ),
    ],
)
def test_a_story_is_the_same_after_it_was_stored(state: StoryState) -> None:
    assert stored(state) == state


def test_a_story_that_came_back_is_the_same_after_it_was_stored() -> None:
    state = told(entry())
    state.returned_at, state.returned_by = NOW, "paper 1"

    assert stored(state) == state


def test_a_story_stays_small_whatever_joins() -> None:
    state = told(*(entry(n) for n in range(300)))

    facts, vectors = state.pack()

    assert len(state.members) == MEMBERS
    assert len(state.centroid) == CENTROID_TERMS
    assert len(state.places) == FACTS
    assert len(vectors) < 8_000
    assert len(str(facts)) < 8_000


def test_the_first_entries_are_remembered_beside_the_newest() -> None:
    state = told(*(entry(n) for n in range(300)))

    assert 0 in state.members[0]
    assert 29_900 in state.members[-1]


@pytest.mark.parametrize(
    ("kinds", "killed"),
    [(frozenset({EventKind.STRIKE}), {}), (frozenset({EventKind.FLOOD}), {"killed": 1000})],
    ids=["a strike", "a flood"],
)
def test_a_war_and_no_attack_kills_a_thousand(
    kinds: frozenset[EventKind], killed: dict[str, int]
) -> None:
    toll = Toll(kind=TollKind.KILLED, low=1000, high=None, start=0, end=3)

    assert tolls_of(entry(report=Report(tolls=(toll,), kinds=kinds))) == killed
