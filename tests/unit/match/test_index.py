from bot.domain.model import Match, Subscription
from bot.match.index import SubscriptionIndex
from bot.match.nodes import Node
from bot.match.parse import parse_query
from bot.match.words import Asked, DocumentWords

BELGOROD, SUMY = "RU-BEL", "UA-59"
WORDS = DocumentWords("Drone attack near Belgorod", "Two houses are damaged.")


def subscription(number: int, *regions: str, query: str | None = None) -> Subscription:
    return Subscription(id=number, chat_id=100 + number, regions=regions, query=query)


def read(text: str) -> Node:
    return parse_query(text, {"Sumy": SUMY}.get)


def found(*subscriptions: Subscription, about: tuple[str, ...] = ()) -> list[int]:
    asked = Asked(
        words=WORDS, about=frozenset(about), language="en", feeds=frozenset({"bbc news"})
    )
    matches = SubscriptionIndex(read, subscriptions).find(asked)
    return [match.subscription_id for match in matches]


def test_a_region_matches_what_is_about_it() -> None:
    index = SubscriptionIndex(
        read, [subscription(1, SUMY, BELGOROD, "UA"), subscription(2, SUMY)]
    )

    matches = index.find(Asked(words=DocumentWords(""), about=frozenset({BELGOROD, "UA"})))

    assert matches == (Match(subscription_id=1, chat_id=101, evidence=(BELGOROD, "UA")),)


def test_a_query_matches_by_its_words() -> None:
    index = SubscriptionIndex(read, [subscription(1, query="drones")])

    assert index.find(Asked(words=WORDS)) == (
        Match(subscription_id=1, chat_id=101, evidence=("Drone",)),
    )


def test_region_and_query_must_both_hold() -> None:
    both = subscription(1, BELGOROD, query="drone house")

    assert found(both, about=(BELGOROD,)) == [1]
    assert found(both, about=(SUMY,)) == []
    assert found(subscription(2, BELGOROD, query="ship"), about=(BELGOROD,)) == []


def test_the_evidence_names_regions_then_words() -> None:
    both = SubscriptionIndex(
        read, [subscription(1, BELGOROD, query='"houses damaged" drone')]
    )
    index = SubscriptionIndex(read, [subscription(1, BELGOROD, query="house* =drone")])

    assert both.find(Asked(words=WORDS, about=frozenset({BELGOROD}))) == ()
    assert index.find(Asked(words=WORDS, about=frozenset({BELGOROD})))[0].evidence == (
        BELGOROD,
        "houses",
        "Drone",
    )


def test_each_kind_of_query_is_found() -> None:
    queries = [
        *("drones", "=drone", "dron*", '"attack near"', "attac* -ship", "dro* attac*"),
        *("ship OR drone", "drone NEAR/2 near", "title:belgorod", "lang:en"),
        *('feed:"BBC News" house', "drone -region:Sumy", "title:(attack -ship)"),
    ]

    assert found(*(subscription(n, query=text) for n, text in enumerate(queries))) == [
        *range(len(queries))
    ]


def test_each_kind_of_query_is_refused() -> None:
    queries = [
        *("ship", "=drones", "shi*", '"near attack"', "attac* -drone", "dronedro*"),
        *("ship OR boat", "drone NEAR/1 near", "title:damaged", "lang:uk", "feed:bbc"),
        *("region:Sumy", "drone -lang:en", "title:(attack -drone)"),
    ]

    assert found(*(subscription(n, query=text) for n, text in enumerate(queries))) == []


def test_equal_queries_of_many_chats_match_for_all_in_order() -> None:
    subscriptions = [subscription(n, query="drone") for n in (3, 1, 2)]

    assert found(*subscriptions) == [1, 2, 3]


def test_a_stored_query_that_cannot_be_read_stops_nobody_else() -> None:
    index = SubscriptionIndex(
        read, [subscription(1, query="(("), subscription(2, query="drone")]
    )

    assert [match.subscription_id for match in index.find(Asked(words=WORDS))] == [2]
    assert [*index.broken] == [1]

    index.remove(1)

    assert not index.broken


def test_removing_what_is_not_there_changes_nothing() -> None:
    index = SubscriptionIndex(read, [subscription(1, query="drone")])

    index.remove(2)

    assert [match.subscription_id for match in index.find(Asked(words=WORDS))] == [1]
