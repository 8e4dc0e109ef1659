"""Whether a report is of the only thing that happens just now where it is (pure).

Two outlets hardly share a word where each has its own facts in front: one who died, one
what burns. Where hardly anything else is told of a town, a region or a country that day, a
thing that both name, or the victims of the one and the attack of the other, tell it.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import timedelta
from typing import NamedTuple

from bot.dedupe.common.broad import labels
from bot.dedupe.details import NO_EVIDENCE
from bot.dedupe.features import Features
from bot.dedupe.same_kind import ATTACKS, CAUSES, SEEN
from bot.dedupe.story_state import StoryState
from bot.dedupe.victims import HARMED, tolls_of
from bot.domain.reports import EventKind

A_DAY = timedelta(hours=24)
SOON = timedelta(hours=12)
# Stories of the last day that a place may be in the news with.
TOWN, WIDER = 1, 2
# Likeness of words, 0 to 1, that two reports in one language have at least. Of 35 such
# joins in 15,000 real war reports in English eight were wrong; all of them had less.
ALIKE = 0.15
# Whom and where more than one thing happens to in a day, even in a small town.
HAVE_MUCH = labels("""
air raid alert; ambulance; apartment block; border; border guards; bus; cafe; car; children;
closed; commander; couple; court; crash; doctor; driver; emergency regime; family; field;
firefighter; forest; fsb; general; hospital; iaea; intelligence; journalist; law; market;
minister; officer; parliament; police; prosecutor; released; reopened; river; road; roof;
sbu; school; shop; signed; suspect; talks; telegram; volunteers; wanted; water supply
""")
_CAPITALS = frozenset(("UA-30", "RU-MOW"))


class Quiet(NamedTuple):
    """An entry's towns, regions and countries of which hardly anything is told."""

    towns: frozenset[str] = frozenset()
    wider: frozenset[str] = frozenset()


NOWHERE_QUIET = Quiet()


def find_quiet(entry: Features, stories: Iterable[StoryState]) -> Quiet:
    """Return where it is quiet, given all the stories that the entry may belong to."""
    towns: Counter[str] = Counter()
    wider: Counter[str] = Counter()
    for story in stories:
        if abs(entry.published_at - story.last_at) <= A_DAY:
            towns.update(entry.places & story.places)
            wider.update(entry.regions & story.regions)
            wider.update(entry.abroad & story.abroad)
    return Quiet(
        towns=frozenset(place for place, count in towns.items() if count <= TOWN),
        wider=frozenset(place for place, count in wider.items() if count <= WIDER)
        - _CAPITALS,
    )


def is_only_news(entry: Features, story: StoryState, alike: float, quiet: Quiet) -> bool:
    """Return whether the story is what is told of the entry's place, and both may be one.

    An outlet that has told the story tells the next event of that town, too; and that there
    was an attack, or that somebody was harmed, is news wherever nobody has said so.
    """
    if entry.feed_id in story.titles or abs(entry.published_at - story.last_at) > SOON:
        return False
    if _tells_more(entry, story) or _differ(entry, story):
        return False
    if entry.language in story.languages and alike < ALIKE:
        return False
    is_there = not quiet.towns.isdisjoint(story.places)
    is_near = entry.places.isdisjoint(story.places) and not quiet.wider.isdisjoint(
        story.regions | story.abroad
    )
    things = (entry.details & story.details) - NO_EVIDENCE
    if things - HAVE_MUCH or len(things) > 1:
        return is_there or is_near
    return is_there and _tells_its_victims(entry, story)


def _differ(entry: Features, story: StoryState) -> bool:
    """Say whether each tells of its kind of event: a bridge bombed, a bridge repaired."""
    ours, theirs = entry.report.kinds, {EventKind(kind) for kind in story.kinds}
    are_of_attacks = ours <= ATTACKS | SEEN and theirs <= ATTACKS | SEEN
    return bool(ours and theirs) and not (ours & theirs or are_of_attacks)


def _tells_more(entry: Features, story: StoryState) -> bool:
    """Say whether it tells of an attack or of victims, and the story of none."""
    is_attack = not CAUSES.isdisjoint(entry.report.kinds)
    is_of_victims = not HARMED.isdisjoint(tolls_of(entry))
    known = {EventKind(kind) for kind in story.kinds}
    return (is_attack and CAUSES.isdisjoint(known)) or (
        is_of_victims and HARMED.isdisjoint(story.tolls)
    )


def _tells_its_victims(entry: Features, story: StoryState) -> bool:
    """Say whether it tells whom something harmed, and not what, and the story what did."""
    is_of_victims = not HARMED.isdisjoint(tolls_of(entry))
    return is_of_victims and not entry.report.kinds and bool(story.kinds)
