from collections.abc import Sequence
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.folding import fold, words
from bot.domain.model import Match, Subscription
from bot.match.clauses import MAX_CLAUSES, Clause, to_clauses
from bot.match.evaluate import find_evidence
from bot.match.index import SubscriptionIndex
from bot.match.nodes import (
    AboutRegion,
    And,
    FromFeed,
    InLanguage,
    Leaf,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Title,
    Word,
)
from bot.match.words import Asked, DocumentWords, positions

WORDS = [
    *("drone", "drones", "attack", "attacked", "дрон", "дрони", "дронов", "сум", "суми"),
    *("F-16", "харків", "харкова", "харківська", "об'єкт", "Łódź", "a", "us", "use"),
    *("Zelenskyy", "Зеленського", "Kherson", "Херсоні", "US", "Пєсков", "Суми", "Drone."),
]
FORM = st.sampled_from([form for word in WORDS for form in words(word)])
WORD = st.builds(Word, FORM, st.booleans())
PHRASE = st.builds(Phrase, st.lists(FORM, min_size=2, max_size=3).map(tuple), st.booleans())
PREFIX = st.builds(Prefix, st.sampled_from(["dro", "дро", "дрон", "att", "attack", "хар"]))
TERM = st.one_of(WORD, WORD, PHRASE, PREFIX)
NEAR = st.builds(Near, TERM, TERM, st.integers(min_value=1, max_value=6))
REGIONS, LANGUAGES, FEEDS = ["RU-BEL", "UA-59", "UA"], ["uk", "ru"], ["bbc", "7"]
CONDITION = st.one_of(
    st.builds(AboutRegion, st.sampled_from(REGIONS)),
    st.builds(InLanguage, st.sampled_from(LANGUAGES)),
    st.builds(FromFeed, st.sampled_from(FEEDS)),
)
LEAF = st.one_of(TERM, TERM, NEAR, st.builds(Title, TERM | NEAR), CONDITION)


def compound(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    """Return what is made of other parts."""
    parts = st.lists(inner, min_size=2, max_size=4).map(tuple)
    return st.one_of(st.builds(And, parts), st.builds(Or, parts), st.builds(Not, inner))


NODE = st.recursive(LEAF, compound, max_leaves=10)
TEXT = st.lists(st.sampled_from(WORDS), max_size=10).map(" ".join)
ASKED = st.builds(
    Asked,
    words=st.builds(
        DocumentWords, TEXT, TEXT, language=st.sampled_from([None, "en", "de", "uk"])
    ),
    about=st.frozensets(st.sampled_from(REGIONS)),
    language=st.sampled_from(["", *LANGUAGES]),
    feeds=st.frozensets(st.sampled_from(FEEDS)),
)
# The regions of a subscription, and the number of its query: many have the same.
DRAFT = st.tuples(
    st.lists(st.sampled_from(REGIONS), max_size=2).map(tuple),
    st.integers(min_value=0, max_value=9) | st.none(),
)


def subscriptions(
    drafts: Sequence[tuple[tuple[str, ...], int | None]], queries: int
) -> list[Subscription]:
    """Return a subscription for each draft that asks for something."""
    return [
        Subscription(
            id=number,
            chat_id=number % 3,
            regions=regions,
            query=None if query is None else str(query % queries),
        )
        for number, (regions, query) in enumerate(drafts)
        if regions or query is not None
    ]


def naive(
    wanted: Sequence[Subscription], nodes: Sequence[Node], asked: Asked
) -> tuple[Match, ...]:
    """Return what asking each subscription finds."""
    matches = []
    for each in wanted:
        regions = tuple(region for region in each.regions if region in asked.about)
        found = () if each.query is None else find_evidence(nodes[int(each.query)], asked)
        if found is not None and (regions or not each.regions):
            matches.append(
                Match(
                    subscription_id=each.id,
                    chat_id=each.chat_id,
                    evidence=(*regions, *found),
                )
            )
    return tuple(matches)


@given(
    st.lists(NODE, min_size=1, max_size=8),
    st.lists(DRAFT, max_size=20),
    st.lists(ASKED, min_size=1, max_size=3),
    st.randoms(use_true_random=False),
)
def test_the_index_finds_what_asking_each_subscription_finds(
    nodes: list[Node],
    drafts: list[tuple[tuple[str, ...], int | None]],
    entries: list[Asked],
    chance: Random,
) -> None:
    wanted = subscriptions(drafts, len(nodes))
    index = SubscriptionIndex(lambda text: nodes[int(text)], wanted)

    assert [index.find(each) for each in entries] == [
        naive(wanted, nodes, each) for each in entries
    ]

    gone = chance.sample(wanted, len(wanted) // 2)
    for each in gone:
        index.remove(each.id)
    left = [each for each in wanted if each not in gone]

    assert [index.find(each) for each in entries] == [
        naive(left, nodes, each) for each in entries
    ]

    for each in gone:
        index.add(each)

    assert [index.find(each) for each in entries] == [
        naive(wanted, nodes, each) for each in entries
    ]

    for each in wanted:
        index.remove(each.id)

    keys = index._keys
    assert not any((index._queries, keys._keys, keys._by_name, keys._prefixes))
    assert [index.find(each) for each in entries] == [()] * len(entries)


def holds(node: Node, true: frozenset[Leaf]) -> bool:
    """Say whether the query holds if just these of its leaves do."""
    match node:
        case And(parts):
            return all(holds(part, true) for part in parts)
        case Or(parts):
            return any(holds(part, true) for part in parts)
        case Not(part):
            return not holds(part, true)
        case _:
            return node in true


def any_holds(clauses: frozenset[Clause], true: frozenset[Leaf]) -> bool:
    return any(c.required <= true and c.forbidden.isdisjoint(true) for c in clauses)


VARIABLES = [Word(letter) for letter in "abcdef"]
FORMULA = st.recursive(st.sampled_from(VARIABLES), compound, max_leaves=12)


@given(FORMULA)
def test_clauses_say_the_same_as_the_query_whatever_is_true(node: Node) -> None:
    clauses = to_clauses(node)

    for number in range(2 ** len(VARIABLES)):
        true = frozenset(VARIABLES[each] for each in positions(number))
        assert any_holds(clauses, true) == holds(node, true)


def test_clauses_too_many_to_be_written_out_still_hold_for_what_matches() -> None:
    pairs = [(Word(f"a{n}"), Word(f"b{n}")) for n in range(16)]
    clauses = to_clauses(And((Word("c"), *map(Or, pairs))))

    assert len(clauses) == MAX_CLAUSES
    assert any_holds(clauses, frozenset({Word("c"), *(pair[1] for pair in pairs)}))
    assert not any_holds(clauses, frozenset(pair[1] for pair in pairs))


@given(NODE, TEXT, TEXT)
def test_the_evidence_stands_in_the_text(node: Node, title: str, summary: str) -> None:
    text = f" {fold(title)} | {fold(summary)} ".replace("f-16", "f 16").replace(".", "")

    for part in find_evidence(node, Asked(words=DocumentWords(title, summary))) or ():
        assert f" {' '.join(words(part))} " in text


@given(st.text(max_size=80))
def test_each_word_has_one_surface(text: str) -> None:
    document = DocumentWords(text)

    for word in document.forms:
        found = [*positions(document.find_form(word))]
        assert found
        assert all(document.surface(position, 1) for position in found), word
