"""Which story does a new entry tell? By its words, places, days and numbers (pure).

An entry joins the story that is most like it, if it is like enough and nothing forbids it.
What is doubtful opens a story of its own, and so alerts: joining the wrong one swallows
news. Each decision looks at a bounded number of stories, each of bounded size.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from heapq import nlargest
from math import log
from typing import NamedTuple

from bot.dedupe.across import SameEvent, find_same_event
from bot.dedupe.features import Features
from bot.dedupe.follow_ups import find_follow_up
from bot.dedupe.quiet import Quiet, find_quiet
from bot.dedupe.story_state import StoryState
from bot.dedupe.terms import is_common, number_of, weigh
from bot.dedupe.vectors import Vector, dot, unit
from bot.dedupe.vetoes import find_veto

SAME = 0.25
RELATED = 0.15
TIE = 0.001  # of likeness, which a point is worth between stories that may be the one
BESIDE_PLACES = 0.14  # of the likeness must come of words, names of places aside
NAMES_MATTER = 0.5  # of the likeness at most is lost where each has names of its own
OWN_NAME = 0.4  # of a story's entries have a name that the story is known by
YOUNG = 8  # entries: what a story so small is about is not certain yet
BESIDE_ONE = 0.13  # of the likeness must come of more words than one that stories share
SHARED_BY = 5  # stories: a rare word that fewer have may be one event in pieces
# What two words that hardly a story has are worth, where neither names a place: such events
# differ by their words alone. On ECB+ 1.54 alerts a story became 1.41, on BASIL 1.19 1.17,
# on UCI 7.8 7.7, and nothing more was swallowed.
RARE_WORDS = 0.05  # of likeness
SETTLED = 4  # entries: the texts of a larger story differ more, so each is less like all
LARGER = 0.05  # of the likeness is added for each time that a story is e times as large
LARGEST = 0.3  # at most
# A story less like itself than this has gathered reports that share a word of these weeks
# ("coronavirus", "sanctions"). Of 115 with nine entries or more on ECB+, FNC-1 and UCI six
# are; of 168 on ru_slug, where so much is about one illness, 57.
COHERENT = 0.25
LOOKED_UP = 14  # terms by which stories are looked for, those that tell most
SHARED = 0.4  # of the vector's weights: who shares less is hardly ever alike enough
# Stories found by words. With 16 UCI has 7.71 alerts a story in place of 7.79 and the other
# sets' scores are the same; with 100,000 entries each costs a sixth more.
CANDIDATES = 10
BY_SIGNAL = 12  # the newest that are found by one place, region or day
COMPARED = 32  # stories in all
WINDOW = timedelta(hours=72)
LONGEST = timedelta(days=7)


class Posting(NamedTuple):
    """How many stories had a term, and the newest of them, oldest first."""

    stories: int = 0
    newest: tuple[int, ...] = ()


NOWHERE = Posting()


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """An entry's terms as stories are compared with them.

    Attributes:
        telling: How much each tells.
        vector: Their weights at length 1.
        ambiguous: Everyday words, and what many stories had: a company, a country at war.
        busy: Its places of which many stories tell.
    """

    telling: Vector
    vector: Vector
    ambiguous: frozenset[int] = frozenset()
    busy: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The story that an entry joins, None for one of its own; and why."""

    story_id: int | None
    reason: str


def weigh_terms(entry: Features, postings: Mapping[int, Posting], *, total: int) -> Weighed:
    """Return how much each of its terms tells."""
    stories = {term: postings.get(term, NOWHERE).stories for term in entry.terms}
    telling = {
        term: weigh(term, stories=count, total=total) for term, count in stories.items()
    }
    return Weighed(
        telling=telling,
        vector=unit({term: uses * telling[term] for term, uses in entry.terms.items()}),
        ambiguous=frozenset(
            term for term, count in stories.items() if count > SHARED_BY or is_common(term)
        ),
        busy=frozenset(
            place
            for place in entry.places
            if postings.get(number_of(f"place:{place}"), NOWHERE).stories > SHARED_BY
        ),
    )


def find_candidates(
    entry: Features, vector: Vector, postings: Mapping[int, Posting]
) -> list[int]:
    """Return the ids of stories to compare with, those that share most first.

    Then those of its places, before what more stories share: a region, a hospital.
    """
    shared: defaultdict[int, float] = defaultdict(float)
    for term, weight in nlargest(LOOKED_UP, vector.items(), key=lambda i: (i[1], i[0])):
        for story_id in postings.get(term, NOWHERE).newest:
            shared[story_id] += weight
    ranked = nlargest(
        CANDIDATES,
        [(weight, number) for number, weight in shared.items() if weight >= SHARED],
    )
    found = [story_id for _, story_id in ranked]
    signals = entry.signals() - entry.terms.keys()
    places = signals & {number_of(f"place:{place}") for place in entry.places}
    for signal in (*sorted(places), *sorted(signals - places)):
        if len(found) >= COMPARED:
            break
        newest = postings.get(signal, NOWHERE).newest[-BY_SIGNAL:]
        found += [story_id for story_id in newest if story_id not in found]
    return found[:COMPARED]


def choose(
    entry: Features,
    candidates: Collection[StoryState],
    weighed: Weighed,
    *,
    across_languages: bool = True,
) -> Choice:
    """Choose among the candidates' stories.

    Args:
        entry: The new entry.
        candidates: Stories that share something with it.
        weighed: Its terms.
        across_languages: Whether it may join a story told in other languages only.
    """
    best: tuple[float, int, str] | None = None
    refused = "nothing like it"
    quiet = find_quiet(entry, candidates)
    for story in candidates:
        if not is_open(story, entry.published_at):
            continue
        if not across_languages and entry.language not in story.languages:
            continue
        score = likeness(entry, story, weighed)
        event = _find_event(entry, story, score, weighed, quiet)
        if event is not None:
            score = max(score, SAME + event.points * TIE)
        follows = find_follow_up(entry, story, weighed.telling)
        if follows is not None:
            score = max(score, SAME)
        if score < SAME:
            continue
        veto = find_veto(
            entry,
            story,
            weighed.ambiguous,
            follows_up=follows is not None,
            is_sure=event is not None and event.is_sure,
        )
        if veto is not None:
            refused = veto
            continue
        reason = follows or f"tells the same, likeness {score:.2f}"
        if event is not None:
            reason = event.reason
        found = (score, story.id, reason)
        best = max(best, found) if best is not None else found
    if best is None:
        return Choice(story_id=None, reason=refused)
    return Choice(story_id=best[1], reason=best[2])


def _find_event(
    entry: Features, story: StoryState, alike: float, weighed: Weighed, quiet: Quiet
) -> SameEvent | None:
    """Return why it tells the story's event, None if not or if its words say otherwise."""
    event = find_same_event(entry, story, alike, weighed.busy, quiet)
    if event is not None and event.is_bare and _is_unlike(entry, story, weighed):
        return None
    return event


def is_open(story: StoryState, at: datetime) -> bool:
    """Return whether an entry of that time may still join."""
    return -WINDOW <= at - story.last_at <= WINDOW and at - story.first_at <= LONGEST


def likeness(entry: Features, story: StoryState, weighed: Weighed) -> float:
    """Return how like an entry is to a story, 0 to 1.

    The mean of the likeness to the nearest of its entries and to all of them together;
    less where both name what the other does not, and little where all that they share are
    names of places ("Sumy: school closed", "Sumy: football") and numbers or, while the
    story is young, one word that tells of much else ("Apple buys", "Apple Watch"). A large
    story whose own entries are hardly like each other is like nothing.
    """
    vector, telling = weighed.vector, weighed.telling
    score = _mean_likeness(story, vector)
    if story.size >= YOUNG and story.live is None:
        score *= min(1.0, max(0.0, story.coherence) / COHERENT) ** 2
    bonus = 0.0
    if score >= SAME - RARE_WORDS and _shares_rare_words(entry, story, weighed):
        bonus = RARE_WORDS
    if score + bonus < SAME or story.live is not None:  # a live page has others each hour
        return score
    if _is_unlike(entry, story, weighed) or _is_one_word(entry, story, weighed):
        return RELATED
    names = entry.names & entry.terms.keys()
    if not names or not story.names:
        return score + bonus
    vocabulary = story.vocabulary
    missing = sum(telling[name] for name in sorted(names) if name not in vocabulary)
    theirs = {n: c for n, c in story.names.items() if c >= OWN_NAME * story.size}
    lacking = sum(count for name, count in theirs.items() if name not in entry.terms)
    ours = sum(telling[name] for name in sorted(names))
    lost = min(missing / ours, lacking / (sum(theirs.values()) or 1))
    return score * (1 - NAMES_MATTER * lost) + bonus


def _is_unlike(entry: Features, story: StoryState, weighed: Weighed) -> bool:
    """Say whether it is hardly like a story of its language, but for places and numbers."""
    passed_over = entry.place_names | entry.numbers
    words = {t: weight for t, weight in weighed.vector.items() if t not in passed_over}
    return _mean_likeness(story, words) < BESIDE_PLACES


def _shares_rare_words(entry: Features, story: StoryState, weighed: Weighed) -> bool:
    """Say whether two words, and no places, connect them."""
    if entry.place_names or story.title_place_names or story.places:
        return False
    return len(story.vocabulary.intersection(weighed.vector) - weighed.ambiguous) > 1


def _is_one_word(entry: Features, story: StoryState, weighed: Weighed) -> bool:
    """Say whether a young story is like it by little more than one ambiguous word.

    The name of the town where both are is none.
    """
    if story.size > YOUNG:
        return False
    nearest = max(story.members, key=lambda member: dot(weighed.vector, member))
    towns = entry.place_names if entry.title_places else frozenset[int]()
    shared = {
        term: weight * nearest[term]
        for term, weight in weighed.vector.items()
        if term in nearest and term not in towns
    }
    if not shared:
        return False
    first = max(shared, key=lambda term: (shared[term], term))
    others = sum(sorted(weight for term, weight in shared.items() if term != first))
    return first in weighed.ambiguous and others < BESIDE_ONE


def _mean_likeness(story: StoryState, vector: Vector) -> float:
    nearest = max((dot(vector, member) for member in story.members), default=0.0)
    mean = (nearest + dot(vector, story.centroid) / story.length) / 2
    larger = log(max(1.0, story.size / SETTLED))
    return mean * (1 + min(LARGEST, LARGER * larger))
