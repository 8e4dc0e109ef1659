from instants import NOW

from bot.dedupe.features import Features
from bot.dedupe.grouping import Posting, choose, weigh_terms
from bot.dedupe.story_state import StoryState
from bot.dedupe.terms import find_terms

SEVERAL = Posting(stories=3)


def entry(title: str, *, names: str = "", feed_id: int = 1) -> Features:
    terms = find_terms(title, "en")
    return Features(
        feed_id=feed_id,
        publisher=f"paper {feed_id}",
        language="en",
        published_at=NOW,
        terms=dict.fromkeys(terms, 1.0),
        title=tuple(terms),
        names=frozenset(find_terms(names, "en")),
    )


def told(*entries: Features) -> StoryState:
    state = StoryState(id=7, first_at=NOW, last_at=NOW)
    for each in entries:
        state.add(each, weigh_terms(each, {}, total=10).vector)
    return state


def joins(new: Features, story: StoryState, *, of_several: str = "") -> bool:
    postings = dict.fromkeys(find_terms(of_several, "en"), SEVERAL)
    return choose(new, [story], weigh_terms(new, postings, total=10)).story_id == 7


def test_one_word_that_several_stories_have_joins_no_young_story() -> None:
    story = told(entry("Zorgon engraves watches"))
    new = entry("Zorgon buys Pathly", feed_id=2)

    assert not joins(new, story, of_several="Zorgon")
    assert joins(new, story)


def test_more_than_one_shared_word_joins_a_young_story() -> None:
    story = told(entry("Zorgon engraves watches"))

    assert joins(entry("Zorgon engraves phones", feed_id=2), story, of_several="Zorgon")


def test_one_such_word_joins_a_story_that_many_have_told() -> None:
    story = told(*[entry("Zorgon engraves watches", feed_id=n) for n in range(5)])

    assert joins(entry("Zorgon buys Pathly"), story, of_several="Zorgon")


def test_a_name_of_its_own_on_each_side_keeps_two_like_events_apart() -> None:
    story = told(entry("Usyk beats Dubral in six rounds", names="Usyk Dubral"))
    again = entry(
        "Usyk beats Dubral, keeps golden belts, thrills", names="Usyk Dubral", feed_id=2
    )
    other = entry(
        "Usyk beats Fernandel, keeps golden belts, thrills",
        names="Usyk Fernandel",
        feed_id=2,
    )

    assert joins(again, story)
    assert not joins(other, story)


def test_how_a_thing_is_known_is_not_what_happened() -> None:
    assert find_terms("Reportedly, rumours: alleged report", "en") == []
