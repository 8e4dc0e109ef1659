from bot.domain.model import Match, Subscription
from bot.match.index import SubscriptionIndex
from bot.match.words import DocumentWords

BELGOROD, SUMY = "RU-BEL", "UA-59"
WORDS = DocumentWords("Drone attack near Belgorod", "Two houses are damaged.")


def subscription(number: int, *regions: str, query: str | None = None) -> Subscription:
    return Subscription(id=number, chat_id=100 + number, regions=regions, query=query)


def found(*subscriptions: Subscription, about: tuple[str, ...] = ()) -> list[int]:
    matches = SubscriptionIndex(subscriptions).find(frozenset(about), WORDS)
    return [match.subscription_id for match in matches]


def test_a_region_matches_what_is_about_it() -> None:
    index = SubscriptionIndex(
        [subscription(1, SUMY, BELGOROD, "UA"), subscription(2, SUMY)]
    )

    matches = index.find(frozenset({BELGOROD, "UA"}), DocumentWords(""))

    assert matches == (Match(subscription_id=1, chat_id=101, evidence=(BELGOROD, "UA")),)


def test_a_query_matches_by_its_words() -> None:
    index = SubscriptionIndex([subscription(1, query="drones")])

    assert index.find(frozenset(), WORDS) == (
        Match(subscription_id=1, chat_id=101, evidence=("Drone",)),
    )


def test_region_and_query_must_both_hold() -> None:
    both = subscription(1, BELGOROD, query="drone house")

    assert found(both, about=(BELGOROD,)) == [1]
    assert found(both, about=(SUMY,)) == []
    assert found(subscription(2, BELGOROD, query="ship"), about=(BELGOROD,)) == []


def test_the_evidence_names_regions_then_words() -> None:
    both = SubscriptionIndex([subscription(1, BELGOROD, query='"houses damaged" drone')])
    index = SubscriptionIndex([subscription(1, BELGOROD, query="house* =drone")])

    assert both.find(frozenset({BELGOROD}), WORDS) == ()
    assert index.find(frozenset({BELGOROD}), WORDS)[0].evidence == (
        BELGOROD,
        "houses",
        "Drone",
    )


def test_each_kind_of_query_is_found() -> None:
    queries = ["drones", "=drone", "dron*", '"attack near"', "attac* -ship", "dro* attac*"]

    assert found(*(subscription(n, query=text) for n, text in enumerate(queries))) == [
        *range(len(queries))
    ]


def test_each_kind_of_query_is_refused() -> None:
    queries = ["ship", "=drones", "shi*", '"near attack"', "attac* -drone", "dronedro*"]

    assert found(*(subscription(n, query=text) for n, text in enumerate(queries))) == []


def test_equal_queries_of_many_chats_match_for_all_in_order() -> None:
    subscriptions = [subscription(n, query="drone") for n in (3, 1, 2)]

    assert found(*subscriptions) == [1, 2, 3]


def test_a_stored_query_that_cannot_be_read_stops_nobody_else() -> None:
    index = SubscriptionIndex([subscription(1, query="(("), subscription(2, query="drone")])

    assert [match.subscription_id for match in index.find(frozenset(), WORDS)] == [2]
    assert index.broken == [(1, "position 1: Parentheses are not built yet.")]
