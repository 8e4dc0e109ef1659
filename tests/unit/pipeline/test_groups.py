"""What is remembered of stories is bounded, however many entries told each."""

from datetime import UTC, datetime

from bot.dedupe.story_state import StoryState
from bot.pipeline.groups import MEMORY, MEMORY_TERMS, StateMemory

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


def a_story(number: int, terms: int) -> StoryState:
    vector = dict.fromkeys(range(terms), 1.0)
    return StoryState(id=number, first_at=NOW, last_at=NOW, size=1, members=[vector])


def remembered(count: int, terms: int) -> list[int]:
    memory = StateMemory()
    for number in range(count):
        memory.keep(a_story(number, terms))
    return [number for number in range(count) if memory.find(number, 1) is not None]


def test_the_newest_stories_are_remembered() -> None:
    assert remembered(MEMORY + 10, terms=1) == list(range(10, MEMORY + 10))


def test_of_stories_with_many_entries_fewer_are_remembered() -> None:
    each = MEMORY_TERMS // 100

    assert remembered(110, terms=each) == list(range(10, 110))


def test_what_was_forgotten_or_read_again_counts_once() -> None:
    memory = StateMemory()
    for _ in range(200):
        memory.keep(a_story(1, MEMORY_TERMS // 2))
    memory.forget(1)
    memory.forget(1)
    for number in (2, 3):
        memory.keep(a_story(number, MEMORY_TERMS // 2))

    assert memory.find(1, 1) is None
    assert memory.find(2, 1) is not None
    assert memory.find(3, 1) is not None


def test_what_was_asked_for_last_is_remembered_longest() -> None:
    memory = StateMemory()
    for number in range(MEMORY):
        memory.keep(a_story(number, 1))
    assert memory.find(0, 1) is not None
    memory.keep(a_story(MEMORY, 1))

    assert memory.find(0, 1) is not None
    assert memory.find(1, 1) is None


def test_what_a_transaction_wrote_is_remembered_when_it_is_committed() -> None:
    memory = StateMemory()
    memory.hold([a_story(1, 1)])
    assert memory.find(1, 1) is None
    memory.begin()  # it failed
    memory.confirm()
    assert memory.find(1, 1) is None

    memory.hold([a_story(1, 1)])
    memory.confirm()
    assert memory.find(1, 1) is not None


def test_a_story_that_grew_elsewhere_is_read_again() -> None:
    memory = StateMemory()
    memory.keep(a_story(1, 1))

    assert memory.find(1, 2) is None
