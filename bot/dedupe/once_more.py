"""Whether a report says that it tells one more event of a kind, not the first (pure)."""

from datetime import timedelta

from bot.dedupe.counted import is_same_exchange
from bot.dedupe.features import Features
from bot.dedupe.story_state import StoryState
from bot.dedupe.terms import find_terms
from bot.dedupe.victims import tolls_of
from bot.domain.reports import EventKind

# Words that tell one more event of the same kind: where a title begins with a number, it is
# that of the events; what is another one to an outlet may be the first to the next outlet.
ORDINALS = frozenset(
    (
        *find_terms("second third fourth", "en"),
        *find_terms("второй третий", "ru"),
        *find_terms("другий третій", "uk"),
    )
)
AGAIN = ORDINALS | {
    *find_terms("another again", "en"),
    *find_terms("снова вновь опять очередной повторный", "ru"),
    *find_terms("знову вдруге втретє черговий повторний інший", "uk"),
    *find_terms(
        "zweite zweiter zweites zweiten erneut drugi drugiego druga ponownie", "pl"
    ),
}
ONE = frozenset(
    (
        *find_terms("один одна однієї", "ru"),
        *find_terms("further", "en"),
        *find_terms("weitere weiterer weiteres weiteren", "de"),
        *find_terms("kolejny kolejna kolejnego kolejnej kolejną", "pl"),
    )
)

# What happens at one place again and again, in the same words.
RECURRING = frozenset(
    {
        *(EventKind.STRIKE, EventKind.DRONE, EventKind.SHELLING, EventKind.INTERCEPTION),
        *(EventKind.BATTLE, EventKind.EXPLOSION, EventKind.ALARM, EventKind.FIRE),
    }
)
AGAIN_AND_AGAIN = RECURRING | {
    *(EventKind.EXCHANGE, EventKind.CLOSURE, EventKind.POWER_CUT),
}
LATE = timedelta(hours=6)  # reports with an older toll still come in


def is_one_more(entry: Features, story: StoryState) -> bool:
    """Return whether its title tells of one more, and no report before had the word.

    It begins with "second", or says "again", "one more" of what happens there again and
    again when the last one is hours old or was in another town.
    """
    first, tolls = entry.opening, entry.report.tolls
    shared = len(entry.details & story.details)
    if any(toll.grown for toll in tolls) and shared > (first not in ORDINALS):
        return False  # the second of its dead
    if first in ORDINALS and first not in story.vocabulary:
        is_other_language = entry.language not in story.languages
        may_tell = is_other_language or is_same_exchange(entry, story)
        is_known = bool(ORDINALS & story.vocabulary) or _is_hit_alike(entry, story)
        return not (may_tell and is_known)
    again = AGAIN.intersection(entry.title)
    if first in ONE and not any(toll.more for toll in tolls):
        again |= {first}
    of_victims = any(toll.more or toll.grown for toll in tolls)  # "another wounded man"
    is_new_there = not of_victims and _is_in_another_town(entry, story)
    return (
        bool(again - story.vocabulary - entry.quoted)
        and not AGAIN_AND_AGAIN.isdisjoint(entry.report.kinds)
        and (is_new_there or entry.published_at - story.last_at > LATE)
    )


def _is_in_another_town(entry: Features, story: StoryState) -> bool:
    """Say whether its title names a town that no report of the story did."""
    return bool(
        story.title_towns
        and entry.title_towns - story.title_towns
        and entry.title_places - story.places
    )


def _is_hit_alike(entry: Features, story: StoryState) -> bool:
    """Say whether the story tells within hours of the same thing hit, with as many victims.

    Which attack of the day it was, not every outlet says.
    """
    as_many = any(story.tolls.get(kind) == n for kind, n in tolls_of(entry).items() if n)
    is_soon = entry.published_at - story.first_at <= LATE
    return as_many and is_soon and not entry.targets.named.isdisjoint(story.targets)
