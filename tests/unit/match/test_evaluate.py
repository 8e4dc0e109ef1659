import pytest

from bot.match.evaluate import find_evidence
from bot.match.nodes import (
    AboutRegion,
    And,
    FromFeed,
    InLanguage,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Title,
    Word,
)
from bot.match.parse import parse_query
from bot.match.words import Asked, DocumentWords

ASKED = Asked(
    words=DocumentWords(
        "Drones attack near Łódź", "An attack of drones. Two F-16 over the old town."
    ),
    about=frozenset({"PL-10", "PL"}),
    language="en",
    feeds=frozenset({"the daily", "7"}),
)
DRONE, SHIP, TWO, OLD = Word("drone"), Word("ship"), Word("two"), Word("old")


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        pytest.param(DRONE, ("Drones",), id="an inflection"),
        pytest.param(SHIP, None, id="no such word"),
        pytest.param(Word("drone", exact=True), None, id="not as written"),
        pytest.param(Word("łodz", exact=True), ("Łódź",), id="no diacritics"),
        pytest.param(Word("drones", exact=True), ("Drones",), id="as written"),
        pytest.param(Phrase(("drone", "attacks")), ("Drones attack",), id="a phrase"),
        pytest.param(Phrase(("drone", "attacks"), exact=True), None, id="exact phrase"),
        pytest.param(Phrase(("attack", "drone")), None, id="the other order"),
        pytest.param(Phrase(("f", "16")), ("F 16",), id="a word of two"),
        pytest.param(Prefix("att"), ("attack",), id="a beginning"),
        pytest.param(Prefix("tack"), None, id="not a beginning"),
        pytest.param(And((DRONE, TWO)), ("Drones", "Two"), id="both"),
        pytest.param(And((DRONE, DRONE)), ("Drones",), id="each word once"),
        pytest.param(And((DRONE, SHIP)), None, id="not both"),
        pytest.param(Or((SHIP, TWO)), ("Two",), id="one of two"),
        pytest.param(Or((TWO, DRONE)), ("Two", "Drones"), id="both of two"),
        pytest.param(Or((SHIP, Word("plane"))), None, id="none of two"),
        pytest.param(And((DRONE, Not(SHIP))), ("Drones",), id="without another"),
        pytest.param(And((DRONE, Not(TWO))), None, id="with what is excluded"),
        pytest.param(Not(Not(DRONE)), (), id="excluded words are no evidence"),
        pytest.param(FromFeed("the daily"), (), id="a name of the feed"),
        pytest.param(FromFeed("daily"), None, id="part of a name"),
        pytest.param(InLanguage("en"), (), id="the language"),
        pytest.param(InLanguage("uk"), None, id="another language"),
        pytest.param(AboutRegion("PL"), (), id="a place"),
        pytest.param(AboutRegion("UA"), None, id="another place"),
        pytest.param(And((InLanguage("en"), TWO)), ("Two",), id="condition and word"),
        pytest.param(Title(Word("attack")), ("attack",), id="in the title"),
        pytest.param(Title(TWO), None, id="not in the title"),
        pytest.param(Title(Near(DRONE, Word("near"), 2)), ("Drones", "near"), id="all"),
        pytest.param(Title(Near(TWO, OLD, 9)), None, id="near, but not in the title"),
    ],
)
def test_a_query_finds_the_words_that_matched(
    node: Node, expected: tuple[str, ...] | None
) -> None:
    assert find_evidence(node, ASKED) == expected


@pytest.mark.parametrize(
    ("near", "expected"),
    [
        pytest.param(Near(TWO, OLD, 5), ("Two", "old"), id="just near enough"),
        pytest.param(Near(OLD, TWO, 5), ("old", "Two"), id="the other order"),
        pytest.param(Near(TWO, OLD, 4), None, id="too far"),
        pytest.param(Near(TWO, Phrase(("old", "town")), 5), ("Two", "old town"), id="ends"),
        pytest.param(Near(Phrase(("f", "16")), OLD, 3), ("F 16", "old"), id="last word"),
        pytest.param(Near(TWO, TWO, 9), None, id="one word is not near itself"),
        pytest.param(Near(OLD, Phrase(("the", "old")), 9), None, id="nor its phrase"),
        pytest.param(Near(Word("łodz"), Word("an"), 9), None, id="title and summary"),
        pytest.param(Near(DRONE, Word("of"), 9), ("drones", "of"), id="the near one"),
    ],
)
def test_near_measures_from_the_nearest_words(
    near: Near, expected: tuple[str, ...] | None
) -> None:
    assert find_evidence(near, ASKED) == expected


def test_no_phrase_begins_in_the_title_and_ends_in_the_summary() -> None:
    asked = Asked(words=DocumentWords("Drones over", "Kursk is dark"))

    assert find_evidence(Phrase(("over", "kursk")), asked) is None


@pytest.mark.parametrize(
    ("query", "title", "expected"),
    [
        ("drone", "Drones over Kursk", ("Drones",)),
        ("дрони", "Атака «дронами» вночі", ("дронами",)),
        ("дроны", "Сбито 12 дронов", ("дронов",)),
        ("обстріл", "Після обстрілу Сум", ("обстрілу",)),
        ("drone kursk", "Drones over Kursk", ("Drones", "Kursk")),
        ("drone AND kursk", "Drones over Kursk", ("Drones", "Kursk")),
        ("drone drone", "Drones over Kursk", ("Drones",)),
        ("drone belgorod", "Drones over Kursk", None),
        ("=drone", "Drones over Kursk", None),
        ("=Wolka", "Fire in Wólka", ("Wólka",)),
        ("=Елка", "Ёлка горит", ("Ёлка",)),
        ("атак*", "Під час атаки", ("атаки",)),
        ("атак*", "Ворог контратакує", None),
        ("drone -kursk", "Drones over Kursk", None),
        ("drone -kursk", "Drones over Sumy", ("Drones",)),
        ("drone NOT kursk", "Drones over Kursk", None),
        ("drone AND NOT kursk", "Drones over Kursk", None),
        ("drone –kursk", "Drones over Kursk", None),
        ("drone NOT -kursk", "Drones over Kursk", ("Drones", "Kursk")),
        ('drone -"over kursk"', "Drones over Kursk", None),
        ('drone -"kursk over"', "Drones over Kursk", ("Drones",)),
        ('"drone attack"', "Drone attacks on Kursk", ("Drone attacks",)),
        ("«drone attack»", "An attack of a drone", None),
        ("“drone attack„", "Drone-attack on Kursk", ("Drone attack",)),
        ('="drone attack"', "Drone attacks on Kursk", None),
        ('"ship over kursk"', "Drones over Kursk", None),
        ("F-16", "Two F-16s seen", None),
        ("F-16", "Two F-16 seen", ("F 16",)),
        ("об'єкт", "Уражено об’єкти", ("об’єкти",)),
        ("not", "To be or not to be", ("not",)),
        ("a", "Vitamin A", ("A",)),
    ],
)
def test_a_query_as_typed_finds_the_words_that_matched(
    query: str, title: str, expected: tuple[str, ...] | None
) -> None:
    asked = Asked(words=DocumentWords(title))

    assert find_evidence(parse_query(query, dict[str, str]().get), asked) == expected


def test_the_summary_counts() -> None:
    asked = Asked(words=DocumentWords("Drones", "Seen over Kursk."))

    assert find_evidence(Word("kursk"), asked) == ("Kursk",)
