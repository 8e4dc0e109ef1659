"""What would make a query narrower, and how many messages that would leave.

It is found in what the query would have sent, and nothing is saved. Of more than `SAMPLED`
entries the newest stand for all.
"""

import asyncio
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from bot.domain.errors import QueryError
from bot.domain.folding import words
from bot.domain.model import Chat, Mode, Subscription
from bot.i18n.texts import named_zone
from bot.match.nodes import Node, Word
from bot.match.stems import capital_matters, stems
from bot.match.words import DocumentWords
from bot.pipeline.backtest import MAX_AN_HOUR, Backtest
from bot.pipeline.looking import Hit, relevant_words, story_of
from bot.pipeline.matching import Matcher
from bot.pipeline.narrowing import (
    narrow_to_regions,
    narrow_to_titles,
    narrow_without,
    query_text,
    with_operators,
)
from bot.pipeline.queries import read_query, subscription_of
from bot.pipeline.verify import Verifier, words_of
from bot.route.wall_clock import next_slot
from bot.store import archive, wanted
from bot.store.engine import Store

SAMPLED: Final = 300  # entries; a tenth of a second's work
LETTERS: Final = range(4, 19)  # of a word to leave out; more do not fit into a button
OFTEN: Final = 0.15  # of the stories; what fewer have makes nothing narrower
TRIED: Final = 12  # of the most frequent words; most of them are frequent everywhere
FEWEST: Final = 3  # stories with a word, for less may be chance
# As many times as often as in all entries must a word stand in these to belong to them.
BELONGS: Final = 3


class Way(StrEnum):
    """How a query is changed by a button: narrower, its messages fewer, what was meant.

    `NOW` takes `DIGEST` back.
    """

    WITHOUT = "without"
    TITLES = "title"
    MINE = "mine"
    DIGEST = "digest"
    NOW = "now"
    OPERATORS = "operators"


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrower:
    """One way, and how many messages it leaves.

    Attributes:
        way: Which.
        stories: The messages that are left.
        is_estimated: The newest entries stand for all.
        word: What is left out.
        share: In how many of the stories that word is.
    """

    way: Way
    stories: int
    is_estimated: bool = False
    word: str = ""
    share: float = 0.0


async def find_narrower(
    store: Store,
    asked: Subscription,
    would: Backtest,
    mine: Sequence[Subscription],
    chat: Chat,
    *,
    now: datetime,
) -> tuple[Narrower, ...]:
    """Return the ways that leave less than `would`, and something.

    Args:
        store: The archive.
        asked: The query; one without words has no narrower ones.
        would: What it would have sent.
        mine: What the chat follows.
        chat: Whose digests are meant.
        now: Current time.
    """
    if asked.query is None or not would.stories:
        return ()
    node, hits = read_query(asked.query), would.hits[:SAMPLED]
    word = await _find_noisy(store, node, hits, now - timedelta(days=would.days))
    nodes = [node, *([Word(word)] if word else [])]
    async with store.read() as tx:
        relevant = await relevant_words(tx, nodes)
    kept = {
        way: keeps
        for way, keeps in _keepers(asked, mine, word, relevant).items()
        if way is Way.WITHOUT or _is_readable(narrow(asked, way, mine), chat.language)
    }
    left = await asyncio.to_thread(_count, hits, kept)
    whole = len({story_of(hit.entry) for hit in hits})
    found = []
    for way, count in left.items():
        if 0 < count < whole:
            stories = round(would.stories * count / whole)
            is_estimated = len(would.hits) > len(hits)
            is_word = way is Way.WITHOUT
            found.append(
                Narrower(
                    way=way,
                    stories=stories,
                    is_estimated=is_estimated,
                    word=word if is_word else "",
                    share=1 - count / whole if is_word else 0.0,
                )
            )
    digests = _count_digests(would, chat)
    is_crowded = would.peak > (chat.hourly_limit or MAX_AN_HOUR)
    if chat.mode is Mode.NOW and (is_crowded or 2 * digests <= would.stories):
        found.append(Narrower(way=Way.DIGEST, stories=digests))
    return tuple(found)


def narrow(
    asked: Subscription, way: Way, mine: Iterable[Subscription], word: str = ""
) -> Subscription:
    """Return the query changed in that way; its words are the same in digests."""
    match way:
        case Way.TITLES:
            return narrow_to_titles(asked)
        case Way.MINE:
            return narrow_to_regions(asked, mine)
        case Way.WITHOUT:
            return narrow_without(asked, word)
        case Way.OPERATORS:
            return with_operators(asked)
        case Way.DIGEST | Way.NOW:
            return asked


def _is_readable(asked: Subscription, language: str) -> bool:
    """Return whether it can be written down: it may have become too long."""
    try:
        again = subscription_of(query_text(asked, language))
    except QueryError:
        return False
    return again.regions == asked.regions


def _keepers(
    asked: Subscription,
    mine: Sequence[Subscription],
    word: str,
    relevant: Collection[str],
) -> dict[Way, Callable[[Hit], bool]]:
    """Return for each way what says whether it keeps an entry that matches."""
    found: dict[Way, Callable[[Hit], bool]] = {}
    if word:
        only = Subscription(id=0, chat_id=0, query=word)
        has_word = Verifier([(only, Word(word))], relevant)
        found[Way.WITHOUT] = lambda hit: (
            not has_word.matches(hit.entry.title, hit.entry.summary, hit.asked)
        )
    titled = narrow_to_titles(asked)
    if titled.query and titled != asked:
        in_title = Verifier([(titled, read_query(titled.query))], relevant)
        found[Way.TITLES] = lambda hit: in_title.matches(hit.entry.title, "", hit.asked)
    within = narrow_to_regions(asked, mine)
    if within != asked:
        about = Matcher([replace(within, query=None)])
        nothing = DocumentWords("")
        found[Way.MINE] = lambda hit: bool(about.find(replace(hit.asked, words=nothing)))
    return found


def _count(hits: Sequence[Hit], kept: dict[Way, Callable[[Hit], bool]]) -> dict[Way, int]:
    """Return how many stories each way keeps."""
    return {
        way: len({story_of(hit.entry) for hit in hits if keeps(hit)})
        for way, keeps in kept.items()
    }


def _count_digests(would: Backtest, chat: Chat) -> int:
    """Return how many digests would have brought the same."""
    zone = named_zone(chat.time_zone)
    hours = {at.replace(minute=0, second=0, microsecond=0) for at in would.told_at}
    slots = {next_slot(chat.digests, zone, at).at for at in hours}
    return len(slots)


async def _find_noisy(
    store: Store, node: Node, hits: Sequence[Hit], since: datetime
) -> str:
    """Return the word that most stories have besides what was asked for, "" if none.

    What stands everywhere belongs to the language and not to the matter.
    """
    counted, stories = await asyncio.to_thread(_count_words, hits)
    asked = frozenset(words_of(node))
    own = frozenset(stem for word in asked for stem in stems(word))
    async with store.read() as tx:
        oldest = await archive.get_oldest_id(tx, since)
        entries = await archive.get_newest_id(tx) - oldest + 1
        # Of several that are as frequent, the longest says most.
        ranked = sorted(counted.items(), key=lambda each: (-each[1], -len(each[0]), each))
        for word, count in ranked[:TRIED]:
            if count < max(FEWEST, OFTEN * stories):
                break
            if count == stories or word in asked or not own.isdisjoint(stems(word)):
                continue
            everywhere = await archive.count(tx, wanted.Form(word), since=oldest)
            if count / stories >= BELONGS * everywhere / max(entries, 1):
                return word
    return ""


def _count_words(hits: Sequence[Hit]) -> tuple[Counter[str], int]:
    """Return in how many stories each word stands, and how many stories there are."""
    of_story: dict[object, set[str]] = {}
    for hit in hits:
        found = of_story.setdefault(story_of(hit.entry), set())
        found.update(words(hit.entry.title))
        found.update(words(hit.entry.summary))
    counted = Counter(word for found in of_story.values() for word in found)
    for word in list(counted):
        if len(word) not in LETTERS or not word.isalpha() or capital_matters(word):
            del counted[word]
    return counted, len(of_story)
