import contextlib

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import QueryError
from bot.domain.folding import words
from bot.domain.model import Match, Subscription
from bot.match.index import SubscriptionIndex
from bot.match.query import REASONS, parse_query
from bot.match.words import DocumentWords, positions

WORD = st.sampled_from(
    [
        *(
            "drone",
            "drones",
            "attack",
            "attacked",
            "дрон",
            "дрони",
            "дронов",
            "сум",
            "суми",
            "F-16",
        ),
        *("харків", "харкова", "об'єкт", "Łódź", "a", "us", "use"),
    ]
)
REGION = st.sampled_from(["RU-BEL", "UA-59", "UA"])
TERM = st.one_of(
    WORD,
    WORD.map("={}".format),
    WORD.map("-{}".format),
    st.sampled_from(["dro*", "дро*", "атак*", "att*"]),
    st.tuples(WORD, WORD).map(lambda pair: f'"{pair[0]} {pair[1]}"'),
    st.tuples(WORD, WORD).map(lambda pair: f"-«{pair[0]} {pair[1]}»"),
)
QUERY = st.lists(TERM, min_size=1, max_size=4).map(" ".join)
SUBSCRIPTION = st.one_of(
    st.tuples(st.lists(REGION, min_size=1, max_size=2).map(tuple), st.none()),
    st.tuples(st.lists(REGION, max_size=2).map(tuple), QUERY),
)
TEXT = st.lists(WORD, max_size=8).map(" ".join)
PIECES = st.sampled_from(
    [
        *(
            " ",
            "-",
            "=",
            "*",
            '"',
            "«",
            "»",
            "“",
            "AND",
            "NOT",
            "OR",
            "|",
            "(",
            "NEAR/3",
            "title:",
        ),
        *("abc", "дрон", "ß", "ﷺ", "'", "16", "–", "&"),
    ]
)
ANYTHING = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=14).map("".join))


def naive(
    subscriptions: list[Subscription], about: frozenset[str], document: DocumentWords
) -> tuple[Match, ...]:
    matches = []
    for subscription in subscriptions:
        regions = tuple(region for region in subscription.regions if region in about)
        if subscription.regions and not regions:
            continue
        found: tuple[str, ...] | None = ()
        if subscription.query:
            found = None
            with contextlib.suppress(QueryError):
                found = parse_query(subscription.query).evidence(document)
        if found is not None:
            matches.append(
                Match(
                    subscription_id=subscription.id,
                    chat_id=subscription.chat_id,
                    evidence=(*regions, *found),
                )
            )
    return tuple(matches)


@given(st.lists(SUBSCRIPTION, max_size=12), st.frozensets(REGION), TEXT, TEXT)
def test_the_index_finds_what_asking_each_subscription_finds(
    drafts: list[tuple[tuple[str, ...], str | None]],
    about: frozenset[str],
    title: str,
    summary: str,
) -> None:
    subscriptions = [
        Subscription(id=number, chat_id=number % 3, regions=regions, query=query)
        for number, (regions, query) in enumerate(drafts)
    ]
    document = DocumentWords(title, summary)

    found = SubscriptionIndex(subscriptions).find(about, document)

    assert found == naive(subscriptions, about, document)


@given(ANYTHING)
def test_any_text_is_a_query_with_a_canonical_form_or_refused_with_a_reason(
    text: str,
) -> None:
    refusal, query = None, None
    try:
        query = parse_query(text)
    except QueryError as error:
        refusal = error

    if query is None:
        assert refusal is not None
        assert refusal.reason in REASONS
        assert 0 <= refusal.position <= len(text)
        return
    assert parse_query(query.canonical) == query
    assert parse_query(query.canonical).canonical == query.canonical


@given(QUERY, TEXT)
def test_the_evidence_stands_in_the_text(query: str, title: str) -> None:
    with contextlib.suppress(QueryError):
        for part in parse_query(query).evidence(DocumentWords(title)) or ():
            assert f" {' '.join(words(part))} " in f" {' '.join(words(title))} "


@given(st.text(max_size=80))
def test_each_word_has_one_surface(text: str) -> None:
    document = DocumentWords(text)

    for word in document.forms:
        found = [*positions(document.find_form(word))]
        assert found
        assert all(document.surface(position, 1) for position in found), word
