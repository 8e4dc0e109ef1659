"""Subscriptions that an entry satisfies: the index beside a loop over every query.

One JSON line for each number of subscriptions: entries a second of both on one core and
their ratio, from the same run. Words follow Zipf's law over 20,000 invented ones; 70 % of
the queries are a word, 20 % two words and 10 % a word without another.
"""

import json
import random
import time

from bot.domain.model import Subscription
from bot.match.index import SubscriptionIndex
from bot.match.query import parse_query
from bot.match.words import DocumentWords

SEED = 7
VOCABULARY = [f"w{number:05}x" for number in range(20_000)]
WEIGHTS = [1 / rank for rank in range(10, len(VOCABULARY) + 10)]
WORDS_PER_ENTRY = 60  # about 350 characters
ENTRIES = 60
NAIVE_ENTRIES = 5


def some_query(chance: random.Random) -> str:
    """Return a query; subscribers choose rarer words than texts use."""
    one, two = chance.sample(VOCABULARY[500:], 2)
    kind = chance.random()
    if kind < 0.7:  # noqa: PLR2004  # as above
        return one
    return f"{one} {two}" if kind < 0.9 else f"{one} -{two}"  # noqa: PLR2004  # likewise


def main() -> None:
    """Print the figures."""
    chance = random.Random(SEED)  # noqa: S311  # a repeatable load, no secret
    texts = [
        " ".join(chance.choices(VOCABULARY, WEIGHTS, k=WORDS_PER_ENTRY))
        for _ in range(ENTRIES)
    ]
    for count in (1_000, 10_000):
        queries = [some_query(chance) for _ in range(count)]
        index = SubscriptionIndex(
            [
                Subscription(id=number, chat_id=number, query=query)
                for number, query in enumerate(queries)
            ]
        )
        parsed = [parse_query(query) for query in queries]

        started = time.perf_counter()
        found = [len(index.find(frozenset(), DocumentWords(text))) for text in texts]
        per_second = ENTRIES / (time.perf_counter() - started)

        started = time.perf_counter()
        naive = [
            sum(query.evidence(document) is not None for query in parsed)
            for document in map(DocumentWords, texts[:NAIVE_ENTRIES])
        ]
        naive_per_second = NAIVE_ENTRIES / (time.perf_counter() - started)

        assert naive == found[:NAIVE_ENTRIES], "the index and the loop disagree"
        line = {
            "benchmark": "match",
            "subscriptions": count,
            "matches_per_entry": round(sum(found) / ENTRIES, 1),
            "entries_per_second": round(per_second),
            "naive_entries_per_second": round(naive_per_second, 1),
            "ratio": round(per_second / naive_per_second, 1),
        }
        print(json.dumps(line))


if __name__ == "__main__":
    main()
