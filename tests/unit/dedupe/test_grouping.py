from dataclasses import replace

from instants import NOW

from bot.annotate.about import annotate
from bot.dedupe.features import Features, features_of
from bot.dedupe.grouping import (
    Posting,
    Weighed,
    choose,
    find_candidates,
    likeness,
    weigh_terms,
)
from bot.dedupe.story_state import StoryState
from bot.dedupe.targets import find_targets
from bot.dedupe.terms import find_terms, number_of
from bot.dedupe.vectors import unit
from bot.domain.reports import EventKind, Occasion, Report

MANY = Posting(stories=6)


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


def joins(new: Features, story: StoryState, *, of_many: str = "") -> bool:
    postings = dict.fromkeys(find_terms(of_many, "en"), MANY)
    return choose(new, [story], weigh_terms(new, postings, total=10)).story_id == 7


def test_one_word_that_many_stories_have_joins_no_young_story() -> None:
    story = told(entry("Zorgon engraves watches"))
    new = entry("Zorgon buys Pathly", feed_id=2)

    assert not joins(new, story, of_many="Zorgon")
    assert joins(new, story)


def test_one_everyday_word_joins_no_young_story() -> None:
    story = told(entry("Water engraves watches"))

    assert not joins(entry("Water buys Pathly", feed_id=2), story)


def test_more_than_one_shared_word_joins_a_young_story() -> None:
    story = told(entry("Zorgon engraves watches"))

    assert joins(entry("Zorgon engraves phones", feed_id=2), story, of_many="Zorgon")


def test_one_such_word_joins_a_story_that_many_have_told() -> None:
    story = told(*[entry("Zorgon engraves watches", feed_id=n) for n in range(9)])

    assert joins(entry("Zorgon buys Pathly"), story, of_many="Zorgon")


def test_two_rare_words_connect_what_names_no_place() -> None:
    story = told(entry("Zorgon buys Vextra, board pleased, shares climb, rivals stunned"))
    new = entry("Why Zorgon needs Vextra: engineers, patents, songs, headphones, fame")
    placed = replace(new, place_names=frozenset(find_terms("fame", "en")))

    def alike(which: Features, *, of_many: str) -> float:
        postings = dict.fromkeys(find_terms(of_many, "en"), MANY)
        return likeness(which, story, weigh_terms(which, postings, total=10))

    assert alike(new, of_many="fame") > alike(placed, of_many="fame")
    assert alike(new, of_many="Zorgon") == alike(placed, of_many="Zorgon")


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


def test_one_more_event_in_a_feeds_own_words_is_another_story() -> None:
    story = told(entry("Drone shot down over Zorgon"))

    assert not joins(entry("Another drone shot down over Zorgon"), story)
    assert joins(entry("Another drone shot down over Zorgon", feed_id=2), story)


def test_a_feed_may_tell_its_story_again_with_a_word_added_or_changed() -> None:
    story = told(entry("Loggers cut down oldest tree of Zorgon"))

    assert joins(entry("Loggers accidentally cut down oldest tree of Zorgon"), story)
    assert joins(entry("Loggers fell down oldest tree of Zorgon"), story)


def test_the_texts_of_a_large_story_need_be_less_alike() -> None:
    words = "alpha bravo carbon dagger engine falcon galaxy hammer island jungle"
    texts = [f"Zorgon {word} {word}ish {word}ette" for word in words.split()]
    small = told(*[entry(text, feed_id=n) for n, text in enumerate(texts[:4])])
    large = told(*[entry(text, feed_id=n) for n, text in enumerate(texts * 4)])
    vector = unit(dict.fromkeys(find_terms("Zorgon", "en"), 1.0))
    weighed = Weighed(telling=vector, vector=vector)

    of_small, of_large = (
        likeness(entry("Zorgon"), story, weighed) for story in (small, large)
    )

    assert of_large > of_small


def read(title: str, *, feed_id: int = 1) -> Features:
    """Return an English headline as the pipeline reads it, without its kind of event."""
    found = features_of(
        title=title,
        summary="",
        annotation=annotate(title, "", "en"),
        report=Report(),
        published_at=NOW,
        language="en",
    )
    return replace(found, feed_id=feed_id)


def test_what_is_made_of_a_countrys_name_is_its_name() -> None:
    libya = read("Parliament of Libya ousts premier")
    libyan = read("Libyan parliament ousts premier")

    assert libya.terms == libyan.terms
    assert libya.place_names == libyan.place_names


def test_how_a_thing_is_known_is_not_what_happened() -> None:
    assert find_terms("Reportedly, rumours: alleged report", "en") == []


def at(new: Features, place: str, called: str = "") -> Features:
    """Return the entry with a settlement in its title."""
    return replace(
        new,
        title_places=frozenset((place,)),
        title_place_names=frozenset((number_of(called or place),)),
    )


def test_another_town_in_the_title_keeps_reports_apart() -> None:
    story = told(at(entry("Drone hits depot, workers hurt"), "g1"))

    assert not joins(at(entry("Drone hits depot, workers hurt", feed_id=2), "g2"), story)
    assert joins(at(entry("Drone hits depot, workers hurt", feed_id=2), "g1"), story)


def test_a_town_read_as_two_places_keeps_no_reports_apart() -> None:
    story = told(at(entry("Drone hits depot, workers hurt"), "g1", "Zorgon"))
    new = at(entry("Drone hits depot, workers hurt", feed_id=2), "g2", "Zorgon")

    assert joins(new, story)


def test_whom_both_name_outweighs_that_they_name_different_towns() -> None:
    names = "Dubral Fernandel"
    story = told(at(entry("Court sentences Dubral Fernandel", names=names), "g1"))
    new = at(entry("Killer Dubral Fernandel sentenced", names=names, feed_id=2), "g2")

    assert joins(new, story)
    assert not joins(new, story, of_many=names)  # two ministers, named every day


def test_the_second_such_event_is_a_story_of_its_own() -> None:
    story = told(read("Climber dies on Zorgon ridge"))

    assert not joins(read("Second climber dies on Zorgon ridge", feed_id=2), story)
    assert not joins(read("A second climber dies on Zorgon ridge", feed_id=2), story)


def test_an_ordinal_that_counts_no_event_keeps_no_report_out() -> None:
    story = told(read("Dubral climbs Zorgon ridge"))

    assert joins(read("For the second time Dubral climbs Zorgon ridge", feed_id=2), story)
    assert joins(read("Second-oldest man Dubral climbs Zorgon ridge", feed_id=2), story)


def test_who_begins_the_headline_tells_two_like_events_apart() -> None:
    story = told(read("Zorgon recalls cars over steering fault"))
    more = read("Zorgon recalls cars, owners wait for weeks", feed_id=2)
    other = read("Dubral recalls cars, owners wait for weeks", feed_id=2)

    assert joins(more, story)
    assert not joins(other, story)


def test_an_everyday_word_at_the_beginning_is_no_name() -> None:
    assert not read("Court recalls cars").names
    assert read("Zorgon's cars recalled").names == set(find_terms("zorgon", "en"))


def test_a_number_joins_no_reports() -> None:
    story = told(read("Bank holds rates at 4.25"))

    assert not joins(read("Dubral signed for 25", feed_id=2), story)


def test_an_abbreviation_of_every_day_joins_no_young_story() -> None:
    story = told(read("EU engraves watches"))

    assert not joins(read("EU buys Pathly", feed_id=2), story)


def test_another_region_of_the_country_is_another_event() -> None:
    story = told(dismissed("UA-63", 1))

    assert joins(dismissed("UA-63", 2), story)
    assert not joins(dismissed("UA-21", 2), story)
    assert joins(dismissed("PL-14", 2), story)  # it may be a matter between both


def dismissed(region: str, feed_id: int) -> Features:
    """Return a title that names a region."""
    return replace(
        entry("President dismisses head of regional administration", feed_id=feed_id),
        regions=frozenset((region,)),
        title_regions=frozenset((region,)),
    )


def hit(title: str, feed_id: int) -> Features:
    """Return an entry about a strike by drones, with what its title says was hit."""
    return replace(
        entry(title, feed_id=feed_id),
        targets=find_targets(title),
        report=Report(kinds=frozenset({EventKind.DRONE})),
    )


def test_two_strikes_on_different_things_are_two_stories() -> None:
    story = told(hit("Drone hits bus in Zorgon, two people hurt", 1))

    assert not joins(hit("Drone hits shop in Zorgon, two people hurt", 2), story)
    assert joins(hit("Drone hits minibus in Zorgon, two people hurt", 2), story)
    assert joins(hit("Drone hits vehicle in Zorgon, two people hurt", 2), story)
    assert joins(hit("Drone hits bus and shop in Zorgon, two people hurt", 2), story)


def test_a_vague_word_is_no_other_thing_until_a_title_says_which() -> None:
    story = told(hit("Drone hits building in Zorgon, two people hurt", 1))
    assert joins(hit("Drone hits school in Zorgon, two people hurt", 2), story)

    story.add(school := hit("Drone hits school in Zorgon, two people hurt", 2), {1: 1.0})

    assert school.targets.named == story.targets
    assert not joins(hit("Drone hits hospital in Zorgon, two people hurt", 3), story)


def quake(title: str, feed_id: int, *weekdays: int) -> Features:
    """Return an entry about an earthquake that calls days by these weekdays."""
    return replace(
        entry(title, feed_id=feed_id),
        report=Report(
            kinds=frozenset({EventKind.EARTHQUAKE}),
            occasion=Occasion(weekdays=frozenset(weekdays)),
        ),
    )


def test_what_comes_often_is_another_event_on_another_weekday() -> None:
    title = "Quake shakes Zorgon county, windows broken"
    story = told(quake(title, 1, 3))

    assert not joins(quake(title, 2, 6), story)
    assert joins(quake(title, 2, 4), story)  # the day after, when somebody spoke of it
    assert joins(quake(title, 2, 3, 6), story)
    assert joins(quake(title, 2), story)
    assert joins(replace(quake(title, 2, 6), report=Report()), story)


def test_sunday_and_monday_are_near_each_other() -> None:
    title = "Quake shakes Zorgon county, windows broken"

    assert joins(quake(title, 2, 0), told(quake(title, 1, 6)))


def test_reports_that_share_only_a_word_of_these_weeks_gather_no_more() -> None:
    ends = "alpha bravo carbon dagger engine falcon galaxy hammer island jungle".split()
    loose = told(
        *[
            entry(f"Zorgonitis {end} {end}ish {end}ette {end}ova {end}ump", feed_id=n)
            for n, end in enumerate(ends)
        ]
    )
    tight = told(*[entry(f"Zorgonitis {end}", feed_id=n) for n, end in enumerate(ends)])
    new = entry("Zorgonitis stops actor", feed_id=99)

    assert loose.coherence < tight.coherence
    assert not joins(new, loose)
    assert joins(new, tight)


def test_stories_of_its_place_come_before_those_of_all_else_that_it_names() -> None:
    countries = frozenset({"PL", "LT", "LV", "EE", "FI", "SE", "NO", "DK"})
    new = replace(entry("Zorgon"), places=frozenset({"g1"}), abroad=countries)
    postings = {
        number_of(f"abroad:{country}"): Posting(stories=50, newest=tuple(range(n, n + 12)))
        for n, country in zip(range(100, 1000, 100), sorted(countries), strict=False)
    }
    postings[number_of("place:g1")] = Posting(stories=1, newest=(7,))

    assert find_candidates(new, {}, postings)[0] == 7
